// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/renewal.h"

#include "core/krb/cache.h"
#include "core/krb/context.h"
#include "core/krb/exchange.h"
#include "core/krb/kdcdialogue.h"
#include "core/krb/kerberosservice.h"
#include "core/krb/krberror.h"
#include "core/krb/nativeprincipal.h"
#include "core/krb/ownconfig.h"
#include "core/krb/storage.h"

#include <QCoreApplication>

namespace latchkey::krb {

namespace {

Error notRenewable(const QString &principal, const QString &detail, krb5_error_code code)
{
    return {Error::Code::NotRenewable,
            QCoreApplication::translate(
                "latchkey::krb", "The ticket of %1 cannot be renewed because it is not renewable or its "
                                 "renewal time is over. Sign in again.")
                .arg(principal),
            detail, code};
}

std::optional<Error> whyNot(krb5_context context, const Cache &cache, Instant now)
{
    const QString principal = cache.principal->text();
    const Subject subject{.principal = principal, .realm = cache.principal->realm, .place = cache.name};
    const Ticket *tgt = cache.ticketGranting();
    if (!tgt)
        return krbError(context, KRB5_CC_NOTFOUND, "krb5_cc_retrieve_cred", subject);
    if (tgt->endTime <= now)
        return krbError(context, KRB5KRB_AP_ERR_TKT_EXPIRED, "krb5_get_renewed_creds", subject);
    if (!tgt->renewUntil || *tgt->renewUntil <= now)
        return notRenewable(principal, QString(), 0);
    return {};
}

bool isOwnTgt(const krb5_creds &creds)
{
    Ticket ticket;
    ticket.client = fromNative(creds.client);
    ticket.service = fromNative(creds.server);
    return ticket.isInitialTicketGranting();
}

// What the old cache holds besides the TGT for the user's own realm.
bool outlivesRenewal(krb5_context context, const krb5_creds &creds, Instant now)
{
    if (krb5_is_config_principal(context, creds.server))
        return true;
    const auto end = std::chrono::seconds(static_cast<std::uint32_t>(creds.times.endtime));
    return !isOwnTgt(creds) && Instant(end) > now;
}

Result<MemoryCache> renewed(krb5_context context, krb5_ccache old, const Cache &cache)
{
    const Subject subject{
        .principal = cache.principal->text(), .realm = cache.principal->realm, .place = cache.name};
    const auto client = toNative(context, *cache.principal);
    if (!client)
        return client.error();
    Credential tgt(context);
    auto code = krb5_get_renewed_creds(context, tgt.get(), client->get(), old, nullptr);
    if (code == KRB5KDC_ERR_BADOPTION)
        return notRenewable(subject.principal, krbDetail(context, code, "krb5_get_renewed_creds"), code);
    if (code != 0)
        return krbError(context, code, "krb5_get_renewed_creds", subject);
    MemoryCache memory;
    code = krb5_cc_new_unique(context, "MEMORY", nullptr, into(memory, context));
    if (code == 0)
        code = krb5_cc_initialize(context, memory.get(), client->get());
    if (code == 0)
        code = krb5_cc_store_cred(context, memory.get(), tgt.get());
    if (code != 0)
        return krbError(context, code, "krb5_cc_store_cred", subject);
    return memory;
}

Result<> keepTheRest(krb5_context context, krb5_ccache from, krb5_ccache to, const QString &name)
{
    const Instant now = systemNow();
    krb5_error_code stored = 0;
    const auto keep = [&](krb5_creds &creds) {
        if (stored == 0 && outlivesRenewal(context, creds, now))
            stored = krb5_cc_store_cred(context, to, &creds);
    };
    const auto read = forEachCredential(context, from, keep);
    if (const auto code = read != 0 ? read : stored; code != 0)
        return krbError(context, code, "krb5_cc_store_cred", {.place = name});
    return Ok{};
}

// Asking took a while: who destroyed the cache since, or signed in to it, must have their will.
Result<Cache> putBack(krb5_context context, MemoryCache renewedTgt, const Cache &cache)
{
    const auto now = cacheNamed(context, cache.name);
    if (!now)
        return now.error();
    if (now->principal != cache.principal)
        return krbError(context, KRB5_FCC_NOFILE, "krb5_cc_get_principal",
                        {.principal = cache.principal->text(), .place = cache.name});
    if (!now->ticketGranting() || *now->ticketGranting() != *cache.ticketGranting())
        return now;
    const auto target = openCache(context, cache.name);
    if (!target)
        return target.error();
    if (isKeptByService(cache.name)) {
        const auto code = exchange(context, renewedTgt.get(), target->get(), Others::Stay);
        if (code == 0)
            return cacheNamed(context, cache.name);
        if (code != KRB5_CC_NOSUPP)
            return krbError(context, code, "krb5_cc_store_cred", {.place = cache.name});
    }
    if (const auto kept = keepTheRest(context, target->get(), renewedTgt.get(), cache.name); !kept)
        return kept.error();
    if (const auto moved = move(context, std::move(renewedTgt), target->get(), cache.name); !moved)
        return moved.error();
    return cacheNamed(context, cache.name);
}

} // namespace

Result<Cache> renewTickets(const QString &cacheName, Job &job)
{
    const auto context = Context::make();
    if (!context)
        return context.error();
    const auto cache = cacheNamed(*context, cacheName);
    if (!cache)
        return cache.error();
    if (auto error = whyNot(*context, *cache, systemNow()))
        return *std::move(error);
    const auto asking = Context::make(usableConfig(*cache)); // for the KDCs; the caches are the usual ones
    if (!asking)
        return asking.error();
    const auto old = openCache(*asking, cacheName);
    if (!old)
        return old.error();
    job.expectAnswerWithin(kdcPatience, kdcSilent(cache->principal->realm));
    auto memory = [&] {
        const KdcDialogue dialogue(*asking, job);
        return renewed(*asking, old->get(), *cache);
    }();
    job.answered();
    if (!memory)
        return memory.error();
    if (!job.commit())
        return cancelledError();
    return putBack(*context, *std::move(memory), *cache);
}

} // namespace latchkey::krb
