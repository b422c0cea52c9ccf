// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/attempt.h"

#include "core/krb/cache.h"
#include "core/krb/expirynote.h"
#include "core/krb/loginerror.h"
#include "core/krb/loginoptions.h"

#include <QFile>

namespace latchkey::krb {

namespace {

bool canBePassword(const Secret &password)
{
    return !password.isEmpty() && password.view().find('\0') == std::string_view::npos;
}

/// One AS exchange.
class Attempt
{
public:
    explicit Attempt(const SigningIn &who) : m_who(who), m_options(who.context) { }

    Result<MemoryCache> signIn(const SignInRequest &request, const Proof &proof)
    {
        const auto *password = std::get_if<Secret>(&proof);
        if (password && !canBePassword(*password))
            return emptyPassword(m_who.subject.principal);
        if (auto error = prepare(request))
            return *std::move(error);
        if (const auto *keytab = std::get_if<Keytab>(&proof))
            return withKeytab(keytab->file);
        if (const auto *certificate = std::get_if<Certificate>(&proof))
            return withCertificate(*certificate);
        Credential tgt(m_who.context);
        if (const auto code = exchange(password, nullptr, tgt.get()); code != 0)
            return failure(code);
        return verified();
    }

    Result<MemoryCache> signInAnonymously()
    {
        if (auto error = prepare({}))
            return *std::move(error);
        m_options.makeAnonymous();
        const krb5_data &realm = m_who.client->realm;
        PrincipalHandle anonymous;
        auto code = krb5_build_principal(m_who.context, into(anonymous, m_who.context), realm.length,
                                         realm.data, KRB5_WELLKNOWN_NAMESTR, KRB5_ANONYMOUS_PRINCSTR,
                                         static_cast<const char *>(nullptr));
        Credential tgt(m_who.context);
        if (code == 0)
            code = krb5_get_init_creds_password(m_who.context, tgt.get(), anonymous.get(), nullptr, nullptr,
                                                nullptr, 0, nullptr, m_options.get());
        if (code != 0)
            return krbError(m_who.context, code, "krb5_get_init_creds_password", m_who.subject);
        return std::move(m_cache);
    }

    Result<> getChangeTicket(const Secret *password, krb5_creds *ticket)
    {
        if (password && !canBePassword(*password))
            return emptyPassword(m_who.subject.principal);
        auto made = m_options.make();
        if (made == 0)
            made = m_options.protectWith(m_who.armor);
        if (made != 0)
            return krbError(m_who.context, made, "krb5_get_init_creds_opt_alloc", m_who.subject);
        // As kpasswd does: used at once and dropped.
        krb5_get_init_creds_opt_set_tkt_life(m_options.get(), 5 * 60);
        krb5_get_init_creds_opt_set_renew_life(m_options.get(), 0);
        krb5_get_init_creds_opt_set_forwardable(m_options.get(), 0);
        krb5_get_init_creds_opt_set_proxiable(m_options.get(), 0);
        if (const auto code = exchange(password, "kadmin/changepw", ticket); code != 0)
            return failure(code);
        return Ok{};
    }

private:
    std::optional<Error> prepare(const SignInRequest &request)
    {
        auto code = krb5_cc_new_unique(m_who.context, "MEMORY", nullptr, into(m_cache, m_who.context));
        const char *call = "krb5_cc_new_unique";
        if (code == 0) {
            code = m_options.make();
            call = "krb5_get_init_creds_opt_alloc";
        }
        if (code == 0) {
            code = m_options.take(request, m_cache.get());
            call = "krb5_get_init_creds_opt_set";
        }
        if (code == 0)
            code = m_options.protectWith(m_who.armor);
        if (code != 0)
            return krbError(m_who.context, code, call, m_who.subject);
        return {};
    }

    krb5_error_code exchange(const Secret *password, const char *service, krb5_creds *ticket)
    {
        if (const auto code = m_options.listenWith(&Asking::listen, &m_who.asking); code != 0)
            return code;
        return krb5_get_init_creds_password(m_who.context, ticket, m_who.client,
                                            password ? password->view().data() : nullptr, &Asking::prompt,
                                            &m_who.asking, 0, service, m_options.get());
    }

    Error failure(krb5_error_code code) const
    {
        if (m_who.asking.problem())
            return *m_who.asking.problem();
        const QString detail = krbDetail(m_who.context, code, "krb5_get_init_creds_password");
        const bool isCode = m_who.asking.lastKind() == Question::Kind::OneTimePassword;
        if (isCode && code == KRB5KDC_ERR_PREAUTH_FAILED)
            return wrongOneTimePassword(m_who.subject.principal, detail, code);
        Error error = krbError(m_who.context, code, "krb5_get_init_creds_password", m_who.subject);
        error.detail = detail;
        return error;
    }

    Result<MemoryCache> withCertificate(const Certificate &certificate)
    {
        if (const auto code = m_options.take(certificate); code != 0)
            return krbError(m_who.context, code, "krb5_get_init_creds_opt_set_pa", m_who.subject);
        m_who.asking.refusePassword();
        Credential tgt(m_who.context);
        const auto code = exchange(nullptr, nullptr, tgt.get());
        if (code == 0)
            return verified();
        if (m_who.asking.problem())
            return *m_who.asking.problem();
        return certificateFailure(m_who.context, certificate, m_who.dialogue, m_who.subject, code);
    }

    Result<MemoryCache> withKeytab(const QString &file)
    {
        KeytabHandle keytab;
        const QByteArray name = QByteArrayLiteral("FILE:") + QFile::encodeName(file);
        auto code = krb5_kt_resolve(m_who.context, name.constData(), into(keytab, m_who.context));
        const char *call = "krb5_kt_resolve";
        if (code == 0) {
            code = lookUpKey(keytab.get());
            call = "krb5_kt_get_entry";
        }
        if (code != 0)
            return keytabUnusable(file, m_who.subject.principal, krbDetail(m_who.context, code, call), code);
        Credential tgt(m_who.context);
        code = krb5_get_init_creds_keytab(m_who.context, tgt.get(), m_who.client, keytab.get(), 0, nullptr,
                                          m_options.get());
        return code == 0 ? verified() : keytabFailure(file, keytab.get(), code);
    }

    // Must come right behind the call.
    Error keytabFailure(const QString &file, krb5_keytab keytab, krb5_error_code code)
    {
        const char *call = "krb5_get_init_creds_keytab";
        const QString detail = krbDetail(m_who.context, code, call);
        if (code == KRB5KDC_ERR_PREAUTH_FAILED || code == KRB5KRB_AP_ERR_BAD_INTEGRITY)
            return keytabOutdated(file, m_who.subject.principal, detail, code);
        if (isAboutEncryption(code) || (code == KRB5_PREAUTH_FAILED && lacksTheKdcsType(keytab)))
            return keytabOfOtherEncryption(file, m_who.subject, detail, code);
        Error error = krbError(m_who.context, code, call, m_who.subject);
        error.detail = detail;
        return error;
    }

    static bool isAboutEncryption(krb5_error_code code)
    {
        return code == KRB5KDC_ERR_ETYPE_NOSUPP || code == KRB5_CONFIG_ETYPE_NOSUPP
               || code == KRB5_PROG_ETYPE_NOSUPP;
    }

    krb5_error_code lookUpKey(krb5_keytab keytab, krb5_enctype type = ENCTYPE_NULL)
    {
        krb5_keytab_entry entry = {};
        const auto code = krb5_kt_get_entry(m_who.context, keytab, m_who.client, 0, type, &entry);
        if (code == 0)
            krb5_free_keytab_entry_contents(m_who.context, &entry);
        return code;
    }

    // Asks the KDC once more, which proves nothing and so counts for nothing.
    bool lacksTheKdcsType(krb5_keytab keytab)
    {
        krb5_enctype type = ENCTYPE_NULL;
        krb5_data salt = {};
        krb5_data parameters = {};
        const auto code =
            krb5_get_etype_info(m_who.context, m_who.client, m_options.get(), &type, &salt, &parameters);
        krb5_free_data_contents(m_who.context, &salt);
        krb5_free_data_contents(m_who.context, &parameters);
        return code == 0 && (type == ENCTYPE_NULL || lookUpKey(keytab, type) != 0);
    }

    // What will be moved must be whole: a principal and its TGT.
    Result<MemoryCache> verified()
    {
        const auto cache = cacheNamed(m_who.context, fullName(m_who.context, m_cache.get()));
        if (!cache)
            return cache.error();
        if (!cache->ticketGranting())
            return krbError(m_who.context, KRB5_CC_NOTFOUND, "krb5_get_init_creds", m_who.subject);
        const krb5_timestamp expires = m_options.passwordExpires();
        const auto code = expires != 0 ? notePasswordExpiry(m_who.context, m_cache.get(), expires) : 0;
        if (code != 0)
            return krbError(m_who.context, code, "krb5_cc_set_config", m_who.subject);
        return std::move(m_cache);
    }

    const SigningIn &m_who;
    MemoryCache m_cache;
    LoginOptions m_options; // points to the cache
};

} // namespace

Result<MemoryCache> getTicket(const SigningIn &who, const SignInRequest &request, const Proof &proof)
{
    return Attempt(who).signIn(request, proof);
}

Result<MemoryCache> getAnonymousTicket(const SigningIn &who)
{
    return Attempt(who).signInAnonymously();
}

Result<> getChangeTicket(const SigningIn &who, const Secret *password, krb5_creds *ticket)
{
    return Attempt(who).getChangeTicket(password, ticket);
}

} // namespace latchkey::krb
