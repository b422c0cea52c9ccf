// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/mismatchhint.h"

#include "ui/passwordfield.h"
#include "ui/theme.h"

#include <QEvent>

namespace latchkey {

MismatchHint::MismatchHint(const PasswordField &first, const PasswordField &again, QWidget *parent)
    : QLabel(parent), m_first(first), m_again(again)
{
    setObjectName(QStringLiteral("mismatch"));
    setFont(theme::caption(font()));
    theme::setInk(this, theme::Colour::Danger, palette());
    QSizePolicy keepsItsPlace = sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    setSizePolicy(keepsItsPlace);
    setText(tr("The two new passwords differ."));
    hide();
    for (const PasswordField *field : {&first, &again})
        connect(field, &QLineEdit::textChanged, this, &MismatchHint::compare);
}

bool MismatchHint::fits() const
{
    return !m_first.text().isEmpty() && m_first.text() == m_again.text();
}

void MismatchHint::compare()
{
    // What may still become the same is not wrong yet.
    setVisible(!m_first.text().startsWith(m_again.text()));
    Q_EMIT changed();
}

void MismatchHint::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        theme::setInk(this, theme::Colour::Danger, palette());
    QLabel::changeEvent(event);
}

} // namespace latchkey
