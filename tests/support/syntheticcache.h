// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>

namespace latchkey::test {

/// A ticket that no KDC gave, for caches that no KDC could fill.
struct SyntheticTicket
{
    QByteArray service; ///< "mysql/db1.example.com@AWS.EXAMPLE.COM"
    std::chrono::seconds left{}; ///< negative: expired since
    int sessionKeyType = 18; ///< enctype number

    std::optional<std::chrono::seconds> renewable =
        std::chrono::seconds(600'000); ///< after its end; none: not
    std::uint32_t flags = 0x40A00000; ///< TKT_FLG_*: forwardable, renewable, pre-authenticated
    int ticketKeyType = 18;
    bool hasStart = true; ///< else only the time of authentication
    QByteArray client{}; ///< empty: the cache's principal
    QByteArray issuedFor{}; ///< the service in the ticket itself; empty: the same
    QStringList addresses{}; ///< IPv4 or IPv6
};

/// What libkrb5 notes in a cache.
struct SyntheticNote
{
    const char *key;
    QByteArray value;
    QByteArray principal{}; ///< empty: about the whole cache
};

/// Writes a cache of that full name with these tickets and notes; false if libkrb5 will not.
bool writeCache(const QString &name, const QByteArray &principal, const QList<SyntheticTicket> &tickets,
                const QList<SyntheticNote> &notes = {{"pa_type", "2"}});

/// A TGT, and service tickets up to `count`; every tenth has expired, every seventh is weak.
QList<SyntheticTicket> manyTickets(int count);

} // namespace latchkey::test
