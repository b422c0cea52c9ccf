// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/filerow.h"

#include "ui/icons.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace latchkey {

namespace {

void chooseFile(QLineEdit *field, const QString &title)
{
    auto *dialog = new QFileDialog(field->window(), title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
    dialog->open();
}

} // namespace

QWidget *fileRow(QLineEdit *field, const QString &title, QWidget *parent)
{
    auto *row = new QWidget(parent);
    field->setParent(row); // before the button is there, so that Tab comes to it first
    auto *browse = new QToolButton(row);
    browse->setIcon(icons::icon(QStringLiteral("folder")));
    browse->setToolTip(title);
    browse->setAccessibleName(title);
    browse->setAutoRaise(true);
    QObject::connect(browse, &QToolButton::clicked, field, [field, title] { chooseFile(field, title); });
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::half);
    line->addWidget(field);
    line->addWidget(browse);
    row->setFocusProxy(field);
    return row;
}

} // namespace latchkey
