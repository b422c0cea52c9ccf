// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/query/parameterdialog.h"
#include "ui/query/rowcounter.h"
#include "ui/query/runguard.h"

#include <QMessageBox>
#include <QPointer>

namespace latchkey {

/// What a run goes through before anything is sent: its placeholders are filled in, a read-only profile refuses what may
/// write, and where the guard asks, the person is told what it does and how many rows the server says that is. One run at a
/// time; its dialogs stand over the widget.
class RunGate : public QObject
{
    Q_OBJECT
public:
    using Statements = QList<StatementRunner::Statement>;

    explicit RunGate(QWidget *over, QObject *parent = nullptr);

    void setGuard(RunGuard guard) { m_guard = std::move(guard); }
    /// `run` counts rows.
    void enter(const StatementRunner::Run &run, Statements statements);
    /// Stops counting, and closes the dialog that asks for parameters or whether to run.
    void cancel();
    bool isCounting() const { return m_counter.isCounting(); }

Q_SIGNALS:
    /// Everybody agrees.
    void passed(const latchkey::RunGate::Statements &statements);
    void refused(const QString &sentence);
    /// isCounting() differs from before.
    void countingChanged();

private:
    bool refuses(const QList<WritingStatement> &writing);
    void judge(const StatementRunner::Run &run, Statements statements);
    void askPerson(const QList<WritingStatement> &writing);

    QWidget *m_over;
    RunGuard m_guard;
    RowCounter m_counter;
    QPointer<QDialog> m_parameters; ///< while they are asked for
    QPointer<QMessageBox> m_question; ///< whether to run
    Statements m_waiting; ///< for the server's counts
    ParameterDialog::Values m_values; ///< given before
};

} // namespace latchkey
