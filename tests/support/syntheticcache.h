// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>

namespace latchkey::test {

/// A ticket that no KDC gave, for caches that no KDC could fill.
struct SyntheticTicket
{
    QByteArray service; ///< "mysql/db1.example.com@AWS.EXAMPLE.COM"
    std::chrono::seconds left{}; ///< negative: expired since
    int sessionKeyType = 18; ///< enctype number
};

/// Writes a cache of that full name with these tickets and one configuration entry; false if libkrb5 will not.
bool writeCache(const QString &name, const QByteArray &principal, const QList<SyntheticTicket> &tickets);

/// A TGT, and service tickets up to `count`; every tenth has expired, every seventh is weak.
QList<SyntheticTicket> manyTickets(int count);

} // namespace latchkey::test
