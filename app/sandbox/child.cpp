// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/child.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace latchkey::sandbox {

namespace {

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) { }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            close(m_number);
    }
    int get() const { return m_number; }

private:
    int m_number;
};

/// Everything the child needs between fork and exec, where no memory may be asked for.
struct Launch
{
    std::string program;
    std::string folder;
    std::vector<std::string> strings;
    std::vector<char *> arguments;
    std::vector<char *> environment;
    int input = -1;
    int log = -1;
    pid_t parent = 0;
};

Error notStarted(const QString &program, const char *call, int number)
{
    return {
        Error::Code::FileInaccessible,
        QCoreApplication::translate(
            "latchkey::sandbox", "“%1” could not be started. Check that it is installed and may be executed.")
            .arg(program),
        QStringLiteral("%1: %2").arg(QLatin1String(call), QString::fromLocal8Bit(std::strerror(number))),
        number};
}

std::vector<std::string> mergedEnvironment(const Environment &changes)
{
    std::vector<std::string> merged;
    const auto isChanged = [&](const std::string &entry) {
        return std::any_of(changes.begin(), changes.end(), [&](const auto &change) {
            return entry.compare(0, entry.find('='), change.first.constData()) == 0;
        });
    };
    for (char **entry = environ; *entry != nullptr; ++entry) {
        if (!isChanged(*entry))
            merged.emplace_back(*entry);
    }
    for (const auto &[name, value] : changes) {
        if (!value.isNull())
            merged.push_back((name + '=' + value).toStdString());
    }
    return merged;
}

Launch prepare(const Command &command, int input, int log)
{
    Launch launch;
    launch.program = QFile::encodeName(command.program).toStdString();
    launch.folder = QFile::encodeName(command.folder).toStdString();
    launch.strings.push_back(launch.program);
    for (const QString &argument : command.arguments)
        launch.strings.push_back(QFile::encodeName(argument).toStdString());
    const std::size_t argumentCount = launch.strings.size();
    for (std::string &entry : mergedEnvironment(command.environment))
        launch.strings.push_back(std::move(entry));
    for (std::size_t i = 0; i < launch.strings.size(); ++i)
        (i < argumentCount ? launch.arguments : launch.environment).push_back(launch.strings[i].data());
    launch.arguments.push_back(nullptr);
    launch.environment.push_back(nullptr);
    launch.input = input;
    launch.log = log;
    launch.parent = getpid();
    return launch;
}

/// In the child: only async-signal-safe calls.
[[noreturn]] void becomeProgram(const Launch &launch, int report)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != launch.parent) // the parent died before the line above took effect
        _exit(127);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    bool ready = true;
    if (launch.log >= 0) {
        // A group of its own: Ctrl+C in the terminal is for us, who then end the servers.
        ready = setpgid(0, 0) == 0 && dup2(launch.input, STDIN_FILENO) >= 0
                && dup2(launch.log, STDOUT_FILENO) >= 0 && dup2(launch.log, STDERR_FILENO) >= 0;
    }
    if (!launch.folder.empty())
        ready = ready && chdir(launch.folder.c_str()) == 0;
    if (ready)
        execve(launch.program.c_str(), launch.arguments.data(), launch.environment.data());
    const int number = errno;
    const ssize_t written = write(report, &number, sizeof number);
    _exit(written == sizeof number ? 127 : 126);
}

int openInput(const QByteArray &input)
{
    if (input.isEmpty())
        return open("/dev/null", O_RDONLY | O_CLOEXEC);
    const int file = memfd_create("input", MFD_CLOEXEC);
    qsizetype done = 0;
    while (file >= 0 && done < input.size()) {
        const ssize_t written =
            write(file, input.constData() + done, static_cast<std::size_t>(input.size() - done));
        if (written < 0) {
            close(file);
            return -1;
        }
        done += written;
    }
    if (file >= 0)
        lseek(file, 0, SEEK_SET);
    return file;
}

int decode(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

Result<QString> findProgram(const QString &name, const QString &debianPackage)
{
    QString found = QStandardPaths::findExecutable(name);
    if (found.isEmpty()) {
        found = QStandardPaths::findExecutable(
            name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/sbin"),
                   QStringLiteral("/usr/libexec")});
    }
    if (!found.isEmpty())
        return found;
    return Error{
        Error::Code::NotFound,
        QCoreApplication::translate("latchkey::sandbox",
                                    "The sandbox needs the program “%1”, which is not installed. On Debian, "
                                    "install it with “apt-get install %2”.")
            .arg(name, debianPackage),
        {},
        0};
}

Result<Child> Child::start(const Command &command)
{
    const bool ownOutput = !command.log.isEmpty();
    const Descriptor input(ownOutput ? openInput(command.input) : -1);
    const Descriptor log(ownOutput ? open(QFile::encodeName(command.log).constData(),
                                          O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)
                                   : -1);
    int ends[2] = {-1, -1};
    if ((ownOutput && (input.get() < 0 || log.get() < 0)) || pipe2(ends, O_CLOEXEC) != 0)
        return notStarted(command.program, "open", errno);
    const Descriptor reading(ends[0]);
    auto writing = std::make_unique<Descriptor>(ends[1]);

    const Launch launch = prepare(command, input.get(), log.get());
    const pid_t pid = fork();
    if (pid == 0)
        becomeProgram(launch, writing->get());
    if (pid < 0)
        return notStarted(command.program, "fork", errno);
    Child child(pid);
    writing.reset();
    int number = 0;
    if (read(reading.get(), &number, sizeof number) == sizeof number) // nothing comes when exec succeeded
        return notStarted(command.program, "exec", number);
    return child;
}

Child::Child(Child &&other) noexcept
    : m_pid(std::exchange(other.m_pid, 0)), m_exitCode(std::exchange(other.m_exitCode, std::nullopt))
{ }

Child &Child::operator=(Child &&other) noexcept
{
    std::swap(m_pid, other.m_pid);
    std::swap(m_exitCode, other.m_exitCode);
    return *this;
}

Child::~Child()
{
    kill();
}

std::optional<int> Child::exitCode()
{
    int status = 0;
    if (m_pid > 0 && !m_exitCode && waitpid(m_pid, &status, WNOHANG) == m_pid)
        m_exitCode = decode(status);
    return m_exitCode;
}

void Child::send(int signal)
{
    if (m_pid > 0 && !exitCode())
        ::kill(m_pid, signal);
}

void Child::kill()
{
    send(SIGKILL);
    int status = 0;
    if (m_pid > 0 && !m_exitCode && waitpid(m_pid, &status, 0) == m_pid)
        m_exitCode = decode(status);
}

QString endOfLog(const QString &file)
{
    constexpr qint64 enough = 1500;
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    log.seek(qMax<qint64>(0, log.size() - enough));
    return QString::fromLocal8Bit(log.readAll()).trimmed();
}

} // namespace latchkey::sandbox
