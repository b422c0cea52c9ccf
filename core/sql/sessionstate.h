// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace latchkey::sql {

/// What a session has gathered that the server forgets when the connection goes, as its statements tell; what a
/// procedure does of it cannot be seen.
struct SessionUse
{
    bool temporaryTables = false;
    bool userVariables = false; ///< @name
    bool settings = false; ///< session variables set by hand
    bool tableLocks = false; ///< LOCK TABLES, FLUSH TABLES … WITH READ LOCK
    bool namedLocks = false; ///< GET_LOCK()
    bool preparedStatements = false; ///< of PREPARE
    bool nextTransaction = false; ///< SET TRANSACTION, and no statement has used it up

    friend bool operator==(const SessionUse &, const SessionUse &) = default;
};

/// How a session stands. Known without asking: from the flags and changes that each of the server's answers brings.
struct SessionState
{
    bool inTransaction =
        false; ///< begun and not over; with autocommit off, from the first table that is used
    bool autocommit = true;
    QString schema; ///< that USE has chosen last; empty: none
    /// Session variables by name that have another value than after the login, if the server tells of them
    /// (session_track_system_variables: time_zone is told of by default).
    QMap<QString, QString> variables;
    SessionUse use;
    bool refusedWrite = false; ///< the server takes no writes, as a refused one has told

    friend bool operator==(const SessionState &, const SessionState &) = default;
};

/// Texts are sent and read as Unicode; another character set here would garble them. `variables` are those that the server
/// has told. Pure.
bool garblesTexts(const QMap<QString, QString> &variables);
/// The statement that sets this back.
QString unicodeStatement();
/// The sentence that says so.
QString unicodeKept();

/// Adds what `statement`, which has been run, does. Pure.
void noteUse(SessionUse &use, QStringView statement);

/// What of `before` has gone with the connection, a sentence each; nothing if nothing was there. Pure.
QStringList lostState(const SessionState &before);

/// The statements that bring a session that has just begun as `fresh` to where `before` was: the schema, autocommit and the
/// variables known. What is lost for good is not among it: no statement of the user's is ever run again. Pure.
QStringList restoringStatements(const SessionState &before, const SessionState &fresh);

} // namespace latchkey::sql
