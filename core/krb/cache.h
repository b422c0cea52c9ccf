// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/krb/handles.h"
#include "core/krb/ticket.h"

#include <optional>
#include <vector>

namespace latchkey::krb {

/// A cache that exists, opened but not yet read.
struct OpenCache
{
    CacheHandle handle;
    QString name; ///< full, "TYPE:residual"
    bool isPrivate = false;
};

/// What can be opened of the libkrb5 collection and, behind it, Latchkey's own; the default cache comes first.
struct Collection
{
    std::vector<OpenCache> caches;
    QString
        defaultName; ///< full name of the default cache, whether it exists or not; empty if libkrb5 has none
    std::optional<Error> problem; ///< why the libkrb5 collection could not be read (to the end)
};

Collection openCollection(krb5_context context);

/// Removes what processes that are no more left half-way beside the collection's files: see replaceFile().
void tidy(const Collection &collection);

/// Opens a cache by its full name; it need not exist.
Result<CacheHandle> openCache(krb5_context context, const QString &name);
QString fullName(krb5_context context, krb5_ccache cache);
/// The full name of the default cache, which may be outside the collection that libkrb5 enumerates, or not exist; empty if
/// there is none.
QString defaultCacheName(krb5_context context);
/// Where a FILE or DIR cache with this full name lies; empty for other types.
QString filePath(const QString &name);

/// None: it does not exist or holds nobody yet.
Result<std::optional<Principal>> principalOf(krb5_context context, krb5_ccache cache, const QString &name);

/// The cache's tickets, without keys. What cannot be read is in Cache::problem.
Cache readCache(krb5_context context, const OpenCache &cache, const QString &defaultName);

/// Every cache that holds somebody or has a problem. Tidies the collection.
Result<QList<Cache>> listCaches();

/// One cache as listCaches() would show it; NotSignedIn if there is nobody in it.
Result<Cache> cacheNamed(krb5_context context, const QString &name);

/// The folder of Latchkey's own caches, a DIR collection. It need not exist.
QString ownFolder();
/// The full name that a file of that folder has.
QString ownCacheName(const QString &file);

/// Calls `visit(krb5_creds &)` for each credential of the cache, configuration entries included; 0 or why it stopped.
template <typename Visitor>
krb5_error_code forEachCredential(krb5_context context, krb5_ccache cache, Visitor visit)
{
    krb5_cc_cursor cursor = nullptr;
    if (const auto code = krb5_cc_start_seq_get(context, cache, &cursor); code != 0)
        return code;
    krb5_error_code code = 0;
    while (code == 0) {
        Credential credential(context);
        code = krb5_cc_next_cred(context, cache, &cursor, credential.get());
        if (code == 0)
            visit(*credential.get());
    }
    const krb5_error_code ended = krb5_cc_end_seq_get(context, cache, &cursor);
    return code == KRB5_CC_END ? ended : code;
}

} // namespace latchkey::krb
