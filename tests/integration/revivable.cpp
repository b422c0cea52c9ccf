// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/revivable.h"

#include <QFile>

#include <csignal>

#include <sys/prctl.h>

using namespace Qt::Literals::StringLiterals;

namespace latchkey::test {

namespace {

QStringList zeroSeparated(const QString &file)
{
    QFile opened(file);
    QStringList all;
    if (opened.open(QIODevice::ReadOnly))
        for (const QByteArray &part : opened.readAll().split('\0'))
            all << QString::fromLocal8Bit(part);
    while (!all.isEmpty() && all.last().isEmpty())
        all.removeLast();
    return all;
}

} // namespace

Revivable::Revivable(qint64 pid) : m_pid(pid)
{
    const QString entry = u"/proc/%1/"_s.arg(pid);
    m_program = QFile::symLinkTarget(entry + u"exe"_s);
    m_folder = QFile::symLinkTarget(entry + u"cwd"_s);
    m_arguments = zeroSeparated(entry + u"cmdline"_s).mid(1);
    m_environment = zeroSeparated(entry + u"environ"_s);
}

Revivable::~Revivable()
{
    end();
}

void Revivable::kill()
{
    if (m_process)
        end();
    else
        ::kill(static_cast<pid_t>(m_pid), SIGKILL);
}

bool Revivable::revive()
{
    m_process = std::make_unique<QProcess>();
    m_process->setWorkingDirectory(m_folder);
    m_process->setEnvironment(m_environment);
    m_process->setStandardOutputFile(QProcess::nullDevice());
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process->start(m_program, m_arguments);
    return m_process->waitForStarted();
}

void Revivable::end()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished();
    m_process.reset();
}

} // namespace latchkey::test
