// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profiledocument.h"
#include "ui/theme.h"

#include <QString>

#include <optional>

namespace latchkey {

/// How a cluster, or a server of its own, stands with its directory, as a badge beside its name.
struct AwsBadge
{
    QString word;
    QString icon;
    theme::Colour colour;
    QString advice; ///< sentences, a line each; empty: nothing is to be done
    bool isTrouble() const { return colour == theme::Colour::Warning || colour == theme::Colour::Danger; }
};

/// Nothing if AWS has said nothing of the folder. Pure.
std::optional<AwsBadge> awsBadge(const Folder &folder);
/// Nothing either if the server takes part in no directory: outside of Aurora that is how it is.
std::optional<AwsBadge> awsBadge(const Profile &profile);

} // namespace latchkey
