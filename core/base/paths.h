// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace latchkey::paths {

/// Where profiles and settings live: $LATCHKEY_CONFIG_DIR, else $XDG_CONFIG_HOME/latchkey, else ~/.config/latchkey.
QString configDir();

/// Where what dies with the login lives (private credential caches, sockets): $LATCHKEY_RUNTIME_DIR, else
/// $XDG_RUNTIME_DIR/latchkey, else /tmp/latchkey-UID.
QString runtimeDir();

/// Where what accumulates lives (history, unsaved texts): $LATCHKEY_STATE_DIR, else "state" in $LATCHKEY_CONFIG_DIR if that is
/// set, else $XDG_STATE_HOME/latchkey, else ~/.local/state/latchkey.
QString stateDir();

/// Makes `folder` with its parents, for this user only (0700). Refuses, with FileInaccessible, a folder that is a
/// link or belongs to somebody else.
Result<> makePrivate(const QString &folder);

/// A folder, not a link to one, that belongs to this user and nobody else can look into: nobody else can have put
/// anything there.
bool isPrivate(const QString &folder);

/// Makes `folder` with its parents if it is missing (0700). One that is there stays as it is, and may be a link to a
/// folder of this user's; FileInaccessible for anything else.
Result<> makeOwn(const QString &folder);

} // namespace latchkey::paths
