// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/sandbox/description.h"

#include <QByteArray>

namespace latchkey::sandbox {

/// The content of profiles.json for a sandbox: in “Sandbox / orders” the profiles “writer” (as alice), “reader” (as
/// whoever is signed in), “MariaDB GSSAPI” and “password”. Empty if there are no servers.
QByteArray readyProfiles(const Description &description);

} // namespace latchkey::sandbox
