// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/gui/hardening.h"

#include <cstdlib>

#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>

namespace latchkey {

void hardenProcess()
{
    unsetenv("MYSQL_PWD");
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none); // cannot fail: lowering is always allowed
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace latchkey
