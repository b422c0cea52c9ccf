// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace latchkey::formats {

/// One of a cluster's or instance's DomainMemberships: the directory whose Kerberos it takes part in.
struct DirectoryMembership
{
    QString directory; ///< "d-1234567890"
    QString status; ///< "kerberos-enabled", …
    QString domain; ///< FQDN; empty: not said
    QString role; ///< of IAM; empty: not said

    friend bool operator==(const DirectoryMembership &, const DirectoryMembership &) = default;
};

DirectoryMembership directoryMembership(const QJsonObject &object); ///< from AWS's JSON
/// The directory's realm: its domain in upper case; empty if it is not known.
QString realmOf(const DirectoryMembership &membership);
/// Whether logins with tickets work or are meant to.
bool isKerberosWanted(const DirectoryMembership &membership);

/// Where a server stands with the directory whose tickets it is to take.
enum class DirectoryState {
    None, ///< it takes part in none
    Enabled,
    Coming, ///< being enabled, or waiting for it
    Failed,
    Ending, ///< being disabled, or waiting for it
    Unknown, ///< a word of a newer AWS
};
DirectoryState directoryState(const QList<DirectoryMembership> &memberships);

/// What AWS says of a cluster or instance, as far as Kerberos depends on it. What is not said is not known.
struct AwsServer
{
    QString engine; ///< "aurora-mysql"
    QString version; ///< "8.0.mysql_aurora.3.05.2"
    std::optional<bool> hasIam; ///< accounts may log in with IAM
    std::optional<int> port;
    QList<DirectoryMembership> memberships;
    QString endpoint = {}; ///< a cluster's own, where it writes
    bool hasReaders = false; ///< instances that do not write
    bool hasCustomEndpoints = false;
    QStringList replicas = {}; ///< what replicates from it
    QString source = {}; ///< what it replicates from; empty: nothing
};

/// The endpoint's name for Windows clients whose users are of a directory on premises: with the directory's domain in place of
/// AWS's. Empty if it cannot be told.
QString secondName(const QString &endpoint, const DirectoryMembership &membership);

/// What its administrator should know or do before tickets work, from the Aurora user guide; places are AWS's names.
QList<Remark> adviceFor(const AwsServer &server);

} // namespace latchkey::formats
