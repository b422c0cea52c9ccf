// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/boottime.h"
#include "core/sql/answerwatch.h"
#include "core/sql/connection.h"
#include "core/sql/killing.h"
#include "core/sql/unwantedrows.h"

#include <atomic>
#include <mutex>

namespace latchkey {
class Job;
}

namespace latchkey::sql {

/// Shared by the session and its worker's tasks. What is neither constant nor atomic belongs to the worker's thread.
struct Session::State : std::enable_shared_from_this<Session::State>
{
    State(ConnectOptions wanted, Hooks given, Worker home)
        : options(std::move(wanted)), hooks(std::move(given)), worker(std::move(home))
    { }

    const ConnectOptions options;
    Hooks hooks;
    ServerInfo info; ///< constant once open() has been answered
    const std::shared_ptr<CutOff> cutOff = std::make_shared<CutOff>();

    std::unique_ptr<Connection> connection;
    bool hasUnread = false; ///< the statement before was stopped: rows of it may still be there
    UnwantedRows unwanted{cutOff};
    std::shared_ptr<Killing> killing; ///< of the statement before

    std::atomic<bool> lost = false;
    std::atomic<bool> closing = false;
    std::mutex runningMutex;
    std::shared_ptr<Killing> running; ///< of the statement that runs now; guarded by runningMutex
    std::weak_ptr<State>
        stopper; ///< the session that statements are stopped through; guarded by runningMutex
    mutable std::mutex stateMutex;
    SessionState state; ///< guarded by stateMutex
    QMap<QString, QString> variablesAtLogin;
    std::shared_ptr<AnswerWatch> answers; ///< since the login
    std::optional<Error> whyEnded; ///< if the session ended itself
    bool endIsKnown = false; ///< by a statement's answer, or by onEnd
    BootClock::time_point lastUse;
    BootClock::time_point lastContact;
    Worker worker;

    Result<std::shared_ptr<Session>> open(Job &job, const std::stop_token &stop);
    Result<StatementSummary> run(Job &job, const QString &sql, const RowSink &sink, RunLimits limits,
                                 const std::stop_token &stop);
    Result<StatementSummary> runInTurn(Job &job, const QString &sql, const RowSink &sink, RunLimits limits,
                                       const std::stop_token &stop);
    Result<StatementSummary> send(Job &job, const QString &sql, const RowSink &sink, RunLimits limits,
                                  const std::stop_token &stop, const std::shared_ptr<Killing> &kill);
    Result<StatementSummary> deliver(Job &job, const QString &sql, const RowSink &sink, RunLimits limits,
                                     bool mustReadAll, const Killing &kill);
    bool keepUnicode();
    void askForFlags();
    void noted(const Error &error);
    Error overdue();
    void endItself(Error why);
    void tellEnd(const Error &why);
    void beIdle();
    void ping(std::chrono::seconds patience);
    void check();
    void used();
    void noteState(const QString &sql, const Result<StatementSummary> &result);
    SessionState stateNow() const;
    void setRunning(std::shared_ptr<Killing> kill);
    bool isIdle();
    Killing::Run findStopper();
    void killRunning();
    void settle();
    void drain();
    void close();
};

} // namespace latchkey::sql
