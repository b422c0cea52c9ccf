// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/queryrun.h"

#include "app/cli/text.h"
#include "core/base/job.h"
#include "core/result/rowdelivery.h"
#include "core/script/beginning.h"
#include "core/script/classify.h"
#include "core/script/looksback.h"
#include "core/sql/killing.h"

#include <atomic>

namespace latchkey::cli {

namespace {

constexpr qsizetype shownStatement = 60; ///< characters

/// Asks a statement to stop when somebody else does, and when its time is up.
class StatementLimit
{
public:
    StatementLimit(std::chrono::seconds limit, const std::stop_token &outer)
        : m_state(std::make_shared<State>()),
          m_onStop(outer, [state = m_state] { state->stop.request_stop(); })
    {
        if (limit.count() != 0)
            m_alarm = Alarm(limit, [state = m_state] {
                state->isOver = true;
                state->stop.request_stop();
            });
    }
    std::stop_token token() const { return m_state->stop.get_token(); }
    bool isOver() const { return m_state->isOver; }

private:
    struct State
    {
        std::stop_source stop;
        std::atomic<bool> isOver = false;
    };
    std::shared_ptr<State> m_state;
    std::stop_callback<std::function<void()>> m_onStop;
    Alarm m_alarm;
};

Error tookTooLong(const QString &statement, std::chrono::seconds limit)
{
    return {
        Error::Code::StatementFailed,
        Text::tr(
            "The statement “%1” was killed, since it took longer than %n second(s). Give it more time with "
            "--timeout.",
            nullptr, static_cast<int>(limit.count()))
            .arg(script::beginningOf(statement, shownStatement)),
        QString(), 0};
}

Error someFailed(int failed)
{
    return {Error::Code::StatementFailed, Text::tr("%n statement(s) failed.", nullptr, failed), QString(), 0};
}

QString textIn(const sql::RowBatch &batch, int row, int column)
{
    const std::string_view text = batch.value(row, column).value_or(std::string_view());
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A script on its way through one session.
class ScriptRun
{
public:
    ScriptRun(sql::Session &session, const QueryPlan &plan, std::shared_ptr<result::RowReceiver> receiver,
              std::stop_token stop, const Telling &telling)
        : m_session(session), m_plan(plan), m_receiver(std::move(receiver)), m_stop(std::move(stop)),
          m_telling(telling)
    { }

    Result<> run(const QStringList &statements)
    {
        int failed = 0;
        for (qsizetype i = 0; i < statements.size(); ++i) {
            const auto summary = runOne(statements[i]);
            if (!summary && !m_mayGoOn)
                return summary.error();
            if (!summary)
                ++failed;
            else if (summary->warnings > 0 && m_plan.showWarnings && !asks(statements[i])
                     && !script::looksBack(statements.value(i + 1)))
                sayWarnings();
        }
        return failed == 0 ? Result<>(Ok{}) : someFailed(failed);
    }

private:
    /// It shows what the one before it did, warnings for one.
    static bool asks(const QString &statement)
    {
        return script::looksBack(statement)
               && script::classify(statement).kind == script::StatementKind::Read;
    }

    Result<sql::StatementSummary> runOne(const QString &statement)
    {
        m_mayGoOn = false;
        const StatementLimit limit(m_plan.timeout, m_stop);
        const bool wasInTransaction = m_session.state().inTransaction;
        const auto delivery = std::make_shared<result::RowDelivery>(m_receiver, limit.token());
        const auto answer =
            m_session.run(statement, delivery->sink(), {m_plan.maxRows}, delivery->stop()).takeResult();
        auto summary = delivery->finish(answer);
        if (!summary && limit.isOver() && summary.error().code == Error::Code::Cancelled)
            return tookTooLong(statement, m_plan.timeout);
        if (summary)
            describe(*summary);
        else if (m_plan.keepGoing && summary.error().code == Error::Code::StatementFailed)
            return failed(statement, summary.error(), wasInTransaction, delivery->hasBegun());
        return summary;
    }

    /// Tells the error if the script goes on behind it.
    Error failed(const QString &statement, Error error, bool wasInTransaction, bool hasBegun)
    {
        if (wasInTransaction && !m_session.state().inTransaction)
            error.message +=
                u' '
                + Text::tr("The transaction has ended with it, so the statements behind it are not run.");
        else if (hasBegun)
            error.message +=
                u' ' + Text::tr("Its result has broken off, so the statements behind it are not run.");
        else
            m_mayGoOn = m_session.isOpen() && !m_stop.stop_requested();
        if (m_mayGoOn)
            complain({error.code,
                      m_telling.prefix
                          + Text::tr("“%1” failed: %2")
                                .arg(script::beginningOf(statement, shownStatement), error.message),
                      error.detail, error.native},
                     m_telling.isVerbose);
        return error;
    }

    void describe(const sql::StatementSummary &summary) const
    {
        if (summary.keptUnicode)
            say(sql::unicodeKept());
        if (summary.truncated)
            say(Text::tr("Only the first %n row(s) of the result were asked for; the server had more.",
                         nullptr, static_cast<int>(summary.rowCount)));
        if (m_telling.isVerbose)
            say(Text::tr("%1 row(s), %2 warning(s), %3 ms")
                    .arg(summary.rowCount)
                    .arg(summary.warnings)
                    .arg(static_cast<double>(summary.elapsed.count()) / 1000.0, 0, 'f', 1));
    }

    void sayWarnings() const
    {
        const auto lines =
            std::make_shared<QStringList>(); // written by the session's thread before the answer
        sql::RowSink sink;
        sink.columns = [](const QList<sql::Column> &) {};
        sink.rows = [lines](const sql::RowBatch &batch) {
            for (int row = 0; row < batch.rows() && batch.columns() == 3; ++row)
                lines->append(QStringLiteral("%1 %2: %3")
                                  .arg(textIn(batch, row, 0), textIn(batch, row, 1), textIn(batch, row, 2)));
        };
        if (!m_session.run(QStringLiteral("SHOW WARNINGS"), sink, {}, m_stop).takeResult())
            return; // what is wrong is said of the next statement
        for (const QString &line : *lines)
            say(line);
    }

    void say(const QString &text) const { note(m_telling.prefix + text); }

    sql::Session &m_session;
    const QueryPlan &m_plan;
    std::shared_ptr<result::RowReceiver> m_receiver;
    std::stop_token m_stop;
    const Telling &m_telling;
    bool m_mayGoOn = false; ///< behind the statement that has just failed
};

} // namespace

Result<> runStatements(sql::Session &session, const QStringList &statements, const QueryPlan &plan,
                       const std::shared_ptr<result::RowReceiver> &receiver, const std::stop_token &stop,
                       const Telling &telling)
{
    return ScriptRun(session, plan, receiver, stop, telling).run(statements);
}

void waitForKills()
{
    sql::Killing::waitForAll(killPatience);
}

std::optional<Error> writingRefusal(const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (script::mayWrite(statement))
            return usageError(
                Text::tr(
                    "“%1” may write, and the run or its profile is read-only: nothing was sent. Leave the "
                    "statement out, or run it without --read-only on a profile that may write.")
                    .arg(script::beginningOf(statement, shownStatement)));
    }
    return std::nullopt;
}

} // namespace latchkey::cli
