// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/rowformat.h"

#include "app/cli/full/jsonrows.h"
#include "app/cli/full/tablerows.h"

#include <QByteArray>

namespace latchkey::cli {

namespace {

std::string utf8(const QString &text)
{
    return text.toStdString();
}

void appendTsv(std::string &line, std::string_view value)
{
    for (const char byte : value) {
        switch (byte) {
        case '\t':
            line += "\\t";
            break;
        case '\n':
            line += "\\n";
            break;
        case '\0':
            line += "\\0";
            break;
        case '\\':
            line += "\\\\";
            break;
        default:
            line += byte;
        }
    }
}

void appendCsv(std::string &line, std::string_view value)
{
    if (!value.empty() && value.find_first_of("\",\r\n") == std::string_view::npos) {
        line += value;
        return;
    }
    line += '"';
    for (const char byte : value) {
        if (byte == '"')
            line += '"';
        line += byte;
    }
    line += '"';
}

/// What tells one text format of values between separators from another.
struct Separation
{
    char separator;
    const char *lineEnd;
    const char *null; ///< what stands for NULL
    void (*append)(std::string &line, std::string_view value);
};

constexpr Separation tsv{'\t', "\n", "NULL", appendTsv};
constexpr Separation csv{',', "\r\n", "", appendCsv}; // RFC 4180

class SeparatedRows final : public RowPrinter
{
public:
    SeparatedRows(const Separation &format, bool withHeader, Output &output)
        : m_format(format), m_withHeader(withHeader), m_output(output)
    { }

    void begin(const QList<sql::Column> &columns) override
    {
        if (!m_withHeader)
            return;
        std::string line;
        for (const sql::Column &column : columns) {
            m_format.append(line, utf8(column.name));
            line += m_format.separator;
        }
        finish(line);
    }
    void rows(const sql::RowBatch &batch) override
    {
        std::string line;
        for (int row = 0; row < batch.rows(); ++row) {
            line.clear();
            for (int column = 0; column < batch.columns(); ++column) {
                if (const auto value = batch.value(row, column))
                    m_format.append(line, *value);
                else
                    line += m_format.null;
                line += m_format.separator;
            }
            finish(line);
        }
    }
    void end() override { }

private:
    void finish(std::string &line)
    {
        line.pop_back();
        line += m_format.lineEnd;
        m_output.print(line);
    }

    Separation m_format;
    bool m_withHeader;
    Output &m_output;
};

} // namespace

std::optional<Format> formatFromWord(QStringView word)
{
    if (word == QLatin1String("table"))
        return Format::Table;
    if (word == QLatin1String("tsv"))
        return Format::Tsv;
    if (word == QLatin1String("csv"))
        return Format::Csv;
    if (word == QLatin1String("json"))
        return Format::Json;
    return std::nullopt;
}

std::unique_ptr<RowPrinter> makeRowPrinter(Format format, bool withHeader, Output &output)
{
    switch (format) {
    case Format::Table:
        return std::make_unique<TableRows>(withHeader, output);
    case Format::Tsv:
        return std::make_unique<SeparatedRows>(tsv, withHeader, output);
    case Format::Csv:
        return std::make_unique<SeparatedRows>(csv, withHeader, output);
    case Format::Json:
        return std::make_unique<JsonRows>(output);
    }
    Q_UNREACHABLE();
}

} // namespace latchkey::cli
