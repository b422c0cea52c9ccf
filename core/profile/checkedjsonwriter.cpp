// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/checkedjsonwriter.h"

#include "core/profile/jsonlimits.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QVariant>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace latchkey {

namespace {

using namespace jsonlimits;

constexpr std::string_view spaces = "                                "; // 32
constexpr std::size_t indent = 4;

/// Stands for itself, in one byte.
bool needsNoEscape(QChar character)
{
    const char16_t code = character.unicode();
    return code >= 0x20 && code < 0x80 && code != u'"' && code != u'\\';
}

/// The shortest text that is this number again.
QByteArray realText(double real)
{
    constexpr double exactIntegers = 9007199254740992; // 2^53
    QByteArray text = QByteArray::number(real, 'g', QLocale::FloatingPointShortest);
    if (std::abs(real) > exactIntegers && !text.contains('e') && !text.contains('.'))
        text += ".0"; // else it would be read as an integer, whose last digits are another number
    return text;
}

} // namespace

void CheckedJsonWriter::append(std::string_view bytes)
{
    m_text.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void CheckedJsonWriter::startLine()
{
    m_text.append('\n');
    for (std::size_t left = m_frames.size() * indent; left > 0;) {
        const std::size_t part = std::min(left, spaces.size());
        append(spaces.substr(0, part));
        left -= part;
    }
}

void CheckedJsonWriter::startMember()
{
    if (m_frames.empty())
        return;
    if (m_frames.back().size++ > 0)
        m_text.append(',');
    startLine();
}

/// A member's value stands behind its key, an element in a line of its own.
void CheckedJsonWriter::startValue()
{
    if (!m_frames.empty() && !m_frames.back().isObject)
        startMember();
}

void CheckedJsonWriter::begin(char bracket)
{
    startValue();
    m_text.append(bracket);
    m_frames.push_back({bracket == '{'});
    m_failed |= m_frames.size() > maxDepth;
}

void CheckedJsonWriter::end(char bracket)
{
    const Frame ended = m_frames.back();
    m_frames.pop_back();
    m_failed |= ended.isObject && ended.size > maxKeys;
    if (ended.size > 0)
        startLine();
    m_text.append(bracket);
}

void CheckedJsonWriter::key(std::string_view ascii)
{
    startMember();
    m_text.append('"');
    append(ascii);
    append("\": ");
}

void CheckedJsonWriter::key(QStringView name)
{
    startMember();
    quoted(name);
    append(": ");
}

void CheckedJsonWriter::string(QStringView text)
{
    startValue();
    quoted(text);
}

void CheckedJsonWriter::word(std::string_view ascii)
{
    startValue();
    m_text.append('"');
    append(ascii);
    m_text.append('"');
}

void CheckedJsonWriter::quoted(QStringView text)
{
    m_text.append('"');
    const qsizetype before = m_text.size();
    if (std::all_of(text.begin(), text.end(), needsNoEscape)) {
        m_text.resize(before + text.size());
        std::transform(text.begin(), text.end(), m_text.data() + before,
                       [](QChar character) { return static_cast<char>(character.unicode()); });
        m_failed |= text.size() > maxString;
    } else {
        escaped(text);
        m_failed |= text.toUtf8().size() > maxString;
    }
    m_text.append('"');
}

void CheckedJsonWriter::escaped(QStringView text)
{
    const auto isEscaped = [](QChar character) {
        return character.unicode() < 0x80 && !needsNoEscape(character);
    };
    m_failed |= !text.isValidUtf16();
    while (!text.isEmpty()) {
        const auto next = std::find_if(text.begin(), text.end(), isEscaped);
        m_text.append(text.first(next - text.begin()).toUtf8());
        if (next != text.end())
            escapedAscii(next->unicode());
        text = text.sliced(next - text.begin() + (next != text.end() ? 1 : 0));
    }
}

void CheckedJsonWriter::escapedAscii(char16_t character)
{
    constexpr std::string_view meanings = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    constexpr std::string_view digits = "0123456789abcdef";
    m_failed |= character == 0;
    const std::size_t known = meanings.find(static_cast<char>(character));
    m_text.append('\\');
    if (known != std::string_view::npos) {
        m_text.append(letters[known]);
    } else {
        append("u00");
        m_text.append(digits[character >> 4]);
        m_text.append(digits[character & 0xF]);
    }
}

void CheckedJsonWriter::integer(qint64 number)
{
    startValue();
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    append({digits, static_cast<std::size_t>(end - digits)});
}

void CheckedJsonWriter::boolean(bool value)
{
    startValue();
    append(value ? "true" : "false");
}

void CheckedJsonWriter::value(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return boolean(value.toBool());
    case QJsonValue::Double:
        return number(value);
    case QJsonValue::String:
        return string(value.toString());
    case QJsonValue::Array:
        beginArray();
        for (const QJsonValue element : value.toArray())
            this->value(element);
        return endArray();
    case QJsonValue::Object:
        return object(value.toObject());
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        startValue();
        append("null");
    }
}

void CheckedJsonWriter::object(const QJsonObject &object)
{
    beginObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        key(member.key());
        value(member.value());
    }
    endObject();
}

void CheckedJsonWriter::number(const QJsonValue &value)
{
    const QVariant exact = value.toVariant();
    if (exact.typeId() == QMetaType::LongLong)
        return integer(exact.toLongLong());
    startValue();
    const double real = value.toDouble();
    m_text.append(std::isfinite(real) ? realText(real) : QByteArray("null"));
}

} // namespace latchkey
