// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/hardening.h"

#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>

#include <cstring>

namespace latchkey {

namespace {

rlimit coreLimitBefore = {RLIM_INFINITY, RLIM_INFINITY};

} // namespace

void hardenProcess()
{
    getrlimit(RLIMIT_CORE, &coreLimitBefore);
    const rlimit none{0, coreLimitBefore.rlim_max};
    setrlimit(RLIMIT_CORE, &none); // cannot fail: lowering is always allowed
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void restoreCoreLimit()
{
    setrlimit(RLIMIT_CORE, &coreLimitBefore);
}

[[gnu::noinline]] void wipeDeadStack()
{
    char dead[256 * 1024]; // several times what libkrb5 and its plugins use
    explicit_bzero(dead, sizeof dead);
}

} // namespace latchkey
