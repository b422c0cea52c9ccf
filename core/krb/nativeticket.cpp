// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/nativeticket.h"

#include "core/krb/nativeprincipal.h"

#include <QHashFunctions>

#include <arpa/inet.h>

namespace latchkey::krb {

namespace {

// krb5_timestamp counts seconds in 32 bits, unsigned since krb5 1.16, so that it lasts until 2106.
Instant instant(krb5_timestamp timestamp)
{
    return Instant(std::chrono::seconds(static_cast<std::uint32_t>(timestamp)));
}

QByteArray bytes(const krb5_data &data)
{
    return {data.data, static_cast<qsizetype>(data.length)};
}

QString addressText(const krb5_address &address)
{
    const bool four = address.addrtype == ADDRTYPE_INET && address.length == sizeof(in_addr);
    const bool six = address.addrtype == ADDRTYPE_INET6 && address.length == sizeof(in6_addr);
    std::array<char, INET6_ADDRSTRLEN> text = {};
    if ((four || six)
        && inet_ntop(four ? AF_INET : AF_INET6, address.contents, text.data(), text.size()) != nullptr)
        return QString::fromLatin1(text.data());
    const auto raw = QByteArray::fromRawData(reinterpret_cast<const char *>(address.contents),
                                             static_cast<qsizetype>(address.length));
    return QStringLiteral("%1:%2").arg(address.addrtype).arg(QString::fromLatin1(raw.toHex()));
}

QStringList addressTexts(krb5_address *const *addresses)
{
    QStringList texts;
    for (; addresses && *addresses; ++addresses)
        texts += addressText(**addresses);
    return texts;
}

} // namespace

Ticket fromNative(krb5_context context, const krb5_creds &creds, const Ticket &similar)
{
    Ticket ticket;
    ticket.client = fromNative(creds.client, similar.client);
    if (ticket.client == similar.client)
        ticket.client = similar.client;
    ticket.service = fromNative(creds.server, similar.service);
    ticket.authTime = instant(creds.times.authtime);
    ticket.startTime = instant(creds.times.starttime != 0 ? creds.times.starttime : creds.times.authtime);
    ticket.endTime = instant(creds.times.endtime);
    ticket.flags = static_cast<std::uint32_t>(creds.ticket_flags);
    if ((ticket.flags & TKT_FLG_RENEWABLE) != 0 && creds.times.renew_till != 0)
        ticket.renewUntil = instant(creds.times.renew_till);
    ticket.sessionKeyType = creds.keyblock.enctype;
    ticket.size = static_cast<qsizetype>(creds.ticket.length);
    ticket.addresses = addressTexts(creds.addresses);
    ticket.id = idOf(creds);
    TicketHandle decoded;
    if (krb5_decode_ticket(&creds.ticket, into(decoded, context)) == 0) {
        ticket.ticketKeyType = decoded->enc_part.enctype;
        ticket.keyVersion = decoded->enc_part.kvno;
        if (!krb5_principal_compare(context, decoded->server, creds.server))
            ticket.issuedFor = fromNative(decoded->server);
    }
    return ticket;
}

// krb5_ccache_conf_data/KEY[/PRINCIPAL]@X-CACHECONF:, with the value in place of the ticket.
ConfigurationEntry configurationFrom(const krb5_creds &creds)
{
    const Principal name = fromNative(creds.server);
    return {name.components.value(1), name.components.value(2), bytes(creds.ticket)};
}

// Nobody gains from two tickets that are taken for one, so the digest has to withstand chance only; a cryptographic one
// takes a third of the time that reading a cache of thousands does.
QByteArray idOf(const krb5_creds &creds)
{
    QByteArray id;
    for (const std::size_t seed : {std::size_t{0x6C617463}, std::size_t{0x686B6579}}) {
        const std::size_t half = qHashBits(creds.ticket.data, creds.ticket.length, seed);
        id.append(reinterpret_cast<const char *>(&half), sizeof half);
    }
    return id;
}

} // namespace latchkey::krb
