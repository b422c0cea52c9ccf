// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QFile>
#include <QList>
#include <QString>

/// A line of a file of cases, below "== heading".
struct Case
{
    QString heading;
    QString line;
};

/// What stands before the first heading says what the file holds. Nothing if it cannot be read.
inline QList<Case> casesOf(const QString &path)
{
    QFile file(path);
    QList<Case> cases;
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    QString heading;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u"== "))
            heading = line.mid(3);
        else if (!heading.isEmpty() && !line.isEmpty())
            cases.append({heading, line});
    }
    return cases;
}
