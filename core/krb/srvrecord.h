// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <cstdint>

namespace latchkey::krb {

/// A server that the DNS names for a service (RFC 2782).
struct SrvRecord
{
    QString host; ///< empty: the DNS says that there is decidedly no such service
    std::uint16_t port = 0;
    std::uint16_t priority = 0; ///< lower ones first
    std::uint16_t weight = 0;

    friend bool operator==(const SrvRecord &, const SrvRecord &) = default;
};

/// The SRV records of a DNS answer, in the order in which to try them. None if it is damaged.
QList<SrvRecord> srvRecords(QByteArrayView answer);

} // namespace latchkey::krb
