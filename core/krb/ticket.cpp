// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/ticket.h"

#include "core/krb/handles.h"

#include <algorithm>
#include <array>
#include <utility>

namespace latchkey::krb {

namespace {

bool isWeak(krb5_enctype type)
{
    switch (type) {
    case ENCTYPE_DES_CBC_CRC:
    case ENCTYPE_DES_CBC_MD4:
    case ENCTYPE_DES_CBC_MD5:
    case ENCTYPE_DES_CBC_RAW:
    case ENCTYPE_DES3_CBC_SHA:
    case ENCTYPE_DES3_CBC_RAW:
    case ENCTYPE_DES_HMAC_SHA1:
    case ENCTYPE_DES3_CBC_SHA1:
    case ENCTYPE_ARCFOUR_HMAC:
    case ENCTYPE_ARCFOUR_HMAC_EXP:
        return true;
    default:
        return false;
    }
}

} // namespace

EncryptionType encryptionType(std::int32_t number)
{
    std::array<char, 100> name = {};
    if (krb5_enctype_to_name(number, false, name.data(), name.size()) == 0)
        return {QString::fromLatin1(name.data()), isWeak(number)};
    return {QStringLiteral("etype %1").arg(number), isWeak(number)};
}

QStringList flagNames(std::uint32_t flags)
{
    static constexpr std::pair<std::uint32_t, const char *> names[] = {
        {TKT_FLG_FORWARDABLE, "forwardable"},
        {TKT_FLG_FORWARDED, "forwarded"},
        {TKT_FLG_PROXIABLE, "proxiable"},
        {TKT_FLG_PROXY, "proxy"},
        {TKT_FLG_MAY_POSTDATE, "may-postdate"},
        {TKT_FLG_POSTDATED, "postdated"},
        {TKT_FLG_INVALID, "invalid"},
        {TKT_FLG_RENEWABLE, "renewable"},
        {TKT_FLG_INITIAL, "initial"},
        {TKT_FLG_PRE_AUTH, "pre-authenticated"},
        {TKT_FLG_HW_AUTH, "hardware-authenticated"},
        {TKT_FLG_TRANSIT_POLICY_CHECKED, "transited-policy-checked"},
        {TKT_FLG_OK_AS_DELEGATE, "ok-as-delegate"},
        {TKT_FLG_ENC_PA_REP, "encrypted-pa-rep"}, // RFC 6806, 11
        {TKT_FLG_ANONYMOUS, "anonymous"}, // RFC 8062
    };
    QStringList set;
    for (const auto &[flag, name] : names) {
        if ((flags & flag) != 0)
            set += QLatin1String(name);
    }
    return set;
}

const Ticket *Cache::ticketGranting() const
{
    const Ticket *best = nullptr;
    for (const Ticket &ticket : tickets) {
        if (ticket.isInitialTicketGranting() && (!best || ticket.endTime > best->endTime))
            best = &ticket;
    }
    return best;
}

} // namespace latchkey::krb
