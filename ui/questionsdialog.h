// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/prompter.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace latchkey {

class DialogHeading;
class ErrorBanner;
class MismatchHint;
class PasswordField;
class WaitingRow;

/// Shows what has to be known to sign in, in order, and takes the answers; stays for the next questions. Closing it
/// answers nothing.
class QuestionsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit QuestionsDialog(QWidget *parent = nullptr);

    /// Opens if it is not open. What was typed before is gone.
    void ask(const krb::Questions &questions);
    const krb::Questions &questions() const { return m_questions; }
    /// One for each question; the fields are empty then.
    krb::Answers takeAnswers();

    void reject() override;

Q_SIGNALS:
    /// takeAnswers() has them.
    void answered();

private:
    void rebuildFields();
    void addField(const krb::Question &question);
    void submit();
    void setWaiting(bool waiting);
    void updateButtons();

    krb::Questions m_questions;
    QList<PasswordField *> m_fields;
    DialogHeading *m_heading = nullptr;
    ErrorBanner *m_problem = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QWidget *m_fieldBox = nullptr;
    MismatchHint *m_mismatch = nullptr; ///< where a new password is asked
    WaitingRow *m_waiting = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace latchkey
