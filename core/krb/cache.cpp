// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/cache.h"

#include "core/base/paths.h"
#include "core/krb/context.h"
#include "core/krb/krberror.h"
#include "core/krb/nativeprincipal.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace latchkey::krb {

namespace {

// krb5_timestamp counts seconds in 32 bits, unsigned since krb5 1.16, so that it lasts until 2106.
Instant instant(krb5_timestamp timestamp)
{
    return Instant(std::chrono::seconds(static_cast<std::uint32_t>(timestamp)));
}

Ticket ticketFrom(krb5_context context, const krb5_creds &creds)
{
    Ticket ticket;
    ticket.client = fromNative(creds.client);
    ticket.service = fromNative(creds.server);
    ticket.startTime = instant(creds.times.starttime != 0 ? creds.times.starttime : creds.times.authtime);
    ticket.endTime = instant(creds.times.endtime);
    ticket.flags = static_cast<std::uint32_t>(creds.ticket_flags);
    if ((ticket.flags & TKT_FLG_RENEWABLE) != 0 && creds.times.renew_till != 0)
        ticket.renewUntil = instant(creds.times.renew_till);
    ticket.sessionKeyType = creds.keyblock.enctype;
    ticket.size = static_cast<qsizetype>(creds.ticket.length);
    TicketHandle decoded;
    if (krb5_decode_ticket(&creds.ticket, into(decoded, context)) == 0) {
        ticket.ticketKeyType = decoded->enc_part.enctype;
        ticket.keyVersion = decoded->enc_part.kvno;
    }
    return ticket;
}

QString filePath(const QString &name)
{
    if (name.startsWith(QLatin1String("FILE:")))
        return name.mid(5);
    return name.startsWith(QLatin1String("DIR::")) ? name.mid(5) : QString();
}

// A file that was only made, by mktemp or by krb5_cc_new_unique: at most its version and an empty header.
bool isBlankFile(const QString &name)
{
    const QString path = filePath(name);
    const QFileInfo info(path);
    return !path.isEmpty() && info.exists() && info.isReadable() && info.size() <= 4;
}

// libkrb5 writes "tktX.RANDOM" before it renames it to "tktX", and lists it as a cache of a DIR collection meanwhile.
bool isHalfWritten(const QString &name)
{
    static const QRegularExpression temporary(QStringLiteral("^DIR::.*/tkt[^/]*\\.[A-Za-z0-9]{6}$"));
    return temporary.match(name).hasMatch();
}

bool isListed(const QString &name)
{
    // MEMORY caches are those of this process's own work in progress.
    return !name.startsWith(QLatin1String("MEMORY:")) && !isHalfWritten(name);
}

class CollectionCursor
{
public:
    explicit CollectionCursor(krb5_context context)
        : m_context(context), m_code(krb5_cccol_cursor_new(context, &m_cursor))
    { }
    ~CollectionCursor()
    {
        if (m_cursor)
            krb5_cccol_cursor_free(m_context, &m_cursor);
    }
    CollectionCursor(const CollectionCursor &) = delete;
    CollectionCursor &operator=(const CollectionCursor &) = delete;

    /// Null at the end and where reading failed: see code().
    CacheHandle next()
    {
        CacheHandle cache;
        if (m_code == 0)
            m_code = krb5_cccol_cursor_next(m_context, m_cursor, into(cache, m_context));
        return cache;
    }
    krb5_error_code code() const { return m_code; }

private:
    krb5_context m_context;
    krb5_cccol_cursor m_cursor = nullptr;
    krb5_error_code m_code;
};

void addLibraryCaches(krb5_context context, Collection &collection)
{
    CollectionCursor cursor(context);
    while (CacheHandle cache = cursor.next()) {
        QString name = fullName(context, cache.get());
        const bool own = name.startsWith(ownCacheName(QString()));
        if (isListed(name))
            collection.caches.push_back({std::move(cache), std::move(name), own});
    }
    if (cursor.code() != 0) {
        const QString name = QString::fromLocal8Bit(krb5_cc_default_name(context));
        collection.problem = krbError(context, cursor.code(), "krb5_cccol_cursor_next", {.place = name});
    }
}

// Without XDG_RUNTIME_DIR the folder is in /tmp, where somebody else may have made it, with caches in it.
bool mayTrustOwnFolder()
{
    return paths::isPrivate(paths::runtimeDir()) && paths::isPrivate(ownFolder());
}

void addOwnCaches(krb5_context context, Collection &collection)
{
    if (!mayTrustOwnFolder())
        return;
    const QStringList files = QDir(ownFolder()).entryList({QStringLiteral("tkt*")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString name = ownCacheName(file);
        const bool known = std::any_of(collection.caches.begin(), collection.caches.end(),
                                       [&name](const OpenCache &cache) { return cache.name == name; });
        if (known || !isListed(name))
            continue;
        if (auto cache = openCache(context, name))
            collection.caches.push_back({*std::move(cache), name, true});
    }
}

// The default cache may be outside the collection that libkrb5 enumerates, or not exist.
QString findDefault(krb5_context context)
{
    CacheHandle cache;
    if (krb5_cc_default(context, into(cache, context)) != 0)
        return {};
    return fullName(context, cache.get());
}

} // namespace

QString ownFolder()
{
    return paths::runtimeDir() + QLatin1String("/ccache");
}

QString ownCacheName(const QString &file)
{
    return QLatin1String("DIR::") + ownFolder() + QLatin1Char('/') + file;
}

QString fullName(krb5_context context, krb5_ccache cache)
{
    StringHandle name;
    if (krb5_cc_get_full_name(context, cache, into(name, context)) != 0)
        return {};
    return QString::fromLocal8Bit(name.get());
}

Result<CacheHandle> openCache(krb5_context context, const QString &name)
{
    CacheHandle cache;
    const auto code = krb5_cc_resolve(context, name.toLocal8Bit().constData(), into(cache, context));
    if (code != 0)
        return krbError(context, code, "krb5_cc_resolve", {.place = name});
    return cache;
}

Collection openCollection(krb5_context context)
{
    Collection collection;
    collection.defaultName = findDefault(context);
    addLibraryCaches(context, collection);
    addOwnCaches(context, collection);
    const auto isDefault = [&collection](const OpenCache &cache) {
        return cache.name == collection.defaultName;
    };
    std::stable_partition(collection.caches.begin(), collection.caches.end(), isDefault);
    return collection;
}

Result<std::optional<Principal>> principalOf(krb5_context context, krb5_ccache cache, const QString &name)
{
    PrincipalHandle principal;
    const auto code = krb5_cc_get_principal(context, cache, into(principal, context));
    if (code == 0)
        return std::optional(fromNative(principal.get()));
    if (code == KRB5_FCC_NOFILE || code == KRB5_CC_NOTFOUND || isBlankFile(name))
        return std::optional<Principal>();
    return krbError(context, code, "krb5_cc_get_principal", {.place = name});
}

Cache readCache(krb5_context context, const OpenCache &open, const QString &defaultName)
{
    Cache cache;
    cache.name = open.name;
    cache.isDefault = open.name == defaultName;
    cache.isPrivate = open.isPrivate;
    auto principal = principalOf(context, open.handle.get(), open.name);
    if (!principal) {
        cache.problem = principal.error();
        return cache;
    }
    cache.principal = *principal;
    if (!cache.principal)
        return cache;
    const auto add = [&](krb5_creds &creds) {
        if (!krb5_is_config_principal(context, creds.server))
            cache.tickets += ticketFrom(context, creds);
    };
    if (const auto code = forEachCredential(context, open.handle.get(), add); code != 0)
        cache.problem = krbError(context, code, "krb5_cc_next_cred", {.place = open.name});
    return cache;
}

Result<QList<Cache>> listCaches()
{
    const auto context = Context::make();
    if (!context)
        return context.error();
    const Collection collection = openCollection(*context);
    QList<Cache> caches;
    for (const OpenCache &open : collection.caches) {
        Cache cache = readCache(*context, open, collection.defaultName);
        if (cache.principal || cache.problem)
            caches += std::move(cache);
    }
    if (collection.problem) {
        Cache broken;
        broken.name = QString::fromLocal8Bit(krb5_cc_default_name(*context));
        broken.problem = collection.problem;
        caches += broken;
    }
    return caches;
}

Result<Cache> cacheNamed(krb5_context context, const QString &name)
{
    auto handle = openCache(context, name);
    if (!handle)
        return handle.error();
    const QString full = fullName(context, handle->get());
    const OpenCache open{*std::move(handle), full, full.startsWith(ownCacheName(QString()))};
    Cache cache = readCache(context, open, findDefault(context));
    if (cache.problem)
        return *cache.problem;
    if (!cache.principal)
        return krbError(context, KRB5_FCC_NOFILE, "krb5_cc_get_principal", {.place = full});
    return cache;
}

} // namespace latchkey::krb
