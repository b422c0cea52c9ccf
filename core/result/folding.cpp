// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/folding.h"

#include <QString>

namespace latchkey::result {

namespace {

/// False: there is more than ASCII in it.
bool foldAscii(std::string_view text, char *folded)
{
    unsigned all = 0;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const auto byte = static_cast<unsigned char>(text[index]);
        all |= byte;
        const bool isCapital = static_cast<unsigned char>(byte - 'A') < 26;
        folded[index] = static_cast<char>(byte | (isCapital ? 0x20 : 0));
    }
    return all < 0x80;
}

} // namespace

void foldText(std::string_view text, std::string &folded)
{
    folded.resize(text.size());
    if (foldAscii(text, folded.data()))
        return;
    QString decomposed = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                             .normalized(QString::NormalizationForm_D);
    decomposed.removeIf([](QChar character) { return character.category() == QChar::Mark_NonSpacing; });
    decomposed = decomposed.toCaseFolded().replace(u'ß', QLatin1String("ss"));
    folded = decomposed.toStdString();
}

} // namespace latchkey::result
