// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/resultmodel.h"

#include "ui/theme.h"

#include <QFont>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace latchkey {
namespace {

/// What a cell can show at most on a wide screen; the rest of a long value would only be measured and elided.
constexpr std::size_t shownBytes = 512;
constexpr std::size_t shownBinaryBytes = 16;
constexpr std::size_t tooltipFrom = 32;
constexpr std::size_t tooltipBytes = 2'048;

bool isNumber(sql::ColumnType type)
{
    using enum sql::ColumnType;
    return type == Integer || type == Decimal || type == Float || type == Year;
}

bool isBytes(sql::ColumnType type)
{
    return type == sql::ColumnType::Binary || type == sql::ColumnType::Geometry;
}

QByteArray borrowed(std::string_view value)
{
    return QByteArray::fromRawData(value.data(), static_cast<qsizetype>(value.size()));
}

QString hexadecimal(std::string_view value)
{
    return u"0x"_qs + QString::fromLatin1(borrowed(value).toHex()).toUpper();
}

/// The declared width of "BIT(n)", or all bits of the bytes.
qsizetype bitWidth(const sql::Column &column, std::string_view value)
{
    const auto allBits = static_cast<qsizetype>(value.size()) * 8;
    const qsizetype open = column.typeName.indexOf(u'(');
    const qsizetype close = column.typeName.indexOf(u')', open);
    if (open < 0 || close < 0)
        return allBits;
    bool ok = false;
    const int width = QStringView(column.typeName).mid(open + 1, close - open - 1).toInt(&ok);
    return ok && width > 0 ? std::min<qsizetype>(width, allBits) : allBits;
}

QString bits(const sql::Column &column, std::string_view value)
{
    QString digits;
    for (const char byte : value)
        for (int bit = 7; bit >= 0; --bit)
            digits += (static_cast<unsigned char>(byte) >> bit) & 1 ? u'1' : u'0';
    return u"b'"_qs + digits.right(bitWidth(column, value)) + u'\'';
}

QString binaryDisplay(std::string_view value)
{
    if (value.size() <= shownBinaryBytes)
        return hexadecimal(value);
    const QString size = QLocale().formattedDataSize(static_cast<qint64>(value.size()));
    return hexadecimal(value.substr(0, shownBinaryBytes)) + u"…  ("_qs + size + u')';
}

/// Cuts before the UTF-8 sequence that `limit` would split.
std::string_view cutUtf8(std::string_view text, std::size_t limit)
{
    if (text.size() <= limit)
        return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U)
        --limit;
    return text.substr(0, limit);
}

/// Line ends and tabs become visible signs, other control characters blanks.
QString oneLine(QString text)
{
    text.replace(u"\r\n"_qs, u"↵"_qs);
    for (QChar &character : text) {
        if (character == u'\n' || character == u'\r' || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator)
            character = u'↵';
        else if (character == u'\t')
            character = u'→';
        else if (character < u' ')
            character = u'␀';
    }
    return text;
}

/// Nothing for what fits its cell anyway. A value is no markup, whatever it looks like.
QVariant tooltip(const sql::Column &column, std::string_view value)
{
    if (value.size() <= tooltipFrom || isBytes(column.type))
        return {};
    const std::string_view cut = cutUtf8(value, tooltipBytes);
    const QString text = QString::fromUtf8(cut.data(), static_cast<qsizetype>(cut.size())).toHtmlEscaped();
    return u"<div style='white-space: pre-wrap'>"_qs + text
           + (cut.size() < value.size() ? u"…</div>"_qs : u"</div>"_qs);
}

} // namespace

QString displayText(const sql::Column &column, std::string_view value)
{
    if (isBytes(column.type))
        return binaryDisplay(value);
    if (column.type == sql::ColumnType::Bit)
        return bits(column, value);
    const std::string_view shown = cutUtf8(value, shownBytes);
    const QString text = oneLine(QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size())));
    return shown.size() < value.size() ? text + u'…' : text;
}

QString fullText(const sql::Column &column, std::string_view value)
{
    if (isBytes(column.type))
        return hexadecimal(value);
    if (column.type == sql::ColumnType::Bit)
        return bits(column, value);
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

ResultModel::ResultModel(QObject *parent) : QAbstractTableModel(parent) { }

void ResultModel::setColumns(QList<sql::Column> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_batches.clear();
    m_ends.clear();
    m_rows = 0;
    endResetModel();
}

void ResultModel::append(sql::RowBatch batch)
{
    if (batch.rows() == 0 || batch.columns() != m_columns.size())
        return;
    const int rows = m_rows + batch.rows();
    beginInsertRows({}, m_rows, rows - 1);
    m_batches.push_back(std::move(batch));
    m_ends.push_back(rows);
    m_rows = rows;
    endInsertRows();
}

ResultModel::Place ResultModel::place(int row) const
{
    const auto end = std::upper_bound(m_ends.begin(), m_ends.end(), row);
    const auto batch = static_cast<std::size_t>(end - m_ends.begin());
    return {batch, row - (batch == 0 ? 0 : m_ends[batch - 1])};
}

std::optional<std::string_view> ResultModel::value(int row, int column) const
{
    const Place at = place(row);
    return m_batches[at.batch].value(at.row, column);
}

std::size_t ResultModel::bytes() const
{
    std::size_t sum = 0;
    for (const sql::RowBatch &batch : m_batches)
        sum += batch.bytes();
    return sum;
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const sql::Column &column = m_columns[index.column()];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(column.type) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);

    const auto cell = [&] { return value(index.row(), index.column()); };
    switch (role) {
    case Qt::DisplayRole: {
        const auto shown = cell();
        return shown ? displayText(column, *shown) : u"NULL"_qs;
    }
    case Qt::ForegroundRole:
        return cell() ? QVariant() : theme::colour(theme::Colour::MutedText, QGuiApplication::palette());
    case Qt::FontRole: {
        if (cell())
            return {};
        QFont italic;
        italic.setItalic(true);
        return italic;
    }
    case Qt::ToolTipRole: {
        const auto whole = cell();
        return whole ? tooltip(column, *whole) : QVariant();
    }
    case NullRole:
        return !cell().has_value();
    case FullTextRole: {
        const auto whole = cell();
        return whole ? fullText(column, *whole) : QString();
    }
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= m_columns.size())
        return {};
    const sql::Column &column = m_columns[section];
    switch (role) {
    case Qt::DisplayRole:
        return column.name;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(column.type) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case Qt::ToolTipRole: {
        const QString name = column.table.isEmpty() ? column.name : column.table + u'.' + column.name;
        return column.nullable ? tr("%1\n%2, may be NULL").arg(name, column.typeName)
                               : tr("%1\n%2, never NULL").arg(name, column.typeName);
    }
    default:
        return {};
    }
}

} // namespace latchkey
