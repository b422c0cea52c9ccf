// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/celltext.h"

#include "core/result/fieldtext.h"

#include <QByteArray>
#include <QLocale>

#include <algorithm>

namespace latchkey::result {

namespace {

/// What a cell can show at most on a wide screen; the rest of a long value would only be measured and elided.
constexpr std::size_t shownBytes = 512;
constexpr std::size_t shownBinaryBytes = 16;
constexpr std::size_t longestSequence = 4; ///< of bytes for one character in UTF-8

QByteArray bytesOfValue(std::string_view value)
{
    return QByteArray::fromRawData(value.data(), static_cast<qsizetype>(value.size()));
}

QString hexOfValue(std::string_view value)
{
    return u"0x"_qs + QString::fromLatin1(bytesOfValue(value).toHex()).toUpper();
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

QString bitsOfValue(const sql::Column &column, std::string_view value)
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
        return hexOfValue(value);
    const QString size = QLocale().formattedDataSize(static_cast<qint64>(value.size()));
    return hexOfValue(value.substr(0, shownBinaryBytes)) + u"…  ("_qs + size + u')';
}

/// Line ends and tabs become visible signs, other control characters blanks.
QString asOneLine(QString text)
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

} // namespace

bool isShownInHex(sql::ColumnType type)
{
    return isBinary(type) && type != sql::ColumnType::Bit;
}

std::string_view cutUtf8(std::string_view text, std::size_t limit)
{
    if (text.size() <= limit)
        return text;
    std::size_t end = limit;
    for (; end > 0 && limit - end < longestSequence; --end) {
        if ((static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U)
            return text.substr(0, end);
    }
    return text.substr(0, limit); // it is no UTF-8
}

QString displayText(const sql::Column &column, std::string_view value)
{
    if (isShownInHex(column.type))
        return binaryDisplay(value);
    if (column.type == sql::ColumnType::Bit)
        return bitsOfValue(column, value);
    const std::string_view shown = cutUtf8(value, shownBytes);
    const QString text = asOneLine(QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size())));
    return shown.size() < value.size() ? text + u'…' : text;
}

QString fullText(const sql::Column &column, std::string_view value)
{
    if (isShownInHex(column.type))
        return hexOfValue(value);
    if (column.type == sql::ColumnType::Bit)
        return bitsOfValue(column, value);
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace latchkey::result
