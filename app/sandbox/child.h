// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

#include <sys/types.h>

namespace latchkey::sandbox {

/// Where a program is: in PATH or in the folders of system programs. NotFound names the Debian package it comes in.
Result<QString> findProgram(const QString &name, const QString &debianPackage);

/// Variables to set in a child's environment; a null value removes the variable.
using Environment = QList<std::pair<QByteArray, QByteArray>>;

struct Command
{
    QString program; ///< absolute path
    QStringList arguments;
    Environment environment; ///< on top of this process's own
    QByteArray input; ///< what it reads from standard input, kept in memory only
    QString log; ///< file that takes its output; empty: it shares this process's input and output
    QString folder; ///< working folder; empty: this process's own
};

/// A process of ours that cannot outlive us: the kernel kills it when the thread that started it ends, in whatever
/// way; so start children from the main thread only. Reaped and, if still alive, killed in the destructor.
class Child
{
public:
    static Result<Child> start(const Command &command);

    Child(Child &&other) noexcept;
    Child &operator=(Child &&other) noexcept;
    ~Child();

    pid_t pid() const { return m_pid; }
    /// The exit code, 128 + N if signal N ended it; nothing while it runs.
    std::optional<int> exitCode();
    void send(int signal);
    /// Kills it and waits for its end.
    void kill();

private:
    explicit Child(pid_t pid) : m_pid(pid) { }

    pid_t m_pid = 0; ///< 0: moved from
    std::optional<int> m_exitCode;
};

/// The last lines of a log, for an error's detail.
QString endOfLog(const QString &file);

} // namespace latchkey::sandbox
