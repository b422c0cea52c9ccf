// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QEvent>
#include <QFocusEvent>
#include <QWidget>

namespace latchkey {

/// Hands the focus that a widget is given on to the part of it that works with it. Unlike with a focus proxy, Tab still comes to
/// what stands before that part.
class FocusForward : public QObject
{
public:
    /// Goes with `whole`, of which `part` is a part.
    FocusForward(QWidget &whole, QWidget &part) : QObject(&whole), m_part(part)
    {
        whole.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn)
            m_part.setFocus(static_cast<QFocusEvent *>(event)->reason());
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget &m_part;
};

} // namespace latchkey
