// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/match.h"

namespace latchkey {

namespace {

constexpr int asName = 8;
constexpr int atNamesBeginning = 6;
constexpr int inName = 4;
constexpr int inPath = 3;
constexpr int inRest = 2;
constexpr int asAbbreviation = 1;
constexpr qsizetype longestAbbreviation = 16; ///< bounds the search

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || (text.at(at).isLetterOrNumber() && !text.at(at - 1).isLetterOrNumber());
}

/// Whether `word` from `typed` on abbreviates `text` from `at` on: each letter follows the one before, or begins a word.
bool abbreviates(QStringView word, const QString &text, qsizetype at)
{
    if (word.isEmpty())
        return true;
    if (at > 0 && at < text.size() && text.at(at) == word.front()
        && abbreviates(word.sliced(1), text, at + 1))
        return true;
    for (qsizetype next = at; (next = text.indexOf(word.front(), next)) >= 0; ++next) {
        if (beginsWord(text, next) && abbreviates(word.sliced(1), text, next + 1))
            return true;
    }
    return false;
}

int wordScore(const SearchText &text, const QString &word)
{
    if (text.name == word)
        return asName;
    if (const qsizetype at = text.name.indexOf(word); at >= 0)
        return at == 0 ? atNamesBeginning : inName;
    if (text.path.contains(word))
        return inPath;
    if (text.rest.contains(word))
        return inRest;
    if (word.size() > 1 && word.size() <= longestAbbreviation && abbreviates(word, text.path, 0))
        return asAbbreviation;
    return 0;
}

} // namespace

SearchText::SearchText(const Profile &profile)
    : name(profile.name.toCaseFolded()),
      path((profile.folder.join(QLatin1Char('/')) + QLatin1Char('/') + profile.name).toCaseFolded()),
      rest((QStringList{profile.host, profile.account, profile.identity.principal} + profile.tags)
               .join(QLatin1Char('\n'))
               .toCaseFolded())
{ }

QStringList searchWords(const QString &typed)
{
    return typed.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

int matchScore(const SearchText &text, const QStringList &words)
{
    int score = 1;
    for (const QString &word : words) {
        const int one = wordScore(text, word);
        if (one == 0)
            return 0;
        score += one;
    }
    return score;
}

} // namespace latchkey
