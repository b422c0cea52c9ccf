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

/// "name    12.3   limit 30.0   ok"
inline void printLimited(const QString &name, double figure, double limit)
{
    QTextStream(stdout) << QStringLiteral("%1 %2   limit %3   %4\n")
                               .arg(name, -44)
                               .arg(figure, 8, 'f', 2)
                               .arg(limit, 0, 'f', 2)
                               .arg(figure <= limit ? QLatin1String("ok") : QLatin1String("OVER"));
}

/// The medians of runs made in turns, and their ratio.
inline void printRatio(const QString &name, const Figures &ours, const QString &peerName, const Figures &peer,
                       double limit)
{
    ours.print(name);
    peer.print(peerName);
    printLimited(name + QLatin1String(" : ") + peerName, ours.median() / peer.median(), limit);
}

} // namespace latchkey::bench
