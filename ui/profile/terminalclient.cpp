// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profile/terminalclient.h"

#include "core/connect/clientprograms.h"
#include "core/connect/identityvalues.h"
#include "core/krb/configfiles.h"
#include "ui/identities.h"

#include <QProcess>
#include <QStandardPaths>

namespace latchkey {

namespace {

QString findInPath(const QString &name)
{
    return QStandardPaths::findExecutable(name);
}

bool lacksTicket(const Error &error)
{
    return error.code == Error::Code::NotSignedIn || error.code == Error::Code::TicketExpired;
}

} // namespace

TerminalClient::TerminalClient(const KnownProfiles &profiles, const Identities &identities, QObject *parent)
    : QObject(parent), m_profiles(profiles), m_identities(identities)
{ }

Result<ClientPlan> TerminalClient::planFor(const Profile &profile) const
{
    const Profile used = asUsed(profile);
    if (auto checked = checkUsed(used); !checked)
        return std::move(checked).error();
    return clientPlan(used, {findClientPrograms(findInPath), m_identities.caches(), krb::configPaths(),
                             m_identities.now()});
}

void TerminalClient::open(const QUuid &id)
{
    const Profile *profile = m_profiles.find(id);
    if (!profile)
        return;
    const auto plan = planFor(*profile);
    if (plan)
        start(*profile, *plan);
    else if (lacksTicket(plan.error()))
        Q_EMIT signInNeeded(*profile, plan.error());
    else
        Q_EMIT failed(plan.error());
}

void TerminalClient::start(const Profile &profile, const ClientPlan &plan)
{
    const auto terminal = chosenTerminal(qEnvironmentVariable("TERMINAL"), findInPath);
    if (!terminal) {
        Q_EMIT terminalMissing({Error::Code::NotFound,
                                tr("No terminal was found to open “%1” in. Install one, name it in the "
                                   "variable TERMINAL, or copy "
                                   "the command and run it where you like.")
                                    .arg(profile.name),
                                {},
                                0},
                               plan.shellCommand());
        return;
    }
    QStringList words = inTerminal(*terminal, plan.words(), tr("Press Enter to close this window."));
    if (!QProcess::startDetached(words.takeFirst(), words)) {
        Q_EMIT failed({Error::Code::CommandFailed,
                       tr("The terminal “%1” could not be started. Check the variable TERMINAL, or install "
                          "another one.")
                           .arg(terminal->program),
                       {},
                       0});
        return;
    }
    const QString opened = tr("“%1” is opened in a terminal.").arg(profile.name);
    Q_EMIT noted((QStringList(opened) + plan.remarks).join(QLatin1Char(' ')));
}

} // namespace latchkey
