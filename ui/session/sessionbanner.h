// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "ui/errorbanner.h"

namespace latchkey {

/// What is said of a session's connection, with buttons for what can be done about it.
class SessionBanner : public ErrorBanner
{
    Q_OBJECT
public:
    explicit SessionBanner(QWidget *parent = nullptr);

    /// The connection could not be opened.
    void showFailure(const Profile &profile, const Error &error);
    /// It is gone.
    void showLost(const Error &error);
    void showDisconnected(const Profile &profile);
    /// The server is not what the profile says.
    void showUnexpectedRole(const QString &sentence);
    void showRestored(const QString &sentences, bool isComplete);

Q_SIGNALS:
    void openRequested();
    /// The button, or the failure itself: nobody suitable is signed in.
    void signInRequested(const latchkey::Error &why);
    void newSpnRequested(const latchkey::Error &why);

private:
    QAction *add(const QString &icon, const QString &text);

    QAction *m_tryAgain;
    QAction *m_reconnect;
    QAction *m_signIn;
    QAction *m_acceptSpn;
    Error m_failure;
};

} // namespace latchkey
