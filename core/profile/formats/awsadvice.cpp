// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/awsadvice.h"

#include "core/profile/profilewords.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace latchkey::formats {

namespace {

constexpr qsizetype maxDomain = 61; ///< "shorter than 62 characters"
constexpr int usualPort = 3306;
constexpr std::pair firstWithKerberos{3, 3}; ///< of Aurora MySQL

struct StatusAdvice
{
    const char *status;
    DirectoryState state;
    const char *advice; ///< nullptr: none is needed
};

constexpr std::array statuses{
    StatusAdvice{"kerberos-enabled", DirectoryState::Enabled, nullptr},
    StatusAdvice{
        "enabling-kerberos", DirectoryState::Coming,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "Kerberos is being enabled. When that is done, reboot the reader instances, then "
                          "import again.")},
    StatusAdvice{"pending-enable-kerberos", DirectoryState::Coming,
                 QT_TRANSLATE_NOOP(
                     "latchkey::ProfileWords",
                     "Kerberos waits to be enabled. When that is done, reboot the reader instances, then "
                     "import again.")},
    StatusAdvice{"pending-maintenance-enable-kerberos", DirectoryState::Coming,
                 QT_TRANSLATE_NOOP(
                     "latchkey::ProfileWords",
                     "Kerberos will be enabled in the next maintenance window; until then nobody can log "
                     "in with a ticket.")},
    StatusAdvice{
        "pending-disable-kerberos", DirectoryState::Ending,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "Kerberos waits to be disabled. After that nobody can log in with a ticket.")},
    StatusAdvice{
        "pending-maintenance-disable-kerberos", DirectoryState::Ending,
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "Kerberos will be disabled in the next maintenance window. After that nobody can "
                          "log in with a ticket.")},
    StatusAdvice{"enable-kerberos-failed", DirectoryState::Failed,
                 QT_TRANSLATE_NOOP(
                     "latchkey::ProfileWords",
                     "Enabling Kerberos has failed: mostly because of the network between cluster and "
                     "directory, or of the IAM role. Correct that, then issue the modify command again.")},
    StatusAdvice{"disabling-kerberos", DirectoryState::Ending,
                 QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                   "Kerberos is being disabled, so nobody can log in with a ticket.")},
};

/// nullptr if the word is not known.
const StatusAdvice *adviceOn(const QString &status)
{
    const auto known = std::find_if(statuses.begin(), statuses.end(), [&status](const StatusAdvice &one) {
        return status == QLatin1String(one.status);
    });
    return known == statuses.end() ? nullptr : &*known;
}

/// Major and minor version of Aurora MySQL; nothing if it cannot be told.
std::optional<std::pair<int, int>> auroraVersion(const QString &version)
{
    const QLatin1String mark("mysql_aurora.");
    const qsizetype at = version.indexOf(mark);
    const QStringList parts = (at < 0 ? version : version.sliced(at + mark.size())).split(QLatin1Char('.'));
    bool isMajor = false;
    bool isMinor = false;
    const int major = parts.value(0).toInt(&isMajor);
    const int minor = parts.value(1).toInt(&isMinor);
    // Alone, "8.0" and "5.7" are versions of MySQL.
    if (!isMajor || !isMinor || (at < 0 && major > 3))
        return std::nullopt;
    return std::pair(major, minor);
}

/// Advice while it is found.
class Advice
{
public:
    explicit Advice(const AwsServer &server) : m_server(server) { }

    QList<Remark> find()
    {
        for (const DirectoryMembership &membership : m_server.memberships)
            adviseOn(membership);
        if (std::any_of(m_server.memberships.begin(), m_server.memberships.end(), isKerberosWanted))
            adviseOnServer();
        adviseOnReplica();
        return std::move(m_remarks);
    }

private:
    void add(const char *place, const QString &message) { m_remarks.append({QLatin1String(place), message}); }

    void adviseOn(const DirectoryMembership &membership)
    {
        const StatusAdvice *known = adviceOn(membership.status);
        if (!known)
            add("DomainMemberships.Status",
                ProfileWords::tr(
                    "The state of the directory, “%1”, is not known here; it may come from a newer "
                    "version of AWS.")
                    .arg(membership.status.left(80)));
        else if (known->advice)
            add("DomainMemberships.Status", ProfileWords::tr(known->advice));
        if (membership.domain.size() > maxDomain)
            add("DomainMemberships.FQDN",
                ProfileWords::tr("The directory's domain name has %1 characters. Aurora's Kerberos needs one "
                                 "shorter than 62.")
                    .arg(membership.domain.size()));
        else if (membership.domain.isEmpty())
            add("DomainMemberships.FQDN",
                ProfileWords::tr("The directory's domain is not said, so its realm is not known."));
    }

    void adviseOnServer()
    {
        adviseOnEngine();
        if (m_server.hasIam == true)
            add("IAMDatabaseAuthenticationEnabled",
                ProfileWords::tr(
                    "IAM logins are enabled too. A database user logs in either with Kerberos or "
                    "with IAM, never with both: look at the account's plugin."));
        if (m_server.port && *m_server.port != usualPort)
            add("Port",
                ProfileWords::tr("The port is %1. It must not be changed after Kerberos was enabled: if "
                                 "tickets are refused, that may be why.")
                    .arg(*m_server.port));
        adviseOnReaders();
        adviseOnPremises();
        if (!m_server.replicas.isEmpty())
            add("ReadReplicaIdentifiers",
                ProfileWords::tr(
                    "“%1” replicates from it. A replica without the Kerberos plugin, which Aurora "
                    "MySQL has from 3.03 on, stops replicating at the first account that uses "
                    "it: upgrade the replica before you make such accounts.")
                    .arg(m_server.replicas.join(QLatin1String("”, “")).left(200)));
    }

    // Whether that has been done, AWS does not say.
    void adviseOnReaders()
    {
        const auto isEnabled = [](const DirectoryMembership &membership) {
            return membership.status == QLatin1String("kerberos-enabled");
        };
        if (m_server.hasReaders
            && std::any_of(m_server.memberships.begin(), m_server.memberships.end(), isEnabled))
            add("DBClusterMembers",
                ProfileWords::tr("A reader takes tickets only after it was rebooted once since Kerberos was "
                                 "enabled. Reboot those that refuse tickets."));
    }

    void adviseOnPremises()
    {
        const QString second = m_server.memberships.isEmpty()
                                   ? QString()
                                   : secondName(m_server.endpoint, m_server.memberships.first());
        if (!second.isEmpty())
            add("Endpoint",
                ProfileWords::tr("Users of a directory on premises who connect from Windows use the name "
                                 "“%1” for this endpoint.")
                    .arg(second));
        if (m_server.hasCustomEndpoints)
            add("CustomEndpoints",
                ProfileWords::tr("Users of a directory on premises cannot log in with a ticket at a custom "
                                 "endpoint: they use the cluster's or an instance's."));
    }

    void adviseOnReplica()
    {
        const auto version = auroraVersion(m_server.version);
        if (!m_server.source.isEmpty() && version && *version < firstWithKerberos)
            add("ReplicationSourceIdentifier",
                ProfileWords::tr(
                    "It replicates from “%1” and is too old for Kerberos (%2): the first account "
                    "there that uses Kerberos stops the replication. Upgrade this one first.")
                    .arg(m_server.source.left(200), m_server.version.left(80)));
    }

    void adviseOnEngine()
    {
        if (m_server.engine != QLatin1String("aurora-mysql") && !m_server.engine.isEmpty())
            add("Engine",
                ProfileWords::tr("Tickets are for Aurora MySQL. This engine asks for the directory's "
                                 "password itself (auth_pam), which Latchkey does not send."));
        else if (const auto version = auroraVersion(m_server.version);
                 version && *version < firstWithKerberos)
            add("EngineVersion", ProfileWords::tr("Kerberos needs Aurora MySQL 3.03 or newer; this is %1. "
                                                  "Upgrade the cluster.")
                                     .arg(m_server.version.left(80)));
    }

    const AwsServer &m_server;
    QList<Remark> m_remarks;
};

} // namespace

DirectoryMembership directoryMembership(const QJsonObject &object)
{
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    return {text("Domain"), text("Status"), text("FQDN"), text("IAMRoleName")};
}

QString realmOf(const DirectoryMembership &membership)
{
    return membership.domain.toUpper();
}

QString secondName(const QString &endpoint, const DirectoryMembership &membership)
{
    for (const char *suffix : {".rds.amazonaws.com", ".rds.amazonaws.com.cn"}) {
        const QLatin1String domain(suffix);
        if (endpoint.endsWith(domain) && !membership.domain.isEmpty())
            return endpoint.chopped(domain.size()) + QLatin1Char('.') + membership.domain.toLower();
    }
    return {};
}

bool isKerberosWanted(const DirectoryMembership &membership)
{
    return !membership.status.isEmpty() && membership.status != QLatin1String("disabling-kerberos");
}

DirectoryState directoryState(const QList<DirectoryMembership> &memberships)
{
    if (memberships.isEmpty())
        return DirectoryState::None;
    const StatusAdvice *known = adviceOn(memberships.first().status);
    return known ? known->state : DirectoryState::Unknown;
}

QList<Remark> adviceFor(const AwsServer &server)
{
    return Advice(server).find();
}

} // namespace latchkey::formats
