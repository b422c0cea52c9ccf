// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/sortkey.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr qsizetype maxDigits = 0x7FFF;
constexpr qsizetype spareLetters = 8; ///< for what appendNumber() adds

bool isAsciiDigit(QChar character)
{
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

QString folded(const QString &text)
{
    const bool isAscii =
        std::all_of(text.begin(), text.end(), [](QChar character) { return character.unicode() < 0x80; });
    return isAscii ? text.toLower() : text.normalized(QString::NormalizationForm_KD).toCaseFolded();
}

// A number becomes "0", how many digits it has, and the digits: so 9 comes before 10, and both where digits belong.
void appendNumber(QString &key, QStringView digits)
{
    while (digits.size() > 1 && digits.front() == QLatin1Char('0'))
        digits = digits.sliced(1);
    key += QLatin1Char('0');
    key += QChar(static_cast<char16_t>(std::min(digits.size(), maxDigits)));
    key += digits;
}

void appendPart(QString &key, const QString &part)
{
    const QString text = folded(part);
    for (qsizetype at = 0; at < text.size();) {
        const bool isNumber = isAsciiDigit(text.at(at));
        qsizetype end = at + 1;
        while (end < text.size() && isAsciiDigit(text.at(end)) == isNumber)
            ++end;
        const QStringView run = QStringView(text).sliced(at, end - at);
        if (isNumber)
            appendNumber(key, run);
        else
            key += run;
        at = end;
    }
}

} // namespace

QString SortKeys::keyOf(const Profile &profile)
{
    if (profile.folder != m_folder) {
        m_folder = profile.folder;
        m_beginning.clear();
        for (const QString &part : m_folder) {
            appendPart(m_beginning, part);
            m_beginning += QChar(u'\1'); // before everything that a name can hold
        }
    }
    QString key;
    key.reserve(m_beginning.size() + profile.name.size() + spareLetters);
    key += m_beginning;
    appendPart(key, profile.name);
    return key;
}

} // namespace latchkey
