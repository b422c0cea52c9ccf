// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/auroraplan.h"

#include "core/krb/kdcaddress.h"
#include "core/krb/realmwords.h"

#include <QRegularExpression>

namespace latchkey::krb {

namespace {

using Field = PlanProblem::Field;

constexpr qsizetype longestDirectory = 61; ///< Aurora takes no longer domain names

/// The names that clusters have, which say nothing of the directory that they are joined to.
const QStringList clusterDomains{QStringLiteral(".rds.amazonaws.com"), QStringLiteral(".amazonaws.com.cn"),
                                 QStringLiteral(".amazon.com")};

QString tidiedDomain(const QString &domain)
{
    QString tidy = domain.trimmed().toLower();
    while (tidy.endsWith(QLatin1Char('.')))
        tidy.chop(1);
    return tidy;
}

QStringList tidiedHosts(const QStringList &hosts)
{
    QStringList tidy;
    for (const QString &host : hosts)
        if (!host.trimmed().isEmpty())
            tidy += host.trimmed();
    return tidy;
}

bool isDomain(const QString &text)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(
        QStringLiteral("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")));
    return pattern.match(text).hasMatch();
}

QString notADomain(const QString &text)
{
    return text.isEmpty()
               ? RealmWords::tr("Type the directory’s DNS domain, such as corp.example.com.")
               : RealmWords::tr("“%1” is not a DNS domain. Type one such as corp.example.com.").arg(text);
}

void checkHosts(const QStringList &hosts, Field field, QList<PlanProblem> &problems)
{
    for (const QString &host : hosts)
        if (!KdcAddress::parse(host))
            problems.append({field, RealmWords::tr("“%1” is not the address of a KDC. Type a host name, with "
                                                   "“:port” behind it if it is not 88.")
                                        .arg(host)});
}

ConfigSetting inRealm(const QString &domain, const char *relation, const QStringList &values)
{
    return {{QStringLiteral("realms"), domain.toUpper(), QLatin1String(relation)}, values};
}

QList<ConfigSetting> realmSettings(const QString &domain, const QStringList &kdcs)
{
    const auto first = KdcAddress::parse(kdcs.value(0, domain));
    return {inRealm(domain, "kdc", kdcs.isEmpty() ? QStringList{domain} : kdcs),
            inRealm(domain, "admin_server", {first ? first->host : domain})};
}

ConfigSetting mapping(const QString &name, const QString &realm)
{
    return {{QStringLiteral("domain_realm"), name}, {realm}};
}

QList<ConfigSetting> ownDomain(const QString &domain)
{
    const QString realm = domain.toUpper();
    return {mapping(QLatin1Char('.') + domain, realm), mapping(domain, realm)};
}

} // namespace

QString AuroraPlan::directoryRealm() const
{
    return directory.toUpper();
}

QString AuroraPlan::usersRealm() const
{
    return hasTrust() ? onPremises->toUpper() : directoryRealm();
}

AuroraPlan tidied(AuroraPlan plan)
{
    plan.directory = tidiedDomain(plan.directory);
    if (plan.hasTrust())
        plan.onPremises = tidiedDomain(*plan.onPremises);
    plan.directoryKdcs = tidiedHosts(plan.directoryKdcs);
    plan.onPremisesKdcs = tidiedHosts(plan.onPremisesKdcs);
    return plan;
}

QList<PlanProblem> problemsOf(const AuroraPlan &plan)
{
    QList<PlanProblem> problems;
    if (!isDomain(plan.directory))
        problems.append({Field::Directory, notADomain(plan.directory)});
    else if (plan.directory.size() > longestDirectory)
        problems.append(
            {Field::Directory,
             RealmWords::tr("Aurora takes no directory whose domain name has more than %1 characters.")
                 .arg(longestDirectory)});
    checkHosts(plan.directoryKdcs, Field::DirectoryKdcs, problems);
    if (!plan.hasTrust())
        return problems;
    if (!isDomain(*plan.onPremises))
        problems.append({Field::OnPremises, notADomain(*plan.onPremises)});
    else if (*plan.onPremises == plan.directory)
        problems.append(
            {Field::OnPremises,
             RealmWords::tr("The directory on premises has another domain than the one at AWS.")});
    checkHosts(plan.onPremisesKdcs, Field::OnPremisesKdcs, problems);
    return problems;
}

QList<ConfigSetting> settingsOf(const AuroraPlan &plan)
{
    QList<ConfigSetting> settings;
    if (plan.defaultRealm != AuroraPlan::DefaultRealm::Unchanged) {
        const bool isDirectory = plan.defaultRealm == AuroraPlan::DefaultRealm::Directory;
        settings.append({{QStringLiteral("libdefaults"), QStringLiteral("default_realm")},
                         {isDirectory ? plan.directoryRealm() : plan.usersRealm()}});
    }
    settings += realmSettings(plan.directory, plan.directoryKdcs);
    settings += ownDomain(plan.directory);
    if (!plan.hasTrust())
        return settings;
    settings += realmSettings(*plan.onPremises, plan.onPremisesKdcs);
    settings += ownDomain(*plan.onPremises);
    for (const QString &domain : clusterDomains)
        settings.append(mapping(domain, plan.directoryRealm()));
    settings.append(
        {{QStringLiteral("capaths"), plan.usersRealm(), plan.directoryRealm()}, {QStringLiteral(".")}});
    return settings;
}

} // namespace latchkey::krb
