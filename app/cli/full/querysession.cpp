// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/querysession.h"

#include "app/cli/profilecommands.h"
#include "app/cli/text.h"
#include "core/connect/connector.h"
#include "core/profile/profileedit.h"

namespace latchkey::cli {

namespace {

QString stepName(sql::Step step)
{
    switch (step) {
    case sql::Step::LookUp:
        return Text::tr("Looking the host up …");
    case sql::Step::Connect:
        return Text::tr("Connecting …");
    case sql::Step::Tls:
        return Text::tr("Setting up TLS …");
    case sql::Step::Ticket:
        return Text::tr("Getting a ticket …");
    case sql::Step::Authenticate:
        return Text::tr("Authenticating …");
    }
    Q_UNREACHABLE();
}

/// A pager, or another profile's turn, may keep a session from reading for as long as it likes, which a server takes for a
/// broken connection after a minute.
Profile withPatientServer(Profile profile)
{
    const QString variable = QStringLiteral("net_write_timeout"); // seconds
    if (!profile.session.variables.contains(variable))
        profile.session.variables.insert(variable, QStringLiteral("31536000"));
    return profile;
}

/// A refusal that the user may know to be right: says how to accept the new name.
Error withWayOut(Error error, const Profile &profile)
{
    if (error.code == Error::Code::SpnRefused)
        error.message +=
            QLatin1Char(' ')
            + Text::tr("If you know that the new name is right, accept it with “latchkey-cli profiles edit "
                       "\"%1\" --spn NEW-NAME”.")
                  .arg(profile.path());
    return error;
}

} // namespace

void pinSpn(Call &call, const Profile &profile, const sql::ServerInfo &info)
{
    const QString spn = spnToPin(profile, info);
    if (spn.isEmpty())
        return;
    const auto pinFirst = [spn, host = profile.host](Profile &stored) {
        profileedit::pin(stored, host, spn);
    };
    const Result<Profile> saved = changeProfile(call, profile.id, pinFirst);
    if (!saved)
        note(Text::tr("The server’s service principal name could not be pinned in the profile: %1")
                 .arg(saved.error().message));
    else if (saved->pinnedSpn == spn)
        note(Text::tr("From now on the profile “%1” accepts only the service principal name %2, which this "
                      "verified "
                      "server named.")
                 .arg(profile.path(), spn));
}

Result<std::shared_ptr<sql::Session>> openSession(const Call &call, const Profile &profile,
                                                  const DatabasePassword &password)
{
    Connector::Request request{withPatientServer(profile), password.secret, {}};
    if (call.verbose)
        request.onStep = [](sql::Step step) { note(stepName(step)); };
    auto session = Connector(call.kerberos).open(std::move(request), call.stop).takeResult();
    if (!session)
        return withWayOut(session.error(), profile);
    return session;
}

} // namespace latchkey::cli
