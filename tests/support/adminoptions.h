// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/connectoptions.h"
#include "tests/support/sandbox.h"
#include "tests/support/slowness.h"

namespace latchkey::test {

/// For a login as the sandbox's administrator, with a password and over TLS; at another port where something stands in
/// between.
inline sql::ConnectOptions adminOptions(const Sandbox &sandbox, std::uint16_t port = 0)
{
    const auto server = sandbox.server(QStringLiteral("writer"));
    const auto admin = sandbox.description().admin;
    sql::ConnectOptions options;
    options.host = server.host;
    options.port = port == 0 ? server.port : port;
    options.user = admin.user;
    options.authentication = Authentication::Password;
    options.password = std::make_shared<Secret>(admin.password.toStdString());
    options.tlsFiles.authorities = sandbox.description().caFile;
    options.stopPatience *= slowness;
    return options;
}

} // namespace latchkey::test
