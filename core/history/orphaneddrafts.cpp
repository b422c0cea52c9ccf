// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/history/orphaneddrafts.h"

#include "core/base/filelock.h"

#include <QDir>
#include <QFile>

#include <vector>

namespace latchkey::history {

namespace {

const QString markName = QStringLiteral("orphaned");

/// When the file was written that says so.
std::optional<Instant> missingSince(const QDir &drafts)
{
    QFile mark(drafts.filePath(markName));
    if (!mark.open(QIODevice::ReadOnly))
        return std::nullopt;
    bool isNumber = false;
    const qint64 seconds = mark.readAll().trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(Instant(std::chrono::seconds(seconds))) : std::nullopt;
}

void mark(const QDir &drafts, Instant now)
{
    QFile file(drafts.filePath(markName));
    if (file.open(QIODevice::WriteOnly))
        file.write(QByteArray::number(static_cast<qint64>(now.time_since_epoch().count())));
}

void removeUnheld(const QDir &drafts)
{
    std::vector<FileLock> held;
    const QStringList texts = drafts.entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString &text : texts) {
        auto taken = FileLock::take(drafts.filePath(text) + QStringLiteral(".lock"), {});
        if (!std::holds_alternative<FileLock>(taken))
            return; // somebody still writes in it
        held.push_back(std::get<FileLock>(std::move(taken)));
    }
    for (const QString &text : texts)
        QFile::remove(drafts.filePath(text));
    held.clear(); // with their files
    QFile::remove(drafts.filePath(markName));
    QDir().rmdir(drafts.path()); // unless something else is in it
}

void apply(OrphanStep step, const QDir &drafts, Instant now)
{
    switch (step) {
    case OrphanStep::Keep:
        break;
    case OrphanStep::Mark:
        mark(drafts, now);
        break;
    case OrphanStep::Unmark:
        QFile::remove(drafts.filePath(markName));
        break;
    case OrphanStep::Remove:
        removeUnheld(drafts);
        break;
    }
}

} // namespace

OrphanStep orphanStep(bool hasOwner, std::optional<Instant> missingSince, Instant now)
{
    if (hasOwner)
        return missingSince ? OrphanStep::Unmark : OrphanStep::Keep;
    if (!missingSince || *missingSince > now) // the clock was ahead
        return OrphanStep::Mark;
    return now - *missingSince > keptWithoutOwner ? OrphanStep::Remove : OrphanStep::Keep;
}

void tidyOrphans(const QString &folder, const QSet<QUuid> &owners, Instant now)
{
    const QDir all(folder);
    for (const QString &name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QUuid profile(name);
        if (profile.isNull())
            continue; // not one of ours
        const QDir drafts(all.filePath(name));
        apply(orphanStep(owners.contains(profile), missingSince(drafts), now), drafts, now);
    }
}

} // namespace latchkey::history
