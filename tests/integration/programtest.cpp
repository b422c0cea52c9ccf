// SPDX-License-Identifier: GPL-2.0-or-later
// The program itself, as a desktop or a terminal starts it.
#include "tests/support/syntheticcache.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>

using namespace latchkey::test;

namespace {

struct Ended
{
    int code = -1;
    QString out;
    QString err;
};

const QString window = QStringLiteral(LATCHKEY_PROGRAM);
const QString commandLine = QStringLiteral(LATCHKEY_CLI_PROGRAM);

/// Without a display, and with `folder`, where one is given, in place of the user's configuration.
Ended run(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    if (!folder.isEmpty())
        environment.insert(QStringLiteral("LATCHKEY_CONFIG_DIR"), folder);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(20'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// The window, somewhere that cannot be seen, with a ticket and a configuration of its own.
class RunningWindow
{
public:
    explicit RunningWindow(const QByteArray &settings)
    {
        write(QStringLiteral("settings.ini"), settings);
        write(QStringLiteral("krb5.conf"), "[libdefaults]\n default_realm = CORP.EXAMPLE.COM\n");
        const bool signedIn =
            writeCache(QStringLiteral("FILE:") + cache(), "alice@CORP.EXAMPLE.COM",
                       {{"krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM", std::chrono::hours(10)}});
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const auto set = [&](const char *name, const QString &value) {
            environment.insert(QLatin1String(name), value);
        };
        set("QT_QPA_PLATFORM", QStringLiteral("offscreen"));
        set("LATCHKEY_CONFIG_DIR", m_folder.path());
        set("LATCHKEY_RUNTIME_DIR", m_folder.filePath(QStringLiteral("runtime")));
        set("KRB5_CONFIG", m_folder.filePath(QStringLiteral("krb5.conf")));
        set("KRB5CCNAME", QStringLiteral("FILE:") + cache());
        set("DBUS_SESSION_BUS_ADDRESS", QStringLiteral("unix:path=/nonexistent"));
        set("DBUS_SYSTEM_BUS_ADDRESS", QStringLiteral("unix:path=/nonexistent"));
        m_process.setProcessEnvironment(environment);
        m_process.setChildProcessModifier([] { // who runs the tests may ignore them
            for (const int number : {SIGTERM, SIGHUP, SIGINT})
                std::signal(number, SIG_DFL);
        });
        if (signedIn)
            m_process.start(window, QStringList());
    }
    ~RunningWindow()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    RunningWindow(const RunningWindow &) = delete;
    RunningWindow &operator=(const RunningWindow &) = delete;

    QString cache() const { return m_folder.filePath(QStringLiteral("tickets")); }
    QString settingsFile() const { return m_folder.filePath(QStringLiteral("settings.ini")); }

    /// From now on the signal does not end it by itself.
    bool waitUntilItCatches(int number)
    {
        return m_process.waitForStarted() && QTest::qWaitFor([&] { return catches(number); }, 20'000);
    }
    /// Its exit code; none if the signal, or nothing, has ended it.
    std::optional<int> endWith(int number)
    {
        ::kill(static_cast<pid_t>(m_process.processId()), number);
        if (!m_process.waitForFinished(20'000) || m_process.exitStatus() != QProcess::NormalExit)
            return {};
        return m_process.exitCode();
    }

private:
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    bool catches(int number) const
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
        if (!status.open(QIODevice::ReadOnly))
            return false;
        for (const QByteArray &line : status.readAll().split('\n'))
            if (line.startsWith("SigCgt:"))
                return (line.mid(7).trimmed().toULongLong(nullptr, 16) >> (number - 1) & 1) != 0;
        return false;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace

class ProgramTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void helpNeedsNoDisplay()
    {
        const Ended ended = run(window, {QStringLiteral("--help")});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.out.contains(QLatin1String("--connect")), qPrintable(ended.out));
    }

    void versionNeedsNoDisplay()
    {
        const Ended ended = run(window, {QStringLiteral("--version")});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.out.startsWith(QLatin1String("latchkey ")), qPrintable(ended.out));
    }

    void aMissingDisplayIsASentence()
    {
        const Ended ended = run(window, {});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains(QLatin1String("latchkey-cli")), qPrintable(ended.err));
    }

    void endedBySignalItDestroysTheTicketsAndKeepsItsSettings_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("code");
        QTest::newRow("SIGTERM, as a session's end sends it") << SIGTERM << 0;
        QTest::newRow("SIGHUP, as a terminal's end sends it") << SIGHUP << 0;
        QTest::newRow("SIGINT, as Ctrl+C sends it") << SIGINT << 130;
    }
    void endedBySignalItDestroysTheTicketsAndKeepsItsSettings()
    {
        QFETCH(int, number);
        QFETCH(int, code);
        RunningWindow running("[destroy]\nonExit=true\n");
        QVERIFY(running.waitUntilItCatches(number));
        QCOMPARE(running.endWith(number).value_or(-1), code);
        QVERIFY(!QFile::exists(running.cache()));
        QFile settings(running.settingsFile());
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(settings.readAll().contains("geometry="));
    }

    void endedBySignalItLeavesTheTicketsUnlessThatIsWanted()
    {
        RunningWindow running("");
        QVERIFY(running.waitUntilItCatches(SIGTERM));
        QCOMPARE(running.endWith(SIGTERM).value_or(-1), 0);
        QVERIFY(QFile::exists(running.cache()));
    }

    void listingTicketsLoadsNoLibraryOfDatabases()
    {
#ifdef LATCHKEY_SANITIZED
        QSKIP("Without optimisation the linker finds more of the libraries in use.");
#endif
        const Ended ended = run(QStringLiteral("ldd"), {commandLine});
        QVERIFY2(ended.out.contains(QLatin1String("libkrb5.so")), qPrintable(ended.out + ended.err));
        for (const char *library : {"libmariadb", "libmysqlcppconn", "qt6keychain", "Qt6DBus", "Qt6Network"})
            QVERIFY2(!ended.out.contains(QLatin1String(library)), library);
    }

    void theOtherHalfIsFoundThroughALink()
    {
        const QTemporaryDir folder;
        const QString link = folder.filePath(QStringLiteral("latchkey-cli"));
        QVERIFY(QFile::link(commandLine, link));
        const Ended ended =
            run(link, {QStringLiteral("keychain"), QStringLiteral("list"), QStringLiteral("--json")},
                folder.path());
        QVERIFY2(ended.code == 0 && ended.out.contains(QLatin1String("\"principals\"")),
                 qPrintable(ended.err));
    }

    void aMissingHalfIsASentence()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("latchkey-cli"));
        QVERIFY(QFile::copy(commandLine, copy));
        const Ended ended = run(copy, {QStringLiteral("keychain"), QStringLiteral("list")}, folder.path());
        QCOMPARE(ended.code, 7);
        QVERIFY2(ended.err.contains(QLatin1String("latchkey-cli-full")), qPrintable(ended.err));
        QCOMPARE(run(copy, {QStringLiteral("--version")}).code, 0);
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "programtest.moc"
