// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/columns.h"

#include <mysql.h>

namespace latchkey::sql {

namespace {

constexpr unsigned binaryCharset = 63; // "binary" in information_schema.collations
constexpr int jsonOfMySql =
    245; // MYSQL_TYPE_JSON of MySQL 5.7 and later; MariaDB's enum has it too, by value

struct NamedType
{
    ColumnType type;
    const char *name;
};

bool isBinary(const MYSQL_FIELD &field)
{
    return field.charsetnr == binaryCharset;
}

bool isMariaDbJson(const MYSQL_FIELD &field)
{
    MARIADB_CONST_STRING format{nullptr, 0};
    return mariadb_field_attr(&format, &field, MARIADB_FIELD_ATTR_FORMAT_NAME) == 0
           && std::string_view(format.str, format.length) == "json";
}

// Whatever is a string on the wire: the flags tell what it is in SQL.
NamedType stringType(const MYSQL_FIELD &field, const char *text, const char *binary)
{
    if (field.flags & ENUM_FLAG)
        return {ColumnType::Enum, "ENUM"};
    if (field.flags & SET_FLAG)
        return {ColumnType::Set, "SET"};
    if (isMariaDbJson(field))
        return {ColumnType::Json, "JSON"};
    if (isBinary(field))
        return {ColumnType::Binary, binary};
    return {ColumnType::Text, text};
}

// The server announces every BLOB and TEXT as MYSQL_TYPE_BLOB; only the length tells them apart.
NamedType blobType(const MYSQL_FIELD &field)
{
    const unsigned long characters = isBinary(field) ? field.length : field.length / 4;
    if (characters <= 0xFF)
        return stringType(field, "TINYTEXT", "TINYBLOB");
    if (characters <= 0xFFFF)
        return stringType(field, "TEXT", "BLOB");
    if (characters <= 0xFF'FFFF)
        return stringType(field, "MEDIUMTEXT", "MEDIUMBLOB");
    return stringType(field, "LONGTEXT", "LONGBLOB");
}

NamedType namedType(const MYSQL_FIELD &field)
{
    if (static_cast<int>(field.type) == jsonOfMySql)
        return {ColumnType::Json, "JSON"};
    switch (field.type) {
    case MYSQL_TYPE_TINY:
        return {ColumnType::Integer, "TINYINT"};
    case MYSQL_TYPE_SHORT:
        return {ColumnType::Integer, "SMALLINT"};
    case MYSQL_TYPE_INT24:
        return {ColumnType::Integer, "MEDIUMINT"};
    case MYSQL_TYPE_LONG:
        return {ColumnType::Integer, "INT"};
    case MYSQL_TYPE_LONGLONG:
        return {ColumnType::Integer, "BIGINT"};
    case MYSQL_TYPE_DECIMAL:
    case MYSQL_TYPE_NEWDECIMAL:
        return {ColumnType::Decimal, "DECIMAL"};
    case MYSQL_TYPE_FLOAT:
        return {ColumnType::Float, "FLOAT"};
    case MYSQL_TYPE_DOUBLE:
        return {ColumnType::Float, "DOUBLE"};
    case MYSQL_TYPE_BIT:
        return {ColumnType::Bit, "BIT"};
    case MYSQL_TYPE_DATE:
    case MYSQL_TYPE_NEWDATE:
        return {ColumnType::Date, "DATE"};
    case MYSQL_TYPE_TIME:
    case MYSQL_TYPE_TIME2:
        return {ColumnType::Time, "TIME"};
    case MYSQL_TYPE_DATETIME:
    case MYSQL_TYPE_DATETIME2:
        return {ColumnType::DateTime, "DATETIME"};
    case MYSQL_TYPE_TIMESTAMP:
    case MYSQL_TYPE_TIMESTAMP2:
        return {ColumnType::DateTime, "TIMESTAMP"};
    case MYSQL_TYPE_YEAR:
        return {ColumnType::Year, "YEAR"};
    case MYSQL_TYPE_ENUM:
        return {ColumnType::Enum, "ENUM"};
    case MYSQL_TYPE_SET:
        return {ColumnType::Set, "SET"};
    case MYSQL_TYPE_GEOMETRY:
        return {ColumnType::Geometry, "GEOMETRY"};
    case MYSQL_TYPE_STRING:
        return stringType(field, "CHAR", "BINARY");
    case MYSQL_TYPE_TINY_BLOB:
    case MYSQL_TYPE_MEDIUM_BLOB:
    case MYSQL_TYPE_LONG_BLOB:
    case MYSQL_TYPE_BLOB:
        return blobType(field);
    case MYSQL_TYPE_NULL:
        return {ColumnType::Text, "NULL"};
    default:
        return stringType(field, "VARCHAR", "VARBINARY");
    }
}

} // namespace

Column describeColumn(const st_mysql_field &field)
{
    const NamedType type = namedType(field);
    const bool isNumber = type.type == ColumnType::Integer || type.type == ColumnType::Decimal
                          || type.type == ColumnType::Float;
    Column column;
    column.name = QString::fromUtf8(field.name, static_cast<qsizetype>(field.name_length));
    column.table = QString::fromUtf8(field.table, static_cast<qsizetype>(field.table_length));
    column.type = type.type;
    column.typeName = QString::fromLatin1(type.name);
    if (isNumber && (field.flags & UNSIGNED_FLAG))
        column.typeName += QLatin1String(" UNSIGNED");
    column.nullable = !(field.flags & NOT_NULL_FLAG);
    return column;
}

} // namespace latchkey::sql
