// SPDX-License-Identifier: GPL-2.0-or-later
// The models under the views, and the words that depend on the time.
#include "ui/environments.h"
#include "ui/identitybar.h"
#include "ui/profilemodel.h"
#include "ui/profiletree.h"
#include "ui/remaining.h"
#include "ui/rowdelegate.h"
#include "ui/rowdiff.h"
#include "ui/ticketmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace latchkey;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon{std::chrono::seconds(1'800'000'000)};

Profile profileAt(const QString &path, const QString &principal = {})
{
    Profile profile;
    const QStringList parts = path.split(QLatin1Char('/'));
    profile.name = parts.last();
    profile.folder = parts.mid(0, parts.size() - 1);
    profile.host = profile.name + QStringLiteral(".example.com");
    profile.identity.principal = principal;
    return profile;
}

QString drawn(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(depth, QLatin1Char(' ')) + index.data().toString() + QLatin1Char('\n')
                + drawn(model, index, depth + 1);
    }
    return text;
}

krb::Principal person(const QString &user, const QString &realm = QStringLiteral("CORP.EXAMPLE.COM"))
{
    return {{user}, realm};
}

krb::Ticket ticket(const krb::Principal &client, const QStringList &service, Instant end)
{
    krb::Ticket made;
    made.client = client;
    made.service = {service, client.realm};
    made.startTime = noon;
    made.endTime = end;
    return made;
}

krb::Cache cacheOf(const QString &user, Instant end, bool isDefault = false)
{
    krb::Cache cache;
    cache.name = QStringLiteral("FILE:/tmp/") + user;
    cache.principal = person(user);
    cache.isDefault = isDefault;
    cache.tickets = {ticket(*cache.principal, {QStringLiteral("krbtgt"), cache.principal->realm}, end)};
    return cache;
}

} // namespace

class ModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreSyncedToAnyOrder();

    void theRemainingTimeIsSaidInTwoUnits_data();
    void theRemainingTimeIsSaidInTwoUnits();
    void theTextIsTheSameUntilItChanges();
    void urgencyStepsAt60And15And5Minutes();

    void nobodySignedInLeavesTheBarEmpty();
    void theBarSaysHowLongTheTicketLasts();
    void anExpiredTicketIsSaidToBe();
    void theNextRenewalIsSaidAndWhyThereWasNone();

    void profilesStandInTheirFolders();
    void oneEditIsOneChange();
    void aMovedProfileLeavesItsEmptyFolderBehind();
    void anyListFollowsAnyOther();
    void rowsSayWhatWouldHappen();
    void aNewTicketChangesOnlyTheRowsItConcerns();
    void aClustersRowSaysHowItStandsWithItsDirectory_data();
    void aClustersRowSaysHowItStandsWithItsDirectory();
    void aServerOfItsOwnSaysHowItStandsWithItsDirectory();
    void catalogueRowsComeAfterTheUsersOwn();
    void theFilterKeepsMatchesWithTheirFolders_data();
    void theFilterKeepsMatchesWithTheirFolders();
    void aKeyThatHidesNothingMoreLaysNothingOut();
    void anEmptyFolderGoesWithTheFirstKeyAndComesBack();
    void theFilterFollowsProfilesThatChangeBetweenKeys();
    void whatIsSearchedIsMadeBeforeTheFirstKey();
    void aThousandProfilesAreReadyAtOnce();

    void ticketsStandBelowTheirCache();
    void aNewServiceTicketIsOneInsertedRow();
    void timeChangesOnlyTheWords();
    void wordsThatChangeAtOtherSecondsShareOneLook();
};

void ModelsTest::rowsAreSyncedToAnyOrder()
{
    std::mt19937 random(1);
    for (int round = 0; round < 500; ++round) {
        const auto some = [&random] {
            QList<int> all{0, 1, 2, 3, 4, 5, 6, 7};
            std::shuffle(all.begin(), all.end(), random);
            return all.mid(0, static_cast<qsizetype>(random() % 9));
        };
        QList<int> rows = some();
        const QList<int> wanted = some();
        syncRows<int>(
            rows, wanted, [&](int first, int last) { rows.remove(first, last - first + 1); },
            [&](int from, int to) { rows.move(from, to); },
            [&](int first, int last) {
                for (int i = first; i <= last; ++i)
                    rows.insert(i, wanted.at(i));
            });
        QCOMPARE(rows, wanted);
    }
}

void ModelsTest::theRemainingTimeIsSaidInTwoUnits_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("over") << 0 << QString();
    QTest::newRow("past") << -5 << QString();
    QTest::newRow("seconds") << 45 << QStringLiteral("45 s");
    QTest::newRow("a minute") << 60 << QStringLiteral("1 min");
    QTest::newRow("almost an hour") << 3599 << QStringLiteral("59 min");
    QTest::newRow("an hour") << 3600 << QStringLiteral("1 h 0 min");
    QTest::newRow("hours") << 7 * 3600 + 12 * 60 + 59 << QStringLiteral("7 h 12 min");
    QTest::newRow("a day") << 86400 << QStringLiteral("1 d 0 h");
    QTest::newRow("days") << 6 * 86400 + 3 * 3600 + 1 << QStringLiteral("6 d 3 h");
}

void ModelsTest::theRemainingTimeIsSaidInTwoUnits()
{
    QFETCH(int, seconds);
    QFETCH(QString, text);
    QCOMPARE(remainingText(std::chrono::seconds(seconds)), text);
}

void ModelsTest::theTextIsTheSameUntilItChanges()
{
    for (auto left = 26h + 7s; left > 0s; left -= 1s) {
        const auto wait = untilTextChanges(left);
        QVERIFY(wait);
        QVERIFY(remainingText(left - *wait) != remainingText(left));
        if (*wait > 1s)
            QCOMPARE(remainingText(left - *wait + 1s), remainingText(left));
    }
    QVERIFY(!untilTextChanges(0s));
}

void ModelsTest::urgencyStepsAt60And15And5Minutes()
{
    QCOMPARE(urgencyOf(1h), Urgency::Calm);
    QCOMPARE(urgencyOf(1h - 1s), Urgency::Soon);
    QCOMPARE(urgencyOf(15min - 1s), Urgency::Pressing);
    QCOMPARE(urgencyOf(5min - 1s), Urgency::Critical);
    QCOMPARE(urgencyOf(0s), Urgency::Over);
}

void ModelsTest::nobodySignedInLeavesTheBarEmpty()
{
    QCOMPARE(identityState({}, noon), IdentityState());
    QCOMPARE(identityState({cacheOf(QStringLiteral("bob"), noon + 1h)}, noon).principal, QString());
}

void ModelsTest::theBarSaysHowLongTheTicketLasts()
{
    krb::Cache cache = cacheOf(QStringLiteral("alice"), noon + 7h + 12min + 30s, true);
    IdentityState state = identityState({cache}, noon);
    QCOMPARE(state.principal, QStringLiteral("alice@CORP.EXAMPLE.COM"));
    QCOMPARE(state.words, QStringLiteral("valid 7 h 12 min"));
    QVERIFY(!state.renewable);
    QCOMPARE(state.nextChange, 31s);

    cache.tickets.first().renewUntil = noon + 24h * 6 + 3h;
    state = identityState({cache}, noon);
    QCOMPARE(state.words, QStringLiteral("valid 7 h 12 min, renewable 6 d 3 h"));
    QVERIFY(state.renewable);
    QCOMPARE(state.nextChange, 1s);
}

void ModelsTest::anExpiredTicketIsSaidToBe()
{
    const IdentityState state = identityState({cacheOf(QStringLiteral("alice"), noon - 1s, true)}, noon);
    QCOMPARE(state.urgency, Urgency::Over);
    QVERIFY(state.words.startsWith(QStringLiteral("expired")));
    QVERIFY(!state.renewable);
    QVERIFY(!state.nextChange);
}

void ModelsTest::theNextRenewalIsSaidAndWhyThereWasNone()
{
    const QString time = momentText(noon + 1h, noon);
    QCOMPARE(renewalWords({}, noon), QString());
    QCOMPARE(renewalWords({noon + 1h, {}}, noon), QStringLiteral("next renewal ") + time);
    QCOMPARE(renewalWords({noon + 1h, Error{}}, noon), QStringLiteral("not renewed, next try ") + time);
    QCOMPARE(renewalWords({{}, Error{}}, noon), QString());
    QCOMPARE(renewalWords({{}, {}, noon + 1h}, noon), QStringLiteral("signs in again ") + time);
}

void ModelsTest::profilesStandInTheirFolders()
{
    ProfileModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDocument(
        {{},
         {profileAt(QStringLiteral("local")), profileAt(QStringLiteral("Production/orders/writer")),
          profileAt(QStringLiteral("Production/orders/reader"))},
         {}});
    QCOMPARE(drawn(model), QStringLiteral("Production\n orders\n  writer\n  reader\nlocal\n"));
    QCOMPARE(model.profileCount(), 3);
}

void ModelsTest::oneEditIsOneChange()
{
    ProfileModel model;
    const QAbstractItemModelTester tester(&model);
    QList<Profile> profiles{profileAt(QStringLiteral("A/one")), profileAt(QStringLiteral("A/two")),
                            profileAt(QStringLiteral("B/three"))};
    model.setDocument({{}, profiles, {}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    profiles[1].host = QStringLiteral("elsewhere");
    model.setDocument({{}, profiles, {}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().data().toString(), QStringLiteral("two"));
    model.setDocument({{}, profiles, {}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(inserted.count() + removed.count(), 0);
}

void ModelsTest::aMovedProfileLeavesItsEmptyFolderBehind()
{
    ProfileModel model;
    const QAbstractItemModelTester tester(&model);
    Profile wanderer = profileAt(QStringLiteral("A/one"));
    const Profile other = profileAt(QStringLiteral("B/two"));
    model.setDocument({{}, {wanderer, other}, {}});
    wanderer.folder = QStringList{QStringLiteral("B")};
    model.setDocument({{}, {wanderer, other}, {}});
    QCOMPARE(drawn(model), QStringLiteral("B\n one\n two\n"));
    QCOMPARE(model.indexOf(wanderer.id).data().toString(), QStringLiteral("one"));
}

void ModelsTest::anyListFollowsAnyOther()
{
    std::mt19937 random(2);
    QList<Profile> pool;
    for (int i = 0; i < 14; ++i)
        pool.append(profileAt(QStringLiteral("%1/%2/p%3").arg(i % 3).arg(i % 2).arg(i)));
    ProfileModel model;
    const QAbstractItemModelTester tester(&model);
    for (int round = 0; round < 200; ++round) {
        std::shuffle(pool.begin(), pool.end(), random);
        const QList<Profile> some = pool.mid(0, static_cast<qsizetype>(random() % 15));
        model.setDocument({{}, some, {}});
        ProfileModel fresh;
        fresh.setDocument({{}, some, {}});
        QCOMPARE(drawn(model), drawn(fresh));
        for (const Profile &profile : some)
            QCOMPARE(model.indexOf(profile.id).data().toString(), profile.name);
    }
}

void ModelsTest::rowsSayWhatWouldHappen()
{
    ProfileModel model;
    const QString alice = QStringLiteral("alice@CORP.EXAMPLE.COM");
    Profile asks = profileAt(QStringLiteral("asks"));
    asks.authentication = Authentication::Password;
    model.setDocument({{},
                       {profileAt(QStringLiteral("hers"), alice),
                        profileAt(QStringLiteral("his"), QStringLiteral("bob@CORP.EXAMPLE.COM")), asks},
                       {}});
    const auto words = [&model](int row) { return model.index(row, 0).data(rowrole::SecondLine).toString(); };
    QCOMPARE(words(0), QStringLiteral("hers.example.com:3306"));
    model.setTickets({}, noon);
    QCOMPARE(words(0), QStringLiteral("Needs sign-in as alice@CORP"));
    model.setTickets({cacheOf(QStringLiteral("alice"), noon + 5h, true)}, noon);
    QVERIFY2(words(0).startsWith(QStringLiteral("Works as alice@CORP until ")), qPrintable(words(0)));
    QCOMPARE(words(1), QStringLiteral("Wrong principal: needs bob@CORP"));
    QCOMPARE(words(2), QStringLiteral("Asks for the database password"));
    model.setTickets({cacheOf(QStringLiteral("alice"), noon - 5s, true)}, noon);
    QVERIFY2(words(0).startsWith(QStringLiteral("Ticket of alice@CORP expired")), qPrintable(words(0)));
}

void ModelsTest::aNewTicketChangesOnlyTheRowsItConcerns()
{
    ProfileModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDocument({{},
                       {profileAt(QStringLiteral("hers"), QStringLiteral("alice@CORP.EXAMPLE.COM")),
                        profileAt(QStringLiteral("his"), QStringLiteral("bob@CORP.EXAMPLE.COM"))},
                       {}});
    const QList<krb::Cache> bob{cacheOf(QStringLiteral("bob"), noon + 1h, true)};
    model.setTickets(bob, noon);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setTickets(bob + QList{cacheOf(QStringLiteral("alice"), noon + 1h)}, noon);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().data().toString(), QStringLiteral("hers"));
}

void ModelsTest::aClustersRowSaysHowItStandsWithItsDirectory_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("advice");
    QTest::newRow("enabled") << QStringLiteral("kerberos-enabled") << QStringLiteral("Kerberos") << QString();
    QTest::newRow("coming") << QStringLiteral("enabling-kerberos") << QStringLiteral("Kerberos soon")
                            << QStringLiteral("reboot the reader instances");
    QTest::newRow("failed") << QStringLiteral("enable-kerberos-failed") << QStringLiteral("Kerberos failed")
                            << QStringLiteral("IAM role");
    QTest::newRow("none") << QString() << QStringLiteral("No directory") << QStringLiteral("import again");
}

void ModelsTest::aClustersRowSaysHowItStandsWithItsDirectory()
{
    QFETCH(QString, status);
    QFETCH(QString, word);
    QFETCH(QString, advice);
    QJsonArray memberships;
    if (!status.isEmpty())
        memberships.append(QJsonObject{{QStringLiteral("Status"), status},
                                       {QStringLiteral("FQDN"), QStringLiteral("corp.example.com")}});
    Folder cluster{FolderKind::Cluster, profileAt(QStringLiteral("orders"))};
    cluster.settings.foreign = {
        {QStringLiteral("aws"), QJsonObject{{QStringLiteral("DomainMemberships"), memberships}}}};
    ProfileModel model;
    model.setDocument({{cluster}, {}, {}});
    const QModelIndex row = model.index(0, 0);
    QCOMPARE(row.data(rowrole::Badge).toString(), word);
    QVERIFY(!row.data(rowrole::BadgeIcon).toString().isEmpty());
    QVERIFY2(row.data(Qt::ToolTipRole).toString().contains(advice),
             qUtf8Printable(row.data(Qt::ToolTipRole).toString()));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(word));
    cluster.settings.foreign = {};
    model.setDocument({{cluster}, {}, {}});
    QVERIFY(!row.data(rowrole::Badge).isValid());
}

void ModelsTest::aServerOfItsOwnSaysHowItStandsWithItsDirectory()
{
    Profile server = profileAt(QStringLiteral("alone"));
    const auto told = [](const QJsonArray &memberships) {
        return QJsonObject{
            {QStringLiteral("aws"), QJsonObject{{QStringLiteral("DomainMemberships"), memberships}}}};
    };
    server.foreign =
        told({QJsonObject{{QStringLiteral("Status"), QStringLiteral("enable-kerberos-failed")}}});
    ProfileModel model;
    model.setDocument({{}, {server}, {}});
    const QModelIndex row = model.index(0, 0);
    QCOMPARE(row.data(rowrole::Badge).toString(), QStringLiteral("Kerberos failed"));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QLatin1String("IAM role")));
    server.environment = Environment::Production; // which is more important to see
    model.setDocument({{}, {server}, {}});
    QCOMPARE(row.data(rowrole::Badge).toString(), lookOf(Environment::Production).word);
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QLatin1String("Kerberos failed")));
    server.environment = Environment::None;
    server.foreign = told({});
    model.setDocument({{}, {server}, {}});
    QCOMPARE(row.data(rowrole::Badge).toString(), QString());
}

void ModelsTest::catalogueRowsComeAfterTheUsersOwn()
{
    ProfileModel model;
    const QAbstractItemModelTester tester(&model);
    Subscription team;
    team.name = QStringLiteral("Team");
    Subscription empty;
    empty.name = QStringLiteral("Zeta");
    const auto published = [&](const QString &path) { return madeFrom({{}, {profileAt(path)}, {}}, team); };
    model.setDocument({{}, {profileAt(QStringLiteral("Team/mine")), profileAt(QStringLiteral("alone"))}, {}});
    model.setCatalogues({published(QStringLiteral("EU/orders")), madeFrom({}, empty)}, {empty.id}, noon);
    QCOMPARE(drawn(model), QStringLiteral("Team\n mine\nTeam\n EU\n  orders\nZeta\nalone\n"));
    QCOMPARE(model.index(2, 0).data(rowrole::SecondLine).toString(), QStringLiteral("Asking for it…"));
    QCOMPARE(ProfileModel::catalogueNameOf(model.index(0, 0)), QString());
    QCOMPARE(ProfileModel::catalogueNameOf(model.index(1, 0)), QStringLiteral("Team"));
    team.problem = QStringLiteral("No answer.");
    team.history.lastSuccess = noon;
    model.setCatalogues({published(QStringLiteral("EU/billing"))}, {}, noon);
    QCOMPARE(drawn(model), QStringLiteral("Team\n mine\nTeam\n EU\n  billing\nalone\n"));
    QVERIFY(model.index(1, 0)
                .data(rowrole::SecondLine)
                .toString()
                .startsWith(QStringLiteral("Not reached since")));
}

void ModelsTest::theFilterKeepsMatchesWithTheirFolders_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("left");
    const QString all = QStringLiteral("Production\n billing\n orders\nTest\n scratch\n");
    QTest::newRow("nothing") << QString() << all;
    QTest::newRow("spaces") << QStringLiteral("  ") << all;
    QTest::newRow("name, any case") << QStringLiteral("BILL") << QStringLiteral("Production\n billing\n");
    QTest::newRow("folder") << QStringLiteral("production")
                            << QStringLiteral("Production\n billing\n orders\n");
    QTest::newRow("host") << QStringLiteral("db7.corp") << QStringLiteral("Test\n scratch\n");
    QTest::newRow("account") << QStringLiteral("batch") << QStringLiteral("Production\n orders\n");
    QTest::newRow("principal") << QStringLiteral("carol@") << QStringLiteral("Production\n billing\n");
    QTest::newRow("all words") << QStringLiteral("prod ord") << QStringLiteral("Production\n orders\n");
    QTest::newRow("none") << QStringLiteral("prod scratch") << QString();
}

void ModelsTest::theFilterKeepsMatchesWithTheirFolders()
{
    QFETCH(QString, typed);
    QFETCH(QString, left);
    QList<Profile> profiles{profileAt(QStringLiteral("Production/billing"), QStringLiteral("carol@AWS")),
                            profileAt(QStringLiteral("Production/orders")),
                            profileAt(QStringLiteral("Test/scratch"))};
    profiles[1].account = QStringLiteral("batch");
    profiles[2].host = QStringLiteral("db7.corp.example.com");
    ProfileModel model;
    model.setDocument({{}, profiles, {}});
    ProfileFilter filter;
    const QAbstractItemModelTester tester(&filter);
    filter.setProfiles(model);
    filter.setWords(typed);
    QCOMPARE(drawn(filter), left);
    filter.setWords(QString());
    QCOMPARE(drawn(filter), drawn(model));
}

void ModelsTest::aKeyThatHidesNothingMoreLaysNothingOut()
{
    ProfileModel model;
    model.setDocument({{}, {profileAt(QStringLiteral("A/one")), profileAt(QStringLiteral("A/once"))}, {}});
    ProfileFilter filter;
    filter.setProfiles(model);
    QSignalSpy laidOut(&filter, &QAbstractItemModel::layoutChanged);
    QVERIFY(!filter.setWords(QStringLiteral("o")));
    QVERIFY(!filter.setWords(QStringLiteral("on")));
    QCOMPARE(laidOut.size(), 0);
    QVERIFY(filter.setWords(QStringLiteral("one")));
    QVERIFY(!filter.setWords(QStringLiteral("one ")));
    QCOMPARE(laidOut.size(), 1);
    QCOMPARE(drawn(filter), QStringLiteral("A\n one\n"));
    QVERIFY(filter.setWords(QString()));
    QCOMPARE(drawn(filter), drawn(model));
}

void ModelsTest::anEmptyFolderGoesWithTheFirstKeyAndComesBack()
{
    Folder empty;
    empty.settings.name = QStringLiteral("Empty");
    ProfileModel model;
    model.setDocument({{empty}, {profileAt(QStringLiteral("A/one"))}, {}});
    ProfileFilter filter;
    filter.setProfiles(model);
    QVERIFY(filter.setWords(QStringLiteral("o")));
    QCOMPARE(drawn(filter), QStringLiteral("A\n one\n"));
    QVERIFY(filter.setWords(QString()));
    QCOMPARE(drawn(filter), QStringLiteral("Empty\nA\n one\n"));
}

void ModelsTest::theFilterFollowsProfilesThatChangeBetweenKeys()
{
    QList<Profile> profiles{profileAt(QStringLiteral("A/one")), profileAt(QStringLiteral("A/two"))};
    ProfileModel model;
    model.setDocument({{}, profiles, {}});
    ProfileFilter filter;
    const QAbstractItemModelTester tester(&filter);
    filter.setProfiles(model);
    filter.setWords(QStringLiteral("on"));
    profiles[1].host = QStringLiteral("only.example.com");
    profiles.prepend(profileAt(QStringLiteral("A/bone")));
    model.setDocument({{}, profiles, {}});
    QCOMPARE(drawn(filter), QStringLiteral("A\n bone\n one\n two\n"));
    filter.setWords(QStringLiteral("one"));
    QCOMPARE(drawn(filter), QStringLiteral("A\n bone\n one\n"));
    model.setDocument({{}, {profiles.at(1), profiles.at(2)}, {}});
    filter.setWords(QStringLiteral("on"));
    QCOMPARE(drawn(filter), QStringLiteral("A\n one\n two\n"));
}

void ModelsTest::whatIsSearchedIsMadeBeforeTheFirstKey()
{
    ProfileModel model;
    model.setDocument({{}, {profileAt(QStringLiteral("A/one")), profileAt(QStringLiteral("A/two"))}, {}});
    QVERIFY(!model.searchTexts().areReady());
    QTRY_VERIFY(model.searchTexts().areReady());
    QCOMPARE(model.searchTexts().end(), 2);
    model.setDocument({{}, {profileAt(QStringLiteral("A/three"))}, {}});
    QTRY_VERIFY(model.searchTexts().areReady());
    QVERIFY(model.searchTexts().end() <= 3);
}

void ModelsTest::aThousandProfilesAreReadyAtOnce()
{
    QList<Profile> profiles;
    for (int i = 0; i < 1000; ++i)
        profiles.append(profileAt(QStringLiteral("Folder %1/cluster %2/writer").arg(i / 100).arg(i)));
    ProfileModel model;
    QElapsedTimer timer;
    timer.start();
    model.setDocument({{}, profiles, {}});
    model.setTickets({cacheOf(QStringLiteral("alice"), noon + 1h, true)}, noon);
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(model.profileCount(), 1000);
}

void ModelsTest::ticketsStandBelowTheirCache()
{
    TicketModel model;
    const QAbstractItemModelTester tester(&model);
    model.setCaches(
        {cacheOf(QStringLiteral("alice"), noon + 1h, true), cacheOf(QStringLiteral("bob"), noon + 2h)}, noon);
    QCOMPARE(drawn(model),
             QStringLiteral("alice@CORP.EXAMPLE.COM\n krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM\n"
                            "bob@CORP.EXAMPLE.COM\n krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM\n"));
    QCOMPARE(model.index(0, 0).data(rowrole::Badge).toString(), QStringLiteral("Default"));
    QVERIFY(!model.ticketAt(model.index(0, 0)));
    QVERIFY(model.ticketAt(model.index(0, 0, model.index(1, 0))));
    QCOMPARE(model.cacheAt(model.index(0, 0, model.index(1, 0)))->principal->user(), QStringLiteral("bob"));
    model.setCaches({cacheOf(QStringLiteral("bob"), noon + 2h)}, noon);
    QCOMPARE(model.rowCount(), 1);
    model.setCaches({}, noon);
    QCOMPARE(model.rowCount(), 0);
}

void ModelsTest::aNewServiceTicketIsOneInsertedRow()
{
    TicketModel model;
    const QAbstractItemModelTester tester(&model);
    krb::Cache cache = cacheOf(QStringLiteral("alice"), noon + 1h, true);
    model.setCaches({cache}, noon);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const auto service =
        ticket(*cache.principal, {QStringLiteral("mysql"), QStringLiteral("db1")}, noon + 1h);
    cache.tickets.append(service);
    model.setCaches({cache}, noon);
    QCOMPARE(inserted.count(), 1);
    cache.tickets.append(service); // two tickets for one service are two rows
    model.setCaches({cache}, noon);
    QCOMPARE(model.rowCount(model.index(0, 0)), 3);
    QCOMPARE(removed.count(), 0);
}

void ModelsTest::timeChangesOnlyTheWords()
{
    TicketModel model;
    const QAbstractItemModelTester tester(&model);
    model.setCaches({cacheOf(QStringLiteral("alice"), noon + 1h + 30s, true)}, noon);
    const QModelIndex row = model.index(0, 0, model.index(0, 0));
    QCOMPARE(row.data(rowrole::SecondLine).toString(), QStringLiteral("1 h 0 min left"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(model.setNow(noon + 10s), 21s);
    QCOMPARE(changed.count(), 0);
    model.setNow(noon + 31s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(row.data(rowrole::SecondLine).toString(), QStringLiteral("59 min left"));
    QVERIFY(!model.setNow(noon + 2h));
    QVERIFY(row.data(rowrole::SecondLine).toString().startsWith(QStringLiteral("Expired")));
}

void ModelsTest::wordsThatChangeAtOtherSecondsShareOneLook()
{
    TicketModel model;
    const auto nextFor = [&model](std::chrono::seconds first, std::chrono::seconds second) {
        model.setCaches({cacheOf(QStringLiteral("alice"), noon + first, true),
                         cacheOf(QStringLiteral("bob"), noon + second)},
                        noon);
        return model.setNow(noon);
    };
    QCOMPARE(nextFor(1h + 5s, 2h + 40s), 41s);
    QCOMPARE(nextFor(1h + 5s, 90s), 6s); // soon over: as exact as it can be
    QCOMPARE(nextFor(1h + 50s, 90s), 31s);
    QCOMPARE(nextFor(1h + 5s, 30s), 1s);
    QCOMPARE(nextFor(2 * 24h + 10min, 3 * 24h + 5min), 301s);
}

QTEST_MAIN(ModelsTest)
#include "modelstest.moc"
