// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>
#include <QTextStream>

#include <algorithm>

namespace latchkey::bench {

/// Milliseconds of many runs.
class Figures
{
public:
    Figures() = default;
    explicit Figures(QList<double> all) : m_all(std::move(all)) { }

    template <typename Work>
    void time(Work work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        m_all.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    void add(double milliseconds) { m_all.append(milliseconds); }
    double percentile(int percent) const
    {
        QList<double> sorted = m_all;
        std::sort(sorted.begin(), sorted.end());
        return sorted.at((sorted.size() - 1) * percent / 100);
    }
    double median() const { return percentile(50); }
    /// "name    median 1.2 ms, p95 3.4 ms"
    void print(const QString &name) const
    {
        QTextStream(stdout) << QStringLiteral("%1 median %2 ms, p95 %3 ms\n")
                                   .arg(name, -44)
                                   .arg(median(), 8, 'f', 1)
                                   .arg(percentile(95), 8, 'f', 1);
    }

private:
    QList<double> m_all;
};

} // namespace latchkey::bench
