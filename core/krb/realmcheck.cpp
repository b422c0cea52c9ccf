// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/realmcheck.h"

#include "core/krb/realmwords.h"

#include <algorithm>

namespace latchkey::krb {

namespace {

using Severity = Finding::Severity;
using Code = Error::Code;

/// A realm's name, wherever it is written.
struct NamedRealm
{
    QString name;
    Place place;
};

QList<NamedRealm> namedRealms(const RealmConfig &config)
{
    QList<NamedRealm> named;
    if (const auto standard = config.libdefault(QStringLiteral("default_realm")))
        named.append({standard->value, standard->place});
    for (const Realm &realm : config.realms)
        named.append({realm.name, realm.relations.isEmpty() ? Place() : realm.relations.first().place});
    for (const Relation &mapping : config.domains)
        named.append({mapping.value, mapping.place});
    for (const TrustPath &path : config.trustPaths)
        for (const QString &name : QStringList{path.from, path.to} + path.via)
            named.append({name, path.place});
    return named;
}

Finding lowerCase(const NamedRealm &realm, bool hasUpperCase)
{
    return {
        hasUpperCase ? Severity::Error : Severity::Warning,
        Code::RealmUnknown,
        realm.name,
        hasUpperCase
            ? RealmWords::tr(
                  "“%1” is another realm than “%2”, because case counts, and only the latter is known.")
                  .arg(realm.name, realm.name.toUpper())
            : RealmWords::tr("The realm “%1” has lower-case letters. Active Directory’s realms are in upper "
                             "case, and case counts.")
                  .arg(realm.name),
        RealmWords::tr("Write “%1”.").arg(realm.name.toUpper()),
        realm.place};
}

Finding noDefaultRealm()
{
    return {Severity::Warning,
            Code::InvalidInput,
            QString(),
            RealmWords::tr("There is no default realm, so a name without a realm cannot be used."),
            RealmWords::tr("Set default_realm in [libdefaults], or type names with their realm."),
            {}};
}

} // namespace

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return QStringLiteral("note");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        break;
    }
    return QStringLiteral("error");
}

bool hasKdc(const RealmConfig &config, const RealmObservations &seen, const QString &realm)
{
    const Realm *written = config.realm(realm);
    if (written && !written->kdcs().isEmpty())
        return true;
    if (!config.looksUpKdcs())
        return false;
    const KdcLookup *lookup = seen.lookup(realm);
    return !lookup || lookup->state == KdcLookup::State::Found;
}

QList<Finding> checkFiles(const RealmConfig &config)
{
    if (config.problem)
        return {{Severity::Error, config.problem->code, QString(), config.problem->message, QString(),
                 config.problemPlace}};
    QList<Finding> findings;
    for (const ConfigFile &file : config.files)
        if (file.state == ConfigFile::State::Unreadable)
            findings.append({Severity::Warning,
                             Code::FileInaccessible,
                             QString(),
                             RealmWords::tr("“%1” cannot be read, so libkrb5 passes over it.").arg(file.path),
                             RealmWords::tr("Check who owns the file and its permissions."),
                             {file.path}});
    return findings;
}

QList<Finding> checkNames(const RealmConfig &config, const QStringList &scope)
{
    QList<Finding> findings;
    if (config.defaultRealm().isEmpty())
        findings.append(noDefaultRealm());
    QStringList seen;
    for (const NamedRealm &realm : namedRealms(config)) {
        const QString upper = realm.name.toUpper();
        if (realm.name == upper || seen.contains(realm.name)
            || !(scope.contains(realm.name) || scope.contains(upper)))
            continue;
        seen += realm.name;
        findings.append(lowerCase(realm, config.realm(upper) && !config.realm(realm.name)));
    }
    return findings;
}

QList<Finding> checkRealms(const RealmConfig &config, const RealmObservations &seen, const QStringList &scope)
{
    QList<Finding> findings = checkFiles(config);
    if (config.problem)
        return findings;
    findings += checkNames(config, scope);
    findings += checkKdcs(config, seen, scope);
    findings += checkDomains(config, seen, scope);
    findings += checkPaths(config, seen, scope);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    return findings;
}

} // namespace latchkey::krb
