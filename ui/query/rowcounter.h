// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/query/runguard.h"

#include <QTimer>

namespace latchkey {

/// Asks the server how many rows statements would touch, one after the other and within a time limit for all of them. One
/// count at a time. Deleting it forgets the count; the server's own limit ends what still runs.
class RowCounter : public QObject
{
    Q_OBJECT
public:
    explicit RowCounter(QObject *parent = nullptr);
    ~RowCounter() override;

    /// Answers by counted(), never at once; statements that cannot be counted keep no number.
    void count(StatementRunner::Run run, QList<WritingStatement> statements);
    /// Then nothing is emitted. What runs is not stopped.
    void cancel();
    bool isCounting() const { return m_isCounting; }

Q_SIGNALS:
    void counted(const QList<latchkey::WritingStatement> &statements);

private:
    void countNext();
    void finish();

    StatementRunner::Run m_run;
    QList<WritingStatement> m_statements;
    qsizetype m_next = 0;
    bool m_isCounting = false;
    std::shared_ptr<SessionRelay> m_answers;
    QTimer m_limit;
};

} // namespace latchkey
