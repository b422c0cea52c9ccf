// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace latchkey::result {

/// The value with a line for each member and element of its objects and arrays; keys, their order and the numbers stay as
/// they are written. Nothing if it is no object or array, or too large or too deep for people to read. Pure.
std::optional<std::string> prettyJson(std::string_view value);

/// "00000010  4c 61 74 63 68 6b 65 79  20 …  |Latchkey …|", a line for 16 bytes. Pure.
QString hexDump(std::string_view value);

/// The name of the picture's format as QImageReader has it, by the first bytes: png, jpeg, gif, webp, bmp, tiff or ico.
/// Empty: none that is known. Pure.
QByteArray pictureFormat(std::string_view value);

} // namespace latchkey::result
