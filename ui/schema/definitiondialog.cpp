// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/schema/definitiondialog.h"

#include "core/base/whendone.h"
#include "ui/errorbanner.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey {

DefinitionDialog::DefinitionDialog(const QString &name, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"definitionDialog"_qs);
    setWindowTitle(tr("Definition of %1").arg(name));
    resize(640, 480);
    m_banner = new ErrorBanner;
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"definition"_qs);
    m_text->setAccessibleName(tr("Definition of %1").arg(name));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(theme::monospace(font()));
    m_text->setPlaceholderText(tr("Reading…"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    m_copy->setIcon(icons::icon(u"copy"_qs));
    m_insert = buttons->addButton(tr("Insert into editor"), QDialogButtonBox::ActionRole);
    m_copy->setEnabled(false);
    m_insert->setEnabled(false);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_insert, &QPushButton::clicked, this, [this] {
        Q_EMIT insertRequested(m_text->toPlainText());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_banner);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
}

void DefinitionDialog::openFor(const QFuture<Result<QString>> &definition)
{
    whenDone(definition, this, [this](const Result<QString> &answer) { take(answer); });
    open();
}

void DefinitionDialog::take(const Result<QString> &definition)
{
    if (!definition) {
        m_text->setPlaceholderText({});
        m_banner->showError(definition.error());
        return;
    }
    m_text->setPlainText(*definition);
    m_copy->setEnabled(true);
    m_insert->setEnabled(true);
}

} // namespace latchkey
