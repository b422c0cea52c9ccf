// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace latchkey::secrets {

/// To be called on the thread of QtKeychain's jobs before each of them, while none is under way. QtKeychain does its work
/// with libsecret where there is one, which left to itself
/// - uses GIO's session bus, and GIO ends the process when that bus goes;
/// - keeps its session with the service for ever, so that nothing works any more once the service has been restarted.
/// Blocks if the bus does. Does nothing where these libraries are not there.
void prepareLibraries();

} // namespace latchkey::secrets
