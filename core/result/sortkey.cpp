// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/sortkey.h"

#include "core/result/folding.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdint>

namespace latchkey::result {

namespace {

constexpr std::size_t comparedBytes = 1024;
constexpr std::size_t mostDigits = 127;

bool isKeyDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Half a byte a digit, which is never 0, the end: so that 1.2 is a beginning of 1.25. For negative numbers all bits are
/// the other way round.
class DigitWriter
{
public:
    DigitWriter(std::string &key, bool isNegative) : m_key(key), m_mask(isNegative ? 0xFFU : 0U) { }

    void byte(unsigned value) { m_key.push_back(static_cast<char>(value ^ m_mask)); }
    void digit(char character)
    {
        const unsigned half = static_cast<unsigned>(character - '0') + 1;
        if (m_isOdd)
            m_key.back() = static_cast<char>(static_cast<unsigned char>(m_key.back()) ^ half);
        else
            byte(half << 4U);
        m_isOdd = !m_isOdd;
    }

private:
    std::string &m_key;
    unsigned m_mask;
    bool m_isOdd = false;
};

/// "-12.50", "0007", and of times "-838:59:59.5" and "2024-02-29 23:59:59": the digits, whatever stands between them.
void makeNumberKey(std::string_view text, std::string &key)
{
    const bool isNegative = text.starts_with('-');
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string_view whole = text.substr(0, point);
    std::string_view fraction = text.substr(point);
    whole.remove_prefix(std::min(whole.find_first_of("123456789"), whole.size()));
    fraction = fraction.substr(0, fraction.find_last_of("123456789") + 1);

    const auto digits = static_cast<std::size_t>(std::count_if(whole.begin(), whole.end(), isKeyDigit));
    const bool isZero = digits == 0 && fraction.empty();
    DigitWriter writer(key, isNegative && !isZero);
    writer.byte(0x80U + static_cast<unsigned>(std::min(digits, mostDigits)));
    for (const std::string_view part : {whole, fraction}) {
        for (const char character : part) {
            if (isKeyDigit(character))
                writer.digit(character);
        }
    }
    if (isNegative && !isZero)
        writer.byte(0); // -1.25 before -1.2
}

void makeFloatKey(std::string_view text, std::string &key)
{
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    number += 0.0; // -0 is 0
    auto bits = std::bit_cast<std::uint64_t>(number);
    const std::uint64_t sign = std::uint64_t{1} << 63U;
    bits = bits & sign ? ~bits : bits | sign;
    for (unsigned shift = 64; shift > 0; shift -= 8)
        key.push_back(static_cast<char>(bits >> (shift - 8)));
}

} // namespace

void makeSortKey(sql::ColumnType type, std::string_view value, std::string &key)
{
    using enum sql::ColumnType;
    key.clear();
    switch (type) {
    case Integer:
    case Decimal:
    case Year:
    case Date:
    case Time:
    case DateTime:
        return makeNumberKey(value, key);
    case Float:
        return makeFloatKey(value, key);
    case Binary:
    case Bit:
    case Geometry:
        key = value.substr(0, comparedBytes);
        return;
    case Text:
    case Json:
    case Enum:
    case Set:
        return foldText(value.substr(0, comparedBytes), key);
    }
}

} // namespace latchkey::result
