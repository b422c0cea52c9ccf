// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace latchkey::test {

/// While this lives, the permissions of files hold for root too: in this thread and in those that it starts.
class PermissionsHold
{
public:
    PermissionsHold();
    ~PermissionsHold();
    PermissionsHold(const PermissionsHold &) = delete;
    PermissionsHold &operator=(const PermissionsHold &) = delete;

private:
    std::uint32_t m_before = 0; ///< the effective capabilities
};

} // namespace latchkey::test
