// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/closeguard.h"

#include "ui/questions.h"
#include "ui/sessionarea.h"
#include "ui/sessiontab.h"

#include <QApplication>
#include <QEvent>

namespace latchkey {

CloseGuard::CloseGuard(SessionArea &area) : QObject(&area), m_area(area)
{
    area.installEventFilter(this);
    if (area.parentWidget())
        watchWindow();
}

bool CloseGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_area && event->type() == QEvent::Show)
        watchWindow();
    const bool isClosing = watched == m_window && event->type() == QEvent::Close;
    const bool staysOpen = !QApplication::quitOnLastWindowClosed();
    if (!isClosing || m_isAgreed || staysOpen || m_area.uncommitted().isEmpty())
        return false;
    event->ignore();
    ask(m_window);
    return true;
}

void CloseGuard::watchWindow()
{
    if (m_window == m_area.window())
        return;
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = m_area.window();
    m_window->installEventFilter(this);
}

void CloseGuard::ask(QWidget *window)
{
    QStringList names;
    for (const SessionTab *tab : m_area.uncommitted())
        names << tab->profile().name;
    Question question;
    question.title = tr("Close the window");
    question.text = tr("Transactions are open in %n session(s): %1.", nullptr, static_cast<int>(names.size()))
                        .arg(names.join(u", "_qs));
    question.explanation = tr("Closing the window rolls back what was not committed.");
    question.verb = tr("Roll back and close");
    question.destructive = true;
    latchkey::ask(window, question, [this, guard = QPointer(window)] {
        m_isAgreed = true;
        if (guard)
            guard->close();
        m_isAgreed = false;
    });
}

} // namespace latchkey
