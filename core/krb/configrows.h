// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/realmcheck.h"

#include <QJsonObject>

namespace latchkey::krb {

/// A line of the configuration as it is shown, with the lines below it.
struct ConfigRow
{
    enum class Kind { Section, File, Setting, Realm, Kdc, Mapping, Path };
    enum class State { Plain, Muted, Good, Warning, Bad };

    Kind kind = Kind::Setting;
    QString name;
    QString value{};
    Place place{};
    State state = State::Plain;
    QList<ConfigRow> children{};

    friend bool operator==(const ConfigRow &, const ConfigRow &) = default;
};

/// Files in effect, default realm, realms with their KDCs and what was seen of them, hosts, ways, settings: a section
/// each, those without anything left out.
QList<ConfigRow> configRows(const RealmConfig &config, const RealmObservations &seen);

/// The same for a terminal.
QString configAsText(const QList<ConfigRow> &rows);

QJsonObject configAsJson(const RealmConfig &config, const RealmObservations &seen);
QJsonObject findingAsJson(const Finding &finding);

} // namespace latchkey::krb
