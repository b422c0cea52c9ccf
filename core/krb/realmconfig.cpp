// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/realmconfig.h"

#include <algorithm>

namespace latchkey::krb {

namespace {

using namespace std::chrono_literals;

constexpr auto usualClockSkew = 300s;

/// As libkrb5 reads booleans; nothing for anything else, where it keeps to its default.
std::optional<bool> truth(const std::optional<Relation> &relation)
{
    static const QStringList yes{QStringLiteral("y"), QStringLiteral("yes"), QStringLiteral("true"),
                                 QStringLiteral("t"), QStringLiteral("1"),   QStringLiteral("on")};
    static const QStringList no{QStringLiteral("n"),   QStringLiteral("no"), QStringLiteral("false"),
                                QStringLiteral("nil"), QStringLiteral("0"),  QStringLiteral("off")};
    if (!relation)
        return std::nullopt;
    const QString word = relation->value.toLower();
    if (yes.contains(word))
        return true;
    return no.contains(word) ? std::optional(false) : std::nullopt;
}

QStringList overlayFiles(const RealmConfig &config)
{
    QStringList paths;
    bool within = false;
    for (const ConfigFile &file : config.files) {
        within = file.isOverlay || (within && file.depth > 0);
        if (within)
            paths += file.path;
    }
    return paths;
}

} // namespace

QString text(const Place &place)
{
    return place.line > 0 ? QStringLiteral("%1:%2").arg(place.file, QString::number(place.line)) : place.file;
}

QList<Relation> Realm::named(const QString &relation) const
{
    QList<Relation> found;
    std::copy_if(relations.begin(), relations.end(), std::back_inserter(found),
                 [&](const Relation &one) { return one.name == relation; });
    return found;
}

std::optional<Relation> RealmConfig::libdefault(const QString &name) const
{
    const auto found = std::find_if(libdefaults.begin(), libdefaults.end(),
                                    [&](const Relation &one) { return one.name == name; });
    return found != libdefaults.end() ? std::optional(*found) : std::nullopt;
}

QString RealmConfig::defaultRealm() const
{
    const auto relation = libdefault(QStringLiteral("default_realm"));
    return relation ? relation->value : QString();
}

const Realm *RealmConfig::realm(const QString &name) const
{
    const auto found =
        std::find_if(realms.begin(), realms.end(), [&](const Realm &one) { return one.name == name; });
    return found != realms.end() ? &*found : nullptr;
}

const TrustPath *RealmConfig::trustPath(const QString &from, const QString &to) const
{
    const auto found = std::find_if(trustPaths.begin(), trustPaths.end(),
                                    [&](const TrustPath &one) { return one.from == from && one.to == to; });
    return found != trustPaths.end() ? &*found : nullptr;
}

QStringList RealmConfig::path(const QString &from, const QString &to) const
{
    if (from == to)
        return {from};
    const TrustPath *written = trustPath(from, to);
    return QStringList{from} + (written ? written->via : QStringList()) + QStringList{to};
}

QStringList RealmConfig::mappedRealms() const
{
    QStringList names;
    for (const Relation &mapping : domains)
        names += mapping.value;
    names.removeDuplicates();
    return names;
}

bool RealmConfig::looksUpKdcs() const
{
    const auto own = truth(libdefault(QStringLiteral("dns_lookup_kdc")));
    return own ? *own : truth(libdefault(QStringLiteral("dns_fallback"))).value_or(true);
}

bool RealmConfig::adjustsClock() const
{
    const auto relation = libdefault(QStringLiteral("kdc_timesync"));
    return !relation || relation->value.toInt() != 0;
}

std::chrono::seconds RealmConfig::clockSkew() const
{
    const auto relation = libdefault(QStringLiteral("clockskew"));
    bool isNumber = false;
    const int seconds = relation ? relation->value.toInt(&isNumber) : 0;
    return isNumber && seconds > 0 ? std::chrono::seconds(seconds) : usualClockSkew;
}

QStringList realmsInUse(const RealmConfig &config, const QStringList &own)
{
    QStringList used = own;
    if (const QString standard = config.defaultRealm(); !standard.isEmpty())
        used.prepend(standard);
    const QStringList overlay = overlayFiles(config);
    const auto isOurs = [&](const Relation &one) { return overlay.contains(one.place.file); };
    for (const Realm &realm : config.realms)
        if (std::any_of(realm.relations.begin(), realm.relations.end(), isOurs))
            used += realm.name;
    for (const Relation &mapping : config.domains)
        if (isOurs(mapping))
            used += mapping.value;
    for (const TrustPath &path : config.trustPaths)
        if (used.contains(path.from))
            used += path.via + QStringList{path.to};
    used.removeDuplicates();
    if (used.isEmpty())
        for (const Realm &realm : config.realms)
            used += realm.name;
    return used;
}

} // namespace latchkey::krb
