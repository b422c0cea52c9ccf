// SPDX-License-Identifier: GPL-2.0-or-later
// What the formats share: which columns need what care, and the texts of bytes.
#pragma once

#include "core/result/rowformat.h"

#include <cstdint>
#include <cstring>

namespace latchkey::result {

/// Its values are numbers, whatever the digits.
bool isNumeric(sql::ColumnType type);
/// Its values are bytes, not text.
bool isBinary(sql::ColumnType type);
/// Its values are numbers or times, which no format has to escape; what the server sends is another matter:
bool isPlain(sql::ColumnType type);
/// The text of a number as SQL writes it.
bool isNumberText(std::string_view text);
/// The text of a number, a date or a time, or of digits and marks that no format has to escape nor takes for a formula.
bool isPlainText(std::string_view text);

/// RFC 8259, section 6. ZEROFILL columns, for one, give texts that are none.
bool isJsonNumber(std::string_view text);

/// "0x" and upper-case digits; nothing for no bytes.
void appendHex(std::string &text, std::string_view bytes);
void appendBase64(std::string &text, std::string_view bytes);
void appendBytes(std::string &text, std::string_view bytes, BinaryText as);
/// Bytes that are no UTF-8 become U+FFFD.
void appendUtf8(std::string &text, std::string_view value);

/// Where in `text`, from `from` on, the first of `special` is, or where it ends. Eight bytes at a time.
template <char... special>
std::size_t findSpecial(std::string_view text, std::size_t from)
{
    constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
    constexpr std::uint64_t highs = 0x8080'8080'8080'8080U;
    const auto isSpecial = [](char byte) { return ((byte == special) || ...); };
    const auto hasByte = [](std::uint64_t bytes, char byte) {
        const std::uint64_t zeros = bytes ^ (ones * static_cast<unsigned char>(byte));
        return (zeros - ones) & ~zeros & highs;
    };
    std::size_t at = from;
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t bytes;
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        if ((hasByte(bytes, special) | ...) != 0)
            break;
    }
    while (at < text.size() && !isSpecial(text[at]))
        ++at;
    return at;
}

/// Appends `value` with each of `special` replaced by what `replace(text, byte)` appends.
template <char... special, typename Replace>
void appendReplacing(std::string &text, std::string_view value, Replace replace)
{
    std::size_t from = 0;
    for (;;) {
        const std::size_t at = findSpecial<special...>(value, from);
        text.append(value.data() + from, at - from);
        if (at == value.size())
            return;
        replace(text, value[at]);
        from = at + 1;
    }
}

} // namespace latchkey::result
