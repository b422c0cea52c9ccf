// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/sandbox/child.h"
#include "app/sandbox/signals.h"

#include <cstdint>
#include <vector>

namespace latchkey::sandbox {

/// A person of the realm, who signs in with a password.
struct User
{
    enum class State { Active, PasswordExpired, Locked };
    QString name;
    QByteArray password;
    State state = State::Active;
};

/// Principals with random keys, whose keys go into one keytab file.
struct Keytab
{
    QStringList principals; ///< without the realm
    QString file;
};

/// What a realm is made of.
struct RealmPlan
{
    QString name;
    QList<User> users;
    QList<Keytab> keytabs;
    QString
        trustPrincipal; ///< the cross-realm TGT "krbtgt/SERVICES@USERS", the same in both realms; may be empty
    QByteArray trustKey; ///< its password, the same in both realms
    bool changesPasswords = false; ///< run a password service too
    QByteArray settings{}; ///< more lines for the realm's section of kdc.conf
    QByteArray sections{}; ///< more sections for kdc.conf
    QByteArray script{}; ///< more commands for kadmin, a line each
};

/// An MIT realm on 127.0.0.1: database, KDC on a random port (UDP and TCP) and, if wanted, the password service.
class Realm
{
public:
    /// `folder` is the realm's own. Blocks until the KDC answers.
    static Result<Realm> start(const RealmPlan &plan, const QString &folder, Signals &signals);

    QString name() const { return m_name; }
    std::uint16_t kdcPort() const { return m_kdcPort; }
    std::uint16_t passwordPort() const { return m_passwordPort; } ///< 0: no password service
    pid_t kdcPid() const { return m_children.front().pid(); }

private:
    Realm() = default;

    QString m_name;
    std::uint16_t m_kdcPort = 0;
    std::uint16_t m_passwordPort = 0;
    std::vector<Child> m_children; ///< the KDC first
};

/// The krb5.conf that clients of `realms` use: nothing is asked of DNS, `cacheName` is the default cache.
QByteArray clientConfig(const std::vector<Realm> &realms, const QString &defaultRealm,
                        const QString &cacheName);

/// What keeps a Kerberos program of the sandbox away from the system's configuration and caches.
Environment kerberosEnvironment(const QString &config, const QString &folder);

} // namespace latchkey::sandbox
