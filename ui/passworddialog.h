// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QDialog>

class QLineEdit;

namespace latchkey {

/// Asks for the password of a database account, used once and kept nowhere.
class PasswordDialog : public QDialog
{
    Q_OBJECT
public:
    /// `account` as in "bob on db1.example.com".
    explicit PasswordDialog(const QString &account, QWidget *parent = nullptr);

    /// What was typed; the field is empty afterwards.
    Secret takePassword();

private:
    QLineEdit *m_password = nullptr;
};

} // namespace latchkey
