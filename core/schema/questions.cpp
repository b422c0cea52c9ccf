// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/questions.h"

#include "core/schema/quoting.h"

#include <QCoreApplication>

namespace latchkey::schema {

namespace {

struct QuestionTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::schema::Questions)
};

using Row = QStringList;

std::optional<qint64> number(const QString &cell)
{
    bool isNumber = false;
    const qint64 value = cell.toLongLong(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

Entry databaseOf(const Row &row)
{
    return {.kind = EntryKind::Database, .name = row[0], .detail = row[1]};
}

Entry relationOf(const Row &row)
{
    Entry entry{.kind = relationKind(row[1]), .name = row[0], .detail = row[2]};
    if (entry.kind == EntryKind::View)
        return entry; // MariaDB says "VIEW", or why it is broken, where the comment would be
    entry.rows = number(row[3]);
    entry.bytes = number(row[4]);
    entry.comment = row[5];
    return entry;
}

Entry routineOf(const Row &row)
{
    const bool isFunction = row[1] == QLatin1String("FUNCTION");
    return {.kind = isFunction ? EntryKind::Function : EntryKind::Procedure,
            .name = row[0],
            .detail = row[2],
            .comment = row[3]};
}

Entry triggerOf(const Row &row)
{
    return {.kind = EntryKind::Trigger,
            .name = row[0],
            .detail = QStringLiteral("%1 %2 ON %3").arg(row[1], row[2], written(row[3]))};
}

Entry eventOf(const Row &row)
{
    const QString when =
        row[2] == QLatin1String("RECURRING") ? QStringLiteral("EVERY %1 %2").arg(row[3], row[4]) : row[5];
    return {.kind = EntryKind::Event,
            .name = row[0],
            .detail = QStringLiteral("%1 · %2").arg(when, row[1]),
            .comment = row[6]};
}

Entry columnOf(const Row &row)
{
    QStringList detail{row[1]};
    if (row[2] == QLatin1String("NO"))
        detail.append(QStringLiteral("NOT NULL"));
    if (!row[4].isEmpty())
        detail.append(row[4].toUpper());
    return {.kind = EntryKind::Column,
            .name = row[0],
            .detail = detail.join(u' '),
            .comment = row[5],
            .isKey = row[3] == QLatin1String("PRI")};
}

/// A row a column; those of one index follow one another.
QList<Entry> indexesOf(const QList<Row> &rows)
{
    QList<Entry> indexes;
    QList<QStringList> columns;
    for (const Row &row : rows) {
        if (indexes.isEmpty() || indexes.last().name != row[0]) {
            const bool isPrimary = row[0] == QLatin1String("PRIMARY");
            const QString kind =
                row[1] == QLatin1String("0") && !isPrimary ? QStringLiteral("UNIQUE ") : QString();
            const QString type = row[2] == QLatin1String("BTREE") ? QString() : row[2] + u' ';
            indexes.append(
                {.kind = EntryKind::Index, .name = row[0], .detail = kind + type, .isKey = isPrimary});
            columns.append(QStringList());
        }
        const QString length = row[4].isEmpty() ? QString() : u'(' + row[4] + u')';
        columns.last().append(row[3].isEmpty() ? QStringLiteral("(…)") : written(row[3]) + length);
    }
    for (qsizetype index = 0; index < indexes.size(); ++index)
        indexes[index].detail += u'(' + columns[index].join(QStringLiteral(", ")) + u')';
    return indexes;
}

QList<Entry> foreignKeysOf(const QList<Row> &rows)
{
    QList<Entry> keys;
    QList<QStringList> from;
    QList<QStringList> to;
    QStringList targets;
    for (const Row &row : rows) {
        if (keys.isEmpty() || keys.last().name != row[0]) {
            keys.append({.kind = EntryKind::ForeignKey, .name = row[0]});
            from.append(QStringList());
            to.append(QStringList());
            targets.append(row[2] == row[5] ? written(row[3]) : written(row[2]) + u'.' + written(row[3]));
        }
        from.last().append(written(row[1]));
        to.last().append(written(row[4]));
    }
    for (qsizetype index = 0; index < keys.size(); ++index)
        keys[index].detail = QStringLiteral("(%1) → %2 (%3)")
                                 .arg(from[index].join(QStringLiteral(", ")), targets[index],
                                      to[index].join(QStringLiteral(", ")));
    return keys;
}

/// How a branch is asked for: what of which table, whose column names the database, which the relation.
struct Source
{
    const char *columns;
    const char *table;
    const char *database;
    const char *relation;
    const char *order;
    qsizetype width; ///< columns asked for
    Entry (*read)(const Row &); ///< nullptr: rows are gathered
};

const Source &sourceOf(Branch::Kind kind)
{
    static const Source sources[] = {
        {"SCHEMA_NAME, DEFAULT_COLLATION_NAME", "SCHEMATA", nullptr, nullptr, "SCHEMA_NAME", 2, databaseOf},
        {"TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_ROWS, DATA_LENGTH + INDEX_LENGTH, TABLE_COMMENT", "TABLES",
         "TABLE_SCHEMA", nullptr, "TABLE_NAME", 6, relationOf},
        {"ROUTINE_NAME, ROUTINE_TYPE, DTD_IDENTIFIER, ROUTINE_COMMENT", "ROUTINES", "ROUTINE_SCHEMA", nullptr,
         "ROUTINE_NAME", 4, routineOf},
        {"TRIGGER_NAME, ACTION_TIMING, EVENT_MANIPULATION, EVENT_OBJECT_TABLE", "TRIGGERS", "TRIGGER_SCHEMA",
         nullptr, "TRIGGER_NAME", 4, triggerOf},
        {"EVENT_NAME, STATUS, EVENT_TYPE, INTERVAL_VALUE, INTERVAL_FIELD, EXECUTE_AT, EVENT_COMMENT",
         "EVENTS", "EVENT_SCHEMA", nullptr, "EVENT_NAME", 7, eventOf},
        {"COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_KEY, EXTRA, COLUMN_COMMENT", "COLUMNS",
         "TABLE_SCHEMA", "TABLE_NAME", "ORDINAL_POSITION", 6, columnOf},
        {"INDEX_NAME, NON_UNIQUE, INDEX_TYPE, COLUMN_NAME, SUB_PART", "STATISTICS", "TABLE_SCHEMA",
         "TABLE_NAME", "INDEX_NAME <> 'PRIMARY', INDEX_NAME, SEQ_IN_INDEX", 5, nullptr},
        {"CONSTRAINT_NAME, COLUMN_NAME, REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME, "
         "REFERENCED_COLUMN_NAME, "
         "TABLE_SCHEMA",
         "KEY_COLUMN_USAGE", "TABLE_SCHEMA", "TABLE_NAME", "CONSTRAINT_NAME, ORDINAL_POSITION", 6, nullptr},
    };
    return sources[static_cast<int>(kind)];
}

QString showWord(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Database:
        return QStringLiteral("DATABASE");
    case EntryKind::Table:
        return QStringLiteral("TABLE");
    case EntryKind::View:
        return QStringLiteral("VIEW");
    case EntryKind::Sequence:
        return QStringLiteral("SEQUENCE");
    case EntryKind::Procedure:
        return QStringLiteral("PROCEDURE");
    case EntryKind::Function:
        return QStringLiteral("FUNCTION");
    case EntryKind::Trigger:
        return QStringLiteral("TRIGGER");
    case EntryKind::Event:
        return QStringLiteral("EVENT");
    case EntryKind::Column:
    case EntryKind::Index:
    case EntryKind::ForeignKey:
        break;
    }
    return {};
}

/// "Create Table", "Create View" …; a trigger's is called otherwise.
bool holdsDefinition(const QString &column)
{
    return column.startsWith(QLatin1String("Create "), Qt::CaseInsensitive)
           || column.compare(QLatin1String("SQL Original Statement"), Qt::CaseInsensitive) == 0;
}

} // namespace

bool isSystemDatabase(const QString &name)
{
    static const QStringList names{QStringLiteral("information_schema"), QStringLiteral("mysql"),
                                   QStringLiteral("performance_schema"), QStringLiteral("sys")};
    return names.contains(name, Qt::CaseInsensitive);
}

EntryKind relationKind(const QString &tableType)
{
    if (tableType.endsWith(QLatin1String("VIEW")))
        return EntryKind::View;
    return tableType == QLatin1String("SEQUENCE") ? EntryKind::Sequence : EntryKind::Table;
}

QString statementFor(const Branch &branch)
{
    const Source &source = sourceOf(branch.kind);
    QStringList where;
    if (source.database)
        where.append(QLatin1String(source.database) + QStringLiteral(" = ") + literal(branch.database));
    if (source.relation)
        where.append(QLatin1String(source.relation) + QStringLiteral(" = ") + literal(branch.relation));
    if (branch.kind == Branch::Kind::ForeignKeys)
        where.append(QStringLiteral("REFERENCED_TABLE_NAME IS NOT NULL"));
    const QString condition =
        where.isEmpty() ? QString() : QStringLiteral(" WHERE ") + where.join(QStringLiteral(" AND "));
    return QStringLiteral("SELECT %1 FROM information_schema.%2%3 ORDER BY %4")
        .arg(QLatin1String(source.columns), QLatin1String(source.table), condition,
             QLatin1String(source.order));
}

QList<Entry> entriesOf(const Branch &branch, const Answer &answer)
{
    const Source &source = sourceOf(branch.kind);
    QList<Row> rows;
    for (const Row &row : answer.rows)
        if (row.size() >= source.width)
            rows.append(row);
    if (branch.kind == Branch::Kind::Indexes)
        return indexesOf(rows);
    if (branch.kind == Branch::Kind::ForeignKeys)
        return foreignKeysOf(rows);
    QList<Entry> entries;
    for (const Row &row : rows)
        entries.append(source.read(row));
    return entries;
}

QString showCreate(EntryKind kind, const QString &database, const QString &name)
{
    const QString word = showWord(kind);
    if (word.isEmpty())
        return {};
    const QString whole = kind == EntryKind::Database ? quoted(name) : quoted(database, name);
    return QStringLiteral("SHOW CREATE %1 %2").arg(word, whole);
}

Result<QString> definitionOf(const Answer &answer)
{
    for (qsizetype column = answer.columns.size() - 1; column > 0 && !answer.rows.isEmpty(); --column)
        if (holdsDefinition(answer.columns[column]) && !answer.rows[0].value(column).isNull())
            return answer.rows[0].value(column);
    return Error{
        Error::Code::StatementFailed,
        QuestionTexts::tr("The server does not show this definition, because the account lacks the "
                          "privilege for it. Ask the administrator for SHOW ROUTINE, TRIGGER or EVENT, "
                          "as it needs."),
        answer.columns.join(QStringLiteral(", ")), 0};
}

} // namespace latchkey::schema
