// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/codec.h"
#include "core/profile/formats/remarks.h"
#include "core/profile/formats/textinput.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::formats;

namespace {

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes(bigEndian ? "\xFE\xFF" : "\xFF\xFE");
    for (const QChar character : text) {
        const char high = static_cast<char>(character.unicode() >> 8);
        const char low = static_cast<char>(character.unicode() & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

class FormatsTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEncodingComesOutAsUtf8_data();
    void everyEncodingComesOutAsUtf8();
    void whatIsNoTextIsRefusedWithItsLine_data();
    void whatIsNoTextIsRefusedWithItsLine();
    void aFileThatIsTooLargeIsRefused();
    void theBeginningOfALongTextIsWhole();
    void remarksEndWhenThereAreTooMany();
    void aLongNameIsShortenedInARemark();
};

void FormatsTextTest::everyEncodingComesOutAsUtf8_data()
{
    const QString text = QStringLiteral("ö=😀\r\nz=\r1\n");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8();
    QTest::newRow("UTF-16 little endian") << utf16(text, false);
    QTest::newRow("UTF-16 big endian") << utf16(text, true);
}

void FormatsTextTest::everyEncodingComesOutAsUtf8()
{
    QFETCH(const QByteArray, bytes);
    const auto text = normalised(bytes);
    QVERIFY(text);
    QCOMPARE(*text, QStringLiteral("ö=😀\nz=\r1\n").toUtf8());
}

void FormatsTextTest::whatIsNoTextIsRefusedWithItsLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("place");
    QTest::newRow("invalid UTF-8") << QByteArray("a\nb\n\xC0\xAF\nd") << QStringLiteral("line 3");
    QTest::newRow("half a character") << QByteArray("a\nb\xC3") << QStringLiteral("line 2");
    QTest::newRow("NUL") << QByteArray("a\nb\nc\0d", 7) << QStringLiteral("line 3");
    QTest::newRow("lone surrogate") << utf16(QStringLiteral("a\n") + QChar(0xD800) + QStringLiteral("b"),
                                             false)
                                    << QStringLiteral("line 2");
    QTest::newRow("odd size") << utf16(QStringLiteral("a\nb\n"), true) + 'x' << QStringLiteral("line 3");
}

void FormatsTextTest::whatIsNoTextIsRefusedWithItsLine()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, place);
    const auto text = normalised(bytes);
    QVERIFY(!text);
    QCOMPARE(text.error().code, Error::Code::InvalidInput);
    QVERIFY2(text.error().message.contains(place), qUtf8Printable(text.error().message));
}

void FormatsTextTest::aFileThatIsTooLargeIsRefused()
{
    const QByteArray bytes(maxFile + 1, 'x');
    const auto text = normalised(bytes);
    QVERIFY(!text);
    QVERIFY(text.error().message.contains(QLatin1String("64 MB")));
}

void FormatsTextTest::theBeginningOfALongTextIsWhole()
{
    QByteArray bytes("x");
    for (int i = 0; i < 50'000; ++i)
        bytes += "😀";
    const QByteArray beginning = normalisedBeginning(bytes);
    QVERIFY(beginning.size() > 60'000 && beginning.size() <= 1 << 16);
    QVERIFY(bytes.startsWith(beginning));
    QVERIFY(QByteArrayView(beginning).isValidUtf8());
    QVERIFY(normalisedBeginning("\xFF\xFF\xFF\xFF\xFF").isEmpty());
}

void FormatsTextTest::remarksEndWhenThereAreTooMany()
{
    Remarks remarks;
    for (int i = 0; i < 10'000; ++i)
        remarks.add(atLine(i), QStringLiteral("no"));
    const QList<Remark> all = remarks.take();
    QCOMPARE(all.size(), 5001);
    QVERIFY(all.last().message.contains(QLatin1String("more remarks than are shown")));
    QVERIFY(remarks.take().isEmpty());
}

void FormatsTextTest::aLongNameIsShortenedInARemark()
{
    QVERIFY(atConnection(QString(10'000, QLatin1Char('x'))).size() < 120);
    QCOMPARE(atConnection(QStringLiteral("a\nb"), QStringLiteral("port")),
             QStringLiteral("connection “a b”, port"));
}

QTEST_APPLESS_MAIN(FormatsTextTest)
#include "formatstexttest.moc"
