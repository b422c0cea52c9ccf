// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace latchkey::gss {

/// Which service principals a connection may prove itself to. The server chooses the SPN, so a rogue one could have
/// the client fetch and hand over a ticket for any service; therefore this is asked before a ticket is.
struct SpnPolicy
{
    std::string pinned; ///< if not empty, the only SPN allowed, compared byte for byte
    std::vector<std::string> serviceClasses{"mysql",
                                            "mariadb"}; ///< otherwise: the first component, in any case

    /// Why `spn` is refused, or nothing.
    std::optional<std::string> refusal(std::string_view spn) const;
};

} // namespace latchkey::gss
