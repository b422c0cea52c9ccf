// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/sessionrestoring.h"

namespace latchkey {

SessionRestoring::SessionRestoring(QObject *parent) : QObject(parent) { }

SessionRestoring::~SessionRestoring()
{
    if (m_answers)
        m_answers->close();
}

void SessionRestoring::remember(sql::SessionState state)
{
    if (m_answers)
        m_answers->close();
    m_before = std::move(state);
}

void SessionRestoring::restore(const std::shared_ptr<sql::Session> &session, const QString &host)
{
    if (!m_before)
        return;
    const sql::SessionState was = *std::exchange(m_before, std::nullopt);
    const auto problems = std::make_shared<QStringList>(); // filled by the session's thread, read behind it
    QFuture<Result<sql::StatementSummary>> last;
    const QStringList statements = sql::restoringStatements(was, session->state());
    for (const QString &statement : statements)
        last = session->run(statement, {}).then([problems, statement](Result<sql::StatementSummary> done) {
            if (!done)
                problems->append(tr("“%1” failed: %2").arg(statement, done.error().message));
            return done;
        });
    if (statements.isEmpty())
        return tell(was, session->state().schema, {}, host);
    m_answers = SessionRelay::make();
    deliver(
        last, m_answers,
        [this, was, problems, host, session = std::weak_ptr(session)](const Result<sql::StatementSummary> &) {
            if (const auto open = session.lock())
                tell(was, open->state().schema, *problems, host);
        });
}

void SessionRestoring::tell(const sql::SessionState &was, const QString &schema, const QStringList &problems,
                            const QString &host)
{
    const QStringList lost = problems + sql::lostState(was);
    QString sentence = tr("Connected to %1 again, with a new session.").arg(host);
    if (!schema.isEmpty())
        sentence += u' ' + tr("Its schema is %1.").arg(schema);
    Q_EMIT restored((QStringList(sentence) + lost).join(u' '), lost.isEmpty());
}

} // namespace latchkey
