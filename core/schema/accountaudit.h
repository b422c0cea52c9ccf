// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"

namespace latchkey::schema {

/// An account of a server, as far as how it logs in is concerned.
struct Account
{
    QString user;
    QString host;
    QString plugin; ///< the server's name of it
    QString mapping; ///< of Kerberos accounts: the realm (authentication_kerberos) or the principal (gssapi)
    bool isPasswordExpired = false;

    friend bool operator==(const Account &, const Account &) = default;
};

/// Who logs in how. Of passwords not even hashes are asked for.
QString accountsStatement();
QList<Account> accountsOf(const Answer &answer);

/// How an account stands to Kerberos, and what to do about it.
struct AccountRemark
{
    enum class Weight { None, Good, Warning };

    Weight weight = Weight::None;
    QString sentence; ///< translated

    friend bool operator==(const AccountRemark &, const AccountRemark &) = default;
};

/// `principal`: whose ticket this session was opened with; empty if with none. An account with that user's name is judged
/// by it; all others by themselves. Pure.
AccountRemark remarkOn(const Account &account, const QString &principal);

} // namespace latchkey::schema
