// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/lexer.h"

#include <QStringList>

namespace latchkey::script {

/// A token that means something: no blank, no comment. What an executed comment holds is there, its marks are not.
struct Term
{
    Token token;
    QString word; ///< upper case, of a Word; the text itself of a Symbol or Variable; else empty
    int depth = 0; ///< of parentheses around it; a parenthesis has that of its inside
    bool isCalled = false; ///< a Word with "(" right behind it

    bool is(QStringView upper) const { return token.kind == TokenKind::Word && word == upper; }
    bool isAnyOf(const QStringList &upper) const
    {
        return token.kind == TokenKind::Word && upper.contains(word);
    }
    bool isSymbol(QStringView symbol) const { return token.kind == TokenKind::Symbol && word == symbol; }
    bool isText() const { return token.kind == TokenKind::String; }
};

QList<Term> terms(QStringView statement, SqlMode mode = {});

/// Whether any part of it is run by some servers only.
bool hasExecutedComment(QStringView statement, SqlMode mode = {});

/// What a String or Identifier token says, doubled quotes and, unless the mode forbids it, backslashes resolved.
QString unquoted(QStringView literal, SqlMode mode = {});

/// What a Word, an Identifier or a Variable is called, in upper case: without quotes, @ and the scope before a dot. Nothing
/// for others. What is in double quotes counts as a name, too.
QString nameOf(const Term &term, QStringView statement);

} // namespace latchkey::script
