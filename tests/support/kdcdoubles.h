// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace latchkey::test {

/// A KDC on 127.0.0.1 that takes every UDP packet and TCP connection and never answers.
class SilentKdc
{
public:
    SilentKdc();
    SilentKdc(const SilentKdc &) = delete;
    SilentKdc &operator=(const SilentKdc &) = delete;
    ~SilentKdc();

    std::uint16_t port() const { return m_port; }
    /// A packet has come.
    bool wasAsked() const;

private:
    std::uint16_t m_port = 0;
    int m_packets = -1;
    int m_connections = -1;
};

/// Writes a copy of a sandbox's krb5.conf to `target` in which `realm` has the KDCs named, each as "host:port", and
/// no other.
bool writeConfigWithKdcs(const QString &config, const QString &realm, const QStringList &kdcs,
                         const QString &target);

} // namespace latchkey::test
