// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/kerberosservice.h"
#include "core/secrets/secretstore.h"
#include "ui/signinhabits.h"

#include <QDialog>

#include <functional>

class QAction;
class QFormLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace latchkey {

class DialogHeading;
class ErrorBanner;
class Keychain;
class PrincipalField;
class ProofRows;
class RememberRow;
class SignInOptionsForm;
class WaitingRow;
class WindowPrompter;

/// Asks who and with what, and signs in; what the realm asks on the way, an expired password's successor too, is asked in
/// a dialog over this one. Stays open with a banner when that fails; closing it cancels at once. Never blocks.
class LoginDialog : public QDialog
{
    Q_OBJECT
public:
    using SignIn = std::function<QFuture<Result<krb::Cache>>(krb::SignInRequest, std::stop_token)>;

    /// `known` are principals to offer. `signIn` does it.
    LoginDialog(SignIn signIn, const QStringList &known, QWidget *parent = nullptr);
    ~LoginDialog() override;

    /// Whom the person is asked to sign in as; the password gets the focus then.
    void setPrincipal(const QString &principal);
    /// Why the dialog opened by itself.
    void setReason(const QString &sentence);
    /// Empty: with a password.
    void setKeytab(const QString &file);
    /// A krb5.conf that goes before the usual ones.
    void setConfig(const QString &file) { m_config = file; }
    /// To complete the principal to.
    void setRealms(const QStringList &realms);
    /// Those that tickets can go to.
    void setCaches(const QList<krb::Cache> &caches, Instant now);
    /// Who has signed in before is offered the same way and options again.
    void setHabits(const SignInHabits &habits);
    void showOptions(bool shown);
    /// Offers to remember the password, and to use a remembered one: at a click, never by itself. `keychain` must outlive
    /// the dialog.
    void offerKeychain(Keychain &keychain);

    /// How it was done, for `principal`, who is signed in now.
    SignInHabit habit(const QString &principal) const;

    void reject() override;

Q_SIGNALS:
    void signedIn(const latchkey::krb::Cache &cache);
    void changePasswordRequested(const QString &principal);

private:
    QWidget *buildForm();
    QWidget *buildOptions();
    void followHabit();
    void focusProof();
    void submit();
    void useRemembered();
    void waitFor(const QFuture<Result<krb::Cache>> &signIn);
    krb::SignInRequest takeRequest();
    void answer(Result<krb::Cache> result);
    void fail(const Error &why);
    void rememberPassword(const krb::Cache &cache);
    void setWaiting(bool waiting);
    void updateFields();
    void updateSummary();

    SignIn m_signIn;
    std::stop_source m_stop;
    Keychain *m_keychain = nullptr;
    QString m_config;
    SignInHabits m_habits;
    secrets::SharedSecret m_toRemember; ///< what was typed, until it is known whether it is right; often none
    WindowPrompter *m_prompter = nullptr;
    DialogHeading *m_heading = nullptr;
    ErrorBanner *m_banner = nullptr;
    QAction *m_changePassword = nullptr; ///< the banner's button for an expired one
    PrincipalField *m_principal = nullptr;
    QFormLayout *m_form = nullptr;
    ProofRows *m_proof = nullptr;
    RememberRow *m_remember = nullptr; ///< none without a keychain
    QToolButton *m_more = nullptr;
    QLabel *m_summary = nullptr;
    SignInOptionsForm *m_options = nullptr;
    WaitingRow *m_waiting = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace latchkey
