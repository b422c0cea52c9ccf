// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QFile>
#include <QList>

#include <ctime>

#include <malloc.h>

namespace latchkey::test {

/// What a hostile file may cost: refused within a second, and 100 MB besides the file itself.
constexpr int hostileMilliseconds = 1000;
constexpr int hostileMegabytes = 100;

/// What something has cost this process, since this was made: time of processors, which other programs do not lengthen,
/// and how much more memory than before it has had resident at once (proc(5), clear_refs).
class Effort
{
public:
    Effort()
    {
        malloc_trim(0); // what is free already would be used again unseen
        QFile reset(QStringLiteral("/proc/self/clear_refs"));
        if (reset.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            reset.write("5");
        m_before = highWater();
        m_start = std::clock();
    }

    int milliseconds() const { return static_cast<int>((std::clock() - m_start) * 1000 / CLOCKS_PER_SEC); }
    double megabytes() const { return static_cast<double>(highWater() - m_before) / 1024; }

private:
    static qint64 highWater()
    {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QList<QByteArray> lines = status.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("VmHWM:"))
                return line.mid(6).simplified().split(' ').first().toLongLong();
        }
        return 0;
    }

    qint64 m_before; ///< kB
    std::clock_t m_start;
};

} // namespace latchkey::test
