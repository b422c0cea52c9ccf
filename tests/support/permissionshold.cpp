// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/permissionshold.h"

#include <cstdio>
#include <cstdlib>

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace latchkey::test {

namespace {

struct Capabilities
{
    __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3] = {};

    Capabilities()
    {
        if (syscall(SYS_capget, &header, data) != 0)
            fail();
    }
    void apply()
    {
        if (syscall(SYS_capset, &header, data) != 0)
            fail();
    }
    [[noreturn]] static void fail()
    {
        std::perror("PermissionsHold");
        std::abort();
    }
};

constexpr std::uint32_t overrides = 1U << CAP_DAC_OVERRIDE | 1U << CAP_DAC_READ_SEARCH;

} // namespace

PermissionsHold::PermissionsHold()
{
    Capabilities capabilities;
    m_before = capabilities.data[0].effective;
    capabilities.data[0].effective &= ~overrides;
    capabilities.apply();
}

PermissionsHold::~PermissionsHold()
{
    Capabilities capabilities;
    capabilities.data[0].effective = m_before;
    capabilities.apply();
}

} // namespace latchkey::test
