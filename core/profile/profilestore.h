// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profiledocument.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace latchkey {

/// profiles.json in paths::configDir().
QString defaultProfileFile();

/// The user's profiles, in memory and in their file (see profilefile.h, which says how it is kept whole).
/// Lives on the thread that made it, and needs its event loop to see other programs' edits. Editing returns at once: the
/// file may be locked by another program for seconds. Edits are made one after the other on a thread of the store's own;
/// the profile as saved, or the error, comes through the future, on that thread (see whendone.h), and for who waits on
/// the store's thread profiles() has the edit by then. Destroying the store waits until every edit is done.
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
    const ProfileDocument &document() const;
    const QList<Profile> &profiles() const;
    /// nullptr if there is none.
    const Profile *find(const QUuid &id) const;
    /// By path as splitPath() reads it, else by the bare name if only one profile has it; NotFound says which come close.
    Result<Profile> findByPath(const QString &path) const;

    /// Adds, or replaces the profile of the same id. InvalidInput if it is not valid (see validation.h) or another
    /// profile has that path.
    QFuture<Result<Profile>> put(Profile profile);
    /// Applies `edit` (on another thread) to the profile as the file has it then, so that nothing is lost that another
    /// program has changed since; NotFound if it is gone, else as put().
    QFuture<Result<Profile>> change(const QUuid &id, std::function<void(Profile &)> edit);
    QFuture<Result<>> remove(const QList<QUuid> &ids);

    /// Applies `change` (on another thread) to everything as the file has it then, as one edit: for imports. What it
    /// refuses with is the answer, and nothing is saved. It sees to validity itself, with profileedit and folderedit.
    using Change = std::function<Result<>(ProfileDocument &)>;
    QFuture<Result<>> editDocument(Change change);

Q_SIGNALS:
    /// profiles() differs from before: by an edit here, or because another program wrote the file (noticed by itself).
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
