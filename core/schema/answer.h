// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/session.h"

#include <QStringList>

#include <functional>

namespace latchkey::schema {

/// A small result as text. NULL is a null string, an empty value an empty one.
struct Answer
{
    QStringList columns;
    QList<QStringList> rows;
    bool isCut = false; ///< the server has more rows than mostRows

    /// The column of that name, whatever its case; -1: there is none.
    qsizetype column(QStringView name) const;
    /// Empty if there is no such column.
    QString cell(qsizetype row, QStringView column) const;

    friend bool operator==(const Answer &, const Answer &) = default;
};

/// sql::Session::run, or what stands in for it.
using Run = std::function<QFuture<Result<sql::StatementSummary>>(QString, sql::RowSink, sql::RunLimits,
                                                                 std::stop_token)>;
/// Answers one statement as a whole.
using Ask = std::function<QFuture<Result<Answer>>(QString)>;

/// More rows than anybody looks through in a tree or a list.
inline constexpr quint64 mostRows = 100'000;

/// Runs `sql` and gathers its first result, at most mostRows of it. The future ends on the session's thread.
QFuture<Result<Answer>> gather(const Run &run, const QString &sql, std::stop_token stop = {});

} // namespace latchkey::schema
