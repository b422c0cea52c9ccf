// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/loosevalues.h"

#include <algorithm>
#include <array>
#include <limits>

namespace latchkey::formats {

namespace {

constexpr std::chrono::seconds maxTime = std::chrono::hours(7 * 24);

} // namespace

std::optional<std::uint16_t> portFrom(QStringView text)
{
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    if (!isNumber || number < 1 || number > std::numeric_limits<std::uint16_t>::max())
        return std::nullopt;
    return static_cast<std::uint16_t>(number);
}

std::optional<std::chrono::seconds> secondsFrom(QStringView text)
{
    bool isNumber = false;
    const std::chrono::seconds time(text.trimmed().toInt(&isNumber));
    if (!isNumber || time < std::chrono::seconds(0) || time > maxTime)
        return std::nullopt;
    return time;
}

std::optional<std::chrono::seconds> millisecondsFrom(QStringView text)
{
    bool isNumber = false;
    const std::chrono::milliseconds time(text.trimmed().toInt(&isNumber));
    if (!isNumber || time < std::chrono::milliseconds(0) || time > maxTime)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(time);
}

std::optional<bool> truthFrom(QStringView text)
{
    const QString word = text.trimmed().toString().toLower();
    for (const char *yes : {"1", "true", "yes", "on"}) {
        if (word == QLatin1String(yes))
            return true;
    }
    for (const char *no : {"0", "false", "no", "off"}) {
        if (word == QLatin1String(no))
            return false;
    }
    return std::nullopt;
}

QString textFrom(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toInteger());
    return {};
}

bool isSecretName(QStringView name)
{
    const QString plain = name.toString().toLower();
    // The client programs take any beginning of a name that is clear enough.
    if (plain.size() >= 2 && QLatin1String("password").startsWith(plain))
        return true;
    constexpr std::array words{"password", "passwd", "passphrase", "pwd", "secret", "token", "credential"};
    return std::any_of(words.begin(), words.end(),
                       [&plain](const char *word) { return plain.contains(QLatin1String(word)); });
}

} // namespace latchkey::formats
