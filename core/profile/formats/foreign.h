// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace latchkey::formats {

/// Whether a setting of that name is a password or the like. What is true or false, as "save-password", is none.
bool isSecret(QStringView key, const QJsonValue &value);

/// `settings` of another tool as they may be kept: without secrets, at whatever depth.
struct Harmless
{
    QJsonObject settings;
    bool hadSecrets = false;
};
Harmless harmless(const QJsonObject &settings);

bool isTrue(const QJsonValue &value);

/// Takes a member out, as text.
QString takeText(QJsonObject &object, QLatin1String key);
/// Puts it back, unless it is empty.
void putText(QJsonObject &object, QLatin1String key, const QString &text);

} // namespace latchkey::formats
