// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/gui/application.h"

class QLineEdit;
class QModelIndex;
class QTreeView;

namespace latchkey {
class ErrorBanner;
class LoginDialog;
class SessionTab;
} // namespace latchkey

namespace latchkey::test {

/// The program's window on the screen, as main() puts it there, with what a person does with it and reads in it.
class Program
{
public:
    Program();
    /// Passwords are remembered there, and not in the desktop's keychain.
    explicit Program(secrets::Remembered remembered);
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    MainWindow &window() { return m_application.window(); }
    Identities &identities() { return m_application.identities(); }
    Desktop &desktop() { return m_application.desktop(); }
    /// The caches have been read for the first time.
    bool waitUntilKnown();

    // What is there
    QTreeView *tree(const char *name);
    QModelIndex profileRow(const QString &name);
    /// What a profile's row says would happen.
    QString profileWords(const QString &name);
    /// Who the identity bar says is signed in.
    QString barText();
    QList<SessionTab *> tabs();
    /// The dialog of this kind that can be seen; nothing if there is none.
    template <typename Dialog>
    Dialog *openDialog()
    {
        for (auto *dialog : window().template findChildren<Dialog *>())
            if (dialog->isVisible())
                return dialog;
        return nullptr;
    }
    LoginDialog *loginDialog();
    QLineEdit *passwordField();

    // What is said, empty if it cannot be seen
    QString windowSentence();
    QString sessionSentence();
    QString loginSentence();
    /// Why the sign-in dialog says it has opened.
    QString loginReason();

    // What a person does
    void doubleClick(const QString &profile);
    /// Clicks "Sign in…" and fills in the dialog; nothing if it did not open.
    LoginDialog *typeSignIn(const QString &principal, const QString &password);
    /// Clicks the button of a question that says yes.
    void agree();

private:
    Application m_application;
};

} // namespace latchkey::test
