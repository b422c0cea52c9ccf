// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/sessionlogin.h"

#include "core/connect/passwordkey.h"

namespace latchkey {

SessionLogin::SessionLogin(const Connector &connector, QObject *parent)
    : QObject(parent), m_connector(connector)
{ }

SessionLogin::~SessionLogin()
{
    m_answers->close();
    m_stop.request_stop();
    if (m_steps)
        m_steps->close();
}

void SessionLogin::start(const Profile &profile, std::shared_ptr<const Secret> password)
{
    m_isUnderWay = true;
    m_stop = std::stop_source();
    m_steps = SessionRelay::make();
    Connector::Request request;
    request.profile = profile;
    request.password = std::move(password);
    request.onStep = [relay = m_steps, this](sql::Step step) {
        relay->post([this, step] { Q_EMIT stepReached(step); });
    };
    request.onEnd = [relay = m_answers, this](const Error &why) {
        relay->post([this, why] { Q_EMIT ended(why); });
    };
    deliver(m_connector.open(std::move(request), m_stop.get_token()), m_answers,
            [this, profile](const Answer &answer) { take(profile, answer); });
}

void SessionLogin::take(const Profile &profile, const Answer &answer)
{
    m_isUnderWay = false;
    m_steps->close();
    if (!profile.usesTickets() && answer)
        Q_EMIT passwordTried(true);
    else if (!profile.usesTickets() && isPasswordRefused(answer.error()))
        Q_EMIT passwordTried(false);
    Q_EMIT answered(answer);
}

void SessionLogin::cancel()
{
    m_stop.request_stop();
}

} // namespace latchkey
