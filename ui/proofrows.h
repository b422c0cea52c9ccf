// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/signinway.h"

#include <QObject>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace latchkey {

class PasswordField;

/// The rows of a form that say with what somebody signs in: which way, and what that way needs. What another way needs is
/// not to be seen.
class ProofRows : public QObject
{
    Q_OBJECT
public:
    /// Adds the rows to `form`, whose widget must outlive this object.
    explicit ProofRows(QFormLayout &form);

    /// What is chosen, with what belongs to other ways left out.
    SignInWay way() const;
    void setWay(const SignInWay &way);
    bool isComplete() const { return latchkey::isComplete(way()); }
    /// What was chosen and typed; the password field is empty then.
    krb::Proof take();

    PasswordField &password() { return *m_password; }
    void setEnabled(bool enabled);

Q_SIGNALS:
    void changed();

private:
    QLineEdit *field(const char *name, const QString &accessibleName, const QString &placeholder);
    void addFiles();
    void showRows();

    QFormLayout &m_form;
    QComboBox *m_with = nullptr;
    PasswordField *m_password = nullptr;
    QLineEdit *m_keytab = nullptr;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_keyFile = nullptr;
    QLineEdit *m_module = nullptr;
    QLineEdit *m_anchors = nullptr;
    QWidget *m_keytabRow = nullptr;
    QWidget *m_certificateRow = nullptr;
    QWidget *m_keyFileRow = nullptr;
    QWidget *m_moduleRow = nullptr;
    QWidget *m_anchorsRow = nullptr;
};

} // namespace latchkey
