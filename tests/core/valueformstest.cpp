// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/result/valueforms.h"
#include "core/result/celltext.h"

#include <QTest>

using namespace latchkey::result;

class ValueFormsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonIsSetWithoutChangingWhatItSays_data();
    void jsonIsSetWithoutChangingWhatItSays();
    void whatIsNoJsonIsLeftAlone_data();
    void whatIsNoJsonIsLeftAlone();
    void hostileJsonTakesNoTime();
    void theLastLineOfADumpIsFilledUp();
    void picturesAreToldByTheirFirstBytes();
    void textIsCutBetweenItsCharacters();
};

void ValueFormsTest::jsonIsSetWithoutChangingWhatItSays_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("set");
    QTest::newRow("empty object") << QByteArray(" { } ") << QStringLiteral("{}");
    QTest::newRow("empty array inside") << QByteArray("[[],1]") << QStringLiteral("[\n  [],\n  1\n]");
    QTest::newRow("same key twice, long number")
        << QByteArray(R"({"a":1.000000000000000000001,"a":2})")
        << QStringLiteral("{\n  \"a\": 1.000000000000000000001,\n  \"a\": 2\n}");
    QTest::newRow("signs in a string")
        << QByteArray(R"(["a \" , : { ü"])") << QStringLiteral("[\n  \"a \\\" , : { ü\"\n]");
}

void ValueFormsTest::jsonIsSetWithoutChangingWhatItSays()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, set);
    QCOMPARE(QString::fromStdString(prettyJson(json.toStdString()).value_or("nothing")), set);
}

void ValueFormsTest::whatIsNoJsonIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "word", "12", "\"text\"", "{", "[1", "[1}", "]", "{} {}", "[\"open]", "{}, 1"})
        QTest::newRow(text) << QByteArray(text);
}

void ValueFormsTest::whatIsNoJsonIsLeftAlone()
{
    QFETCH(QByteArray, text);
    QVERIFY(!prettyJson(text.toStdString()));
}

void ValueFormsTest::hostileJsonTakesNoTime()
{
    QVERIFY(!prettyJson(std::string(1'000'000, '[')));
    QVERIFY(!prettyJson(std::string(100'000'000, '{')));
    QVERIFY(!prettyJson(std::string(64, '[') + std::string(1'000'000, '\\')));
}

void ValueFormsTest::theLastLineOfADumpIsFilledUp()
{
    QCOMPARE(hexDump("ab"),
             QStringLiteral("00000000  61 62                                             |ab|\n"));
    QCOMPARE(hexDump(""), QString());
}

void ValueFormsTest::picturesAreToldByTheirFirstBytes()
{
    QCOMPARE(pictureFormat("\x89PNG\r\n\x1A\n…"), QByteArray("png"));
    QCOMPARE(pictureFormat("\xFF\xD8\xFF\xE0"), QByteArray("jpeg"));
    QCOMPARE(pictureFormat("GIF89a"), QByteArray("gif"));
    QCOMPARE(pictureFormat("RIFF\1\2\3\4WEBPVP8 "), QByteArray("webp"));
    QCOMPARE(pictureFormat("RIFF"), QByteArray());
    QCOMPARE(pictureFormat(""), QByteArray());
}

void ValueFormsTest::textIsCutBetweenItsCharacters()
{
    QVERIFY(cutUtf8("aä", 2) == std::string_view("a"));
    QVERIFY(cutUtf8("😀😀", 7) == std::string_view("😀"));
    QVERIFY(cutUtf8("short", 10) == std::string_view("short"));
    QCOMPARE(cutUtf8(std::string(100, '\x80'), 50).size(), 50U); // no text
}

QTEST_GUILESS_MAIN(ValueFormsTest)
#include "valueformstest.moc"
