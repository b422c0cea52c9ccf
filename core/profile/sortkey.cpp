// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/sortkey.h"

#include <algorithm>

namespace latchkey {

namespace {

constexpr qsizetype maxDigits = 0x7FFF;

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
        qsizetype end = at;
        while (end < text.size() && isAsciiDigit(text.at(end)))
            ++end;
        if (end > at)
            appendNumber(key, QStringView(text).sliced(at, end - at));
        else
            key += text.at(end++);
        at = end;
    }
}

} // namespace

QString sortKey(const Profile &profile)
{
    QString key;
    for (const QString &part : profile.folder) {
        appendPart(key, part);
        key += QChar(u'\1'); // before everything that a name can hold
    }
    appendPart(key, profile.name);
    return key;
}

namespace {

const Profile &settingsOf(const Profile &profile)
{
    return profile;
}

const Profile &settingsOf(const Folder &folder)
{
    return folder.settings;
}

template <typename Entry>
QList<Entry> sorted(QList<Entry> entries)
{
    QList<std::pair<QString, qsizetype>> order;
    order.reserve(entries.size());
    for (qsizetype at = 0; at < entries.size(); ++at)
        order.emplaceBack(sortKey(settingsOf(entries.at(at))), at);
    const auto isBefore = [&entries](const auto &left, const auto &right) {
        if (left.first != right.first)
            return left.first < right.first;
        const Profile &a = settingsOf(entries.at(left.second));
        const Profile &b = settingsOf(entries.at(right.second));
        return std::tie(a.folder, a.name, a.id) < std::tie(b.folder, b.name, b.id);
    };
    std::sort(order.begin(), order.end(), isBefore);
    QList<Entry> result;
    result.reserve(entries.size());
    for (const auto &[key, at] : order)
        result.append(std::move(entries[at]));
    return result;
}

} // namespace

void sortByPath(ProfileDocument &document)
{
    document.folders = sorted(std::move(document.folders));
    document.profiles = sorted(std::move(document.profiles));
}

} // namespace latchkey
