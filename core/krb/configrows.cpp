// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/configrows.h"

#include "core/krb/realmwords.h"

namespace latchkey::krb {

namespace {

using Kind = ConfigRow::Kind;
const QString arrow = QStringLiteral(" → ");

ConfigRow section(const QString &name, const QList<ConfigRow> &rows)
{
    return {Kind::Section, name, {}, {}, ConfigRow::State::Plain, rows};
}

ConfigRow fileRow(const ConfigFile &file)
{
    ConfigRow row{Kind::File, file.path};
    const QString whose = file.isOverlay   ? RealmWords::tr("Latchkey’s own part")
                          : file.depth > 0 ? RealmWords::tr("included")
                                           : QString();
    QString state;
    switch (file.state) {
    case ConfigFile::State::Read:
        break;
    case ConfigFile::State::Missing:
        state = RealmWords::tr("not there");
        row.state = ConfigRow::State::Muted;
        break;
    case ConfigFile::State::Unreadable:
        state = RealmWords::tr("cannot be read");
        row.state = ConfigRow::State::Warning;
        break;
    case ConfigFile::State::Broken:
        state = RealmWords::tr("makes no sense to libkrb5");
        row.state = ConfigRow::State::Bad;
        break;
    }
    row.value = whose.isEmpty() || state.isEmpty() ? whose + state : whose + QStringLiteral(", ") + state;
    return row;
}

/// Included files come below the one that includes them. `next` is the first file that is not placed yet.
QList<ConfigRow> fileRows(const QList<ConfigFile> &files, qsizetype &next, int depth)
{
    QList<ConfigRow> rows;
    while (next < files.size() && files.at(next).depth >= depth) {
        ConfigRow row = fileRow(files.at(next++));
        row.children = fileRows(files, next, depth + 1);
        rows.append(row);
    }
    return rows;
}

ConfigRow setting(const Relation &relation)
{
    return {Kind::Setting, relation.name, relation.value, relation.place};
}

QString offsetText(const KdcObservation &kdc)
{
    const auto offset = kdc.clockOffset.value_or(std::chrono::seconds(0)).count();
    if (offset == 0)
        return {};
    return offset > 0 ? RealmWords::tr(", its clock %1 s ahead").arg(offset)
                      : RealmWords::tr(", its clock %1 s behind").arg(-offset);
}

void addAnswer(ConfigRow &row, const KdcObservation &kdc)
{
    if (!kdc.wasAsked())
        return;
    const bool both = kdc.udp == KdcAnswer::Serves && kdc.tcp == KdcAnswer::Serves;
    row.state = both            ? ConfigRow::State::Good
                : kdc.answers() ? ConfigRow::State::Warning
                                : ConfigRow::State::Bad;
    QString said = words(kdc.better());
    if (both)
        said = RealmWords::tr("answers") + offsetText(kdc);
    else if (kdc.udp == KdcAnswer::Serves)
        said = RealmWords::tr("answers by UDP only") + offsetText(kdc);
    else if (kdc.tcp == KdcAnswer::Serves)
        said = RealmWords::tr("answers by TCP only") + offsetText(kdc);
    row.value = QStringLiteral("%1 – %2").arg(row.value, said);
}

ConfigRow kdcRow(const Relation &kdc, const QList<KdcObservation> &seen)
{
    ConfigRow row{Kind::Kdc, kdc.name, kdc.value, kdc.place};
    const auto address = KdcAddress::parse(kdc.value);
    for (const KdcObservation &one : seen)
        if (address && one.address == *address)
            addAnswer(row, one);
    return row;
}

QList<ConfigRow> dnsRows(const KdcLookup &lookup, const QList<KdcObservation> &seen)
{
    QList<ConfigRow> rows;
    for (const SrvRecord &record : lookup.records) {
        const KdcAddress address{record.host, record.port};
        ConfigRow row = kdcRow({QStringLiteral("kdc"), address.text()}, seen);
        row.place.file = RealmWords::tr("DNS");
        rows.append(row);
    }
    if (lookup.state == KdcLookup::State::None)
        rows.append(
            {Kind::Kdc, QStringLiteral("kdc"), RealmWords::tr("none in the DNS"), {}, ConfigRow::State::Bad});
    if (lookup.state == KdcLookup::State::Failed)
        rows.append({Kind::Kdc,
                     QStringLiteral("kdc"),
                     RealmWords::tr("the DNS did not answer"),
                     {},
                     ConfigRow::State::Bad});
    return rows;
}

ConfigRow realmRow(const Realm &realm, const RealmConfig &config, const RealmObservations &seen)
{
    ConfigRow row{Kind::Realm, realm.name};
    if (realm.name == config.defaultRealm())
        row.value = RealmWords::tr("default");
    const QList<KdcObservation> kdcs = seen.kdcsOf(realm.name);
    if (const KdcLookup *lookup = seen.lookup(realm.name))
        row.children += dnsRows(*lookup, kdcs);
    else if (realm.kdcs().isEmpty() && config.looksUpKdcs())
        row.children.append(
            {Kind::Kdc, QStringLiteral("kdc"), RealmWords::tr("from the DNS"), {}, ConfigRow::State::Muted});
    for (const Relation &relation : realm.relations)
        row.children.append(relation.name == QLatin1String("kdc") ? kdcRow(relation, kdcs)
                                                                  : setting(relation));
    return row;
}

/// Those of [realms], and those that only the DNS was asked about.
QList<ConfigRow> realmRows(const RealmConfig &config, const RealmObservations &seen)
{
    QList<ConfigRow> rows;
    for (const Realm &realm : config.realms)
        rows.append(realmRow(realm, config, seen));
    for (const KdcLookup &lookup : seen.lookups)
        if (!config.realm(lookup.realm))
            rows.append(realmRow({lookup.realm}, config, seen));
    return rows;
}

/// The ones that count.
QList<ConfigRow> mappingRows(const RealmConfig &config)
{
    QList<ConfigRow> rows;
    QStringList names;
    for (const Relation &mapping : config.domains) {
        if (!names.contains(mapping.name))
            rows.append({Kind::Mapping, mapping.name, mapping.value, mapping.place});
        names += mapping.name;
    }
    return rows;
}

QList<ConfigRow> pathRows(const RealmConfig &config)
{
    QList<ConfigRow> rows;
    for (const TrustPath &path : config.trustPaths) {
        const QString way = (QStringList{path.from} + path.via + QStringList{path.to}).join(arrow);
        rows.append({Kind::Path, way, path.via.isEmpty() ? RealmWords::tr("direct") : QString(), path.place});
    }
    return rows;
}

QList<ConfigRow> settings(const QList<Relation> &relations)
{
    QList<ConfigRow> rows;
    for (const Relation &relation : relations)
        rows.append(setting(relation));
    return rows;
}

void appendText(QString &text, const QList<ConfigRow> &rows, int depth)
{
    for (const ConfigRow &row : rows) {
        QString line = QString(2 * depth, QLatin1Char(' ')) + row.name;
        if (!row.value.isEmpty())
            line += (row.kind == Kind::Mapping ? arrow : QStringLiteral("  ")) + row.value;
        if (!row.place.file.isEmpty())
            line += QStringLiteral("  [%1]").arg(krb::text(row.place));
        text += line + QLatin1Char('\n');
        appendText(text, row.children, depth + 1);
    }
}

} // namespace

QList<ConfigRow> configRows(const RealmConfig &config, const RealmObservations &seen)
{
    qsizetype next = 0;
    const QList<ConfigRow> sections{
        section(RealmWords::tr("Files in effect"), fileRows(config.files, next, 0)),
        section(RealmWords::tr("Realms"), realmRows(config, seen)),
        section(RealmWords::tr("Hosts and their realms"), mappingRows(config)),
        section(RealmWords::tr("Ways between realms"), pathRows(config)),
        section(RealmWords::tr("Settings"), settings(config.libdefaults)),
        section(RealmWords::tr("Settings of programs"), settings(config.appdefaults)),
    };
    QList<ConfigRow> filled;
    for (const ConfigRow &one : sections)
        if (!one.children.isEmpty())
            filled.append(one);
    return filled;
}

QString configAsText(const QList<ConfigRow> &rows)
{
    QString text;
    for (const ConfigRow &row : rows) {
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        appendText(text, {row}, 0);
    }
    return text;
}

} // namespace latchkey::krb
