// SPDX-License-Identifier: GPL-2.0-or-later
// JsonReader's texts: finding their end, resolving escapes, sharing those that come again and again.
#include "core/profile/jsonlimits.h"
#include "core/profile/jsonreader.h"
#include "core/profile/profilewords.h"

#include <charconv>
#include <functional>

namespace latchkey {

namespace {

using namespace jsonlimits;

constexpr std::size_t maxShared = 48; ///< bytes of a text that is looked up among those known
constexpr std::size_t knownTexts = 1024;

/// Bytes that need a closer look inside a string.
bool endsPlainText(char character)
{
    return character == '"' || character == '\\' || static_cast<unsigned char>(character) < 0x20;
}

void appendUtf8(std::string &text, char32_t character)
{
    const auto byte = [&text](char32_t value) { text += static_cast<char>(value); };
    if (character < 0x80) {
        byte(character);
    } else if (character < 0x800) {
        byte(0xC0 | character >> 6);
        byte(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        byte(0xE0 | character >> 12);
        byte(0x80 | (character >> 6 & 0x3F));
        byte(0x80 | (character & 0x3F));
    } else {
        byte(0xF0 | character >> 18);
        byte(0x80 | (character >> 12 & 0x3F));
        byte(0x80 | (character >> 6 & 0x3F));
        byte(0x80 | (character & 0x3F));
    }
}

} // namespace

QString wholeText(std::string_view utf8)
{
    QString marks;
    for (; utf8.starts_with("\xEF\xBB\xBF"); utf8.remove_prefix(3))
        marks += QChar(QChar::ByteOrderMark);
    const QString rest = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    return marks.isEmpty() ? rest : marks + rest;
}

std::optional<std::string_view> JsonReader::text()
{
    startValue();
    if (failed())
        return std::nullopt;
    if (peek() == '"')
        return rawString();
    fail(ProfileWords::tr("a text in quotes is expected here"));
    return std::nullopt;
}

QString JsonReader::string()
{
    const auto utf8 = text();
    return utf8 ? shared(*utf8) : QString();
}

QString JsonReader::shared(std::string_view utf8)
{
    const bool isInPlace = utf8.data() != m_buffer.data(); // the buffer will hold other texts
    if (!isInPlace || utf8.size() > maxShared)
        return wholeText(utf8);
    if (m_known.empty())
        m_known.resize(knownTexts);
    Known &known = m_known[std::hash<std::string_view>()(utf8) % knownTexts];
    if (known.utf8 != utf8)
        known = {utf8, wholeText(utf8)};
    return known.text;
}

// The string without its quotes, in place where it has no escapes.
std::optional<std::string_view> JsonReader::rawString()
{
    if (!take('"'))
        return std::nullopt;
    const qsizetype from = m_at;
    while (m_at < m_text.size() && !endsPlainText(m_text[m_at]))
        ++m_at;
    if (m_at - from > maxString) {
        fail(ProfileWords::tr("a text is too long"));
        return std::nullopt;
    }
    if (peek() == '\\')
        return escapedString(from);
    const std::string_view text(m_text.data() + from, static_cast<std::size_t>(m_at - from));
    return expect('"') ? std::optional(text) : std::nullopt;
}

std::optional<std::string_view> JsonReader::escapedString(qsizetype from)
{
    m_buffer.assign(m_text.data() + from, static_cast<std::size_t>(m_at - from));
    while (!take('"')) {
        if (peek() == '\\') {
            ++m_at;
            if (!appendEscape())
                return std::nullopt;
        } else if (m_at < m_text.size() && !endsPlainText(m_text[m_at])) {
            m_buffer += m_text[m_at++];
        } else {
            failSyntax();
            return std::nullopt;
        }
        if (m_buffer.size() > static_cast<std::size_t>(maxString))
            fail(ProfileWords::tr("a text is too long"));
        if (failed())
            return std::nullopt;
    }
    return m_buffer;
}

bool JsonReader::appendEscape()
{
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (take('u')) {
        const auto character = unicodeEscape();
        if (!character)
            failSyntax();
        else
            appendUtf8(m_buffer, *character);
        return character.has_value();
    }
    const std::size_t letter = m_at < m_text.size() ? letters.find(m_text[m_at]) : std::string_view::npos;
    if (letter == std::string_view::npos) {
        failSyntax();
        return false;
    }
    m_buffer += meanings[letter];
    ++m_at;
    return true;
}

std::optional<char32_t> JsonReader::unicodeEscape()
{
    const auto high = fourHexDigits();
    if (!high || *high == 0 || QChar::isLowSurrogate(*high))
        return std::nullopt;
    if (!QChar::isHighSurrogate(*high))
        return *high;
    if (!takeWord("\\u"))
        return std::nullopt;
    const auto low = fourHexDigits();
    if (!low || !QChar::isLowSurrogate(*low))
        return std::nullopt;
    return QChar::surrogateToUcs4(static_cast<char16_t>(*high), static_cast<char16_t>(*low));
}

std::optional<unsigned> JsonReader::fourHexDigits()
{
    if (m_text.size() - m_at < 4)
        return std::nullopt;
    unsigned value = 0;
    const char *const begin = m_text.data() + m_at;
    if (std::from_chars(begin, begin + 4, value, 16).ptr != begin + 4)
        return std::nullopt;
    m_at += 4;
    return value;
}

} // namespace latchkey
