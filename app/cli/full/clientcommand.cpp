// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/clientcommand.h"

#include "app/cli/profilecommands.h"
#include "app/cli/text.h"
#include "core/base/hardening.h"
#include "core/base/job.h"
#include "core/connect/clientprograms.h"
#include "core/connect/identityvalues.h"
#include "core/krb/configfiles.h"

#include <QFile>
#include <QStandardPaths>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <unistd.h>

namespace latchkey::cli {

namespace {

Result<ClientPlan> planFor(const Profile &saved, const Call &call)
{
    const Profile profile = asUsed(saved);
    if (auto checked = checkUsed(profile); !checked)
        return std::move(checked).error();
    const auto find = [](const QString &name) { return QStandardPaths::findExecutable(name); };
    ClientPlace place{findClientPrograms(find), {}, krb::configPaths(), systemNow()};
    if (profile.usesTickets()) {
        auto caches = call.kerberos.caches().takeResult();
        if (!caches)
            return caches.error();
        place.caches = *std::move(caches);
    }
    return clientPlan(profile, place);
}

/// Returns only if that fails. Signals are as they were when this program started.
Error become(const ClientPlan &plan, const Interruption &interruption)
{
    for (auto variable = plan.environment.begin(); variable != plan.environment.end(); ++variable)
        qputenv(variable.key().toLatin1().constData(), QFile::encodeName(variable.value()));
    QList<QByteArray> words{QFile::encodeName(plan.program)};
    for (const QString &argument : plan.arguments)
        words += argument.toLocal8Bit();
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    std::signal(SIGPIPE, SIG_DFL);
    pthread_sigmask(SIG_SETMASK, &interruption.maskBefore(), nullptr);
    restoreCoreLimit();
    execv(pointers.front(), pointers.data());
    const int code = errno;
    return {Error::Code::FileInaccessible,
            Text::tr("The program “%1” cannot be started (%2). Check its permissions.")
                .arg(plan.program, QString::fromLocal8Bit(std::strerror(code))),
            QStringLiteral("execv"), code};
}

} // namespace

Result<> client(Call &call)
{
    const auto profile = namedProfile(call);
    if (!profile)
        return profile.error();
    auto plan = planFor(*profile, call);
    if (!plan)
        return plan.error();
    plan->arguments += call.names.mid(1);
    if (call.has("print")) {
        call.output.print(plan->shellCommand() + QLatin1Char('\n'));
        return Ok{};
    }
    for (const QString &remark : std::as_const(plan->remarks))
        note(remark);
    if (call.stop.stop_requested())
        return cancelledError(); // the signal has been taken, the other program would not hear of it
    return become(*plan, call.interruption);
}

} // namespace latchkey::cli
