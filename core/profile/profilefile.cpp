// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilefile.h"

#include "core/base/atomicfile.h"
#include "core/base/filelock.h"
#include "core/base/paths.h"
#include "core/profile/sortkey.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace latchkey {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("latchkey::ProfileStore", text);
}

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

void sort(ProfileDocument &document)
{
    document.folders = sorted(std::move(document.folders));
    document.profiles = sorted(std::move(document.profiles));
}

Error tooMuch(const Error &reason)
{
    return {Error::Code::InvalidInput,
            sentence(QT_TRANSLATE_NOOP(
                "latchkey::ProfileStore",
                "The profile cannot be saved: a text in it is too long, or not valid Unicode. "
                "Shorten or correct it.")),
            reason.detail, 0};
}

Result<ProfileDocument> readDocument(const QString &file)
{
    auto content = readWhole(file, maxProfileFile);
    if (!content)
        return std::move(content).error();
    if (!*content)
        return ProfileDocument{};
    return readProfiles(**content, file);
}

/// Moves a damaged file out of the way, and says where to in the error. Nothing is saved over it.
Error setAside(const QString &file, Error damage)
{
    const QString target = linkTarget(file);
    int number = 1;
    const auto name = [&target, &number] { return QStringLiteral("%1.damaged-%2").arg(target).arg(number); };
    while (QFileInfo::exists(name()))
        ++number;
    if (!QFile::rename(target, name())) {
        damage.message += QLatin1Char(' ')
                          + sentence(QT_TRANSLATE_NOOP("latchkey::ProfileStore", "Nothing has been saved."));
        return damage;
    }
    damage.message +=
        QLatin1Char(' ')
        + sentence(QT_TRANSLATE_NOOP(
                       "latchkey::ProfileStore",
                       "Nothing has been saved. The damaged file is now “%1”; saving again starts a new "
                       "file."))
              .arg(name());
    return damage;
}

} // namespace

Result<ProfileDocument> ProfileFile::read() const
{
    auto document = readDocument(m_path);
    if (document)
        sort(*document);
    return document;
}

Result<ProfileDocument> ProfileFile::edit(const Change &change) const
{
    if (auto made = paths::makeOwn(QFileInfo(m_path).path()); !made)
        return std::move(made).error();
    const auto lock = FileLock::take(m_path);
    if (!lock)
        return lock.error();
    auto fresh = readDocument(m_path);
    if (!fresh)
        return fresh.error().code == Error::Code::FileDamaged ? setAside(m_path, fresh.error())
                                                              : fresh.error();
    if (auto changed = change(*fresh); !changed)
        return std::move(changed).error();
    sort(*fresh);
    const QByteArray text = writeProfiles(*fresh);
    // A file that could not be read again (a note of megabytes, a folder too deep) must not come to be.
    if (auto readable = readProfiles(text, m_path); !readable)
        return tooMuch(readable.error());
    if (auto written = writeAtomically(m_path, text); !written)
        return std::move(written).error();
    return fresh;
}

} // namespace latchkey
