// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/gssname.h"

#include <gssapi/gssapi_ext.h>
#include <gssapi/gssapi_krb5.h>

namespace latchkey::gss {

void ReleaseName::operator()(gss_name_struct *name) const
{
    OM_uint32 minor = 0;
    gss_release_name(&minor, &name);
}

void ReleaseCredential::operator()(gss_cred_id_struct *credential) const
{
    OM_uint32 minor = 0;
    gss_release_cred(&minor, &credential);
}

namespace {

constexpr int spnegoLength = 6;
char spnegoBytes[] = "\x2b\x06\x01\x05\x05\x02"; // 1.3.6.1.5.5.2 (RFC 4178, 3.1)
gss_OID_desc spnego{spnegoLength, spnegoBytes};

std::variant<NameHandle, GssStatus> importName(std::string text, gss_OID type) // gss_buffer_desc is not const
{
    gss_buffer_desc buffer{text.size(), text.data()};
    gss_name_t name = GSS_C_NO_NAME;
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_import_name(&minor, &buffer, type, &name);
    if (GSS_ERROR(major))
        return readStatus(major, minor);
    return NameHandle(name);
}

} // namespace

std::variant<NameHandle, GssStatus> importPrincipal(const std::string &principal)
{
    return importName(principal, GSS_C_NT_USER_NAME);
}

std::variant<NameHandle, GssStatus> importService(const std::string &service, const std::string &host)
{
    return importName(service + '@' + host, GSS_C_NT_HOSTBASED_SERVICE);
}

gss_OID_desc_struct *oidOf(Mechanism mechanism)
{
    return mechanism == Mechanism::Spnego ? &spnego : gss_mech_krb5;
}

std::variant<CredentialHandle, GssStatus> acquireCredential(const std::string &cacheName,
                                                            const std::string &principal, Mechanism mechanism)
{
    NameHandle name;
    if (!principal.empty()) {
        auto imported = importPrincipal(principal);
        if (auto *failed = std::get_if<GssStatus>(&imported))
            return *failed;
        name = std::get<NameHandle>(std::move(imported));
    }

    gss_OID_set_desc mechanisms{1, oidOf(mechanism)};
    gss_key_value_element_desc element{"ccache", cacheName.c_str()};
    const gss_key_value_set_desc store{cacheName.empty() ? 0U : 1U, &element};
    gss_cred_id_t credential = GSS_C_NO_CREDENTIAL;
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_acquire_cred_from(&minor, name.get(), GSS_C_INDEFINITE, &mechanisms,
                                                  GSS_C_INITIATE, &store, &credential, nullptr, nullptr);
    if (GSS_ERROR(major))
        return readStatus(major, minor);
    return CredentialHandle(credential);
}

} // namespace latchkey::gss
