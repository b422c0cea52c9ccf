// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profiledocument.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <span>
#include <string_view>

/// Files of connections as other programs write them. Each format is a codec in a file of its own; all of it is pure
/// but for the includes of option files, reads untrusted input, and never holds a secret.
namespace latchkey::formats {

/// Larger files are refused before they are read.
inline constexpr qsizetype maxFile = 64 << 20;
/// More connections than that are refused.
inline constexpr qsizetype maxConnections = 200'000;

/// Something that was left out, changed or not understood, for the user to know.
struct Remark
{
    QString place; ///< where: "line 12", "connection “orders”, sslKey"
    QString message; ///< a sentence

    friend bool operator==(const Remark &, const Remark &) = default;
};

using Unsaid = QList<std::string_view>;

/// What a file holds.
struct Content
{
    /// Each with an id that is made from its origin (see idFor()), so that reading the file again gives the same ids.
    /// Two with the same path, or values that Latchkey's validation refuses, are possible: the importer sees to them.
    QList<Profile> profiles;
    QList<Folder> folders;
    QList<Remark> remarks;
    int skipped = 0; ///< entries that are no connections to MySQL or MariaDB
    /// Keys (see Codec::held) that an entry leaves out, by the profile's id, of formats in which that says nothing.
    QHash<QUuid, Unsaid> unsaid = {};
};

struct Codec
{
    const char *word; ///< on command lines: "workbench"
    const char *name; ///< "MySQL Workbench"; never translated
    /// Keys (see profilefields.h) of what the format can hold, besides name, folder and host. Importing again changes
    /// these and leaves everything else as it is; exporting tells of others that are lost.
    std::span<const std::string_view> held;
    /// By content, at one look at its beginning; nobody else's files.
    bool (*recognises)(QByteArrayView text);
    /// One bad entry becomes a remark and never loses the others; an error (InvalidInput, with the place) if there is
    /// nothing to be had at all. `file` is its path, empty if it has none: only option files look beside it.
    Result<Content> (*read)(QByteArrayView text, const QString &file);
    /// nullptr: cannot be written.
    QByteArray (*write)(const ProfileDocument &document, QList<Remark> &remarks);
};

/// In the order in which they are asked whether they recognise a text.
std::span<const Codec *const> codecs();
const Codec *codecNamed(std::string_view word); ///< nullptr if there is none

/// The id of a profile or folder that comes from elsewhere, always the same for the same origin ("workbench:647AEE55"):
/// a UUID version 5 (RFC 4122, 4.3).
QUuid idFor(const QString &origin);

} // namespace latchkey::formats
