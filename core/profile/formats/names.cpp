// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/names.h"

#include "core/profile/validation.h"

#include <algorithm>

namespace latchkey::formats {

namespace {

/// The beginning of a text that never ends in half a character.
QString cutTo(const QString &text, qsizetype size)
{
    if (text.size() <= size)
        return text;
    if (size > 0 && text.at(size - 1).isHighSurrogate())
        --size;
    return text.first(size);
}

} // namespace

QString tidyName(const QString &name)
{
    QString tidy = QString::fromUtf8(name.toUtf8()); // half characters become U+FFFD
    std::replace_if(tidy.begin(), tidy.end(), isMisleading, QChar(QLatin1Char(' ')));
    return cutTo(tidy == name ? tidy.trimmed() : tidy.simplified(), maxName).trimmed();
}

QString withoutSlashes(QString name)
{
    return name.replace(QLatin1Char('/'), QChar(0x2215));
}

QStringList FreePaths::next(const QStringList &path)
{
    QStringList free = path;
    while (m_taken.contains(free)) {
        const int number = std::max(m_last.value(path, 1) + 1, 2);
        m_last.insert(path, number);
        const QString behind = QStringLiteral(" (%1)").arg(number);
        free.last() = cutTo(path.last(), maxName - behind.size()) + behind;
    }
    m_taken.insert(free);
    return free;
}

} // namespace latchkey::formats
