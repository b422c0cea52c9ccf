// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/querycommand.h"

#include "app/cli/full/fleetquery.h"
#include "app/cli/full/queryoutput.h"
#include "app/cli/full/queryrun.h"
#include "app/cli/full/queryscript.h"
#include "app/cli/full/querysession.h"
#include "app/cli/profilecommands.h"

namespace latchkey::cli {

namespace {

struct Login
{
    std::shared_ptr<sql::Session> session;
    QStringList statements;
};

/// Logs in, with what has to be settled about the password afterwards.
Result<std::shared_ptr<sql::Session>> logIn(Call &call, const Profile &profile,
                                            const DatabasePassword &password)
{
    auto session = openSession(call, profile, password);
    const auto failure = session ? std::nullopt : std::optional(session.error());
    if (const auto settled = settlePassword(call, profile, password, failure); !settled) {
        if (!session)
            return settled.error();
        note(settled.error().message); // the statement runs all the same
    }
    if (session)
        pinSpn(call, profile, (*session)->info());
    return session;
}

/// The password comes first where it and the script are both on standard input.
Result<Login> begin(Call &call, const QueryPlan &plan)
{
    const bool isScriptLast = call.has("password-stdin") && readsStandardInput(call);
    auto script = isScriptLast ? Result<QStringList>(QStringList()) : statements(call);
    if (!script)
        return script.error();
    auto profile = namedProfile(call);
    if (!profile)
        return profile.error();
    profile->readOnly = profile->readOnly || plan.readOnly;
    const auto password = databasePassword(call, *profile);
    if (!password)
        return password.error();
    if (isScriptLast)
        script = statements(call);
    if (!script)
        return script.error();
    if (profile->readOnly) {
        if (auto refused = writingRefusal(*script))
            return *std::move(refused);
    }
    auto session = logIn(call, *profile, *password);
    if (!session)
        return session.error();
    return Login{*std::move(session), *std::move(script)};
}

Result<> queryOne(Call &call, const QueryPlan &plan)
{
    auto login = begin(call, plan);
    if (!login)
        return login.error();
    auto output = QueryOutput::open(plan, call.output);
    if (!output)
        return output.error();
    call.interruption.setPatience(killPatience);
    auto ran = runStatements(*login->session, login->statements, plan, output->writer(), call.stop,
                             {call.verbose, {}});
    login->session.reset();
    if (!ran)
        waitForKills();
    return output->settle(std::move(ran));
}

} // namespace

Result<> query(Call &call)
{
    const auto plan = queryPlan(call);
    if (!plan)
        return plan.error();
    if (plan->profiles.isEmpty())
        return queryOne(call, *plan);
    const auto script = statements(call);
    return script ? queryFleet(call, *plan, *script) : script.error();
}

} // namespace latchkey::cli
