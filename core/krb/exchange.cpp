// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/exchange.h"

#include "core/krb/cache.h"
#include "core/krb/nativeprincipal.h"
#include "core/krb/nativeticket.h"

#include <QMap>

#include <algorithm>
#include <vector>

namespace latchkey::krb {

namespace {

/// Which credentials a cache holds: their digests, by service.
using Contents = QMultiMap<QString, QByteArray>;

void add(const krb5_creds &creds, Contents &contents)
{
    contents.insert(fromNative(creds.server).text(), idOf(creds));
}

krb5_error_code storeAll(krb5_context context, krb5_ccache from, krb5_ccache to, Contents &stored)
{
    krb5_error_code failed = 0;
    const auto code = forEachCredential(context, from, [&](krb5_creds &creds) {
        add(creds, stored);
        if (failed == 0)
            failed = krb5_cc_store_cred(context, to, &creds);
    });
    return code != 0 ? code : failed;
}

/// What `to` holds that is not fresh: all of it, or what stands beside something fresh for the same service.
krb5_error_code collectStale(krb5_context context, krb5_ccache to, const Contents &fresh, Others others,
                             std::vector<CredentialHandle> &stale)
{
    krb5_error_code failed = 0;
    const auto code = forEachCredential(context, to, [&](const krb5_creds &creds) {
        const QString service = fromNative(creds.server).text();
        const bool goes = others == Others::Go || fresh.contains(service);
        if (!goes || fresh.contains(service, idOf(creds)))
            return;
        CredentialHandle copy;
        if (const auto copied = krb5_copy_creds(context, &creds, into(copy, context)); copied != 0)
            failed = copied;
        else
            stale.push_back(std::move(copy));
    });
    return code != 0 ? code : failed;
}

/// Whatever was answered to removing: some types do nothing, and some take more than was asked for.
krb5_error_code checkExchanged(krb5_context context, krb5_ccache to, const Contents &fresh,
                               const std::vector<CredentialHandle> &stale)
{
    Contents left;
    const auto code = forEachCredential(context, to, [&](const krb5_creds &creds) { add(creds, left); });
    const auto isLeft = [&](const CredentialHandle &creds) {
        return left.contains(fromNative(creds->server).text(), idOf(*creds));
    };
    if (code != 0)
        return code;
    bool whole = std::none_of(stale.begin(), stale.end(), isLeft);
    for (auto creds = fresh.constBegin(); creds != fresh.constEnd(); ++creds)
        whole = whole && left.contains(creds.key(), creds.value());
    return whole ? 0 : KRB5_CC_NOSUPP;
}

} // namespace

bool isKeptByService(const QString &cacheName)
{
    return cacheName.startsWith(QLatin1String("KEYRING:")) || cacheName.startsWith(QLatin1String("KCM:"));
}

krb5_error_code exchange(krb5_context context, krb5_ccache from, krb5_ccache to, Others others)
{
    Contents fresh;
    if (const auto code = storeAll(context, from, to, fresh); code != 0)
        return code;
    std::vector<CredentialHandle> stale;
    if (const auto code = collectStale(context, to, fresh, others, stale); code != 0)
        return code;
    const krb5_flags exactly = KRB5_TC_MATCH_TIMES_EXACT | KRB5_TC_MATCH_FLAGS_EXACT | KRB5_TC_MATCH_KTYPE;
    for (const CredentialHandle &creds : stale)
        krb5_cc_remove_cred(context, to, exactly, creds.get());
    return stale.empty() ? 0 : checkExchanged(context, to, fresh, stale);
}

} // namespace latchkey::krb
