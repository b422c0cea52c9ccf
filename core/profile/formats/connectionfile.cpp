// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/connectionfile.h"

#include "core/profile/formats/archive.h"
#include "core/profile/profilewords.h"

namespace latchkey::formats {

namespace {

Error unknownFormat()
{
    return {Error::Code::InvalidInput,
            ProfileWords::tr("The file is in no format that Latchkey knows. If it is, say in which one."),
            QString(), 0};
}

Error tooLarge()
{
    return {Error::Code::InvalidInput,
            ProfileWords::tr("The file is larger than 64 MB. Divide it, and import the parts."), QString(),
            0};
}

Result<Source> readOne(QByteArrayView bytes, const QString &file, const Codec *codec)
{
    for (const Codec *known : codecs()) {
        if (!codec && known->recognises(bytes))
            codec = known;
    }
    if (!codec)
        return unknownFormat();
    auto content = codec->read(bytes, file);
    if (!content)
        return std::move(content).error();
    return Source{codec, *std::move(content)};
}

/// Members that cannot be read are remarks, unless it is all of them.
Result<QList<Source>> readMembers(const Archive &archive, const Codec *codec)
{
    QList<Source> sources;
    QList<Remark> remarks = archive.remarks;
    std::optional<Error> problem;
    for (const ArchiveMember &member : archive.members) {
        if (auto source = readOne(member.bytes, QString(), codec)) {
            sources.append(*std::move(source));
        } else {
            remarks.append({member.name, source.error().message});
            problem = source.error();
        }
    }
    if (sources.isEmpty())
        return problem.value_or(unknownFormat());
    sources.first().content.remarks = remarks + sources.first().content.remarks;
    return sources;
}

} // namespace

Result<QList<Source>> readConnections(QByteArrayView bytes, const QString &file, const Codec *codec)
{
    if (bytes.size() > maxFile)
        return tooLarge();
    if (isArchive(bytes)) {
        const auto archive = readArchive(bytes);
        return archive ? readMembers(*archive, codec) : archive.error();
    }
    auto source = readOne(bytes, file, codec);
    if (!source)
        return std::move(source).error();
    return QList<Source>{*std::move(source)};
}

} // namespace latchkey::formats
