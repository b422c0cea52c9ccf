// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/acceptor.h"

#include <gssapi/gssapi_ext.h>
#include <gssapi/gssapi_krb5.h>

namespace latchkey::test {

std::optional<std::string> acceptToken(const std::string &keytab, const std::string &token,
                                       std::string *client)
{
    OM_uint32 minor = 0;
    gss_OID_set_desc mechanisms{1, gss_mech_krb5};
    gss_key_value_element_desc elements[] = {{"keytab", keytab.c_str()}, {"rcache", "none:"}};
    const gss_key_value_set_desc store{2, elements};
    gss_cred_id_t credential = GSS_C_NO_CREDENTIAL;
    if (GSS_ERROR(gss_acquire_cred_from(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &mechanisms, GSS_C_ACCEPT,
                                        &store, &credential, nullptr, nullptr)))
        return std::nullopt;

    std::string copy = token;
    gss_buffer_desc input{copy.size(), copy.data()};
    gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
    gss_ctx_id_t context = GSS_C_NO_CONTEXT;
    gss_name_t name = GSS_C_NO_NAME;
    const OM_uint32 major =
        gss_accept_sec_context(&minor, &context, credential, &input, GSS_C_NO_CHANNEL_BINDINGS, &name,
                               nullptr, &output, nullptr, nullptr, nullptr);
    std::optional<std::string> reply;
    if (major == GSS_S_COMPLETE) {
        reply.emplace(static_cast<const char *>(output.value), output.length);
        gss_buffer_desc text = GSS_C_EMPTY_BUFFER;
        if (client != nullptr && gss_display_name(&minor, name, &text, nullptr) == GSS_S_COMPLETE)
            client->assign(static_cast<const char *>(text.value), text.length);
        gss_release_buffer(&minor, &text);
    }
    gss_release_buffer(&minor, &output);
    gss_release_name(&minor, &name);
    gss_delete_sec_context(&minor, &context, GSS_C_NO_BUFFER);
    gss_release_cred(&minor, &credential);
    return reply;
}

} // namespace latchkey::test
