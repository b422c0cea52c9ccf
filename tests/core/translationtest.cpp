// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/text.h"
#include "core/krb/kerberosservice.h"
#include "translations/translations.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace latchkey;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; ///< more than one if the text has plurals
    bool hasPlurals = false;
    bool isFinished = true;

    QString name() const { return context + QLatin1String(": ") + source; }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.hasPlurals = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() != QLatin1String("translation")) {
            xml.skipCurrentElement();
        } else {
            message.isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!message.hasPlurals)
                message.translations.append(xml.readElementText());
            while (message.hasPlurals && xml.readNextStartElement())
                message.translations.append(xml.readElementText());
        }
    }
    return message;
}

QList<Message> readContext(QXmlStreamReader &xml)
{
    QList<Message> messages;
    QString context;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else
            messages.append(readMessage(xml, context));
    }
    return messages;
}

/// Nothing if the file cannot be read or understood.
QList<Message> messagesOf(const QString &language)
{
    QFile file(QStringLiteral(LATCHKEY_TRANSLATIONS "/latchkey_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    xml.readNextStartElement();
    while (xml.readNextStartElement())
        messages.append(readContext(xml));
    return xml.hasError() ? QList<Message>() : messages;
}

/// %1, %n, %Ln: what is filled in at run time.
QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%L?(?:\\d{1,2}|n)"));
    QSet<QString> found;
    for (const auto &match : pattern.globalMatch(text))
        found.insert(match.captured());
    return found;
}

QString rows(int count)
{
    return QCoreApplication::translate("latchkey::ResultGrid", "%n row(s)", nullptr, count);
}

} // namespace

class TranslationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qDeleteAll(qApp->findChildren<QTranslator *>()); }

    void aGermanDesktopReadsGermanSentences()
    {
        const QString english = krb::kdcSilent(QStringLiteral("CORP.EXAMPLE.COM")).message;
        installTranslations(*qApp, QLocale(QLocale::German, QLocale::Germany));
        const QString german = krb::kdcSilent(QStringLiteral("CORP.EXAMPLE.COM")).message;
        QVERIFY2(german.startsWith(QStringLiteral("Kein KDC von CORP.EXAMPLE.COM antwortet")),
                 qPrintable(german));
        QVERIFY(english != german);
        QVERIFY2(!german.contains(QLatin1Char('%')), qPrintable(german));
    }

    void theCommandLinesTextsAreFoundUnderTheirClass()
    {
        installTranslations(*qApp, QLocale(QLocale::German, QLocale::Austria));
        QCOMPARE(cli::Text::tr("Remove profiles."), QStringLiteral("Profile entfernen."));
    }

    void countsAreSingularOrPlural_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("two");

        const QString row = QStringLiteral("1 row");
        const QString twoRows = QStringLiteral("2 rows");
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedKingdom) << row << twoRows;
        QTest::newRow("no language") << QLocale::c() << row << twoRows;
        QTest::newRow("not translated") << QLocale(QLocale::Finnish) << row << twoRows;
        QTest::newRow("German") << QLocale(QLocale::German) << QStringLiteral("1 Zeile")
                                << QStringLiteral("2 Zeilen");
    }

    void countsAreSingularOrPlural()
    {
        QFETCH(const QLocale, locale);
        installTranslations(*qApp, locale);
        QTEST(rows(1), "one");
        QTEST(rows(2), "two");
    }

    void everyTextIsTranslatedWithItsPlaceholders_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("atLeast"); // a file that was not understood must not pass
        QTest::newRow("de") << QStringLiteral("de") << 500;
        QTest::newRow("en") << QStringLiteral("en") << 5;
    }

    void everyTextIsTranslatedWithItsPlaceholders()
    {
        QFETCH(const QString, language);
        QFETCH(const int, atLeast);
        const QList<Message> messages = messagesOf(language);
        QVERIFY(messages.size() >= atLeast);
        for (const Message &message : messages) {
            QVERIFY2(message.isFinished, qPrintable(message.name()));
            QVERIFY2(message.translations.size() == (message.hasPlurals ? 2 : 1), qPrintable(message.name()));
            for (const QString &translation : message.translations) {
                QVERIFY2(!translation.isEmpty(), qPrintable(message.name()));
                QVERIFY2(placeholders(translation) == placeholders(message.source),
                         qPrintable(message.name() + QLatin1String(" -> ") + translation));
            }
        }
    }

    /// A shortcut key that no label shows cannot be found; one that nobody asked for takes another's place.
    void mnemonicsAreKept()
    {
        static const QRegularExpression mnemonic(QStringLiteral("&[^\\s&]"));
        for (const Message &message : messagesOf(QStringLiteral("de"))) {
            QVERIFY2(message.source.count(mnemonic) == message.translations.front().count(mnemonic),
                     qPrintable(message.name()));
        }
    }
};

QTEST_GUILESS_MAIN(TranslationTest)
#include "translationtest.moc"
