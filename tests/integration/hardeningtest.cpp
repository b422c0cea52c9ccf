// SPDX-License-Identifier: GPL-2.0-or-later
// The desktop application and the command line keep their memory from the user's other programs: no core dump, no
// debugger.
#include "tests/integration/clirunner.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <grp.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int patience = 15'000; // ms
constexpr uid_t nobody = 65534;

/// Whom an attacker's programs run as: this user, or an ordinary one if this is root.
uid_t victim()
{
    return geteuid() == 0 ? nobody : geteuid();
}

/// For a child, before it becomes the program.
bool becomeVictim()
{
    return geteuid() != 0 || (setgroups(0, nullptr) == 0 && setgid(nobody) == 0 && setuid(nobody) == 0);
}

/// What another program of the victim gets when it does `attempt`: 0, or an errno.
template <typename Attempt>
int asVictim(Attempt attempt)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(becomeVictim() ? attempt() : ENOTSUP);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : ENOTSUP;
}

int attach(pid_t pid)
{
    return asVictim([pid] { return ptrace(PTRACE_SEIZE, pid, nullptr, nullptr) == 0 ? 0 : errno; });
}

int openMemory(pid_t pid)
{
    const QByteArray file = "/proc/" + QByteArray::number(pid) + "/mem";
    return asVictim([name = file.constData()] { return open(name, O_RDONLY | O_CLOEXEC) >= 0 ? 0 : errno; });
}

/// Whom the kernel lets look into the process: its user, or only root if it is not dumpable (proc(5)).
uid_t ownerOf(pid_t pid)
{
    struct stat found = {};
    const QByteArray file = "/proc/" + QByteArray::number(pid) + "/environ";
    return stat(file.constData(), &found) == 0 ? found.st_uid : uid_t(-1);
}

QByteArray limitOfCore(pid_t pid)
{
    QFile limits(QStringLiteral("/proc/%1/limits").arg(pid));
    if (!limits.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : limits.readAll().split('\n')) {
        if (line.startsWith("Max core file size"))
            return line.mid(18).simplified();
    }
    return {};
}

/// What the process is at the moment; at most 15 bytes (proc(5)).
QByteArray nameOf(pid_t pid)
{
    QFile name(QStringLiteral("/proc/%1/comm").arg(pid));
    return name.open(QIODevice::ReadOnly) ? name.readAll().trimmed() : QByteArray();
}

/// A program of the victim's.
class Program
{
public:
    explicit Program(const QString &program, const QStringList &arguments = {})
    {
        QDir folder(m_folder.path());
        folder.mkpath(QStringLiteral("run"));
        QFile::setPermissions(folder.filePath(QStringLiteral("run")),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        for (const QString &path : {m_folder.path(), folder.filePath(QStringLiteral("run"))})
            m_isReady = chown(QFile::encodeName(path).constData(), victim(), gid_t(-1)) == 0 && m_isReady;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LATCHKEY_CONFIG_DIR"})
            environment.insert(QString::fromLatin1(name), m_folder.path());
        for (const char *name : {"XDG_RUNTIME_DIR", "LATCHKEY_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(name), m_folder.filePath(QStringLiteral("run")));
        environment.insert(QStringLiteral("KRB5CCNAME"),
                           QStringLiteral("FILE:") + m_folder.filePath(QStringLiteral("tickets")));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setChildProcessModifier([] {
            if (!becomeVictim())
                _exit(1);
        });
        m_process.start(program, arguments);
        m_isReady = m_process.waitForStarted(patience) && m_isReady;
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    bool isRunning() { return m_isReady && !m_process.waitForFinished(0); }
    pid_t pid() const { return static_cast<pid_t>(m_process.processId()); }
    QByteArray output() { return m_process.readAll(); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    bool m_isReady = true;
};

} // namespace

class HardeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOtherProgramCanBeLookedInto()
    {
        Program sleeping(QStringLiteral("/bin/sleep"), {QStringLiteral("1000")});
        QVERIFY(sleeping.isRunning());
        QTRY_COMPARE(ownerOf(sleeping.pid()), victim());
        m_canAttach = attach(sleeping.pid()) == 0;
        QCOMPARE(openMemory(sleeping.pid()), m_canAttach ? 0 : EACCES);
    }

    void noneOfOursCanBeLookedInto_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("name");
        const QString cli = QStringLiteral(LATCHKEY_CLI_PROGRAM);
        QTest::newRow("the window") << QStringLiteral(LATCHKEY_PROGRAM) << QStringList()
                                    << QByteArray("latchkey");
        QTest::newRow("the command line")
            << cli << QStringList{QStringLiteral("tickets"), QStringLiteral("--watch")}
            << QByteArray("latchkey-cli");
        QTest::newRow("its other program, which waits for a password")
            << cli
            << QStringList{QStringLiteral("change-password"), QStringLiteral("alice@EXAMPLE.COM"),
                           QStringLiteral("--password-stdin")}
            << QByteArray("latchkey-cli-fu");
    }
    void noneOfOursCanBeLookedInto()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, name);
        Program application(program, arguments);
        if (!application.isRunning() && geteuid() == 0)
            QSKIP("an ordinary user cannot run the program from where it was built");
        QTRY_VERIFY2_WITH_TIMEOUT(!application.isRunning() || nameOf(application.pid()) == name,
                                  application.output().constData(), patience);
        QTRY_VERIFY2_WITH_TIMEOUT(!application.isRunning() || ownerOf(application.pid()) != victim(),
                                  application.output().constData(), patience);
        QVERIFY2(application.isRunning(), application.output().constData());
        QVERIFY2(limitOfCore(application.pid()).startsWith("0 "), limitOfCore(application.pid()).constData());
        QCOMPARE(openMemory(application.pid()), EACCES);
        QCOMPARE(attach(application.pid()), EPERM);
        if (!m_canAttach)
            QSKIP("no program can be traced here, so that this one cannot proves little");
    }

    // It is the user's own, and its crashes are to be looked into as usual.
    void whatBecomesTheClientMayLeaveCoreDumps()
    {
        latchkey::test::CliRunner cli;
        QFile client(cli.file(QStringLiteral("mariadb")));
        QVERIFY(client.open(QIODevice::WriteOnly) && client.write("#!/bin/sh\nulimit -Sc\n") > 0);
        client.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        client.close();
        QCOMPARE(cli.run({QStringLiteral("profiles"), QStringLiteral("add"), QStringLiteral("x"),
                          QStringLiteral("--host"), QStringLiteral("h"), QStringLiteral("--auth"),
                          QStringLiteral("password"), QStringLiteral("--user"), QStringLiteral("a")})
                     .code,
                 0);
        cli.setVariable(QStringLiteral("PATH"), cli.folder() + QStringLiteral(":/usr/bin:/bin"));
        const auto process = cli.start({QStringLiteral("client"), QStringLiteral("x")}, {}, [] {
            rlimit limit = {};
            getrlimit(RLIMIT_CORE, &limit);
            limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 1 << 20);
            setrlimit(RLIMIT_CORE, &limit);
        });
        rlimit limit = {};
        getrlimit(RLIMIT_CORE, &limit);
        if (limit.rlim_max == 0)
            QSKIP("no program may leave core dumps here");
        const auto ended = cli.finish(*process);
        QVERIFY2(ended.code == 0, ended.errors.constData());
        // In blocks of 512 bytes (dash) or a kilobyte (bash).
        QVERIFY2(ended.output == "2048\n" || ended.output == "1024\n", ended.output.constData());
    }

private:
    bool m_canAttach = false;
};

QTEST_GUILESS_MAIN(HardeningTest)
#include "hardeningtest.moc"
