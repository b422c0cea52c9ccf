// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/formats/connectionfile.h"
#include "core/profile/importrisk.h"

namespace latchkey {

struct ImportOptions
{
    QStringList
        into; ///< the folder that new profiles come into, but for those of folders that are here; empty: the root
    ImportConsent consent;
};

/// What importing would do to one profile or folder, and why.
struct ImportRow
{
    enum class Action {
        Create,
        Change,
        Unchanged,
        Skip, ///< cannot be taken
    };
    Action action = Action::Skip;
    bool isFolder = false;
    QString path; ///< where it is, or will be
    QString reason; ///< one or more sentences
    QStringList fields; ///< keys (see profilefields.h) of what changes
    QList<LeftOut> leftOut;
    Profile profile; ///< as it would be; of a folder its settings
    FolderKind kind = FolderKind::Folder;
};

struct ImportPlan
{
    QList<ImportRow> rows; ///< in the order of the file, folders first
    QList<formats::Remark> remarks; ///< of who read the file
    int skipped = 0; ///< entries that are no connections to MySQL or MariaDB

    qsizetype count(ImportRow::Action action) const;
};

/// What importing would do. A profile is known again by its id, which comes from its origin, or was Latchkey's own when
/// Latchkey wrote the file. One that is known gets the file's host and what else its format holds (see Codec::held); its
/// name and place stay, so that who renamed or moved it finds it there. No other profile is touched, and of a folder
/// that is there already nothing that what is in it inherits, only what is told of it (Profile::foreign). A folder is
/// known by its id or its path, unless another of the same tool's is there: then it gets " (2)". New profiles of a folder
/// that is known come to where it is now. What a file leaves unsaid (Content::unsaid) stays, and is inherited by what is
/// new. What a folder
/// of the file hands down that cannot be taken, the profiles in it have of their own. A way to log in stays if it is of
/// the same kind, by ticket or by password, since other programs do not tell these apart as Latchkey does.
/// Paths that are taken get " (2)". What validation refuses is corrected where it can be.
ImportPlan planImport(const ProfileDocument &document, const QList<formats::Source> &sources,
                      const ImportOptions &options);

/// Does it, for these rows of the plan, in one edit. The document may have changed since: what is gone stays gone, what
/// is there already is not made twice, and of a profile only the row's fields change.
/// InvalidInput leaves the document as it was.
Result<> applyImport(ProfileDocument &document, const ImportPlan &plan, const QList<qsizetype> &chosen);

/// Every row that changes something.
QList<qsizetype> effectiveRows(const ImportPlan &plan);

} // namespace latchkey
