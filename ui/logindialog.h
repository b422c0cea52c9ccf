// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/kerberosservice.h"
#include "core/secrets/secretstore.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace latchkey {

class ErrorBanner;
class Keychain;
class RememberRow;

/// Asks for principal and password, or a keytab, and signs in. Stays open with a banner when that fails; closing it
/// cancels at once. Never blocks.
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
    void setKeytab(const QString &file);
    /// Offers to remember the password, and to use a remembered one: at a click, never by itself. `keychain` must outlive
    /// the dialog.
    void offerKeychain(Keychain &keychain);

    void reject() override;

Q_SIGNALS:
    void signedIn(const latchkey::krb::Cache &cache);

private:
    QWidget *buildHeading();
    QWidget *buildForm();
    void chooseKeytab();
    void useKeytab(bool keytab);
    void submit();
    void useRemembered();
    void waitFor(const QFuture<Result<krb::Cache>> &signIn);
    krb::SignInRequest takeRequest();
    void answer(Result<krb::Cache> result);
    void setWaiting(bool waiting);
    void updateButtons();

    SignIn m_signIn;
    std::stop_source m_stop;
    Keychain *m_keychain = nullptr;
    secrets::SharedSecret m_toRemember; ///< what was typed, until it is known whether it is right; often none
    bool m_waiting = false;
    QLabel *m_reason = nullptr;
    ErrorBanner *m_banner = nullptr;
    QComboBox *m_principal = nullptr;
    QFormLayout *m_form = nullptr;
    QLabel *m_passwordLabel = nullptr;
    QLineEdit *m_password = nullptr;
    RememberRow *m_remember = nullptr; ///< none without a keychain
    QCheckBox *m_withKeytab = nullptr;
    QWidget *m_keytabRow = nullptr;
    QLineEdit *m_keytab = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace latchkey
