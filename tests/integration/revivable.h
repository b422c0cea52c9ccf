// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

#include <memory>

namespace latchkey::test {

/// A process of the sandbox that can be killed and started again with the same command. What was started again ends with
/// this object and with the test. Used on one thread.
class Revivable
{
public:
    explicit Revivable(qint64 pid);
    ~Revivable();
    Revivable(const Revivable &) = delete;
    Revivable &operator=(const Revivable &) = delete;

    /// With SIGKILL.
    void kill();
    bool revive();

private:
    void end();

    const qint64 m_pid;
    QString m_program, m_folder;
    QStringList m_arguments, m_environment;
    std::unique_ptr<QProcess> m_process; ///< none: the sandbox' own still runs
};

} // namespace latchkey::test
