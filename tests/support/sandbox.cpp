// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/sandbox.h"

#include "app/sandbox/child.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>

namespace latchkey::test {

namespace {

constexpr int startLimit = 60'000; ///< ms; the machine may be busy with other tests
constexpr int stopLimit = 10'000; ///< ms

template <typename List, typename Predicate>
typename List::value_type firstOf(const List &list, Predicate matches)
{
    const auto found = std::find_if(list.begin(), list.end(), matches);
    return found != list.end() ? *found : typename List::value_type{};
}

sandbox::PrincipalDescription find(const sandbox::Description &description, const QString &name)
{
    return firstOf(description.principals, [&](const sandbox::PrincipalDescription &principal) {
        return principal.name == name || principal.name.startsWith(name + QLatin1Char('@'));
    });
}

/// What follows `marker` in its line, without quotes; empty while the line is not complete.
QString valueAfter(const QByteArray &output, const QByteArray &marker)
{
    const qsizetype begin = output.indexOf(marker);
    const qsizetype end = begin < 0 ? -1 : output.indexOf('\n', begin);
    if (end < 0)
        return {};
    return QString::fromLocal8Bit(output.mid(begin + marker.size(), end - begin - marker.size()))
        .remove(QLatin1Char('\''));
}

/// Runs a program to its end; false if it cannot be started or fails.
bool runToEnd(QProcess &process, const QString &program, const QStringList &arguments,
              const QByteArray &input)
{
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(startLimit) && process.exitStatus() == QProcess::NormalExit
           && process.exitCode() == 0;
}

} // namespace

Sandbox::~Sandbox()
{
    stop();
}

bool Sandbox::start(Parts parts)
{
    QStringList arguments{QStringLiteral("up")};
    if (parts == Parts::RealmsOnly)
        arguments.append(QStringLiteral("--realms-only"));
    m_process.setChildProcessModifier([parent = getpid()] {
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (getppid() != parent)
            _exit(1);
    });
    m_process.start(QStringLiteral(LATCHKEY_SANDBOX_PROGRAM), arguments);
    if (!m_process.waitForStarted() || !waitUntilReady()) {
        m_problem = m_process.errorString() + QLatin1Char('\n')
                    + QString::fromLocal8Bit(m_process.readAllStandardError());
        stop();
        return false;
    }
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem = file.errorString();
        return false;
    }
    m_description = sandbox::Description::fromJson(QJsonDocument::fromJson(file.readAll()).object());
    for (const auto &[name, value] : sandbox::clientEnvironment(m_description, m_file))
        qputenv(name.constData(), value);
    return true;
}

bool Sandbox::waitUntilReady()
{
    while (!m_output.contains("\nReady ")) {
        if (!m_process.waitForReadyRead(startLimit))
            return false;
        m_output += m_process.readAllStandardOutput();
    }
    m_file = valueAfter(m_output, "export LATCHKEY_SANDBOX=");
    return !m_file.isEmpty();
}

void Sandbox::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(stopLimit)) {
        m_process.kill();
        m_process.waitForFinished(stopLimit);
    }
}

QString Sandbox::folder() const
{
    return QFileInfo(m_file).path();
}

QString Sandbox::password(const QString &principal) const
{
    return find(m_description, principal).password;
}

QString Sandbox::principal(const QString &user) const
{
    return find(m_description, user).name;
}

QString Sandbox::keytab(const QString &principal) const
{
    return firstOf(m_description.keytabs,
                   [&](const sandbox::KeytabDescription &keytab) { return keytab.principal == principal; })
        .file;
}

sandbox::ServerDescription Sandbox::server(const QString &name) const
{
    return firstOf(m_description.servers,
                   [&](const sandbox::ServerDescription &server) { return server.name == name; });
}

sandbox::KdcDescription Sandbox::kdc(const QString &realm) const
{
    return firstOf(m_description.kdcs,
                   [&](const sandbox::KdcDescription &kdc) { return kdc.realm == realm; });
}

bool Sandbox::administer(const QString &realm, const QByteArray &commands, QByteArray *output) const
{
    const bool isUsers = realm == m_description.usersRealm;
    const QString config =
        folder() + (isUsers ? QStringLiteral("/corp/kdc.conf") : QStringLiteral("/aws/kdc.conf"));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("KRB5_CONFIG"), config);
    environment.insert(QStringLiteral("KRB5_KDC_PROFILE"), config);
    QProcess kadmin;
    kadmin.setProcessEnvironment(environment);
    const auto program =
        sandbox::findProgram(QStringLiteral("kadmin.local"), QStringLiteral("krb5-admin-server"));
    const bool done = program && runToEnd(kadmin, *program, {QStringLiteral("-r"), realm}, commands);
    if (output != nullptr)
        *output = kadmin.readAll();
    return done;
}

int Sandbox::failedAttempts(const QString &realm, const QString &principal) const
{
    QByteArray output;
    if (!administer(realm, "getprinc " + principal.toUtf8() + '\n', &output))
        return -1;
    const QByteArray marker = "Failed password attempts: ";
    const qsizetype at = output.indexOf(marker);
    return at < 0 ? -1 : output.mid(at + marker.size()).split('\n').constFirst().toInt();
}

bool Sandbox::execute(const QString &name, const QByteArray &sql, QByteArray *output) const
{
    const sandbox::ServerDescription target = server(name);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("MYSQL_PWD"), m_description.admin.password);
    QProcess client;
    client.setProcessEnvironment(environment);
    const bool done = runToEnd(
        client, QStringLiteral("mariadb"),
        {QStringLiteral("--no-defaults"), QStringLiteral("--batch"), QStringLiteral("--skip-column-names"),
         QStringLiteral("--host=") + target.host, QStringLiteral("--port=%1").arg(target.port),
         QStringLiteral("--user=") + m_description.admin.user},
        sql);
    if (output != nullptr)
        *output = client.readAll();
    return done;
}

} // namespace latchkey::test
