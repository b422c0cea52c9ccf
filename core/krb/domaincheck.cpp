// SPDX-License-Identifier: GPL-2.0-or-later
// What [domain_realm] and [capaths] get wrong: which realm a host belongs to, and the way there.
#include "core/krb/realmcheck.h"

#include "core/krb/realmwords.h"

#include <algorithm>

namespace latchkey::krb {

namespace {

using Severity = Finding::Severity;
using Code = Error::Code;

const QLatin1Char dot('.');

/// The mapping that libkrb5 takes for this very name; null if there is none.
const Relation *mappingOf(const RealmConfig &config, const QString &domain)
{
    const auto found = std::find_if(config.domains.begin(), config.domains.end(),
                                    [&](const Relation &one) { return one.name == domain; });
    return found != config.domains.end() ? &*found : nullptr;
}

/// What stands in another file is meant to be overruled: that is what a list of files is for.
bool isContradicted(const Relation &mapping, const Relation &effective)
{
    return mapping.value != effective.value && mapping.place.file == effective.place.file;
}

Finding contradiction(const Relation &mapping, const Relation &effective)
{
    return {Severity::Warning,
            Code::RealmMismatch,
            mapping.value,
            RealmWords::tr("“%1” is mapped to %2 and to %3; libkrb5 takes the first.")
                .arg(mapping.name, effective.value, mapping.value),
            RealmWords::tr("Remove the line that is wrong."),
            mapping.place};
}

Finding unlikeItsDomain(const Relation &host, const Relation &domain)
{
    return {Severity::Warning,
            Code::RealmMismatch,
            host.value,
            RealmWords::tr("The host “%1” is mapped to %2, but the hosts below it, “%3”, to %4.")
                .arg(host.name, host.value, domain.name, domain.value),
            RealmWords::tr("Map both to the same realm, unless this is really meant."),
            host.place};
}

Finding nested(const Relation &inner, const Relation &outer)
{
    return {Severity::Note,
            Code::RealmMismatch,
            inner.value,
            RealmWords::tr(
                "Hosts in “%1” belong to %2, all others in “%3” to %4: the longest name that fits counts.")
                .arg(inner.name, inner.value, outer.name, outer.value),
            QString(),
            inner.place};
}

Finding neverMatched(const Relation &mapping)
{
    return {Severity::Warning,
            Code::RealmMismatch,
            mapping.value,
            RealmWords::tr("“%1” fits no host, because libkrb5 writes host names in lower case.")
                .arg(mapping.name),
            RealmWords::tr("Write “%1”.").arg(mapping.name.toLower()),
            mapping.place};
}

Finding unknownRealm(const Relation &mapping, bool matters)
{
    return {
        matters ? Severity::Error : Severity::Warning,
        Code::RealmUnknown,
        mapping.value,
        RealmWords::tr("“%1” is mapped to %2, of which no KDC is known.").arg(mapping.name, mapping.value),
        RealmWords::tr("Correct the realm, or name its KDCs in [realms]."),
        mapping.place};
}

/// The closest domain around the one of `mapping` that is mapped too.
const Relation *around(const RealmConfig &config, const Relation &mapping)
{
    for (qsizetype at = mapping.name.indexOf(dot, 1); at >= 0; at = mapping.name.indexOf(dot, at + 1))
        if (const Relation *outer = mappingOf(config, mapping.name.mid(at)))
            return outer;
    return nullptr;
}

void checkMapping(const RealmConfig &config, const Relation &mapping, QList<Finding> &findings)
{
    const Relation *effective = mappingOf(config, mapping.name);
    if (effective != &mapping) {
        if (isContradicted(mapping, *effective))
            findings.append(contradiction(mapping, *effective));
        return;
    }
    if (mapping.name != mapping.name.toLower())
        findings.append(neverMatched(mapping));
    if (!mapping.name.startsWith(dot)) {
        const Relation *domain = mappingOf(config, dot + mapping.name);
        if (domain && domain->value != mapping.value)
            findings.append(unlikeItsDomain(mapping, *domain));
        return;
    }
    const Relation *outer = around(config, mapping);
    if (outer && outer->value != mapping.value)
        findings.append(nested(mapping, *outer));
}

Finding hopWithoutKdc(const TrustPath &path, const QString &hop)
{
    return {Severity::Error,
            Code::NoTrust,
            hop,
            RealmWords::tr("The way from %1 to %2 goes through %3, of which no KDC is known.")
                .arg(path.from, path.to, hop),
            RealmWords::tr("Name the KDCs of %1 in [realms], or correct the way in [capaths].").arg(hop),
            path.place};
}

Finding assumedTrust(const QString &from, const QString &to)
{
    return {Severity::Note,
            Code::NoTrust,
            to,
            RealmWords::tr(
                "[capaths] says nothing of the way from %1 to %2, so libkrb5 expects that %2 trusts %1 "
                "directly, or that the KDCs know the way.")
                .arg(from, to),
            RealmWords::tr(
                "If the way goes through other realms, name them in [capaths]; if it is direct, “%1 = { "
                "%2 = . }” says so.")
                .arg(from, to),
            {}};
}

} // namespace

QList<Finding> checkDomains(const RealmConfig &config, const RealmObservations &seen,
                            const QStringList &scope)
{
    QList<Finding> findings;
    for (const Relation &mapping : config.domains) {
        const bool matters = scope.contains(mapping.value);
        if (matters)
            checkMapping(config, mapping, findings);
        if (!config.realm(mapping.value) && !hasKdc(config, seen, mapping.value))
            findings.append(unknownRealm(mapping, matters));
    }
    return findings;
}

QList<Finding> checkPaths(const RealmConfig &config, const RealmObservations &seen, const QStringList &scope)
{
    QList<Finding> findings;
    for (const TrustPath &path : config.trustPaths)
        for (const QString &hop : path.via)
            if (scope.contains(path.from) && !hasKdc(config, seen, hop))
                findings.append(hopWithoutKdc(path, hop));
    QStringList homes = QStringList{config.defaultRealm()} + seen.users;
    homes.removeDuplicates();
    for (const QString &home : std::as_const(homes)) {
        for (const QString &to : config.mappedRealms()) {
            const bool isNeeded = to != home && scope.contains(home) && scope.contains(to);
            if (isNeeded && !config.trustPath(home, to) && !seen.trusts.contains(SeenTrust{home, to}))
                findings.append(assumedTrust(home, to));
        }
    }
    return findings;
}

} // namespace latchkey::krb
