// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/rememberrow.h"

#include "ui/keychain.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey {

RememberRow::RememberRow(Keychain &keychain, secrets::Kind kind, QWidget *parent)
    : QWidget(parent), m_keychain(keychain), m_kind(kind)
{
    m_remember = new QCheckBox(tr("Re&member in the keychain"), this);
    m_remember->setObjectName(QStringLiteral("remember"));
    m_remember->setToolTip(tr("The desktop’s keychain keeps the password, encrypted, once it has worked."));
    m_use = new QPushButton(tr("&Use the remembered password"), this);
    m_use->setObjectName(QStringLiteral("useRemembered"));
    m_use->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::half);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::wide);
    row->addWidget(m_remember);
    row->addStretch();
    row->addWidget(m_use);
    column->addLayout(row);
    if (m_kind == secrets::Kind::KerberosPassword)
        column->addWidget(buildUnattended());

    connect(m_use, &QPushButton::clicked, this, &RememberRow::useRequested);
    connect(m_remember, &QCheckBox::clicked, this, [this](bool ticked) {
        if (!ticked && m_keychain.isRemembered(key()))
            m_keychain.forget(key());
    });
    connect(&m_keychain, &Keychain::changed, this, &RememberRow::update);
    update();
}

QWidget *RememberRow::buildUnattended()
{
    m_unattended = new QCheckBox(tr("Sign in a&gain with it when renewing ends"), this);
    m_unattended->setObjectName(QStringLiteral("signsInAgain"));
    m_unattended->setToolTip(
        tr("Latchkey then signs in by itself, once, before the ticket ends. A password that "
           "is refused is forgotten and not tried again."));
    connect(m_remember, &QCheckBox::toggled, m_unattended, &QWidget::setEnabled);
    connect(m_remember, &QCheckBox::toggled, this, [this](bool remembered) {
        if (!remembered)
            m_unattended->setChecked(false);
    });
    connect(m_unattended, &QCheckBox::clicked, this, [this](bool wanted) {
        if (m_keychain.isRemembered(key()))
            m_keychain.setForUnattended(key(), wanted);
    });
    m_unattended->setEnabled(false);
    return m_unattended;
}

void RememberRow::setAccount(const QString &account)
{
    m_account = account;
    m_remember->setChecked(m_keychain.isRemembered(key()));
    if (m_unattended)
        m_unattended->setChecked(m_keychain.isForUnattended(key()));
    update();
}

bool RememberRow::isForUnattended() const
{
    return m_unattended && m_unattended->isChecked();
}

bool RememberRow::isWanted() const
{
    return m_remember->isChecked();
}

void RememberRow::update()
{
    m_use->setVisible(m_keychain.isRemembered(key()));
}

} // namespace latchkey
