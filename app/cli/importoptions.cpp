// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/importoptions.h"

#include "app/cli/text.h"
#include "core/profile/formats/codec.h"
#include "core/profile/importrisk.h"

namespace latchkey::cli {

QString formatWords(bool onlyWritten)
{
    QStringList words;
    for (const formats::Codec *codec : formats::codecs()) {
        if (codec->write || !onlyWritten)
            words.append(QLatin1String(codec->word));
    }
    return words.join(QLatin1String(", "));
}

QStringList riskWords()
{
    QStringList words;
    for (const RiskName &name : riskNames())
        words.append(QLatin1String(name.word));
    return words;
}

QList<QCommandLineOption> importOptions()
{
    return {
        {QStringLiteral("format"),
         Text::tr("Format of the file: %1; told by its content if not given.").arg(formatWords(false)),
         QStringLiteral("WORD")},
        {QStringLiteral("into"), Text::tr("Folder that new profiles come into."), QStringLiteral("FOLDER")},
        {QStringLiteral("dry-run"), Text::tr("Print what would be done, and save nothing.")},
        {QStringLiteral("allow"),
         Text::tr("Take this too: %1 or all. May be repeated.").arg(riskWords().join(QLatin1String(", "))),
         QStringLiteral("RISK")},
    };
}

QList<QCommandLineOption> exportOptions()
{
    return {
        {QStringLiteral("format"), Text::tr("Format to write: %1.").arg(formatWords(true)),
         QStringLiteral("WORD")},
        {QStringLiteral("output"),
         Text::tr("Write to this file (for you alone to read) instead of standard output."),
         QStringLiteral("FILE")},
    };
}

} // namespace latchkey::cli
