// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/beginning.h"

namespace latchkey::script {

QString beginningOf(const QString &statement, qsizetype characters)
{
    const QString line = statement.simplified();
    return line.size() <= characters ? line : line.left(characters) + u'…';
}

} // namespace latchkey::script
