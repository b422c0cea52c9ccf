// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/storage.h"

#include "core/base/paths.h"
#include "core/krb/cache.h"
#include "core/krb/cachefile.h"
#include "core/krb/exchange.h"
#include "core/krb/krberror.h"
#include "core/krb/ownconfig.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>

namespace latchkey::krb {

namespace {

Result<CacheHandle> ownCache(krb5_context context, const QByteArray &suffix)
{
    for (const QString &folder : {paths::runtimeDir(), ownFolder()}) {
        if (const auto made = paths::makePrivate(folder); !made)
            return made.error();
    }
    return openCache(context, ownCacheName(QLatin1String("tkt") + QString::fromLatin1(suffix)));
}

CacheHandle holding(krb5_context context, Collection &collection, const Principal &principal)
{
    for (OpenCache &cache : collection.caches) {
        const auto holder = principalOf(context, cache.handle.get(), cache.name);
        if (holder && *holder == principal)
            return std::move(cache.handle);
    }
    return {};
}

CacheHandle emptyDefault(krb5_context context, const QString &name)
{
    if (name.isEmpty())
        return {};
    auto cache = openCache(context, name);
    if (!cache)
        return {};
    const auto holder = principalOf(context, cache->get(), name);
    return holder && !*holder ? *std::move(cache) : CacheHandle();
}

CacheHandle newInCollection(krb5_context context, const QString &defaultName)
{
    const QByteArray type = defaultName.section(QLatin1Char(':'), 0, 0).toLatin1();
    if (type.isEmpty() || !krb5_cc_support_switch(context, type.constData()))
        return {};
    CacheHandle cache;
    // Where this fails (a DIR default that names one file, a service that is down), Latchkey's own collection helps.
    if (krb5_cc_new_unique(context, type.constData(), nullptr, into(cache, context)) != 0)
        return {};
    return cache;
}

struct Home
{
    CacheHandle cache;
    bool isNew = false; ///< made for this sign-in: goes again if that fails
};

// One file a principal, so that signing in twice at the same time ends in one cache.
Result<Home> privateHome(krb5_context context, const Principal &principal)
{
    const QByteArray digest =
        QCryptographicHash::hash(principal.text().toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    auto own = ownCache(context, digest);
    if (!own)
        return own.error();
    return Home{*std::move(own)};
}

Error heldByAnother(const QString &cacheName, const Principal &holder, const Principal &principal)
{
    return {Error::Code::CacheUnusable,
            QCoreApplication::translate(
                "latchkey::krb", "The tickets of %1 were not put into the credential cache “%2” because it "
                                 "holds those of %3, which "
                                 "are not overwritten. Choose another cache, or destroy that one first.")
                .arg(principal.text(), cacheName, holder.text()),
            QString(), 0};
}

Error lostAtTheEnd(const QString &cacheName)
{
    return {Error::Code::CacheUnusable,
            QCoreApplication::translate("latchkey::krb", "The credential cache “%1” cannot be chosen because "
                                                         "a MEMORY cache ends with this program. Choose one "
                                                         "of another type, such as FILE or KCM.")
                .arg(cacheName),
            QString(), 0};
}

Result<Home> automaticHome(krb5_context context, const Principal &principal)
{
    Collection collection = openCollection(context);
    if (auto cache = holding(context, collection, principal))
        return Home{std::move(cache)};
    if (auto cache = emptyDefault(context, collection.defaultName))
        return Home{std::move(cache)};
    if (auto cache = newInCollection(context, collection.defaultName))
        return Home{std::move(cache), true};
    return privateHome(context, principal);
}

// Where the default cache is a single one, Latchkey's own collection has room.
Result<Home> newHome(krb5_context context)
{
    const Collection collection = openCollection(context);
    if (auto cache = newInCollection(context, collection.defaultName))
        return Home{std::move(cache), true};
    const auto random = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    auto own = ownCache(context, random);
    if (!own)
        return own.error();
    return Home{*std::move(own), true};
}

Result<Home> namedHome(krb5_context context, const QString &name, const Principal &principal)
{
    auto cache = openCache(context, name);
    if (!cache)
        return cache.error();
    const QString full = fullName(context, cache->get());
    if (full.startsWith(QLatin1String("MEMORY:")))
        return lostAtTheEnd(full);
    const auto holder = principalOf(context, cache->get(), full);
    if (!holder)
        return holder.error();
    if (*holder && **holder != principal)
        return heldByAnother(full, **holder, principal);
    return Home{*std::move(cache)};
}

Result<Home> homeFor(krb5_context context, const Principal &principal, const CacheChoice &choice)
{
    if (std::holds_alternative<NewCache>(choice))
        return newHome(context);
    if (std::holds_alternative<PrivateCache>(choice))
        return privateHome(context, principal);
    if (const auto *named = std::get_if<NamedCache>(&choice))
        return namedHome(context, named->name, principal);
    return automaticHome(context, principal);
}

bool holdSame(krb5_context context, krb5_ccache one, krb5_ccache other)
{
    PrincipalHandle first;
    PrincipalHandle second;
    if (krb5_cc_get_principal(context, one, into(first, context)) != 0
        || krb5_cc_get_principal(context, other, into(second, context)) != 0)
        return false;
    return krb5_principal_compare(context, first.get(), second.get());
}

krb5_error_code replace(krb5_context context, MemoryCache &source, krb5_ccache target, const QString &name)
{
    if (const QString path = filePath(name); !path.isEmpty())
        return replaceFile(context, source, path);
    if (isKeptByService(name) && holdSame(context, source.get(), target)) {
        const auto code = exchange(context, source.get(), target, Others::Go);
        if (code != KRB5_CC_NOSUPP)
            return code; // moving empties the cache first, and would fail as well
    }
    const auto code = krb5_cc_move(context, source.get(), target);
    if (code == 0)
        static_cast<void>(source.release());
    return code;
}

Result<Cache> keptInMemory(krb5_context context, MemoryCache cache, const QString &name)
{
    auto kept = cacheNamed(context, name);
    if (kept)
        krb5_cc_close(context, cache.release());
    return kept;
}

} // namespace

Result<> move(krb5_context context, MemoryCache source, krb5_ccache target, const QString &targetName)
{
    const QString name = fullName(context, target);
    const bool wasDefault = defaultCacheName(context) == name;
    if (const auto code = replace(context, source, target, name); code != 0)
        return krbError(context, code, "krb5_cc_move", {.place = targetName});
    // A daemon that was never told which cache is the primary one, as sssd's, may take another one when a second comes.
    if (wasDefault && filePath(name).isEmpty()
        && krb5_cc_support_switch(context, krb5_cc_get_type(context, target)))
        krb5_cc_switch(context, target);
    return Ok{};
}

Result<Cache> store(krb5_context context, MemoryCache cache, const Storing &how, Job &job)
{
    const QString memoryName = fullName(context, cache.get());
    const auto principal = principalOf(context, cache.get(), memoryName);
    if (!principal)
        return principal.error();
    if (!*principal)
        return krbError(context, KRB5_CC_NOTFOUND, "krb5_cc_get_principal", {.place = memoryName});
    const int noted = how.config.isEmpty() ? 0 : noteConfig(context, cache.get(), how.config);
    if (noted != 0)
        return krbError(context, noted, "krb5_cc_set_config", {.place = memoryName});
    if (!job.commit())
        return cancelledError();
    if (std::holds_alternative<NewMemoryCache>(how.choice))
        return keptInMemory(context, std::move(cache), memoryName);
    auto home = homeFor(context, **principal, how.choice);
    if (!home)
        return home.error();
    const QString name = fullName(context, home->cache.get());
    if (const auto moved = move(context, std::move(cache), home->cache.get(), name); !moved) {
        if (home->isNew)
            krb5_cc_destroy(context, home->cache.release());
        return moved.error();
    }
    return cacheNamed(context, name);
}

} // namespace latchkey::krb
