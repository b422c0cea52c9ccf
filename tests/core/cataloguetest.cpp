// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/catalogue.h"
#include "core/catalogue/catalogueaddress.h"
#include "core/catalogue/catalogueedit.h"
#include "core/catalogue/cataloguefetch.h"
#include "core/catalogue/cataloguerefresh.h"
#include "core/catalogue/catalogues.h"
#include "core/catalogue/httpanswer.h"
#include "core/catalogue/personal.h"
#include "core/catalogue/subscriptionjson.h"
#include "core/profile/profilejson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using State = HttpAnswer::State;

namespace {

constexpr Instant zero{std::chrono::sys_days(std::chrono::year(2026) / 11 / 26)};
constexpr qsizetype small = 100;

Subscription team()
{
    Subscription subscription;
    subscription.name = u"Team"_s;
    subscription.source = u"https://www.corp.example.com/profiles.json"_s;
    return subscription;
}

Profile published(const QString &name)
{
    Profile profile;
    profile.name = name;
    profile.folder = {u"orders"_s};
    profile.host = u"db.corp.example.com"_s;
    return profile;
}

ProfileDocument documentOf(const Profile &profile)
{
    return {{}, {profile}, {}};
}

Profile only(const Catalogue &catalogue)
{
    return catalogue.document.profiles.value(0);
}

HttpAnswer answerOf(const QByteArray &bytes, bool closes = false)
{
    HttpAnswer answer(small);
    for (const char each : bytes) // in the smallest pieces
        answer.take(QByteArrayView(&each, 1));
    if (closes)
        answer.close();
    return answer;
}

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewCatalogueIsDueAtOnce() { QCOMPARE(nextRefresh({}, {}, 0, zero), zero); }

    void aGoodCatalogueIsDueInAnHourLessTheJitter()
    {
        const RefreshHistory history = afterSuccess(zero);
        QCOMPARE(nextRefresh(history, {}, 0, zero), zero + 1h);
        QCOMPARE(nextRefresh(history, {}, 1, zero), zero + 45min);
        QCOMPARE(nextRefresh(history, {}, 0, zero + 2h), zero + 2h);
    }

    void failuresDoubleTheWaitUpToADay()
    {
        RefreshHistory history = afterSuccess(zero);
        QList<qint64> minutes;
        for (int failures = 1; failures <= 13; ++failures) {
            history = afterFailure(history, zero, {});
            minutes.append((nextRefresh(history, {}, 0, zero) - zero) / 1min);
        }
        QCOMPARE(minutes, (QList<qint64>{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440}));
        QCOMPARE(history.lastSuccess, std::optional(zero));
        history.failures = 1'000'000;
        QCOMPARE(nextRefresh(history, {}, 0, zero), zero + 24h);
        QCOMPARE(afterSuccess(zero).failures, 0);
    }

    void aServersWishIsHonouredUpToADay()
    {
        const RefreshHistory failed = afterFailure({}, zero, 600s);
        QCOMPARE(nextRefresh(failed, {}, 1, zero), zero + 600s);
        QCOMPARE(nextRefresh(afterFailure({}, zero, 24h * 365), {}, 0, zero), zero + 24h);
        QCOMPARE(nextRefresh(afterFailure({}, zero, 1s), {}, 0, zero), zero + 60s);
        QCOMPARE(nextRefresh(afterFailure(failed, zero, {}), {}, 0, zero), zero + 120s);
    }

    void aClockThatWasSetBackDoesNotStopIt()
    {
        QCOMPARE(nextRefresh(afterSuccess(zero + 24h), {}, 0, zero), zero);
    }

    void retryAfterIsSecondsOrADate()
    {
        QCOMPARE(retryAfterFrom("120", zero), std::optional(120s));
        QCOMPARE(retryAfterFrom("Thu, 26 Nov 2026 00:01:00 GMT", zero), std::optional(60s));
        QCOMPARE(retryAfterFrom("Thu, 26 Nov 2026 00:01:00 GMT", zero + 1h), std::optional(0s));
        QVERIFY(retryAfterFrom("99999999999999999999999", zero));
        QVERIFY(!retryAfterFrom("", zero) && !retryAfterFrom("soon", zero) && !retryAfterFrom("-5", zero));
    }

    void onlyHttpsAndPathsAreSources_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("said");
        QTest::newRow("https") << u"https://www.corp.example.com:8443/a%20b?x=1"_s << QString();
        QTest::newRow("path") << u"/srv/team/profiles.json"_s << QString();
        QTest::newRow("http") << u"http://www.corp.example.com/"_s << u"is not encrypted"_s;
        QTest::newRow("loopback") << u"http://127.0.0.1/profiles.json"_s << u"is not encrypted"_s;
        QTest::newRow("ftp") << u"ftp://www.corp.example.com/"_s << u"is no address of a catalogue"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s << u"is no address of a catalogue"_s;
        QTest::newRow("relative") << u"profiles.json"_s << u"is no address of a catalogue"_s;
        QTest::newRow("no host") << u"https:///profiles.json"_s << u"is no address of a catalogue"_s;
        QTest::newRow("password") << u"https://me:secret@www.corp.example.com/"_s << u"kept readable"_s;
        QTest::newRow("fragment") << u"https://www.corp.example.com/#a"_s << u"has a “#”"_s;
        QTest::newRow("empty") << QString() << u"is no address of a catalogue"_s;
    }

    void onlyHttpsAndPathsAreSources()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, said);
        const auto checked = checkSource(source);
        QCOMPARE(bool(checked), said.isEmpty());
        if (!checked) {
            QVERIFY2(checked.error().message.contains(said), qPrintable(checked.error().message));
            QVERIFY(!checked.error().message.contains(u"secret"_s));
        }
    }

    void redirectionsStayOnHttps()
    {
        const QUrl from(u"https://www.corp.example.com/a/b"_s);
        QCOMPARE(*redirected(from, "c"), QUrl(u"https://www.corp.example.com/a/c"_s));
        QCOMPARE(*redirected(from, "//other.example.com/"), QUrl(u"https://other.example.com/"_s));
        QCOMPARE(redirected(from, "http://www.corp.example.com/").error().code, Error::Code::TlsMissing);
        QCOMPARE(redirected(from, "file:///etc/passwd").error().code, Error::Code::ProtocolError);
        QCOMPARE(redirected(from, "https://me@other.example.com/").error().code, Error::Code::ProtocolError);
        QCOMPARE(redirected(from, "").error().code, Error::Code::ProtocolError);
    }

    void answersArePutTogetherFromAnyPieces_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<QByteArray>("body");
        const QByteArray good = "HTTP/1.1 200 OK\r\n";
        QTest::newRow("length") << good + "Content-Length: 3\r\n\r\nabc" << false << QByteArray("abc");
        QTest::newRow("nothing") << good + "Content-Length: 0\r\n\r\n" << false << QByteArray();
        QTest::newRow("until closed") << good + "\r\nabc" << true << QByteArray("abc");
        QTest::newRow("chunks")
            << good + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n0\r\nA: b\r\n\r\n"
            << false << QByteArray("abc");
        QTest::newRow("after an interim answer")
            << "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + good + "Content-Length: 1\r\n\r\na" << false
            << QByteArray("a");
        QTest::newRow("not modified")
            << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n") << false << QByteArray();
    }

    void answersArePutTogetherFromAnyPieces()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, closes);
        QFETCH(const QByteArray, body);
        const HttpAnswer answer = answerOf(bytes, closes);
        QCOMPARE(answer.state(), State::Complete);
        QCOMPARE(answer.body(), body);
        HttpAnswer inOnePiece(small);
        inOnePiece.take(bytes);
        if (closes)
            inOnePiece.close();
        QCOMPARE(inOnePiece.body(), body);
    }

    void answersThatMakeNoSenseAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<State>("state");
        const QByteArray good = "HTTP/1.1 200 OK\r\n";
        const QByteArray chunked = good + "Transfer-Encoding: chunked\r\n\r\n";
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n") << State::Malformed;
        QTest::newRow("no status") << QByteArray("HTTP/1.1 abc\r\n\r\n") << State::Malformed;
        QTest::newRow("no colon") << good + "nonsense\r\n\r\n" << State::Malformed;
        QTest::newRow("folded header") << good + "A: b\r\n c\r\n\r\n" << State::Malformed;
        QTest::newRow("two lengths") << good + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n"
                                     << State::Malformed;
        QTest::newRow("length and chunks") << good + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
                                           << State::Malformed;
        QTest::newRow("negative length") << good + "Content-Length: -1\r\n\r\n" << State::Malformed;
        QTest::newRow("broken off") << good + "Content-Length: 9\r\n\r\nabc" << State::Malformed;
        QTest::newRow("closed in the head") << good << State::Malformed;
        QTest::newRow("chunk of no size") << chunked + "x\r\n" << State::Malformed;
        QTest::newRow("negative chunk") << chunked + "-1\r\n" << State::Malformed;
        QTest::newRow("chunk without its end") << chunked + "1\r\nabc" << State::Malformed;
        QTest::newRow("endless chunk line") << chunked + QByteArray(5000, '1') << State::Malformed;
        QTest::newRow("too large, said first") << good + "Content-Length: 101\r\n\r\n" << State::TooLarge;
        QTest::newRow("too large beyond numbers") << good + "Content-Length: 99999999999999999999\r\n\r\n"
                                                  << State::TooLarge;
        QTest::newRow("too large, chunked") << chunked + "65\r\n" + QByteArray(101, 'a') << State::TooLarge;
        QTest::newRow("too large, until closed") << good + "\r\n" + QByteArray(101, 'a') << State::TooLarge;
        QTest::newRow("endless head") << good + "A: " + QByteArray(70'000, 'a') << State::TooLarge;
    }

    void answersThatMakeNoSenseAreRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const State, state);
        HttpAnswer answer(small);
        answer.take(bytes);
        answer.close();
        QCOMPARE(answer.state(), state);
        QVERIFY(answer.body().isEmpty());
    }

    void headersAreFoundInLowerCase()
    {
        const HttpAnswer answer =
            answerOf("HTTP/1.1 401 x\r\nWWW-Authenticate:  Basic \r\nwww-authenticate: Negotiate\r\n"
                     "Content-Length: 0\r\n\r\n");
        QCOMPARE(answer.status(), 401);
        QCOMPARE(answer.headers("www-authenticate"), (QList<QByteArray>{"Basic", "Negotiate"}));
        QCOMPARE(answer.header("etag"), QByteArray());
    }

    void profilesComeIntoTheFolderWithIdsThatStay()
    {
        Profile profile = published(u"writer"_s);
        const Subscription subscription = team();
        const Profile here = only(madeFrom(documentOf(profile), subscription));
        QCOMPARE(here.path(), u"Team/orders/writer"_s);
        QVERIFY(here.id != profile.id && !here.id.isNull());
        QCOMPARE(subscriptionOf(here.origin), std::optional(subscription.id));
        profile.name = u"renamed"_s;
        QCOMPARE(only(madeFrom(documentOf(profile), subscription)).id, here.id);
        QVERIFY(only(madeFrom(documentOf(profile), team())).id != here.id);
        QVERIFY(!subscriptionOf(u"workbench:1"_s) && !subscriptionOf(u"catalogue:nonsense"_s));
    }

    void foldersComeWithTheirSettings()
    {
        ProfileDocument document = documentOf(published(u"writer"_s));
        Folder folder{FolderKind::Cluster, blankProfile()};
        folder.settings.id = QUuid::createUuid();
        folder.settings.name = u"orders"_s;
        folder.settings.session.statements = QStringList{u"SET x = 1"_s};
        document.folders = {folder};
        const Catalogue catalogue = madeFrom(document, team());
        QCOMPARE(catalogue.document.folders.size(), 1);
        QCOMPARE(catalogue.document.folders.first().fullPath(), (QStringList{u"Team"_s, u"orders"_s}));
        QCOMPARE(catalogue.document.folders.first().kind, FolderKind::Cluster);
        QVERIFY(catalogue.document.folders.first().settings.session.statements.isEmpty());
    }

    void whatIsNotTrustedIsWithheld()
    {
        Profile risky = published(u"writer"_s);
        risky.tls = TlsPolicy::Required;
        risky.session.statements = QStringList{u"SET sql_log_bin = 0"_s};
        risky.session.variables.insert(u"sql_mode"_s, QString());
        risky.kerberosConfig = u"/tmp/krb5.conf"_s;
        risky.identity.keytab = u"/tmp/keytab"_s;
        risky.identity.principal = u"robot@CORP.EXAMPLE.COM"_s;
        Subscription subscription = team();
        const Catalogue careful = madeFrom(documentOf(risky), subscription);
        QCOMPARE(only(careful).tls, TlsPolicy::VerifyIdentity);
        QVERIFY(only(careful).session == SessionSetup{});
        QVERIFY(only(careful).kerberosConfig.isEmpty() && only(careful).identity.keytab.isEmpty());
        QCOMPARE(careful.remarks.size(), 5);
        QCOMPARE(careful.remarks.first().path, u"Team/orders/writer"_s);
        subscription.trusts = ImportConsent(Risk::WeakerTls) | Risk::Statements;
        const Catalogue trusted = madeFrom(documentOf(risky), subscription);
        QCOMPARE(only(trusted).tls, TlsPolicy::Required);
        QCOMPARE(only(trusted).session.statements, risky.session.statements);
        QVERIFY(only(trusted).kerberosConfig.isEmpty());
    }

    void whatIsNotValidIsLeftOutAndSaid()
    {
        ProfileDocument document = documentOf(published(u"good"_s));
        Profile bad = published(u"bad"_s);
        bad.host = u"two words"_s;
        document.profiles.append(bad);
        document.profiles.append(published(u"good"_s));
        const Catalogue catalogue = madeFrom(document, team());
        QCOMPARE(catalogue.document.profiles.size(), 2);
        QCOMPARE(catalogue.document.profiles.last().name, u"good (2)"_s);
        QCOMPARE(catalogue.remarks.size(), 1);
        QCOMPARE(catalogue.remarks.first().path, u"Team/orders/bad"_s);
        QVERIFY(!catalogue.remarks.first().risk);
    }

    void theUsersOwnValuesStayWhenTheCatalogueChanges()
    {
        Profile profile = published(u"writer"_s);
        Subscription subscription = team();
        const Profile here = only(madeFrom(documentOf(profile), subscription));
        Profile edited = here;
        edited.identity.principal = u"alice@CORP.EXAMPLE.COM"_s;
        edited.favourite = true;
        edited.colour = u"#ff0000"_s;
        const auto values = personal::difference(edited, here);
        QVERIFY(values);
        QCOMPARE(values->size(), 3);
        subscription.personal.insert(here.id, *values);
        profile.host = u"other.corp.example.com"_s;
        const Profile after = only(madeFrom(documentOf(profile), subscription));
        QCOMPARE(after.host, u"other.corp.example.com"_s);
        QCOMPARE(after.identity.principal, edited.identity.principal);
        QVERIFY(after.favourite);
        QCOMPARE(after.colour, edited.colour);
    }

    void whatIsTheCataloguesCannotBeChanged()
    {
        const Profile profile = published(u"writer"_s);
        Profile edited = profile;
        edited.host = u"elsewhere.example.com"_s;
        edited.favourite = true;
        const auto values = personal::difference(edited, profile);
        QVERIFY(!values);
        QCOMPARE(values.error().code, Error::Code::InvalidInput);
        QVERIFY2(values.error().message.contains(u"what its host is"_s), qPrintable(values.error().message));
    }

    void valuesThatAreNoneCountForNothing()
    {
        const Profile before = published(u"writer"_s);
        Profile profile = before;
        personal::apply(profile, {{u"principal"_s, 5},
                                  {u"host"_s, u"evil.example.com"_s},
                                  {u"tls"_s, u"off"_s},
                                  {u"nonsense"_s, true}});
        QCOMPARE(profile, before);
        Subscription subscription = team();
        const Profile here = only(madeFrom(documentOf(before), subscription));
        subscription.personal.insert(here.id, {{u"colour"_s, u"no colour"_s}});
        QCOMPARE(only(madeFrom(documentOf(before), subscription)), here);
    }

    void valuesThatStillFitOutliveOneThatDoesNot()
    {
        Profile before = published(u"writer"_s);
        before.identity.principal = u"alice@CORP.EXAMPLE.COM"_s;
        Subscription subscription = team();
        const QUuid id = only(madeFrom(documentOf(before), subscription)).id;
        subscription.personal.insert(id,
                                     {{u"keytab"_s, u"/home/alice/alice.keytab"_s}, {u"favourite"_s, true}});
        QVERIFY(!only(madeFrom(documentOf(before), subscription)).identity.keytab.isEmpty());
        before.identity.principal.clear(); // without which a keytab is nothing
        const Catalogue catalogue = madeFrom(documentOf(before), subscription);
        QVERIFY(only(catalogue).favourite);
        QVERIFY(only(catalogue).identity.keytab.isEmpty());
        QCOMPARE(catalogue.remarks.size(), 1);
    }

    void anEditKeepsAValueThatDoesNotFitNow()
    {
        const QTemporaryDir folder;
        const CatalogueFiles files(folder.filePath(u"config"_s));
        Profile profile = published(u"writer"_s);
        profile.identity.principal = u"alice@CORP.EXAMPLE.COM"_s;
        const auto saved = catalogueedit::put(files, team());
        QVERIFY(saved);
        QVERIFY(files.saveCopy(saved->id, writeProfiles(documentOf(profile))));
        const QUuid id = (*files.catalogues()).first().document.profiles.first().id;
        QVERIFY(catalogueedit::personalise(
            files, id, [](Profile &own) { own.identity.keytab = u"/home/alice/alice.keytab"_s; }));
        Profile without = profile;
        without.identity.principal.clear();
        QVERIFY(files.saveCopy(saved->id, writeProfiles(documentOf(without))));
        QVERIFY(catalogueedit::personalise(files, id, [](Profile &own) { own.favourite = true; }));
        QVERIFY(files.saveCopy(saved->id, writeProfiles(documentOf(profile))));
        const Profile again = (*files.catalogues()).first().document.profiles.first();
        QVERIFY(again.favourite);
        QCOMPARE(again.identity.keytab, u"/home/alice/alice.keytab"_s);
    }

    void aRestoredSubscriptionIsAsItWas()
    {
        const QTemporaryDir folder;
        const CatalogueFiles files(folder.filePath(u"config"_s));
        const auto saved = catalogueedit::put(files, team());
        QVERIFY(saved);
        const auto before = files.editOne(saved->id, [](Subscription &each) {
            each.etag = "x";
            each.history = afterSuccess(zero);
            return Result<>(Ok{});
        });
        QVERIFY(before);
        Subscription changed = *before;
        changed.source = u"/srv/typo.json"_s;
        QVERIFY(catalogueedit::put(files, changed));
        QVERIFY(catalogueedit::restore(files, *before));
        QCOMPARE(*files.subscription(saved->id), *before);
        changed.principal = u"${USER}@CORP.EXAMPLE.COM"_s;
        QCOMPARE(catalogueedit::put(files, changed).error().code, Error::Code::InvalidInput);
    }

    void theEndOfARefreshIsToldThoughNothingIsNew()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"team.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeProfiles(documentOf(published(u"writer"_s))));
        file.close();
        Catalogues catalogues(folder.filePath(u"config"_s), [] { return zero; });
        Subscription subscription = team();
        subscription.source = file.fileName();
        QVERIFY(catalogues.put(subscription).result());
        QVERIFY(catalogues.refresh(subscription.id).result());
        QTRY_VERIFY(!catalogues.catalogues().isEmpty() && !catalogues.isRefreshing(subscription.id));
        bool isShownAsUnderWay = true;
        connect(&catalogues, &Catalogues::changed, &catalogues,
                [&] { isShownAsUnderWay = catalogues.isRefreshing(subscription.id); });
        QVERIFY(catalogues.refresh(subscription.id).result());
        QVERIFY(catalogues.isRefreshing(subscription.id));
        QTRY_VERIFY(!isShownAsUnderWay);
    }

    void subscriptionsGoRoundThroughTheirFile()
    {
        Subscription subscription = team();
        subscription.authentication = WebAuthentication::Negotiate;
        subscription.principal = u"alice@CORP.EXAMPLE.COM"_s;
        subscription.authorities = u"/etc/ca.pem"_s;
        subscription.trusts = ImportConsent(Risk::Keytab) | Risk::Variables;
        subscription.personal.insert(QUuid::createUuid(), {{u"notes"_s, u"mine"_s}});
        subscription.history = afterFailure(afterSuccess(zero), zero + 1h, 60s);
        subscription.etag = "W/\"abc\"";
        subscription.problem = u"It failed."_s;
        subscription.unknown.insert(u"future"_s, true);
        Subscription file = team();
        file.source = u"/srv/profiles.json"_s;
        const auto read = readSubscriptions(writeSubscriptions({subscription, file}), u"list"_s);
        QVERIFY(read);
        QCOMPARE(*read, (QList<Subscription>{subscription, file}));
    }

    void aDamagedListIsSaidWithItsLine()
    {
        QByteArray text = writeSubscriptions({team()});
        QCOMPARE(readSubscriptions(text.replace("\"name\"", "\"name\",,"), u"list"_s).error().code,
                 Error::Code::FileDamaged);
        QVERIFY(readSubscriptions("{}", u"list"_s).error().message.contains(u"line 1"_s));
        QCOMPARE(
            readSubscriptions("{\"format\":\"latchkey-catalogues\",\"version\":2,\"catalogues\":[]}", u"l"_s)
                .error()
                .code,
            Error::Code::FileInaccessible);
    }

    void editingKeepsHistoryAndNewSourcesBeginAnew()
    {
        const QTemporaryDir folder;
        const CatalogueFiles files(folder.filePath(u"config"_s));
        auto saved = catalogueedit::put(files, team());
        QVERIFY(saved);
        QVERIFY(files.saveCopy(saved->id, writeProfiles(documentOf(published(u"writer"_s)))));
        QVERIFY(files.editOne(saved->id, [](Subscription &each) {
            each.etag = "x";
            each.history = afterSuccess(zero);
            return Result<>(Ok{});
        }));
        saved->name = u"Other"_s;
        saved = catalogueedit::put(files, *saved);
        QVERIFY(saved && saved->etag == "x" && files.hasCopy(saved->id));
        QCOMPARE((*files.catalogues()).first().document.profiles.first().folder.first(), u"Other"_s);
        QCOMPARE(QFile::permissions(files.copyFile(saved->id)) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        saved->source = u"/srv/other.json"_s;
        saved = catalogueedit::put(files, *saved);
        QVERIFY(saved && saved->etag.isEmpty() && files.hasCopy(saved->id)); // until the other one answers
        Subscription second = team();
        second.name = u"Other"_s;
        QCOMPARE(catalogueedit::put(files, second).error().code, Error::Code::InvalidInput);
        QVERIFY(catalogueedit::remove(files, saved->id));
        QCOMPARE(catalogueedit::remove(files, saved->id).error().code, Error::Code::NotFound);
        QVERIFY(files.catalogues()->isEmpty());
    }

    void whatComesFromAFormerSourceIsDropped()
    {
        const QTemporaryDir folder;
        const QString source = folder.filePath(u"team.json"_s);
        QFile file(source);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeProfiles(documentOf(published(u"writer"_s))));
        file.close();
        const CatalogueFiles files(folder.filePath(u"config"_s));
        Subscription subscription = team();
        subscription.source = source;
        const auto saved = catalogueedit::put(files, subscription);
        QVERIFY(saved);
        const auto moves = [&files,
                            moved = *saved]() mutable { // asked for the time when the content has come
            moved.source = u"/srv/other.json"_s;
            return catalogueedit::put(files, moved) ? zero : Instant();
        };
        const auto refreshed = startJob<Refreshed>({}, [&](Job &job) {
                                   return refreshCatalogue(files, saved->id, job, moves);
                               }).result();
        QVERIFY(refreshed);
        QVERIFY(!refreshed->isNew);
        QCOMPARE(refreshed->subscription.source, u"/srv/other.json"_s);
        QVERIFY(!files.hasCopy(saved->id));
        QCOMPARE(files.subscription(saved->id)->history, RefreshHistory());
    }

    void failuresThatCannotBeWrittenDownCountToo()
    {
        const QTemporaryDir folder;
        Subscription subscription = team();
        subscription.source = folder.filePath(u"nowhere.json"_s);
        const CatalogueFiles files(folder.filePath(u"config"_s));
        const auto saved = catalogueedit::put(files, subscription);
        QVERIFY(saved);
        QVERIFY(QDir().mkdir(files.listFile() + u".lock"_s)); // the list cannot be locked
        Instant now = zero;
        Catalogues catalogues(folder.filePath(u"config"_s), [&now] { return now; });
        QVERIFY(catalogues.load());
        for (int count = 0; count < 3; ++count) {
            QVERIFY(!catalogues.refresh(saved->id).result());
            QTRY_VERIFY(!catalogues.isRefreshing(saved->id));
        }
        QCOMPARE(files.subscription(saved->id)->history.failures, 0);
        now = zero + 2min; // the third one is waited for four minutes
        catalogues.start();
        QVERIFY(!catalogues.isRefreshing(saved->id));
        catalogues.networkChanged();
        QVERIFY(catalogues.isRefreshing(saved->id));
        QTRY_VERIFY(!catalogues.isRefreshing(saved->id));
    }

    void personalValuesAreKeptInTheListOnly()
    {
        const QTemporaryDir folder;
        const CatalogueFiles files(folder.path());
        const auto saved = catalogueedit::put(files, team());
        QVERIFY(saved && files.saveCopy(saved->id, writeProfiles(documentOf(published(u"writer"_s)))));
        const QUuid id = only((*files.catalogues()).first()).id;
        const auto own = catalogueedit::personalise(files, id, [](Profile &each) { each.account = u"me"_s; });
        QVERIFY(own);
        QCOMPARE(own->account, u"me"_s);
        QCOMPARE(only((*files.catalogues()).first()), *own);
        QVERIFY(files.copy(saved->id)->profiles.first().account.isEmpty());
        QVERIFY(catalogueedit::personalise(files, id, [](Profile &each) { each.account.clear(); }));
        QVERIFY((*files.subscriptions()).first().personal.isEmpty());
        const auto refused = catalogueedit::personalise(files, id, [](Profile &each) { each.port = 1; });
        QCOMPARE(refused.error().code, Error::Code::InvalidInput);
        QCOMPARE(catalogueedit::personalise(files, QUuid::createUuid(), [](Profile &) {}).error().code,
                 Error::Code::NotFound);
    }

    void severalGetPersonalValuesTogetherOrNotAtAll()
    {
        const QTemporaryDir folder;
        const CatalogueFiles files(folder.path());
        for (const QString &name : {u"One"_s, u"Two"_s}) {
            Subscription subscription = team();
            subscription.name = name;
            const auto saved = catalogueedit::put(files, subscription);
            QVERIFY(saved && files.saveCopy(saved->id, writeProfiles(documentOf(published(name)))));
        }
        QList<QUuid> ids;
        for (const Catalogue &each : *files.catalogues())
            ids.append(only(each).id);
        const auto rename = [](Profile &each) { each.account = u"me"_s; };
        const auto accounts = [&files] {
            QStringList all;
            for (const Catalogue &each : *files.catalogues())
                all.append(only(each).account);
            return all;
        };
        QVERIFY(!catalogueedit::personalise(files, ids + QList{QUuid::createUuid()}, rename));
        QCOMPARE(accounts(), (QStringList{QString(), QString()}));
        QVERIFY(catalogueedit::personalise(files, ids, rename));
        QCOMPARE(accounts(), (QStringList{u"me"_s, u"me"_s}));
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "cataloguetest.moc"
