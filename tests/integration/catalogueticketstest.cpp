// SPDX-License-Identifier: GPL-2.0-or-later
// Catalogues from web servers that want to know who asks.
#include "app/sandbox/certificates.h"
#include "core/base/worker.h"
#include "tests/integration/cataloguedesk.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/kdcdoubles.h"
#include "tests/support/webserver.h"

#include <QElapsedTimer>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString corp = u"CORP.EXAMPLE.COM"_s;
const QString localhost = u"localhost"_s;

// What only asks, and one that believes everybody without a proof of its own.
constexpr const char *asking = R"(
  location = /asks { add_header WWW-Authenticate Negotiate always; return 401; }
  location = /to-asks { return 302 https://localhost:$server_port/asks; }
  location = /believes {
   error_page 418 =401 /asks-once;
   if ($http_authorization = "") { return 418; }
   rewrite ^ /team.json;
  }
  location = /asks-once { internal; add_header WWW-Authenticate Negotiate always; return 401; }
)";

/// Those of the default cache; nonsense if it has none at all.
QStringList webTickets(const KerberosPlace &place)
{
    const QStringList all = place.klist(u"FILE:"_s + place.defaultPath());
    return all.isEmpty() ? QStringList{u"no cache"_s, u"no cache"_s} : all.filter(u"HTTP/localhost@"_s);
}

/// A web server that wants tickets, and alice with hers.
struct TicketPlace
{
    explicit TicketPlace(const Sandbox &sandbox, KerberosPlace::Default caches = KerberosPlace::Default::File)
        : m_sandbox(sandbox), kerberos(sandbox, caches)
    { }

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

class CatalogueTicketTest : public QObject
{
    Q_OBJECT

private:
    QString file(const QString &name) const { return m_files.filePath(name); }

    QTemporaryDir m_files;
    WebCertificate m_certificate;
    QString m_authority;
    WebServer m_nginx;
    Sandbox m_sandbox;

private Q_SLOTS:
    void initTestCase();
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void aTicketIsShownToAServerThatAsks();
    void theTicketOfAChosenPrincipalIsShown();
    void aChosenPrincipalWithoutATicketIsSaid();
    void noTicketIsShownUnlessAllowed();
    void nobodySignedInIsSaid();
    void aServiceThatTheRealmDoesNotKnowIsSaid();
    void aSilentKdcGetsItsVerdictInTime();
    void aServerWithAnotherKeyRefuses();
    void noTicketIsShownToAnotherHost();
    void aServerThatDoesNotProveItselfIsRefused();
};

void CatalogueTicketTest::initTestCase()
{
    if (const QString package = WebServer::missing(); !package.isEmpty())
        QSKIP(qPrintable(u"install "_s + package));
    const auto authority = sandbox::Authority::make(u"Test authority"_s);
    m_certificate = {file(u"server.pem"_s), file(u"server.key"_s)};
    m_authority = file(u"authority.pem"_s);
    QVERIFY(authority && authority->writeCertificate(m_authority));
    QVERIFY(authority->issue({u"server"_s, {u"127.0.0.1"_s, localhost}}, m_certificate.certificate,
                             m_certificate.key));
    QVERIFY2(m_nginx.startNginx(m_certificate, asking), qPrintable(m_nginx.problem()));
    QVERIFY(m_nginx.put(u"team.json"_s, teamFile({u"writer"_s})));
    QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
}

void CatalogueTicketTest::aTicketIsShownToAServerThatAsks()
{
    TicketPlace place(m_sandbox);
    const QString problem = place.start(m_certificate);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(place.kerberos.signIn(u"alice"_s));
    CatalogueDesk desk(m_authority);
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
    QCOMPARE(webTickets(place.kerberos).size(), 1);
}

// One of the two is not the default, whichever it is.
void CatalogueTicketTest::theTicketOfAChosenPrincipalIsShown()
{
    TicketPlace place(m_sandbox, KerberosPlace::Default::Directory);
    const QString problem = place.start(m_certificate);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QMap<QString, QString> caches;
    for (const QString &user : {u"alice"_s, u"bob"_s}) {
        const auto cache = place.kerberos.signIn(user);
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().message));
        caches.insert(user, cache->name);
    }
    const auto shown = [&](const QString &user) {
        return place.kerberos.klist(caches.value(user)).filter(u"HTTP/localhost@"_s).size();
    };
    for (const QString &user : {u"alice"_s, u"bob"_s}) {
        QCOMPARE(shown(user), 0);
        CatalogueDesk desk(m_authority);
        desk.principal = m_sandbox.principal(user);
        const auto fetched =
            desk.fetch(place.server.url(u"team.json"_s, localhost), WebAuthentication::Negotiate);
        QVERIFY2(fetched, qPrintable(fetched ? QString() : fetched.error().message + fetched.error().detail));
        QCOMPARE(shown(user), 1);
    }
}

void CatalogueTicketTest::aChosenPrincipalWithoutATicketIsSaid()
{
    const KerberosPlace place(m_sandbox, KerberosPlace::Default::Directory);
    QVERIFY(m_sandbox.administer(corp, "delprinc -force HTTP/localhost\naddprinc -randkey HTTP/localhost\n"));
    const auto alice = place.signIn(u"alice"_s);
    QVERIFY(alice);
    CatalogueDesk desk(m_authority);
    desk.principal = m_sandbox.principal(u"bob"_s);
    expectRefusal(desk.fetch(m_nginx.url(u"asks"_s, localhost), WebAuthentication::Negotiate),
                  Error::Code::NotSignedIn, desk.principal + u" is not signed in"_s);
    QVERIFY(place.klist(alice->name).filter(u"HTTP/localhost@"_s).isEmpty());
}

void CatalogueTicketTest::noTicketIsShownUnlessAllowed()
{
    TicketPlace place(m_sandbox);
    const QString problem = place.start(m_certificate);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(place.kerberos.signIn(u"alice"_s));
    expectRefusal(CatalogueDesk(m_authority).fetch(place.server.url(u"team.json"_s, localhost)),
                  Error::Code::ServerDenied, u"Allow the catalogue to show your ticket"_s);
    QVERIFY(webTickets(place.kerberos).isEmpty());
}

void CatalogueTicketTest::nobodySignedInIsSaid()
{
    const KerberosPlace place(m_sandbox);
    expectRefusal(CatalogueDesk(m_authority).fetch(m_nginx.url(u"asks"_s), WebAuthentication::Negotiate),
                  Error::Code::NotSignedIn, u"nobody is signed in"_s);
}

void CatalogueTicketTest::aServiceThatTheRealmDoesNotKnowIsSaid()
{
    const KerberosPlace place(m_sandbox);
    QVERIFY(place.signIn(u"alice"_s));
    expectRefusal(CatalogueDesk(m_authority).fetch(m_nginx.url(u"asks"_s), WebAuthentication::Negotiate),
                  Error::Code::ServiceUnknown, u"HTTP/127.0.0.1"_s);
}

void CatalogueTicketTest::aSilentKdcGetsItsVerdictInTime()
{
    KerberosPlace place(m_sandbox);
    QVERIFY(place.signIn(u"alice"_s));
    const SilentKdc silent;
    QVERIFY(place.useKdcs(corp, {u"127.0.0.1:%1"_s.arg(silent.port())}));
    QElapsedTimer timer;
    timer.start();
    CatalogueDesk desk(m_authority);
    expectRefusal(desk.fetch(m_nginx.url(u"asks"_s), WebAuthentication::Negotiate),
                  Error::Code::KdcUnreachable, u"no KDC gave a ticket"_s);
    QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
}

void CatalogueTicketTest::aServerWithAnotherKeyRefuses()
{
    TicketPlace place(m_sandbox);
    const QString problem = place.start(m_certificate, "cpw -randkey HTTP/localhost\n");
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(place.kerberos.signIn(u"alice"_s));
    expectRefusal(CatalogueDesk(m_authority)
                      .fetch(place.server.url(u"team.json"_s, localhost), WebAuthentication::Negotiate),
                  Error::Code::ServerDenied, u"does not let you"_s);
}

void CatalogueTicketTest::noTicketIsShownToAnotherHost()
{
    const KerberosPlace place(m_sandbox);
    QVERIFY(m_sandbox.administer(corp, "delprinc -force HTTP/localhost\naddprinc -randkey HTTP/localhost\n"));
    QVERIFY(place.signIn(u"alice"_s));
    const auto before = m_nginx.requests().size();
    expectRefusal(CatalogueDesk(m_authority).fetch(m_nginx.url(u"to-asks"_s), WebAuthentication::Negotiate),
                  Error::Code::ServerDenied, u"localhost"_s);
    QTRY_COMPARE(m_nginx.requests().size(), before + 2);
    QVERIFY(m_nginx.requests().last().endsWith("/asks|||"));
    QVERIFY(webTickets(place).isEmpty());
}

void CatalogueTicketTest::aServerThatDoesNotProveItselfIsRefused()
{
    const KerberosPlace place(m_sandbox);
    QVERIFY(m_sandbox.administer(corp, "delprinc -force HTTP/localhost\naddprinc -randkey HTTP/localhost\n"));
    QVERIFY(place.signIn(u"alice"_s));
    expectRefusal(
        CatalogueDesk(m_authority).fetch(m_nginx.url(u"believes"_s, localhost), WebAuthentication::Negotiate),
        Error::Code::ServerNotProven, u"did not prove"_s);
}

QTEST_GUILESS_MAIN(CatalogueTicketTest)
#include "catalogueticketstest.moc"
