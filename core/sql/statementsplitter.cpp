// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/statementsplitter.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace latchkey::sql {
namespace {

bool startsWithAt(QStringView text, qsizetype at, QStringView what,
                  Qt::CaseSensitivity sensitivity = Qt::CaseSensitive)
{
    return text.mid(at, what.size()).compare(what, sensitivity) == 0;
}

/// Behind the string or quoted identifier that opens at `at`. A doubled quote reads as two neighbours, which ends at
/// the same place.
qsizetype afterQuoted(QStringView text, qsizetype at)
{
    const QChar quote = text[at];
    const bool escapes = quote != u'`';
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] == quote)
            return i + 1;
        if (escapes && text[i] == u'\\')
            ++i;
    }
    return text.size();
}

qsizetype afterLine(QStringView text, qsizetype at)
{
    const qsizetype end = text.indexOf(u'\n', at);
    return end < 0 ? text.size() : end + 1;
}

/// "--" starts a comment only before a blank, a control character or the end ("5--3" is arithmetic).
bool startsLineComment(QStringView text, qsizetype at)
{
    if (text[at] == u'#')
        return true;
    return startsWithAt(text, at, u"--") && (at + 2 >= text.size() || text[at + 2] <= u' ');
}

bool startsExecutedComment(QStringView text, qsizetype at)
{
    return startsWithAt(text, at, u"/*!") || startsWithAt(text, at, u"/*M!");
}

bool isQuote(QChar character)
{
    return character == u'\'' || character == u'"' || character == u'`';
}

qsizetype afterComment(QStringView text, qsizetype at)
{
    const qsizetype end = text.indexOf(u"*/", at + 2);
    return end < 0 ? text.size() : end + 2;
}

/// The server reads tokens inside, so that a string may hold "*/".
qsizetype afterExecutedComment(QStringView text, qsizetype at)
{
    qsizetype i = at + 3;
    while (i < text.size()) {
        if (startsWithAt(text, i, u"*/"))
            return i + 2;
        if (isQuote(text[i]))
            i = afterQuoted(text, i);
        else if (startsLineComment(text, i))
            i = afterLine(text, i);
        else if (startsWithAt(text, i, u"/*"))
            i = afterComment(text, i);
        else
            ++i;
    }
    return text.size();
}

struct Token
{
    qsizetype end = 0;
    bool blank = false; ///< white space or a comment
};

/// The shortest stretch from `at` in which no delimiter can be seen: a quoted thing, a comment, or one character.
Token tokenAt(QStringView text, qsizetype at)
{
    if (isQuote(text[at]))
        return {afterQuoted(text, at), false};
    if (startsLineComment(text, at))
        return {afterLine(text, at), true};
    if (startsExecutedComment(text, at))
        return {afterExecutedComment(text, at), false};
    if (startsWithAt(text, at, u"/*"))
        return {afterComment(text, at), true};
    return {at + 1, text[at].isSpace()};
}

/// DELIMITER only counts as a word of its own.
bool startsDelimiterCommand(QStringView text, qsizetype at)
{
    constexpr QStringView word = u"delimiter";
    const qsizetype end = at + word.size();
    return startsWithAt(text, at, word, Qt::CaseInsensitive) && (end >= text.size() || text[end].isSpace());
}

class Splitter
{
public:
    explicit Splitter(QStringView script) : m_script(script) { }

    QList<ScriptPiece> split()
    {
        qsizetype at = 0;
        while (at < m_script.size()) {
            ScriptPiece piece = pieceFrom(at);
            at = piece.end;
            m_pieces.append(piece);
        }
        return std::move(m_pieces);
    }

private:
    ScriptPiece pieceFrom(qsizetype begin)
    {
        qsizetype at = begin;
        qsizetype first = -1; // of the first token
        qsizetype last = begin; // behind the last token
        while (at < m_script.size() && !startsWithAt(m_script, at, m_delimiter)) {
            if (first < 0 && startsDelimiterCommand(m_script, at))
                return commandPiece(begin, at);
            const Token token = tokenAt(m_script, at);
            if (!token.blank) {
                first = first < 0 ? at : first;
                last = token.end;
            }
            at = token.end;
        }
        const qsizetype end = at < m_script.size() ? at + m_delimiter.size() : at;
        return {begin, end, first < 0 ? last : first, last, false};
    }

    ScriptPiece commandPiece(qsizetype begin, qsizetype at)
    {
        const qsizetype end = afterLine(m_script, at);
        const QStringView command = m_script.mid(at, end - at).trimmed();
        const QStringView argument = command.mid(9).trimmed();
        const auto blank =
            std::find_if(argument.begin(), argument.end(), [](QChar c) { return c.isSpace(); });
        if (!argument.isEmpty())
            m_delimiter = argument.left(blank - argument.begin()).toString();
        return {begin, end, at, at + command.size(), true};
    }

    QStringView m_script;
    QString m_delimiter = QStringLiteral(";");
    QList<ScriptPiece> m_pieces;
};

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character == u'_' || character == u'$';
}

/// The bare words, in upper case, outside of strings and comments. A word that is called, as in "replace(", ends in "(".
QStringList bareWords(QStringView statement)
{
    QStringList words;
    qsizetype at = 0;
    while (at < statement.size()) {
        if (!isWordCharacter(statement[at])) {
            at = tokenAt(statement, at).end;
            continue;
        }
        const qsizetype begin = at;
        while (at < statement.size() && isWordCharacter(statement[at]))
            ++at;
        const bool called = at < statement.size() && statement[at] == u'(';
        words.append(statement.mid(begin, at - begin + (called ? 1 : 0)).toString().toUpper());
    }
    return words;
}

bool hasExecutedComment(QStringView statement)
{
    for (qsizetype at = 0; at < statement.size(); at = tokenAt(statement, at).end)
        if (startsExecutedComment(statement, at))
            return true;
    return false;
}

bool containsAny(const QStringList &words, const QSet<QString> &wanted)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const QString &word) { return wanted.contains(word); });
}

bool containsPair(const QStringList &words, const QString &first, const QString &second)
{
    const auto pair = std::adjacent_find(words.begin(), words.end(), [&](const QString &a, const QString &b) {
        return a == first && b == second;
    });
    return pair != words.end();
}

/// A verb that writes, other than in SELECT … FOR UPDATE.
bool hasWritingVerb(const QStringList &words)
{
    static const QSet<QString> verbs{u"INSERT"_qs, u"UPDATE"_qs, u"DELETE"_qs, u"REPLACE"_qs};
    for (qsizetype i = 0; i < words.size(); ++i)
        if (verbs.contains(words[i]) && (i == 0 || words[i - 1] != u"FOR"))
            return true;
    return false;
}

bool queryMayWrite(const QStringList &words)
{
    static const QSet<QString> toFile{u"OUTFILE"_qs, u"DUMPFILE"_qs};
    return containsAny(words, toFile) || (words.first() == u"WITH" && hasWritingVerb(words));
}

/// SET of this session's variables is harmless, unless it reaches beyond the session or undoes read-only.
bool setMayWrite(const QStringList &words)
{
    static const QSet<QString> beyond{u"GLOBAL"_qs,
                                      u"PERSIST"_qs,
                                      u"PERSIST_ONLY"_qs,
                                      u"PASSWORD"_qs,
                                      u"PASSWORD("_qs,
                                      u"STATEMENT"_qs,
                                      u"RESOURCE"_qs,
                                      u"WRITE"_qs,
                                      u"SQL_LOG_BIN"_qs,
                                      u"TX_READ_ONLY"_qs,
                                      u"TRANSACTION_READ_ONLY"_qs};
    return containsAny(words, beyond) || containsPair(words, u"DEFAULT"_qs, u"ROLE"_qs);
}

} // namespace

QList<ScriptPiece> splitScript(QStringView script)
{
    return Splitter(script).split();
}

std::optional<ScriptPiece> statementAt(QStringView script, qsizetype cursor)
{
    std::optional<ScriptPiece> before;
    for (const ScriptPiece &piece : splitScript(script)) {
        if (piece.isBlank())
            continue;
        if (before && cursor < piece.sqlBegin
            && !script.mid(before->end, cursor - before->end).contains(u'\n'))
            return before;
        if (cursor < piece.end)
            return piece;
        before = piece;
    }
    return before;
}

bool mayWrite(QStringView statement)
{
    static const QSet<QString> queries{u"SELECT"_qs, u"VALUES"_qs, u"VALUES("_qs, u"TABLE"_qs, u"WITH"_qs};
    static const QSet<QString> plans{u"EXPLAIN"_qs, u"DESCRIBE"_qs, u"DESC"_qs};
    static const QSet<QString> harmless{u"SHOW"_qs,     u"HELP"_qs,      u"USE"_qs,     u"COMMIT"_qs,
                                        u"ROLLBACK"_qs, u"SAVEPOINT"_qs, u"RELEASE"_qs, u"UNLOCK"_qs};

    const QStringList words = bareWords(statement);
    if (words.isEmpty() || hasExecutedComment(statement))
        return true;
    const QString &verb = words.first();
    if (queries.contains(verb))
        return queryMayWrite(words);
    if (plans.contains(verb)) // with ANALYZE, the statement is run
        return words.contains(u"ANALYZE"_qs) && (hasWritingVerb(words) || queryMayWrite(words));
    if (verb == u"SET")
        return setMayWrite(words);
    if (verb == u"BEGIN") // alone; in MariaDB, BEGIN NOT ATOMIC opens a block
        return words.size() > 1 && words[1] != u"WORK";
    if (verb == u"START")
        return words.value(1) != u"TRANSACTION" || words.contains(u"WRITE"_qs);
    return !harmless.contains(verb);
}

} // namespace latchkey::sql
