// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/clirunner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <csignal>

namespace latchkey::test {

namespace {

constexpr int patience = 60'000; ///< ms

} // namespace

QStringList Ended::lines() const
{
    QStringList all = QString::fromUtf8(output).split(QLatin1Char('\n'));
    if (!all.isEmpty() && all.last().isEmpty())
        all.removeLast();
    return all;
}

CliRunner::CliRunner() : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const char *folder : {"tickets", "config", "runtime"}) {
        QDir(m_folder.path()).mkdir(QLatin1String(folder));
        QFile::setPermissions(m_folder.filePath(QLatin1String(folder)),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    setVariable(QStringLiteral("KRB5CCNAME"), QStringLiteral("DIR:") + file(QStringLiteral("tickets")));
    setVariable(QStringLiteral("LATCHKEY_CONFIG_DIR"), file(QStringLiteral("config")));
    setVariable(QStringLiteral("LATCHKEY_RUNTIME_DIR"), file(QStringLiteral("runtime")));
}

void CliRunner::setVariable(const QString &name, const QString &value)
{
    if (value.isEmpty())
        m_environment.remove(name);
    else
        m_environment.insert(name, value);
}

std::unique_ptr<QProcess> CliRunner::start(const QStringList &arguments, const QByteArray &input,
                                           const std::function<void()> &prepare) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_folder.path());
    process->setChildProcessModifier([prepare] {
        std::signal(SIGINT, SIG_DFL); // a script's background job, as a test may be, ignores it
        std::signal(SIGHUP, SIG_DFL);
        if (prepare)
            prepare();
    });
    process->start(QStringLiteral(LATCHKEY_CLI_PROGRAM), arguments);
    process->write(input);
    process->closeWriteChannel();
    return process;
}

Ended CliRunner::finish(QProcess &process)
{
    QElapsedTimer timer;
    timer.start();
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, patience))
        process.kill();
    process.waitForFinished();
    Ended ended;
    ended.milliseconds = timer.elapsed();
    ended.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    ended.output = process.readAllStandardOutput();
    ended.errors = process.readAllStandardError();
    m_everything += ended.output + ended.errors;
    return ended;
}

Ended CliRunner::run(const QStringList &arguments, const QByteArray &input)
{
    const auto process = start(arguments, input);
    return finish(*process);
}

} // namespace latchkey::test
