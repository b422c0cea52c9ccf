// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/foreign.h"

#include "core/profile/formats/loosevalues.h"

#include <QJsonArray>

namespace latchkey::formats {

namespace {

QJsonValue harmlessValue(const QJsonValue &value, bool &hadSecrets)
{
    if (value.isObject()) {
        const Harmless inner = harmless(value.toObject());
        hadSecrets = hadSecrets || inner.hadSecrets;
        return inner.settings;
    }
    if (!value.isArray())
        return value;
    QJsonArray kept;
    const QJsonArray all = value.toArray();
    for (const QJsonValue &element : all)
        kept.append(harmlessValue(element, hadSecrets));
    return kept;
}

} // namespace

bool isSecret(QStringView key, const QJsonValue &value)
{
    return !value.isBool() && isSecretName(key);
}

Harmless harmless(const QJsonObject &settings)
{
    Harmless result;
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        if (!isSecret(setting.key(), setting.value()))
            result.settings.insert(setting.key(), harmlessValue(setting.value(), result.hadSecrets));
        else if (setting.value() != QJsonValue(QString()))
            result.hadSecrets = true;
    }
    return result;
}

bool isTrue(const QJsonValue &value)
{
    return truthFrom(textFrom(value)).value_or(false);
}

QString takeText(QJsonObject &object, QLatin1String key)
{
    return textFrom(object.take(key));
}

void putText(QJsonObject &object, QLatin1String key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

} // namespace latchkey::formats
