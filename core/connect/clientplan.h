// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/krb/ticket.h"
#include "core/profile/profile.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace latchkey {

/// The databases' own client programs, as paths; empty: not installed.
struct ClientPrograms
{
    QString mariadb;
    QString mysql; ///< Oracle's, not another name of MariaDB's
    QString pluginFolder; ///< has the authentication_kerberos_client.so that `mariadb` needs
};

/// What a plan depends on besides the profile.
struct ClientPlace
{
    ClientPrograms programs;
    QList<krb::Cache> caches;
    QStringList configPaths; ///< krb5.conf, as krb::configPaths()
    Instant now{};
};

/// A client program as it is to be started. Holds no secret: a password is asked for by the program.
struct ClientPlan
{
    QString program;
    QStringList arguments;
    QMap<QString, QString> environment; ///< variables to set besides those of this process
    QStringList remarks; ///< sentences: what of the profile the program cannot do as Latchkey does

    /// As words, with env(1) in front where variables are to be set: also programs that start their children elsewhere
    /// hand them on.
    QStringList words() const;
    /// For a POSIX shell.
    QString shellCommand() const;

    friend bool operator==(const ClientPlan &, const ClientPlan &) = default;
};

/// How a profile is opened in a client program: as who the Connector would, from the cache that readiness() chooses, with
/// the profile's TLS and what its sessions begin with; a read-only profile's session is read-only. Settings of other
/// tools that the profile keeps (Profile::foreign) are left out, since some of them load or run programs. Pure.
/// NotFound: no program fits. NotSignedIn, TicketExpired and CacheUnusable as whyNotReady().
Result<ClientPlan> clientPlan(const Profile &profile, const ClientPlace &place);

} // namespace latchkey
