// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/awsfetch.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace latchkey {

class ErrorBanner;
class WaitingRow;

/// Asks which AWS account to look into, and has the aws command look.
class AwsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `program`: the aws command, or where it is.
    explicit AwsDialog(const QString &program = QStringLiteral("aws"), QWidget *parent = nullptr);

    void accept() override; ///< asks; the dialog goes when the answers are there

Q_SIGNALS:
    void answered(const QList<QByteArray> &documents);

private:
    void build();
    void show(const Result<QList<QByteArray>> &answers);

    AwsFetch m_fetch;
    ErrorBanner *m_banner = nullptr;
    QLineEdit *m_profile = nullptr;
    QLineEdit *m_region = nullptr;
    WaitingRow *m_waiting = nullptr;
    QPushButton *m_look = nullptr;
};

} // namespace latchkey
