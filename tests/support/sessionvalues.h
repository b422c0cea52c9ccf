// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/session.h"

#include <QByteArray>
#include <QDebug>
#include <QList>
#include <QString>

namespace latchkey::test {

/// Nothing if it cannot be opened, which is said.
inline std::shared_ptr<sql::Session> openSession(const sql::ConnectOptions &options,
                                                 sql::Session::Hooks hooks = {})
{
    const auto session = sql::Session::open(options, std::move(hooks)).result();
    if (session)
        return *session;
    qWarning().noquote() << session.error().message << session.error().detail;
    return nullptr;
}

/// The first row of a statement, its values joined by blanks; the error's name if it fails.
inline QByteArray rowOf(sql::Session &session, const QString &statement)
{
    QList<QByteArray> values;
    sql::RowSink sink;
    sink.rows = [&](const sql::RowBatch &batch) {
        for (int column = 0; values.size() < batch.columns(); ++column) {
            const auto value = batch.value(0, column).value_or("NULL");
            values << QByteArray(value.data(), static_cast<qsizetype>(value.size()));
        }
    };
    const auto result = session.run(statement, sink).result();
    return result ? values.join(' ') : codeName(result.error().code).toUtf8();
}

template <typename T>
QString codeOf(const Result<T> &result)
{
    return result ? QStringLiteral("no error") : codeName(result.error().code);
}

} // namespace latchkey::test
