// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/closeguard.h"

#include "ui/questions.h"
#include "ui/sessionarea.h"
#include "ui/sessiontab.h"

#include <QApplication>
#include <QEvent>
#include <QMessageBox>
#include <QSessionManager>

namespace latchkey {

namespace {

/// "orders · writer: a transaction is open"
QString unfinishedText(const SessionTab &tab)
{
    const QString &name = tab.profile().name;
    return tab.hasOpenTransaction() ? CloseGuard::tr("%1: a transaction is open").arg(name)
                                    : CloseGuard::tr("%1: a statement is running").arg(name);
}

} // namespace

/// Of its own, since a filter of the program sees the events of all windows too, and before their own filters.
class CloseGuard::QuitFilter : public QObject
{
public:
    explicit QuitFilter(CloseGuard &guard) : m_guard(guard) { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        return event->type() == QEvent::Quit && watched == qApp && m_guard.refuses(*event, End::Program);
    }

private:
    CloseGuard &m_guard;
};

CloseGuard::CloseGuard(SessionArea &area)
    : QObject(&area), m_area(area), m_quitFilter(std::make_unique<QuitFilter>(*this))
{
    area.installEventFilter(this);
    if (area.parentWidget())
        watchWindow();
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this](QSessionManager &desktop) {
        if (!mayEndDesktop() && desktop.allowsInteraction())
            desktop.cancel();
    });
}

CloseGuard::~CloseGuard() = default;

bool CloseGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        m_isAgreed = false;
        watchWindow();
    }
    const bool isClosing = watched == m_window && event->type() == QEvent::Close;
    const bool staysOpen = !QApplication::quitOnLastWindowClosed();
    return isClosing && !staysOpen && refuses(*event, End::Window);
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

bool CloseGuard::refuses(QEvent &event, End end)
{
    if (m_isAgreed || m_area.unfinished().isEmpty())
        return false;
    event.ignore();
    ask(end);
    return true;
}

bool CloseGuard::mayEndDesktop()
{
    QEvent quit(QEvent::Quit);
    return !refuses(quit, End::Program);
}

/// The window may be in the tray, where a question would not be seen.
void CloseGuard::ask(End end)
{
    QWidget *window = m_area.window();
    window->show();
    window->raise();
    window->activateWindow();
    if (std::exchange(m_isAsking, true))
        return;
    QStringList unfinished;
    for (const SessionTab *tab : m_area.unfinished())
        unfinished << unfinishedText(*tab);
    const bool isQuitting = end == End::Program;
    Question question;
    question.title = isQuitting ? tr("Quit Latchkey") : tr("Close the window");
    question.text = tr("%n session(s) are not finished: %1.", nullptr, static_cast<int>(unfinished.size()))
                        .arg(unfinished.join(u"; "_qs));
    question.explanation =
        isQuitting ? tr("Quitting stops what runs and rolls back what was not committed.")
                   : tr("Closing the window stops what runs and rolls back what was not committed.");
    question.verb = isQuitting ? tr("Roll back and quit") : tr("Roll back and close");
    question.destructive = true;
    const QMessageBox *box = latchkey::ask(window, question, [this, end] { agree(end); });
    connect(box, &QDialog::finished, this, [this] { m_isAsking = false; });
}

void CloseGuard::agree(End end)
{
    m_isAgreed = true;
    if (end == End::Program)
        QApplication::quit();
    else
        m_area.window()->close();
}

} // namespace latchkey
