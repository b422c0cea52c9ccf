// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/ticketremoval.h"

#include "core/krb/cache.h"
#include "core/krb/krberror.h"
#include "core/krb/nativeticket.h"
#include "core/krb/storage.h"

#include <QFile>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <vector>

#include <fcntl.h>

namespace latchkey::krb {

namespace {

using Credentials = std::vector<CredentialHandle>;
using Predicate = std::function<bool(const krb5_creds &)>;

/// What a cache holds, in what goes and what stays.
struct Parted
{
    Credentials going;
    Credentials staying;
};

Result<Parted> part(krb5_context context, krb5_ccache cache, const Predicate &goes, const QString &cacheName)
{
    Parted parted;
    krb5_error_code failed = 0;
    const auto sort = [&](krb5_creds &creds) {
        CredentialHandle copy;
        if (const auto code = krb5_copy_creds(context, &creds, into(copy, context)); code != 0)
            failed = code;
        else
            (goes(creds) ? parted.going : parted.staying).push_back(std::move(copy));
    };
    const auto read = forEachCredential(context, cache, sort);
    if (read != 0 || failed != 0)
        return krbError(context, read != 0 ? read : failed, "krb5_cc_next_cred", {.place = cacheName});
    return parted;
}

/// For types that cannot remove a single credential, such as sssd's KCM: all is written anew without it.
Result<> rewrite(krb5_context context, krb5_ccache cache, const Credentials &staying,
                 const QString &cacheName)
{
    PrincipalHandle principal;
    auto code = krb5_cc_get_principal(context, cache, into(principal, context));
    if (code != 0)
        return krbError(context, code, "krb5_cc_get_principal", {.place = cacheName});
    MemoryCache memory;
    code = krb5_cc_new_unique(context, "MEMORY", nullptr, into(memory, context));
    if (code == 0)
        code = krb5_cc_initialize(context, memory.get(), principal.get());
    for (auto creds = staying.begin(); code == 0 && creds != staying.end(); ++creds)
        code = krb5_cc_store_cred(context, memory.get(), creds->get());
    if (code != 0)
        return krbError(context, code, "krb5_cc_store_cred", {.place = cacheName});
    return move(context, std::move(memory), cache, cacheName);
}

QSet<QByteArray> idsIn(krb5_context context, krb5_ccache cache)
{
    QSet<QByteArray> ids;
    forEachCredential(context, cache, [&ids](krb5_creds &creds) { ids += idOf(creds); });
    return ids;
}

bool hasSameNames(krb5_context context, const krb5_creds &one, const krb5_creds &other)
{
    return krb5_principal_compare(context, one.client, other.client)
           && krb5_principal_compare(context, one.server, other.server);
}

// libkrb5 tells credentials apart by their names, times, flags and key type only: their like goes too, and is put back.
Result<> putBackTwins(krb5_context context, krb5_ccache cache, const Parted &parted,
                      const QSet<QByteArray> &left, const QString &cacheName)
{
    for (const CredentialHandle &creds : parted.staying) {
        const auto isTwin = [&](const CredentialHandle &gone) {
            return hasSameNames(context, *gone, *creds);
        };
        if (left.contains(idOf(*creds)) || std::none_of(parted.going.begin(), parted.going.end(), isTwin))
            continue;
        if (const auto code = krb5_cc_store_cred(context, cache, creds.get()); code != 0)
            return krbError(context, code, "krb5_cc_store_cred", {.place = cacheName});
    }
    return Ok{};
}

QByteArray keyOf(const krb5_creds &creds)
{
    return {reinterpret_cast<const char *>(creds.keyblock.contents),
            static_cast<qsizetype>(creds.keyblock.length)};
}

int overwrite(const QString &path, const QList<QByteArray> &keys)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return EACCES;
    struct flock lock = {}; // of the kind that libkrb5 takes
    lock.l_type = F_WRLCK;
    if (fcntl(file.handle(), F_OFD_SETLKW, &lock) != 0)
        return errno;
    QByteArray bytes = file.readAll();
    bool written = true;
    for (const QByteArray &key : keys) {
        for (qsizetype at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + key.size()))
            written = written && file.seek(at) && file.write(QByteArray(key.size(), '\0')) == key.size();
    }
    bytes.fill('\0');
    return written ? 0 : EIO;
}

// A FILE cache only marks what is removed, and leaves its key where it was.
Result<> scrub(krb5_context context, const Parted &parted, const QString &path, const QString &cacheName)
{
    QList<QByteArray> keys;
    for (const CredentialHandle &gone : parted.going) {
        const QByteArray key = keyOf(*gone);
        // One ticket can be in a cache under two names.
        const bool stays =
            std::any_of(parted.staying.begin(), parted.staying.end(),
                        [&key](const CredentialHandle &creds) { return keyOf(*creds) == key; });
        if (!key.isEmpty() && !stays)
            keys += key;
    }
    const int code = overwrite(path, keys);
    for (QByteArray &key : keys)
        key.fill('\0');
    if (code != 0)
        return krbError(context, code, "overwrite", {.place = cacheName});
    return Ok{};
}

Result<int> removeMatching(krb5_context context, krb5_ccache cache, const Predicate &goes,
                           const QString &cacheName)
{
    const auto parted = part(context, cache, goes, cacheName);
    if (!parted)
        return parted.error();
    if (parted->going.empty())
        return 0;
    const krb5_flags exactly = KRB5_TC_MATCH_TIMES_EXACT | KRB5_TC_MATCH_FLAGS_EXACT | KRB5_TC_MATCH_KTYPE;
    for (const CredentialHandle &creds : parted->going)
        krb5_cc_remove_cred(context, cache, exactly, creds.get());
    // Whatever was answered: some types do nothing.
    const QSet<QByteArray> left = idsIn(context, cache);
    const bool isLeft =
        std::any_of(parted->going.begin(), parted->going.end(),
                    [&left](const CredentialHandle &gone) { return left.contains(idOf(*gone)); });
    Result<> done = isLeft ? rewrite(context, cache, parted->staying, cacheName)
                           : putBackTwins(context, cache, *parted, left, cacheName);
    const QString path = filePath(cacheName);
    if (done && !isLeft && !path.isEmpty())
        done = scrub(context, *parted, path, cacheName);
    if (!done)
        return done.error();
    return static_cast<int>(parted->going.size());
}

} // namespace

Result<int> removeTickets(krb5_context context, krb5_ccache cache, krb5_const_principal service,
                          const QString &cacheName)
{
    const auto isForService = [&](const krb5_creds &creds) {
        return krb5_principal_compare(context, creds.server, service) != 0;
    };
    return removeMatching(context, cache, isForService, cacheName);
}

Result<int> removeTicket(krb5_context context, krb5_ccache cache, const QByteArray &id,
                         const QString &cacheName)
{
    const auto isMeant = [&](const krb5_creds &creds) {
        return !krb5_is_config_principal(context, creds.server) && idOf(creds) == id;
    };
    return removeMatching(context, cache, isMeant, cacheName);
}

} // namespace latchkey::krb
