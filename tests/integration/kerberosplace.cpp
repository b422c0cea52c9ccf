// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/kerberosplace.h"

#include "tests/support/kdcdoubles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <array>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace latchkey::test {

namespace {

constexpr int processLimit = 20'000; // ms

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

} // namespace

KerberosPlace::KerberosPlace(const Sandbox &sandbox, Default type) : m_sandbox(sandbox)
{
    QDir().mkpath(path(QStringLiteral("runtime")));
    QByteArray name = "FILE:" + QFile::encodeName(defaultPath());
    if (type == Default::Directory) {
        QDir().mkpath(defaultPath());
        name = "DIR:" + QFile::encodeName(defaultPath());
    }
    qputenv("KRB5_CONFIG", QFile::encodeName(sandbox.description().krb5Config));
    qputenv("KRB5CCNAME", name);
    qputenv("LATCHKEY_RUNTIME_DIR", QFile::encodeName(path(QStringLiteral("runtime"))));
}

QByteArray KerberosPlace::bytes(const QString &path) const
{
    return readAll(path);
}

QMap<QString, QByteArray> KerberosPlace::allBytes() const
{
    QMap<QString, QByteArray> all;
    QDirIterator files(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        if (!file.endsWith(QLatin1String(".conf")))
            all.insert(file, readAll(file));
    }
    return all;
}

bool KerberosPlace::useConfig(const QByteArray &text)
{
    QFile file(path(QStringLiteral("krb5.conf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return false;
    return qputenv("KRB5_CONFIG", QFile::encodeName(file.fileName()));
}

bool KerberosPlace::useKcm(const QString &socket)
{
    QByteArray config = readAll(m_sandbox.description().krb5Config);
    const QByteArray section = "[libdefaults]\n";
    const qsizetype at = config.indexOf(section);
    config.insert(at + section.size(), "  kcm_socket = " + QFile::encodeName(socket) + '\n');
    return at >= 0 && useConfig(config) && qputenv("KRB5CCNAME", "KCM:");
}

bool KerberosPlace::useKdcs(const QString &realm, const QStringList &kdcs)
{
    const QString target = path(QStringLiteral("kdcs.conf"));
    return writeConfigWithKdcs(m_sandbox.description().krb5Config, realm, kdcs, target)
           && qputenv("KRB5_CONFIG", QFile::encodeName(target));
}

krb::SignInRequest KerberosPlace::request(const QString &user) const
{
    return {.principal = m_sandbox.principal(user),
            .credential = Secret(m_sandbox.password(user).toStdString())};
}

Result<krb::Cache> KerberosPlace::signIn(const QString &user) const
{
    return krb::KerberosService().signIn(request(user)).result();
}

bool KerberosPlace::kinit(const QString &user, const QString &cacheName) const
{
    QStringList arguments{m_sandbox.principal(user)};
    if (!cacheName.isEmpty())
        arguments = QStringList{QStringLiteral("-c"), cacheName} + arguments;
    QProcess process;
    process.start(QStringLiteral("kinit"), arguments);
    process.write(m_sandbox.password(user).toUtf8() + '\n');
    process.closeWriteChannel();
    return process.waitForFinished(processLimit) && process.exitCode() == 0;
}

QStringList KerberosPlace::klist(const QString &cacheName) const
{
    QProcess process;
    process.start(QStringLiteral("klist"), {QStringLiteral("-c"), cacheName});
    if (!process.waitForFinished(processLimit))
        return {};
    QStringList services;
    // "11/22/26 11:00:00  11/22/26 21:00:00  krbtgt/R@R"
    for (const QString &line : QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\n'))) {
        if (!line.isEmpty() && line.at(0).isDigit())
            services += line.section(QLatin1Char(' '), -1);
    }
    return services;
}

KdcRelay::KdcRelay(std::uint16_t kdcPort)
    : m_clients(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)), m_wake(eventfd(0, EFD_CLOEXEC)),
      m_kdcPort(kdcPort)
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto *any = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_clients, any, size) != 0 || getsockname(m_clients, any, &size) != 0)
        qFatal("KdcRelay: no port");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

KdcRelay::~KdcRelay()
{
    m_ending = true;
    eventfd_write(m_wake, 1);
    m_thread.join();
    for (const Client &client : m_asking)
        close(client.kdc);
    close(m_clients);
    close(m_wake);
}

void KdcRelay::release()
{
    m_holding = false;
    eventfd_write(m_wake, 1);
}

void KdcRelay::takeRequest()
{
    sockaddr_in from = {};
    socklen_t size = sizeof from;
    QByteArray request(65536, Qt::Uninitialized);
    const auto got = recvfrom(m_clients, request.data(), static_cast<std::size_t>(request.size()), 0,
                              reinterpret_cast<sockaddr *>(&from), &size);
    if (got <= 0)
        return;
    ++m_requests;
    request.truncate(got);
    auto client = std::find_if(m_asking.begin(), m_asking.end(),
                               [&](const Client &known) { return known.port == from.sin_port; });
    if (client == m_asking.end()) {
        const int kdc = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(m_kdcPort);
        if (connect(kdc, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("KdcRelay: no KDC");
        client = m_asking.insert(client, Client{from.sin_port, kdc, {}});
    }
    client->held.append(request);
}

void KdcRelay::passAnswer(const Client &client)
{
    std::array<char, 65536> answer;
    const auto got = recv(client.kdc, answer.data(), answer.size(), 0);
    sockaddr_in to = loopback(0);
    to.sin_port = client.port;
    if (got <= 0)
        return;
    QByteArray bytes(answer.data(), got);
    {
        const std::scoped_lock lock(m_mutex);
        if (m_replace)
            bytes = m_replace(bytes);
    }
    sendto(m_clients, bytes.constData(), static_cast<std::size_t>(bytes.size()), 0,
           reinterpret_cast<const sockaddr *>(&to), sizeof to);
}

void KdcRelay::replaceAnswers(Replace replace)
{
    const std::scoped_lock lock(m_mutex);
    m_replace = std::move(replace);
}

void KdcRelay::run()
{
    while (!m_ending) {
        std::vector<pollfd> ready = {pollfd{m_clients, POLLIN, 0}, pollfd{m_wake, POLLIN, 0}};
        for (const Client &client : m_asking)
            ready.push_back(pollfd{client.kdc, POLLIN, 0});
        poll(ready.data(), ready.size(), -1);
        for (std::size_t i = 0; i < m_asking.size(); ++i) {
            if ((ready[i + 2].revents & POLLIN) != 0)
                passAnswer(m_asking[i]);
        }
        if ((ready[0].revents & POLLIN) != 0)
            takeRequest();
        if ((ready[1].revents & POLLIN) != 0) {
            eventfd_t ignored = 0;
            eventfd_read(m_wake, &ignored);
        }
        if (m_holding)
            continue;
        for (Client &client : m_asking) {
            for (const QByteArray &request : std::exchange(client.held, {}))
                send(client.kdc, request.constData(), static_cast<std::size_t>(request.size()), 0);
        }
    }
}

QString writerSpn(const Sandbox &sandbox)
{
    return QStringLiteral("mysql/writer.orders.sandbox@") + sandbox.description().servicesRealm;
}

} // namespace latchkey::test
