// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/query/records.h"
#include "ui/query/runguard.h"
#include "ui/statementrunner.h"

#include <QWidget>

class QAction;

namespace latchkey {

class EditorPane;
class EditorTabs;
class ErrorBanner;
class QueryRun;
class ResultTabs;
class SqlEditor;
enum class QueryCommand;

/// The editors, their run buttons and what came of the statements: result tabs, messages, history. Knows no server: it is
/// given something that runs a statement.
class QueryPane : public QWidget
{
    Q_OBJECT
public:
    using Guard = RunGuard;

    explicit QueryPane(QWidget *parent = nullptr);
    ~QueryPane() override;

    /// Nothing: not connected, so that nothing can be run. What runs is cancelled. `counting`: asks how many rows a run would
    /// touch; as `run`, if it is nothing.
    void setRun(StatementRunner::Run run, StatementRunner::Run counting = {});
    void setGuard(Guard guard);
    /// Where texts and executed statements are kept; the profile is whose they are.
    void setRecords(const SessionRecords &records, const QUuid &profile, const QString &profilePath);

    void runCurrent();
    void runAll();
    /// A statement that is not in the editor.
    void run(const QString &sql);
    /// Shows a sentence where those about statements stand.
    void tell(const QString &sentence);
    void cancel();
    /// A statement runs that is not the pane's, and Stop is there for it too: whoever has it listens to that action.
    void setBusyBeside(bool isBusy);
    /// Running, or asking the server how much a run would touch.
    bool isRunning() const;

    SqlEditor &editor();
    EditorTabs &editors();
    QAction *action(QueryCommand command) const;
    /// "12,400 rows · 38 ms", "Running… 1.2 s"; empty before the first statement.
    QString statusText() const;

Q_SIGNALS:
    void statusChanged();
    /// The connection went away under a statement.
    void sessionLost(const latchkey::Error &why);

protected:
    bool event(QEvent *event) override;

private:
    QWidget *buildLower();
    void connectResults();
    void connectRun();
    void connectActions();
    void request(const QList<StatementRunner::Statement> &statements);
    void showStatement(qsizetype offset, const QString &sql);
    void showState();

    EditorPane *m_editing;
    ResultTabs *m_results;
    ErrorBanner *m_banner;
    std::unique_ptr<QueryRun> m_run;
    bool m_isBusyBeside = false;
};

} // namespace latchkey
