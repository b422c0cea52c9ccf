// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/admin/accountdialog.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey {

AccountDialog::AccountDialog(bool isMariaDb, QWidget *parent) : QDialog(parent), m_isMariaDb(isMariaDb)
{
    setObjectName(u"accountDialog"_qs);
    setWindowTitle(tr("Kerberos accounts"));
    resize(640, 520);
    m_statements = new QPlainTextEdit;
    m_statements->setObjectName(u"accountStatements"_qs);
    m_statements->setAccessibleName(tr("Statements"));
    m_statements->setReadOnly(true);
    m_statements->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_statements->setFont(theme::monospace(font()));
    m_problems = new QLabel;
    m_problems->setObjectName(u"accountProblems"_qs);
    m_problems->setWordWrap(true);
    theme::setInk(m_problems, theme::Colour::Warning, palette());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    m_copy->setIcon(icons::icon(u"copy"_qs));
    m_insert = buttons->addButton(tr("Insert into editor"), QDialogButtonBox::ActionRole);
    m_insert->setObjectName(u"insertAccounts"_qs);
    auto *column = new QVBoxLayout(this);
    column->addWidget(buildForm());
    column->addWidget(m_statements, 1);
    column->addWidget(m_problems);
    column->addWidget(buttons);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_statements->toPlainText()); });
    connect(m_insert, &QPushButton::clicked, this, [this] {
        Q_EMIT statementRequested(m_statements->toPlainText().trimmed());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    rewrite();
}

QWidget *AccountDialog::buildForm()
{
    auto *form = new QWidget;
    auto *rows = new QFormLayout(form);
    rows->setContentsMargins({});
    m_principals = new QPlainTextEdit;
    m_principals->setObjectName(u"accountPrincipals"_qs);
    m_principals->setPlaceholderText(tr("alice@CORP.EXAMPLE.COM, one on each line"));
    m_principals->setTabChangesFocus(true);
    m_principals->setFont(theme::monospace(font()));
    m_principals->setMaximumHeight(110);
    m_host = new QLineEdit(u"%"_qs);
    m_host->setObjectName(u"accountHost"_qs);
    m_plugin = new QComboBox;
    m_plugin->setObjectName(u"accountPlugin"_qs);
    m_plugin->addItem(tr("authentication_kerberos (MySQL, Aurora)"),
                      static_cast<int>(schema::KerberosPlugin::AuthenticationKerberos));
    m_plugin->addItem(tr("gssapi (MariaDB)"), static_cast<int>(schema::KerberosPlugin::Gssapi));
    m_plugin->setCurrentIndex(m_isMariaDb ? 1 : 0);
    m_existing = new QCheckBox(tr("The accounts exist: write ALTER USER"));
    m_existing->setObjectName(u"accountExisting"_qs);
    rows->addRow(tr("&Principals:"), m_principals);
    rows->addRow(tr("From &host:"), m_host);
    rows->addRow(tr("P&lugin:"), m_plugin);
    rows->addRow(QString(), m_existing);
    connect(m_principals, &QPlainTextEdit::textChanged, this, &AccountDialog::rewrite);
    connect(m_host, &QLineEdit::textChanged, this, &AccountDialog::rewrite);
    connect(m_plugin, &QComboBox::currentIndexChanged, this, &AccountDialog::rewrite);
    connect(m_existing, &QCheckBox::toggled, this, &AccountDialog::rewrite);
    return form;
}

schema::AccountWish AccountDialog::wish() const
{
    const auto plugin = static_cast<schema::KerberosPlugin>(m_plugin->currentData().toInt());
    return {m_principals->toPlainText().split(u'\n'), m_host->text(), plugin, m_existing->isChecked(),
            m_isMariaDb};
}

void AccountDialog::rewrite()
{
    const schema::AccountScript script = schema::accountScript(wish());
    QString text;
    for (const QString &statement : script.statements)
        text += statement + u";\n"_qs;
    m_statements->setPlainText(text);
    m_problems->setText(script.problems.join(u'\n'));
    m_problems->setVisible(!script.problems.isEmpty());
    m_copy->setEnabled(!text.isEmpty());
    m_insert->setEnabled(!text.isEmpty());
}

} // namespace latchkey
