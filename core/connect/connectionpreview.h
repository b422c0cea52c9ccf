// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/placeholders.h"

#include <QString>

namespace latchkey {

/// What comes of a profile's settings, as far as that can be said before anybody is asked. Sentences instead of values where
/// nothing can be said yet.
struct ConnectionPreview
{
    QString identity; ///< account and principal with their placeholders filled in; empty: they have none
    QString spn; ///< the one that is accepted, or patterns of those that are; empty: see spnNote
    QString spnNote; ///< a sentence
    QString command; ///< of mysql or mariadb, that connects alike; empty: see commandNote
    QString commandNote; ///< a sentence; empty: the command says it all

    friend bool operator==(const ConnectionPreview &, const ConnectionPreview &) = default;
};

/// For a profile that need not be valid: what is wrong is said, never guessed. Pure.
ConnectionPreview previewOf(const Profile &profile, const IdentityValues &values = {});

} // namespace latchkey
