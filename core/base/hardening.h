// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace latchkey {

/// Call first thing in main(), before any thread: no core dump and no tracing by the user's other programs, and no
/// password from the environment (libmariadb takes MYSQL_PWD when none is given, whichever server asks).
void hardenProcess();

} // namespace latchkey
