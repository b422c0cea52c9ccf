// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/lexer.h"

#include <QStringList>

namespace latchkey::test {

/// What the server would read: no blanks, and comments without the line's end.
inline QStringList meaning(const QString &text)
{
    QStringList found;
    for (const script::Token &token : script::tokens(text))
        if (token.kind != script::TokenKind::Blank)
            found.append(token.text(text).toString().trimmed());
    return found;
}

} // namespace latchkey::test
