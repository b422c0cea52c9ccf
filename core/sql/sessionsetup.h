// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/profile/profile.h"

#include <QList>
#include <QString>

#include <optional>

namespace latchkey::sql {

class Connection;

/// One thing that a session begins with.
struct SetupPart
{
    enum class Kind { CharacterSet, TimeZone, Variable, ReadOnly, Statement };
    Kind kind = Kind::Statement;
    QString
        name; ///< what the profile says: the character set, the time zone, the variable's name, the statement
    QString sql; ///< an assignment for SET, or the statement

    friend bool operator==(const SetupPart &, const SetupPart &) = default;
};

/// `value` as SET takes it: numbers and DEFAULT, ON, OFF, TRUE, FALSE and NULL as they are, everything else as a text
/// that no quote or backslash can leave, whatever sql_mode says of them. Pure.
QString sqlValue(const QString &value);

/// The assignments, in the order in which they are made. Texts travel as UTF-8 whatever the character set is: it is the
/// one that literals have on the server. `readOnly` comes last. Pure.
QList<SetupPart> assignments(const SessionSetup &setup, bool readOnly, const QString &readOnlyVariable);

/// Blocking: all assignments in one round trip, then each statement in one of its own, its rows dropped. The error names
/// what the server has refused; then the session has not begun.
/// `readOnlyVariable`: as transactionVariable() names it.
std::optional<Error> setUpSession(Connection &connection, const SessionSetup &setup, bool readOnly,
                                  const QString &readOnlyVariable);

} // namespace latchkey::sql
