// SPDX-License-Identifier: GPL-2.0-or-later
// Colours that can be read and icons that are there, in light and in dark.
#include "ui/icons.h"
#include "ui/theme.h"

#include <QDir>
#include <QGuiApplication>
#include <QTest>

using namespace latchkey;

class LookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColourCanBeRead_data();
    void everyColourCanBeRead();
    void everyIconDrawsSomething_data();
    void everyIconDrawsSomething();
    void iconsFollowThePalette();
    void anUnknownIconDrawsNothing();
};

void LookTest::everyColourCanBeRead_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << theme::lightPalette();
    QTest::newRow("dark") << theme::darkPalette();
}

void LookTest::everyColourCanBeRead()
{
    QFETCH(QPalette, palette);
    using theme::Colour;
    for (const auto role :
         {Colour::Good, Colour::Warning, Colour::Danger, Colour::Production, Colour::Staging, Colour::Test,
          Colour::ReadOnly, Colour::Accent, Colour::MutedText}) {
        const QColor ink = theme::colour(role, palette);
        for (const QColor &ground : {palette.color(QPalette::Window), palette.color(QPalette::Base),
                                     palette.color(QPalette::AlternateBase), theme::tint(role, palette)})
            QVERIFY2(theme::contrast(ink, ground) >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3")
                                                                         .arg(ink.name(), ground.name())
                                                                         .arg(theme::contrast(ink, ground))));
        QVERIFY(theme::contrast(palette.color(QPalette::WindowText), theme::tint(role, palette)) >= 4.5);
    }
    for (const auto &[text, ground] : {std::pair{QPalette::WindowText, QPalette::Window},
                                       {QPalette::Text, QPalette::Base},
                                       {QPalette::ButtonText, QPalette::Button},
                                       {QPalette::HighlightedText, QPalette::Highlight},
                                       {QPalette::PlaceholderText, QPalette::Base},
                                       {QPalette::ToolTipText, QPalette::ToolTipBase},
                                       {QPalette::Link, QPalette::Base}})
        QVERIFY(theme::contrast(palette.color(text), palette.color(ground)) >= 4.5);
}

void LookTest::everyIconDrawsSomething_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &file : QDir(QStringLiteral(":/icons")).entryList())
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void LookTest::everyIconDrawsSomething()
{
    QFETCH(QString, name);
    for (const int size : {16, 24, 48}) {
        const QImage image = icons::icon(name).pixmap({size, size}, 1.0).toImage();
        QCOMPARE(image.size(), QSize(size, size));
        bool drawn = false;
        for (int y = 0; y < size && !drawn; ++y)
            for (int x = 0; x < size && !drawn; ++x)
                drawn = image.pixelColor(x, y).alpha() > 128;
        QVERIFY(drawn);
    }
}

void LookTest::iconsFollowThePalette()
{
    const auto ink = [](const QPalette &palette) {
        QGuiApplication::setPalette(palette);
        const QImage image = icons::icon(QStringLiteral("stop")).pixmap({48, 48}, 1.0).toImage();
        return image.pixelColor(24, 12); // on the upper edge of the square
    };
    const QColor light = ink(theme::lightPalette());
    const QColor dark = ink(theme::darkPalette());
    QVERIFY(light.lightnessF() < 0.3F);
    QVERIFY(dark.lightnessF() > 0.7F);
}

void LookTest::anUnknownIconDrawsNothing()
{
    QVERIFY(icons::icon(QStringLiteral("no such thing")).isNull());
}

QTEST_MAIN(LookTest)
#include "looktest.moc"
