// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/latchkeyfile.h"

#include "core/profile/formats/remarks.h"
#include "core/profile/formats/textinput.h"
#include "core/profile/profilejson.h"
#include "core/profile/profilewords.h"

#include <array>

namespace latchkey::formats {

namespace {

constexpr std::array<std::string_view, 32> fieldsOfLatchkeyFile{"port",
                                                                "endpoint",
                                                                "account",
                                                                "schema",
                                                                "authentication",
                                                                "principal",
                                                                "keytab",
                                                                "cache",
                                                                "spn",
                                                                "kerberosConfig",
                                                                "tls",
                                                                "minimumTls",
                                                                "caFile",
                                                                "clientCertificate",
                                                                "clientKey",
                                                                "connectTimeout",
                                                                "answerTimeout",
                                                                "keepAlive",
                                                                "idleClose",
                                                                "characterSet",
                                                                "timeZone",
                                                                "variables",
                                                                "statements",
                                                                "environment",
                                                                "guard",
                                                                "readOnly",
                                                                "favourite",
                                                                "colour",
                                                                "tags",
                                                                "notes",
                                                                "origin",
                                                                "foreign"};

bool recognisesLatchkeyFile(QByteArrayView text)
{
    const QByteArray beginning = normalisedBeginning(text);
    return beginning.trimmed().startsWith('{') && beginning.contains("\"format\"")
           && beginning.contains("\"latchkey-profiles\"");
}

Result<Content> readLatchkeyFile(QByteArrayView bytes, const QString &file)
{
    const auto text = normalised(bytes);
    if (!text)
        return text.error();
    const auto whole = readProfiles(*text, file);
    QList<BadEntry> bad;
    const auto document = whole ? whole : readGoodProfiles(*text, file, bad);
    if (!document || (!bad.isEmpty() && document->profiles.isEmpty() && document->folders.isEmpty()))
        return Error{Error::Code::InvalidInput, whole.error().message, whole.error().detail, 0};
    Remarks remarks;
    for (const BadEntry &entry : bad)
        remarks.add(
            atConnection(entry.name),
            ProfileWords::tr("It is not as it should be, so it has been left out: %1.").arg(entry.reason));
    return Content{document->profiles, document->folders, remarks.take(), 0};
}

QByteArray writeLatchkeyFile(const ProfileDocument &document, QList<Remark> &)
{
    return writeProfiles(document);
}

} // namespace

const Codec latchkeyFile{
    .word = "latchkey",
    .name = "Latchkey",
    .held = fieldsOfLatchkeyFile,
    .recognises = recognisesLatchkeyFile,
    .read = readLatchkeyFile,
    .write = writeLatchkeyFile,
};

} // namespace latchkey::formats
