// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey::gss {

/// A principal's text form taken apart, escapes resolved.
struct PrincipalName
{
    std::vector<std::string> components;
    std::optional<std::string> realm; ///< nothing if the text has no '@'

    friend bool operator==(const PrincipalName &, const PrincipalName &) = default;
};

/// Reads `text` as krb5_parse_name() does ('/' and '@' separate, '\' takes the next character literally, "\n", "\t",
/// "\b" and "\0" stand for control characters), but without a krb5 context. Nothing if krb5 would refuse it.
std::optional<PrincipalName> parsePrincipalName(std::string_view text);

} // namespace latchkey::gss
