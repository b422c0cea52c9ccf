// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "core/sql/serverfacts.h"
#include "ui/sessionrelay.h"

#include <QObject>

#include <stop_token>

namespace latchkey {

class SessionHeader;

/// How the open session stands, in its header: what the server is, and after each statement whether a transaction is open.
/// Sends what the header's buttons say.
class SessionStanding : public QObject
{
    Q_OBJECT
public:
    /// `header` must outlive it.
    explicit SessionStanding(SessionHeader &header, QObject *parent = nullptr);
    ~SessionStanding() override;

    /// Asks the server what it is.
    void begin(std::shared_ptr<sql::Session> session, Endpoint endpoint);
    /// What is still asked is not told of any more.
    void end();
    /// One of the header's statements is under way.
    bool isSending() const { return m_isSending; }
    /// Stops it, if one is.
    void cancel() { m_stop.request_stop(); }
    /// After each statement, and whenever one begins. `isRunning`: one of the person's.
    void show(bool isRunning);

Q_SIGNALS:
    /// A statement of the header's begins or has ended: show() is due.
    void changed();
    /// The server is not what the profile's endpoint says.
    void roleUnexpected(const QString &sentence);
    /// A statement of the header's was refused.
    void failed(const latchkey::Error &error);
    /// … or found the connection gone.
    void lost(const latchkey::Error &why);

private:
    void askForFacts();
    void takeFacts(const sql::ServerFacts &facts);
    void send(const QString &statement);
    void takeAnswer(const Result<sql::StatementSummary> &done);

    SessionHeader &m_header;
    std::shared_ptr<sql::Session> m_session;
    std::shared_ptr<SessionRelay> m_answers; ///< of this session
    Endpoint m_endpoint = Endpoint::Other;
    std::stop_source m_stop; ///< for what is sent
    bool m_isSending = false;
    bool m_hasAskedAgain = false; ///< for the facts, as a write was refused
};

} // namespace latchkey
