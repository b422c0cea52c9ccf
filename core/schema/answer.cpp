// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/answer.h"

namespace latchkey::schema {

namespace {

QString textOf(std::optional<std::string_view> value)
{
    if (!value)
        return {};
    return value->empty() ? QStringLiteral("")
                          : QString::fromUtf8(value->data(), static_cast<qsizetype>(value->size()));
}

void append(Answer &answer, const sql::RowBatch &batch)
{
    for (int row = 0; row < batch.rows(); ++row) {
        QStringList cells;
        cells.reserve(batch.columns());
        for (int column = 0; column < batch.columns(); ++column)
            cells.append(textOf(batch.value(row, column)));
        answer.rows.append(std::move(cells));
    }
}

} // namespace

qsizetype Answer::column(QStringView name) const
{
    for (qsizetype index = 0; index < columns.size(); ++index)
        if (name.compare(columns[index], Qt::CaseInsensitive) == 0)
            return index;
    return -1;
}

QString Answer::cell(qsizetype row, QStringView name) const
{
    const qsizetype index = column(name);
    return index < 0 ? QString() : rows[row].value(index);
}

QFuture<Result<Answer>> gather(const Run &run, const QString &sql, std::stop_token stop)
{
    const auto answer = std::make_shared<Answer>(); // written by the session's thread before the future ends
    sql::RowSink sink;
    sink.columns = [answer](const QList<sql::Column> &columns) {
        for (const sql::Column &column : columns)
            answer->columns.append(column.name);
    };
    sink.rows = [answer](const sql::RowBatch &batch) { append(*answer, batch); };
    return run(sql, std::move(sink), {mostRows}, std::move(stop))
        .then([answer](const Result<sql::StatementSummary> &done) -> Result<Answer> {
            if (!done)
                return done.error();
            answer->isCut = done->truncated;
            return *answer;
        });
}

} // namespace latchkey::schema
