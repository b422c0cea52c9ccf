// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey {

/// What stands where nothing is yet: a picture, what is missing, what to do, and the button for it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString &icon, const QString &title, const QString &sentence, QWidget *parent = nullptr);

    void setText(const QString &title, const QString &sentence);
    /// Without text, no button.
    void setButton(const QString &icon, const QString &text);
    QPushButton *button() const { return m_button; }
    /// Below the other.
    void setSecondButton(const QString &icon, const QString &text);
    QPushButton *secondButton() const { return m_second; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    QString m_name;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QPushButton *m_button = nullptr;
    QPushButton *m_second = nullptr;
};

} // namespace latchkey
