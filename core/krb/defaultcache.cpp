// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/defaultcache.h"

#include "core/krb/cache.h"
#include "core/krb/context.h"
#include "core/krb/krberror.h"

#include <QCoreApplication>

#include <algorithm>

namespace latchkey::krb {

namespace {

Error holdsNobody(const QString &cacheName)
{
    return {Error::Code::NotSignedIn,
            QCoreApplication::translate("latchkey::krb",
                                        "The credential cache “%1” cannot become the default because it "
                                        "holds no tickets any more. Sign in first.")
                .arg(cacheName),
            QString(), 0};
}

Error noSuchNotion(const QString &principal, const QString &cacheName, const QString &defaultName)
{
    return {
        Error::Code::CacheUnusable,
        QCoreApplication::translate(
            "latchkey::krb",
            "%1 cannot become the default because the default cache “%2” is a single one, not part of a "
            "collection, and is not overwritten. Profiles that name %1 work all the same; for other programs "
            "set KRB5CCNAME to “%3”, or use a collection as the default (such as DIR: or KCM:).")
            .arg(principal, defaultName, cacheName),
        QString(), 0};
}

// krb5_cc_switch() itself says yes to a FILE cache, and does nothing.
bool canSwitch(krb5_context context, const OpenCache &cache, const QString &defaultName)
{
    const QByteArray type = cache.name.section(QLatin1Char(':'), 0, 0).toLatin1();
    const bool inCollection = !cache.isPrivate || defaultName.startsWith(ownCacheName(QString()));
    return inCollection && krb5_cc_support_switch(context, type.constData());
}

} // namespace

Result<> switchTo(const QString &cacheName)
{
    const auto context = Context::make();
    if (!context)
        return context.error();
    const Collection collection = openCollection(*context);
    const auto cache = std::find_if(collection.caches.begin(), collection.caches.end(),
                                    [&](const OpenCache &one) { return one.name == cacheName; });
    if (cache == collection.caches.end())
        return holdsNobody(cacheName);
    const auto holder = principalOf(*context, cache->handle.get(), cacheName);
    if (!holder)
        return holder.error();
    if (!*holder)
        return holdsNobody(cacheName);
    if (cacheName == collection.defaultName)
        return Ok{};
    if (!canSwitch(*context, *cache, collection.defaultName))
        return noSuchNotion((*holder)->text(), cacheName, collection.defaultName);
    if (const auto code = krb5_cc_switch(*context, cache->handle.get()); code != 0)
        return krbError(*context, code, "krb5_cc_switch", {.place = cacheName});
    return Ok{};
}

} // namespace latchkey::krb
