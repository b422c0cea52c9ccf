// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/dbeaverfile.h"
#include "core/profile/formats/names.h"
#include "core/profile/formats/remarks.h"

#include <QSet>

#include <optional>

/// What a connection of DBeaver's is as a profile, and the other way round.
namespace latchkey::formats {

inline constexpr QLatin1String dbeaverTool("dbeaver");
inline constexpr QLatin1String dbeaverOrigin("dbeaver:");

/// In a folder's members and a connection's "extensions": the folder's names as Latchkey has them, and the path that says
/// so little of them. It counts as long as that still is the path, so not once DBeaver has moved it.
inline constexpr QLatin1String ownMember("latchkey");
inline constexpr QLatin1String ownNames("names");
inline constexpr QLatin1String ownPath("path");

QStringList partsOf(const QString &path); ///< "a/b"

bool isMariaDb(const QString &driver);
/// By what the id and the name of a connection's type sound like: "prod", "QA test".
Environment environmentOf(const QString &type, const QString &name);

/// Nothing if it is no connection to MySQL or MariaDB.
std::optional<Profile> profileOf(const DBeaverFile::Entry &entry, const DBeaverFile &file, Remarks &remarks);
/// Where a folder is, "a/b".
QString folderPath(const DBeaverFile::Entry &entry);
/// Nothing if there is nothing to know of it but its name.
std::optional<Folder> folderOf(const DBeaverFile::Entry &entry);

/// Adds the connection, its folder and its type to the file, under an id that is not there yet.
class DBeaverEntries
{
public:
    explicit DBeaverEntries(const QList<Folder> &folders);

    void add(const Profile &profile, Remarks &remarks);
    void add(const Folder &folder) { addFolder(folder.fullPath()); }
    DBeaverFile take() { return std::move(m_file); }

private:
    QString idOf(const Profile &profile);
    QString addFolder(const QStringList &path);
    QString addType(const Profile &profile, QJsonObject imported);

    DBeaverFile m_file;
    QHash<QStringList, QString> m_descriptions; ///< of folders, by path
    QHash<QStringList, QString> m_folders; ///< that have been added: their paths in DBeaver
    FreePaths m_paths; ///< of these: the outer one's, and the name
    QSet<QString> m_ids;
};

} // namespace latchkey::formats
