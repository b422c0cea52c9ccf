// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/removal.h"

#include "core/krb/cache.h"
#include "core/krb/cachefile.h"
#include "core/krb/context.h"
#include "core/krb/krberror.h"
#include "core/krb/nativeprincipal.h"
#include "core/krb/ticketremoval.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace latchkey::krb {

namespace {

Error noSuchCache(const QString &name)
{
    return {Error::Code::NotFound,
            QCoreApplication::translate(
                "latchkey::krb", "Nothing was destroyed because there is no credential cache “%1”. Look at "
                                 "the list of caches for its full name.")
                .arg(name),
            QString(), 0};
}

Result<> destroyCache(krb5_context context, OpenCache cache)
{
    if (const auto code = krb5_cc_destroy(context, cache.handle.release()); code != 0)
        return krbError(context, code, "krb5_cc_destroy", {.place = cache.name});
    return Ok{};
}

// A cache that resists does not save the others; the first failure is what is reported.
Result<int> destroyAll(krb5_context context)
{
    Collection collection = openCollection(context);
    tidy(collection);
    std::optional<Error> failure = collection.problem;
    int destroyed = 0;
    for (OpenCache &cache : collection.caches) {
        const auto done = destroyCache(context, std::move(cache));
        destroyed += done ? 1 : 0;
        if (!done && !failure)
            failure = done.error();
    }
    if (failure)
        return *failure;
    return destroyed;
}

Result<int> destroyOne(krb5_context context, const QString &name)
{
    auto handle = openCache(context, name);
    if (!handle)
        return handle.error();
    const auto holder = principalOf(context, handle->get(), name);
    if (holder && !*holder)
        return noSuchCache(name);
    const QString path = filePath(fullName(context, handle->get()));
    const auto done = destroyCache(context, {*std::move(handle), name, false});
    if (!done)
        return done.error();
    if (!path.isEmpty())
        removeLeftovers(QFileInfo(path).absolutePath());
    return 1;
}

Error noSuchTicket(const QString &cacheName)
{
    return {Error::Code::NotFound,
            QCoreApplication::translate(
                "latchkey::krb",
                "Nothing was destroyed because the ticket is no longer in the credential cache “%1”.")
                .arg(cacheName),
            QString(), 0};
}

Result<int> destroyTicket(krb5_context context, const OneTicket &ticket)
{
    auto cache = openCache(context, ticket.cacheName);
    if (!cache)
        return cache.error();
    const auto holder = principalOf(context, cache->get(), ticket.cacheName);
    if (holder && !*holder)
        return noSuchCache(ticket.cacheName);
    auto removed = removeTicket(context, cache->get(), ticket.id, ticket.cacheName);
    if (removed && *removed == 0)
        return noSuchTicket(ticket.cacheName);
    return removed;
}

Result<int> destroyTickets(krb5_context context, const ServiceTickets &tickets)
{
    const auto principal = Principal::parse(tickets.service);
    if (!principal)
        return principal.error();
    const auto native = toNative(context, *principal);
    if (!native)
        return native.error();
    const Collection collection = openCollection(context);
    std::optional<Error> failure;
    int removed = 0;
    for (const OpenCache &cache : collection.caches) {
        const bool isMeant = tickets.cacheName.isEmpty() || cache.name == tickets.cacheName;
        const auto holder = principalOf(context, cache.handle.get(), cache.name);
        if (!isMeant || !holder || !*holder)
            continue;
        const auto done = removeTickets(context, cache.handle.get(), native->get(), cache.name);
        removed += done ? *done : 0;
        if (!done)
            failure = done.error();
    }
    if (failure)
        return *failure;
    return removed;
}

} // namespace

Result<int> removeTarget(const DestroyTarget &target)
{
    const auto context = Context::make();
    if (!context)
        return context.error();
    if (const auto *one = std::get_if<OneCache>(&target))
        return destroyOne(*context, one->name);
    if (const auto *ticket = std::get_if<OneTicket>(&target))
        return destroyTicket(*context, *ticket);
    if (const auto *tickets = std::get_if<ServiceTickets>(&target))
        return destroyTickets(*context, *tickets);
    return destroyAll(*context);
}

} // namespace latchkey::krb
