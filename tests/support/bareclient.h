// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>

namespace latchkey::test {

/// A database client made of nothing but a socket and GSSAPI, to see a server's side of authentication_kerberos as
/// MySQL's own clients do. Uses the default credential cache. Shares no code with Latchkey.
struct BareLogin
{
    std::uint16_t port = 0;
    QByteArray user;
    QByteArray firstPlugin = "mysql_native_password"; ///< the plugin its first packet names
    bool mutual = false; ///< asks the server to prove itself
    QByteArray token; ///< sent instead of a real one, if not empty
};

struct BareResult
{
    QByteArray plugin; ///< that the server asks for
    QByteArray spn;
    QByteArray realm;
    QList<QByteArray> replies; ///< packets after our token, the last one OK (00) or an error (ff)
    QString problem; ///< why it did not get that far; empty if it did

    bool isLoggedIn() const
    {
        return problem.isEmpty() && !replies.isEmpty() && replies.back().startsWith('\0');
    }
    int errorNumber() const;
};

BareResult logIn(const BareLogin &login);

} // namespace latchkey::test
