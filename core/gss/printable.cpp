// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/printable.h"

#include <algorithm>

namespace latchkey::gss {

std::string printable(std::string_view text)
{
    constexpr std::size_t longest = 128;
    const bool tooLong = text.size() > longest;
    std::string shown(text.substr(0, tooLong ? longest - 3 : longest));
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return tooLong ? shown + "..." : shown;
}

std::string_view clipped(std::string_view text, std::size_t size) noexcept
{
    if (text.size() <= size)
        return text;
    const auto insideCharacter = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    while (size > 0 && insideCharacter(size))
        --size;
    text.remove_suffix(text.size() - size);
    return text;
}

} // namespace latchkey::gss
