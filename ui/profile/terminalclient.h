// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/connect/clientplan.h"
#include "ui/catalogue/knownprofiles.h"

namespace latchkey {

class Identities;

/// Opens profiles in the databases' own client programs, each in a terminal's window. Starts programs and looks for them
/// on the disk; does not wait for what it has started.
class TerminalClient : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    TerminalClient(const KnownProfiles &profiles, const Identities &identities, QObject *parent = nullptr);

    void open(const QUuid &profile);

Q_SIGNALS:
    /// The profile's principal has no ticket that is valid; open() again afterwards.
    void signInNeeded(const latchkey::Profile &profile, const latchkey::Error &why);
    void noted(const QString &sentence);
    void failed(const latchkey::Error &error);
    /// There is no terminal to run the command in, which is all there.
    void terminalMissing(const latchkey::Error &error, const QString &command);

private:
    Result<ClientPlan> planFor(const Profile &profile) const;
    void start(const Profile &profile, const ClientPlan &plan);

    const KnownProfiles &m_profiles;
    const Identities &m_identities;
};

} // namespace latchkey
