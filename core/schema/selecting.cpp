// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/selecting.h"

#include "core/schema/quoting.h"

namespace latchkey::schema {

namespace {

constexpr int firstRowCount = 200; // a few screens
constexpr qsizetype lineWidth = 80; // characters

/// Names separated by commas, broken into lines that continue below the first name.
QString columnList(const QStringList &columns)
{
    if (columns.isEmpty())
        return QStringLiteral("*");
    QStringList lines{QString()};
    for (const QString &column : columns) {
        const QString name = written(column);
        if (!lines.last().isEmpty() && lines.last().size() + name.size() > lineWidth)
            lines.append(QString());
        lines.last() += lines.last().isEmpty() ? name : QStringLiteral(", ") + name;
    }
    return lines.join(QStringLiteral(",\n       "));
}

QString writtenRelation(const QString &database, const QString &relation)
{
    return written(database) + u'.' + written(relation);
}

} // namespace

QString selectStatement(const QString &database, const QString &relation, const QStringList &columns)
{
    return QStringLiteral("SELECT %1\nFROM %2\nLIMIT %3")
        .arg(columnList(columns), writtenRelation(database, relation), QString::number(firstRowCount));
}

QString firstRows(const QString &database, const QString &relation)
{
    return QStringLiteral("SELECT * FROM %1 LIMIT %2")
        .arg(writtenRelation(database, relation), QString::number(firstRowCount));
}

} // namespace latchkey::schema
