// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profiledocument.h"
#include "core/profile/profileversions.h"

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
    /// Reads the file; no file is no profile. FileDamaged names the place; profiles() then is the newest version that
    /// could be read (empty if there is none), and edits are saved on top of that.
    Result<> load();
    /// As of the last load or edit, sorted by path as people sort (numbers by value, case ignored).
    const ProfileDocument &document() const;
    const QList<Profile> &profiles() const;
    /// A profile for a folder, not saved yet: with a new id and all that it inherits there.
    Profile newProfile(const QStringList &folder) const;
    /// nullptr if there is none.
    const Profile *find(const QUuid &id) const;
    /// As findProfile().
    Result<Profile> findByPath(const QString &path) const;

    /// Adds, or replaces the profile of the same id. InvalidInput if it is not valid (see validation.h) or another
    /// profile has that path.
    QFuture<Result<Profile>> put(Profile profile);
    /// Applies `edit` (on another thread) to the profile as the file has it then, so that nothing is lost that another
    /// program has changed since; NotFound if it is gone, else as put().
    QFuture<Result<Profile>> change(const QUuid &id, std::function<void(Profile &)> edit);
    /// Pins the service name that a login at `host` has proven, unless one is pinned or the host is another by then. Not an
    /// edit of the user's: it is no step to be undone, and undoing others keeps it.
    QFuture<Result<Profile>> pin(const QUuid &id, const QString &host, const QString &spn);
    QFuture<Result<>> remove(const QList<QUuid> &ids);

    /// As folderedit::put(), move() and remove().
    QFuture<Result<Folder>> putFolder(Folder folder);
    QFuture<Result<>> moveFolder(const QStringList &from, const QStringList &to);
    QFuture<Result<>> removeFolder(const QStringList &fullPath);

    /// Applies `change` (on another thread, and again if a program writes the file meanwhile) to everything as the file
    /// has it then, as one edit: for imports. What it refuses with is the answer, and nothing is saved. It sees to
    /// validity itself, with profileedit and folderedit. `description` is for undoText(): a clause in the user's
    /// language such as "importing servers.xml"; empty: what has changed.
    using Change = std::function<Result<>(ProfileDocument &)>;
    QFuture<Result<>> editDocument(Change change, const QString &description = {});

    /// Undoes the last edit that was made here, the one before it at the next call, up to a hundred; redoing goes the
    /// other way until there is a new edit. Only what that edit touched is restored. InvalidInput if that has been
    /// changed since, and the step is dropped; NotFound if there is none.
    QFuture<Result<>> undo();
    QFuture<Result<>> redo();
    bool canUndo() const;
    bool canRedo() const;
    /// A clause in the user's language: "removing “orders”"; empty if there is nothing.
    QString undoText() const;
    QString redoText() const;

    /// The last ten files that edits have replaced, newest first (see profileversions.h).
    QList<ProfileVersion> versions() const;
    /// Makes all profiles and folders what they were then; an edit like others, which can be undone.
    QFuture<Result<>> restoreVersion(int number);

Q_SIGNALS:
    /// profiles() differs from before: by an edit here, or because another program wrote the file (noticed by itself).
    void changed();
    /// What undoText() and redoText() say.
    void historyChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
