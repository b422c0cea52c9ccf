// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/connect/connector.h"
#include "ui/sessionrelay.h"

#include <QObject>

namespace latchkey {

/// Opens sessions, one login at a time, and hears of their end. Deleting it cancels the login.
class SessionLogin : public QObject
{
    Q_OBJECT
public:
    using Answer = Result<std::shared_ptr<sql::Session>>;

    /// `connector` must outlive it.
    explicit SessionLogin(const Connector &connector, QObject *parent = nullptr);
    ~SessionLogin() override;

    /// Not while one is under way. `password`: of profiles that use no tickets.
    void start(const Profile &profile, std::shared_ptr<const Secret> password);
    void cancel();
    bool isUnderWay() const { return m_isUnderWay; }

Q_SIGNALS:
    void stepReached(latchkey::sql::Step step);
    void answered(const latchkey::SessionLogin::Answer &answer);
    /// Before answered(): the login with a password is over: the server took it, or refused it. Not emitted if neither is
    /// known.
    void passwordTried(bool accepted);
    /// A session that was opened here and was idle has ended by itself; perhaps not the one that was opened last.
    void ended(const latchkey::Error &why);

private:
    void take(const Profile &profile, const Answer &answer);

    const Connector &m_connector;
    const std::shared_ptr<SessionRelay> m_answers = SessionRelay::make();
    std::shared_ptr<SessionRelay> m_steps; ///< of the login under way
    std::stop_source m_stop;
    bool m_isUnderWay = false;
};

} // namespace latchkey
