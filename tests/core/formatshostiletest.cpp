// SPDX-License-Identifier: GPL-2.0-or-later
// Files that are made to do harm: each is done with in a second and 100 MB, and nothing comes of it.
#include "tests/support/formatreading.h"
#include "tests/support/slowness.h"

#include <QTest>

#include <ctime>

using namespace latchkey;
using namespace latchkey::formats;
using namespace latchkey::test;

namespace {

constexpr qint64 maxMilliseconds = 1000;
constexpr qint64 maxMegabytes = 100;

/// The most memory since the last call, in MB; -1 if the kernel does not say.
qint64 peakMemory()
{
    qint64 peak = -1;
    const QList<QByteArray> lines = bytesOf(QStringLiteral("/proc/self/status")).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            peak = line.mid(6).trimmed().split(' ').first().toLongLong() / 1024;
    }
    QFile reset(QStringLiteral("/proc/self/clear_refs"));
    return reset.open(QIODevice::WriteOnly) && reset.write("5") == 1 ? peak : -1;
}

/// Of this process, in ms: what others do meanwhile does not count.
qint64 processorTime()
{
    return std::clock() / (CLOCKS_PER_SEC / 1000);
}

QByteArray repeated(const QByteArray &text, qsizetype size)
{
    return text.repeated(size / text.size());
}

constexpr qsizetype large = (slowness == 1 ? 16 : 2) << 20;

} // namespace

class FormatsHostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileFilesAreDoneWithQuickly_data();
    void hostileFilesAreDoneWithQuickly();
    void aGigabyteIsRefusedUnread();
    void noCodecFailsOnAnyonesFile();
};

void FormatsHostileTest::hostileFilesAreDoneWithQuickly_data()
{
    QTest::addColumn<QByteArray>("codec");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRefused");
    const QByteArray plist("<plist version=\"1.0\"><dict><key>SPConnectionFavorites</key>");
    QByteArray entities("<!DOCTYPE plist [<!ENTITY a \"" + QByteArray(100'000, 'x') + "\">]><plist><string>");
    entities += repeated("&a;", 300'000) + "</string></plist>";
    QTest::newRow("quadratic entities") << QByteArray("sequelace") << entities << true;
    QByteArray parameters("<!DOCTYPE plist [<!ENTITY % a \"" + QByteArray(100'000, ' ') + "\">");
    parameters += repeated("%a;", 300'000) + "]><plist/>";
    QTest::newRow("quadratic parameter entities") << QByteArray("sequelace") << parameters << true;
    QTest::newRow("deep XML") << QByteArray("sequelace") << plist + repeated("<array>", 700'000) << true;
    QTest::newRow("one long text in XML")
        << QByteArray("sequelace") << plist + "<string>" + QByteArray(large, 'x') + "</string></dict></plist>"
        << true;
    QTest::newRow("many elements in XML")
        << QByteArray("sequelace")
        << plist + "<array>" + repeated("<true/>", 4 << 20) + "</array></dict></plist>" << true;
    QTest::newRow("many attributes in XML")
        << QByteArray("sequelace") << "<plist " + repeated("a=\"\" ", 1 << 20) + "/>" << true;
    QTest::newRow("deep JSON") << QByteArray("aws")
                               << QByteArray("{\"DBClusters\":") + QByteArray(100'000, '[') << true;
    QTest::newRow("deep JSON in a line") << QByteArray("dbgate") << QByteArray(100'000, '[') << true;
    QTest::newRow("many members in JSON")
        << QByteArray("aws") << "{\"DBClusters\":[{" + repeated("\"a\":1,", large) << true;
    QTest::newRow("many empty entries in JSON")
        << QByteArray("aws") << "{\"DBClusters\":[" + repeated("{},", large) + "{}]}" << true;
    QTest::newRow("many lines that are none") << QByteArray("dbgate") << repeated("x\n", large) << true;
    QTest::newRow("many settings that are none") << QByteArray("heidisql") << repeated("x\n", large) << true;
    QTest::newRow("a folder that is deep")
        << QByteArray("heidisql") << "Servers\\" + repeated("a\\", large) + "Host<|||>1<|||>h\n"
        << true;
    QTest::newRow("one session, many settings")
        << QByteArray("heidisql") << repeated("Servers\\a\\Comment<|||>1<|||>x\n", large) << true;
    QTest::newRow("many groups without a host")
        << QByteArray("optionfile") << repeated("[client-]\n", large) << true;
    QTest::newRow("one group, many options")
        << QByteArray("optionfile") << "[client]\n" + repeated("a\n", large) << true;
    QTest::newRow("many includes") << QByteArray("optionfile") << repeated("!include x\n", large) << true;
    QTest::newRow("quotes that do not close")
        << QByteArray("optionfile") << "[client]\n" + repeated("a='\n", large) << true;
    QTest::newRow("many commands") << QByteArray("commandline") << repeated("mysql\n", large) << true;
    QTest::newRow("one command, many words")
        << QByteArray("commandline") << "mysql" + repeated(" x", large) << true;
    QTest::newRow("a command that does not end")
        << QByteArray("commandline") << "mysql '" + repeated("x\n", large) << true;
    QTest::newRow("many URIs") << QByteArray("uri") << repeated("mysql://\n", large) << true;
    QTest::newRow("one URI, many parameters")
        << QByteArray("uri") << "mysql://h/?" + repeated("a=b&", large) << false;
    QTest::newRow("one long URI") << QByteArray("uri") << "mysql://h/" + repeated("%41", large) << false;
    for (const char *codec : {"aws", "dbgate", "heidisql", "sequelace", "uri", "commandline", "optionfile"}) {
        const QByteArray name(codec);
        QTest::newRow((name + ": no UTF-8").constData())
            << name << QByteArray(large, 'x') + "\xC0\xAF" << true;
        QTest::newRow((name + ": NULs").constData()) << name << QByteArray(large, '\0') << true;
        QTest::newRow((name + ": empty").constData()) << name << QByteArray() << true;
    }
}

void FormatsHostileTest::hostileFilesAreDoneWithQuickly()
{
    QFETCH(const QByteArray, codec);
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isRefused);
    const Codec *format =
        codecNamed(std::string_view(codec.constData(), static_cast<std::size_t>(codec.size())));
    QVERIFY(format);
    peakMemory();
    const qint64 before = peakMemory();
    const qint64 start = processorTime();
    format->recognises(text);
    const auto content = format->read(text, QString());
    const qint64 time = processorTime() - start;
    const qint64 memory = peakMemory() - before;
    qInfo("%lld ms, %lld MB above the file itself", time, memory);
    QVERIFY2(time < maxMilliseconds * slowness, qPrintable(QString::number(time)));
    if (before >= 0 && slowness == 1)
        QVERIFY2(memory < maxMegabytes, qPrintable(QString::number(memory)));
    QCOMPARE(!content, isRefused);
    if (!content) {
        QCOMPARE(content.error().code, Error::Code::InvalidInput);
        QVERIFY(!content.error().message.isEmpty());
        QVERIFY2(content.error().message.size() < 600, qUtf8Printable(content.error().message.left(1000)));
    }
}

void FormatsHostileTest::aGigabyteIsRefusedUnread()
{
    // A view of 1 GB that would crash if anyone looked behind its beginning.
    const QByteArray beginning(1 << 16, '[');
    const QByteArrayView text(beginning.constData(), qsizetype{1} << 30);
    for (const Codec *codec : codecs()) {
        codec->recognises(text);
        const auto content = codec->read(text, QString());
        QVERIFY(!content);
        QCOMPARE(content.error().code, Error::Code::InvalidInput);
    }
}

void FormatsHostileTest::noCodecFailsOnAnyonesFile()
{
    for (const char *file : {"heidisql.txt", "dbgate.jsonl", "sequelace.plist", "my.cnf", "uris.txt",
                             "commands.txt", "aws-clusters.json", "heidisql-utf16.txt"}) {
        const QByteArray whole = bytesOf(formatFile(QLatin1String(file)));
        QVERIFY(!whole.isEmpty());
        for (const Codec *codec : codecs()) {
            for (qsizetype size = 0; size < whole.size(); size += 97) {
                const auto content = codec->read(whole.first(size), QString());
                QVERIFY(content || !content.error().message.isEmpty());
            }
        }
    }
}

QTEST_APPLESS_MAIN(FormatsHostileTest)
#include "formatshostiletest.moc"
