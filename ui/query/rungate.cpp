// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/rungate.h"

#include "core/script/looksback.h"

#include <QWidget>

#include <algorithm>

namespace latchkey {

RunGate::RunGate(QWidget *over, QObject *parent) : QObject(parent), m_over(over)
{
    connect(&m_counter, &RowCounter::counted, this, [this](const QList<WritingStatement> &writing) {
        Q_EMIT countingChanged();
        askPerson(writing);
    });
}

bool RunGate::refuses(const QList<WritingStatement> &writing)
{
    if (!m_guard.readOnly || writing.isEmpty())
        return false;
    Q_EMIT refused(refusalText(writing.first()));
    return true;
}

/// Placeholders are asked for once a run.
void RunGate::enter(const StatementRunner::Run &run, Statements statements)
{
    if (m_parameters)
        return;
    QStringList texts;
    for (const StatementRunner::Statement &statement : std::as_const(statements))
        texts.append(statement.sql);
    const QStringList names = parameterNames(texts);
    if (names.isEmpty())
        return judge(run, std::move(statements));
    if (m_guard.readOnly && refuses(writingStatements(statements)))
        return; // before somebody types values for nothing
    auto *dialog = new ParameterDialog(names, m_values, m_over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_parameters = dialog;
    connect(dialog, &QDialog::finished, this, [this] { m_parameters = nullptr; }); // it is deleted later
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, run, statements = std::move(statements)]() mutable {
                const ParameterDialog::Values given = dialog->values();
                m_values.insert(given);
                for (StatementRunner::Statement &statement : statements)
                    statement.sql = script::withParameters(statement.sql, given);
                judge(run, std::move(statements));
            });
    dialog->open();
}

void RunGate::judge(const StatementRunner::Run &run, Statements statements)
{
    if (!m_guard.readOnly && !m_guard.asks) { // statements can be long: they are read only for a reason
        Q_EMIT passed(statements);
        return;
    }
    const QList<WritingStatement> writing = writingStatements(statements);
    if (refuses(writing))
        return;
    if (writing.isEmpty() || !m_guard.asks) {
        Q_EMIT passed(statements);
        return;
    }
    // Counting could come between a statement and what it asks about.
    const bool looksBack =
        std::any_of(statements.begin(), statements.end(), [](const StatementRunner::Statement &statement) {
            return script::looksBack(statement.sql);
        });
    m_waiting = std::move(statements);
    if (looksBack)
        return askPerson(writing);
    m_counter.count(run, writing);
    Q_EMIT countingChanged();
}

void RunGate::askPerson(const QList<WritingStatement> &writing)
{
    m_question = ask(m_over, runQuestion(m_guard, writing),
                     [this, statements = std::exchange(m_waiting, {})] { Q_EMIT passed(statements); });
}

void RunGate::cancel()
{
    if (m_parameters)
        m_parameters->reject();
    if (m_question)
        m_question->reject(); // a yes was meant for the session that there was
    if (!m_counter.isCounting())
        return;
    m_counter.cancel();
    m_waiting.clear();
    Q_EMIT countingChanged();
}

} // namespace latchkey
