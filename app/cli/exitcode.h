// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"

namespace latchkey::cli {

/// What scripts decide on; documented in latchkey-cli(1).
enum ExitCode {
    Success = 0,
    Failure = 1,
    Usage = 2,
    NotSignedIn = 3,
    Denied = 4,
    Unreachable = 5,
    Refused = 6,
    BadFile = 7,
    SomeFailed = 8, ///< of several profiles; the others have succeeded
    Interrupted = 130,
};

ExitCode exitCode(Error::Code code);

} // namespace latchkey::cli
