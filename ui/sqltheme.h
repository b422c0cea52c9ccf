// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QStringList>

namespace latchkey {

/// The colours of SQL text, each at least 4.5 : 1 against the palette's Base.
struct SqlTheme
{
    QColor text;
    QColor keyword;
    QColor string;
    QColor number;
    QColor comment;
    QColor identifier; ///< in backticks
    QColor paper;
    QColor currentLine;
    QColor lineNumber;
    QColor brace; ///< behind a matching pair
    QColor loneBrace; ///< of the sign itself
    QColor selection;
    QColor selectedText;

    static SqlTheme of(const QPalette &palette);
};

/// The words of MySQL and MariaDB that are shown as keywords, in lower case.
const QStringList &sqlKeywords();

} // namespace latchkey
