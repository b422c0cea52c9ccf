// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profileversions.h"

#include "core/base/atomicfile.h"
#include "core/base/paths.h"
#include "core/profile/profilejson.h"
#include "core/profile/profilewords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

namespace latchkey {

namespace {

constexpr qsizetype maxVersions = 10;
constexpr int lastSaved = 0; ///< in place of a version's number
constexpr QLatin1String suffix(".json");

Error noSuchVersion(int number)
{
    return {Error::Code::NotFound,
            ProfileWords::tr("Version %1 is not kept (any more). “latchkey-cli profiles versions” "
                             "lists those that are.")
                .arg(number),
            QString(), 0};
}

/// Zero if the file is no version.
int numberOf(const QFileInfo &file)
{
    if (!file.fileName().endsWith(suffix))
        return 0;
    bool isNumber = false;
    const int number = file.fileName().chopped(suffix.size()).toInt(&isNumber);
    return isNumber && number > 0 ? number : 0;
}

} // namespace

ProfileVersions::ProfileVersions(const QString &file)
    : m_file(linkTarget(file)), m_folder(m_file + QLatin1String(".versions"))
{ }

QString ProfileVersions::pathOf(int number) const
{
    return m_folder + QLatin1Char('/')
           + (number == lastSaved ? QStringLiteral("saved") : QString::number(number)) + suffix;
}

QList<ProfileVersion> ProfileVersions::list() const
{
    QList<ProfileVersion> all;
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files) {
        if (const int number = numberOf(file))
            all.append({number, file.lastModified()});
    }
    std::sort(all.begin(), all.end(),
              [](const auto &one, const auto &other) { return one.number > other.number; });
    return all;
}

Result<ProfileDocument> ProfileVersions::read(int number) const
{
    const auto content = readWhole(pathOf(number), maxProfileFile);
    if (!content)
        return content.error();
    if (!*content)
        return noSuchVersion(number);
    return readProfiles(**content, pathOf(number));
}

std::optional<std::pair<ProfileVersion, ProfileDocument>> ProfileVersions::newestGood() const
{
    QList<ProfileVersion> all = list();
    if (const QDateTime savedAt = QFileInfo(pathOf(lastSaved)).lastModified(); savedAt.isValid()) {
        const auto older = std::find_if(all.begin(), all.end(),
                                        [&savedAt](const auto &each) { return each.savedAt <= savedAt; });
        all.insert(older, {lastSaved, savedAt});
    }
    for (const ProfileVersion &version : std::as_const(all)) {
        if (auto document = read(version.number))
            return std::pair{version, *std::move(document)};
    }
    return std::nullopt;
}

std::optional<int> ProfileVersions::keep() const
{
    if (!QFileInfo::exists(m_file) || !paths::makePrivate(m_folder))
        return std::nullopt;
    const QList<ProfileVersion> before = list();
    const int number = before.isEmpty() ? 1 : before.first().number + 1;
    const QByteArray path = QFile::encodeName(pathOf(number));
    if (::link(QFile::encodeName(m_file).constData(), path.constData()) != 0) {
        removeLeftovers(pathOf(number));
        const auto content = readWhole(m_file, maxProfileFile);
        if (!content || !*content || !writeAtomically(pathOf(number), **content))
            return std::nullopt;
    }
    ::chmod(path.constData(), 0600);
    return number;
}

void ProfileVersions::forget(int number) const
{
    QFile::remove(pathOf(number));
}

void ProfileVersions::keepSaved(QByteArrayView text) const
{
    if (!paths::makePrivate(m_folder))
        return;
    removeLeftovers(pathOf(lastSaved));
    if (!writeUnsynced(pathOf(lastSaved), text))
        forget(lastSaved);
}

void ProfileVersions::prune() const
{
    const QList<ProfileVersion> all = list();
    for (qsizetype at = maxVersions; at < all.size(); ++at)
        forget(all.at(at).number);
}

} // namespace latchkey
