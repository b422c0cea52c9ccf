// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/questionsdialog.h"

#include "ui/dialogfit.h"
#include "ui/dialogheading.h"
#include "ui/errorbanner.h"
#include "ui/mismatchhint.h"
#include "ui/passwordfield.h"
#include "ui/theme.h"
#include "ui/waitingrow.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace latchkey {

namespace {

/// libkrb5 ends its questions as a terminal needs it.
QString labelOf(const krb::Question &question)
{
    QString text = question.text.trimmed();
    while (text.endsWith(QLatin1Char(':')))
        text = text.chopped(1).trimmed();
    return text;
}

} // namespace

QuestionsDialog::QuestionsDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("questionsDialog"));
    setWindowTitle(tr("Sign in"));
    m_heading = new DialogHeading(QStringLiteral("key"), QString(), QString(), this);
    m_problem = new ErrorBanner(this);
    m_waiting = new WaitingRow(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Continue"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QuestionsDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QuestionsDialog::reject);

    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(theme::page, theme::page, theme::page, theme::wide);
    m_rows->setSpacing(theme::wide);
    m_rows->addWidget(m_heading);
    m_rows->addWidget(m_problem);
    m_rows->addStretch();
    m_rows->addWidget(m_waiting);
    m_rows->addWidget(buttons);
    setMinimumWidth(440);
    keepFitting(*this);
}

void QuestionsDialog::ask(const krb::Questions &questions)
{
    const bool isRepeated = questions.list == m_questions.list;
    m_questions = questions;
    if (!isRepeated || !m_fieldBox)
        rebuildFields();
    for (PasswordField *field : std::as_const(m_fields))
        field->wipe();
    m_heading->setTitle(questions.title);
    m_heading->setReason(questions.banner);
    m_problem->clear();
    if (!questions.problem.isEmpty())
        m_problem->showWarning(questions.problem);
    setWaiting(false);
    if (!isVisible())
        open();
    if (!m_fields.isEmpty())
        m_fields.first()->setFocus();
}

void QuestionsDialog::rebuildFields()
{
    delete m_fieldBox;
    m_fields.clear();
    m_mismatch = nullptr;
    m_fieldBox = new QWidget(this);
    auto *column = new QVBoxLayout(m_fieldBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::half);
    for (const krb::Question &question : std::as_const(m_questions.list))
        addField(question);
    m_rows->insertWidget(m_rows->indexOf(m_problem) + 1, m_fieldBox);
    m_accept->setText(m_mismatch ? tr("Change password") : tr("Continue"));
    // Or the buttons would come first.
    QWidget *before = m_problem->findChildren<QAbstractButton *>().last();
    for (PasswordField *field : std::as_const(m_fields)) {
        setTabOrder(before, field);
        before = field;
    }
}

void QuestionsDialog::addField(const krb::Question &question)
{
    auto *column = static_cast<QVBoxLayout *>(m_fieldBox->layout());
    if (!m_fields.isEmpty())
        column->addSpacing(theme::half);
    auto *label = new QLabel(labelOf(question), m_fieldBox);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    auto *field = new PasswordField(m_fieldBox);
    field->setObjectName(QStringLiteral("answer%1").arg(m_fields.size()));
    field->setAccessibleName(label->text());
    field->setEchoMode(question.hidden ? QLineEdit::Password : QLineEdit::Normal);
    label->setBuddy(field);
    column->addWidget(label);
    column->addWidget(field);
    if (question.kind == krb::Question::Kind::NewPasswordAgain && !m_fields.isEmpty()) {
        m_mismatch = new MismatchHint(*m_fields.last(), *field, m_fieldBox);
        column->addWidget(m_mismatch);
        connect(m_mismatch, &MismatchHint::changed, this, &QuestionsDialog::updateButtons);
    }
    m_fields.append(field);
}

void QuestionsDialog::submit()
{
    if (!m_accept->isEnabled())
        return;
    setWaiting(true);
    Q_EMIT answered();
}

krb::Answers QuestionsDialog::takeAnswers()
{
    krb::Answers answers;
    for (PasswordField *field : std::as_const(m_fields))
        answers.push_back(field->take());
    return answers;
}

void QuestionsDialog::reject()
{
    for (PasswordField *field : std::as_const(m_fields))
        field->wipe();
    QDialog::reject();
}

void QuestionsDialog::setWaiting(bool waiting)
{
    for (PasswordField *field : std::as_const(m_fields))
        field->setEnabled(!waiting);
    if (waiting)
        m_waiting->waitFor(tr("Waiting for the realm’s answer…"));
    else
        m_waiting->stop();
    updateButtons();
}

void QuestionsDialog::updateButtons()
{
    m_accept->setEnabled(m_waiting->isHidden() && (!m_mismatch || m_mismatch->fits()));
}

} // namespace latchkey
