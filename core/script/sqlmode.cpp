// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/sqlmode.h"

namespace latchkey::script {

QList<SqlMode> readings(QStringView text, SqlMode known)
{
    QList<SqlMode> found{known};
    const bool inDouble = text.contains(u"\\\"");
    if (known.noBackslashEscapes.value_or(false) || (!inDouble && !text.contains(u"\\'")))
        return found;
    if (!known.noBackslashEscapes)
        found.append({true, known.ansiQuotes});
    if (inDouble && !known.ansiQuotes)
        found.append({false, true});
    return found;
}

} // namespace latchkey::script
