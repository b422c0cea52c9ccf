// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDialog>
#include <QFuture>

class QPlainTextEdit;
class QPushButton;

namespace latchkey {

class ErrorBanner;

/// The statement that would make a thing again, to read, copy or take over into the editor.
class DefinitionDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DefinitionDialog(const QString &name, QWidget *parent = nullptr);

    /// Opens and fills itself when the answer comes.
    void openFor(const QFuture<Result<QString>> &definition);

Q_SIGNALS:
    void insertRequested(const QString &sql);

private:
    void take(const Result<QString> &definition);

    ErrorBanner *m_banner = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_insert = nullptr;
};

} // namespace latchkey
