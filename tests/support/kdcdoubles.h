// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include "tests/support/filteredport.h"

#include <cstdint>
#include <optional>

namespace latchkey::test {

/// A KDC on 127.0.0.1 that takes every UDP packet and never answers.
class SilentKdc
{
public:
    /// What becomes of TCP connections: taken and never answered, or not even taken, as by a packet filter.
    enum class Connections { Taken, Dropped };

    explicit SilentKdc(Connections connections = Connections::Taken);
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
    std::optional<FilteredPort> m_filter;
};

/// Writes a copy of a sandbox's krb5.conf to `target` in which `realm` has the KDCs named, each as "host:port", and
/// no other.
bool writeConfigWithKdcs(const QString &config, const QString &realm, const QStringList &kdcs,
                         const QString &target);

/// Writes a krb5.conf that libkrb5 cannot read.
bool writeBrokenConfig(const QString &target);

} // namespace latchkey::test
