// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/catalogueoptions.h"

#include "app/cli/importoptions.h"
#include "app/cli/text.h"

namespace latchkey::cli {

QList<QCommandLineOption> catalogueOptions()
{
    return {
        {QStringLiteral("negotiate"),
         Text::tr("Show the web server a ticket of the default cache, if it asks for one.")},
        {QStringLiteral("principal"), Text::tr("Show it this principal’s ticket; this means --negotiate."),
         QStringLiteral("PRINCIPAL")},
        {QStringLiteral("ca"), Text::tr("Authorities that the web server is verified with (PEM)."),
         QStringLiteral("FILE")},
        {QStringLiteral("allow"),
         Text::tr("Trust the catalogue with this too: %1 or all. May be repeated.")
             .arg(riskWords().join(QLatin1String(", "))),
         QStringLiteral("RISK")},
    };
}

} // namespace latchkey::cli
