// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/expirynote.h"

#include "core/krb/cache.h"

#include <QByteArray>

#include <string_view>

namespace latchkey::krb {

namespace {

constexpr const char *key = "latchkey_password_expires"; // the value: seconds since 1970, in digits

std::string_view text(const krb5_data &data)
{
    return {data.data, data.length};
}

} // namespace

krb5_error_code notePasswordExpiry(krb5_context context, krb5_ccache cache, krb5_timestamp expires)
{
    QByteArray digits = QByteArray::number(static_cast<std::uint32_t>(expires));
    krb5_data value{KV5M_DATA, static_cast<unsigned int>(digits.size()), digits.data()};
    return krb5_cc_set_config(context, cache, nullptr, key, &value);
}

// A cache whose type cannot take the note out keeps it until the next sign-in; nothing depends on it.
void forgetPasswordExpiry(krb5_context context, const Principal &principal)
{
    const Collection collection = openCollection(context);
    for (const OpenCache &cache : collection.caches) {
        const auto holder = principalOf(context, cache.handle.get(), cache.name);
        if (holder && *holder == principal)
            krb5_cc_set_config(context, cache.handle.get(), nullptr, key, nullptr);
    }
}

// Such an entry is a ticket for krb5_ccache_conf_data/KEY@X-CACHECONF:.
std::optional<Instant> notedPasswordExpiry(const krb5_creds &entry)
{
    if (entry.server->length != 2 || text(entry.server->data[1]) != key)
        return {};
    bool isNumber = false;
    const auto seconds =
        QByteArray(entry.ticket.data, static_cast<qsizetype>(entry.ticket.length)).toUInt(&isNumber);
    return isNumber ? std::optional(Instant(std::chrono::seconds(seconds))) : std::nullopt;
}

} // namespace latchkey::krb
