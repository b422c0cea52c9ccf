// SPDX-License-Identifier: GPL-2.0-or-later
// Catalogues from real web servers.
#include "app/sandbox/certificates.h"
#include "core/base/worker.h"
#include "core/catalogue/catalogues.h"
#include "core/profile/profilejson.h"
#include "tests/integration/kerberosplace.h"
#include "tests/integration/wrongcertificate.h"
#include "tests/support/webserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(latchkey::test::Wrong)

namespace {

const QString corp = u"CORP.EXAMPLE.COM"_s;
const QString localhost = u"localhost"_s;
constexpr qint64 halfGigabyte = qint64{500} << 20;
constexpr qint64 mebibyte = 1 << 20;
constexpr int patience = 30'000; // ms

QByteArray teamFile(const QStringList &names)
{
    ProfileDocument document;
    for (const QString &name : names) {
        Profile profile;
        profile.id = QUuid::createUuidV5(QUuid(), name);
        profile.name = name;
        profile.host = u"db.corp.example.com"_s;
        document.profiles.append(profile);
    }
    return writeProfiles(document);
}

/// The most memory that this process has had so far, in bytes.
qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong() * 1024;
}

/// The user's side: a folder for the list and the copies.
struct Desk
{
    QTemporaryDir folder;
    QString authorities;
    Catalogues catalogues{folder.path()};

    explicit Desk(QString caFile) : authorities(std::move(caFile)) { }

    QUuid subscribe(const QString &source, WebAuthentication authentication = WebAuthentication::None)
    {
        Subscription subscription;
        subscription.name = u"Team"_s;
        subscription.source = source;
        subscription.authentication = authentication;
        subscription.authorities = authorities;
        const auto saved = catalogues.put(subscription).result();
        return saved ? saved->id : QUuid();
    }
    Result<Refreshed> refresh(const QUuid &id) { return catalogues.refresh(id).result(); }
    Result<Refreshed> fetch(const QString &source, WebAuthentication authentication = WebAuthentication::None)
    {
        return refresh(subscribe(source, authentication));
    }
    QStringList paths()
    {
        QStringList all;
        if (catalogues.load()) {
            for (const Profile &profile : catalogues.document().profiles)
                all.append(profile.path());
        }
        return all;
    }
    Subscription subscription() { return catalogues.catalogues().value(0).subscription; }
};

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT

private:
    QString file(const QString &name) const { return m_files.filePath(name); }
    static void compare(const Result<Refreshed> &refreshed, Error::Code code, const QString &said)
    {
        QVERIFY(!refreshed);
        QVERIFY2(refreshed.error().code == code,
                 qPrintable(codeName(refreshed.error().code) + refreshed.error().message
                            + refreshed.error().detail));
        QVERIFY2(refreshed.error().message.contains(said), qPrintable(refreshed.error().message));
    }

    QTemporaryDir m_files;
    WebCertificate m_certificate;
    QString m_authority;
    WebServer m_nginx;
    Sandbox m_sandbox;

private Q_SLOTS:
    void initTestCase();
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void aCatalogueComesOnceAndIsAskedForByItsEtag();
    void aNewCatalogueTakesThePlaceOfTheOld();
    void itComesByItselfAndSaysSo();
    void anOutageKeepsTheCopyAndWaits();
    void aServerThatIsBusyIsLeftAlone();
    void wrongCertificatesAreRefused_data();
    void wrongCertificatesAreRefused();
    void theSystemsAuthoritiesCountWithoutAFile();
    void redirectionsAreFollowedToHttpsOnly();
    void whatIsTooLargeIsGivenUpEarly_data();
    void whatIsTooLargeIsGivenUpEarly();
    void aBrokenFileKeepsTheCopyAndNamesTheLine();
    void refusalsAreSaid_data();
    void refusalsAreSaid();
    void aSlowAnswerCanBeCancelled();
    void noCookieIsSentBack();
    void aFileIsACatalogueToo();

    void aTicketIsShownToAServerThatAsks();
    void noTicketIsShownUnlessAllowed();
    void nobodySignedInIsSaid();
    void aServiceThatTheRealmDoesNotKnowIsSaid();
    void aServerWithAnotherKeyRefuses();
    void noTicketIsShownToAnotherHost();
    void aServerThatDoesNotProveItselfIsRefused();
};

void CatalogueTest::initTestCase()
{
    if (const QString package = WebServer::missing(); !package.isEmpty())
        QSKIP(qPrintable(u"install "_s + package));
    const auto authority = sandbox::Authority::make(u"Test authority"_s);
    m_certificate = {file(u"server.pem"_s), file(u"server.key"_s)};
    m_authority = file(u"authority.pem"_s);
    QVERIFY(authority && authority->writeCertificate(m_authority));
    QVERIFY(authority->issue({u"server"_s, {u"127.0.0.1"_s, localhost}}, m_certificate.certificate,
                             m_certificate.key));
    QVERIFY2(m_nginx.startNginx(m_certificate, R"(
  location = /to-http { return 302 http://127.0.0.1/team.json; }
  location = /loop { return 302 /loop; }
  location = /moved { return 301 /elsewhere; }
  location = /elsewhere { return 307 /team.json; }
  location = /nowhere { return 302 ""; }
  location = /busy { add_header Retry-After 7200 always; return 503; }
  location = /secret { return 403; }
  location = /asks { add_header WWW-Authenticate Negotiate always; return 401; }
  location = /to-asks { return 302 https://localhost:$server_port/asks; }
  location = /believes {
   error_page 418 =401 /asks-once;
   if ($http_authorization = "") { return 418; }
   rewrite ^ /team.json;
  }
  location = /asks-once { internal; add_header WWW-Authenticate Negotiate always; return 401; }
  location = /slow { limit_rate 1; alias %folder%/files/team.json; }
  location = /unsaid { ssi on; ssi_types *; alias %folder%/files/huge; }
  location = /cookie { add_header Set-Cookie "a=b"; alias %folder%/files/team.json; }
)"),
             qPrintable(m_nginx.problem()));
    QVERIFY(m_nginx.put(u"team.json"_s, teamFile({u"writer"_s, u"reader"_s})));
    QVERIFY(m_nginx.putZeros(u"huge"_s, halfGigabyte));
    QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
}

void CatalogueTest::aCatalogueComesOnceAndIsAskedForByItsEtag()
{
    Desk desk(m_authority);
    const QUuid id = desk.subscribe(m_nginx.url(u"team.json?first"_s));
    const auto first = desk.refresh(id);
    QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
    QVERIFY(first->isNew);
    QCOMPARE(first->profiles, 2);
    QVERIFY(!first->subscription.etag.isEmpty());
    const auto second = desk.refresh(id);
    QVERIFY(second && !second->isNew);
    QTRY_VERIFY(m_nginx.requests().last().startsWith("304 0 /team.json?first " + first->subscription.etag));
    QCOMPARE(desk.paths(), (QStringList{u"Team/writer"_s, u"Team/reader"_s}));
    // Who removed the copy gets it again.
    QVERIFY(QFile::remove(CatalogueFiles(desk.folder.path()).copyFile(id)));
    const auto third = desk.refresh(id);
    QVERIFY(third && third->isNew);
}

void CatalogueTest::aNewCatalogueTakesThePlaceOfTheOld()
{
    Desk desk(m_authority);
    QVERIFY(m_nginx.put(u"changing.json"_s, teamFile({u"writer"_s})));
    const QUuid id = desk.subscribe(m_nginx.url(u"changing.json"_s));
    QVERIFY(desk.refresh(id));
    QCOMPARE(desk.paths(), (QStringList{u"Team/writer"_s}));
    const QUuid writer = desk.catalogues.document().profiles.first().id;
    QVERIFY(desk.catalogues.personalise(writer, [](Profile &own) { own.account = u"me"_s; }).result());
    QVERIFY(m_nginx.put(u"changing.json"_s, teamFile({u"writer"_s, u"third"_s})));
    const auto changed = desk.refresh(id);
    QVERIFY(changed && changed->isNew);
    QCOMPARE(desk.paths(), (QStringList{u"Team/writer"_s, u"Team/third"_s}));
    QVERIFY(desk.catalogues.find(writer));
    QCOMPARE(desk.catalogues.find(writer)->account, u"me"_s);
}

void CatalogueTest::itComesByItselfAndSaysSo()
{
    Desk desk(m_authority);
    QVERIFY(desk.catalogues.load());
    desk.catalogues.start();
    QSignalSpy changed(&desk.catalogues, &Catalogues::changed);
    const QUuid id = desk.subscribe(m_nginx.url(u"team.json"_s));
    QTRY_COMPARE_WITH_TIMEOUT(desk.catalogues.document().profiles.size(), 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.catalogues.isRefreshing(id), patience);
    QVERIFY(!changed.isEmpty());
    // Another program's edit is seen.
    QVERIFY(catalogueedit::remove(CatalogueFiles(desk.folder.path()), id));
    QTRY_VERIFY_WITH_TIMEOUT(desk.catalogues.catalogues().isEmpty(), patience);
}

void CatalogueTest::anOutageKeepsTheCopyAndWaits()
{
    WebServer server;
    QVERIFY2(server.startNginx(m_certificate), qPrintable(server.problem()));
    QVERIFY(server.put(u"team.json"_s, teamFile({u"writer"_s})));
    Desk desk(m_authority);
    const QUuid id = desk.subscribe(server.url(u"team.json"_s));
    QVERIFY(desk.refresh(id));
    server.stop();
    compare(desk.refresh(id), Error::Code::ServerUnreachable, u"cannot be reached"_s);
    compare(desk.refresh(id), Error::Code::ServerUnreachable, u"cannot be reached"_s);
    QCOMPARE(desk.paths(), QStringList{u"Team/writer"_s});
    QCOMPARE(desk.subscription().history.failures, 2);
    QVERIFY(!desk.subscription().problem.isEmpty());
    QVERIFY2(server.startAgain(), qPrintable(server.problem()));
    desk.catalogues.start();
    QVERIFY(!desk.catalogues.isRefreshing(id)); // two minutes have not passed yet
    desk.catalogues.networkChanged();
    QVERIFY(desk.catalogues.isRefreshing(id));
    QTRY_COMPARE_WITH_TIMEOUT(desk.subscription().history.failures, 0, patience);
    QVERIFY(desk.subscription().problem.isEmpty());
}

void CatalogueTest::aServerThatIsBusyIsLeftAlone()
{
    Desk desk(m_authority);
    compare(desk.fetch(m_nginx.url(u"busy"_s)), Error::Code::ServerUnreachable, u"HTTP status 503"_s);
    QVERIFY(desk.catalogues.load());
    const RefreshHistory history = desk.subscription().history;
    QVERIFY(history.notBefore && history.lastAttempt);
    QCOMPARE(*history.notBefore - *history.lastAttempt, 7200s);
}

void CatalogueTest::wrongCertificatesAreRefused_data()
{
    QTest::addColumn<Wrong>("wrong");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("other host") << Wrong::OtherHost << int(Error::Code::TlsHostMismatch)
                                << u"db2.example.com"_s;
    QTest::newRow("expired") << Wrong::Expired << int(Error::Code::TlsExpired) << u"is valid from"_s;
    QTest::newRow("self-signed") << Wrong::SelfSigned << int(Error::Code::TlsUntrusted) << u"authority in"_s;
    QTest::newRow("of a stranger") << Wrong::OfStranger << int(Error::Code::TlsUntrusted)
                                   << u"authority in"_s;
}

void CatalogueTest::wrongCertificatesAreRefused()
{
    QFETCH(const Wrong, wrong);
    QFETCH(const int, code);
    QFETCH(const QString, said);
    const QTemporaryDir folder;
    const auto files = makeWrongCertificate(wrong, folder.path());
    QVERIFY(files);
    WebServer server;
    QVERIFY2(server.startNginx({files->certificate, files->key}), qPrintable(server.problem()));
    QVERIFY(server.put(u"team.json"_s, teamFile({u"writer"_s})));
    Desk desk(files->trusted);
    compare(desk.fetch(server.url(u"team.json"_s)), Error::Code(code), said);
    QVERIFY(server.requests().isEmpty());
    QVERIFY(desk.paths().isEmpty());
}

void CatalogueTest::theSystemsAuthoritiesCountWithoutAFile()
{
    Desk desk{QString()};
    compare(desk.fetch(m_nginx.url(u"team.json"_s)), Error::Code::TlsUntrusted,
            u"that this computer trusts"_s);
    Desk other(file(u"server.key"_s)); // no certificate in it
    compare(other.fetch(m_nginx.url(u"team.json"_s)), Error::Code::FileInaccessible, u"server.key"_s);
}

void CatalogueTest::redirectionsAreFollowedToHttpsOnly()
{
    QVERIFY(Desk(m_authority).fetch(m_nginx.url(u"moved"_s)));
    compare(Desk(m_authority).fetch(m_nginx.url(u"to-http"_s)), Error::Code::TlsMissing,
            u"is not encrypted"_s);
    const auto before = m_nginx.requests().size();
    compare(Desk(m_authority).fetch(m_nginx.url(u"loop"_s)), Error::Code::ProtocolError, u"without an end"_s);
    QTRY_COMPARE(m_nginx.requests().size(), before + 6);
}

void CatalogueTest::whatIsTooLargeIsGivenUpEarly_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<qint64>("mostSent");
    QTest::addColumn<qint64>("mostMemory");
    QTest::newRow("said first") << u"huge"_s << 8 * mebibyte << 8 * mebibyte;
    QTest::newRow("in chunks") << u"unsaid"_s << 80 * mebibyte << 200 * mebibyte;
}

void CatalogueTest::whatIsTooLargeIsGivenUpEarly()
{
    QFETCH(const QString, path);
    QFETCH(const qint64, mostSent);
    QFETCH(const qint64, mostMemory);
    const qint64 memory = peakMemory();
    QElapsedTimer timer;
    timer.start();
    compare(Desk(m_authority).fetch(m_nginx.url(path)), Error::Code::FileInaccessible,
            u"larger than 64 MiB"_s);
    const auto elapsed = timer.elapsed();
    const qint64 more = peakMemory() - memory;
    const auto isLogged = [this, &path] { return m_nginx.requests().last().contains(path.toLatin1()); };
    QTRY_VERIFY_WITH_TIMEOUT(isLogged(), patience);
    const qint64 sent = m_nginx.requests().last().split(' ').value(1).toLongLong();
    qInfo("%lld ms, %lld MiB more memory, %lld MiB sent", static_cast<long long>(elapsed),
          static_cast<long long>(more / mebibyte), static_cast<long long>(sent / mebibyte));
    QVERIFY(sent <= mostSent);
#ifndef LATCHKEY_SANITIZED
    QVERIFY(more <= mostMemory);
#endif
}

void CatalogueTest::aBrokenFileKeepsTheCopyAndNamesTheLine()
{
    Desk desk(m_authority);
    QVERIFY(m_nginx.put(u"breaking.json"_s, teamFile({u"writer"_s})));
    const QUuid id = desk.subscribe(m_nginx.url(u"breaking.json"_s));
    QVERIFY(desk.refresh(id));
    QVERIFY(
        m_nginx.put(u"breaking.json"_s, teamFile({u"other"_s, u"third"_s}).replace("\"host\"", "\"host")));
    compare(desk.refresh(id), Error::Code::FileDamaged, u"is damaged at line 6"_s);
    QCOMPARE(desk.paths(), QStringList{u"Team/writer"_s});
    QVERIFY(desk.subscription().problem.contains(u"line 6"_s));
    QVERIFY(m_nginx.put(u"breaking.json"_s, "{\"a\":" + QByteArray(100'000, '[')));
    compare(desk.refresh(id), Error::Code::FileDamaged, u"is damaged at line 1"_s);
    QCOMPARE(desk.paths(), QStringList{u"Team/writer"_s});
}

void CatalogueTest::refusalsAreSaid_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("not there") << u"missing.json"_s << int(Error::Code::NotFound)
                               << u"no catalogue at this"_s;
    QTest::newRow("forbidden") << u"secret"_s << int(Error::Code::ServerDenied) << u"does not let you"_s;
    QTest::newRow("nowhere") << u"nowhere"_s << int(Error::Code::ProtocolError) << u"but not where"_s;
}

void CatalogueTest::refusalsAreSaid()
{
    QFETCH(const QString, path);
    QFETCH(const int, code);
    QFETCH(const QString, said);
    compare(Desk(m_authority).fetch(m_nginx.url(path)), Error::Code(code), said);
}

void CatalogueTest::aSlowAnswerCanBeCancelled()
{
    Desk desk(m_authority);
    const QUuid id = desk.subscribe(m_nginx.url(u"slow"_s));
    std::stop_source stop;
    const auto refreshed = desk.catalogues.refresh(id, stop.get_token());
    QVERIFY(!refreshed.isFinished());
    stop.request_stop();
    QCOMPARE(refreshed.result().error().code, Error::Code::Cancelled);
    QVERIFY(desk.catalogues.load());
    QCOMPARE(desk.subscription().history, RefreshHistory{}); // no failure of the server's
}

void CatalogueTest::noCookieIsSentBack()
{
    Desk desk(m_authority);
    const QUuid id = desk.subscribe(m_nginx.url(u"cookie"_s));
    QVERIFY(desk.refresh(id) && desk.refresh(id));
    QTRY_VERIFY(m_nginx.requests().last().contains("/cookie"));
    QVERIFY(m_nginx.requests().last().endsWith(" - -"));
}

void CatalogueTest::aFileIsACatalogueToo()
{
    Desk desk{QString()};
    const QString source = file(u"shared.json"_s);
    const QUuid id = desk.subscribe(source);
    compare(desk.refresh(id), Error::Code::NotFound, u"There is no file"_s);
    QFile shared(source);
    QVERIFY(shared.open(QIODevice::WriteOnly));
    shared.write(teamFile({u"writer"_s}));
    shared.close();
    const auto refreshed = desk.refresh(id);
    QVERIFY(refreshed && refreshed->isNew);
    QVERIFY(!desk.refresh(id)->isNew);
    QVERIFY(shared.remove());
    QVERIFY(!desk.refresh(id));
    QCOMPARE(desk.paths(), QStringList{u"Team/writer"_s});
}

namespace {

/// A web server that wants tickets, and alice with hers.
struct TicketPlace
{
    explicit TicketPlace(const Sandbox &sandbox) : m_sandbox(sandbox), kerberos(sandbox) { }

    /// What is wrong; empty if all is well.
    QString start(const WebCertificate &certificate, const QByteArray &then = {})
    {
        const QString keytab = kerberos.path(u"http.keytab"_s);
        m_sandbox.administer(corp, "delprinc -force HTTP/localhost\n");
        if (!m_sandbox.administer(corp, "addprinc -randkey HTTP/localhost\nktadd -norandkey -k "
                                            + keytab.toUtf8() + " HTTP/localhost\n" + then))
            return u"no keytab"_s;
        if (!server.startApache(certificate, keytab, corp))
            return server.problem();
        return server.put(u"team.json"_s, teamFile({u"writer"_s})) ? QString() : u"no file"_s;
    }

    const Sandbox &m_sandbox;
    KerberosPlace kerberos;
    WebServer server;
};

} // namespace

void CatalogueTest::aTicketIsShownToAServerThatAsks()
{
    TicketPlace place(m_sandbox);
    const QString problem = place.start(m_certificate);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(place.kerberos.signIn(u"alice"_s));
    Desk desk(m_authority);
    const QUuid id =
        desk.subscribe(place.server.url(u"team.json"_s, localhost), WebAuthentication::Negotiate);
    const auto first = desk.refresh(id);
    QVERIFY2(first,
             qPrintable(first ? QString()
                              : first.error().message + first.error().detail + place.server.problem()));
    QVERIFY(first->isNew);
    const auto second = desk.refresh(id);
    QVERIFY2(second, qPrintable(second ? QString() : second.error().message + second.error().detail));
    QVERIFY(!second->isNew);
    QVERIFY(place.kerberos.klist({}).contains(u"HTTP/localhost@"_s + corp)
            || place.kerberos.klist({}).filter(u"HTTP/localhost"_s).size() == 1);
}

void CatalogueTest::noTicketIsShownUnlessAllowed()
{
    TicketPlace place(m_sandbox);
    const QString problem = place.start(m_certificate);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(place.kerberos.signIn(u"alice"_s));
    compare(Desk(m_authority).fetch(place.server.url(u"team.json"_s, localhost)), Error::Code::ServerDenied,
            u"Allow the catalogue to show your ticket"_s);
    QVERIFY(place.kerberos.klist({}).filter(u"HTTP/"_s).isEmpty());
}

void CatalogueTest::nobodySignedInIsSaid()
{
    const KerberosPlace place(m_sandbox);
    compare(Desk(m_authority).fetch(m_nginx.url(u"asks"_s), WebAuthentication::Negotiate),
            Error::Code::NotSignedIn, u"nobody is signed in"_s);
}

void CatalogueTest::aServiceThatTheRealmDoesNotKnowIsSaid()
{
    const KerberosPlace place(m_sandbox);
    QVERIFY(place.signIn(u"alice"_s));
    compare(Desk(m_authority).fetch(m_nginx.url(u"asks"_s), WebAuthentication::Negotiate),
            Error::Code::ServiceUnknown, u"HTTP/127.0.0.1"_s);
}

void CatalogueTest::aServerWithAnotherKeyRefuses()
{
    TicketPlace place(m_sandbox);
    const QString problem = place.start(m_certificate, "cpw -randkey HTTP/localhost\n");
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(place.kerberos.signIn(u"alice"_s));
    compare(
        Desk(m_authority).fetch(place.server.url(u"team.json"_s, localhost), WebAuthentication::Negotiate),
        Error::Code::ServerDenied, u"does not let you"_s);
}

void CatalogueTest::noTicketIsShownToAnotherHost()
{
    const KerberosPlace place(m_sandbox);
    QVERIFY(m_sandbox.administer(corp, "delprinc -force HTTP/localhost\naddprinc -randkey HTTP/localhost\n"));
    QVERIFY(place.signIn(u"alice"_s));
    const auto before = m_nginx.requests().size();
    compare(Desk(m_authority).fetch(m_nginx.url(u"to-asks"_s), WebAuthentication::Negotiate),
            Error::Code::ServerDenied, u"localhost"_s);
    QTRY_COMPARE(m_nginx.requests().size(), before + 2);
    QVERIFY(m_nginx.requests().last().endsWith("/asks - - -"));
    QVERIFY(place.klist({}).filter(u"HTTP/"_s).isEmpty());
}

void CatalogueTest::aServerThatDoesNotProveItselfIsRefused()
{
    const KerberosPlace place(m_sandbox);
    QVERIFY(m_sandbox.administer(corp, "delprinc -force HTTP/localhost\naddprinc -randkey HTTP/localhost\n"));
    QVERIFY(place.signIn(u"alice"_s));
    compare(Desk(m_authority).fetch(m_nginx.url(u"believes"_s, localhost), WebAuthentication::Negotiate),
            Error::Code::ServerNotProven, u"did not prove"_s);
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "cataloguetest.moc"
