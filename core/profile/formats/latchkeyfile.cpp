// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/latchkeyfile.h"

#include "core/profile/formats/textinput.h"
#include "core/profile/profilejson.h"

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
    auto document = readProfiles(*text, file);
    if (!document)
        return Error{Error::Code::InvalidInput, document.error().message, document.error().detail, 0};
    return Content{std::move(document->profiles), std::move(document->folders), {}, 0};
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
