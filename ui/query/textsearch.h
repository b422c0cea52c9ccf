// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace latchkey {

struct TextSearch
{
    QString pattern;
    bool matchesCase = false;
    bool wholeWords = false;
    bool isExpression = false; ///< a regular one, Perl's
};

struct TextMatch
{
    qsizetype begin = 0;
    qsizetype end = 0;

    friend bool operator==(const TextMatch &, const TextMatch &) = default;
};

/// Every match, from the first on, none of them empty; nothing for an expression that is wrong. Pure.
std::optional<QList<TextMatch>> matchesIn(const QString &text, const TextSearch &search);

/// What the match that begins there becomes: \0 of an expression stands for all of it, \1 and so on for its groups. Pure.
QString replacementFor(const QString &text, qsizetype begin, const TextSearch &search, const QString &with);

/// The text with every match replaced. Pure, linear but for what the expression takes.
QString allReplaced(const QString &text, const TextSearch &search, const QString &with);

} // namespace latchkey
