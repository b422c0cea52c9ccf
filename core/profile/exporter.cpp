// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/exporter.h"

#include "core/profile/folderedit.h"
#include "core/profile/formats/latchkeyfile.h"
#include "core/profile/formats/remarks.h"
#include "core/profile/profilefields.h"
#include "core/profile/profilewords.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace latchkey {

namespace {

/// What every format has in a way of its own, or is not of the connection.
constexpr std::array<std::string_view, 6> everywhere{"id", "name", "folder", "host", "origin", "foreign"};

bool holds(const formats::Codec &codec, std::string_view key)
{
    return std::find(codec.held.begin(), codec.held.end(), key) != codec.held.end()
           || std::find(everywhere.begin(), everywhere.end(), key) != everywhere.end();
}

QStringList lostFields(const Profile &profile, const formats::Codec &codec)
{
    QStringList lost;
    for (const ProfileField &field : profileFields()) {
        if (!field.same(profile, blankProfile()) && !holds(codec, field.key))
            lost.append(field.name());
    }
    return lost;
}

/// What a folder says of itself. What it hands down, the profiles in it say.
QStringList lostOfFolder(const Folder &folder, const formats::Codec &codec)
{
    QStringList lost;
    if (!folder.settings.notes.isEmpty() && !holds(codec, "notes"))
        lost.append(QStringLiteral("notes"));
    if (!folder.settings.tags.isEmpty() && &codec != &formats::latchkeyFile)
        lost.append(QStringLiteral("tags"));
    return lost;
}

ProfileDocument selected(const ProfileDocument &document, const QList<QUuid> &selection)
{
    if (selection.isEmpty())
        return document;
    const QSet<QUuid> meant(selection.begin(), selection.end());
    ProfileDocument part;
    for (const Profile &profile : document.profiles) {
        if (meant.contains(profile.id))
            part.profiles.append(profile);
    }
    for (const Folder &folder : document.folders) {
        const auto isInside = [path = folder.fullPath()](const Profile &profile) {
            return folderedit::isIn(profile.folder, path);
        };
        if (std::any_of(part.profiles.begin(), part.profiles.end(), isInside))
            part.folders.append(folder);
    }
    return part;
}

void remarkOnLosses(const ProfileDocument &document, const formats::Codec &codec, formats::Remarks &remarks)
{
    for (const Profile &profile : document.profiles) {
        if (const QStringList lost = lostFields(profile, codec); !lost.isEmpty())
            remarks.add(formats::atConnection(profile.path()),
                        ProfileWords::tr("%1 cannot hold: %2.")
                            .arg(QString::fromUtf8(codec.name), lost.join(QLatin1String(", "))));
    }
    for (const Folder &folder : document.folders) {
        if (const QStringList lost = lostOfFolder(folder, codec); !lost.isEmpty())
            remarks.add(ProfileWords::tr("folder “%1”").arg(joinPath(folder.fullPath())),
                        ProfileWords::tr("%1 cannot hold: %2.")
                            .arg(QString::fromUtf8(codec.name), lost.join(QLatin1String(", "))));
    }
}

} // namespace

Result<Export> exportProfiles(const ProfileDocument &document, const QList<QUuid> &selection,
                              const formats::Codec &codec)
{
    if (!codec.write)
        return Error{Error::Code::InvalidInput,
                     ProfileWords::tr("Latchkey reads files of %1, but does not write them. Choose "
                                      "another format.")
                         .arg(QString::fromUtf8(codec.name)),
                     QString(), 0};
    const ProfileDocument part = selected(document, selection);
    Export result;
    result.bytes = codec.write(part, result.remarks);
    formats::Remarks losses;
    remarkOnLosses(part, codec, losses);
    result.remarks += losses.take();
    return result;
}

} // namespace latchkey
