// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/sessionbanner.h"

#include "ui/icons.h"

#include <QAction>

namespace latchkey {

namespace {

bool needsSignIn(const Error &error)
{
    return error.code == Error::Code::NotSignedIn || error.code == Error::Code::TicketExpired;
}

} // namespace

SessionBanner::SessionBanner(QWidget *parent)
    : ErrorBanner(parent), m_tryAgain(add(u"refresh"_qs, tr("Try again"))),
      m_reconnect(add(u"connect"_qs, tr("Reconnect"))), m_signIn(add(u"sign-in"_qs, tr("Sign in…"))),
      m_acceptSpn(add(u"key"_qs, tr("Accept new service name…")))
{
    setObjectName(u"sessionBanner"_qs);
    connect(m_tryAgain, &QAction::triggered, this, &SessionBanner::openRequested);
    connect(m_reconnect, &QAction::triggered, this, &SessionBanner::openRequested);
    connect(m_signIn, &QAction::triggered, this, [this] { Q_EMIT signInRequested(m_failure); });
    connect(m_acceptSpn, &QAction::triggered, this, [this] { Q_EMIT newSpnRequested(m_failure); });
}

QAction *SessionBanner::add(const QString &icon, const QString &text)
{
    return new QAction(icons::icon(icon), text, this);
}

void SessionBanner::showFailure(const Profile &profile, const Error &error)
{
    m_failure = error;
    if (error.code == Error::Code::Cancelled)
        return showInfo(tr("Connecting to %1 was cancelled.").arg(profile.name), {m_tryAgain});
    QList<QAction *> actions{m_tryAgain};
    if (needsSignIn(error))
        actions.prepend(m_signIn);
    if (error.code == Error::Code::SpnRefused)
        actions.prepend(m_acceptSpn);
    showError(error, actions);
    if (needsSignIn(error))
        Q_EMIT signInRequested(error);
}

void SessionBanner::showLost(const Error &error)
{
    showError(error, {m_reconnect});
}

void SessionBanner::showDisconnected(const Profile &profile)
{
    showInfo(tr("Disconnected from %1. Texts and results stay until the tab is closed.").arg(profile.name),
             {m_reconnect});
}

void SessionBanner::showUnexpectedRole(const QString &sentence)
{
    showWarning(sentence, {m_reconnect});
}

void SessionBanner::showRestored(const QString &sentences, bool isComplete)
{
    if (isComplete)
        showInfo(sentences);
    else
        showWarning(sentences);
}

} // namespace latchkey
