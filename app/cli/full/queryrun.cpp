// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/queryrun.h"

#include "app/cli/text.h"
#include "core/base/job.h"
#include "core/result/rowdelivery.h"
#include "core/script/beginning.h"
#include "core/script/classify.h"
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

void describe(const sql::StatementSummary &summary)
{
    note(Text::tr("%1 row(s), %2 warning(s), %3 ms")
             .arg(summary.rowCount)
             .arg(summary.warnings)
             .arg(static_cast<double>(summary.elapsed.count()) / 1000.0, 0, 'f', 1));
}

void sayWhatIsDifferent(const sql::StatementSummary &summary)
{
    if (summary.keptUnicode)
        note(sql::unicodeKept());
    if (summary.truncated)
        note(Text::tr("Only the first %n row(s) of the result were asked for; the server had more.", nullptr,
                      static_cast<int>(summary.rowCount)));
}

Result<> runStatement(sql::Session &session, const QString &statement, const QueryPlan &plan,
                      const std::shared_ptr<result::RowReceiver> &receiver, const std::stop_token &stop,
                      bool isVerbose)
{
    const StatementLimit limit(plan.timeout, stop);
    const auto delivery = std::make_shared<result::RowDelivery>(receiver, limit.token());
    const auto answer =
        session.run(statement, delivery->sink(), {plan.maxRows}, delivery->stop()).takeResult();
    const auto summary = delivery->finish(answer);
    if (!summary && limit.isOver() && summary.error().code == Error::Code::Cancelled)
        return tookTooLong(statement, plan.timeout);
    if (!summary)
        return summary.error();
    sayWhatIsDifferent(*summary);
    if (isVerbose)
        describe(*summary);
    return Ok{};
}

} // namespace

Result<> runStatements(sql::Session &session, const QStringList &statements, const QueryPlan &plan,
                       const std::shared_ptr<result::RowReceiver> &receiver, const std::stop_token &stop,
                       bool isVerbose)
{
    for (const QString &statement : statements) {
        if (auto ran = runStatement(session, statement, plan, receiver, stop, isVerbose); !ran)
            return ran;
    }
    return Ok{};
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
