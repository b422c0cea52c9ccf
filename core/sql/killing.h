// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/worker.h"
#include "core/sql/cutoff.h"
#include "core/sql/killstatements.h"
#include "core/sql/session.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace latchkey::sql {

class Connection;

/// The means to stop one statement on the server: KILL QUERY, or what Amazon's servers have for it, through a connection that
/// is there, or else a short-lived one, to the same peer. Thread-safe.
class Killing : public std::enable_shared_from_this<Killing>
{
public:
    /// Runs a statement on a connection that is there.
    using Run = std::function<QFuture<Result<StatementSummary>>(const QString &sql)>;
    /// Asked on any thread when the statement is to be killed; gives nothing if no such connection may be used.
    using FindRun = std::function<Run()>;

    Killing(ConnectOptions options, Session::Prepare prepare, quint64 connectionId,
            std::shared_ptr<CutOff> victim, FindRun findRun = {});
    ~Killing();

    /// Waits until no statement of the process is being stopped any more: each that was to be killed has ended, its answer
    /// has been read, and no kill can arrive; at most `limit`. False if some are still at it.
    static bool waitForAll(std::chrono::milliseconds limit);

    /// What happens when the server does not obey.
    enum class LastResort {
        Cut, ///< after ConnectOptions::stopPatience, or at once if there is no second connection: the connection is cut; a
        ///< server that has taken the kill is given as long again. One that could not be told in time is told later to end the
        ///< whole connection, since it would not notice that its client has gone
        Drain, ///< the rest is read; for rows beyond a limit, which must not cost the session
    };

    /// Returns at once; does nothing the second time, and once the statement has ended.
    void start(LastResort lastResort);
    bool isStarted() const;

    /// The statement's answer has been read to its end: a kill that has not been sent yet is called off.
    void statementEnded();
    /// Blocks until no kill can arrive any more, at most as long as start() gives it.
    void waitUntilOver();
    /// What kept the second connection from being opened.
    std::optional<Error> whyNotOpened() const;

private:
    enum class Phase { Idle, Connecting, Sending, Over };

    void killQuery();
    bool killThroughOpen();
    void killThroughNew();
    bool sendKill(Connection &side, KillTarget target) const;
    Alarm alarm(std::chrono::milliseconds limit);
    void overdue();
    bool claimSending();
    bool giveUpSending();
    void finish(bool sent);

    const ConnectOptions m_options;
    const Session::Prepare m_prepare;
    const quint64 m_connectionId;
    const std::shared_ptr<CutOff> m_victim;
    const FindRun m_findRun;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Phase m_phase = Phase::Idle;
    LastResort m_lastResort = LastResort::Cut;
    bool m_ended = false;
    std::optional<Error> m_whyNotOpened;
    Alarm m_overdue; ///< for a server that does not obey
};

} // namespace latchkey::sql
