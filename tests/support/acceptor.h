// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

namespace latchkey::test {

/// The AP-REP for a client's `token` by the keys of the file `keytab`; nothing if GSS refuses, and empty if the client
/// has not asked for mutual authentication. `client` gets the client's principal.
std::optional<std::string> acceptToken(const std::string &keytab, const std::string &token,
                                       std::string *client = nullptr);

} // namespace latchkey::test
