// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/login.h"

#include "core/base/hardening.h"
#include "core/krb/attempt.h"
#include "core/krb/cache.h"
#include "core/krb/context.h"
#include "core/krb/expirynote.h"
#include "core/krb/kerberosservice.h"
#include "core/krb/nativeprincipal.h"
#include "core/krb/ownconfig.h"
#include "core/krb/passwordchange.h"
#include "core/krb/storage.h"

namespace latchkey::krb {

namespace {

Result<PrincipalHandle> enterpriseClient(krb5_context context, const QString &text)
{
    PrincipalHandle client;
    const auto code = krb5_parse_name_flags(context, text.trimmed().toUtf8().constData(),
                                            KRB5_PRINCIPAL_PARSE_ENTERPRISE, into(client, context));
    if (code != 0)
        return krbError(context, code, "krb5_parse_name_flags", {.principal = text});
    return client;
}

Result<PrincipalHandle> clientOf(krb5_context context, const SignInRequest &request)
{
    if (request.enterprise)
        return enterpriseClient(context, request.principal);
    const auto principal = Principal::parse(request.principal);
    if (!principal)
        return principal.error();
    return toNative(context, *principal);
}

// None: it was asked, or will be.
const Secret *knownPassword(const Asking &asking, const Proof &proof)
{
    const auto *given = std::get_if<Secret>(&proof);
    return given ? given : asking.password();
}

Result<MemoryCache> withNewPassword(const SigningIn &who, const SignInRequest &request, Job &job,
                                    const Error &expired)
{
    Result<Secret> changed = askAndChange(who, knownPassword(who.asking, request.credential), job);
    if (changed) {
        who.dialogue.allowPrimary(); // where passwords are changed, and this one is known
        return getTicket(who, request, Proof(*std::move(changed)));
    }
    const auto code = changed.error().code;
    const bool hadNobodyToAsk = code == Error::Code::NobodyToAsk;
    return hadNobodyToAsk ? expired : std::move(changed).error();
}

// Nothing was asked and nothing was tried: what the KDC takes is possible under protection only.
bool wantsProtection(const SigningIn &who, const Error &error)
{
    const auto &refusal = who.dialogue.refusal();
    return who.armor.isEmpty() && !who.asking.lastKind() && error.native == KRB5_PREAUTH_FAILED && refusal
           && refusal->code == KRB5KDC_ERR_PREAUTH_REQUIRED;
}

Result<MemoryCache> signedIn(const SigningIn &who, const SignInRequest &request, Job &job)
{
    auto cache = getTicket(who, request, request.credential);
    const bool byPerson = std::holds_alternative<Secret>(request.credential)
                          || std::holds_alternative<AskForProof>(request.credential);
    if (!cache && byPerson && wantsProtection(who, cache.error())) {
        const auto anonymous = getAnonymousTicket(who);
        if (!anonymous)
            return cache;
        SigningIn underProtection = who;
        underProtection.armor = fullName(who.context, anonymous->get());
        return signedIn(underProtection, request, job);
    }
    if (cache || cache.error().code != Error::Code::PasswordExpired || !byPerson || !request.prompter)
        return cache;
    return withNewPassword(who, request, job, cache.error());
}

/// Signing in again goes by the krb5.conf that the first time went by.
QString configFor(const SignInRequest &request)
{
    if (!request.config.isEmpty() || request.enterprise)
        return request.config;
    return configOfEarlierSignIn(request.principal, request.cache);
}

} // namespace

Result<Cache> logIn(const SignInRequest &request, Job &job, std::stop_token stop)
{
    const QString config = configFor(request);
    const auto context = Context::make(config);
    if (!context)
        return context.error();
    const auto client = clientOf(*context, request);
    if (!client)
        return client.error();
    const Principal principal = fromNative(client->get());
    const Subject subject{.principal = request.enterprise ? request.principal.trimmed() : principal.text(),
                          .realm = principal.realm};
    Asking asking(request.prompter, job, std::move(stop), subject.principal, subject.realm);
    job.expectAnswerWithin(kdcPatience, kdcSilent(principal.realm));
    Result<MemoryCache> cache = [&] {
        KdcDialogue dialogue(*context, job);
        auto answer =
            signedIn({*context, client->get(), subject, asking, dialogue, request.armor}, request, job);
        return answer ? std::move(answer) : dialogue.judged(answer.error());
    }();
    wipeDeadStack();
    job.answered();
    if (!cache)
        return cache.error();
    return store(*context, *std::move(cache), {request.cache, config}, job);
}

Result<> changePassword(const QString &principalName, const Secret &old, const Secret &replacement, Job &job)
{
    const auto principal = Principal::parse(principalName);
    if (!principal)
        return principal.error();
    const auto context = Context::make(configOfEarlierSignIn(principal->text(), AutomaticCache{}));
    if (!context)
        return context.error();
    const auto client = toNative(*context, *principal);
    if (!client)
        return client.error();
    const Subject subject{.principal = principal->text(), .realm = principal->realm};
    Asking nobody(nullptr, job, {}, subject.principal, subject.realm);
    job.expectAnswerWithin(kdcPatience, kdcSilent(principal->realm));
    KdcDialogue dialogue(*context, job);
    auto changed = changeOnce({*context, client->get(), subject, nobody, dialogue}, old, replacement, job);
    wipeDeadStack();
    job.answered();
    if (changed)
        forgetPasswordExpiry(*context, *principal);
    return changed;
}

} // namespace latchkey::krb
