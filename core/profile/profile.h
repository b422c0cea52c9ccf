// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <cstdint>

namespace latchkey {

/// How the account proves who it is.
enum class Authentication {
    Kerberos, ///< authentication_kerberos: Aurora MySQL, MySQL Enterprise
    Gssapi, ///< gssapi: MariaDB
    Password, ///< the server's own password, asked for at each connect
};

/// What is demanded of the server's certificate before anything secret is said.
enum class TlsPolicy {
    VerifyIdentity, ///< trusted chain and the right host name
    VerifyCa, ///< trusted chain
    Required, ///< encrypted, to whomever
    Off,
};

enum class Environment { None, Production, Staging, Test };

/// Whose tickets a profile connects with.
struct Identity
{
    QString principal; ///< empty: whoever is signed in
    QString keytab; ///< path of a keytab for the principal; empty: tickets come from signing in

    friend bool operator==(const Identity &, const Identity &) = default;
};

/// One saved connection: endpoint, identity, TLS, options. A plain value; holds no secret, ever.
struct Profile
{
    QUuid id = QUuid::createUuid(); ///< stable across renames, exports and imports
    QString name;
    QStringList folder; ///< from the root down; empty: at the root

    QString host;
    std::uint16_t port = 3306;
    QString account; ///< the database user; empty: the user part of the principal
    QString schema; ///< default schema; empty: none

    Authentication authentication = Authentication::Kerberos;
    Identity identity;
    QString
        pinnedSpn; ///< the only SPN accepted; empty: any of class mysql or mariadb, pinned at the first verified login

    TlsPolicy tls = TlsPolicy::VerifyIdentity;
    QString caFile; ///< PEM; empty: the system's authorities

    Environment environment = Environment::None;
    bool readOnly = false;
    QString colour; ///< "#rrggbb" or empty
    QString notes;

    QJsonObject unknown; ///< keys of a newer Latchkey, kept as they are

    /// "Folder/Sub/name": how people and commands name it. Inside a part, a slash is written "\/" and a backslash "\\".
    QString path() const;

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// Takes a path apart: "Sandbox / orders / writer" and "Sandbox/orders/writer" are the same. "\/" is a slash and
/// "\\" a backslash that belongs to a name; any other backslash is itself. Empty parts count for nothing.
QStringList splitPath(const QString &path);

} // namespace latchkey
