// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <chrono>
#include <cstdint>

namespace latchkey {

/// How the account proves who it is.
enum class Authentication {
    Kerberos, ///< authentication_kerberos: Aurora MySQL, MySQL Enterprise
    Gssapi, ///< gssapi: MariaDB
    Automatic, ///< with a ticket, by whichever of the two the server names
    Password, ///< the server's own password, asked for at each connect
    KeychainPassword, ///< the server's own password, remembered in the desktop's keychain
};

/// Whether it is proven with a ticket, and not with a password of the server's.
constexpr bool usesTickets(Authentication authentication)
{
    return authentication != Authentication::Password && authentication != Authentication::KeychainPassword;
}

/// What is demanded of the server's certificate before anything secret is said.
enum class TlsPolicy {
    VerifyIdentity, ///< trusted chain and the right host name
    VerifyCa, ///< trusted chain
    Required, ///< encrypted, to whomever
    Off,
};

enum class TlsVersion { Any, Tls12, Tls13 }; ///< the oldest that is accepted

enum class Environment { None, Production, Staging, Test };

/// Whether statements that write ask first.
enum class Guard {
    ByEnvironment, ///< in production
    On,
    Off,
};

/// Which of a cluster's endpoints a profile is.
enum class Endpoint {
    Other, ///< a server of its own, or not known
    Writer,
    Reader,
    Custom,
    Instance,
    Global,
};

/// Which credential cache a profile connects from.
enum class CachePolicy {
    ByPrincipal, ///< the one that has the principal's ticket; the default one if whoever is signed in
    Default, ///< the default one, whoever's it is
    Private, ///< one in memory for each session, made from the principal's ticket and gone with the session
};

/// Whose tickets a profile connects with.
struct Identity
{
    QString principal; ///< empty: whoever is signed in
    QString keytab; ///< path of a keytab for the principal; empty: tickets come from signing in
    CachePolicy cache = CachePolicy::ByPrincipal;

    friend bool operator==(const Identity &, const Identity &) = default;
};

/// What TLS needs besides the policy. Paths of PEM files.
struct TlsFiles
{
    QString authorities; ///< empty: the system's
    QString certificate; ///< the client's own; empty: none
    QString key; ///< of the certificate

    friend bool operator==(const TlsFiles &, const TlsFiles &) = default;
};

/// How long things may take. 0 s: no limit, or never.
struct Timeouts
{
    std::chrono::seconds connect{10};
    std::chrono::seconds answer{0}; ///< from a statement to the beginning of its answer, and between rows
    std::chrono::seconds keepAlive{
        0}; ///< how long a session may be idle before the server is asked for a sign of life
    std::chrono::seconds idleClose{0}; ///< how long a session may be idle before it is closed

    friend bool operator==(const Timeouts &, const Timeouts &) = default;
};

/// What a session begins with.
struct SessionSetup
{
    QString characterSet; ///< of literals on the server, as texts travel as UTF-8; empty: utf8mb4
    QString timeZone; ///< as SET time_zone takes it; empty: the server's
    QMap<QString, QString> variables; ///< session variables by name
    QStringList statements; ///< run one after the other

    friend bool operator==(const SessionSetup &, const SessionSetup &) = default;
};

/// One saved connection: endpoint, identity, TLS, options. A plain value; holds no secret, ever.
struct Profile
{
    QUuid id = QUuid::createUuid(); ///< stable across renames, exports and imports
    QString name;
    QStringList folder; ///< from the root down; empty: at the root

    QString host;
    std::uint16_t port = 3306;
    Endpoint endpoint = Endpoint::Other;
    QString account; ///< the database user; empty: the user part of the principal
    QString schema; ///< default schema; empty: none

    Authentication authentication = Authentication::Kerberos;
    Identity identity;
    QString
        pinnedSpn; ///< the only SPN accepted; empty: any of class mysql or mariadb, pinned at the first verified login
    /// Path of a krb5.conf that goes before the others when tickets are got for it; empty: none. Renewing does not know it.
    QString kerberosConfig;

    TlsPolicy tls = TlsPolicy::VerifyIdentity;
    TlsVersion minimumTls = TlsVersion::Any;
    TlsFiles tlsFiles;

    Timeouts timeouts;
    SessionSetup session;

    Environment environment = Environment::None;
    Guard guard = Guard::ByEnvironment;
    bool readOnly = false;
    bool favourite = false;
    QString colour; ///< "#rrggbb" or empty
    QStringList tags;
    QString notes;

    QString
        origin; ///< what it was imported from, "TOOL:identifier"; importing that again changes this profile
    QJsonObject foreign; ///< settings of other tools without an equal here, by tool; kept for exporting
    QJsonObject unknown; ///< keys of a newer Latchkey, kept as they are

    /// "Folder/Sub/name": how people and commands name it. Inside a part, a slash is written "\/" and a backslash "\\".
    QString path() const;
    /// Whether a statement that writes asks first.
    bool isGuarded() const;
    bool usesTickets() const { return latchkey::usesTickets(authentication); }

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// Takes a path apart: "Sandbox / orders / writer" and "Sandbox/orders/writer" are the same. "\/" is a slash and
/// "\\" a backslash that belongs to a name; any other backslash is itself. Empty parts count for nothing.
QStringList splitPath(const QString &path);
/// The other way round: "Sandbox/orders/writer".
QString joinPath(const QStringList &parts);

} // namespace latchkey

Q_DECLARE_TYPEINFO(latchkey::Profile, Q_RELOCATABLE_TYPE); // as every member is: lists of them grow by memcpy
