// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace latchkey::test {

/// How many times longer than in a release something may take in this build.
#ifdef LATCHKEY_SANITIZED
constexpr int slowness = 10;
#else
constexpr int slowness = 1;
#endif

} // namespace latchkey::test
