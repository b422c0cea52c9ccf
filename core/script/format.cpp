// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/format.h"

#include "core/script/lexer.h"
#include "core/script/reservedwords.h"

#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

namespace latchkey::script {

namespace {

constexpr int indentation = 4;

/// What is never taken apart, and what was between it and the one before.
struct Chunk
{
    QString text;
    QString word; ///< upper case, of a bare word that is no part of a qualified name
    bool isComment = false;
    bool endsLine = false; ///< a comment up to the line's end
    bool hadSpace = false;
    bool hadLine = false;

    bool isAnyOf(const QStringList &words) const { return words.contains(word); }
};

/// An executed comment is one chunk.
QList<Chunk> chunksOf(QStringView statement, const QList<Token> &all)
{
    QList<Chunk> chunks;
    Chunk next;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const qsizetype begin = all[i].begin;
        if (all[i].kind == TokenKind::Blank) {
            next.hadSpace = true;
            next.hadLine = next.hadLine || all[i].text(statement).contains(u'\n');
            continue;
        }
        if (all[i].kind == TokenKind::ExecutedBegin)
            while (i + 1 < all.size() && all[i].kind != TokenKind::ExecutedEnd)
                ++i;
        next.text = statement.mid(begin, all[i].end - begin).toString();
        next.isComment = all[i].kind == TokenKind::Comment && all[i].begin == begin;
        next.endsLine = next.isComment && !next.text.startsWith(u"/*");
        const bool isQualified = !chunks.isEmpty() && chunks.last().text == u".";
        if (all[i].kind == TokenKind::Word && !isQualified)
            next.word = next.text.toUpper();
        const bool hadLine = next.endsLine && next.text.endsWith(u'\n');
        if (hadLine)
            next.text.chop(1);
        chunks.append(std::exchange(next, {}));
        next.hadSpace = next.hadLine = hadLine;
    }
    return chunks;
}

class Formatter
{
public:
    Formatter(QList<Chunk> chunks, KeywordCase keywords) : m_chunks(std::move(chunks)), m_case(keywords) { }

    QString text()
    {
        m_levels.append({0, 0, true});
        for (m_at = 0; m_at < m_chunks.size(); ++m_at)
            put();
        return std::move(m_text);
    }

private:
    struct Line
    {
        int indent = 0;
    };

    struct Level
    {
        int indent = 0;
        int outer = 0; ///< of the line that opened it
        bool breaks = false; ///< clauses begin on lines of their own
        bool lists = false; ///< items do, too
        bool isBetween = false; ///< the next AND belongs to it
        int cases = 0; ///< that are open
        bool isInValues = false;
    };

    Level &level() { return m_levels.last(); }
    const Chunk &chunk() const { return m_chunks[m_at]; }
    /// The next, or the one before, that is no comment.
    const Chunk &neighbour(int step) const
    {
        static const Chunk none;
        qsizetype i = m_at + step;
        while (i >= 0 && i < m_chunks.size() && m_chunks[i].isComment)
            i += step;
        return i >= 0 && i < m_chunks.size() ? m_chunks[i] : none;
    }

    void put()
    {
        if (chunk().text == u")" && m_levels.size() > 1) {
            if (level().breaks) {
                m_line = Line{level().outer};
                m_maySeparate = true;
            }
            m_levels.removeLast();
        } else if (!chunk().isComment) {
            beginClause();
        }
        separate();
        m_text += isUpper() ? chunk().word : chunk().text;
        m_mustBreak = chunk().endsLine;
        if (!chunk().isComment)
            m_line.reset();
        after();
    }

    bool isUpper() const
    {
        const bool isWord = isReserved(chunk().word) || (chunk().word == u"END" && m_isCaseEnd)
                            || (chunk().word == u"DUPLICATE" && neighbour(-1).word == u"ON");
        return m_case == KeywordCase::Upper && isWord;
    }

    void separate()
    {
        m_beganLine = false;
        if (m_text.isEmpty() || isBehindMinuses())
            return;
        const int indent = m_line ? m_line->indent : level().indent + indentation;
        const bool breaksHere = m_mustBreak || (chunk().isComment ? chunk().hadLine : m_line.has_value());
        const bool touches = neighbour(-1).text == u"(" || chunk().text == u")" || chunk().text == u",";
        if (breaksHere && (m_mustBreak || chunk().hadSpace || m_maySeparate)) {
            m_text += u'\n' + QString(indent, u' ');
            m_indent = indent;
            m_beganLine = true;
        } else if ((chunk().hadSpace && !(touches && !chunk().isComment && !m_chunks[m_at - 1].isComment))
                   || m_isAfterComma) {
            m_text += u' ';
        }
    }

    /// A blank there would make a comment of them.
    bool isBehindMinuses() const { return m_text.endsWith(u"--") && m_chunks[m_at - 1].text == u"-"; }

    void after()
    {
        m_maySeparate = false;
        m_isAfterComma = false;
        if (chunk().text == u"(")
            open();
        else if (chunk().text == u"," && !chunk().isComment)
            afterComma();
        else if (chunk().isComment && m_line)
            m_maySeparate = true;
    }

    void afterComma()
    {
        m_isAfterComma = true;
        m_maySeparate = true;
        if (level().lists && !m_beganLine)
            m_line = Line{level().indent + (m_isDefinition ? 0 : indentation)};
    }

    void open()
    {
        const bool isQuery = neighbour(1).isAnyOf({u"SELECT"_qs, u"WITH"_qs});
        const bool isColumns = m_isDefinition && m_levels.size() == 1 && !m_hasColumns;
        m_hasColumns = m_hasColumns || isColumns;
        const int indent = m_indent + indentation;
        m_levels.append(
            {isQuery || isColumns ? indent : level().indent, m_indent, isQuery || isColumns, isColumns});
        if (!level().breaks)
            return;
        m_line = Line{indent};
        m_maySeparate = true;
    }

    void beginClause()
    {
        m_isCaseEnd = false;
        m_isDefinition = m_isDefinition || (m_at < 5 && chunk().word == u"TABLE" && startsWith(u"CREATE"));
        const Chunk &now = chunk();
        if (now.word == u"CASE")
            ++level().cases;
        if (now.word == u"END" && level().cases > 0) {
            --level().cases;
            m_isCaseEnd = true;
        }
        if (now.word == u"BETWEEN")
            level().isBetween = true;
        if (!level().breaks || m_isDefinition || now.word.isEmpty() || level().cases > 0)
            return;
        if (now.isAnyOf({u"AND"_qs, u"OR"_qs, u"XOR"_qs})) {
            if (!std::exchange(level().isBetween, false) || now.word != u"AND")
                m_line = Line{level().indent + indentation};
        } else if (beginsLine(now.word)) {
            m_line = Line{level().indent};
            level().lists = now.isAnyOf({u"SELECT"_qs, u"SET"_qs, u"VALUES"_qs});
            level().isInValues = level().isInValues || now.word == u"VALUES";
        }
    }

    bool startsWith(QStringView word) const
    {
        const auto first =
            std::find_if(m_chunks.begin(), m_chunks.end(), [](const Chunk &c) { return !c.isComment; });
        return first != m_chunks.end() && first->word == word;
    }

    bool beginsLine(const QString &word) const
    {
        static const QStringList always{u"SELECT"_qs, u"WHERE"_qs,     u"HAVING"_qs, u"LIMIT"_qs,
                                        u"UNION"_qs,  u"INTERSECT"_qs, u"EXCEPT"_qs, u"RETURNING"_qs};
        static const QStringList joins{u"INNER"_qs,   u"CROSS"_qs, u"LEFT"_qs,         u"RIGHT"_qs,
                                       u"NATURAL"_qs, u"JOIN"_qs,  u"STRAIGHT_JOIN"_qs};
        static const QStringList joined{u"INNER"_qs, u"CROSS"_qs,   u"LEFT"_qs, u"RIGHT"_qs,
                                        u"OUTER"_qs, u"NATURAL"_qs, u"FULL"_qs};
        const bool isCalled = neighbour(1).text == u"(";
        const Chunk &before = neighbour(-1);
        if (always.contains(word))
            return true;
        if (joins.contains(word))
            return !before.isAnyOf(joined) && !isCalled;
        if (word == u"FROM")
            return !before.isAnyOf(
                {u"DELETE"_qs, u"IGNORE"_qs, u"QUICK"_qs, u"LOW_PRIORITY"_qs, u"DISTINCT"_qs});
        if (word == u"SET")
            return before.word != u"CHARACTER";
        if (word == u"VALUES")
            return !level().isInValues;
        if (word == u"ON")
            return neighbour(1).word == u"DUPLICATE";
        return (word == u"GROUP" || word == u"ORDER") && neighbour(1).word == u"BY";
    }

    const Level &level() const { return m_levels.last(); }

    QList<Chunk> m_chunks;
    KeywordCase m_case;
    qsizetype m_at = 0;
    QList<Level> m_levels;
    QString m_text;
    std::optional<Line> m_line; ///< what comes next begins one
    bool m_mustBreak = false; ///< behind a comment up to the line's end
    bool m_maySeparate = false; ///< a blank may stand here although none did
    bool m_isAfterComma = false;
    int m_indent = 0; ///< of the line that is written
    bool m_beganLine = false; ///< with this chunk
    bool m_isCaseEnd = false;
    bool m_isDefinition = false; ///< CREATE TABLE
    bool m_hasColumns = false;
};

bool canBeFormatted(const QList<Chunk> &chunks)
{
    static const QStringList verbs{u"SELECT"_qs, u"WITH"_qs,    u"INSERT"_qs,  u"UPDATE"_qs,
                                   u"DELETE"_qs, u"REPLACE"_qs, u"EXPLAIN"_qs, u"CREATE"_qs};
    const auto first = std::find_if(chunks.begin(), chunks.end(),
                                    [](const Chunk &c) { return !c.isComment && c.text != u"("; });
    if (first == chunks.end() || !first->isAnyOf(verbs))
        return false;
    if (first->word != u"CREATE")
        return true;
    const auto head = std::min<qsizetype>(4, chunks.end() - first);
    return std::any_of(first, first + head, [](const Chunk &c) { return c.word == u"TABLE"; });
}

} // namespace

QString formatted(QStringView statement, KeywordCase keywords)
{
    const QList<Token> all = tokens(statement);
    const bool isWhole = std::all_of(all.begin(), all.end(), [](const Token &token) { return token.closed; });
    QList<Chunk> chunks = chunksOf(statement, all);
    if (!isWhole || !canBeFormatted(chunks))
        return statement.toString();
    QString text = Formatter(std::move(chunks), keywords).text();
    const bool endsWithComment = !all.isEmpty() && all.last().kind == TokenKind::Comment;
    return endsWithComment && statement.endsWith(u'\n') && !text.endsWith(u'\n') ? text + u'\n' : text;
}

} // namespace latchkey::script
