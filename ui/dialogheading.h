// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace latchkey {

/// The head of a dialog: a picture, what it is about, and why.
class DialogHeading : public QWidget
{
    Q_OBJECT
public:
    DialogHeading(const QString &icon, const QString &title, const QString &reason,
                  QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setReason(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    QString m_name;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_reason = nullptr;
};

} // namespace latchkey
