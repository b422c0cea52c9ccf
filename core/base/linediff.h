// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace latchkey {

/// A line of a text before or after a change.
struct DiffLine
{
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text; ///< without the line's end

    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// How `before` becomes `after` with the fewest lines removed and added. For files of a person's size: the work grows
/// with the product of the lines that differ; from 4 million on, all of them are given as removed and added.
QList<DiffLine> lineDiff(const QString &before, const QString &after);

/// A line each, with "+ ", "- " or two spaces in front.
QString text(const QList<DiffLine> &diff);

} // namespace latchkey
