// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/principalname.h"

namespace latchkey::gss {

namespace {

char unescaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'b':
        return '\b';
    case '0':
        return '\0';
    default:
        return c;
    }
}

/// Begins the next part of `name` at a separator; false if there must be none here.
bool separate(PrincipalName &name, char separator)
{
    if (name.realm)
        return false;
    if (separator == '@')
        name.realm.emplace();
    else
        name.components.emplace_back();
    return true;
}

} // namespace

std::optional<PrincipalName> parsePrincipalName(std::string_view text)
{
    PrincipalName name;
    name.components.emplace_back();
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '/' || c == '@') {
            if (!separate(name, c))
                return std::nullopt;
            continue;
        }
        if (c == '\\') {
            if (++i == text.size())
                return std::nullopt;
            c = unescaped(text[i]);
        }
        (name.realm ? *name.realm : name.components.back()) += c;
    }
    return name;
}

} // namespace latchkey::gss
