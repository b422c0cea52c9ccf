// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/login.h"

#include "core/krb/cache.h"
#include "core/krb/context.h"
#include "core/krb/kdcdialogue.h"
#include "core/krb/krberror.h"
#include "core/krb/nativeprincipal.h"
#include "core/krb/storage.h"

#include <QCoreApplication>
#include <QFile>

#include <limits>

namespace latchkey::krb {

namespace {

Error emptyPassword(const QString &principal)
{
    return {Error::Code::InvalidInput,
            QCoreApplication::translate(
                "latchkey::krb",
                "%1 cannot sign in because the password is empty or holds a NUL character. Type it.")
                .arg(principal),
            QString(), 0};
}

Error keytabUnusable(const QString &file, const QString &principal, const QString &detail,
                     krb5_error_code code)
{
    return {Error::Code::KeytabUnusable,
            QCoreApplication::translate(
                "latchkey::krb", "%1 cannot sign in with the keytab “%2” because the file cannot be read or "
                                 "has no key for this principal. Check it with klist -k, or export it anew.")
                .arg(principal, file),
            detail, code};
}

Error keytabOutdated(const QString &file, const QString &principal, const QString &detail,
                     krb5_error_code code)
{
    return {Error::Code::KeytabUnusable,
            QCoreApplication::translate(
                "latchkey::krb", "%1 cannot sign in with the keytab “%2” because its key is not the one that "
                                 "the KDC has (any more). Export the keytab anew.")
                .arg(principal, file),
            detail, code};
}

krb5_deltat deltat(std::chrono::seconds span)
{
    const auto limit = static_cast<std::chrono::seconds::rep>(std::numeric_limits<krb5_deltat>::max());
    return static_cast<krb5_deltat>(std::clamp<std::chrono::seconds::rep>(span.count(), 0, limit));
}

/// One attempt to get a TGT into a MEMORY cache.
class Attempt
{
public:
    Attempt(krb5_context context, const Principal &principal)
        : m_context(context),
          m_principal(principal), m_subject{.principal = principal.text(), .realm = principal.realm}
    { }

    Result<MemoryCache> withPassword(const Secret &password, const SignInRequest &request)
    {
        const std::string_view text = password.view();
        if (text.empty() || text.find('\0') != std::string_view::npos)
            return emptyPassword(m_subject.principal);
        if (auto error = prepare(request))
            return *std::move(error);
        Credential tgt(m_context);
        const auto code = krb5_get_init_creds_password(m_context, tgt.get(), m_client.get(), text.data(),
                                                       nullptr, nullptr, 0, nullptr, m_options.get());
        if (code != 0)
            return krbError(m_context, code, "krb5_get_init_creds_password", m_subject);
        return verified();
    }

    Result<MemoryCache> withKeytab(const QString &file, const SignInRequest &request)
    {
        if (auto error = prepare(request))
            return *std::move(error);
        KeytabHandle keytab;
        const QByteArray name = QByteArrayLiteral("FILE:") + QFile::encodeName(file);
        auto code = krb5_kt_resolve(m_context, name.constData(), into(keytab, m_context));
        const char *call = "krb5_kt_resolve";
        if (code == 0) {
            code = lookUpKey(keytab.get());
            call = "krb5_kt_get_entry";
        }
        if (code != 0)
            return keytabUnusable(file, m_subject.principal, krbDetail(m_context, code, call), code);
        Credential tgt(m_context);
        call = "krb5_get_init_creds_keytab";
        code = krb5_get_init_creds_keytab(m_context, tgt.get(), m_client.get(), keytab.get(), 0, nullptr,
                                          m_options.get());
        if (code == KRB5KDC_ERR_PREAUTH_FAILED || code == KRB5KRB_AP_ERR_BAD_INTEGRITY
            || code == KRB5_KT_NOTFOUND)
            return keytabOutdated(file, m_subject.principal, krbDetail(m_context, code, call), code);
        if (code != 0)
            return krbError(m_context, code, call, m_subject);
        return verified();
    }

private:
    std::optional<Error> prepare(const SignInRequest &request)
    {
        auto client = toNative(m_context, m_principal);
        if (!client)
            return client.error();
        m_client = *std::move(client);
        if (const auto code = krb5_cc_new_unique(m_context, "MEMORY", nullptr, into(m_cache, m_context));
            code != 0)
            return krbError(m_context, code, "krb5_cc_new_unique", m_subject);
        if (const auto code = krb5_get_init_creds_opt_alloc(m_context, into(m_options, m_context)); code != 0)
            return krbError(m_context, code, "krb5_get_init_creds_opt_alloc", m_subject);
        krb5_get_init_creds_opt_set_change_password_prompt(m_options.get(), 0);
        if (request.lifetime)
            krb5_get_init_creds_opt_set_tkt_life(m_options.get(), deltat(*request.lifetime));
        if (request.renewableLifetime)
            krb5_get_init_creds_opt_set_renew_life(m_options.get(), deltat(*request.renewableLifetime));
        const auto code = krb5_get_init_creds_opt_set_out_ccache(m_context, m_options.get(), m_cache.get());
        if (code != 0)
            return krbError(m_context, code, "krb5_get_init_creds_opt_set_out_ccache", m_subject);
        return {};
    }

    krb5_error_code lookUpKey(krb5_keytab keytab)
    {
        krb5_keytab_entry entry = {};
        const auto code = krb5_kt_get_entry(m_context, keytab, m_client.get(), 0, 0, &entry);
        if (code == 0)
            krb5_free_keytab_entry_contents(m_context, &entry);
        return code;
    }

    // What will be moved must be whole: a principal and its TGT.
    Result<MemoryCache> verified()
    {
        const auto cache = cacheNamed(m_context, fullName(m_context, m_cache.get()));
        if (!cache)
            return cache.error();
        if (!cache->ticketGranting())
            return krbError(m_context, KRB5_CC_NOTFOUND, "krb5_get_init_creds", m_subject);
        return std::move(m_cache);
    }

    krb5_context m_context;
    const Principal &m_principal;
    Subject m_subject;
    PrincipalHandle m_client;
    MemoryCache m_cache;
    OptionsHandle m_options; // points to the cache
};

Result<MemoryCache> attempt(krb5_context context, const Principal &principal, const SignInRequest &request)
{
    Attempt attempt(context, principal);
    if (const auto *password = std::get_if<Secret>(&request.credential))
        return attempt.withPassword(*password, request);
    return attempt.withKeytab(std::get<QString>(request.credential), request);
}

} // namespace

Result<Cache> logIn(const SignInRequest &request, Job &job)
{
    const auto principal = Principal::parse(request.principal);
    if (!principal)
        return principal.error();
    const auto context = Context::make();
    if (!context)
        return context.error();
    job.expectAnswerWithin(kdcPatience, kdcSilent(principal->realm));
    Result<MemoryCache> cache = [&] {
        const KdcDialogue dialogue(*context, boundedBy(job));
        return attempt(*context, *principal, request);
    }();
    job.answered();
    if (!cache)
        return cache.error();
    return store(*context, *std::move(cache), job);
}

} // namespace latchkey::krb
