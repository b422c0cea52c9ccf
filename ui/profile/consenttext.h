// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/importrisk.h"

#include <QString>

namespace latchkey {

/// What a check box says that allows it: "Take keytabs".
QString consentText(Risk risk);

} // namespace latchkey
