// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "ui/theme.h"

#include <QString>

namespace latchkey {

/// How an environment is shown everywhere: word, icon and colour together.
struct EnvironmentLook
{
    QString word; ///< empty for none
    QString icon;
    theme::Colour colour = theme::Colour::MutedText;
};

EnvironmentLook lookOf(Environment environment);

} // namespace latchkey
