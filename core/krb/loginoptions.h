// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/handles.h"
#include "core/krb/signin.h"

namespace latchkey::krb {

/// What one AS exchange asks of libkrb5 and of the KDC. Must outlive the exchange.
class LoginOptions
{
public:
    explicit LoginOptions(krb5_context context) : m_context(context) { }
    LoginOptions(const LoginOptions &) = delete;
    LoginOptions &operator=(const LoginOptions &) = delete;

    /// To be called first. Never asks for a new password by itself.
    krb5_error_code make();
    /// The ticket is to be as the request wants it, and to go to `cache`.
    krb5_error_code take(const SignInRequest &request, krb5_ccache cache);
    krb5_error_code take(const Certificate &certificate);
    /// The exchange is protected by the ticket in the cache of this name; by none if it is empty.
    krb5_error_code protectWith(const QString &armor);
    /// The ticket says nothing about who has it (RFC 8062).
    void makeAnonymous() { krb5_get_init_creds_opt_set_anonymous(m_options.get(), 1); }
    krb5_error_code listenWith(krb5_responder_fn responder, void *data);

    krb5_get_init_creds_opt *get() const { return m_options.get(); }
    /// When the password expires, as the KDC told with the ticket; 0 if it did not.
    krb5_timestamp passwordExpires() const { return m_passwordExpires; }

private:
    static void hearOfExpiry(krb5_context context, void *self, krb5_timestamp password,
                             krb5_timestamp account, krb5_boolean isLastRequest);
    krb5_error_code bindToAddresses();

    krb5_context m_context;
    Handle<krb5_address *, krb5_free_addresses> m_addresses; ///< the options point to it
    OptionsHandle m_options;
    krb5_timestamp m_passwordExpires = 0;
};

} // namespace latchkey::krb
