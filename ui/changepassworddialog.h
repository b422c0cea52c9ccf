// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QDialog>
#include <QFuture>

#include <functional>
#include <stop_token>

class QPushButton;

namespace latchkey {

class DialogHeading;
class ErrorBanner;
class MismatchHint;
class PasswordField;
class PrincipalField;
class WaitingRow;

/// Changes the password of a principal. Stays open with a banner when the realm refuses; closing it cancels at once. Never
/// blocks.
class ChangePasswordDialog : public QDialog
{
    Q_OBJECT
public:
    using Change = std::function<QFuture<Result<>>(const QString &principal, Secret old, Secret replacement,
                                                   std::stop_token)>;

    /// `known` are principals to offer. `change` does it.
    ChangePasswordDialog(Change change, const QStringList &known, QWidget *parent = nullptr);
    ~ChangePasswordDialog() override;

    void setPrincipal(const QString &principal);
    /// Why the dialog opened.
    void setReason(const QString &sentence);

    /// The new password, while passwordChanged() is told.
    Secret replacement() const { return Secret(m_newWord.view()); }

    void reject() override;

Q_SIGNALS:
    void passwordChanged(const QString &principal);

private:
    QWidget *buildForm(const QStringList &known);
    void submit();
    void answer(const Result<> &changed);
    void fail(const Error &why);
    void setWaiting(bool waiting);
    void updateButtons();
    void wipe();

    Change m_change;
    std::stop_source m_stop;
    Secret m_oldWord; ///< was taken by the realm, which only refused the new one
    Secret m_newWord; ///< until it is known whether it is taken
    DialogHeading *m_heading = nullptr;
    ErrorBanner *m_banner = nullptr;
    PrincipalField *m_principal = nullptr;
    PasswordField *m_old = nullptr;
    PasswordField *m_new = nullptr;
    PasswordField *m_again = nullptr;
    MismatchHint *m_mismatch = nullptr;
    WaitingRow *m_waiting = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace latchkey
