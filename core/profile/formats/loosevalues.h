// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringView>

#include <chrono>
#include <cstdint>
#include <optional>

/// Values as other programs write them: numbers as texts, truth as 1, "yes" or true.
namespace latchkey::formats {

std::optional<std::uint16_t> portFrom(QStringView text); ///< 1 to 65535
/// Whole ones, from 0 up to a week: what a profile holds.
std::optional<std::chrono::seconds> secondsFrom(QStringView text);
/// Rounded up to seconds.
std::optional<std::chrono::seconds> millisecondsFrom(QStringView text);
std::optional<bool> truthFrom(QStringView text);
/// A text, whole number or truth as a text; empty for anything else.
QString textFrom(const QJsonValue &value);
/// Whether what has this name is to be kept from everybody: passwords, pass phrases, tokens. Any spelling.
bool isSecretName(QStringView name);

} // namespace latchkey::formats
