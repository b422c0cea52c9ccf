// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/serverplugin/settings.h"

#include <memory>
#include <string>
#include <string_view>

namespace latchkey::serverplugin {

/// The server's side of one GSS exchange.
class Acceptor
{
public:
    enum class Status { Complete, MoreNeeded, Failed };

    /// Reads the keytab anew, so that a key may be rotated while the server runs.
    explicit Acceptor(const Settings &settings);
    ~Acceptor();
    Acceptor(const Acceptor &) = delete;
    Acceptor &operator=(const Acceptor &) = delete;

    /// Takes a token of the client's.
    Status accept(std::string_view token);
    /// What the client must get in turn; empty if nothing, as when it did not ask for mutual authentication.
    const std::string &reply() const;
    /// Who the client is, as "alice@REALM"; known when Complete.
    const std::string &clientPrincipal() const;
    /// The library's words when Failed.
    const std::string &problem() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey::serverplugin
