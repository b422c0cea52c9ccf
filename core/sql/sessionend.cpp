// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/sessionend.h"

#include <QCoreApplication>

namespace latchkey::sql {

namespace {

struct SessionTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::sql::Session)
};

Error lostSession(const QString &message)
{
    return {Error::Code::SessionLost, message, QString(), 0};
}

} // namespace

Error notOpen()
{
    return lostSession(SessionTexts::tr("This session has lost its connection. Connect again."));
}

Error lostIdle(const Error &why)
{
    Error lost =
        lostSession(SessionTexts::tr("The connection to the server is gone: the server was stopped or "
                                     "restarted, the session was killed, or "
                                     "the network broke. No statement was running. Connect again to go on."));
    lost.detail = why.detail;
    lost.native = why.native;
    return lost;
}

Error answerOverdue(std::chrono::seconds limit)
{
    return lostSession(SessionTexts::tr(
        "The server has not answered for %n second(s), which is the profile’s limit, so the statement was "
        "stopped and the session closed. What the statement did is not known. Connect again, and check "
        "before repeating it.",
        nullptr, static_cast<int>(limit.count())));
}

Error closedIdle(std::chrono::seconds limit)
{
    return lostSession(SessionTexts::tr(
        "This session was not used for %n second(s), which is the profile’s limit, so it was closed; what "
        "was not committed is rolled back. Connect again to go on.",
        nullptr, static_cast<int>(limit.count())));
}

Error cutWhileStopping()
{
    return lostSession(SessionTexts::tr(
        "The server did not confirm in time that it has stopped the statement, so the connection was "
        "cut; what was not committed is rolled back. Connect again to go on."));
}

Error cutForWantOfAnother(const Error &why)
{
    Error lost = lostSession(
        SessionTexts::tr("The statement had to be stopped through a second connection, which could "
                         "not be opened, so this one was cut; what was not committed is rolled "
                         "back. Why it could not be opened: %1")
            .arg(why.message));
    lost.detail = why.detail;
    lost.native = why.native;
    return lost;
}

Error stoppedWrite(const Error &error, const std::optional<Error> &notAsked)
{
    constexpr int queryInterrupted = 1317; // ER_QUERY_INTERRUPTED
    Error stopped = error;
    if (error.native == queryInterrupted) {
        stopped.code = Error::Code::Cancelled;
        stopped.message =
            SessionTexts::tr("Cancelled: the server has stopped the statement, and undone what it had "
                             "changed, except in tables without transactions.");
    } else if (error.code == Error::Code::SessionLost && notAsked) {
        stopped.message =
            SessionTexts::tr(
                "The statement had to be stopped through a second connection, which could not be "
                "opened, so this one was cut. Whether the statement took effect is not known: it "
                "may even go on. Connect again, and check before repeating it. Why it could not "
                "be opened: %1")
                .arg(notAsked->message);
        stopped.detail = notAsked->detail;
    } else if (error.code == Error::Code::SessionLost) {
        stopped.message = SessionTexts::tr(
            "The server did not confirm in time that it has stopped the statement, so the connection "
            "was cut. Whether the statement took effect is not known: it may even go on. "
            "Connect again, and check before repeating it.");
    }
    return stopped;
}

} // namespace latchkey::sql
