// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/history/entry.h"

#include "core/script/redact.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace latchkey::history {

namespace {

constexpr qsizetype mostKept = 64 * 1024; // characters of a statement
constexpr qsizetype lookAhead = 4 * 1024; // a secret is known by what follows it, too
constexpr qint64 longest = std::numeric_limits<qint64>::max() / 2;

qint64 numberIn(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toInteger();
}

QString textIn(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

} // namespace

Entry withoutSecrets(Entry entry)
{
    const QString seen = entry.sql.left(mostKept + lookAhead);
    const bool isLong = seen.size() < entry.sql.size(); // what it says further on, the error may quote
    QString sql = script::redact(seen);
    if ((isLong || sql != seen) && !entry.error.isEmpty()) {
        entry.error.clear();
        entry.errorNumber = entry.errorNumber == 0 ? -1 : entry.errorNumber;
    }
    entry.isCut = isLong || sql.size() > mostKept;
    entry.sql = sql.size() > mostKept ? sql.left(mostKept) : std::move(sql);
    return entry;
}

QByteArray lineOf(const Entry &entry)
{
    QJsonObject object{{QStringLiteral("profile"), entry.profile.toString(QUuid::WithoutBraces)},
                       {QStringLiteral("path"), entry.profilePath},
                       {QStringLiteral("at"), static_cast<qint64>(entry.at.time_since_epoch().count())},
                       {QStringLiteral("ms"), static_cast<qint64>(entry.duration.count())},
                       {QStringLiteral("sql"), entry.sql}};
    if (entry.rows)
        object.insert(QStringLiteral("rows"), static_cast<qint64>(std::min<quint64>(*entry.rows, longest)));
    if (entry.errorNumber != 0)
        object.insert(QStringLiteral("errno"), entry.errorNumber);
    if (!entry.error.isEmpty())
        object.insert(QStringLiteral("error"), entry.error);
    if (entry.isCut)
        object.insert(QStringLiteral("cut"), true);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Entry> entryOf(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (!object.value(QLatin1String("sql")).isString() || !object.value(QLatin1String("at")).isDouble())
        return std::nullopt;
    Entry entry;
    entry.profile = QUuid(textIn(object, "profile"));
    entry.profilePath = textIn(object, "path");
    entry.at = decltype(entry.at)(std::chrono::milliseconds(numberIn(object, "at")));
    entry.duration = std::chrono::milliseconds(numberIn(object, "ms"));
    if (object.contains(QLatin1String("rows")))
        entry.rows = static_cast<quint64>(numberIn(object, "rows"));
    entry.errorNumber = static_cast<int>(numberIn(object, "errno"));
    entry.error = textIn(object, "error");
    entry.isCut = object.value(QLatin1String("cut")).toBool();
    entry.sql = textIn(object, "sql");
    return entry;
}

bool matches(const Entry &entry, const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) {
        return entry.sql.contains(word, Qt::CaseInsensitive)
               || entry.profilePath.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace latchkey::history
