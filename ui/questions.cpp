// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/questions.h"

#include "ui/icons.h"

#include <QMessageBox>
#include <QPushButton>

namespace latchkey {

QMessageBox *ask(QWidget *parent, const Question &question, std::function<void()> yes)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("question"));
    box->setWindowTitle(question.title);
    box->setTextFormat(Qt::PlainText);
    box->setText(question.text);
    box->setInformativeText(question.explanation);
    const auto colour = question.destructive ? theme::Colour::Danger : theme::Colour::Accent;
    const QString icon = question.destructive ? QStringLiteral("warning") : QStringLiteral("info");
    box->setIconPixmap(icons::icon(icon, colour).pixmap({32, 32}, box->devicePixelRatioF()));
    QPushButton *agree = box->addButton(question.verb, QMessageBox::AcceptRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(question.destructive ? cancel : agree);
    box->setEscapeButton(cancel);
    QObject::connect(agree, &QPushButton::clicked, parent, std::move(yes));
    box->open();
    return box;
}

} // namespace latchkey
