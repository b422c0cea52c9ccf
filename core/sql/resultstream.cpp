// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/resultstream.h"

#include "core/sql/columns.h"

#include <mysql.h>

#include <ma_pvio.h> // wants what mysql.h declares

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
    append(batch, row);
    return true;
}

void ResultStream::append(RowBatch &batch, char **row)
{
    const unsigned long *lengths = mysql_fetch_lengths(m_result.get());
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        const char *value = row[column];
        if (value)
            batch.append(std::string_view(value, lengths[column]));
        else
            batch.append(std::nullopt);
    }
}

int ResultStream::fetchArrived(RowBatch &batch, int most)
{
    int rows = 0;
    while (rows < most && hasArrivedRow()) {
        const MYSQL_ROW row = mysql_fetch_row(m_result.get());
        if (!row)
            break; // cannot be: only what begins as a row is fetched
        append(batch, row);
        ++rows;
    }
    return rows;
}

// Whether the next packet is in the buffer as a whole, and a row: not the end of the rows (0xFE and shorter than a row's
// length of eight bytes can be) nor an error (0xFF), which fetch() is for.
bool ResultStream::hasArrivedRow() const
{
    constexpr std::ptrdiff_t headerSize = 4; // three bytes of length, the first one the lowest, and a number
    constexpr std::size_t mostOfEnd = 9;
    const NET &net = m_handle->net;
    const MARIADB_PVIO *io = net.pvio;
    if (net.compress || !io || !io->cache)
        return false;
    const std::ptrdiff_t arrived = io->cache + io->cache_size - io->cache_pos;
    if (arrived <= headerSize)
        return false;
    const unsigned char *packet = io->cache_pos;
    const std::size_t length =
        packet[0] | static_cast<std::size_t>(packet[1]) << 8 | static_cast<std::size_t>(packet[2]) << 16;
    const unsigned char first = packet[headerSize];
    const bool isEnd = first == 0xFF || (first == 0xFE && length < mostOfEnd);
    return !isEnd && length != 0 && static_cast<std::size_t>(arrived - headerSize) >= length;
}

} // namespace latchkey::sql
