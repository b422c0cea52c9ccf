// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/rowformat.h"

#include "core/result/insertrows.h"
#include "core/result/jsonrows.h"
#include "core/result/markdownrows.h"
#include "core/result/separatedrows.h"
#include "core/result/tablerows.h"

namespace latchkey::result {

namespace {

struct NamedFormat
{
    RowFormat format;
    QLatin1String word;
};

constexpr NamedFormat namedFormats[] = {
    {RowFormat::Table, QLatin1String("table")},     {RowFormat::Tsv, QLatin1String("tsv")},
    {RowFormat::Csv, QLatin1String("csv")},         {RowFormat::Json, QLatin1String("json")},
    {RowFormat::JsonLines, QLatin1String("jsonl")}, {RowFormat::Markdown, QLatin1String("markdown")},
    {RowFormat::Insert, QLatin1String("insert")},
};

} // namespace

QString word(RowFormat format)
{
    for (const NamedFormat &named : namedFormats) {
        if (named.format == format)
            return named.word;
    }
    Q_UNREACHABLE();
}

std::optional<RowFormat> formatFromWord(QStringView word)
{
    for (const NamedFormat &named : namedFormats) {
        if (named.word == word)
            return named.format;
    }
    return std::nullopt;
}

QStringList formatWords()
{
    QStringList words;
    for (const NamedFormat &named : namedFormats)
        words.append(named.word);
    return words;
}

std::unique_ptr<RowWriter> makeRowWriter(RowFormat format, const RowOptions &options, ByteOutput &output)
{
    switch (format) {
    case RowFormat::Table:
        return std::make_unique<TableRows>(options, output);
    case RowFormat::Tsv:
        return std::make_unique<SeparatedRows>(SeparatedRows::Dialect::Tsv, options, output);
    case RowFormat::Csv:
        return std::make_unique<SeparatedRows>(SeparatedRows::Dialect::Csv, options, output);
    case RowFormat::Json:
        return std::make_unique<JsonRows>(JsonRows::Layout::Array, options, output);
    case RowFormat::JsonLines:
        return std::make_unique<JsonRows>(JsonRows::Layout::Lines, options, output);
    case RowFormat::Markdown:
        return std::make_unique<MarkdownRows>(options, output);
    case RowFormat::Insert:
        return std::make_unique<InsertRows>(options, output);
    }
    Q_UNREACHABLE();
}

std::shared_ptr<RowWriter> makeRowWriter(RowFormat format, const RowOptions &options,
                                         std::shared_ptr<ByteOutput> output)
{
    struct Pair
    {
        std::shared_ptr<ByteOutput> output;
        std::unique_ptr<RowWriter> writer; // goes first
    };
    auto pair = std::make_shared<Pair>();
    pair->writer = makeRowWriter(format, options, *output);
    pair->output = std::move(output);
    return {pair, pair->writer.get()};
}

} // namespace latchkey::result
