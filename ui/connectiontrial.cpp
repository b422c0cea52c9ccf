// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/connectiontrial.h"

#include "core/base/whendone.h"
#include "core/connect/passwordkey.h"
#include "ui/connectprogress.h"
#include "ui/errorbanner.h"
#include "ui/keychain.h"
#include "ui/passworddialog.h"
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

ConnectionTrial::ConnectionTrial(Open open, Keychain *keychain, QWidget *parent)
    : QWidget(parent), m_open(std::move(open)), m_keychain(keychain)
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
    if (profile.usesTickets())
        connectWith(profile, {});
    else if (profile.authentication == Authentication::KeychainPassword && m_keychain
             && m_keychain->isRemembered(passwordKey(profile)))
        useRemembered(profile);
    else
        askPassword(profile);
}

void ConnectionTrial::askPassword(const Profile &profile)
{
    auto *dialog = new PasswordDialog(tr("%1 on %2").arg(profile.account, profile.host), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_keychain)
        dialog->offerKeychain(*m_keychain, passwordKey(profile).account);
    connect(dialog, &QDialog::accepted, this, [this, profile, dialog] {
        if (dialog->usesRemembered())
            return useRemembered(profile);
        const bool isToBeRemembered = dialog->wantsRemembering();
        connectWith(profile,
                    {std::make_shared<const Secret>(dialog->takePassword()), false, isToBeRemembered});
    });
    dialog->open();
}

void ConnectionTrial::useRemembered(const Profile &profile)
{
    whenDone(m_keychain->read(passwordKey(profile), m_stop.get_token()), this,
             [this, profile, stop = m_stop.get_token()](const Result<secrets::SharedSecret> &read) {
                 if (stop.stop_requested())
                     return;
                 if (read)
                     return connectWith(profile, {*read, true, false});
                 QWidget::show();
                 m_banner->showError(read.error());
                 askPassword(profile);
             });
}

void ConnectionTrial::connectWith(const Profile &profile, const Password &password)
{
    m_banner->clear();
    m_progress->start(profile);
    QWidget::show();
    Connector::Request request;
    request.profile = profile;
    request.password = password.secret;
    request.onStep = [relay = m_relay, shown = m_progress](sql::Step step) {
        relay->post([shown, step] { shown->advance(step); });
    };
    deliver(m_open(std::move(request), m_stop.get_token()), m_relay,
            [this, profile, password](const Result<std::shared_ptr<sql::Session>> &answer) {
                show(profile, answer);
                judge(profile, password, answer ? nullptr : &answer.error());
            });
}

// A remembered password that the server refuses is never tried again.
void ConnectionTrial::judge(const Profile &profile, const Password &password, const Error *error)
{
    if (!error && password.isToBeRemembered)
        m_keychain->remember(passwordKey(profile), Secret(password.secret->view()));
    if (error && password.isRemembered && isPasswordRefused(*error))
        m_keychain->distrust(passwordKey(profile));
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
