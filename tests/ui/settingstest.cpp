// SPDX-License-Identifier: GPL-2.0-or-later
// The settings dialog, clicked, and what is remembered.
#include "ui/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

template <typename T>
T *child(const QWidget &parent, const char *name)
{
    return parent.findChild<T *>(QLatin1String(name));
}

Settings stored(const SettingsDialog &dialog)
{
    Settings settings;
    dialog.store(settings);
    return settings;
}

void click(const SettingsDialog &dialog, const char *name)
{
    auto *box = child<QCheckBox>(dialog, name);
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDestroyedUnlessItIsWanted();
    void whatWasChosenIsThereAfterTheNextStart();
    void whatMakesNoSenseInTheFileCountsForNothing();
    void theFileIsTheUsersOwn();
    void onlySoManyProfilesAreRecent();

    void theDialogShowsTheSettings();
    void everyClickTakesEffectAtOnce();
    void warningsAreChosenByKey();
    void whenTicketsAreRenewedIsChosenByWhoLooksForIt();
    void neverIsAChoice();
    void theThemeIsChosenByKey();
    void withoutIdleTimesTheOptionSaysWhy();
    void whatIsOnCanBeTurnedOffWhereItDoesNotWork();
    void withoutATrayTheOptionSaysWhy();
    void everythingHasAKey();
    void escapeCloses();
};

void SettingsTest::nothingIsDestroyedUnlessItIsWanted()
{
    const Settings settings = Settings::load(QStringLiteral("/nonexistent/settings.ini"));
    QCOMPARE(settings, Settings());
    QVERIFY(!settings.destroysOnLock);
    QVERIFY(!settings.destroysOnExit);
    QVERIFY(!settings.destroysWhenIdle);
    QVERIFY(!settings.staysInTray);
}

void SettingsTest::whatWasChosenIsThereAfterTheNextStart()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    Settings settings;
    settings.scheme = theme::Scheme::Dark;
    settings.recentProfiles = {QStringLiteral("b"), QStringLiteral("a")};
    settings.keepsHistory = false;
    settings.renewsTickets = false;
    settings.renewsAtPercent = 70;
    settings.renewalInterval = 3min;
    settings.longestRetry = 40min;
    settings.showsTray = false;
    settings.staysInTray = true;
    settings.showsNotices = false;
    settings.warnBefore = {30min};
    settings.warnOfPassword = std::chrono::days(14);
    settings.destroysOnLock = true;
    settings.destroysOnExit = true;
    settings.destroysWhenIdle = 20min;
    settings.schemaWidth = 333;
    settings.showsSchema = false;
    settings.completesAlone = false;
    settings.save(file);
    QCOMPARE(Settings::load(file), settings);
    settings.warnBefore = {};
    settings.warnOfPassword = {};
    settings.destroysWhenIdle = {};
    settings.save(file);
    QCOMPARE(Settings::load(file), settings);
}

void SettingsTest::whatMakesNoSenseInTheFileCountsForNothing()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    QFile text(file);
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("[notices]\nwarnBefore=-5, x, 7, 999999999999, 2000\n[destroy]\nwhenIdle=-1\n"
               "[renewal]\natPercent=400\ninterval=0\nlongestRetry=x\n");
    text.close();
    const Settings settings = Settings::load(file);
    QCOMPARE(settings.warnBefore, QList<std::chrono::minutes>{7min});
    QVERIFY(!settings.destroysWhenIdle);
    QCOMPARE(settings.renewsAtPercent, 90);
    QCOMPARE(settings.renewalInterval, 1min);
    QCOMPARE(settings.longestRetry, 15min);
}

void SettingsTest::theFileIsTheUsersOwn()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    Settings().save(file);
    QCOMPARE(QFile::permissions(file)
                 & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                    | QFileDevice::WriteOther),
             QFileDevice::Permissions());
}

void SettingsTest::onlySoManyProfilesAreRecent()
{
    Settings settings;
    for (int i = 0; i < 20; ++i)
        settings.rememberRecent(QString::number(i % 12));
    QCOMPARE(settings.recentProfiles.size(), 8);
    QCOMPARE(settings.recentProfiles.first(), QStringLiteral("7"));
    QCOMPARE(settings.recentProfiles.count(QStringLiteral("7")), 1);
}

void SettingsTest::theDialogShowsTheSettings()
{
    Settings settings;
    settings.scheme = theme::Scheme::Light;
    settings.warnBefore = {5min, 30min};
    settings.warnOfPassword = std::chrono::days(30);
    settings.renewsTickets = false;
    settings.renewsAtPercent = 60;
    settings.renewalInterval = 7min;
    settings.longestRetry = 45min;
    settings.destroysOnLock = true;
    settings.destroysWhenIdle = 45min;
    settings.showsNotices = false;
    const SettingsDialog dialog(settings);
    QCOMPARE(child<QComboBox>(dialog, "firstWarning")->currentData(), QVariant(30));
    QCOMPARE(child<QComboBox>(dialog, "secondWarning")->currentData(), QVariant(5));
    QCOMPARE(child<QComboBox>(dialog, "idleMinutes")->currentData(), QVariant(45));
    settings.warnBefore = {30min, 5min};
    QCOMPARE(stored(dialog), settings);
}

void SettingsTest::everyClickTakesEffectAtOnce()
{
    SettingsDialog dialog({});
    dialog.setTellsIdleTime(true);
    dialog.open();
    QSignalSpy changed(&dialog, &SettingsDialog::changed);
    const auto clicked = [&](const char *name) {
        changed.clear();
        click(dialog, name);
        return changed.count();
    };
    QCOMPARE(clicked("keepsHistory"), 1);
    QVERIFY(!stored(dialog).keepsHistory);
    QCOMPARE(clicked("renewsTickets"), 1);
    QVERIFY(!stored(dialog).renewsTickets);
    QCOMPARE(clicked("destroysOnLock"), 1);
    QVERIFY(stored(dialog).destroysOnLock);
    QCOMPARE(clicked("destroysOnExit"), 1);
    QVERIFY(stored(dialog).destroysOnExit);
    QVERIFY(!child<QComboBox>(dialog, "idleMinutes")->isEnabled());
    QCOMPARE(clicked("destroysWhenIdle"), 1);
    QCOMPARE(stored(dialog).destroysWhenIdle, std::optional(15min));
    QVERIFY(child<QComboBox>(dialog, "idleMinutes")->isEnabled());
    QCOMPARE(clicked("staysInTray"), 1);
    QVERIFY(stored(dialog).staysInTray);
    QCOMPARE(clicked("showsNotices"), 1);
    QVERIFY(!stored(dialog).showsNotices);
    QCOMPARE(clicked("showsTray"), 1);
    QVERIFY(!stored(dialog).showsTray);
}

void SettingsTest::warningsAreChosenByKey()
{
    SettingsDialog dialog({});
    dialog.open();
    QSignalSpy changed(&dialog, &SettingsDialog::changed);
    QTest::keyClick(child<QComboBox>(dialog, "firstWarning"), Qt::Key_Down);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(stored(dialog).warnBefore, (QList<std::chrono::minutes>{30min, 5min}));
}

void SettingsTest::whenTicketsAreRenewedIsChosenByWhoLooksForIt()
{
    SettingsDialog dialog({});
    dialog.open();
    auto *renewAt = child<QComboBox>(dialog, "renewAt");
    QVERIFY(!renewAt->isVisible());
    QTest::mouseClick(child<QToolButton>(dialog, "moreRenewal"), Qt::LeftButton);
    QVERIFY(renewAt->isVisible());
    QSignalSpy changed(&dialog, &SettingsDialog::changed);
    QTest::keyClick(renewAt, Qt::Key_Down);
    QTest::keyClick(child<QComboBox>(dialog, "renewalInterval"), Qt::Key_Down);
    QTest::keyClick(child<QComboBox>(dialog, "longestRetry"), Qt::Key_Down);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(stored(dialog).renewsAtPercent, 75);
    QCOMPARE(stored(dialog).renewalInterval, 2min);
    QCOMPARE(stored(dialog).longestRetry, 30min);
}

void SettingsTest::neverIsAChoice()
{
    SettingsDialog dialog({});
    dialog.open();
    QTest::keyClick(child<QComboBox>(dialog, "firstWarning"), Qt::Key_Home);
    QTest::keyClick(child<QComboBox>(dialog, "secondWarning"), Qt::Key_Home);
    QCOMPARE(child<QComboBox>(dialog, "firstWarning")->currentText(), QStringLiteral("never"));
    QVERIFY(stored(dialog).warnBefore.isEmpty());
    QTest::keyClick(child<QComboBox>(dialog, "passwordWarning"), Qt::Key_Home);
    QVERIFY(!stored(dialog).warnOfPassword);
}

void SettingsTest::theThemeIsChosenByKey()
{
    SettingsDialog dialog({});
    dialog.open();
    QSignalSpy changed(&dialog, &SettingsDialog::changed);
    QTest::keyClick(child<QComboBox>(dialog, "theme"), Qt::Key_Down);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(stored(dialog).scheme, theme::Scheme::Light);
}

void SettingsTest::withoutIdleTimesTheOptionSaysWhy()
{
    SettingsDialog dialog({});
    dialog.open();
    auto *remark = child<QLabel>(dialog, "idleRemark");
    auto *option = child<QCheckBox>(dialog, "destroysWhenIdle");
    QVERIFY(!option->isEnabled());
    QVERIFY(remark->isVisible());
    dialog.setTellsIdleTime(false);
    QVERIFY(!option->isEnabled());
    QVERIFY(remark->text().contains(QStringLiteral("org.freedesktop.ScreenSaver")));
    dialog.setTellsIdleTime(true);
    QVERIFY(option->isEnabled());
    QVERIFY(!remark->isVisible());
}

void SettingsTest::whatIsOnCanBeTurnedOffWhereItDoesNotWork()
{
    Settings settings;
    settings.destroysWhenIdle = 15min;
    settings.staysInTray = true;
    SettingsDialog dialog(settings);
    dialog.setTellsIdleTime(false);
    dialog.setHasTray(false);
    dialog.open();
    click(dialog, "destroysWhenIdle");
    click(dialog, "staysInTray");
    QVERIFY(!stored(dialog).destroysWhenIdle);
    QVERIFY(!stored(dialog).staysInTray);
    QVERIFY(!child<QCheckBox>(dialog, "destroysWhenIdle")->isEnabled());
    QVERIFY(!child<QCheckBox>(dialog, "staysInTray")->isEnabled());
}

void SettingsTest::withoutATrayTheOptionSaysWhy()
{
    SettingsDialog dialog({});
    dialog.open();
    auto *remark = child<QLabel>(dialog, "trayRemark");
    QVERIFY(!remark->isVisible());
    dialog.setHasTray(false);
    QVERIFY(remark->isVisible());
    QVERIFY(!child<QCheckBox>(dialog, "staysInTray")->isEnabled());
}

void SettingsTest::everythingHasAKey()
{
    const SettingsDialog dialog({});
    QStringList mnemonics;
    for (const QCheckBox *box : dialog.findChildren<QCheckBox *>())
        mnemonics.append(box->shortcut().toString());
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        if (label->buddy())
            mnemonics.append(QKeySequence::mnemonic(label->text()).toString());
    QVERIFY(!mnemonics.contains(QString()));
    const qsizetype all = mnemonics.size();
    mnemonics.removeDuplicates();
    QCOMPARE(mnemonics.size(), all);
    QCOMPARE(all, 15);
    for (const QComboBox *box : dialog.findChildren<QComboBox *>())
        QVERIFY(!box->accessibleName().isEmpty());
}

void SettingsTest::escapeCloses()
{
    SettingsDialog dialog({});
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    dialog.open();
    QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Close),
                      Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(SettingsTest)
#include "settingstest.moc"
