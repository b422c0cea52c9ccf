// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/query/rowcounter.h"

#include "core/script/countedrows.h"

namespace latchkey {

namespace {

constexpr int serverSeconds = 2; // for one count
constexpr std::chrono::seconds patience{4}; // for all of them
constexpr qsizetype mostCounted = 5; // as many as a question names

using CountedValue = std::shared_ptr<QByteArray>; // written by the session's thread before the answer

sql::RowSink valueInto(const CountedValue &value)
{
    sql::RowSink sink;
    sink.columns = [](const QList<sql::Column> &) {};
    sink.rows = [value](const sql::RowBatch &batch) {
        if (batch.rows() > 0 && batch.columns() > 0)
            if (const auto first = batch.value(0, 0))
                *value = QByteArray(first->data(), static_cast<qsizetype>(first->size()));
    };
    return sink;
}

} // namespace

RowCounter::RowCounter(QObject *parent) : QObject(parent)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(patience);
    connect(&m_limit, &QTimer::timeout, this, &RowCounter::finish);
}

RowCounter::~RowCounter()
{
    cancel();
}

void RowCounter::count(StatementRunner::Run run, QList<WritingStatement> statements)
{
    cancel();
    m_run = std::move(run);
    m_statements = std::move(statements);
    m_next = 0;
    m_isCounting = true;
    m_answers = SessionRelay::make();
    m_limit.start();
    countNext();
}

void RowCounter::cancel()
{
    m_isCounting = false;
    m_limit.stop();
    m_run = nullptr;
    if (m_answers)
        m_answers->close();
}

void RowCounter::countNext()
{
    while (m_next < std::min(m_statements.size(), mostCounted)) {
        const qsizetype current = m_next++;
        const auto select = script::countedRows(m_statements[current].sql);
        if (!select)
            continue;
        const auto value = std::make_shared<QByteArray>();
        // Not to be stopped: a stop that the server does not hear in time would cost the session that it runs in.
        deliver(m_run(script::withTimeLimit(*select, serverSeconds), valueInto(value), {}, {}), m_answers,
                [this, current, value](const Result<sql::StatementSummary> &result) {
                    bool isNumber = false;
                    const quint64 rows = value->toULongLong(&isNumber);
                    if (result && isNumber)
                        m_statements[current].rows = rows;
                    countNext();
                });
        return;
    }
    m_answers->post([this] { finish(); });
}

void RowCounter::finish()
{
    const QList<WritingStatement> statements = m_statements;
    cancel();
    Q_EMIT counted(statements);
}

} // namespace latchkey
