// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringList>

namespace latchkey::schema {

/// How a server logs users in with tickets.
enum class KerberosPlugin {
    AuthenticationKerberos, ///< MySQL 8 and Aurora: the account names the realm
    Gssapi, ///< MariaDB: the account names the principal
};

/// What to write for people's principals.
struct AccountWish
{
    QStringList principals;
    QString host; ///< from which they come; empty: %
    KerberosPlugin plugin = KerberosPlugin::AuthenticationKerberos;
    bool changesExisting = false; ///< ALTER USER, for accounts that are there
    bool isMariaDb = false; ///< its grammar: VIA … USING

    friend bool operator==(const AccountWish &, const AccountWish &) = default;
};

struct AccountScript
{
    QStringList statements; ///< without delimiters
    QStringList problems; ///< translated sentences about principals that were left out, or that may not work

    friend bool operator==(const AccountScript &, const AccountScript &) = default;
};

/// CREATE USER or ALTER USER for each principal; blank lines are skipped, and one that is there twice is taken once. The
/// account is spelled as the principal's user, because servers compare them letter by letter. Pure.
AccountScript accountScript(const AccountWish &wish);

} // namespace latchkey::schema
