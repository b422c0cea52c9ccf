// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/passworddialog.h"

#include "ui/icons.h"
#include "ui/rememberrow.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey {

PasswordDialog::PasswordDialog(const QString &account, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Database password"));
    setObjectName(QStringLiteral("passwordDialog"));
    auto *title = new QLabel(tr("Password of %1").arg(account), this);
    title->setWordWrap(true);
    title->setTextFormat(Qt::PlainText);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    m_note = new QLabel(tr("Used for this connection only; Latchkey keeps it nowhere."), this);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_password = new QLineEdit(this);
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = m_column = new QVBoxLayout(this);
    column->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    column->setSpacing(theme::unit);
    column->addWidget(title);
    column->addWidget(m_note);
    column->addWidget(m_password);
    column->addSpacing(theme::unit);
    column->addWidget(buttons);
    setMinimumWidth(400);
}

void PasswordDialog::offerKeychain(Keychain &keychain, const QString &account)
{
    m_note->setText(tr("Used for this connection only, unless the keychain should remember it."));
    m_remember = new RememberRow(keychain, secrets::Kind::DatabasePassword, this);
    m_remember->setAccount(account);
    m_column->insertWidget(m_column->indexOf(m_password) + 1, m_remember);
    connect(m_remember, &RememberRow::useRequested, this, [this] {
        m_usesRemembered = true;
        accept();
    });
}

bool PasswordDialog::wantsRemembering() const
{
    return m_remember && m_remember->isWanted();
}

Secret PasswordDialog::takePassword()
{
    QString typed = m_password->text();
    m_password->setText(QString());
    return Secret::take(typed);
}

} // namespace latchkey
