// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/passwordfield.h"

#include "ui/capslock.h"
#include "ui/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>

namespace latchkey {

PasswordField::PasswordField(QWidget *parent) : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    m_note = new QLabel(tr("Caps Lock is on"), this);
    m_note->setObjectName(QStringLiteral("capsLock"));
    m_note->setFont(theme::caption(font()));
    m_note->setCursor(Qt::IBeamCursor);
    m_note->setAttribute(Qt::WA_TransparentForMouseEvents);
    theme::setInk(m_note, theme::Colour::Warning, palette());
    m_note->hide();
}

// Clearing first makes us the only owner of the characters, so that taking the secret wipes them.
Secret PasswordField::take()
{
    QString typed = text();
    setText(QString());
    return Secret::take(typed);
}

void PasswordField::keyPressEvent(QKeyEvent *event)
{
    noteCapsLock(capsLockAfter(m_capsLock, event->key(), event->text(), event->modifiers()));
    QLineEdit::keyPressEvent(event);
}

// It may be pressed while another window listens.
void PasswordField::focusOutEvent(QFocusEvent *event)
{
    noteCapsLock(std::nullopt);
    QLineEdit::focusOutEvent(event);
}

void PasswordField::noteCapsLock(std::optional<bool> isOn)
{
    m_capsLock = isOn;
    const bool warns = isOn.value_or(false) && echoMode() == QLineEdit::Password;
    if (warns == !m_note->isHidden())
        return;
    m_note->setVisible(warns);
    setAccessibleDescription(warns ? m_note->text() : QString());
    placeNote();
    QAccessibleEvent event(this, warns ? QAccessible::Alert : QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void PasswordField::placeNote()
{
    const QSize size = m_note->sizeHint();
    setTextMargins(0, 0, m_note->isHidden() ? 0 : size.width() + theme::unit, 0);
    m_note->setGeometry(width() - size.width() - theme::unit, (height() - size.height()) / 2, size.width(),
                        size.height());
}

void PasswordField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeNote();
}

void PasswordField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_note)
        theme::setInk(m_note, theme::Colour::Warning, palette());
    QLineEdit::changeEvent(event);
}

} // namespace latchkey
