// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/principaltext.h"

namespace latchkey::schema {

PrincipalText splitPrincipal(const QString &text)
{
    PrincipalText parts;
    QString *part = &parts.user;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'\\' && at + 1 < text.size())
            *part += text[++at];
        else if (text[at] == u'@' && part == &parts.user)
            part = &parts.realm;
        else
            *part += text[at];
    }
    return parts;
}

} // namespace latchkey::schema
