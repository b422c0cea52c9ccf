// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/spnpolicy.h"

#include "core/gss/principalname.h"
#include "core/gss/printable.h"

#include <algorithm>

namespace latchkey::gss {

namespace {

constexpr std::size_t longestSpn = 1024;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameInAnyCase(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char l, char r) { return lower(l) == lower(r); });
}

bool hasControlCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
}

std::string joined(const std::vector<std::string> &words)
{
    std::string list;
    for (const std::string &word : words)
        list += (list.empty() ? "" : ", ") + word;
    return list;
}

/// Nothing if the text is a service principal's: a class, a host, and a realm unless left to the default.
std::optional<std::string> malformed(const std::optional<PrincipalName> &name)
{
    if (!name)
        return "it is no principal name";
    if (name->components.size() < 2)
        return "it names no host";
    const auto bad = [](const std::string &part) { return part.empty() || hasControlCharacter(part); };
    if (std::any_of(name->components.begin(), name->components.end(), bad))
        return "a part of it is empty or has a control character";
    if (name->realm && bad(*name->realm))
        return "its realm is empty or has a control character";
    return std::nullopt;
}

} // namespace

std::optional<std::string> SpnPolicy::refusal(std::string_view spn) const
{
    if (spn.empty())
        return "it is empty";
    if (spn.size() > longestSpn)
        return "it is longer than " + std::to_string(longestSpn) + " bytes";
    if (hasControlCharacter(spn))
        return "it has a control character";
    if (!pinned.empty()) {
        if (spn == pinned)
            return std::nullopt;
        return "only " + printable(pinned) + " is expected here";
    }

    const auto name = parsePrincipalName(spn);
    if (auto why = malformed(name))
        return why;
    const std::string &serviceClass = name->components.front();
    const auto allows = [&](const std::string &allowed) { return sameInAnyCase(serviceClass, allowed); };
    if (std::any_of(serviceClasses.begin(), serviceClasses.end(), allows))
        return std::nullopt;
    return "only services of class " + joined(serviceClasses) + " are allowed";
}

} // namespace latchkey::gss
