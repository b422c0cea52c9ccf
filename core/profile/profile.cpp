// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profile.h"

namespace latchkey {

namespace {

bool isSpecial(QChar character)
{
    return character == QLatin1Char('/') || character == QLatin1Char('\\');
}

void appendEscaped(QString &path, const QString &part)
{
    for (const QChar character : part) {
        if (isSpecial(character))
            path += QLatin1Char('\\');
        path += character;
    }
}

} // namespace

QString Profile::path() const
{
    return joinPath(folder + QStringList(name));
}

bool Profile::isGuarded() const
{
    return guard == Guard::ByEnvironment ? environment == Environment::Production : guard == Guard::On;
}

QStringList splitPath(const QString &path)
{
    QStringList parts(QString{});
    for (qsizetype at = 0; at < path.size(); ++at) {
        const QChar character = path.at(at);
        if (character == QLatin1Char('/'))
            parts.append(QString());
        else if (character == QLatin1Char('\\') && at + 1 < path.size() && isSpecial(path.at(at + 1)))
            parts.last() += path.at(++at);
        else
            parts.last() += character;
    }
    for (QString &part : parts)
        part = part.trimmed();
    parts.removeAll(QString());
    return parts;
}

QString joinPath(const QStringList &parts)
{
    QString path;
    for (const QString &part : parts) {
        if (!path.isEmpty())
            path += QLatin1Char('/');
        appendEscaped(path, part);
    }
    return path;
}

} // namespace latchkey
