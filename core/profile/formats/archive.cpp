// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/archive.h"

#include "core/profile/formats/remarks.h"
#include "core/profile/profilewords.h"

#include <QByteArrayMatcher>
#include <QRegularExpression>

#include <memory>

#include <zip.h>

namespace latchkey::formats {

namespace {

constexpr int maxArchiveMembers = 10'000;
constexpr qsizetype maxBytes = 32 << 20; ///< of all that is read, unpacked
constexpr qsizetype chunk = 1 << 16;

Error refused(const char *text, const QString &detail = {})
{
    return {Error::Code::InvalidInput, ProfileWords::tr(text), detail, 0};
}

struct ZipError
{
    zip_error_t error;

    ZipError() { zip_error_init(&error); }
    ~ZipError() { zip_error_fini(&error); }
    ZipError(const ZipError &) = delete;
    ZipError &operator=(const ZipError &) = delete;
    QString text() { return QString::fromUtf8(zip_error_strerror(&error)); }
};

struct ZipDiscard
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using Zip = std::unique_ptr<zip_t, ZipDiscard>;

struct ZipClose
{
    void operator()(zip_file_t *member) const { zip_fclose(member); }
};
using ZipMember = std::unique_ptr<zip_file_t, ZipClose>;

/// Of a ZIP file's directory no entry is without this mark (APPNOTE.TXT, 4.3.12), so there are not more entries than
/// marks. Looked at before libzip makes something of each.
bool hasTooManyMembers(QByteArrayView bytes)
{
    static const QByteArrayMatcher mark(QByteArrayLiteral("PK\1\2"));
    qsizetype at = -4;
    for (int count = 0; count <= maxArchiveMembers; ++count) {
        at = mark.indexIn(bytes.data(), bytes.size(), at + 4);
        if (at < 0)
            return false;
    }
    return true;
}

/// `bytes` must outlive it.
Result<Zip> openZip(QByteArrayView bytes)
{
    ZipError problem;
    zip_source_t *source =
        zip_source_buffer_create(bytes.data(), static_cast<zip_uint64_t>(bytes.size()), 0, &problem.error);
    Zip archive(source ? zip_open_from_source(source, ZIP_RDONLY, &problem.error) : nullptr);
    if (archive)
        return archive;
    zip_source_free(source); // a source belongs to the archive only once that is open
    return refused(
        QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                          "The ZIP file is damaged. Get another copy of it, or unpack it and import "
                          "what is in it."),
        problem.text());
}

/// By the whole name, as the programs pack it.
bool mayHoldConnections(const QString &name)
{
    static const QRegularExpression known(QStringLiteral(
        "^(.*/)?(connections\\.xml|connections\\.jsonl|\\.dbeaver/data-sources[^/]*\\.json)$"));
    return known.match(name).hasMatch();
}

bool isOrdinaryPath(const QString &name)
{
    return !name.startsWith(QLatin1Char('/')) && !name.contains(QLatin1Char('\\'))
           && !name.split(QLatin1Char('/')).contains(QLatin1String(".."));
}

class ArchiveReader
{
public:
    explicit ArchiveReader(zip_t *archive) : m_archive(archive) { }

    void read(zip_uint64_t index);
    Archive take();

private:
    std::optional<QByteArray> unpacked(zip_uint64_t index, const QString &name);
    void remark(const QString &name, const char *message) { m_remarks.add(name, ProfileWords::tr(message)); }

    zip_t *m_archive;
    Archive m_result;
    Remarks m_remarks;
    qsizetype m_left = maxBytes;
};

void ArchiveReader::read(zip_uint64_t index)
{
    const char *raw = zip_get_name(m_archive, index, ZIP_FL_ENC_GUESS);
    const QString name = QString::fromUtf8(raw ? raw : "");
    if (!mayHoldConnections(name))
        return;
    if (!isOrdinaryPath(name))
        return remark(name, QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                              "This name leads out of the archive; the file is left out."));
    if (auto bytes = unpacked(index, name))
        m_result.members.append({name, *std::move(bytes)});
}

// The size that the archive tells is no more than a claim.
std::optional<QByteArray> ArchiveReader::unpacked(zip_uint64_t index, const QString &name)
{
    const auto tooLarge = [&] {
        remark(name, QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                       "This is larger than any file of connections; it is left out."));
        return std::nullopt;
    };
    zip_stat_t stat;
    if (zip_stat_index(m_archive, index, 0, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0
        && stat.size > static_cast<zip_uint64_t>(m_left))
        return tooLarge();
    const ZipMember member(zip_fopen_index(m_archive, index, 0));
    QByteArray bytes;
    zip_int64_t got = member ? 0 : -1;
    while (member) {
        const qsizetype before = bytes.size();
        bytes.resize(before + chunk);
        got = zip_fread(member.get(), bytes.data() + before, chunk);
        bytes.resize(before + std::max<qsizetype>(got, 0));
        if (got <= 0)
            break;
        if (bytes.size() > m_left)
            return tooLarge();
    }
    if (got < 0) {
        remark(name, QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                       "This cannot be unpacked: it is damaged, or a password protects it."));
        return std::nullopt;
    }
    m_left -= bytes.size();
    return bytes;
}

Archive ArchiveReader::take()
{
    m_result.remarks = m_remarks.take();
    return std::move(m_result);
}

} // namespace

bool isArchive(QByteArrayView bytes)
{
    return bytes.startsWith("PK\3\4") || bytes.startsWith("PK\5\6");
}

Result<Archive> readArchive(QByteArrayView bytes)
{
    if (hasTooManyMembers(bytes))
        return refused(QT_TRANSLATE_NOOP(
            "latchkey::ProfileWords", "The ZIP file holds more than 10,000 files. Unpack it, and import the "
                                      "file of connections alone."));
    const auto archive = openZip(bytes);
    if (!archive)
        return archive.error();
    ArchiveReader reader(archive->get());
    const zip_int64_t count = zip_get_num_entries(archive->get(), 0);
    for (zip_int64_t index = 0; index < count; ++index)
        reader.read(static_cast<zip_uint64_t>(index));
    Archive found = reader.take();
    if (!found.members.isEmpty())
        return found;
    const QString detail = found.remarks.isEmpty() ? QString() : found.remarks.first().message;
    return refused(QT_TRANSLATE_NOOP("latchkey::ProfileWords",
                                     "There is no file of connections in the ZIP file that can be read: no "
                                     "connections.xml, connections.jsonl or .dbeaver/data-sources.json."),
                   detail);
}

} // namespace latchkey::formats
