// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profiledocument.h"

/// What can be done to the folders of a document. Pure; a refusal leaves the document as it was. Everything in a folder
/// that changes, or is moved, inherits there what it inherited before.
namespace latchkey::folderedit {

/// Whether `path` is `folder` or in it.
bool isIn(const QStringList &path, const QStringList &folder);

/// Adds, or replaces the folder of the same id; one that stays where it is keeps what is in it, another name or place
/// moves that too. Gives it as it is now. InvalidInput if it is not valid, if there is another folder of that path, or
/// if it would come to be inside itself.
Result<Folder> put(ProfileDocument &document, Folder folder);

/// Moves or renames a folder, whether it says something or not, with all that is in it. InvalidInput as put(), or if
/// profiles would have the same path; NotFound if nothing is there.
Result<> move(ProfileDocument &document, const QStringList &from, const QStringList &to);

/// Removes a folder and all that is in it. NotFound if nothing is there.
Result<> remove(ProfileDocument &document, const QStringList &fullPath);

} // namespace latchkey::folderedit
