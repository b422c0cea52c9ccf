// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/secrets/secretstore.h"

#include <chrono>
#include <memory>

namespace latchkey::secrets {

/// How long somebody waits, and whether somebody still does.
struct Patience
{
    std::chrono::milliseconds limit;
    std::stop_token stop;
};

/// QtKeychain's three jobs, as it answers them; see Sight for where it is wrong. They run one after the other on a
/// thread with an event loop of its own, which starts with the first job, lives as long as the process and waits for
/// nobody: QtKeychain binds all its jobs to the thread of the first. The caller is blocked, at most for `limit`; then it
/// gets KeychainSilent, and a job that has not begun never will. One that has begun cannot be taken back.
Result<SharedSecret> readEntry(const Key &key, const Patience &patience);
Result<> writeEntry(const Key &key, const SharedSecret &secret, const Patience &patience);
Result<> removeEntry(const Key &key, const Patience &patience);

} // namespace latchkey::secrets
