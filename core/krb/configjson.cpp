// SPDX-License-Identifier: GPL-2.0-or-later
// The configuration for other programs; the keys are documented in latchkey-cli(1).
#include "core/krb/configrows.h"

#include <QJsonArray>

namespace latchkey::krb {

namespace {

QString stateName(ConfigFile::State state)
{
    switch (state) {
    case ConfigFile::State::Read:
        return QStringLiteral("read");
    case ConfigFile::State::Missing:
        return QStringLiteral("missing");
    case ConfigFile::State::Unreadable:
        return QStringLiteral("unreadable");
    case ConfigFile::State::Broken:
        break;
    }
    return QStringLiteral("broken");
}

QString answerName(KdcAnswer answer)
{
    switch (answer) {
    case KdcAnswer::NotAsked:
        return QStringLiteral("not asked");
    case KdcAnswer::Serves:
        return QStringLiteral("answers");
    case KdcAnswer::WrongRealm:
        return QStringLiteral("wrong realm");
    case KdcAnswer::Strange:
        return QStringLiteral("strange");
    case KdcAnswer::Refused:
        return QStringLiteral("refused");
    case KdcAnswer::Silent:
        return QStringLiteral("silent");
    case KdcAnswer::NoRoute:
        return QStringLiteral("no route");
    case KdcAnswer::NameUnknown:
        return QStringLiteral("name unknown");
    case KdcAnswer::NameSilent:
        break;
    }
    return QStringLiteral("name silent");
}

QJsonObject placed(QJsonObject object, const Place &place)
{
    if (!place.file.isEmpty())
        object.insert(QStringLiteral("file"), place.file);
    if (place.line > 0)
        object.insert(QStringLiteral("line"), place.line);
    return object;
}

QJsonArray relationsAsJson(const QList<Relation> &relations)
{
    QJsonArray array;
    for (const Relation &one : relations)
        array.append(
            placed({{QStringLiteral("name"), one.name}, {QStringLiteral("value"), one.value}}, one.place));
    return array;
}

QJsonArray filesAsJson(const QList<ConfigFile> &files)
{
    QJsonArray array;
    for (const ConfigFile &file : files)
        array.append(QJsonObject{{QStringLiteral("path"), file.path},
                                 {QStringLiteral("depth"), file.depth},
                                 {QStringLiteral("state"), stateName(file.state)},
                                 {QStringLiteral("overlay"), file.isOverlay}});
    return array;
}

QJsonObject kdcAsJson(const KdcObservation &kdc)
{
    QJsonObject object{
        {QStringLiteral("address"), kdc.address.text()},
        {QStringLiteral("from"), kdc.place.file.isEmpty() ? QStringLiteral("dns") : QStringLiteral("file")},
        {QStringLiteral("udp"), answerName(kdc.udp)},
        {QStringLiteral("tcp"), answerName(kdc.tcp)}};
    if (kdc.clockOffset)
        object.insert(QStringLiteral("clockOffset"), static_cast<qint64>(kdc.clockOffset->count()));
    return object;
}

QJsonArray realmsAsJson(const RealmConfig &config, const RealmObservations &seen)
{
    QJsonArray array;
    QList<Realm> realms = config.realms;
    for (const KdcLookup &lookup : seen.lookups)
        if (!config.realm(lookup.realm))
            realms.append({lookup.realm});
    for (const Realm &realm : std::as_const(realms)) {
        QJsonArray kdcs;
        for (const KdcObservation &kdc : seen.kdcsOf(realm.name))
            kdcs.append(kdcAsJson(kdc));
        QJsonObject object{{QStringLiteral("realm"), realm.name},
                           {QStringLiteral("relations"), relationsAsJson(realm.relations)}};
        if (!kdcs.isEmpty())
            object.insert(QStringLiteral("kdcs"), kdcs);
        array.append(object);
    }
    return array;
}

QJsonArray pathsAsJson(const QList<TrustPath> &paths)
{
    QJsonArray array;
    for (const TrustPath &path : paths)
        array.append(placed({{QStringLiteral("from"), path.from},
                             {QStringLiteral("to"), path.to},
                             {QStringLiteral("via"), QJsonArray::fromStringList(path.via)}},
                            path.place));
    return array;
}

} // namespace

QJsonObject configAsJson(const RealmConfig &config, const RealmObservations &seen)
{
    return {
        {QStringLiteral("files"), filesAsJson(config.files)},
        {QStringLiteral("defaultRealm"), config.defaultRealm()},
        {QStringLiteral("realms"), realmsAsJson(config, seen)},
        {QStringLiteral("domainRealm"), relationsAsJson(config.domains)},
        {QStringLiteral("capaths"), pathsAsJson(config.trustPaths)},
        {QStringLiteral("libdefaults"), relationsAsJson(config.libdefaults)},
        {QStringLiteral("appdefaults"), relationsAsJson(config.appdefaults)},
    };
}

QJsonObject findingAsJson(const Finding &finding)
{
    return placed({{QStringLiteral("severity"), severityName(finding.severity)},
                   {QStringLiteral("code"), codeName(finding.code)},
                   {QStringLiteral("realm"), finding.realm},
                   {QStringLiteral("sentence"), finding.sentence},
                   {QStringLiteral("fix"), finding.fix}},
                  finding.place);
}

} // namespace latchkey::krb
