// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/ownconfig.h"

#include "core/krb/cache.h"
#include "core/krb/context.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <unistd.h>

namespace latchkey::krb {

namespace {

const QString entryKey =
    QStringLiteral("latchkey_krb5_config"); // the value: the path, as the file system has it

bool canBeRead(const QString &path)
{
    const QFileInfo file(path);
    return file.isFile() && file.isReadable();
}

/// Caches that are no files are the user's own by nature.
bool isOwn(const Cache &cache)
{
    const QString file = filePath(cache.name);
    return file.isEmpty() || QFileInfo(file).ownerId() == geteuid();
}

bool isMeant(const OpenCache &cache, const CacheChoice &choice)
{
    if (const auto *named = std::get_if<NamedCache>(&choice))
        return cache.name == named->name;
    return std::holds_alternative<AutomaticCache>(choice) || cache.isPrivate;
}

bool startsAnew(const CacheChoice &choice)
{
    return std::holds_alternative<NewCache>(choice) || std::holds_alternative<NewMemoryCache>(choice);
}

} // namespace

QString notedConfig(const Cache &cache)
{
    const auto entry =
        std::find_if(cache.configuration.begin(), cache.configuration.end(),
                     [](const ConfigurationEntry &candidate) { return candidate.key == entryKey; });
    return entry != cache.configuration.end() && isOwn(cache) ? QFile::decodeName(entry->value) : QString();
}

QString configRemark(const Cache &cache)
{
    const QString noted = notedConfig(cache);
    if (noted.isEmpty() || canBeRead(noted))
        return {};
    return QCoreApplication::translate("latchkey::krb",
                                       "The Kerberos configuration “%1”, which these tickets were got with, "
                                       "cannot be read. The usual one is used instead; if no KDC is found "
                                       "with it, restore the file.")
        .arg(noted);
}

QString usableConfig(const Cache &cache)
{
    const QString noted = notedConfig(cache);
    return canBeRead(noted) ? noted : QString();
}

QString configOfEarlierSignIn(const QString &principal, const CacheChoice &choice)
{
    const auto wanted = Principal::parse(principal);
    const auto context = Context::make();
    if (startsAnew(choice) || !wanted || !context)
        return {};
    Collection collection = openCollection(*context);
    if (const auto *named = std::get_if<NamedCache>(&choice)) { // which may be outside the collection
        if (auto cache = openCache(*context, named->name))
            collection.caches.push_back({*std::move(cache), named->name, false});
    }
    for (const OpenCache &cache : collection.caches) {
        const auto holder = principalOf(*context, cache.handle.get(), cache.name);
        if (isMeant(cache, choice) && holder && *holder == *wanted)
            return usableConfig(readCache(*context, cache, collection.defaultName));
    }
    return {};
}

int noteConfig(_krb5_context *context, _krb5_ccache *cache, const QString &config)
{
    QByteArray path = QFile::encodeName(config);
    krb5_data value{KV5M_DATA, static_cast<unsigned int>(path.size()), path.data()};
    return krb5_cc_set_config(context, cache, nullptr, entryKey.toLatin1().constData(), &value);
}

} // namespace latchkey::krb
