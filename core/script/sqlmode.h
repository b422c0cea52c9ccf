// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace latchkey::script {

/// What of a session's sql_mode says where its strings end. What is not known is read as the servers do by default.
struct SqlMode
{
    std::optional<bool> noBackslashEscapes; ///< a backslash in a string is a character like others
    std::optional<bool> ansiQuotes; ///< "x" is an identifier

    /// Whether a backslash takes its meaning from the quote behind it.
    bool isEscaping(QChar quote) const
    {
        return quote != u'`' && !noBackslashEscapes.value_or(false)
               && !(quote == u'"' && ansiQuotes.value_or(false));
    }

    friend bool operator==(const SqlMode &, const SqlMode &) = default;
};

/// The modes that the text may be read in, the likeliest first: one, unless a backslash stands before a quote while it is
/// not known what that means. Pure, linear.
QList<SqlMode> readings(QStringView text, SqlMode known);

} // namespace latchkey::script
