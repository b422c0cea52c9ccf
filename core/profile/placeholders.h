// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace latchkey {

/// What stands for ${USER} and ${REALM} in identity fields (account, principal, keytab), so that one profile is everybody's.
struct IdentityValues
{
    QString user; ///< who is logged in on this computer
    QString realm; ///< krb5.conf's default realm; empty: none is known

    friend bool operator==(const IdentityValues &, const IdentityValues &) = default;
};

/// Whether an identity field has a placeholder, be it a known one.
bool hasPlaceholders(const Profile &profile);

/// Whether all placeholders of a text are known ones.
bool areKnownPlaceholders(const QString &text);

/// With the values in place of the placeholders. One that is unknown, or has no value, stays. Pure, as all of these.
QString filledIn(const QString &text, const IdentityValues &values);
Profile filledIn(Profile profile, const IdentityValues &values);

} // namespace latchkey
