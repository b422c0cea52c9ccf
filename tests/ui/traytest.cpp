// SPDX-License-Identifier: GPL-2.0-or-later
// What the tray says, and its menu, clicked.
#include "core/base/worker.h"
#include "core/profile/profilejson.h"
#include "tests/support/ticketvalues.h"
#include "ui/catalogue/knownprofiles.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/trayicon.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = TrayState::Kind;

namespace {

constexpr auto soon = 15min;

/// "alice* 90": alice's ticket, in the default cache, lasts 90 minutes more.
krb::Cache cacheOf(const QString &words)
{
    const QString user = words.section(QLatin1Char(' '), 0, 0);
    const int left = words.section(QLatin1Char(' '), 1).toInt();
    return signedIn(user.chopped(user.endsWith(QLatin1Char('*')) ? 1 : 0), noon + std::chrono::minutes(left),
                    user.endsWith(QLatin1Char('*')), noon + 24h);
}

QList<krb::Cache> cachesOf(const QStringList &words)
{
    QList<krb::Cache> caches;
    for (const QString &one : words)
        caches.append(cacheOf(one));
    return caches;
}

QStringList texts(const QMenu &menu)
{
    QStringList words;
    for (const QAction *action : menu.actions())
        if (!action->isSeparator())
            words.append(action->text());
    return words;
}

/// A tray icon with everything around it.
struct Place
{
    QTemporaryDir folder;
    ProfileStore profiles{folder.filePath(QStringLiteral("profiles.json"))};
    TeamCatalogues catalogues{folder.path()};
    KnownProfiles known{profiles, catalogues};
    QWidget window;
    Instant now = noon;
    TrayIcon tray{{known, window, [this] { return now; }}};

    Place()
    {
        tray.setSoon(soon);
        tray.setShown(true);
    }
    QUuid add(const QString &name)
    {
        Profile profile;
        profile.name = name;
        profile.host = QStringLiteral("db.example.com");
        const QUuid id = profile.id;
        QSignalSpy changed(&profiles, &ProfileStore::changed);
        const auto stored = profiles.put(profile);
        if (!QTest::qWaitFor([&] { return profiles.find(id) != nullptr; }))
            return {};
        return id;
    }
    /// To a catalogue "Team" of one profile.
    QUuid subscribe(const QString &name)
    {
        Profile profile;
        profile.name = name;
        profile.host = QStringLiteral("db.example.com");
        Subscription team;
        team.name = QStringLiteral("Team");
        team.source = folder.filePath(QStringLiteral("team.json"));
        QFile file(team.source);
        const bool isPublished =
            file.open(QIODevice::WriteOnly) && file.write(writeProfiles({{}, {profile}, {}})) > 0;
        file.close();
        catalogues.start();
        const auto saved = catalogues.put(team);
        const bool isThere =
            isPublished && QTest::qWaitFor([&] {
                return !catalogues.all().isEmpty() && !catalogues.all().first().document.profiles.isEmpty();
            });
        return isThere ? catalogues.all().first().document.profiles.first().id : QUuid();
    }
    QAction *action(const char *name) { return tray.menu().findChild<QAction *>(QLatin1String(name)); }
    QMenu *quick() { return tray.menu().findChild<QMenu *>(QStringLiteral("trayProfiles")); }
};

} // namespace

class TrayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QTRY_VERIFY(Worker::waitForAll(10ms)); }

    void theStateFollowsTheTickets_data();
    void theStateFollowsTheTickets();
    void theStateSaysWhenItChanges();
    void everyStateHasItsOwnShape();
    void everyStateCanBeSeenOnAnyGround();
    void theIconIsSharpAtEverySize();
    void timeAloneChangesTheState();

    void theMenuListsWhoIsSignedInAndUntilWhen();
    void theMenuSaysWhatIsWrong();
    void nothingCanBeRenewedOrDestroyedWhereNobodyIsSignedIn();
    void theMenuAsksForWhatIsClicked();
    void theDefaultIdentityIsChosenInTheMenu();
    void recentProfilesComeFirst();
    void theTeamsProfilesCanBeConnectedToToo();
    void aProfilesAmpersandIsNoMnemonic();
    void theWindowIsHiddenAndShown();
    void withoutATrayNothingIsThere();
};

void TrayTest::theStateFollowsTheTickets_data()
{
    QTest::addColumn<QStringList>("tickets");
    QTest::addColumn<bool>("renewing");
    QTest::addColumn<TrayState::Kind>("kind");
    const auto row = [](const char *name, const QString &tickets, bool renewing, Kind kind) {
        QTest::newRow(name) << tickets.split(QLatin1Char(','), Qt::SkipEmptyParts) << renewing << kind;
    };
    row("nobody", QString(), false, Kind::Nobody);
    row("nobody, though something is renewed", QString(), true, Kind::Nobody);
    row("for long", QStringLiteral("alice* 90"), false, Kind::SignedIn);
    row("just longer than soon", QStringLiteral("alice* 16"), false, Kind::SignedIn);
    row("soon", QStringLiteral("alice* 15"), false, Kind::Expiring);
    row("over this moment", QStringLiteral("alice* 0"), false, Kind::Expired);
    row("long over", QStringLiteral("alice* -600"), false, Kind::Expired);
    row("being renewed", QStringLiteral("alice* 5"), true, Kind::Renewing);
    row("the default one counts", QStringLiteral("bob 90,alice* 5"), false, Kind::Expiring);
    row("the default one counts when others are over", QStringLiteral("bob -5,alice* 90"), false,
        Kind::SignedIn);
    row("without a default, who lasts longest", QStringLiteral("bob -5,carol 90,dave 5"), false,
        Kind::SignedIn);
}

void TrayTest::theStateFollowsTheTickets()
{
    QFETCH(QStringList, tickets);
    QFETCH(bool, renewing);
    QFETCH(TrayState::Kind, kind);
    const TrayState state = trayState(cachesOf(tickets), noon, renewing, soon);
    QCOMPARE(state.kind, kind);
    QVERIFY(!state.words.isEmpty());
}

void TrayTest::theStateSaysWhenItChanges()
{
    QCOMPARE(trayState(cachesOf({QStringLiteral("alice* 90")}), noon, false, soon).next, noon + 75min);
    QCOMPARE(trayState(cachesOf({QStringLiteral("alice* 10")}), noon, false, soon).next, noon + 10min);
    QCOMPARE(trayState(cachesOf({QStringLiteral("alice* 0")}), noon, false, soon).next, std::nullopt);
}

void TrayTest::everyStateHasItsOwnShape()
{
    QList<QImage> shapes;
    for (const auto kind : {Kind::Nobody, Kind::SignedIn, Kind::Expiring, Kind::Expired, Kind::Renewing}) {
        const QIcon icon = icons::foreignIcon(trayIconName(kind), Qt::black);
        shapes.append(icon.pixmap({16, 16}, 1.0).toImage());
        for (const QImage &other : shapes.first(shapes.size() - 1)) {
            int different = 0;
            for (int y = 0; y < 16; ++y)
                for (int x = 0; x < 16; ++x)
                    different +=
                        std::abs(other.pixelColor(x, y).alpha() - shapes.last().pixelColor(x, y).alpha())
                        > 128;
            QVERIFY2(different >= 6, "too alike at 16 pixels for who sees no colour");
        }
    }
}

void TrayTest::everyStateCanBeSeenOnAnyGround()
{
    for (const auto kind : {Kind::Nobody, Kind::SignedIn, Kind::Expiring, Kind::Expired, Kind::Renewing})
        for (const QColor &ground :
             {QColor(Qt::white), QColor(Qt::black), theme::lightPalette().color(QPalette::Window),
              theme::darkPalette().color(QPalette::Window)})
            QVERIFY(theme::contrast(trayInk(kind), ground) >= 3.0);
}

void TrayTest::theIconIsSharpAtEverySize()
{
    const QIcon icon = icons::foreignIcon(trayIconName(Kind::Expiring), Qt::black);
    for (const int size : {16, 22, 24, 32, 48, 64})
        QVERIFY(icon.availableSizes().contains(QSize(size, size)));
}

void TrayTest::timeAloneChangesTheState()
{
    Place place;
    place.tray.setCaches({signedIn(QStringLiteral("alice"), noon + soon + 1s, true)});
    QCOMPARE(place.tray.state().kind, Kind::SignedIn);
    place.now = noon + 2s;
    QTRY_COMPARE(place.tray.state().kind, Kind::Expiring);
}

void TrayTest::theMenuListsWhoIsSignedInAndUntilWhen()
{
    Place place;
    place.tray.setCaches(cachesOf({QStringLiteral("alice* 90"), QStringLiteral("bob -5")}));
    const QStringList words = texts(place.tray.menu());
    QVERIFY(words.value(0).startsWith(QStringLiteral("alice@CORP.EXAMPLE.COM – until ")));
    QVERIFY(words.value(1).startsWith(QStringLiteral("bob@CORP.EXAMPLE.COM – expired ")));
    QVERIFY(place.tray.menu().actions().at(0)->isChecked());
    QVERIFY(!place.tray.menu().actions().at(1)->isChecked());
}

void TrayTest::theMenuSaysWhatIsWrong()
{
    Place place;
    QCOMPARE(texts(place.tray.menu()).value(0), QStringLiteral("Nobody is signed in."));
    place.tray.setCaches(cachesOf({QStringLiteral("alice* 5")}));
    QVERIFY(texts(place.tray.menu())
                .value(0)
                .startsWith(QStringLiteral("The ticket of alice@CORP.EXAMPLE.COM expires at ")));
}

void TrayTest::nothingCanBeRenewedOrDestroyedWhereNobodyIsSignedIn()
{
    Place place;
    QVERIFY(!place.action("trayRenew")->isEnabled());
    QVERIFY(!place.action("trayDestroy")->isEnabled());
    QVERIFY(place.action("traySignIn")->isEnabled());
    QVERIFY(!place.quick()->isEnabled());
}

void TrayTest::theMenuAsksForWhatIsClicked()
{
    Place place;
    const QUuid id = place.add(QStringLiteral("orders"));
    place.tray.setCaches(cachesOf({QStringLiteral("alice* 90")}));
    QSignalSpy connecting(&place.tray, &TrayIcon::connectRequested);
    QSignalSpy signingIn(&place.tray, &TrayIcon::signInRequested);
    QSignalSpy renewing(&place.tray, &TrayIcon::renewRequested);
    QSignalSpy destroying(&place.tray, &TrayIcon::destroyRequested);
    QSignalSpy settings(&place.tray, &TrayIcon::settingsRequested);
    QSignalSpy quitting(&place.tray, &TrayIcon::quitRequested);
    place.quick()->actions().first()->trigger();
    for (const char *name : {"traySignIn", "trayRenew", "trayDestroy", "traySettings", "trayQuit"})
        place.action(name)->trigger();
    QCOMPARE(connecting.value(0).value(0).toUuid(), id);
    QCOMPARE(signingIn.count(), 1);
    QCOMPARE(renewing.value(0).value(0).toString(), QStringLiteral("FILE:/tmp/alice"));
    QCOMPARE(destroying.count(), 1);
    QCOMPARE(settings.count(), 1);
    QCOMPARE(quitting.count(), 1);
}

void TrayTest::theDefaultIdentityIsChosenInTheMenu()
{
    Place place;
    place.tray.setCaches(cachesOf({QStringLiteral("alice* 90"), QStringLiteral("bob 90")}));
    QSignalSpy chosen(&place.tray, &TrayIcon::defaultRequested);
    place.tray.menu().actions().at(1)->trigger();
    QCOMPARE(chosen.value(0).value(0).value<krb::Cache>().name, QStringLiteral("FILE:/tmp/bob"));
}

void TrayTest::recentProfilesComeFirst()
{
    Place place;
    QUuid last;
    for (int i = 10; i < 22; ++i)
        last = place.add(QStringLiteral("db%1").arg(i));
    QCOMPARE(texts(*place.quick()).size(), 8);
    QCOMPARE(texts(*place.quick()).first(), QStringLiteral("db10"));
    place.tray.setRecent({last.toString(), QUuid::createUuid().toString()});
    QCOMPARE(texts(*place.quick()).size(), 8);
    QCOMPARE(texts(*place.quick()).first(2), (QStringList{QStringLiteral("db21"), QStringLiteral("db10")}));
}

void TrayTest::theTeamsProfilesCanBeConnectedToToo()
{
    Place place;
    place.add(QStringLiteral("own"));
    const QUuid id = place.subscribe(QStringLiteral("orders"));
    QVERIFY(!id.isNull());
    QTRY_COMPARE(texts(*place.quick()), (QStringList{QStringLiteral("own"), QStringLiteral("Team/orders")}));
    place.tray.setRecent({id.toString()});
    QSignalSpy connecting(&place.tray, &TrayIcon::connectRequested);
    place.quick()->actions().first()->trigger();
    QCOMPARE(connecting.value(0).value(0).toUuid(), id);
}

void TrayTest::aProfilesAmpersandIsNoMnemonic()
{
    Place place;
    place.add(QStringLiteral("R&D"));
    QCOMPARE(texts(*place.quick()).first(), QStringLiteral("R&&D"));
}

void TrayTest::theWindowIsHiddenAndShown()
{
    Place place;
    place.window.show();
    QTRY_COMPARE(place.action("trayWindow")->text(), QStringLiteral("&Hide window"));
    place.action("trayWindow")->trigger();
    QVERIFY(!place.window.isVisible());
    QTRY_COMPARE(place.action("trayWindow")->text(), QStringLiteral("S&how window"));
    place.action("trayWindow")->trigger();
    QVERIFY(place.window.isVisible());
}

void TrayTest::withoutATrayNothingIsThere()
{
    Place place;
    QVERIFY(!place.tray.isThere());
    place.tray.showNotice({});
    place.tray.setShown(false);
    QVERIFY(!place.tray.isThere());
}

QTEST_MAIN(TrayTest)
#include "traytest.moc"
