// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/output.h"
#include "core/sql/session.h"
#include "core/sql/value.h"

#include <QStringView>

#include <memory>
#include <optional>

namespace latchkey::cli {

enum class Format {
    Table, ///< a frame as mysql draws it; needs the whole result in memory
    Tsv, ///< tabs between values; tab, newline, NUL and backslash escaped as mysql --batch does; NULL as NULL
    Csv, ///< RFC 4180; NULL as an empty field, an empty text in quotes
    Json, ///< an array of objects a result; numbers as numbers, binary values in Base64
};

std::optional<Format> formatFromWord(QStringView word);

/// Prints results while they arrive, on the thread that delivers them.
class RowPrinter
{
public:
    virtual ~RowPrinter() = default;
    virtual void begin(const QList<sql::Column> &columns) = 0;
    virtual void rows(const sql::RowBatch &batch) = 0;
    /// The result is complete. A result that broke off is not ended: what is missing then shows.
    virtual void end() = 0;
    /// The statement gave no rows.
    virtual void noRows(const sql::StatementSummary &) { }
};

std::unique_ptr<RowPrinter> makeRowPrinter(Format format, bool withHeader, Output &output);

} // namespace latchkey::cli
