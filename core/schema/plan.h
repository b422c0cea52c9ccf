// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace latchkey::schema {

/// A step of how a server will run a statement.
struct PlanNode
{
    QString operation; ///< "Table", "Nested loop", "Filesort" … as the server names it, in words
    QString table; ///< with its alias, as the server says it
    QString access; ///< "ALL", "ref", "range" …
    QString key; ///< the index used
    std::optional<double> rows; ///< estimated
    std::optional<double> filtered; ///< percent of them that are kept
    std::optional<double> cost;
    QString condition; ///< what rows are tested for
    QList<PlanNode> steps; ///< what it takes its rows from

    /// Reads a table from end to end.
    bool readsWholeTable() const { return access.compare(u"ALL", Qt::CaseInsensitive) == 0; }
    friend bool operator==(const PlanNode &, const PlanNode &) = default;
};

/// Reads what EXPLAIN FORMAT=JSON gives, of MariaDB 10.11 and MySQL 8 (both versions of its format). Members that are not
/// known become steps if they hold objects, so that nothing of a newer server's plan is lost. Pure.
Result<PlanNode> readPlan(const QByteArray &json);

/// The statement that EXPLAIN can be put before; nothing if it is none that servers explain. An EXPLAIN or DESCRIBE before it
/// is taken away first. Never ANALYZE, which would run it. Pure.
std::optional<QString> explainable(const QString &statement);

} // namespace latchkey::schema
