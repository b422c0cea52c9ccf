// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/fieldtext.h"

#include <QByteArray>

#include <algorithm>

namespace latchkey::result {

using sql::ColumnType;

namespace {

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

constexpr std::uint64_t everyByte = 0x0101'0101'0101'0101U;
constexpr std::uint64_t highBits = 0x8080'8080'8080'8080U;

/// The high bits of those of eight bytes that are neither a blank nor between "-" and ":" in ASCII: minus, point, slash,
/// digits, colon.
std::uint64_t strangeBytes(const char *text)
{
    std::uint64_t bytes;
    std::memcpy(&bytes, text, sizeof bytes);
    const std::uint64_t blanks = bytes ^ (everyByte * ' ');
    const std::uint64_t isBlank = (blanks - everyByte) & ~blanks;
    const std::uint64_t isInRange =
        ((bytes | highBits) - everyByte * '-') & ((everyByte * ':' | highBits) - bytes) & ~bytes;
    return ~(isBlank | isInRange) & highBits;
}

bool isDigitOrMark(char byte)
{
    return (byte >= '-' && byte <= ':') || byte == ' ';
}

bool hasOnlyDigitsAndMarks(std::string_view text)
{
    constexpr std::size_t step = sizeof(std::uint64_t);
    if (text.size() < step)
        return std::all_of(text.begin(), text.end(), isDigitOrMark);
    std::uint64_t strange = strangeBytes(text.data() + text.size() - step); // some of them twice
    for (std::size_t at = 0; at + step < text.size(); at += step)
        strange |= strangeBytes(text.data() + at);
    return strange == 0;
}

} // namespace

bool isNumeric(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::Decimal || type == ColumnType::Float
           || type == ColumnType::Year;
}

bool isBinary(ColumnType type)
{
    return type == ColumnType::Binary || type == ColumnType::Bit || type == ColumnType::Geometry;
}

bool isPlain(ColumnType type)
{
    return isNumeric(type) || type == ColumnType::Date || type == ColumnType::Time
           || type == ColumnType::DateTime;
}

bool isNumberText(std::string_view text)
{
    std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const auto takeDigits = [&] {
        const std::size_t from = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at - from;
    };
    std::size_t digits = takeDigits();
    if (at < text.size() && text[at] == '.') {
        ++at;
        digits += takeDigits();
    }
    if (digits > 0 && at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        at += at < text.size() && (text[at] == '-' || text[at] == '+') ? 1U : 0U;
        digits = takeDigits();
    }
    return digits > 0 && at == text.size();
}

bool isPlainText(std::string_view text)
{
    if (!text.empty() && isDigit(text[0]) && hasOnlyDigitsAndMarks(text))
        return true;
    // A minus only before a time, so that it begins no formula.
    return isNumberText(text)
           || (text.size() > 1 && text[0] == '-' && isDigit(text[1])
               && text.find_first_not_of("0123456789:.", 1) == std::string_view::npos);
}

bool isJsonNumber(std::string_view text)
{
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t from = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at > from;
    };
    const auto take = [&](std::string_view any) {
        const bool isThere = at < text.size() && any.find(text[at]) != std::string_view::npos;
        at += isThere ? 1 : 0;
        return isThere;
    };
    take("-");
    if (!take("0") && !digits())
        return false;
    if (take(".") && !digits())
        return false;
    if (take("eE")) {
        take("+-");
        if (!digits())
            return false;
    }
    return at == text.size();
}

void appendHex(std::string &text, std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    if (bytes.empty())
        return;
    text += "0x";
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        text += digits[code >> 4];
        text += digits[code & 0xF];
    }
}

void appendBase64(std::string &text, std::string_view bytes)
{
    const QByteArray encoded =
        QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64();
    text.append(encoded.constData(), static_cast<std::size_t>(encoded.size()));
}

void appendBytes(std::string &text, std::string_view bytes, BinaryText as)
{
    switch (as) {
    case BinaryText::Raw:
        text += bytes;
        return;
    case BinaryText::Hex:
        return appendHex(text, bytes);
    case BinaryText::Base64:
        return appendBase64(text, bytes);
    }
}

void appendUtf8(std::string &text, std::string_view value)
{
    const auto size = static_cast<qsizetype>(value.size());
    if (QByteArrayView(value.data(), size).isValidUtf8())
        text += value;
    else
        text += QString::fromUtf8(value.data(), size).toStdString();
}

} // namespace latchkey::result
