// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace latchkey::test {

/// The memory of another process in a file, as gdb dumps it: like the kernel's core dump, without what the process has
/// marked as not to be dumped. The file goes with this object.
class CoreDump
{
public:
    /// Of a process that runs, and goes on running.
    static CoreDump ofProcess(qint64 pid, const QString &folder);
    /// Of a program at its very end, when all is done; `input` is what it reads.
    static CoreDump atTheEnd(const QString &program, const QStringList &arguments, const QByteArray &input,
                             const QString &folder);

    ~CoreDump();
    CoreDump(CoreDump &&other) noexcept;
    CoreDump &operator=(CoreDump &&) = delete;

    /// The text, in UTF-8 or as a QString has it in memory.
    bool holds(const QString &text) const { return !find({text}).isEmpty(); }
    /// What is left of a password: a part of it (any of 15 characters is found), empty if there is none. Memory that has
    /// been freed begins with other things.
    QString partOf(const QString &password) const;

    bool isThere() const { return !m_file.isEmpty(); }
    /// Nobody may look at other processes here.
    bool isForbidden() const { return !isThere() && m_output.contains("Operation not permitted"); }
    /// What gdb said, and what the program printed.
    QByteArray output() const { return m_output; }

private:
    CoreDump(const QString &folder, const QStringList &before, const QStringList &after,
             const QByteArray &input);
    /// The first of the texts that is there.
    QString find(const QStringList &texts) const;

    QString m_file;
    QByteArray m_output;
};

} // namespace latchkey::test
