// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/statementsplitter.h"

#include "core/script/lexer.h"

#include <algorithm>

namespace latchkey::script {
namespace {

const QString defaultDelimiter = QStringLiteral(";");

struct Stretch
{
    qsizetype end = 0;
    bool blank = false; ///< white space or a comment
};

/// The shortest stretch from `at` in which no delimiter can be seen: a quoted thing, a comment, or one character.
Stretch stretchAt(QStringView text, qsizetype at, SqlMode mode)
{
    if (isQuote(text[at]))
        return {afterQuoted(text, at, mode), false};
    if (startsLineComment(text, at))
        return {afterLine(text, at), true};
    if (startsExecutedComment(text, at))
        return {afterExecutedComment(text, at, mode), false};
    if (startsAt(text, at, u"/*"))
        return {afterComment(text, at), true};
    return {at + 1, text[at].isSpace()};
}

/// DELIMITER only counts as a word of its own.
bool startsDelimiterCommand(QStringView text, qsizetype at)
{
    constexpr QStringView word = u"delimiter";
    const qsizetype end = at + word.size();
    return startsAt(text, at, word, Qt::CaseInsensitive) && (end >= text.size() || text[end].isSpace());
}

/// In quotes or up to a blank.
QStringView firstArgument(QStringView arguments)
{
    if (!arguments.isEmpty() && isQuote(arguments.front()))
        return arguments.mid(1, std::max<qsizetype>(arguments.indexOf(arguments.front(), 1) - 1, 0));
    const auto blank = std::find_if(arguments.begin(), arguments.end(), [](QChar c) { return c.isSpace(); });
    return arguments.left(blank - arguments.begin());
}

class Splitter
{
public:
    Splitter(QStringView script, const QString &delimiter, SqlMode mode)
        : m_script(script), m_delimiter(delimiter), m_mode(mode)
    { }

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

    QString delimiterAt(qsizetype place)
    {
        qsizetype at = 0;
        while (at < m_script.size()) {
            const QString before = m_delimiter;
            at = pieceFrom(at).end;
            if (at > place)
                return before; // a command counts from its end on
        }
        return m_delimiter;
    }

private:
    ScriptPiece pieceFrom(qsizetype begin)
    {
        qsizetype at = begin;
        qsizetype first = -1; // of the first token
        qsizetype last = begin; // behind the last token
        while (at < m_script.size() && !startsAt(m_script, at, m_delimiter)) {
            if (first < 0 && startsDelimiterCommand(m_script, at))
                return commandPiece(begin, at);
            const Stretch stretch = first < 0 && startsAt(m_script, at, u"--")
                                        ? Stretch{afterLine(m_script, at), true} // as the clients have it
                                        : stretchAt(m_script, at, m_mode);
            if (!stretch.blank) {
                first = first < 0 ? at : first;
                last = stretch.end;
            }
            at = stretch.end;
        }
        const qsizetype end = at < m_script.size() ? at + m_delimiter.size() : at;
        return {begin, end, first < 0 ? last : first, last, false};
    }

    ScriptPiece commandPiece(qsizetype begin, qsizetype at)
    {
        const qsizetype end = afterLine(m_script, at);
        const QStringView command = m_script.mid(at, end - at).trimmed();
        if (const QStringView chosen = firstArgument(command.mid(9).trimmed()); !chosen.isEmpty())
            m_delimiter = chosen.toString();
        return {begin, end, at, at + command.size(), true};
    }

    QStringView m_script;
    QString m_delimiter;
    SqlMode m_mode;
    QList<ScriptPiece> m_pieces;
};

} // namespace

QList<ScriptPiece> splitScript(QStringView script, const QString &delimiter, SqlMode mode)
{
    return Splitter(script, delimiter, mode).split();
}

QString delimiterAt(QStringView script, qsizetype place, SqlMode mode)
{
    return Splitter(script, defaultDelimiter, mode).delimiterAt(place);
}

std::optional<ScriptPiece> statementAt(QStringView script, qsizetype cursor, SqlMode mode)
{
    std::optional<ScriptPiece> before;
    for (const ScriptPiece &piece : splitScript(script, defaultDelimiter, mode)) {
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

} // namespace latchkey::script
