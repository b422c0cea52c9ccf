// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>

namespace latchkey::gss {

/// What the server half of authentication_kerberos says first (data of the AuthSwitchRequest):
/// u16LE length | SPN | u16LE length | realm, not NUL-terminated. Bytes behind the realm are ignored.
struct KerberosSwitch
{
    std::string spn;
    std::string
        realm; ///< the account's, from its authentication string; may be empty on other servers than MySQL

    friend bool operator==(const KerberosSwitch &, const KerberosSwitch &) = default;
};

/// Why a packet from the server is none, in words that name the place ("SPN length 300 at offset 0 reaches behind
/// the packet's 68 bytes").
struct Malformed
{
    std::string reason;
};

/// Untrusted input: every length is checked against the packet, nothing is read outside `data`.
std::variant<KerberosSwitch, Malformed> parseKerberosSwitch(std::span<const unsigned char> data);

/// What MariaDB's gssapi says first: principal NUL mechanism NUL; the mechanism may be missing.
struct GssapiSwitch
{
    std::string spn;
    std::string mechanism;

    friend bool operator==(const GssapiSwitch &, const GssapiSwitch &) = default;
};
std::variant<GssapiSwitch, Malformed> parseGssapiSwitch(std::span<const unsigned char> data);

} // namespace latchkey::gss
