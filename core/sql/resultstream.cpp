// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/resultstream.h"

#include "core/sql/columns.h"

#include <mysql.h>

namespace latchkey::sql {

NativeError nativeError(st_mysql *handle)
{
    return {mysql_errno(handle), QString::fromLatin1(mysql_sqlstate(handle)),
            QString::fromUtf8(mysql_error(handle))};
}

void ResultStream::Free::operator()(st_mysql_res *result) const
{
    mysql_free_result(result);
}

Result<ResultStream> ResultStream::begin(st_mysql *handle)
{
    ResultStream stream(handle);
    stream.m_result.reset(mysql_use_result(handle));
    if (!stream.m_result)
        return statementError(nativeError(handle));
    const unsigned count = mysql_num_fields(stream.m_result.get());
    const MYSQL_FIELD *fields = mysql_fetch_fields(stream.m_result.get());
    stream.m_columns.reserve(static_cast<qsizetype>(count));
    for (unsigned index = 0; index < count; ++index)
        stream.m_columns.append(describeColumn(fields[index]));
    return stream;
}

Result<bool> ResultStream::fetch(RowBatch &batch)
{
    const MYSQL_ROW row = mysql_fetch_row(m_result.get());
    if (!row) {
        m_isRead = true;
        if (mysql_errno(m_handle) != 0)
            return statementError(nativeError(m_handle));
        return false;
    }
    const unsigned long *lengths = mysql_fetch_lengths(m_result.get());
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        const char *value = row[column];
        if (value)
            batch.append(std::string_view(value, lengths[column]));
        else
            batch.append(std::nullopt);
    }
    return true;
}

} // namespace latchkey::sql
