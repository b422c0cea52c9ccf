// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/configincludes.h"

#include <algorithm>

namespace latchkey::krb {

namespace {

/// isspace() of the C locale.
bool isSpace(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

bool isNameByte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
           || byte == '-' || byte == '_';
}

/// What follows `word` and a space; empty if the line does not begin so.
QByteArrayView behind(QByteArrayView line, QByteArrayView word)
{
    if (!line.startsWith(word) || line.size() == word.size() || !isSpace(line.at(word.size())))
        return {};
    line = line.sliced(word.size());
    while (!line.isEmpty() && isSpace(line.front()))
        line = line.sliced(1);
    while (!line.isEmpty() && (line.back() == '\r' || line.back() == '\n'))
        line.chop(1);
    return line;
}

} // namespace

QList<Include> includesOf(QByteArrayView text)
{
    QList<Include> includes;
    int number = 0;
    while (!text.isEmpty()) {
        const qsizetype newline = text.indexOf('\n');
        const qsizetype length = newline < 0 ? text.size() : newline + 1;
        const QByteArrayView line = text.first(length);
        text = text.sliced(length);
        ++number;
        if (const QByteArrayView file = behind(line, "include"); !file.isEmpty())
            includes.append({file.toByteArray(), false, number});
        else if (const QByteArrayView folder = behind(line, "includedir"); !folder.isEmpty())
            includes.append({folder.toByteArray(), true, number});
    }
    return includes;
}

bool isIncludedName(QByteArrayView name)
{
    if (name.isEmpty() || name.startsWith('.'))
        return false;
    return name.endsWith(".conf") || std::all_of(name.begin(), name.end(), isNameByte);
}

} // namespace latchkey::krb
