// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/protection.h"

namespace latchkey {

Profile whileConnected(const Profile &opened, const Profile &changed)
{
    Profile shown = changed;
    shown.host = opened.host;
    shown.port = opened.port;
    if (changed.environment != Environment::Production)
        shown.environment = opened.environment;
    shown.readOnly = opened.readOnly || changed.readOnly;
    shown.guard = opened.isGuarded() || changed.isGuarded() ? Guard::On : Guard::Off;
    return shown;
}

} // namespace latchkey
