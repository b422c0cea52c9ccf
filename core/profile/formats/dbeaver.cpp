// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/dbeaver.h"

#include "core/profile/formats/dbeaverprofile.h"
#include "core/profile/formats/gathering.h"
#include "core/profile/formats/loosevalues.h"
#include "core/profile/formats/textinput.h"

#include <array>

namespace latchkey::formats {

namespace {

constexpr std::array<std::string_view, 19> fieldsOfDBeaver{
    "port",      "account",        "schema",    "authentication", "principal",
    "keytab",    "kerberosConfig", "tls",       "caFile",         "clientCertificate",
    "clientKey", "connectTimeout", "keepAlive", "statements",     "environment",
    "readOnly",  "colour",         "tags",      "notes"};

bool recognisesDBeaver(QByteArrayView text)
{
    const QByteArray beginning = normalisedBeginning(text);
    return beginning.trimmed().startsWith('{') && !beginning.contains("\"latchkey-profiles\"")
           && (beginning.contains("\"connections\"") || beginning.contains("\"folders\""))
           && (beginning.contains("\"provider\"") || beginning.contains("\"connection-types\"")
               || beginning.contains("\"folders\""));
}

Result<Content> readDBeaver(QByteArrayView bytes, const QString &)
{
    const auto text = normalised(bytes);
    if (!text)
        return text.error();
    Gathering gathering(dbeaverTool);
    auto file = readDBeaverFile(*text, gathering.remarks());
    if (!file)
        return file.error();
    for (const DBeaverFile::Entry &entry : file->folders) {
        if (auto folder = folderOf(entry))
            gathering.add(*folder, QStringLiteral("folder/") + folderPath(entry));
    }
    for (DBeaverFile::Entry &entry : file->connections) {
        if (auto profile = profileOf(entry, *file, gathering.remarks()))
            gathering.add(*profile, entry.id, atConnection(profile->name));
        else
            gathering.skip(atConnection(textFrom(entry.members.value(QLatin1String("name")))));
        entry.members = {}; // one after the other, for the sake of memory
    }
    return gathering.take();
}

QByteArray writeDBeaver(const ProfileDocument &document, QList<Remark> &remarks)
{
    Remarks found;
    DBeaverEntries entries(document.folders);
    for (const Profile &profile : document.profiles)
        entries.add(profile, found);
    for (const Folder &folder : document.folders)
        entries.add(folder);
    remarks += found.take();
    return writeDBeaverFile(entries.take());
}

} // namespace

const Codec dbeaver{"dbeaver", "DBeaver", fieldsOfDBeaver, recognisesDBeaver, readDBeaver, writeDBeaver};

} // namespace latchkey::formats
