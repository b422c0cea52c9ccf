// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

#include <memory>

#include <sys/types.h>

namespace latchkey::sandbox {

/// The one folder a sandbox lives in: 0700, locked by the process that owns it, removed with all that is in it when
/// this object goes. A folder whose owner was killed stays behind unlocked; any later sandbox of the same user
/// removes it.
class Folder
{
public:
    /// `wanted` must not exist, or be empty, or be what a killed sandbox left. Empty: a new one in the system's
    /// folder for temporary files.
    static Result<Folder> create(const QString &wanted);

    Folder(Folder &&) noexcept;
    Folder &operator=(Folder &&) noexcept;
    ~Folder();

    QString path() const;
    QString file(const QString &name) const;
    /// A folder inside, 0700, made here.
    Result<QString> makeFolder(const QString &name) const;

private:
    struct Private;
    explicit Folder(std::unique_ptr<Private> made);
    std::unique_ptr<Private> d;
};

/// The process that runs a sandbox in `folder`; 0 if there is none.
pid_t ownerOf(const QString &folder);

/// The folders of this user's running sandboxes, except those that were told to live somewhere else.
QStringList runningSandboxes();

/// Removes what killed sandboxes of this user left.
void removeLeftovers();

/// Writes a file that only this user can read; who reads it meanwhile sees all of it or nothing. Not synced to the
/// disk: nothing in a sandbox outlives it.
Result<> writePrivateFile(const QString &file, const QByteArray &content);

} // namespace latchkey::sandbox
