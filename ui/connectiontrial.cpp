// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/connectiontrial.h"

#include "ui/connectprogress.h"
#include "ui/errorbanner.h"
#include "ui/sessionrelay.h"

namespace latchkey {

namespace {

QString security(const sql::ServerInfo &info)
{
    if (info.tlsVersion.isEmpty())
        return ConnectionTrial::tr("not encrypted");
    return info.tlsVerified ? ConnectionTrial::tr("%1, verified").arg(info.tlsVersion)
                            : ConnectionTrial::tr("%1, not verified").arg(info.tlsVersion);
}

QString success(const sql::ServerInfo &info)
{
    if (info.principal.isEmpty())
        return ConnectionTrial::tr("It works: logged in as “%1” (%2). The server is %3.")
            .arg(info.user, security(info), info.version);
    return ConnectionTrial::tr(
               "It works: logged in as “%1” with the ticket of %2 for %3 (%4). The server is %5.")
        .arg(info.user, info.principal, info.spn, security(info), info.version);
}

} // namespace

ConnectionTrial::ConnectionTrial(Open open, QWidget *parent) : QWidget(parent), m_open(std::move(open))
{
    setObjectName(QStringLiteral("connectionTrial"));
    m_progress = new ConnectProgress(this);
    m_banner = new ErrorBanner(this);
    m_banner->setObjectName(QStringLiteral("trialBanner"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_progress);
    column->addWidget(m_banner);
    connect(m_progress, &ConnectProgress::cancelRequested, this, &ConnectionTrial::cancel);
    hide();
}

ConnectionTrial::~ConnectionTrial()
{
    cancel();
    if (m_relay)
        m_relay->close();
}

void ConnectionTrial::cancel()
{
    m_stop.request_stop();
}

void ConnectionTrial::start(const Profile &profile)
{
    cancel();
    if (m_relay)
        m_relay->close();
    m_relay = SessionRelay::make();
    m_stop = std::stop_source();
    m_banner->clear();
    m_progress->start(profile);
    QWidget::show();
    Connector::Request request;
    request.profile = profile;
    request.onStep = [relay = m_relay, shown = m_progress](sql::Step step) {
        relay->post([shown, step] { shown->advance(step); });
    };
    deliver(m_open(std::move(request), m_stop.get_token()), m_relay,
            [this, profile](const Result<std::shared_ptr<sql::Session>> &answer) { show(profile, answer); });
}

// The session ends with the answer.
void ConnectionTrial::show(const Profile &profile, const Result<std::shared_ptr<sql::Session>> &answer)
{
    if (answer) {
        m_progress->succeed();
        m_banner->showSuccess(success((*answer)->info()));
    } else {
        m_progress->fail();
        if (answer.error().code == Error::Code::Cancelled)
            m_banner->showInfo(tr("Trying “%1” was cancelled.").arg(profile.name));
        else
            m_banner->showError(answer.error());
    }
}

} // namespace latchkey
