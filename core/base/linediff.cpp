// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/linediff.h"

#include <QStringList>

#include <vector>

namespace latchkey {

namespace {

using Kind = DiffLine::Kind;

constexpr qsizetype mostWork = 4'000'000;

/// A newline at the end ends the last line and begins none.
QStringList linesOf(const QString &text)
{
    if (text.isEmpty())
        return {};
    QStringList lines = text.split(QLatin1Char('\n'));
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

qsizetype sameAtFront(const QStringList &a, const QStringList &b)
{
    qsizetype count = 0;
    while (count < a.size() && count < b.size() && a.at(count) == b.at(count))
        ++count;
    return count;
}

void append(QList<DiffLine> &diff, Kind kind, const QStringList &lines)
{
    for (const QString &line : lines)
        diff.append({kind, line});
}

/// The longest common subsequence, by the table of its lengths from each pair of places to the ends.
void appendMiddle(QList<DiffLine> &diff, const QStringList &a, const QStringList &b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> length((static_cast<std::size_t>(a.size()) + 1) * width);
    const auto at = [&](qsizetype i, qsizetype j) -> int & {
        return length[static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j)];
    };
    for (qsizetype i = a.size() - 1; i >= 0; --i)
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            at(i, j) = a.at(i) == b.at(j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a.at(i) == b.at(j)) {
            diff.append({Kind::Same, a.at(i++)});
            ++j;
        } else if (i < a.size() && (j == b.size() || at(i + 1, j) >= at(i, j + 1))) {
            diff.append({Kind::Removed, a.at(i++)});
        } else {
            diff.append({Kind::Added, b.at(j++)});
        }
    }
}

} // namespace

QList<DiffLine> lineDiff(const QString &before, const QString &after)
{
    QStringList a = linesOf(before);
    QStringList b = linesOf(after);
    QList<DiffLine> diff;
    const qsizetype front = sameAtFront(a, b);
    append(diff, Kind::Same, a.first(front));
    a = a.sliced(front);
    b = b.sliced(front);
    qsizetype back = 0;
    while (back < a.size() && back < b.size() && a.at(a.size() - 1 - back) == b.at(b.size() - 1 - back))
        ++back;
    const QStringList end = a.last(back);
    a.remove(a.size() - back, back);
    b.remove(b.size() - back, back);
    if (a.size() * b.size() > mostWork) {
        append(diff, Kind::Removed, a);
        append(diff, Kind::Added, b);
    } else {
        appendMiddle(diff, a, b);
    }
    append(diff, Kind::Same, end);
    return diff;
}

QString text(const QList<DiffLine> &diff)
{
    QString text;
    for (const DiffLine &line : diff) {
        const QLatin1String mark(line.kind == Kind::Added ? "+ " : line.kind == Kind::Removed ? "- " : "  ");
        text += mark + line.text + QLatin1Char('\n');
    }
    return text;
}

} // namespace latchkey
