// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/sandbox/database.h"
#include "app/sandbox/description.h"
#include "app/sandbox/folder.h"
#include "app/sandbox/realm.h"
#include "app/sandbox/signals.h"

namespace latchkey::sandbox {

struct WorldOptions
{
    QString folder; ///< empty: a new one among the temporary files
    bool realmsOnly = false; ///< no database servers
};

/// Everything that a sandbox is. It ends, processes first and then the folder, when this object goes.
class World
{
public:
    /// Blocks until all of it is ready; Cancelled when asked to end meanwhile.
    static Result<World> start(const WorldOptions &options, Signals &signals);

    const Description &description() const { return m_description; }
    /// The path of sandbox.json, written when everything is ready.
    QString file() const;

private:
    explicit World(Folder folder) : m_folder(std::move(folder)) { }
    Result<> startRealms(Signals &signals);
    Result<> makeCertificates();
    Result<> startServers(Signals &signals);
    DatabasePlan planServer(const QString &name, const QString &pluginFolder) const;
    Result<> makeFolders();
    Result<> writeFiles();

    Folder m_folder; // first, so that it goes last
    std::vector<Realm> m_realms;
    std::vector<DatabaseServer> m_servers;
    Description m_description;
};

} // namespace latchkey::sandbox
