// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace latchkey::krb {

/// A KDC as krb5.conf names it: "host", "host:port", "[IPv6]:port", or the URL of a proxy (MS-KKDCP).
struct KdcAddress
{
    QString host;
    std::uint16_t port = 88;
    bool isProxy = false; ///< spoken to by HTTPS

    /// Nothing for what libkrb5 refuses; it then finds no KDC of the realm at all.
    static std::optional<KdcAddress> parse(const QString &entry);
    /// "host:port", with brackets where they are needed, as around an IPv6 address.
    QString text() const;

    friend bool operator==(const KdcAddress &, const KdcAddress &) = default;
};

} // namespace latchkey::krb
