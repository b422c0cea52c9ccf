// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <QObject>

#include <functional>
#include <memory>

namespace latchkey {

/// profiles.json in paths::configDir().
QString defaultProfileFile();

/// The user's profiles: one JSON file (profiles.json in paths::configDir()), written atomically (0600, fsync of file
/// and folder; the old file stays byte for byte if anything fails). Every edit is lock, read, change, write, so that
/// two programs never lose each other's edits. A damaged file is never overwritten: an edit moves it aside to profiles.json.damaged-N, saves nothing, and
/// its FileDamaged says so; the next edit starts a new file.
/// Lives on the thread that made it. Reading 10,000 profiles takes tens of milliseconds, so it is done in place.
class ProfileStore : public QObject
{
    Q_OBJECT
public:
    explicit ProfileStore(QString file, QObject *parent = nullptr);
    ~ProfileStore() override;

    QString file() const;
    /// Reads the file; no file is no profile. FileDamaged names the place; profiles() then is empty.
    Result<> load();
    /// As of the last load or edit, sorted by path as people sort (numbers by value, case ignored).
    const QList<Profile> &profiles() const;
    /// nullptr if there is none.
    const Profile *find(const QUuid &id) const;
    /// By path as splitPath() reads it, else by the bare name if only one profile has it; NotFound says which come close.
    Result<Profile> findByPath(const QString &path) const;

    /// Adds, or replaces the profile of the same id. InvalidInput if it is not valid (see validation.h) or another
    /// profile has that path.
    Result<> put(Profile profile);
    /// Applies `edit` to the profile as the file has it now, so that nothing is lost that another program has changed
    /// since; NotFound if it is gone, else as put().
    Result<> change(const QUuid &id, const std::function<void(Profile &)> &edit);
    Result<> remove(const QList<QUuid> &ids);

Q_SIGNALS:
    /// profiles() differs from before: by an edit here, or because another program wrote the file (noticed by itself).
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
