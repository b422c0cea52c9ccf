// SPDX-License-Identifier: GPL-2.0-or-later
// How long a million rows (int, text, 32 hexadecimal digits, decimal, datetime: 76 MB of values) take from a server to a
// file, beside the mariadb client's --quick --batch, in turns within one run, over TLS and without; and the memory that ten
// million rows to CSV need: `exportbench [ROUNDS]`. Prints limits beside; never fails for being slow.
#include "core/profile/profilejson.h"
#include "tests/bench/figures.h"
#include "tests/support/sandbox.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::bench;
using namespace latchkey::test;

namespace {

constexpr double ratioLimit = 0.8;
constexpr double memoryLimit = 150; // MB
const QByteArray million = "select id, name, hash, amount, placed from export_bench";

const QByteArray table = R"sql(
DROP TABLE IF EXISTS shop.export_bench;
CREATE TABLE shop.export_bench (id INT PRIMARY KEY, name VARCHAR(40), hash CHAR(32), amount DECIMAL(12,2), placed DATETIME)
  ENGINE = Aria TRANSACTIONAL = 0;
)sql";

/// The rows from `first` on.
QByteArray hundredThousandRows(int first)
{
    return "USE shop; INSERT INTO export_bench SELECT seq, CONCAT('name-', seq MOD 99991), MD5(seq), "
           "ROUND(seq MOD 9999991 / 7, 2), '2020-01-01' + INTERVAL seq SECOND FROM seq_"
           + QByteArray::number(first) + "_to_" + QByteArray::number(first + 99'999);
}

struct Command
{
    QString program;
    QStringList arguments;
    QByteArray input;
};

struct Ran
{
    double milliseconds = 0;
    double cpuMilliseconds = 0; ///< of the program alone
    double megabytes = 0; ///< most that was resident
    qint64 bytes = 0; ///< of the file
    bool done = false;
};

double milliseconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// Standard output is a file: what a shell's > makes of it.
Ran run(const Command &command, const QString &file)
{
    QList<QByteArray> words{QFile::encodeName(command.program)};
    for (const QString &argument : command.arguments)
        words += argument.toUtf8();
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    int input[2];
    if (pipe2(input, O_CLOEXEC) != 0)
        return {};
    QElapsedTimer timer;
    timer.start();
    const pid_t child = fork();
    if (child == 0) {
        const int output = open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(output, STDOUT_FILENO);
        dup2(input[0], STDIN_FILENO);
        execvp(pointers.front(), pointers.data());
        _exit(127);
    }
    close(input[0]);
    const bool isFed =
        write(input[1], command.input.constData(), static_cast<std::size_t>(command.input.size()))
        == command.input.size();
    close(input[1]);
    int status = 0;
    rusage used = {};
    wait4(child, &status, 0, &used);
    return {static_cast<double>(timer.nsecsElapsed()) / 1e6,
            milliseconds(used.ru_utime) + milliseconds(used.ru_stime),
            static_cast<double>(used.ru_maxrss) / 1024, QFile(file).size(),
            isFed && WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

class Bench
{
public:
    bool start();
    bool compare(const QString &title, bool isTls, int rounds);
    bool measureMemory();

private:
    Command ours(bool isTls, const QStringList &more) const;
    Command peer(bool isTls) const;
    Ran timed(const Command &command, Figures &wall, Figures &cpu);

    Sandbox m_sandbox;
    QTemporaryDir m_folder;
    sandbox::AccountDescription m_account; ///< with a password
};

bool Bench::start()
{
    QByteArray output;
    bool isFilled = m_sandbox.start() && m_sandbox.execute(QStringLiteral("writer"), table, &output);
    for (int first = 1; isFilled && first < 1'000'000; first += 100'000)
        isFilled = m_sandbox.execute(QStringLiteral("writer"), hundredThousandRows(first), &output);
    if (!isFilled) {
        QTextStream(stderr) << m_sandbox.problem() << output << '\n';
        return false;
    }
    const auto server = m_sandbox.server(QStringLiteral("writer"));
    for (const auto &account : server.accounts) {
        if (!account.password.isEmpty())
            m_account = account;
    }
    Profile profile;
    profile.name = QStringLiteral("tls");
    profile.host = server.host;
    profile.port = server.port;
    profile.schema = QStringLiteral("shop");
    profile.account = m_account.user;
    profile.authentication = Authentication::Password;
    profile.tlsFiles.authorities = m_sandbox.description().caFile;
    Profile bare = profile;
    bare.id = QUuid::createUuid();
    bare.name = QStringLiteral("bare");
    bare.tls = TlsPolicy::Off;
    ProfileDocument document;
    document.profiles = {profile, bare};
    qputenv("LATCHKEY_CONFIG_DIR", QFile::encodeName(m_folder.path()));
    qputenv("MYSQL_PWD", m_account.password.toUtf8());
    QFile file(m_folder.filePath(QStringLiteral("profiles.json")));
    return file.open(QIODevice::WriteOnly) && file.write(writeProfiles(document)) > 0;
}

Command Bench::ours(bool isTls, const QStringList &more) const
{
    return {QCoreApplication::applicationDirPath() + QLatin1String("/latchkey-cli"),
            QStringList{QStringLiteral("query"), isTls ? QStringLiteral("tls") : QStringLiteral("bare"),
                        QStringLiteral("--password-stdin")}
                + more,
            m_account.password.toUtf8() + '\n'};
}

Command Bench::peer(bool isTls) const
{
    const auto server = m_sandbox.server(QStringLiteral("writer"));
    QStringList arguments{QStringLiteral("--no-defaults"),
                          QStringLiteral("--quick"),
                          QStringLiteral("--batch"),
                          QStringLiteral("--protocol=tcp"),
                          QStringLiteral("--host=") + server.host,
                          QStringLiteral("--port=%1").arg(server.port),
                          QStringLiteral("--user=") + m_account.user};
    if (isTls)
        arguments += {QStringLiteral("--ssl-ca=") + m_sandbox.description().caFile,
                      QStringLiteral("--ssl-verify-server-cert")};
    else
        arguments += QStringLiteral("--skip-ssl");
    return {
        QStringLiteral("mariadb"),
        arguments
            + QStringList{QStringLiteral("--execute=") + QString::fromUtf8(million), QStringLiteral("shop")},
        {}};
}

Ran Bench::timed(const Command &command, Figures &wall, Figures &cpu)
{
    const QString file = m_folder.filePath(QStringLiteral("rows"));
    const Ran ran = run(command, file);
    wall.add(ran.milliseconds);
    cpu.add(ran.cpuMilliseconds);
    QFile::remove(file); // or the next one would pay for its pages
    return ran;
}

bool Bench::compare(const QString &title, bool isTls, int rounds)
{
    const Command mine = ours(isTls, {QStringLiteral("--format"), QStringLiteral("tsv"), QStringLiteral("-e"),
                                      QString::fromUtf8(million)});
    Figures wall;
    Figures cpu;
    Figures peerWall;
    Figures peerCpu;
    for (int round = 0; round < rounds; ++round) {
        const Ran theirs = timed(peer(isTls), peerWall, peerCpu);
        const Ran own = timed(mine, wall, cpu);
        if (!theirs.done || !own.done || theirs.bytes != own.bytes) {
            QTextStream(stderr) << "the two files differ: " << theirs.bytes << ", " << own.bytes << '\n';
            return false;
        }
    }
    QTextStream(stdout) << title << '\n';
    peerWall.print(QStringLiteral("  mariadb --quick --batch > file"));
    wall.print(QStringLiteral("  latchkey-cli query --format tsv > file"));
    peerCpu.print(QStringLiteral("  processor time of mariadb"));
    cpu.print(QStringLiteral("  processor time of latchkey-cli"));
    QTextStream(stdout) << QStringLiteral(
                               "  ratio of medians %1 (limit %2), of processor times %3, %4 rounds\n")
                               .arg(wall.median() / peerWall.median(), 0, 'f', 2)
                               .arg(ratioLimit)
                               .arg(cpu.median() / peerCpu.median(), 0, 'f', 2)
                               .arg(rounds);
    return true;
}

bool Bench::measureMemory()
{
    const QString file = m_folder.filePath(QStringLiteral("rows.csv"));
    const Ran ran =
        run(ours(true, {QStringLiteral("--format"), QStringLiteral("csv"), QStringLiteral("--output"), file,
                        QStringLiteral("-e"), QString::fromUtf8(million) + QLatin1String(", seq_1_to_10")}),
            QStringLiteral("/dev/null"));
    const double size = static_cast<double>(QFile(file).size()) / 1e6;
    QFile::remove(file);
    QTextStream(stdout)
        << QStringLiteral(
               "10,000,000 rows to a CSV file\n  %1 MB in %2 s, at most %3 MB resident (limit %4)\n")
               .arg(size, 0, 'f', 0)
               .arg(ran.milliseconds / 1000, 0, 'f', 1)
               .arg(ran.megabytes, 0, 'f', 0)
               .arg(memoryLimit);
    return ran.done;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const int rounds = std::max(1, QCoreApplication::arguments().value(1, QStringLiteral("11")).toInt());
    Bench bench;
    return bench.start() && bench.compare(QStringLiteral("1,000,000 rows to a file, no TLS"), false, rounds)
                   && bench.compare(QStringLiteral("1,000,000 rows to a file, TLS"), true, rounds)
                   && bench.measureMemory()
               ? 0
               : 1;
}
