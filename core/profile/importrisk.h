// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QFlags>
#include <QList>

#include <span>

namespace latchkey {

/// What a file of connections can bring that is taken only if the user says so.
enum class Risk {
    WeakerTls = 1, ///< TLS that verifies less than the profile does, or than is the default
    Statements = 2, ///< statements that run when a session begins
    Variables = 4, ///< session variables
    KerberosConfig = 8, ///< a krb5.conf, which says where passwords are sent
    Keytab = 16, ///< a file of keys to sign in with
    PinnedSpn = 32, ///< another server's identity than the one that has been pinned
};
Q_DECLARE_FLAGS(ImportConsent, Risk)

struct RiskName
{
    Risk risk;
    const char *word; ///< on command lines: "tls"
};
std::span<const RiskName> riskNames();

/// Something that has not been taken.
struct LeftOut
{
    Risk risk;
    QString message; ///< a sentence
};

/// Puts back, in `fresh`, what it has in `base` wherever it dares more and `consent` is missing.
QList<LeftOut> withhold(Profile &fresh, const Profile &base, ImportConsent consent);

} // namespace latchkey

// Outside, where it does not hide the operators of Qt's own flags.
Q_DECLARE_OPERATORS_FOR_FLAGS(latchkey::ImportConsent)
