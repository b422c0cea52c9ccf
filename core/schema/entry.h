// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace latchkey::schema {

enum class EntryKind {
    Database,
    Table,
    View,
    Sequence,
    Procedure,
    Function,
    Trigger,
    Event,
    Column,
    Index,
    ForeignKey
};

/// One thing that a server has, as a line in a tree tells it.
struct Entry
{
    EntryKind kind = EntryKind::Table;
    QString name{};
    QString detail{}; ///< a column's type, an index' columns, a trigger's moment …; SQL words, not translated
    QString comment{}; ///< as its author wrote it
    std::optional<qint64> bytes{}; ///< of data and indexes, as the engine estimates
    std::optional<qint64> rows{}; ///< as the engine estimates
    bool isKey = false; ///< a column of the primary key, or the primary key itself

    friend bool operator==(const Entry &, const Entry &) = default;
};

/// A list of entries that is read as one.
struct Branch
{
    enum class Kind { Databases, Relations, Routines, Triggers, Events, Columns, Indexes, ForeignKeys };

    Kind kind = Kind::Databases;
    QString database;
    QString relation; ///< of Columns, Indexes and ForeignKeys

    friend bool operator==(const Branch &, const Branch &) = default;
};

inline size_t qHash(const Branch &branch, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<int>(branch.kind), branch.database, branch.relation);
}

/// Databases that every server has for itself.
bool isSystemDatabase(const QString &name);

} // namespace latchkey::schema
