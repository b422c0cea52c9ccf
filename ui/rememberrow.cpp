// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/rememberrow.h"

#include "ui/keychain.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>

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
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::wide);
    row->addWidget(m_remember);
    row->addStretch();
    row->addWidget(m_use);

    connect(m_use, &QPushButton::clicked, this, &RememberRow::useRequested);
    connect(m_remember, &QCheckBox::clicked, this, [this](bool ticked) {
        if (!ticked && m_keychain.isRemembered(key()))
            m_keychain.forget(key());
    });
    connect(&m_keychain, &Keychain::changed, this, &RememberRow::update);
    update();
}

void RememberRow::setAccount(const QString &account)
{
    m_account = account;
    m_remember->setChecked(m_keychain.isRemembered(key()));
    update();
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
