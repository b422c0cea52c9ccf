// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/secrets/secretstore.h"

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace latchkey {

class Keychain;

/// The row beneath a password field: whether the keychain should remember the password, and, where it does, one click
/// that uses it. Taking the tick away forgets at once. For a principal also whether Latchkey may sign in again with it by
/// itself.
class RememberRow : public QWidget
{
    Q_OBJECT
public:
    /// `keychain` must outlive the row.
    RememberRow(Keychain &keychain, secrets::Kind kind, QWidget *parent = nullptr);

    void setAccount(const QString &account);
    secrets::Key key() const { return {m_kind, m_account}; }
    bool isWanted() const; ///< to be remembered once it has worked
    bool isForUnattended() const; ///< and then to be used while nobody looks

Q_SIGNALS:
    void useRequested();

private:
    QWidget *buildUnattended();
    void update();

    Keychain &m_keychain;
    secrets::Kind m_kind;
    QString m_account;
    QCheckBox *m_remember = nullptr;
    QCheckBox *m_unattended = nullptr; ///< none for databases
    QPushButton *m_use = nullptr;
};

} // namespace latchkey
