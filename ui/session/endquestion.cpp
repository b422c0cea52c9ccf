// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/session/endquestion.h"

#include "ui/questions.h"
#include "ui/sessiontab.h"

#include <QCoreApplication>
#include <QPointer>

namespace latchkey {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::SessionEnd)

public:
    QString title;
    QString stopping; ///< what follows for a statement that runs
    QString rollingBack; ///< … for an open transaction
    QString stop; ///< the verbs
    QString rollBack;

    static Words of(SessionEnd end)
    {
        switch (end) {
        case SessionEnd::Close:
            return {tr("Close the session"),
                    tr("Closing the session stops it; what it has changed and not committed is rolled back."),
                    tr("Closing the session rolls back what was not committed."), tr("Stop and close"),
                    tr("Roll back and close")};
        case SessionEnd::Disconnect:
            return {tr("Disconnect"),
                    tr("Disconnecting stops it; what it has changed and not committed is rolled back."),
                    tr("Disconnecting rolls back what was not committed."), tr("Stop and disconnect"),
                    tr("Roll back and disconnect")};
        case SessionEnd::Reconnect:
            break;
        }
        return {tr("Reconnect"),
                tr("Reconnecting stops it; what it has changed and not committed is rolled back."),
                tr("Reconnecting rolls back what was not committed."), tr("Stop and reconnect"),
                tr("Roll back and reconnect")};
    }
};

} // namespace

void endAfterAsking(SessionTab &tab, SessionEnd end, std::function<void()> agreed)
{
    const bool isRunning = tab.isBusy() && tab.isConnected();
    if (!isRunning && !tab.hasOpenTransaction())
        return agreed();
    const QString &name = tab.profile().name;
    const Words words = Words::of(end);
    const Question question{words.title,
                            isRunning ? Words::tr("A statement is running in “%1”.").arg(name)
                                      : Words::tr("A transaction is open in “%1”.").arg(name),
                            isRunning ? words.stopping : words.rollingBack,
                            isRunning ? words.stop : words.rollBack, true};
    ask(&tab, question, [guard = QPointer(&tab), agreed = std::move(agreed)] {
        if (guard)
            agreed();
    });
}

} // namespace latchkey
