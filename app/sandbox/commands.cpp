// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/commands.h"

#include "app/sandbox/text.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace latchkey::sandbox {

namespace {

using namespace std::chrono_literals;

void say(const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

Error complaint(Error::Code code, const QString &message)
{
    return {code, message, {}, 0};
}

/// The folder that --dir, the environment or the list of running sandboxes says.
Result<QString> chosenFolder(const QString &wanted)
{
    if (!wanted.isEmpty())
        return QFileInfo(wanted).absoluteFilePath();
    if (const QString inside = qEnvironmentVariable("LATCHKEY_SANDBOX"); !inside.isEmpty())
        return QFileInfo(inside).absolutePath();
    const QStringList running = runningSandboxes();
    if (running.isEmpty()) {
        return complaint(
            Error::Code::NotFound,
            tr("No sandbox of yours is running. Start one with “latchkey-sandbox up”; if it lives in a "
               "folder you chose, name that with --dir."));
    }
    if (running.size() > 1) {
        return complaint(Error::Code::InvalidInput,
                         tr("Several sandboxes of yours are running. Name one with --dir: %1.")
                             .arg(running.join(QStringLiteral(", "))));
    }
    return running.front();
}

Error notRunning(const QString &folder)
{
    return complaint(Error::Code::NotFound, tr("No sandbox is running in “%1”.").arg(folder));
}

Description readDescription(const QString &file)
{
    QFile json(file);
    if (!json.open(QIODevice::ReadOnly))
        return {};
    return Description::fromJson(QJsonDocument::fromJson(json.readAll()).object());
}

int describe(const QString &folder)
{
    const pid_t owner = ownerOf(folder);
    if (owner == 0) {
        complain(notRunning(folder));
        return Failure;
    }
    const QString file = folder + QStringLiteral("/sandbox.json");
    if (!QFileInfo::exists(file)) {
        say(tr("The sandbox in “%1” (process %2) is starting.").arg(folder).arg(owner));
        return Success;
    }
    say(tr("The sandbox in “%1” (process %2) is ready.").arg(folder).arg(owner) + QLatin1Char('\n'));
    say(overview(readDescription(file), file));
    return Success;
}

int runInside(const World &world, const QString &program, const QStringList &command, Signals &signals)
{
    auto child = Child::start(
        {program, command.mid(1), clientEnvironment(world.description(), world.file()), {}, {}, {}});
    if (!child) {
        complain(child.error());
        return CommandNotFound;
    }
    while (!child->exitCode()) {
        const auto request = signals.next();
        if (request && !request->fromTerminal)
            child->send(request->signal);
    }
    return *child->exitCode();
}

int exitCodeOf(const Error &error)
{
    complain(error);
    return error.code == Error::Code::Cancelled ? 128 + SIGTERM : Failure;
}

/// Asks a process to end and waits for it; false if it has not ended within `patience`.
bool endProcess(pid_t pid, std::chrono::milliseconds patience)
{
    const int process =
        static_cast<int>(syscall(SYS_pidfd_open, pid, 0)); // glibc 2.36 declares it for C only
    if (process < 0)
        return errno == ESRCH;
    pollfd ended{process, POLLIN, 0};
    kill(pid, SIGTERM);
    const bool hasEnded = poll(&ended, 1, static_cast<int>(patience.count())) == 1;
    close(process);
    return hasEnded;
}

/// A command given by path, or found beside this program or in PATH, as it will be inside.
QString findCommand(const QString &name)
{
    if (name.contains(QLatin1Char('/')))
        return QFileInfo(name).isExecutable() && QFileInfo(name).isFile() ? QFileInfo(name).absoluteFilePath()
                                                                          : QString();
    const QString beside = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

} // namespace

void complain(const Error &error)
{
    QString text = QStringLiteral("latchkey-sandbox: ") + error.message;
    if (!error.detail.isEmpty())
        text += QLatin1Char('\n') + error.detail;
    std::fputs((text + QLatin1Char('\n')).toLocal8Bit().constData(), stderr);
}

int up(const WorldOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    Signals signals;
    const auto world = World::start(options, signals);
    if (!world)
        return exitCodeOf(world.error());
    say(overview(world->description(), world->file()));
    say(tr("Ready in %1 s. Everything is in %2 and goes away when you press Ctrl+C.")
            .arg(QString::number(double(timer.elapsed()) / 1000, 'f', 1), QFileInfo(world->file()).path()));
    while (!signals.next()) { }
    return Success;
}

int run(const WorldOptions &options, const QStringList &command)
{
    const QString program = findCommand(command.front());
    if (program.isEmpty()) {
        complain(complaint(Error::Code::NotFound,
                           tr("The command “%1” was not found. Check its spelling, or give its full path.")
                               .arg(command.front())));
        return CommandNotFound;
    }
    Signals signals;
    const auto world = World::start(options, signals);
    if (!world)
        return exitCodeOf(world.error());
    return runInside(*world, program, command, signals);
}

int down(const QString &folder)
{
    const auto chosen = chosenFolder(folder);
    const pid_t owner = chosen ? ownerOf(*chosen) : 0;
    if (owner == 0) {
        complain(chosen ? notRunning(*chosen) : chosen.error());
        return Failure;
    }
    if (endProcess(owner, 10s))
        return Success;
    complain(complaint(
        Error::Code::Internal,
        tr("The sandbox in “%1” (process %2) was asked to end and has not done so within 10 seconds.")
            .arg(*chosen)
            .arg(owner)));
    return Failure;
}

int status(const QString &folder)
{
    const QStringList running = runningSandboxes();
    if (!folder.isEmpty() || running.isEmpty()) {
        const auto chosen = chosenFolder(folder);
        if (chosen)
            return describe(*chosen);
        complain(chosen.error());
        return Failure;
    }
    for (const QString &each : running)
        describe(each);
    return Success;
}

int password(const QString &folder, const QString &principal)
{
    const auto chosen = chosenFolder(folder);
    if (!chosen) {
        complain(chosen.error());
        return Failure;
    }
    const Description description = readDescription(*chosen + QStringLiteral("/sandbox.json"));
    const bool hasRealm = principal.contains(QLatin1Char('@')); // if not, it is the default realm's
    const QString name = hasRealm ? principal : principal + QLatin1Char('@') + description.usersRealm;
    for (const auto &each : description.principals) {
        if (each.name == name && !each.password.isEmpty()) {
            say(each.password);
            return Success;
        }
    }
    complain(complaint(Error::Code::NotFound,
                       tr("No principal “%1” with a password is in this sandbox. “latchkey-sandbox status” "
                          "lists them.")
                           .arg(principal)));
    return Failure;
}

} // namespace latchkey::sandbox
