// SPDX-License-Identifier: GPL-2.0-or-later
// Catalogues from real web servers.
#include "app/sandbox/certificates.h"
#include "core/base/worker.h"
#include "tests/integration/cataloguedesk.h"
#include "tests/integration/wrongcertificate.h"
#include "tests/support/slowness.h"
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

constexpr qint64 halfGigabyte = qint64{500} << 20;
constexpr qint64 mebibyte = 1 << 20;
constexpr int patience = 30'000; // ms

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

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT

private:
    QString file(const QString &name) const { return m_files.filePath(name); }
    QTemporaryDir m_files;
    WebCertificate m_certificate;
    QString m_authority;
    WebServer m_nginx;

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
};

void CatalogueTest::initTestCase()
{
    if (const QString package = WebServer::missing(); !package.isEmpty())
        QSKIP(qPrintable(u"install "_s + package));
    const auto authority = sandbox::Authority::make(u"Test authority"_s);
    m_certificate = {file(u"server.pem"_s), file(u"server.key"_s)};
    m_authority = file(u"authority.pem"_s);
    QVERIFY(authority && authority->writeCertificate(m_authority));
    QVERIFY(authority->issue({u"server"_s, {u"127.0.0.1"_s, u"localhost"_s}}, m_certificate.certificate,
                             m_certificate.key));
    QVERIFY2(m_nginx.startNginx(m_certificate, R"(
  location = /to-http { return 302 http://127.0.0.1/team.json; }
  location = /loop { return 302 /loop; }
  location = /moved { return 301 /elsewhere; }
  location = /elsewhere { return 307 /team.json; }
  location = /nowhere { return 302 ""; }
  location = /busy { add_header Retry-After 7200 always; return 503; }
  location = /secret { return 403; }
  location = /slow { limit_rate 1; alias %folder%/files/team.json; }
  location = /unsaid { ssi on; ssi_types *; alias %folder%/files/huge; }
  location = /cookie { add_header Set-Cookie "a=b"; alias %folder%/files/team.json; }
)"),
             qPrintable(m_nginx.problem()));
    QVERIFY(m_nginx.put(u"team.json"_s, teamFile({u"writer"_s, u"reader"_s})));
    QVERIFY(m_nginx.putZeros(u"huge"_s, halfGigabyte));
}

void CatalogueTest::aCatalogueComesOnceAndIsAskedForByItsEtag()
{
    CatalogueDesk desk(m_authority);
    const QUuid id = desk.subscribe(m_nginx.url(u"team.json?first"_s));
    const auto first = desk.refresh(id);
    QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
    QVERIFY(first->isNew);
    QCOMPARE(first->profiles, 2);
    QVERIFY(!first->subscription.etag.isEmpty());
    const auto second = desk.refresh(id);
    QVERIFY(second && !second->isNew);
    QTRY_VERIFY(m_nginx.requests().last().startsWith("304|0|/team.json?first|" + first->subscription.etag));
    QCOMPARE(desk.paths(), (QStringList{u"Team/reader"_s, u"Team/writer"_s}));
    // Who removed the copy gets it again.
    QVERIFY(QFile::remove(CatalogueFiles(desk.folder.path()).copyFile(id)));
    const auto third = desk.refresh(id);
    QVERIFY(third && third->isNew);
}

void CatalogueTest::aNewCatalogueTakesThePlaceOfTheOld()
{
    CatalogueDesk desk(m_authority);
    QVERIFY(m_nginx.put(u"changing.json"_s, teamFile({u"writer"_s})));
    const QUuid id = desk.subscribe(m_nginx.url(u"changing.json"_s));
    QVERIFY(desk.refresh(id));
    QCOMPARE(desk.paths(), (QStringList{u"Team/writer"_s}));
    const QUuid writer = desk.catalogues.document().profiles.first().id;
    QVERIFY(desk.catalogues.personalise(writer, [](Profile &own) { own.account = u"me"_s; }).result());
    QVERIFY(m_nginx.put(u"changing.json"_s, teamFile({u"writer"_s, u"third"_s})));
    const auto changed = desk.refresh(id);
    QVERIFY(changed && changed->isNew);
    QCOMPARE(desk.paths(), (QStringList{u"Team/third"_s, u"Team/writer"_s}));
    QVERIFY(desk.catalogues.find(writer));
    QCOMPARE(desk.catalogues.find(writer)->account, u"me"_s);
}

void CatalogueTest::itComesByItselfAndSaysSo()
{
    CatalogueDesk desk(m_authority);
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
    CatalogueDesk desk(m_authority);
    const QUuid id = desk.subscribe(server.url(u"team.json"_s));
    QVERIFY(desk.refresh(id));
    server.stop();
    expectRefusal(desk.refresh(id), Error::Code::ServerUnreachable, u"cannot be reached"_s);
    expectRefusal(desk.refresh(id), Error::Code::ServerUnreachable, u"cannot be reached"_s);
    QCOMPARE(desk.paths(), QStringList{u"Team/writer"_s});
    QCOMPARE(desk.subscription().history.failures, 2);
    QVERIFY(!desk.subscription().problem.isEmpty());
    QTRY_VERIFY(!desk.catalogues.isRefreshing(id));
    desk.catalogues.start();
    QVERIFY(!desk.catalogues.isRefreshing(id)); // two minutes have not passed yet
    QSignalSpy failed(&desk.catalogues, &Catalogues::failed);
    desk.catalogues.networkChanged();
    QTRY_COMPARE_WITH_TIMEOUT(desk.subscription().history.failures, 3, patience);
    QCOMPARE(failed.size(), 1);
    QVERIFY2(server.startAgain(), qPrintable(server.problem()));
    QSignalSpy profilesChanged(&desk.catalogues, &Catalogues::profilesChanged);
    QTRY_VERIFY(!desk.catalogues.isRefreshing(id));
    desk.catalogues.networkChanged();
    QVERIFY(desk.catalogues.isRefreshing(id));
    QTRY_COMPARE_WITH_TIMEOUT(desk.subscription().history.failures, 0, patience);
    QVERIFY(desk.subscription().problem.isEmpty());
    QVERIFY(profilesChanged.isEmpty());
}

void CatalogueTest::aServerThatIsBusyIsLeftAlone()
{
    CatalogueDesk desk(m_authority);
    expectRefusal(desk.fetch(m_nginx.url(u"busy"_s)), Error::Code::ServerUnreachable, u"HTTP status 503"_s);
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
    CatalogueDesk desk(files->trusted);
    expectRefusal(desk.fetch(server.url(u"team.json"_s)), Error::Code(code), said);
    QVERIFY(server.requests().isEmpty());
    QVERIFY(desk.paths().isEmpty());
}

void CatalogueTest::theSystemsAuthoritiesCountWithoutAFile()
{
    CatalogueDesk desk{QString()};
    expectRefusal(desk.fetch(m_nginx.url(u"team.json"_s)), Error::Code::TlsUntrusted,
                  u"that this computer trusts"_s);
    CatalogueDesk other(file(u"server.key"_s)); // no certificate in it
    expectRefusal(other.fetch(m_nginx.url(u"team.json"_s)), Error::Code::FileInaccessible, u"server.key"_s);
}

void CatalogueTest::redirectionsAreFollowedToHttpsOnly()
{
    QVERIFY(CatalogueDesk(m_authority).fetch(m_nginx.url(u"moved"_s)));
    expectRefusal(CatalogueDesk(m_authority).fetch(m_nginx.url(u"to-http"_s)), Error::Code::TlsMissing,
                  u"is not encrypted"_s);
    const auto before = m_nginx.requests().size();
    expectRefusal(CatalogueDesk(m_authority).fetch(m_nginx.url(u"loop"_s)), Error::Code::ProtocolError,
                  u"without an end"_s);
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
    expectRefusal(CatalogueDesk(m_authority).fetch(m_nginx.url(path)), Error::Code::FileInaccessible,
                  u"larger than 64 MiB"_s);
    const auto elapsed = timer.elapsed();
    const qint64 more = peakMemory() - memory;
    const auto isLogged = [this, &path] { return m_nginx.requests().last().contains(path.toLatin1()); };
    QTRY_VERIFY_WITH_TIMEOUT(isLogged(), patience);
    const qint64 sent = m_nginx.requests().last().split('|').value(1).toLongLong();
    qInfo("%lld ms, %lld MiB more memory, %lld MiB sent", static_cast<long long>(elapsed),
          static_cast<long long>(more / mebibyte), static_cast<long long>(sent / mebibyte));
    QVERIFY(sent <= mostSent);
    QVERIFY(slowness > 1 || more <= mostMemory); // sanitizers take memory of their own
}

void CatalogueTest::aBrokenFileKeepsTheCopyAndNamesTheLine()
{
    CatalogueDesk desk(m_authority);
    QVERIFY(m_nginx.put(u"breaking.json"_s, teamFile({u"writer"_s})));
    const QUuid id = desk.subscribe(m_nginx.url(u"breaking.json"_s));
    QVERIFY(desk.refresh(id));
    QVERIFY(
        m_nginx.put(u"breaking.json"_s, teamFile({u"other"_s, u"third"_s}).replace("\"host\"", "\"host")));
    expectRefusal(desk.refresh(id), Error::Code::FileDamaged, u"is damaged at line 6"_s);
    QCOMPARE(desk.paths(), QStringList{u"Team/writer"_s});
    QVERIFY(desk.subscription().problem.contains(u"line 6"_s));
    QVERIFY(m_nginx.put(u"breaking.json"_s, "{\"a\":" + QByteArray(100'000, '[')));
    expectRefusal(desk.refresh(id), Error::Code::FileDamaged, u"is damaged at line 1"_s);
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
    expectRefusal(CatalogueDesk(m_authority).fetch(m_nginx.url(path)), Error::Code(code), said);
}

void CatalogueTest::aSlowAnswerCanBeCancelled()
{
    CatalogueDesk desk(m_authority);
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
    CatalogueDesk desk(m_authority);
    const QUuid id = desk.subscribe(m_nginx.url(u"cookie"_s));
    QVERIFY(desk.refresh(id) && desk.refresh(id));
    QTRY_VERIFY(m_nginx.requests().last().contains("/cookie"));
    QVERIFY(m_nginx.requests().last().endsWith("||"));
}

void CatalogueTest::aFileIsACatalogueToo()
{
    CatalogueDesk desk{QString()};
    const QString source = file(u"shared.json"_s);
    const QUuid id = desk.subscribe(source);
    expectRefusal(desk.refresh(id), Error::Code::NotFound, u"There is no file"_s);
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

QTEST_GUILESS_MAIN(CatalogueTest)
#include "cataloguetest.moc"
