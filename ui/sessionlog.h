// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/session.h"

#include <QTreeWidget>

namespace latchkey {

/// "1.24 s", "38 ms", "0.4 ms": for people, in their locale.
QString elapsedText(std::chrono::microseconds elapsed);

/// "12,400 rows": %n counted and written as the locale does.
QString rowCountText(quint64 rows);

/// One line a statement: when, what, how it ended, how long it took, and where it stands in the editor.
class MessageList : public QTreeWidget
{
    Q_OBJECT
public:
    explicit MessageList(QWidget *parent = nullptr);

    /// `line` is the statement's first line in the editor, counted from 1.
    void add(const QString &sql, qsizetype offset, int line, const Result<sql::StatementSummary> &result);
    void addNote(const QString &sentence);
    /// What the server said of the statement before.
    void addWarning(const QString &warning);

Q_SIGNALS:
    /// The user wants to see that statement.
    void statementChosen(qsizetype offset, const QString &sql);

private:
    QTreeWidgetItem *addLine(const QString &icon, const QString &outcome);
};

/// Where the server saw an error, counted from the statement's first line as 1; 0 if it does not say. Only syntax
/// errors name a line (ER_PARSE_ERROR).
int errorLine(const Error &error);

} // namespace latchkey
