// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/remarks.h"

#include <QByteArrayView>

#include <optional>

/// Formats of other programs without a place for names have Latchkey's in a comment: # latchkey: ["Folder","name"]
namespace latchkey::formats {

QByteArray pathComment(const Profile &profile); ///< one line, without its end
/// Remarks on a name that the comment does not hold as it is.
void tellOfPath(const Profile &profile, Remarks &remarks);
/// Whether UTF-8 text holds it: no half of a surrogate pair, no NUL.
bool canBeText(const QString &value);
/// Folders and name, from a whole line; nothing if it is any other.
std::optional<QStringList> pathFromComment(QByteArrayView line);
/// Gives the profile the name and folder.
void setPath(Profile &profile, QStringList path);

} // namespace latchkey::formats
