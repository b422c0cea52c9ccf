// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"

#include <QFuture>
#include <QPromise>

namespace latchkey::test {

/// Answers statements from a script: the first entry whose text the statement contains. Others get an empty answer.
class ScriptedAnswers
{
public:
    void answer(const QString &part, schema::Answer answer) { m_script.append({part, std::move(answer)}); }
    void refuse(const QString &part, int number)
    {
        m_script.append({part, Error{Error::Code::StatementFailed, QStringLiteral("Refused."), {}, number}});
    }
    void forget() { m_script.clear(); }
    int count(const QString &part) const { return static_cast<int>(m_sent.filter(part).size()); }
    const QStringList &sent() const { return m_sent; }

    schema::Ask ask()
    {
        return [this](const QString &sql) { return promised(find(sql)); };
    }
    schema::Run run()
    {
        return [this](const QString &sql, const sql::RowSink &sink, sql::RunLimits, std::stop_token) {
            const Result<schema::Answer> found = find(sql);
            if (!found)
                return promised<sql::StatementSummary>(found.error());
            if (sink.rows)
                deliver(*found, sink);
            return promised<sql::StatementSummary>(
                sql::StatementSummary{.hasRows = true, .rowCount = static_cast<quint64>(found->rows.size())});
        };
    }

private:
    struct Entry
    {
        QString part;
        Result<schema::Answer> answer;
    };

    Result<schema::Answer> find(const QString &sql)
    {
        m_sent.append(sql);
        for (const Entry &entry : m_script)
            if (sql.contains(entry.part))
                return entry.answer;
        return schema::Answer{{QStringLiteral("nothing")}, {}};
    }
    template <typename T>
    static QFuture<Result<T>> promised(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }
    static void deliver(const schema::Answer &answer, const sql::RowSink &sink)
    {
        QList<sql::Column> columns;
        for (const QString &name : answer.columns)
            columns.append({name, {}, sql::ColumnType::Text, {}, true});
        sink.columns(columns);
        sql::RowBatch batch(static_cast<int>(columns.size()));
        for (const QStringList &row : answer.rows)
            for (const QString &cell : row)
                batch.append(cell.isNull() ? std::nullopt : std::optional<std::string_view>(keep(cell)));
        sink.rows(std::move(batch));
    }
    static std::string_view keep(const QString &cell)
    {
        static thread_local QByteArray bytes;
        bytes = cell.toUtf8();
        return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
    }

    QList<Entry> m_script;
    QStringList m_sent;
};

} // namespace latchkey::test
