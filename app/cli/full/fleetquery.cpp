// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/fleetquery.h"

#include "app/cli/full/profileturns.h"
#include "app/cli/full/queryoutput.h"
#include "app/cli/full/queryrun.h"
#include "app/cli/full/querysession.h"
#include "app/cli/profilecommands.h"
#include "app/cli/text.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include <fnmatch.h>

namespace latchkey::cli {

namespace {

/// One profile's part of the run. Of its thread until that has ended.
struct Part
{
    Profile profile;
    DatabasePassword password;
    std::optional<Error> failure; ///< before it could begin, of its login or of a statement
    std::optional<sql::ServerInfo> info;
    bool loginFailed = false;
};

bool matches(const Profile &profile, const QStringList &patterns)
{
    const QByteArray path = profile.path().toUtf8();
    return std::any_of(patterns.begin(), patterns.end(), [&path](const QString &pattern) {
        return fnmatch(pattern.toUtf8().constData(), path.constData(), FNM_NOESCAPE) == 0;
    });
}

Result<std::vector<Part>> matchingProfiles(Call &call, const QStringList &patterns)
{
    const auto all = allProfiles(call);
    if (!all)
        return all.error();
    std::vector<Part> parts;
    for (const Profile &profile : *all) {
        if (matches(profile, patterns))
            parts.push_back({.profile = profile, .password = {}, .failure = {}, .info = {}});
    }
    if (parts.empty())
        return Error{Error::Code::NotFound,
                     Text::tr("No profile matches %1. “latchkey-cli profiles list” lists them.")
                         .arg(patterns.join(QLatin1String(", "))),
                     QString(), 0};
    std::sort(parts.begin(), parts.end(),
              [](const Part &one, const Part &other) { return one.profile.path() < other.profile.path(); });
    return parts;
}

/// What cannot be done on the parts' threads: asking for passwords.
void prepare(Call &call, const QueryPlan &plan, const QStringList &statements, Part &part)
{
    part.profile.readOnly = part.profile.readOnly || plan.readOnly;
    if (part.profile.readOnly)
        part.failure = writingRefusal(statements);
    if (part.failure)
        return;
    auto password = databasePassword(call, part.profile);
    if (password)
        part.password = *std::move(password);
    else
        part.failure = password.error();
}

void runPart(const Call &call, const QueryPlan &plan, const QStringList &statements, Part &part,
             const std::shared_ptr<result::RowReceiver> &receiver)
{
    if (part.failure)
        return;
    const auto session = openSession(call, part.profile, part.password);
    part.loginFailed = !session;
    if (!session) {
        part.failure = session.error();
        return;
    }
    part.info = (*session)->info();
    const Telling telling{call.verbose, part.profile.path() + QStringLiteral(": ")};
    if (const auto ran = runStatements(**session, statements, plan, receiver, call.stop, telling); !ran)
        part.failure = ran.error();
}

/// In order, so that the one whose turn it is runs.
void runAll(const Call &call, const QueryPlan &plan, const QStringList &statements, std::vector<Part> &parts,
            ProfileTurns &turns)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t at = next++; at < parts.size(); at = next++) {
            runPart(call, plan, statements, parts[at], turns.receiver(at));
            turns.ended(at);
        }
    };
    std::vector<std::jthread> threads;
    const std::size_t count = std::min(parts.size(), static_cast<std::size_t>(plan.jobs));
    while (threads.size() < count)
        threads.emplace_back(work);
}

/// What is done and said once all have ended. Gives how many have failed.
std::size_t settle(Call &call, std::vector<Part> &parts)
{
    std::size_t failed = 0;
    for (Part &part : parts) {
        const auto loginFailure = part.loginFailed ? part.failure : std::nullopt;
        if (part.info || part.loginFailed) {
            const auto settled = settlePassword(call, part.profile, part.password, loginFailure);
            if (!settled && part.loginFailed)
                part.failure = settled.error();
            else if (!settled) // the rows are there all the same
                note(QStringLiteral("%1: %2").arg(part.profile.path(), settled.error().message));
        }
        if (part.info)
            pinSpn(call, part.profile, *part.info);
        if (!part.failure)
            continue;
        ++failed;
        complain({part.failure->code,
                  QStringLiteral("%1: %2").arg(part.profile.path(), part.failure->message),
                  part.failure->detail, part.failure->native},
                 call.verbose);
    }
    return failed;
}

/// That of the failures if they are all of one kind and nothing succeeded.
ExitCode codeOf(const std::vector<Part> &parts, std::size_t failed)
{
    if (failed == 0)
        return Success;
    if (failed < parts.size())
        return SomeFailed;
    const ExitCode first = exitCode(parts.front().failure->code);
    const bool isOneKind = std::all_of(parts.begin(), parts.end(), [first](const Part &part) {
        return exitCode(part.failure->code) == first;
    });
    return isOneKind ? first : Failure;
}

Error notAllDone(std::size_t failed)
{
    return {Error::Code::StatementFailed,
            Text::tr("%n profile(s) failed.", nullptr, static_cast<int>(failed)), QString(), 0};
}

} // namespace

Result<> queryFleet(Call &call, const QueryPlan &plan, const QStringList &statements)
{
    auto parts = matchingProfiles(call, plan.profiles);
    if (!parts)
        return parts.error();
    auto output = QueryOutput::open(plan, call.output);
    if (!output)
        return output.error();
    QStringList paths;
    for (Part &part : *parts) {
        paths.append(part.profile.path());
        prepare(call, plan, statements, part);
    }
    const bool isJson = plan.format == result::RowFormat::Json || plan.format == result::RowFormat::JsonLines;
    ProfileTurns turns(paths, output->writer(), isJson, call.stop);
    call.interruption.setPatience(killPatience);
    runAll(call, plan, statements, *parts, turns);
    if (auto written = turns.finish(); !written) {
        waitForKills();
        return output->settle(written);
    }
    const std::size_t failed = settle(call, *parts);
    if (failed > 0)
        waitForKills();
    const auto settled = output->settle(failed == 0 ? Result<>(Ok{}) : notAllDone(failed));
    if (failed == 0 && !settled)
        return settled;
    call.code = failed > 0 && call.stop.stop_requested() ? Interrupted : codeOf(*parts, failed);
    return Ok{};
}

} // namespace latchkey::cli
