// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace latchkey::schema {

/// A piece of SQL text. Offsets count UTF-16 units.
struct Token
{
    enum class Kind { Word, QuotedName, String, Number, Comment, Sign };

    Kind kind = Kind::Sign;
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isOpen = false; ///< a string, quoted name or block comment that reaches to the end of the text

    bool isName() const { return kind == Kind::Word || kind == Kind::QuotedName; }
    friend bool operator==(const Token &, const Token &) = default;
};

/// Cuts a statement into tokens; blanks are left out. A comment that the server executes (/*! … */) is looked into: its
/// two ends are comments, what is between them is SQL. A text in double quotes is a string, as without ANSI_QUOTES.
/// Pure, linear in the text's length.
QList<Token> tokensOf(QStringView text);

/// A name without its backticks, doubled ones single; a word as it is.
QString nameOf(QStringView text, const Token &token);

} // namespace latchkey::schema
