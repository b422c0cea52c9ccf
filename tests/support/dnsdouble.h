// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/support/udpserver.h"

#include <QList>

#include <atomic>
#include <map>

namespace latchkey::test {

/// A name server on a UDP port of 127.0.0.1 that knows SRV records and nothing else.
class DnsDouble
{
public:
    enum class Manner { Answers, Silent };

    struct Target
    {
        QByteArray host;
        std::uint16_t port = 0;
        std::uint16_t priority = 0;
        std::uint16_t weight = 0;
    };

    /// `records` by name in lower case, "_kerberos._udp.example.com"; other names do not exist.
    explicit DnsDouble(std::map<QByteArray, QList<Target>> records, Manner manner = Manner::Answers);
    std::uint16_t port() const { return m_server.port(); }
    int questions() const { return m_questions; }

private:
    std::optional<QByteArray> answer(const QByteArray &question);

    std::map<QByteArray, QList<Target>> m_records;
    Manner m_manner;
    std::atomic<int> m_questions = 0;
    UdpServer m_server; ///< last: its thread uses the others
};

} // namespace latchkey::test
