// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/statuschange.h"

#include <QHash>

namespace latchkey::schema {

namespace {

QString changeOf(const QString &now, const QString &before)
{
    if (now == before)
        return QStringLiteral("");
    bool isNumber = false;
    bool wasNumber = false;
    const qlonglong value = now.toLongLong(&isNumber);
    const qlonglong former = before.toLongLong(&wasNumber);
    if (!isNumber || !wasNumber)
        return before;
    // Counters are unsigned and may begin anew; the difference of what fits is what people look for.
    const auto difference =
        static_cast<qlonglong>(static_cast<qulonglong>(value) - static_cast<qulonglong>(former));
    return difference > 0 ? u'+' + QString::number(difference) : u'−' + QString::number(difference).mid(1);
}

} // namespace

Answer withChanges(const Answer &now, const Answer &before)
{
    QHash<QString, QString> former;
    for (const QStringList &row : before.rows)
        former.insert(row.value(0), row.value(1));
    Answer changed{now.columns.mid(0, 2) + QStringList{QStringLiteral("Change")}, {}, now.isCut};
    for (const QStringList &row : now.rows) {
        const auto found = former.constFind(row.value(0));
        const QString change =
            found == former.constEnd() ? QStringLiteral("") : changeOf(row.value(1), *found);
        changed.rows.append({row.value(0), row.value(1), change});
    }
    return changed;
}

} // namespace latchkey::schema
