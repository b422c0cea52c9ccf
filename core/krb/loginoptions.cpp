// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/loginoptions.h"

#include <algorithm>
#include <limits>

namespace latchkey::krb {

namespace {

krb5_deltat deltat(std::chrono::seconds span)
{
    const auto limit = static_cast<std::chrono::seconds::rep>(std::numeric_limits<krb5_deltat>::max());
    return static_cast<krb5_deltat>(std::clamp<std::chrono::seconds::rep>(span.count(), 0, limit));
}

} // namespace

krb5_error_code LoginOptions::make()
{
    const auto code = krb5_get_init_creds_opt_alloc(m_context, into(m_options, m_context));
    if (code != 0)
        return code;
    krb5_get_init_creds_opt_set_change_password_prompt(m_options.get(), 0);
    return krb5_get_init_creds_opt_set_expire_callback(m_context, m_options.get(),
                                                       &LoginOptions::hearOfExpiry, this);
}

krb5_error_code LoginOptions::take(const SignInRequest &request, krb5_ccache cache)
{
    krb5_get_init_creds_opt *options = m_options.get();
    if (request.lifetime)
        krb5_get_init_creds_opt_set_tkt_life(options, deltat(*request.lifetime));
    if (request.renewableLifetime)
        krb5_get_init_creds_opt_set_renew_life(options, deltat(*request.renewableLifetime));
    if (request.forwardable)
        krb5_get_init_creds_opt_set_forwardable(options, *request.forwardable);
    if (request.proxiable)
        krb5_get_init_creds_opt_set_proxiable(options, *request.proxiable);
    if (request.canonicalize || request.enterprise)
        krb5_get_init_creds_opt_set_canonicalize(options, 1);
    if (request.addressless && *request.addressless)
        krb5_get_init_creds_opt_set_address_list(options, nullptr);
    if (request.addressless && !*request.addressless) {
        if (const auto code = bindToAddresses(); code != 0)
            return code;
    }
    return krb5_get_init_creds_opt_set_out_ccache(m_context, options, cache);
}

krb5_error_code LoginOptions::bindToAddresses()
{
    const auto code = krb5_os_localaddr(m_context, into(m_addresses, m_context));
    if (code == 0)
        krb5_get_init_creds_opt_set_address_list(m_options.get(), m_addresses.get());
    return code;
}

krb5_error_code LoginOptions::take(const Certificate &certificate)
{
    const auto set = [this](const char *attribute, const QString &value) {
        return krb5_get_init_creds_opt_set_pa(m_context, m_options.get(), attribute,
                                              value.toLocal8Bit().constData());
    };
    const auto code = set("X509_user_identity", certificate.identity);
    if (code != 0 || certificate.anchors.isEmpty())
        return code;
    return set("X509_anchors", certificate.anchors);
}

krb5_error_code LoginOptions::protectWith(const QString &armor)
{
    if (armor.isEmpty())
        return 0;
    return krb5_get_init_creds_opt_set_fast_ccache_name(m_context, m_options.get(),
                                                        armor.toLocal8Bit().constData());
}

krb5_error_code LoginOptions::listenWith(krb5_responder_fn responder, void *data)
{
    return krb5_get_init_creds_opt_set_responder(m_context, m_options.get(), responder, data);
}

void LoginOptions::hearOfExpiry(krb5_context, void *self, krb5_timestamp password, krb5_timestamp,
                                krb5_boolean)
{
    static_cast<LoginOptions *>(self)->m_passwordExpires = password;
}

} // namespace latchkey::krb
