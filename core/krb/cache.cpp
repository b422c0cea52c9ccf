// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/cache.h"

#include "core/base/paths.h"
#include "core/krb/cachefile.h"
#include "core/krb/cachefilereader.h"
#include "core/krb/context.h"
#include "core/krb/expirynote.h"
#include "core/krb/krberror.h"
#include "core/krb/nativeprincipal.h"
#include "core/krb/nativeticket.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

#include <profile.h>

namespace latchkey::krb {

namespace {

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

// MEMORY caches are those of this process's own work in progress, unless one is the default.
bool isListed(const QString &name, const QString &defaultName)
{
    return (name == defaultName || !name.startsWith(QLatin1String("MEMORY:"))) && !isHalfWritten(name);
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
        if (isListed(name, collection.defaultName))
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
        if (known || !isListed(name, collection.defaultName))
            continue;
        if (auto cache = openCache(context, name))
            collection.caches.push_back({*std::move(cache), name, true});
    }
}

// Null: krb5.conf does not say.
QString configuredDefault(krb5_context context)
{
    profile_t profile = nullptr;
    if (krb5_get_profile(context, &profile) != 0)
        return {};
    char *value = nullptr;
    QString configured;
    if (profile_get_string(profile, "libdefaults", "default_ccache_name", nullptr, nullptr, &value) == 0
        && value)
        configured = QString::fromLocal8Bit(value);
    profile_release_string(value);
    profile_release(profile);
    return configured;
}

DefaultOrigin originOf(krb5_context context, const QString &cacheName)
{
    return defaultOrigin(qEnvironmentVariable("KRB5CCNAME"), configuredDefault(context),
                         QString::fromLocal8Bit(krb5_cc_default_name(context)), cacheName);
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

QString defaultCacheName(krb5_context context)
{
    CacheHandle cache;
    if (krb5_cc_default(context, into(cache, context)) != 0)
        return {};
    return fullName(context, cache.get());
}

QString filePath(const QString &name)
{
    if (name.startsWith(QLatin1String("FILE:")))
        return name.mid(5);
    return name.startsWith(QLatin1String("DIR::")) ? name.mid(5) : QString();
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
    collection.defaultName = defaultCacheName(context);
    addLibraryCaches(context, collection);
    addOwnCaches(context, collection);
    const auto isDefault = [&collection](const OpenCache &cache) {
        return cache.name == collection.defaultName;
    };
    std::stable_partition(collection.caches.begin(), collection.caches.end(), isDefault);
    return collection;
}

void tidy(const Collection &collection)
{
    QSet<QString> folders;
    const auto add = [&folders](const QString &cacheName) {
        if (const QString path = filePath(cacheName); !path.isEmpty())
            folders += QFileInfo(path).absolutePath();
    };
    add(collection.defaultName);
    for (const OpenCache &cache : collection.caches)
        add(cache.name);
    if (mayTrustOwnFolder())
        folders += ownFolder();
    for (const QString &folder : std::as_const(folders))
        removeLeftovers(folder);
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
    if (cache.isDefault)
        cache.defaultOrigin = originOf(context, open.name);
    const QString path = filePath(open.name);
    auto file = path.isEmpty() ? std::nullopt : CacheFileReader::open(path);
    const auto principal = file ? Result<std::optional<Principal>>(file->principal())
                                : principalOf(context, open.handle.get(), open.name);
    if (!principal) {
        cache.problem = principal.error();
        return cache;
    }
    cache.principal = *principal;
    if (!cache.principal)
        return cache;
    Ticket first;
    first.client = *cache.principal;
    const auto add = [&](const krb5_creds &creds) {
        if (!krb5_is_config_principal(context, creds.server)) {
            const Ticket &similar = cache.tickets.isEmpty() ? first : cache.tickets.constLast();
            cache.tickets += fromNative(context, creds, similar);
            return;
        }
        cache.configuration += configurationFrom(creds);
        if (const auto expires = notedPasswordExpiry(creds))
            cache.passwordExpires = expires;
    };
    auto code = file ? file->visit(add) : forEachCredential(context, open.handle.get(), add);
    if (file && code != 0) { // libkrb5 can do more with it, or says what is wrong
        cache.tickets.clear();
        cache.configuration.clear();
        cache.passwordExpires.reset();
        file.reset();
        code = forEachCredential(context, open.handle.get(), add);
    }
    if (code != 0)
        cache.problem = krbError(context, code, "krb5_cc_next_cred", {.place = open.name});
    return cache;
}

Result<QList<Cache>> listCaches()
{
    const auto context = Context::make();
    if (!context)
        return context.error();
    const Collection collection = openCollection(*context);
    tidy(collection);
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
    Cache cache = readCache(context, open, defaultCacheName(context));
    if (cache.problem)
        return *cache.problem;
    if (!cache.principal)
        return krbError(context, KRB5_FCC_NOFILE, "krb5_cc_get_principal", {.place = full});
    return cache;
}

} // namespace latchkey::krb
