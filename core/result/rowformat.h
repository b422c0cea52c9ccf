// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/rowwriter.h"

#include <QStringList>
#include <QStringView>

#include <memory>
#include <optional>

namespace latchkey::result {

enum class RowFormat {
    Table, ///< a frame as mysql draws it; columns as wide as the first rows need
    Tsv, ///< tabs between values; tab, newline, NUL and backslash escaped as mysql --batch does
    Csv, ///< RFC 4180; an empty text is in quotes, which NULL is not
    Json, ///< an array of objects; numbers with every digit that the server sent
    JsonLines, ///< an object a line
    Markdown, ///< a table of GitHub's dialect
    Insert, ///< INSERT statements of many rows each
};

/// What becomes of the bytes of BINARY, BLOB, BIT and geometry columns.
enum class BinaryText {
    Raw, ///< as they are; TSV and CSV only
    Hex, ///< 0x and upper-case digits
    Base64,
};

struct RowOptions
{
    bool header = true; ///< of tables, TSV and CSV: a line with the columns' names
    bool formulaGuard =
        true; ///< of CSV: ' before what a spreadsheet would take for a formula, unless it is a number
    QString
        null; ///< of TSV and CSV: what stands for NULL; a null string is the format's own: NULL, or nothing
    std::optional<BinaryText>
        binary; ///< none is the format's own: raw in TSV and CSV, Base64 in JSON, else hex
    bool byteOrderMark = false; ///< of CSV and TSV: Excel takes the file for UTF-8 only then
    QString table; ///< of INSERT; empty: the one that all columns come from, else "result"
    std::size_t statementBytes = 1'000'000; ///< of INSERT: begin a new one rather than exceed this
};

/// The word that the command line has for it, and back.
QString word(RowFormat format);
std::optional<RowFormat> formatFromWord(QStringView word);
/// In the order in which people are shown them.
QStringList formatWords();

/// `output` must outlive the writer.
std::unique_ptr<RowWriter> makeRowWriter(RowFormat format, const RowOptions &options, ByteOutput &output);

/// The same with the output kept for as long as the writer is.
std::shared_ptr<RowWriter> makeRowWriter(RowFormat format, const RowOptions &options,
                                         std::shared_ptr<ByteOutput> output);

} // namespace latchkey::result
