// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/sessionstanding.h"

#include "ui/session/transactionbar.h"
#include "ui/sessionheader.h"

namespace latchkey {

SessionStanding::SessionStanding(SessionHeader &header, QObject *parent) : QObject(parent), m_header(header)
{
    connect(&header.transactions(), &TransactionBar::statementChosen, this, &SessionStanding::send);
}

SessionStanding::~SessionStanding()
{
    end();
}

void SessionStanding::begin(std::shared_ptr<sql::Session> session, Endpoint endpoint)
{
    end();
    m_session = std::move(session);
    m_answers = SessionRelay::make();
    m_endpoint = endpoint;
    m_hasAskedAgain = false;
    askForFacts();
}

void SessionStanding::end()
{
    if (m_answers)
        m_answers->close();
    m_stop.request_stop();
    m_session.reset();
    m_isSending = false;
}

void SessionStanding::askForFacts()
{
    deliver(sql::askServerFacts(*m_session), m_answers, [this](const Result<sql::ServerFacts> &facts) {
        if (facts)
            takeFacts(*facts);
    });
}

void SessionStanding::takeFacts(const sql::ServerFacts &facts)
{
    m_header.showFacts(facts);
    if (const auto problem = sql::unexpectedRole(m_endpoint, facts))
        Q_EMIT roleUnexpected(*problem);
}

void SessionStanding::show(bool isRunning)
{
    if (!m_session)
        return;
    const sql::SessionState state = m_session->state();
    m_header.showState(state, isRunning || m_isSending);
    if (state.refusedWrite && !std::exchange(m_hasAskedAgain, true))
        askForFacts(); // a fail-over may have made the server a reader
}

void SessionStanding::send(const QString &statement)
{
    if (!m_session || std::exchange(m_isSending, true))
        return;
    m_stop = {};
    Q_EMIT changed();
    deliver(m_session->run(statement, {}, {}, m_stop.get_token()), m_answers,
            [this](const Result<sql::StatementSummary> &done) { takeAnswer(done); });
}

void SessionStanding::takeAnswer(const Result<sql::StatementSummary> &done)
{
    m_isSending = false;
    if (!done && done.error().code == Error::Code::SessionLost) {
        Q_EMIT lost(done.error());
        return;
    }
    if (!done
        && done.error().code != Error::Code::Cancelled) // the header says whether a transaction is open still
        Q_EMIT failed(done.error());
    Q_EMIT changed();
}

} // namespace latchkey
