// SPDX-License-Identifier: GPL-2.0-or-later
// The two switch packets and what is decided about the names in them.
#include "core/gss/authswitch.h"
#include "core/gss/principalname.h"
#include "core/gss/printable.h"
#include "core/gss/spnpolicy.h"

#include <cstdlib>

using namespace latchkey::gss;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void decide(const std::string &spn)
{
    SpnPolicy policy;
    if (!policy.refusal(spn)) {
        const auto name = parsePrincipalName(spn);
        require(name && name->components.size() >= 2 && !name->components[1].empty());
        require(name->components.front().size() == 5 || name->components.front().size() == 7);
        require(spn.find('\0') == std::string::npos && spn.size() <= 1024);
    }
    policy.pinned = "mysql/db1@CORP";
    require(policy.refusal(spn).has_value() == (spn != policy.pinned));
    require(printable(spn).size() <= 128);
    require(clipped(spn, 100).size() <= 100);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::span packet(data, size);
    const auto kerberos = parseKerberosSwitch(packet);
    if (const auto *request = std::get_if<KerberosSwitch>(&kerberos)) {
        require(!request->spn.empty() && request->spn.size() + request->realm.size() + 4 <= size);
        decide(request->spn);
    } else {
        require(!std::get<Malformed>(kerberos).reason.empty());
    }
    const auto gssapi = parseGssapiSwitch(packet);
    if (const auto *request = std::get_if<GssapiSwitch>(&gssapi)) {
        require(!request->spn.empty() && request->spn.size() + request->mechanism.size() <= size);
        decide(request->spn);
    }
    decide({packet.begin(), packet.end()});
    return 0;
}
