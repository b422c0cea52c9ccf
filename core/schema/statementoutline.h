// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/completioncontext.h"
#include "core/schema/sqltokens.h"

namespace latchkey::schema {

/// Tokens of a statement, comments left out, each with its text.
struct NamedToken
{
    Token::Kind kind = Token::Kind::Sign;
    QString text; ///< a name without its backticks

    bool isSign(QChar sign) const { return kind == Token::Kind::Sign && text == sign; }
    bool isName() const { return kind == Token::Kind::Word || kind == Token::Kind::QuotedName; }
};

/// What the outline of a statement says of one place in it.
struct Outline
{
    CompletionContext::Expects expects = CompletionContext::Expects::Expression;
    QList<SourceTable> sources;
    QStringList withNames;
};

/// Walks through a statement once and notes its tables by query block. `place` counts tokens: the place is before
/// tokens[place]. Pure.
Outline outlineOf(const QList<NamedToken> &tokens, qsizetype place);

} // namespace latchkey::schema
