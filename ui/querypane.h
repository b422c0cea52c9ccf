// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/statementrunner.h"

#include <QWidget>

#include <memory>

class QAction;

namespace latchkey {

class ErrorBanner;
class SqlEditor;

/// The editor, its run buttons and what came of the statements: result tabs, messages, history. Knows no server: it is
/// given something that runs a statement.
class QueryPane : public QWidget
{
    Q_OBJECT
public:
    /// What stands between a statement and the server.
    struct Guard
    {
        QString server; ///< as people know it, for the question
        bool asks = false; ///< before statements that may write
        bool readOnly = false; ///< refuse them
        bool production = false; ///< what the question calls the server
    };

    explicit QueryPane(QWidget *parent = nullptr);
    ~QueryPane() override;

    /// Nothing: not connected, so that nothing can be run. What runs is cancelled.
    void setRun(StatementRunner::Run run);
    void setGuard(Guard guard);

    void runCurrent();
    void runAll();
    /// A statement that is not in the editor.
    void run(const QString &sql);
    /// Shows a sentence where those about statements stand.
    void tell(const QString &sentence);
    void cancel();
    bool isRunning() const;

    SqlEditor &editor();
    /// "12,400 rows · 38 ms", "Running… 1.2 s"; empty before the first statement.
    QString statusText() const;

Q_SIGNALS:
    void statusChanged();
    /// The connection went away under a statement.
    void sessionLost(const latchkey::Error &why);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
