// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/aliceplace.h"

namespace latchkey::test {

QString AlicePlace::start()
{
    if (!m_sandbox.start(Sandbox::Parts::RealmsOnly))
        return m_sandbox.problem();
    m_cache = QStringLiteral("FILE:") + m_files.filePath(QStringLiteral("alice"));
    qputenv("KRB5CCNAME", m_cache.toUtf8());
    const QString alice = QStringLiteral("alice");
    return kinit(m_sandbox.principal(alice), m_sandbox.password(alice), m_cache);
}

std::string AlicePlace::keytab() const
{
    return (m_sandbox.folder() + QStringLiteral("/writer.keytab")).toStdString();
}

gss::Exchange AlicePlace::exchange(gss::Method method) const
{
    gss::Exchange exchange;
    exchange.method = method;
    exchange.requireTls = false;
    exchange.cacheName = m_cache.toStdString();
    return exchange;
}

PlainClient AlicePlace::client(const ScriptedServer &server)
{
    PlainClient client;
    client.port = server.port();
    return client;
}

ScriptedServer::Script AlicePlace::replying(std::function<void(Conversation &, const Bytes &)> reply)
{
    return saying([reply = std::move(reply)](Conversation &client) {
        client.switchTo("authentication_kerberos_client", kerberosSwitchData(spn, realm));
        if (const auto token = client.read())
            reply(client, *token);
    });
}

} // namespace latchkey::test
