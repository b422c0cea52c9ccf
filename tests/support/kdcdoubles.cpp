// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/kdcdoubles.h"

#include "app/sandbox/ports.h"

#include <QFile>
#include <QStringList>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace latchkey::test {

namespace {

int boundSocket(int type, std::uint16_t port)
{
    const int number = socket(AF_INET, type | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (number >= 0 && bind(number, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return number;
    close(number);
    return -1;
}

} // namespace

SilentKdc::SilentKdc(Connections connections) : m_port(sandbox::freePort())
{
    constexpr int backlog = 64; // the kernel accepts for us
    m_packets = boundSocket(SOCK_DGRAM, m_port);
    if (connections == Connections::Dropped)
        m_filter.emplace(m_port);
    else
        m_connections = boundSocket(SOCK_STREAM, m_port);
    if (m_packets < 0 || (!m_filter && (m_connections < 0 || listen(m_connections, backlog) != 0)))
        qFatal("SilentKdc: port %d is not free after all", m_port);
}

SilentKdc::~SilentKdc()
{
    close(m_packets);
    close(m_connections);
}

bool SilentKdc::wasAsked() const
{
    char byte = 0;
    return recv(m_packets, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

bool writeConfigWithKdcs(const QString &config, const QString &realm, const QStringList &kdcs,
                         const QString &target)
{
    QFile original(config);
    QFile copy(target);
    if (!original.open(QIODevice::ReadOnly) || !copy.open(QIODevice::WriteOnly))
        return false;
    QStringList lines;
    bool inRealm = false;
    for (const QString &line : QString::fromUtf8(original.readAll()).split(QLatin1Char('\n'))) {
        const bool isKdc = line.trimmed().startsWith(QLatin1String("kdc ="));
        if (!inRealm || !isKdc)
            lines.append(line);
        if (line.trimmed() == realm + QLatin1String(" = {")) {
            inRealm = true;
            for (const QString &kdc : kdcs)
                lines.append(QStringLiteral("  kdc = ") + kdc);
        } else if (line.trimmed() == QLatin1String("}")) {
            inRealm = false;
        }
    }
    const QByteArray text = lines.join(QLatin1Char('\n')).toUtf8();
    return copy.write(text) == text.size() && copy.flush();
}

bool writeBrokenConfig(const QString &target)
{
    QFile file(target);
    const QByteArray text("[libdefaults\n default_realm = }{");
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
}

} // namespace latchkey::test
