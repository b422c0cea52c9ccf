// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/checkedjsonwriter.h"
#include "core/profile/jsonreader.h"
#include "core/profile/profilejson.h"
#include "core/profile/profileorder.h"
#include "tests/support/profilevalues.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace {

/// Text of what files can hold, cannot hold, and must escape.
QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{u"a"_qs,
                                    u"\""_qs,
                                    u"\\"_qs,
                                    u"\n"_qs,
                                    u"\u0001"_qs,
                                    u"\u007f"_qs,
                                    u"ü"_qs,
                                    u"🐬"_qs,
                                    u"\ufeff"_qs,
                                    QString(QChar(0)),
                                    QString(QChar(0xd83d)),
                                    u"\ufffe"_qs,
                                    u"/"_qs,
                                    QString(300, u'x'),
                                    u"\u2028"_qs};
    QString text;
    for (quint32 left = random.bounded(4u); left > 0; --left) {
        // The two that no file can hold are rare, so that most documents can be saved.
        const qsizetype at = random.bounded(pieces.size());
        const bool isBad = at == 9 || at == 10;
        text += pieces.at(isBad && random.bounded(20) > 0 ? 0 : at);
    }
    return text;
}

QJsonValue randomValue(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 0 ? 7 : 5)) {
    case 0:
        return randomText(random);
    case 1:
        return random.bounded(2) == 1;
    case 2:
        return static_cast<qint64>(random.generate64());
    case 3:
        return random.generateDouble() * 1e9;
    case 4:
        return QJsonValue::Null;
    case 5: {
        QJsonArray array;
        for (int left = random.bounded(3); left > 0; --left)
            array.append(randomValue(random, depth - 1));
        return array;
    }
    default: {
        QJsonObject object;
        for (int left = random.bounded(3); left > 0; --left)
            object.insert(randomText(random), randomValue(random, depth - 1));
        return object;
    }
    }
}

Profile randomProfile(QRandomGenerator &random)
{
    Profile profile = random.bounded(2) ? fullProfile() : named(u"x"_qs);
    profile.id = QUuid::createUuid();
    profile.name = u"n"_qs + randomText(random);
    profile.folder = {randomText(random), randomText(random)};
    profile.notes = randomText(random);
    profile.session.variables.insert(randomText(random), randomText(random));
    profile.tags = {randomText(random)};
    profile.unknown.insert(u"z"_qs + randomText(random), randomValue(random, random.bounded(34)));
    return profile;
}

} // namespace

class CheckedJsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreWrittenAsTheStandardHasIt_data();
    void valuesAreWrittenAsTheStandardHasIt();
    void largeNumbersAreTheSameAgain();
    void whatCannotBeReadAgainFails_data();
    void whatCannotBeReadAgainFails();
    void whatIsSavedCanAlwaysBeReadAgain();
    void onlyWhatCannotBeReadAgainIsRefused_data();
    void onlyWhatCannotBeReadAgainIsRefused();
};

void CheckedJsonWriterTest::valuesAreWrittenAsTheStandardHasIt_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("texts") << QJsonValue(
        QJsonArray{u"\"\\/\b\f\n\r\t\u0001\u001f\u007f"_qs, emoji, QString()});
    QTest::newRow("numbers") << QJsonValue(
        QJsonArray{0, -1, qint64{9007199254740993}, std::numeric_limits<qint64>::min(), 0.1, 1e300, -2.5e-7});
    QTest::newRow("words") << QJsonValue(QJsonArray{true, false, QJsonValue::Null});
    QTest::newRow("nested") << QJsonValue(
        QJsonObject{{u"a"_qs, QJsonArray{QJsonObject{{u"b"_qs, 1}, {rightToLeft, 2}}, 3}}});
}

void CheckedJsonWriterTest::valuesAreWrittenAsTheStandardHasIt()
{
    QFETCH(QJsonValue, value);
    CheckedJsonWriter writer;
    writer.value(value);
    QVERIFY(!writer.failed());
    const QJsonDocument expected =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    QCOMPARE(writer.text() + '\n', expected.toJson(QJsonDocument::Indented));
}

void CheckedJsonWriterTest::largeNumbersAreTheSameAgain()
{
    for (const double number : {41111111110172937.4, -41111111110172937.4, 9007199254740994.0, 1e22, 1e15}) {
        CheckedJsonWriter writer;
        writer.value(QJsonObject{{u"a"_qs, number}});
        const QByteArray text = writer.text();
        JsonReader reader(text);
        const QJsonValue again = reader.value();
        QVERIFY2(!reader.failed() && again.toObject().value(u"a").toDouble() == number, text.constData());
    }
}

void CheckedJsonWriterTest::whatCannotBeReadAgainFails_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("fails");
    const auto nested = [](int depth) {
        QJsonValue value = 0;
        for (int at = 0; at < depth; ++at)
            value = QJsonArray{value};
        return value;
    };
    const auto wide = [](int size) {
        QJsonObject object;
        for (int at = 0; at < size; ++at)
            object.insert(QString::number(at), at);
        return QJsonValue(object);
    };
    QTest::newRow("32 lists in each other") << nested(32) << false;
    QTest::newRow("33 lists in each other") << nested(33) << true;
    QTest::newRow("256 members") << wide(256) << false;
    QTest::newRow("257 members") << wide(257) << true;
    QTest::newRow("a megabyte") << QJsonValue(QString(1 << 20, u'x')) << false;
    QTest::newRow("a megabyte and one") << QJsonValue(QString((1 << 20) + 1, u'x')) << true;
    QTest::newRow("a megabyte of two bytes each") << QJsonValue(QString(1 << 19, u'ü')) << false;
    QTest::newRow("more of those") << QJsonValue(QString((1 << 19) + 1, u'ü')) << true;
    QTest::newRow("U+0000") << QJsonValue(QString(QChar(0))) << true;
}

void CheckedJsonWriterTest::whatCannotBeReadAgainFails()
{
    QFETCH(QJsonValue, value);
    QFETCH(bool, fails);
    CheckedJsonWriter writer;
    writer.value(value);
    QCOMPARE(writer.failed(), fails);
    JsonReader reader(writer.text());
    const QJsonValue read = reader.value();
    reader.end();
    QCOMPARE(reader.failed(), fails);
    if (!fails)
        QCOMPARE(read, value);
}

void CheckedJsonWriterTest::whatIsSavedCanAlwaysBeReadAgain()
{
    QRandomGenerator random(4711);
    int saved = 0;
    for (int round = 0; round < 2'000; ++round) {
        ProfileDocument document;
        for (int left = random.bounded(4); left > 0; --left)
            document.profiles.append(randomProfile(random));
        if (random.bounded(2))
            document.unknown.insert(u"later"_qs, randomValue(random, 3));
        const auto text = savedText(document);
        if (!text)
            continue;
        ++saved;
        const auto read = readProfiles(*text, u"f"_qs);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(*read, document);
    }
    qInfo("%d of 2000 random documents could be saved", saved);
    QVERIFY(saved > 500 && saved < 2'000);
}

void CheckedJsonWriterTest::onlyWhatCannotBeReadAgainIsRefused_data()
{
    using Spoil = std::function<void(ProfileDocument &)>;
    QTest::addColumn<Spoil>("spoil");
    const auto row = [](const char *name, const Spoil &spoil) { QTest::newRow(name) << spoil; };
    row("no id", [](auto &document) { document.profiles.first().id = QUuid(); });
    row("no name", [](auto &document) { document.profiles.first().name.clear(); });
    row("port 0", [](auto &document) { document.profiles.first().port = 0; });
    row("65 folders", [](auto &document) { document.profiles.first().folder = QStringList(65, u"a"_qs); });
    row("a time before now",
        [](auto &document) { document.profiles.first().timeouts.connect = std::chrono::seconds(-1); });
    row("eight days",
        [](auto &document) { document.profiles.first().timeouts.answer = std::chrono::hours(192); });
    row("an id twice", [](auto &document) { document.profiles.append(document.profiles.first()); });
    row("half a character", [](auto &document) { document.profiles.first().notes = QChar(0xd800); });
    row("a folder twice", [](auto &document) {
        Folder folder;
        folder.settings.name = u"F"_qs;
        document.folders.append(folder);
        folder.settings.id = QUuid::createUuid();
        document.folders.append(folder);
    });
    row("too much in all", [](auto &document) {
        for (int at = 0; at < 70; ++at) {
            Profile large = named(u"p%1"_qs.arg(at));
            large.notes = QString(1 << 20, u'x');
            document.profiles.append(large);
        }
    });
}

void CheckedJsonWriterTest::onlyWhatCannotBeReadAgainIsRefused()
{
    using Spoil = std::function<void(ProfileDocument &)>;
    QFETCH(Spoil, spoil);
    ProfileDocument document;
    document.profiles.append(fullProfile());
    QVERIFY(savedText(document));
    spoil(document);
    const auto refused = savedText(document);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::InvalidInput);
    const QByteArray text = writeProfiles(document);
    const auto read = readProfiles(text, u"f"_qs);
    QVERIFY(text.size() > maxProfileFile || !read || *read != document);
}

QTEST_APPLESS_MAIN(CheckedJsonWriterTest)
#include "checkedjsonwritertest.moc"
