// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/sqlerror.h"
#include "core/sql/value.h"

#include <QList>

#include <memory>

struct st_mysql;
struct st_mysql_res;

namespace latchkey::sql {

/// The library's words for what went wrong last on this handle.
NativeError nativeError(st_mysql *handle);

/// A result set read row by row from libmariadb. Connector/C++'s own ResultSet takes every error but a lost connection
/// for the end of the rows, so rows are read here and the handle is asked how it ended.
class ResultStream
{
public:
    /// Takes over the result set whose beginning has just been received.
    static Result<ResultStream> begin(st_mysql *handle);

    const QList<Column> &columns() const { return m_columns; }
    /// True: a row was appended. False: the server said that this was the last one.
    Result<bool> fetch(RowBatch &batch);
    /// Appends the next rows as long as the library has them in its read-ahead buffer, at most `most`; gives how many.
    int fetchArrived(RowBatch &batch, int most);
    bool isRead() const { return m_isRead; }

private:
    struct Free
    {
        void operator()(st_mysql_res *result) const;
    };
    explicit ResultStream(st_mysql *handle) : m_handle(handle) { }
    void append(RowBatch &batch, char **row);
    bool hasArrivedRow() const;

    st_mysql *m_handle;
    std::unique_ptr<st_mysql_res, Free> m_result;
    QList<Column> m_columns;
    bool m_isRead = false;
};

} // namespace latchkey::sql
