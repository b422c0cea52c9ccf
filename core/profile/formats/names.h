// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace latchkey::formats {

/// A name that can be saved: one line, without characters that mislead, at most maxName long. Empty if nothing is left.
QString tidyName(const QString &name);

/// For formats in which a slash always ends a folder's name: "a∕b", with a division slash, for "a/b".
QString withoutSlashes(QString name);

/// Paths that are in use, and the next free one: "a/b", "a/b (2)", "a/b (3)".
class FreePaths
{
public:
    void take(const QStringList &path) { m_taken.insert(path); }
    bool isTaken(const QStringList &path) const { return m_taken.contains(path); }
    /// `path`, or the first free one after it; taken from now on.
    QStringList next(const QStringList &path);

private:
    QSet<QStringList> m_taken;
    QHash<QStringList, int> m_last; ///< numbers up to this one are taken
};

} // namespace latchkey::formats
