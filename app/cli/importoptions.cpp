// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/importoptions.h"

#include "app/cli/call.h"
#include "app/cli/text.h"
#include "core/profile/formats/codec.h"

#include <algorithm>

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

Result<ImportConsent> consentFrom(const QStringList &values)
{
    ImportConsent consent;
    for (const QString &word : values.join(QLatin1Char(',')).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto isNamed = [&word](const RiskName &name) {
            return word == QLatin1String(name.word) || word == QLatin1String("all");
        };
        const auto names = riskNames();
        if (std::none_of(names.begin(), names.end(), isNamed))
            return usageError(
                Text::tr("“%1” is no choice for --%2: use one of %3.")
                    .arg(word, QLatin1String("allow"),
                         (riskWords() + QStringList(QStringLiteral("all"))).join(QLatin1String(", "))));
        for (const RiskName &name : names) {
            if (isNamed(name))
                consent |= name.risk;
        }
    }
    return consent;
}

QLatin1String riskWord(Risk risk)
{
    const auto names = riskNames();
    const auto found =
        std::find_if(names.begin(), names.end(), [risk](auto &name) { return name.risk == risk; });
    return QLatin1String(found->word);
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
        {QStringLiteral("aws"), Text::tr("Ask the aws command for the account’s clusters, endpoints and "
                                         "instances, instead of reading a file.")},
        {QStringLiteral("region"), Text::tr("AWS region to look into; the profile’s if not given."),
         QStringLiteral("REGION")},
        {QStringLiteral("aws-profile"),
         Text::tr("Profile of the aws command’s configuration; its default one if not given."),
         QStringLiteral("NAME")},
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
