// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/accountstatements.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace latchkey {

/// Writes the statements that make Kerberos accounts for principals, while one types them. Runs nothing.
class AccountDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AccountDialog(bool isMariaDb, QWidget *parent = nullptr);

Q_SIGNALS:
    void statementRequested(const QString &sql);

private:
    QWidget *buildForm();
    schema::AccountWish wish() const;
    void rewrite();

    const bool m_isMariaDb;
    QPlainTextEdit *m_principals = nullptr;
    QLineEdit *m_host = nullptr;
    QComboBox *m_plugin = nullptr;
    QCheckBox *m_existing = nullptr;
    QPlainTextEdit *m_statements = nullptr;
    QLabel *m_problems = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_insert = nullptr;
};

} // namespace latchkey
