// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/serverplugin/acceptor.h"

#include <gssapi/gssapi_ext.h>
#include <gssapi/gssapi_krb5.h>

namespace latchkey::serverplugin {

namespace {

/// A buffer that the library filled.
class Filled
{
public:
    Filled() = default;
    Filled(const Filled &) = delete;
    Filled &operator=(const Filled &) = delete;
    ~Filled()
    {
        OM_uint32 minor = 0;
        gss_release_buffer(&minor, &m_buffer);
    }
    gss_buffer_t get() { return &m_buffer; }
    std::string text() const { return {static_cast<const char *>(m_buffer.value), m_buffer.length}; }

private:
    gss_buffer_desc m_buffer = GSS_C_EMPTY_BUFFER;
};

class Name
{
public:
    Name() = default;
    Name(const Name &) = delete;
    Name &operator=(const Name &) = delete;
    ~Name()
    {
        OM_uint32 minor = 0;
        if (m_name != GSS_C_NO_NAME)
            gss_release_name(&minor, &m_name);
    }
    gss_name_t get() const { return m_name; }
    gss_name_t *out() { return &m_name; }

private:
    gss_name_t m_name = GSS_C_NO_NAME;
};

/// The library's buffers are not const, but it does not write to what it is given.
gss_buffer_desc given(std::string_view bytes)
{
    return {bytes.size(), const_cast<char *>(bytes.data())};
}

std::string describe(const char *call, OM_uint32 major, OM_uint32 minor)
{
    std::string words = call;
    const std::pair<OM_uint32, int> codes[] = {{major, GSS_C_GSS_CODE}, {minor, GSS_C_MECH_CODE}};
    for (const auto &[code, kind] : codes) {
        OM_uint32 ignored = 0;
        OM_uint32 position = 0;
        Filled text;
        if (gss_display_status(&ignored, code, kind, gss_mech_krb5, &position, text.get()) == GSS_S_COMPLETE)
            words += ": " + text.text();
    }
    return words;
}

} // namespace

struct Acceptor::Private
{
    gss_cred_id_t credential = GSS_C_NO_CREDENTIAL;
    gss_ctx_id_t context = GSS_C_NO_CONTEXT;
    std::string reply;
    std::string client;
    std::string problem;

    ~Private()
    {
        OM_uint32 minor = 0;
        if (context != GSS_C_NO_CONTEXT)
            gss_delete_sec_context(&minor, &context, GSS_C_NO_BUFFER);
        if (credential != GSS_C_NO_CREDENTIAL)
            gss_release_cred(&minor, &credential);
    }
    void acquire(const Settings &settings);
    Status fail(const char *call, OM_uint32 major, OM_uint32 minor)
    {
        problem = describe(call, major, minor);
        return Status::Failed;
    }
};

void Acceptor::Private::acquire(const Settings &settings)
{
    OM_uint32 minor = 0;
    Name name;
    gss_buffer_desc text = given(settings.servicePrincipal);
    // As clients do: no host name is looked up for a name of this type.
    OM_uint32 major = gss_import_name(&minor, &text, GSS_C_NT_USER_NAME, name.out());
    if (major != GSS_S_COMPLETE) {
        fail("gss_import_name", major, minor);
        return;
    }
    gss_key_value_element_desc keytab{"keytab", settings.keytab.c_str()};
    const gss_key_value_set_desc store{settings.keytab.empty() ? OM_uint32{0} : OM_uint32{1}, &keytab};
    major = gss_acquire_cred_from(&minor, name.get(), GSS_C_INDEFINITE, GSS_C_NO_OID_SET, GSS_C_ACCEPT,
                                  &store, &credential, nullptr, nullptr);
    if (major != GSS_S_COMPLETE)
        fail("gss_acquire_cred_from", major, minor);
}

Acceptor::Acceptor(const Settings &settings) : d(std::make_unique<Private>())
{
    d->acquire(settings);
}

Acceptor::~Acceptor() = default;

Acceptor::Status Acceptor::accept(std::string_view token)
{
    if (d->credential == GSS_C_NO_CREDENTIAL)
        return Status::Failed;
    OM_uint32 minor = 0;
    Name client;
    Filled output;
    gss_buffer_desc input = given(token);
    OM_uint32 major =
        gss_accept_sec_context(&minor, &d->context, d->credential, &input, GSS_C_NO_CHANNEL_BINDINGS,
                               client.out(), nullptr, output.get(), nullptr, nullptr, nullptr);
    if (GSS_ERROR(major) != 0)
        return d->fail("gss_accept_sec_context", major, minor);
    d->reply = output.text();
    if ((major & GSS_S_CONTINUE_NEEDED) != 0)
        return Status::MoreNeeded;
    Filled display;
    major = gss_display_name(&minor, client.get(), display.get(), nullptr);
    if (major != GSS_S_COMPLETE)
        return d->fail("gss_display_name", major, minor);
    d->client = display.text();
    return Status::Complete;
}

const std::string &Acceptor::reply() const
{
    return d->reply;
}

const std::string &Acceptor::clientPrincipal() const
{
    return d->client;
}

const std::string &Acceptor::problem() const
{
    return d->problem;
}

} // namespace latchkey::serverplugin
