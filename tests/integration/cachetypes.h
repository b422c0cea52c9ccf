// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/integration/kerberosplace.h"
#include "tests/support/kcmdaemons.h"

#include <memory>

namespace latchkey::test {

/// Every type of cache that there is, with the daemons that keep some: "FILE", "DIR", "KEYRING", "KCM" (of the double),
/// "KCM of sssd", "MEMORY".
class CacheTypes
{
public:
    /// Points the place at a fresh collection, or a single cache, of that type; else why it cannot be had. A KEYRING is a
    /// session's, of this process and those that it starts, and goes with them.
    QString use(KerberosPlace &place, const QString &type);
    /// Ends the daemons.
    void end();

private:
    QString useSssd(KerberosPlace &place);

    std::unique_ptr<KcmDouble> m_double;
    std::unique_ptr<SssdKcm> m_sssd;
};

} // namespace latchkey::test
