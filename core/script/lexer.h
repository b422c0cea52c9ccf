// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/sqlmode.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace latchkey::script {

/// What a stretch of SQL is to the server's lexer.
enum class TokenKind {
    Blank,
    Comment, ///< up to and with the line's end, or the closing mark; optimizer hints too
    ExecutedBegin, ///< "/*!50100" or "/*M!": what follows is SQL up to ExecutedEnd
    ExecutedEnd,
    Word, ///< keyword or bare identifier
    Number, ///< begins with a digit
    String, ///< in ' or "; the latter may be an identifier while nothing is known of ANSI_QUOTES
    Identifier, ///< in backquotes; with ANSI_QUOTES in " too
    Variable, ///< @name, @@scope.name
    Symbol ///< one character, but ":=" and "::" are one
};

/// Offsets count UTF-16 units. What is left open at the end reaches to the end, and is not `closed`.
struct Token
{
    TokenKind kind = TokenKind::Blank;
    qsizetype begin = 0;
    qsizetype end = 0;
    bool closed = true;

    QStringView text(QStringView statement) const { return statement.mid(begin, end - begin); }
    bool isSpace() const { return kind == TokenKind::Blank || kind == TokenKind::Comment; }

    friend bool operator==(const Token &, const Token &) = default;
};

/// All of the text, in order and without gaps. Pure, linear.
QList<Token> tokens(QStringView statement, SqlMode mode = {});

// What the lexer and the splitter share: places in the text.
bool startsAt(QStringView text, qsizetype at, QStringView what,
              Qt::CaseSensitivity sensitivity = Qt::CaseSensitive);
bool isQuote(QChar character);
/// As the servers have it: a no-break space is a letter like all beyond ASCII.
bool isBlank(QChar character);
bool isWordCharacter(QChar character);
/// "--" starts a comment only before a blank, a control character or the end ("5--3" is arithmetic).
bool startsLineComment(QStringView text, qsizetype at);
bool startsExecutedComment(QStringView text, qsizetype at);
/// Behind the string or quoted identifier that opens at `at`; a doubled quote belongs to it.
qsizetype afterQuoted(QStringView text, qsizetype at, SqlMode mode);
qsizetype afterLine(QStringView text, qsizetype at);
qsizetype afterComment(QStringView text, qsizetype at);
/// The server reads tokens inside, so that a string may hold "*/".
qsizetype afterExecutedComment(QStringView text, qsizetype at, SqlMode mode);

} // namespace latchkey::script
