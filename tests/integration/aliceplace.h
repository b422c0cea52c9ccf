// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "tests/integration/plainclient.h"
#include "tests/support/sandbox.h"
#include "tests/support/scriptedserver.h"

#include <QTemporaryDir>

namespace latchkey::test {

/// Realms, alice signed in in a cache of her own, and the keys of a database service that she may log in to.
class AlicePlace
{
public:
    static constexpr const char *realm = "CORP.EXAMPLE.COM"; ///< alice's
    static constexpr const char *spn = "mysql/writer.orders.sandbox@AWS.EXAMPLE.COM";

    /// What is wrong; empty if all is well. Makes alice's cache this process's default.
    QString start();

    std::string keytab() const; ///< with the key of `spn`
    QString cache() const { return m_cache; }
    QString file(const QString &name) const { return m_files.filePath(name); }

    /// For a login as alice without TLS, which scripted servers do not have.
    gss::Exchange exchange(gss::Method method) const;
    static PlainClient client(const ScriptedServer &server);

    /// Switches properly to Kerberos, takes the client's token, then does `reply`.
    static ScriptedServer::Script replying(std::function<void(Conversation &, const Bytes &token)> reply);

private:
    QTemporaryDir m_files;
    Sandbox m_sandbox;
    QString m_cache;
};

} // namespace latchkey::test
