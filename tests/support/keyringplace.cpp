// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/keyringplace.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDeadlineTimer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>

namespace latchkey::test {

namespace {

constexpr int limit = 20'000; ///< ms; the machine may be busy with other tests
constexpr auto secretService = "org.freedesktop.secrets";
constexpr auto password = "keyring-password";

// No service folder: what is not there cannot be started by a call.
constexpr auto busConfig = R"(<busconfig>
  <type>session</type>
  <listen>unix:dir=%1</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

QString packageOf(const QString &program, const QString &package)
{
    return QStandardPaths::findExecutable(program).isEmpty() ? package : QString();
}

void endWithParent(QProcess &process)
{
    process.setChildProcessModifier([parent = getpid()] {
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (getppid() != parent)
            _exit(1);
    });
    process.setProcessChannelMode(QProcess::MergedChannels);
}

/// The line with the address among what else the bus says; empty while it is not complete.
QByteArray addressIn(const QByteArray &printed)
{
    const qsizetype begin = printed.indexOf("unix:");
    const qsizetype end = begin < 0 ? -1 : printed.indexOf('\n', begin);
    return end < 0 ? QByteArray() : printed.mid(begin, end - begin);
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(limit))
        process.kill();
    process.waitForFinished(limit);
}

} // namespace

KeyringPlace::~KeyringPlace()
{
    stopKeyring();
    end(m_bus);
}

QString KeyringPlace::missingForBus()
{
    return packageOf(QStringLiteral("dbus-daemon"), QStringLiteral("dbus-daemon"));
}

QString KeyringPlace::missingForKeyring()
{
    return packageOf(QStringLiteral("gnome-keyring-daemon"), QStringLiteral("gnome-keyring"));
}

bool KeyringPlace::startBus()
{
    const QString config = m_folder.filePath(QStringLiteral("bus.conf"));
    QFile file(config);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(QString::fromLatin1(busConfig).arg(m_folder.path()).toUtf8()) < 0)
        return false;
    file.close();
    for (const char *variable : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                 "XDG_RUNTIME_DIR", "LATCHKEY_CONFIG_DIR", "LATCHKEY_RUNTIME_DIR"}) {
        const QString folder = m_folder.filePath(QString::fromLatin1(variable).toLower());
        QDir().mkpath(folder);
        QFile::setPermissions(folder,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        qputenv(variable, folder.toUtf8());
    }
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "KDE_SESSION_VERSION"})
        qunsetenv(variable);
    endWithParent(m_bus);
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--config-file=") + config, QStringLiteral("--nofork"),
                 QStringLiteral("--print-address")});
    const QDeadlineTimer deadline(limit);
    while (addressIn(m_printed).isEmpty() && !deadline.hasExpired()
           && m_bus.state() != QProcess::NotRunning) {
        m_bus.waitForReadyRead(100);
        m_printed += m_bus.readAll();
    }
    m_problem = QString::fromLocal8Bit(m_printed) + m_bus.errorString();
    for (const char *variable : {"DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"})
        qputenv(variable, addressIn(m_printed));
    return QDBusConnection::sessionBus().isConnected();
}

bool KeyringPlace::startKeyring()
{
    endWithParent(m_keyring);
    m_keyring.start(QStringLiteral("gnome-keyring-daemon"),
                    {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                     QStringLiteral("--components=secrets"),
                     QStringLiteral("--control-directory=") + m_folder.filePath(QStringLiteral("control"))});
    m_keyring.write(password);
    m_keyring.closeWriteChannel();
    if (!m_keyring.waitForStarted() || !waitForName(QLatin1String(secretService), true)) {
        m_problem = m_keyring.errorString() + QString::fromLocal8Bit(m_keyring.readAll());
        return false;
    }
    return true;
}

void KeyringPlace::stopKeyring()
{
    if (m_keyring.state() == QProcess::NotRunning)
        return;
    freezeKeyring(false);
    end(m_keyring);
    m_printed += m_keyring.readAll();
    waitForName(QLatin1String(secretService), false);
}

bool KeyringPlace::lockKeyring() const
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        QLatin1String(secretService), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
    const QDBusObjectPath login(QStringLiteral("/org/freedesktop/secrets/collection/login"));
    message.setArguments({QVariant::fromValue(QList<QDBusObjectPath>{login})});
    return QDBusConnection::sessionBus().call(message).type() == QDBusMessage::ReplyMessage;
}

bool KeyringPlace::unlockKeyring()
{
    stopKeyring();
    return startKeyring();
}

void KeyringPlace::freezeKeyring(bool frozen) const
{
    kill(static_cast<pid_t>(m_keyring.processId()), frozen ? SIGSTOP : SIGCONT);
}

bool KeyringPlace::waitForName(const QString &name, bool present) const
{
    return QTest::qWaitFor(
        [&] { return QDBusConnection::sessionBus().interface()->isServiceRegistered(name) == present; },
        limit);
}

QByteArray KeyringPlace::everything()
{
    QByteArray all = m_printed += m_keyring.readAll() + m_bus.readAll();
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace latchkey::test
