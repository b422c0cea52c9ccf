// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/jsonwriter.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace latchkey {

namespace {

bool standsForItself(QChar character)
{
    return character >= u' ' && character < u'\x7F' && character != u'"' && character != u'\\';
}

/// A control character, a quotation mark, a backslash, or half of a pair without the other one.
void appendEscaped(std::string &json, char16_t character)
{
    constexpr std::string_view special = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    json += '\\';
    if (const auto at = special.find(static_cast<char>(character)); character < 0x80 && at != special.npos) {
        json += letters[at];
        return;
    }
    std::array<char, 8> code = {};
    std::snprintf(code.data(), code.size(), "u%04x", static_cast<unsigned>(character));
    json += code.data();
}

} // namespace

JsonWriter &JsonWriter::key(std::string_view name)
{
    beginElement();
    m_written += '"';
    m_written += name;
    m_written += m_isIndented ? "\": " : "\":";
    m_isKeyWritten = true;
    return *this;
}

void JsonWriter::text(const QString &value)
{
    beginElement();
    m_written += '"';
    for (QStringView rest(value); !rest.isEmpty();) {
        const auto plain = std::find_if_not(rest.begin(), rest.end(), standsForItself) - rest.begin();
        const std::size_t before = m_written.size();
        m_written.resize(before + static_cast<std::size_t>(plain));
        std::transform(rest.begin(), rest.begin() + plain, m_written.data() + before,
                       [](QChar character) { return character.toLatin1(); });
        rest = rest.sliced(plain);
        if (rest.isEmpty())
            break;
        const bool isPair = rest.size() > 1 && rest.at(0).isHighSurrogate() && rest.at(1).isLowSurrogate();
        const QStringView next = rest.first(isPair ? 2 : 1);
        const char16_t character = next.at(0).unicode();
        if (isPair || (character >= 0x7F && !next.at(0).isSurrogate()))
            m_written += next.toUtf8().toStdString();
        else
            appendEscaped(m_written, character);
        rest = rest.sliced(next.size());
    }
    m_written += '"';
}

void JsonWriter::json(std::string_view value)
{
    beginElement();
    m_written += value;
}

void JsonWriter::begin(char bracket)
{
    beginElement();
    m_written += bracket;
    if (m_isIndented)
        m_written += '\n';
    ++m_depth;
    m_isFirst = true;
}

void JsonWriter::end(char bracket)
{
    --m_depth;
    if (m_isIndented && !m_isFirst)
        m_written += '\n';
    indent();
    m_written += bracket;
    m_isFirst = false;
    if (m_isIndented && m_depth == 0)
        m_written += '\n';
}

void JsonWriter::beginElement()
{
    if (std::exchange(m_isKeyWritten, false))
        return;
    if (!std::exchange(m_isFirst, false))
        m_written += m_isIndented ? ",\n" : ",";
    indent();
}

} // namespace latchkey
