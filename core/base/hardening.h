// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace latchkey {

/// Call first thing in main(), before any thread: no core dump of this process, and no tracing by the user's other programs.
void hardenProcess();

/// For a process that is about to become another program, which is the user's: its core dumps are as large as this program's
/// were to be before hardenProcess(). Tracing is allowed again by becoming one. Async-signal-safe.
void restoreCoreLimit();

/// Overwrites what the functions that have returned to the caller left on this thread's stack. Who binds a function late (the
/// dynamic linker, ld.so(8)) saves the vector registers there, with what libraries have copied through them: pieces of a
/// password.
void wipeDeadStack();

} // namespace latchkey
