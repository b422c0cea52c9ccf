// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/archive.h"
#include "core/profile/formats/connectionfile.h"
#include "core/profile/formats/dbeaver.h"
#include "core/profile/formats/workbench.h"
#include "tests/support/effort.h"
#include "tests/support/slowness.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

#include <zlib.h>

using namespace latchkey;
using namespace latchkey::formats;
using namespace latchkey::test;

namespace {

constexpr quint16 stored = 0;
constexpr quint16 deflated = 8;

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(LATCHKEY_FORMATS "/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

quint32 checksumOf(const QByteArray &bytes)
{
    return static_cast<quint32>(
        crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), static_cast<uInt>(bytes.size())));
}

template <typename Number>
QByteArray little(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

/// A ZIP file made by hand (APPNOTE.TXT, 4.3), so that it can be as no packer would make it.
class HandmadeZip
{
public:
    void add(const QByteArray &name, const QByteArray &content)
    {
        add(name, stored, content, static_cast<quint32>(content.size()), checksumOf(content));
    }

    void add(const QByteArray &name, quint16 method, const QByteArray &packed, quint32 size, quint32 checksum)
    {
        const QByteArray common = little<quint16>(20) + little<quint16>(0) + little(method)
                                  + little<quint32>(0) + little(checksum)
                                  + little(static_cast<quint32>(packed.size())) + little(size)
                                  + little(static_cast<quint16>(name.size())) + little<quint16>(0);
        const QByteArray noCommentNorAttributes(10, '\0');
        m_directory += QByteArray("PK\1\2") + little<quint16>(20) + common + noCommentNorAttributes
                       + little(static_cast<quint32>(m_bytes.size())) + name;
        m_bytes += QByteArray("PK\3\4") + common + name + packed;
        ++m_count;
    }

    QByteArray bytes() const
    {
        const auto count = static_cast<quint16>(m_count);
        return m_bytes + m_directory + QByteArray("PK\5\6") + little<quint32>(0) + little(count)
               + little(count) + little(static_cast<quint32>(m_directory.size()))
               + little(static_cast<quint32>(m_bytes.size())) + little<quint16>(0);
    }

private:
    QByteArray m_bytes;
    QByteArray m_directory;
    int m_count = 0;
};

/// Ten gigabytes of zeros, deflated to ten megabytes: one block of 16 MB, over and over.
QByteArray tenGigabytesOfZeros()
{
    const QByteArray zeros(16 << 20, '\0');
    QByteArray packed(1 << 20, '\0');
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(zeros.constData()));
    stream.avail_in = static_cast<uInt>(zeros.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FULL_FLUSH);
    packed.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed.repeated(640) + QByteArray::fromHex("0300");
}

QStringList namesOf(const Archive &archive)
{
    QStringList names;
    for (const ArchiveMember &member : archive.members)
        names.append(member.name);
    return names;
}

/// Reads it within the limits of hostile files.
std::optional<Result<Archive>> quickly(const QByteArray &bytes)
{
    const Effort effort;
    auto archive = readArchive(bytes);
    const int time = effort.milliseconds();
    qInfo("%d ms, %.0f MB", time, effort.megabytes());
    if (time > hostileMilliseconds * slowness || (slowness == 1 && effort.megabytes() > hostileMegabytes))
        return std::nullopt;
    return archive;
}

} // namespace

class ArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachProgramsFilesAreFound();
    void aBackupIsImported();
    void oneUnreadableMemberDoesNotLoseTheOthers();
    void archivesInsideAreNotOpened();
    void tenGigabytesAreLeftOut_data();
    void tenGigabytesAreLeftOut();
    void manyMembersTogetherAreLimited();
    void namesThatLeadOutAreLeftOut();
    void tooManyMembersAreRefused();
    void aDamagedArchiveIsRefused();
    void whatNeedsAPasswordIsLeftOut();
};

void ArchiveTest::eachProgramsFilesAreFound()
{
    HandmadeZip zip;
    zip.add("connections.xml", "w");
    zip.add("server_instances.xml", "x");
    zip.add("projects/General/.dbeaver/data-sources.json", "d");
    zip.add("projects/General/.dbeaver/data-sources-2.json", "e");
    zip.add("projects/General/.dbeaver/credentials-config.json", "secret");
    zip.add("projects/General/data-sources.json", "x");
    zip.add("connections.jsonl", "j");
    zip.add("my-connections.xml", "x");
    zip.add("connections.xml/", "");
    const QByteArray bytes = zip.bytes();
    QVERIFY(isArchive(bytes));
    QVERIFY(!isArchive("PK"));
    const auto archive = readArchive(bytes);
    QVERIFY2(archive, archive ? "" : qPrintable(archive.error().detail));
    QCOMPARE(namesOf(*archive),
             (QStringList{u"connections.xml"_qs, u"projects/General/.dbeaver/data-sources.json"_qs,
                          u"projects/General/.dbeaver/data-sources-2.json"_qs, u"connections.jsonl"_qs}));
    QCOMPARE(archive->members.first().bytes, QByteArray("w"));
}

void ArchiveTest::aBackupIsImported()
{
    HandmadeZip zip;
    zip.add("server_instances.xml", "<data/>");
    zip.add("connections.xml", fixture("workbench-connections.xml"));
    zip.add("projects/A/.dbeaver/data-sources.json", fixture("dbeaver-data-sources.json"));
    const auto sources = readConnections(zip.bytes(), QString(), nullptr);
    QVERIFY(sources);
    QCOMPARE(sources->size(), 2);
    QCOMPARE(sources->at(0).codec, &workbench);
    QCOMPARE(sources->at(0).content.profiles.size(), 5);
    QCOMPARE(sources->at(1).codec, &dbeaver);
}

void ArchiveTest::oneUnreadableMemberDoesNotLoseTheOthers()
{
    HandmadeZip zip;
    zip.add("connections.xml", "<!DOCTYPE x><data grt_format=\"2.0\"/>");
    zip.add("projects/A/.dbeaver/data-sources.json", fixture("dbeaver-data-sources.json"));
    const auto sources = readConnections(zip.bytes(), QString(), nullptr);
    QVERIFY(sources);
    QCOMPARE(sources->size(), 1);
    QCOMPARE(sources->first().content.remarks.first().place, u"connections.xml"_qs);
}

void ArchiveTest::archivesInsideAreNotOpened()
{
    QByteArray bytes = "the innermost";
    for (int level = 0; level < 10; ++level) {
        HandmadeZip zip;
        zip.add("connections.zip", bytes);
        bytes = zip.bytes();
    }
    const auto outer = quickly(bytes);
    QVERIFY(outer && !*outer);
    QVERIFY(outer->error().message.contains(u"no file of connections"_qs));
    HandmadeZip disguised;
    disguised.add("connections.xml", bytes);
    QVERIFY(!readConnections(disguised.bytes(), QString(), nullptr));
}

void ArchiveTest::tenGigabytesAreLeftOut_data()
{
    QTest::addColumn<quint32>("claim");
    QTest::newRow("told") << quint32(0xFFFFFFFE);
    QTest::newRow("not told") << quint32(1000);
}

void ArchiveTest::tenGigabytesAreLeftOut()
{
    QFETCH(quint32, claim);
    HandmadeZip zip;
    zip.add("connections.xml", deflated, tenGigabytesOfZeros(), claim, 0);
    zip.add("connections.jsonl", "{}");
    const auto archive = quickly(zip.bytes());
    QVERIFY(archive && *archive);
    QCOMPARE(namesOf(**archive), QStringList{u"connections.jsonl"_qs});
    QCOMPARE((*archive)->remarks.size(), 1);
    QCOMPARE((*archive)->remarks.first().place, u"connections.xml"_qs);
}

void ArchiveTest::manyMembersTogetherAreLimited()
{
    const QByteArray zeros(8 << 20, '\0');
    QByteArray packed = qCompress(zeros, 9);
    packed = packed.mid(6).chopped(4); // without Qt's length, zlib's header and its checksum
    HandmadeZip zip;
    for (int number = 0; number < 200; ++number)
        zip.add(QByteArray::number(number) + "/connections.xml", deflated, packed,
                static_cast<quint32>(zeros.size()), checksumOf(zeros));
    const auto archive = quickly(zip.bytes());
    QVERIFY(archive && *archive);
    QCOMPARE((*archive)->members.size(), 4);
    QCOMPARE((*archive)->remarks.size(), 196);
}

void ArchiveTest::namesThatLeadOutAreLeftOut()
{
    HandmadeZip zip;
    const QList<QByteArray> names{"../connections.xml", "a/../../connections.xml", "/etc/connections.xml",
                                  "..\\..\\x/connections.xml"};
    for (const QByteArray &name : names)
        zip.add(name, "x");
    zip.add("fine/connections.xml", "x");
    const auto archive = readArchive(zip.bytes());
    QVERIFY(archive);
    QCOMPARE(namesOf(*archive), QStringList{u"fine/connections.xml"_qs});
    QCOMPARE(archive->remarks.size(), 4);
}

void ArchiveTest::tooManyMembersAreRefused()
{
    HandmadeZip zip;
    for (int number = 0; number < 10'000; ++number)
        zip.add(QByteArray::number(number), "");
    const auto most = quickly(zip.bytes());
    QVERIFY(most && !*most && most->error().message.contains(u"no file of connections"_qs));
    for (int number = 0; number < 300'000; ++number)
        zip.add("connections.xml", "");
    const auto more = quickly(zip.bytes());
    QVERIFY(more && !*more && more->error().message.contains(u"10,000"_qs));
}

void ArchiveTest::aDamagedArchiveIsRefused()
{
    HandmadeZip zip;
    zip.add("connections.xml", fixture("workbench-connections.xml"));
    const QByteArray whole = zip.bytes();
    for (qsizetype size = 0; size < whole.size(); size += 13) {
        const auto archive = readArchive(whole.first(size));
        QVERIFY(!archive && !archive.error().message.isEmpty());
    }
    QByteArray changed = whole;
    changed[100] = static_cast<char>(changed.at(100) ^ 1);
    QVERIFY(!readArchive(changed)); // the checksum
}

void ArchiveTest::whatNeedsAPasswordIsLeftOut()
{
    HandmadeZip zip;
    zip.add("connections.xml", "x");
    QByteArray bytes = zip.bytes();
    bytes[6] = 1; // encrypted (APPNOTE.TXT, 4.4.4)
    bytes[bytes.indexOf("PK\1\2") + 8] = 1;
    QVERIFY(!readArchive(bytes));
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "archivetest.moc"
