// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace latchkey {

/// Says at the foot of a dialog whom it waits for. Hidden while it waits for nobody.
class WaitingRow : public QWidget
{
    Q_OBJECT
public:
    explicit WaitingRow(QWidget *parent = nullptr);

    void waitFor(const QString &sentence);
    /// "Asking the KDC of CORP.EXAMPLE.COM…", by the principal as it was typed.
    void waitForKdcOf(const QString &principal);
    void stop() { hide(); }

private:
    QLabel *m_text = nullptr;
};

} // namespace latchkey
