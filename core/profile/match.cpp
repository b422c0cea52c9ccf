// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/match.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr int asName = 8;
constexpr int atNamesBeginning = 6;
constexpr int inName = 4;
constexpr int inPath = 3;
constexpr int inRest = 2;
constexpr int asAbbreviation = 1;
constexpr qsizetype longestAbbreviation = 16; ///< bounds the search

bool beginsWord(QStringView text, qsizetype at)
{
    return at == 0 || (text.at(at).isLetterOrNumber() && !text.at(at - 1).isLetterOrNumber());
}

/// Whether `word` from `typed` on abbreviates `text` from `at` on: each letter follows the one before, or begins a word.
bool abbreviates(QStringView word, QStringView text, qsizetype at)
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

bool isAbbreviation(const SearchText &text, const QString &word)
{
    return word.size() > 1 && word.size() <= longestAbbreviation && abbreviates(word, text.path(), 0);
}

int wordScore(const SearchText &text, const QString &word)
{
    const qsizetype at = text.all().indexOf(word);
    if (at < 0)
        return isAbbreviation(text, word) ? asAbbreviation : 0;
    if (at >= text.path().size())
        return inRest;
    if (text.name() == word)
        return asName;
    const qsizetype atInName = text.name().indexOf(word);
    if (atInName < 0)
        return inPath;
    return atInName == 0 ? atNamesBeginning : inName;
}

} // namespace

SearchText::SearchText(const Profile &profile)
{
    constexpr qsizetype typicalSize = 160;
    m_text.reserve(typicalSize);
    for (const QString &part : profile.folder)
        m_text += part.toCaseFolded() + QLatin1Char('/');
    m_nameBegin = m_text.size();
    m_text += profile.name.toCaseFolded();
    m_pathEnd = m_text.size();
    for (const QString *line : {&profile.host, &profile.account, &profile.identity.principal})
        m_text += QLatin1Char('\n') + line->toCaseFolded();
    for (const QString &tag : profile.tags)
        m_text += QLatin1Char('\n') + tag.toCaseFolded();
}

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

bool matches(const SearchText &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) {
        return text.all().contains(word) || isAbbreviation(text, word);
    });
}

} // namespace latchkey
