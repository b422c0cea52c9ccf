// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/subscriptionjson.h"

#include "core/catalogue/cataloguewords.h"
#include "core/profile/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace latchkey {

namespace {

constexpr int currentVersion = 1;
constexpr QLatin1String formatName("latchkey-catalogues");
constexpr QLatin1String negotiate("negotiate");

void insert(QJsonObject &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(QLatin1String(key), text);
}

void insert(QJsonObject &object, const char *key, const std::optional<Instant> &when)
{
    if (when)
        object.insert(QLatin1String(key), qint64{when->time_since_epoch().count()});
}

QJsonArray consentJson(ImportConsent consent)
{
    QJsonArray words;
    for (const RiskName &name : riskNames()) {
        if (consent.testFlag(name.risk))
            words.append(QLatin1String(name.word));
    }
    return words;
}

QJsonArray personalJson(const QMap<QUuid, QJsonObject> &personal)
{
    QJsonArray all;
    for (auto values = personal.begin(); values != personal.end(); ++values)
        all.append(QJsonObject{{QStringLiteral("profile"), values.key().toString(QUuid::WithoutBraces)},
                               {QStringLiteral("values"), values.value()}});
    return all;
}

QJsonObject json(const Subscription &subscription)
{
    QJsonObject object = subscription.unknown;
    insert(object, "id", subscription.id.toString(QUuid::WithoutBraces));
    insert(object, "name", subscription.name);
    insert(object, "source", subscription.source);
    if (subscription.authentication == WebAuthentication::Negotiate)
        insert(object, "authentication", QString(negotiate));
    insert(object, "principal", subscription.principal);
    insert(object, "caFile", subscription.authorities);
    if (subscription.trusts)
        object.insert(QStringLiteral("trusts"), consentJson(subscription.trusts));
    if (!subscription.personal.isEmpty())
        object.insert(QStringLiteral("personal"), personalJson(subscription.personal));
    insert(object, "lastAttempt", subscription.history.lastAttempt);
    insert(object, "lastSuccess", subscription.history.lastSuccess);
    insert(object, "notBefore", subscription.history.notBefore);
    if (subscription.history.failures > 0)
        object.insert(QStringLiteral("failures"), subscription.history.failures);
    insert(object, "etag", QString::fromLatin1(subscription.etag));
    insert(object, "problem", subscription.problem);
    return object;
}

Instant instant(JsonReader &reader)
{
    return Instant(std::chrono::seconds(reader.integer()));
}

QUuid uuid(JsonReader &reader)
{
    const QUuid id = QUuid::fromString(reader.string());
    if (id.isNull())
        reader.fail(CatalogueWords::tr("the id is no UUID"));
    return id;
}

/// Words of a newer Latchkey's count for nothing: what is not known is not trusted.
ImportConsent readConsent(JsonReader &reader)
{
    ImportConsent consent;
    reader.beginArray();
    while (reader.nextElement()) {
        const QString word = reader.string();
        for (const RiskName &name : riskNames()) {
            if (word == QLatin1String(name.word))
                consent |= name.risk;
        }
    }
    return consent;
}

void readPersonal(JsonReader &reader, QMap<QUuid, QJsonObject> &personal)
{
    reader.beginArray();
    while (reader.nextElement()) {
        QUuid profile;
        QJsonObject values;
        reader.beginObject();
        while (const auto key = reader.nextKey()) {
            if (*key == "profile")
                profile = uuid(reader);
            else if (*key == "values")
                values = reader.value().toObject();
            else
                reader.value();
        }
        personal.insert(profile, values);
    }
}

WebAuthentication readAuthentication(JsonReader &reader)
{
    const QString text = reader.string();
    if (text != negotiate && text != QLatin1String("none"))
        reader.fail(CatalogueWords::tr("“%1” is no choice here").arg(text));
    return text == negotiate ? WebAuthentication::Negotiate : WebAuthentication::None;
}

bool readHistory(JsonReader &reader, std::string_view key, RefreshHistory &history)
{
    if (key == "lastAttempt")
        history.lastAttempt = instant(reader);
    else if (key == "lastSuccess")
        history.lastSuccess = instant(reader);
    else if (key == "notBefore")
        history.notBefore = instant(reader);
    else if (key == "failures")
        history.failures = static_cast<int>(std::clamp<qint64>(reader.integer(), 0, 1'000'000));
    else
        return false;
    return true;
}

void readMember(JsonReader &reader, std::string_view key, Subscription &subscription)
{
    if (key == "id")
        subscription.id = uuid(reader);
    else if (key == "name")
        subscription.name = reader.string();
    else if (key == "source")
        subscription.source = reader.string();
    else if (key == "authentication")
        subscription.authentication = readAuthentication(reader);
    else if (key == "principal")
        subscription.principal = reader.string();
    else if (key == "caFile")
        subscription.authorities = reader.string();
    else if (key == "trusts")
        subscription.trusts = readConsent(reader);
    else if (key == "personal")
        readPersonal(reader, subscription.personal);
    else if (key == "etag")
        subscription.etag = reader.string().toLatin1();
    else if (key == "problem")
        subscription.problem = reader.string();
    else if (!readHistory(reader, key, subscription.history)) {
        const QString name = wholeText(key);
        subscription.unknown.insert(name, reader.value());
    }
}

QList<Subscription> readAll(JsonReader &reader)
{
    QList<Subscription> all;
    reader.beginArray();
    while (reader.nextElement()) {
        Subscription subscription;
        subscription.id = QUuid();
        reader.beginObject();
        while (const auto key = reader.nextKey())
            readMember(reader, *key, subscription);
        if (subscription.id.isNull() || subscription.name.isEmpty())
            reader.fail(CatalogueWords::tr("a catalogue without an “id” or a “name” ends here"));
        all.append(subscription);
    }
    return all;
}

Error damaged(const JsonReader &reader, const QString &file)
{
    return {Error::Code::FileDamaged,
            CatalogueWords::tr(
                "The list of catalogues “%1” is damaged at line %2: %3. Correct that place, or remove "
                "the file and "
                "add your catalogues again.")
                .arg(file, QString::number(reader.line()), reader.reason()),
            QString(), 0};
}

Error newer(const QString &file)
{
    return {
        Error::Code::FileInaccessible,
        CatalogueWords::tr(
            "The list of catalogues “%1” was written by a newer Latchkey. Update this one to use it; nothing "
            "has been changed.")
            .arg(file),
        QString(), 0};
}

} // namespace

QByteArray writeSubscriptions(const QList<Subscription> &subscriptions)
{
    QJsonArray all;
    for (const Subscription &subscription : subscriptions)
        all.append(json(subscription));
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), QString(formatName)},
                                     {QStringLiteral("version"), currentVersion},
                                     {QStringLiteral("catalogues"), all}})
        .toJson(QJsonDocument::Indented);
}

Result<QList<Subscription>> readSubscriptions(QByteArrayView text, const QString &file)
{
    JsonReader reader(text);
    QList<Subscription> all;
    qint64 version = 0;
    QString format;
    reader.beginObject();
    while (const auto key = reader.nextKey()) {
        if (*key == "format")
            format = reader.string();
        else if (*key == "version")
            version = reader.integer();
        else if (*key == "catalogues")
            all = readAll(reader);
        else
            reader.value();
    }
    reader.end();
    if (!reader.failed() && format != formatName)
        reader.fail(CatalogueWords::tr("this is no list of catalogues"));
    if (reader.failed() && version <= currentVersion)
        return damaged(reader, file);
    return version > currentVersion ? Result<QList<Subscription>>(newer(file)) : all;
}

} // namespace latchkey
