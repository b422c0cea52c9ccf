// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/realmconfig.h"

namespace latchkey::krb {

/// Reads krb5.conf through libkrb5, as it is now. Blocking: opens files, asks no network. What cannot be read is in the
/// config's `problem`, with the file and, where it can be found, the line.
RealmConfig readRealmConfig();

} // namespace latchkey::krb
