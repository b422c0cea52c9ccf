// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/optionvalue.h"

#include "core/profile/jsonreader.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace latchkey::formats {

namespace {

constexpr std::string_view letters = "ntrbs\"'\\";
constexpr std::string_view meanings = "\n\t\r\b \"'\\";

bool isSpace(char character)
{
    return character == ' ' || (character >= '\t' && character <= '\r');
}

bool isPlain(char character)
{
    constexpr std::string_view punctuation = "_./:-@,+%";
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
           || (character >= '0' && character <= '9') || punctuation.find(character) != std::string_view::npos;
}

void appendEscaped(QByteArray &text, char character)
{
    const std::size_t place = meanings.find(character);
    if (place == std::string_view::npos || character == ' ' || character == '\'') {
        text += character;
        return;
    }
    text += '\\';
    text += letters[place];
}

} // namespace

QByteArray quotedValue(const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    if (std::all_of(bytes.begin(), bytes.end(), isPlain))
        return bytes;
    QByteArray text("\"");
    for (const char character : bytes)
        appendEscaped(text, character);
    return text + '"';
}

QString valueFrom(QByteArrayView text)
{
    QByteArrayView inside = trimmed(text);
    const char quote = inside.isEmpty() ? '\0' : inside.front();
    if (inside.size() >= 2 && (quote == '"' || quote == '\'') && inside.back() == quote)
        inside = inside.sliced(1, inside.size() - 2);
    std::string value;
    value.reserve(static_cast<std::size_t>(inside.size()));
    for (qsizetype at = 0; at < inside.size(); ++at) {
        const bool isEscape = inside[at] == '\\' && at + 1 < inside.size();
        const std::size_t letter = isEscape ? letters.find(inside[at + 1]) : std::string_view::npos;
        if (letter == std::string_view::npos) {
            value += inside[at];
            continue;
        }
        value += meanings[letter];
        ++at;
    }
    return wholeText(value);
}

QByteArrayView withoutComment(QByteArrayView line)
{
    char quote = '\0';
    bool isEscaped = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const char character = line[at];
        if (!isEscaped && (character == '"' || character == '\'')) {
            if (quote == '\0')
                quote = character;
            else if (quote == character)
                quote = '\0';
        }
        if (quote == '\0' && character == '#')
            return trimmed(line.first(at));
        isEscaped = quote != '\0' && character == '\\' && !isEscaped;
    }
    return trimmed(line);
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpace(text.back()))
        text.chop(1);
    return text;
}

} // namespace latchkey::formats
