// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/profilefile.h"

#include "core/base/atomicfile.h"
#include "core/base/filelock.h"
#include "core/base/paths.h"
#include "core/profile/profileorder.h"
#include "core/profile/profileversions.h"
#include "core/profile/profilewords.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <cerrno>
#include <chrono>

#include <unistd.h>

namespace latchkey {

namespace {

constexpr std::chrono::seconds lockPatience{5};
constexpr int maxAttempts = 10; ///< while a program that does not lock writes the file again and again

Error notLocked(FileLock::Refusal refusal, const QString &file)
{
    const int code = errno;
    if (refusal == FileLock::Refusal::Busy)
        return {Error::Code::FileInaccessible,
                ProfileWords::tr("Another program has kept the profile file “%1” locked for 5 seconds. End "
                                 "that program, then try again.")
                    .arg(file),
                QStringLiteral("flock"), 0};
    return {
        Error::Code::FileInaccessible,
        ProfileWords::tr("The profile file “%1” cannot be changed. Check the folder's permissions and the "
                         "disk's free space.")
            .arg(file),
        QStringLiteral("open: errno %1").arg(code), code};
}

Error changedMeanwhile(const QString &file)
{
    return {
        Error::Code::FileInaccessible,
        ProfileWords::tr("Another program keeps writing the profile file “%1”. Nothing has been saved. Try "
                         "again when it is done.")
            .arg(file),
        QString(), 0};
}

/// The file as it is: what it is, and which one.
struct Snapshot
{
    FileStamp stamp; ///< from before it was read
    QByteArray text;
    ProfileDocument document;
    std::optional<Error> damage;
};

Result<Snapshot> look(const QString &file)
{
    Snapshot snapshot;
    snapshot.stamp = fileStamp(file);
    auto content = readWhole(file, maxProfileFile);
    if (!content)
        return std::move(content).error();
    if (!*content)
        return snapshot;
    snapshot.text = **std::move(content);
    auto document = readProfiles(snapshot.text, file);
    if (document)
        snapshot.document = *std::move(document);
    else if (document.error().code == Error::Code::FileDamaged)
        snapshot.damage = std::move(document).error();
    else
        return std::move(document).error();
    return snapshot;
}

QString fallbackText(const ProfileVersion &version)
{
    const QString when = QLocale().toString(version.savedAt, QLocale::ShortFormat);
    return version.number == 0
               ? ProfileWords::tr(
                     "Until then, what was saved last is there (of %1). The next change is saved "
                     "on top of that, and keeps the damaged file beside it.")
                     .arg(when)
               : ProfileWords::tr("Until then, what was saved before is there (version %1, of %2). The next "
                                  "change is saved on top of that, and keeps the damaged file beside it.")
                     .arg(QString::number(version.number), when);
}

/// The damage with what is to be done about it, and what was there before in place of what is damaged.
void fallBack(Snapshot &snapshot, const ProfileFile::Known &known, const ProfileVersions &versions)
{
    QString &message = snapshot.damage->message;
    message += QLatin1Char(' ');
    if (known) {
        message += ProfileWords::tr("Until then, the profiles stay as they were. The next change is saved on "
                                    "top of that, and keeps the damaged file beside it.");
        snapshot.document = *known;
    } else if (auto good = versions.newestGood()) {
        message += fallbackText(good->first);
        snapshot.document = std::move(good->second);
    } else {
        message += ProfileWords::tr("No earlier version is there. The next change starts a new file, and "
                                    "keeps the damaged one beside it.");
    }
}

Error nothingSaved(Error damage)
{
    damage.message += QLatin1Char(' ') + ProfileWords::tr("Nothing has been saved.");
    return damage;
}

/// A second name for a damaged file, profiles.json.damaged-N, so that it stays when it is replaced. What a program still
/// writes into it is not lost either: the name is the file's, not a copy's.
bool setAside(const QString &file)
{
    const QString target = linkTarget(file);
    int number = 1;
    const auto name = [&] { return QStringLiteral("%1.damaged-%2").arg(target).arg(number); };
    while (QFileInfo::exists(name()))
        ++number;
    return ::link(QFile::encodeName(target).constData(), QFile::encodeName(name()).constData()) == 0
           || QFile::copy(target, name());
}

enum class Replaced { Yes, WrittenSince };

/// Puts the text in the file's place unless somebody else has written that since.
Result<Replaced> replace(const QString &file, const Snapshot &snapshot, const QByteArray &text)
{
    const ProfileVersions versions(file);
    const auto isAsSeen = [&] { return fileStamp(file) == snapshot.stamp; };
    std::optional<int> kept;
    bool isStale = false;
    const auto keepOld = [&]() -> Result<> {
        isStale = !isAsSeen();
        if (!isStale && snapshot.damage && !setAside(file))
            return nothingSaved(*snapshot.damage);
        if (!isStale && !snapshot.damage)
            kept = versions.keep();
        isStale = isStale || !isAsSeen();
        return isStale ? Result<>(changedMeanwhile(file)) : Result<>(Ok{});
    };
    auto written = writeAtomically(file, text, keepOld);
    if (kept && !written && (isStale || isAsSeen()))
        versions.forget(*kept);
    if (isStale)
        return Replaced::WrittenSince;
    if (!written)
        return std::move(written).error();
    versions.prune();
    versions.keepSaved(text);
    return Replaced::Yes;
}

} // namespace

Result<ProfileFile::Reading> ProfileFile::read(const Known &known) const
{
    auto snapshot = look(m_path);
    if (!snapshot)
        return std::move(snapshot).error();
    if (snapshot->damage)
        fallBack(*snapshot, known, ProfileVersions(m_path));
    sortByPath(snapshot->document);
    return Reading{std::move(snapshot->document), std::move(snapshot->damage)};
}

Result<ProfileDocument> ProfileFile::edit(const Change &change, Damage policy, const Known &known) const
{
    if (auto made = paths::makeOwn(QFileInfo(m_path).path()); !made)
        return std::move(made).error();
    const auto lock = FileLock::take(linkTarget(m_path) + QLatin1String(".lock"), lockPatience);
    // Without locks, as on some network file systems, what editOnce() sees of the file's changes has to do.
    const auto *refusal = std::get_if<FileLock::Refusal>(&lock);
    if (refusal && *refusal != FileLock::Refusal::Unsupported)
        return notLocked(*refusal, m_path);
    removeLeftovers(m_path);
    for (int attempt = 0; attempt < maxAttempts; ++attempt) {
        auto saved = editOnce(change, policy, known);
        if (!saved)
            return std::move(saved).error();
        if (*saved)
            return **std::move(saved);
    }
    return changedMeanwhile(m_path);
}

Result<std::optional<ProfileDocument>> ProfileFile::editOnce(const Change &change, Damage policy,
                                                             const Known &known) const
{
    auto snapshot = look(m_path);
    if (!snapshot)
        return std::move(snapshot).error();
    if (snapshot->damage) {
        fallBack(*snapshot, known, ProfileVersions(m_path));
        if (policy == Damage::Refuse)
            return nothingSaved(*snapshot->damage);
    }
    ProfileDocument &document = snapshot->document;
    if (auto changed = change(document); !changed)
        return std::move(changed).error();
    sortByPath(document);
    const auto text = savedText(document);
    if (!text)
        return text.error();
    if (*text == snapshot->text)
        return std::optional(std::move(document));
    auto replaced = replace(m_path, *snapshot, *text);
    if (!replaced)
        return std::move(replaced).error();
    if (*replaced == Replaced::WrittenSince)
        return std::optional<ProfileDocument>();
    return std::optional(std::move(document));
}

} // namespace latchkey
