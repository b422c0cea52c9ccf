// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QDialog>

class QLineEdit;
class QVBoxLayout;
class QLabel;

namespace latchkey {

class Keychain;
class RememberRow;

/// Asks for the password of a database account, used once and kept nowhere but in the keychain, if the user wants that.
class PasswordDialog : public QDialog
{
    Q_OBJECT
public:
    /// `account` as in "bob on db1.example.com".
    explicit PasswordDialog(const QString &account, QWidget *parent = nullptr);

    /// Offers to remember the password of `account` ("bob@db1.example.com:3306"), and to use a remembered one: then the
    /// dialog is accepted with usesRemembered(). `keychain` must outlive the dialog.
    void offerKeychain(Keychain &keychain, const QString &account);
    bool usesRemembered() const { return m_usesRemembered; }
    bool wantsRemembering() const;

    /// What was typed; the field is empty afterwards.
    Secret takePassword();

private:
    QVBoxLayout *m_column = nullptr;
    QLabel *m_note = nullptr;
    QLineEdit *m_password = nullptr;
    RememberRow *m_remember = nullptr; ///< none without a keychain
    bool m_usesRemembered = false;
};

} // namespace latchkey
