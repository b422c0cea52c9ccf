// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "core/sql/session.h"

#include <optional>

namespace latchkey::sql {

/// What only a statement can tell of a server and its session; asked once after the login.
struct ServerFacts
{
    QString currentUser; ///< CURRENT_USER(): the account that the server matched, "alice@%"
    QString user; ///< USER(): as whom and from where the server sees the client
    QString host; ///< the server's own name of its machine
    QString versionComment;
    bool readOnly = false; ///< read_only or super_read_only
    bool innodbReadOnly = false;
    QString timeZone; ///< of the session; "SYSTEM" is resolved
    QString isolation; ///< "REPEATABLE-READ"
    QString auroraVersion; ///< empty: not Aurora
    QString auroraServerId; ///< the instance

    bool isAurora() const { return !auroraVersion.isEmpty(); }
    bool refusesWrites() const { return readOnly || innodbReadOnly; }

    friend bool operator==(const ServerFacts &, const ServerFacts &) = default;
};

enum class ServerRole {
    Writer, ///< of an Aurora cluster
    Reader, ///< of an Aurora cluster
    Primary, ///< takes writes
    Replica, ///< refuses them, as replicas do
};

/// Pure.
ServerRole roleOf(const ServerFacts &facts);

/// That a session of a profile is not where the profile's kind of endpoint promises: a sentence; nothing if it is, or
/// if nothing is promised. Pure.
std::optional<QString> unexpectedRole(Endpoint endpoint, const ServerFacts &facts);

/// Whether the server refused a statement because it takes no writes, as the one does that a fail-over has made a
/// reader. Pure.
bool isRefusalToWrite(const Error &error);

/// The one statement that tells all but Aurora's part, which other servers would refuse. `version` as the server greets.
/// Pure.
QString factsStatement(const QString &version);
/// From its row's values; none if they are not as many. Pure.
std::optional<ServerFacts> factsFromRow(const QStringList &values);

/// In one round trip, and on servers that may be Aurora's in two.
QFuture<Result<ServerFacts>> askServerFacts(Session &session);

} // namespace latchkey::sql
