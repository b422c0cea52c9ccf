// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/ticket.h"

#include "core/krb/handles.h"

#include <array>

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

TicketKind kindOf(const Ticket &ticket)
{
    if (ticket.isTicketGranting())
        return ticket.isInitialTicketGranting() ? TicketKind::SignIn : TicketKind::CrossRealm;
    return ticket.issuedFor ? TicketKind::Referral : TicketKind::Service;
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
