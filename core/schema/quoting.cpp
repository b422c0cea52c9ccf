// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/quoting.h"

#include "core/schema/sqlwords.h"

#include <algorithm>

namespace latchkey::schema {

QString quoted(const QString &name)
{
    return u'`' + QString(name).replace(u'`', QLatin1String("``")) + u'`';
}

QString quoted(const QString &database, const QString &name)
{
    return database.isEmpty() ? quoted(name) : quoted(database) + u'.' + quoted(name);
}

QString written(const QString &name)
{
    const auto isPlain = [](QChar sign) {
        return sign.unicode() < 0x80 && (sign.isLetterOrNumber() || sign == u'_' || sign == u'$');
    };
    const bool plain =
        !name.isEmpty() && std::all_of(name.begin(), name.end(), isPlain) && !name[0].isDigit();
    return plain && !isReserved(name) ? name : quoted(name);
}

// Backslashes begin escapes or are themselves, as sql_mode says; in hexadecimal digits there are none.
QString literal(const QString &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar sign) {
        return sign.unicode() >= 0x20 && sign.unicode() < 0x7f && sign != u'\'' && sign != u'\\';
    });
    if (plain)
        return u'\'' + text + u'\'';
    return QStringLiteral("_utf8mb4 x'%1'").arg(QString::fromLatin1(text.toUtf8().toHex()));
}

} // namespace latchkey::schema
