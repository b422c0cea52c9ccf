// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/namesearch.h"

#include "core/schema/questions.h"
#include "core/schema/quoting.h"

#include <array>

namespace latchkey::schema {

namespace {

constexpr char likeEscape = '|'; // a backslash means what sql_mode says
constexpr int statementTimeouts[] = {1969, 3024}; // ER_STATEMENT_TIMEOUT, ER_QUERY_TIMEOUT

/// A table of information_schema in which names are looked for. Answers have its six columns, in this order.
struct NameSource
{
    const char *part; ///< of the answer
    const char *kind;
    const char *database;
    const char *relation; ///< what it is in
    const char *name;
    const char *detail;
    const char *table;
};

constexpr std::array nameSources{
    NameSource{"relation", "TABLE_TYPE", "TABLE_SCHEMA", "''", "TABLE_NAME", "''", "TABLES"},
    NameSource{"routine", "ROUTINE_TYPE", "ROUTINE_SCHEMA", "''", "ROUTINE_NAME", "''", "ROUTINES"},
    NameSource{"column", "COLUMN_KEY", "TABLE_SCHEMA", "TABLE_NAME", "COLUMN_NAME", "COLUMN_TYPE",
               "COLUMNS"}};

QString likePattern(const QString &text)
{
    QString pattern;
    for (const QChar sign : text.toLower()) {
        if (sign == u'%' || sign == u'_' || sign == QLatin1Char(likeEscape))
            pattern += QLatin1Char(likeEscape);
        pattern += sign;
    }
    return u'%' + pattern + u'%';
}

QString searchIn(const NameSource &source, const QString &pattern)
{
    return QStringLiteral(
               "(SELECT '%1' AS part, %2 AS kind, %3 AS place, %4 AS relation, %5 AS name, %6 AS detail "
               "FROM information_schema.%7 WHERE LOWER(%5) LIKE %8 ESCAPE '|' "
               "ORDER BY %3 IN ('information_schema', 'mysql', 'performance_schema', 'sys'), %3, %4, %5 "
               "LIMIT %9)")
        .arg(QLatin1String(source.part), QLatin1String(source.kind), QLatin1String(source.database),
             QLatin1String(source.relation), QLatin1String(source.name), QLatin1String(source.detail),
             QLatin1String(source.table), pattern, QString::number(mostFound + 1));
}

Entry entryOf(const QString &part, const QStringList &row)
{
    if (part == QLatin1String("column"))
        return {.kind = EntryKind::Column,
                .name = row[4],
                .detail = row[5],
                .isKey = row[1] == QLatin1String("PRI")};
    if (part == QLatin1String("routine"))
        return {.kind = row[1] == QLatin1String("FUNCTION") ? EntryKind::Function : EntryKind::Procedure,
                .name = row[4]};
    return {.kind = relationKind(row[1]), .name = row[4]};
}

} // namespace

/// What is in the first comment only MariaDB reads, the second one only MySQL.
QString searchStatement(const QString &text)
{
    const QString pattern = literal(likePattern(text));
    QStringList parts;
    for (const NameSource &source : nameSources)
        parts.append(searchIn(source, pattern));
    return QStringLiteral("/*M! SET STATEMENT max_statement_time=%1 FOR */ SELECT /*+ MAX_EXECUTION_TIME(%2) "
                          "*/ * FROM (%3) "
                          "AS found")
        .arg(longestSearch.count())
        .arg(std::chrono::milliseconds(longestSearch).count())
        .arg(parts.join(QStringLiteral(" UNION ALL ")));
}

NameSearch foundNames(const Answer &answer)
{
    NameSearch search;
    for (const NameSource &source : nameSources) {
        const QString part = QLatin1String(source.part);
        int count = 0;
        for (const QStringList &row : answer.rows) {
            if (row.size() < 6 || row[0] != part)
                continue;
            if (++count > mostFound) {
                search.isCut = true;
                break;
            }
            search.names.append({entryOf(part, row), row[2], row[3]});
        }
    }
    return search;
}

bool tookTooLong(const Error &error)
{
    return std::find(std::begin(statementTimeouts), std::end(statementTimeouts), error.native)
           != std::end(statementTimeouts);
}

} // namespace latchkey::schema
