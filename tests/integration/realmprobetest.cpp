// SPDX-License-Identifier: GPL-2.0-or-later
// Real KDCs and doubles of what is none, asked as the realm page asks them; and the wizard's file put to use.
#include "core/krb/configrows.h"
#include "core/krb/context.h"
#include "core/krb/nativeprincipal.h"
#include "core/krb/overlay.h"
#include "core/krb/realmcheck.h"
#include "core/krb/realmreader.h"
#include "core/krb/realmservice.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/dnsdouble.h"
#include "tests/support/kdcdoubles.h"

#include "app/sandbox/ports.h"
#include "core/base/worker.h"

#include <QElapsedTimer>
#include <QTest>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr qint64 verdictLimit = 5000; ///< ms
constexpr qint64 cancelLimit = 100; ///< ms

KdcAnswer udpOf(const RealmObservations &seen)
{
    return seen.kdcs.value(0).udp;
}

KdcAnswer tcpOf(const RealmObservations &seen)
{
    return seen.kdcs.value(0).tcp;
}

/// KRB-ERROR with KDC_ERR_WRONG_REALM (RFC 4120, 7.5.9), as libkrb5 encodes it.
QByteArray wrongRealmError(const QString &realm)
{
    constexpr krb5_ui_4 wrongRealm = 68;
    const auto context = Context::make();
    if (!context)
        return {};
    const auto server = toNative(*context, {{u"krbtgt"_qs, realm}, realm});
    if (!server)
        return {};
    krb5_error error = {};
    error.error = wrongRealm;
    error.server = server->get();
    krb5_data encoded = {};
    if (krb5_mk_error(*context, &error, &encoded) != 0)
        return {};
    const QByteArray bytes(encoded.data, static_cast<qsizetype>(encoded.length));
    krb5_free_data_contents(*context, &encoded);
    return bytes;
}

} // namespace

Q_DECLARE_METATYPE(latchkey::test::SilentKdc::Connections)

class RealmProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();

    void aKdcThatAnswersIsSeen();
    void aClockThatIsOffIsSeen();
    void aKdcOfAnotherRealmIsSeen();
    void aKdcThatIsDownIsSeen();
    void aSilentKdcIsGivenUpInTime_data();
    void aSilentKdcIsGivenUpInTime();
    void whatIsNoKdcIsSeen();
    void aNameThatDoesNotExistIsSeen();
    void aProxyIsNotAsked();
    void askingCanBeCancelled();
    void oneOfSeveralMayFail();
    void nobodyIsLockedByAsking();

    void theDnsNamesKdcs();
    void whereOnlyTheDnsIsAskedItsKdcsAreShown();
    void theDnsNamesNone();
    void aSilentDnsIsGivenUpInTime();
    void theDnsIsNotAskedWhereItMustNotBe();

    void theWizardsFileLetsAliceInAndAcross();
    void theWizardsFileWinsOverAnother();

private:
    QString users() const { return m_sandbox.description().usersRealm; }
    QString services() const { return m_sandbox.description().servicesRealm; }
    QString kdc(const QString &realm) const { return u"127.0.0.1:%1"_qs.arg(m_sandbox.kdc(realm).port); }
    RealmConfig withKdcs(const QStringList &kdcs) const;
    RealmObservations observe(const RealmConfig &config, const ProbeOptions &options = {});

    Sandbox m_sandbox;
    std::unique_ptr<KerberosPlace> m_place;
    qint64 m_took = 0;
};

void RealmProbeTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
}

void RealmProbeTest::init()
{
    m_place = std::make_unique<KerberosPlace>(m_sandbox);
    qputenv("LATCHKEY_CONFIG_DIR", QFile::encodeName(m_place->path(u"config"_qs)));
}

void RealmProbeTest::cleanupTestCase()
{
    QVERIFY(Worker::waitForAll(30s));
}

RealmConfig RealmProbeTest::withKdcs(const QStringList &kdcs) const
{
    RealmConfig config;
    Realm realm{users()};
    for (const QString &one : kdcs)
        realm.relations.append({u"kdc"_qs, one});
    config.realms.append(realm);
    return config;
}

RealmObservations RealmProbeTest::observe(const RealmConfig &config, const ProbeOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    const auto seen = RealmService(options).observe(config, {users()}, {}).result();
    m_took = timer.elapsed();
    return seen ? *seen : RealmObservations();
}

void RealmProbeTest::aKdcThatAnswersIsSeen()
{
    const RealmConfig config = readRealmConfig();
    const auto seen = observe(config);
    QCOMPARE(seen.kdcs.size(), 1);
    QCOMPARE(udpOf(seen), KdcAnswer::Serves);
    QCOMPARE(tcpOf(seen), KdcAnswer::Serves);
    QVERIFY(seen.kdcs.first().clockOffset);
    QVERIFY(std::chrono::abs(*seen.kdcs.first().clockOffset) <= 5s);
    QCOMPARE(seen.kdcs.first().place.file, m_sandbox.description().krb5Config);
    QVERIFY(checkKdcs(config, seen, {users()}).isEmpty());
}

void RealmProbeTest::aClockThatIsOffIsSeen()
{
    ProbeOptions options;
    options.clock = [] { return systemNow() - 10min; };
    const auto seen = observe(withKdcs({kdc(users())}), options);
    QVERIFY(seen.kdcs.value(0).clockOffset);
    QVERIFY(std::chrono::abs(*seen.kdcs.first().clockOffset - 10min) <= 5s);
    QCOMPARE(checkKdcs({}, seen, {users()}).value(0).code, Error::Code::ClockSkew);
}

// As Active Directory does; an MIT KDC with one realm says of any name that it does not know it.
void RealmProbeTest::aKdcOfAnotherRealmIsSeen()
{
    const QByteArray refusal = wrongRealmError(users());
    QVERIFY(!refusal.isEmpty());
    const UdpServer other([&](const QByteArray &) { return refusal; });
    const auto seen = observe(withKdcs({u"127.0.0.1:%1"_qs.arg(other.port())}));
    QCOMPARE(udpOf(seen), KdcAnswer::WrongRealm);
    QCOMPARE(tcpOf(seen), KdcAnswer::Refused);
}

void RealmProbeTest::aKdcThatIsDownIsSeen()
{
    const auto seen = observe(withKdcs({u"127.0.0.1:%1"_qs.arg(sandbox::freePort())}));
    QCOMPARE(udpOf(seen), KdcAnswer::Refused);
    QCOMPARE(tcpOf(seen), KdcAnswer::Refused);
    QVERIFY(m_took < verdictLimit);
}

void RealmProbeTest::aSilentKdcIsGivenUpInTime_data()
{
    QTest::addColumn<SilentKdc::Connections>("connections");
    QTest::newRow("connections are taken") << SilentKdc::Connections::Taken;
    QTest::newRow("connections are dropped") << SilentKdc::Connections::Dropped;
}

void RealmProbeTest::aSilentKdcIsGivenUpInTime()
{
    QFETCH(SilentKdc::Connections, connections);
    const SilentKdc silent(connections);
    const auto seen = observe(withKdcs({u"127.0.0.1:%1"_qs.arg(silent.port())}));
    QVERIFY(silent.wasAsked());
    QCOMPARE(udpOf(seen), KdcAnswer::Silent);
    QCOMPARE(tcpOf(seen), KdcAnswer::Silent);
    QVERIFY2(m_took < verdictLimit, qPrintable(QString::number(m_took)));
}

void RealmProbeTest::whatIsNoKdcIsSeen()
{
    const UdpServer babbler([](const QByteArray &) { return QByteArray("hello"); });
    const auto seen = observe(withKdcs({u"127.0.0.1:%1"_qs.arg(babbler.port())}));
    QCOMPARE(udpOf(seen), KdcAnswer::Strange);
    QCOMPARE(tcpOf(seen), KdcAnswer::Refused);
}

void RealmProbeTest::aNameThatDoesNotExistIsSeen()
{
    const auto seen = observe(withKdcs({u"kdc.invalid"_qs}));
    QVERIFY(udpOf(seen) == KdcAnswer::NameUnknown || udpOf(seen) == KdcAnswer::NameSilent);
    QCOMPARE(tcpOf(seen), udpOf(seen));
    QVERIFY(m_took < verdictLimit);
}

void RealmProbeTest::aProxyIsNotAsked()
{
    const auto seen = observe(withKdcs({u"https://127.0.0.1/KdcProxy"_qs}));
    QCOMPARE(seen.kdcs.size(), 1);
    QVERIFY(!seen.kdcs.first().wasAsked());
}

// Several times: whichever of the threads hears of it first.
void RealmProbeTest::askingCanBeCancelled()
{
    for (int time = 0; time < 20; ++time) {
        const SilentKdc silent;
        std::stop_source stop;
        auto answer = RealmService().observe(withKdcs({u"127.0.0.1:%1"_qs.arg(silent.port())}), {users()},
                                             stop.get_token());
        QTRY_VERIFY(silent.wasAsked());
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        const auto seen = answer.result();
        QVERIFY(timer.elapsed() < cancelLimit);
        QVERIFY(!seen);
        QCOMPARE(seen.error().code, Error::Code::Cancelled);
    }
}

void RealmProbeTest::oneOfSeveralMayFail()
{
    const SilentKdc silent;
    const RealmConfig config = withKdcs({u"127.0.0.1:%1"_qs.arg(silent.port()), kdc(users())});
    const auto seen = observe(config);
    QCOMPARE(seen.kdcs.size(), 2);
    QVERIFY(!seen.kdcs.at(0).answers());
    QVERIFY(seen.kdcs.at(1).answers());
    const auto findings = checkKdcs(config, seen, {users()});
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().severity, Finding::Severity::Warning);
    QVERIFY(m_took < verdictLimit);
}

void RealmProbeTest::nobodyIsLockedByAsking()
{
    for (int time = 0; time < 5; ++time)
        QCOMPARE(udpOf(observe(withKdcs({kdc(users())}))), KdcAnswer::Serves);
    QVERIFY(m_place->signIn(u"alice"_qs));
}

void RealmProbeTest::theDnsNamesKdcs()
{
    const QByteArray domain = users().toLower().toLatin1();
    const std::uint16_t port = m_sandbox.kdc(users()).port;
    const DnsDouble dns({{"_kerberos._udp." + domain, {{"localhost", 1, 20, 0}, {"127.0.0.1", port, 10, 0}}},
                         {"_kerberos._tcp." + domain, {{"127.0.0.1", port, 10, 0}}}});
    const auto seen = observe({}, {.nameServer = NameServer{u"127.0.0.1"_qs, dns.port()}});
    QCOMPARE(seen.lookups.size(), 1);
    QCOMPARE(seen.lookups.first().state, KdcLookup::State::Found);
    QCOMPARE(seen.kdcs.size(), 2);
    QCOMPARE(seen.kdcs.first().address, (KdcAddress{u"127.0.0.1"_qs, port}));
    QVERIFY(seen.kdcs.first().answers());
    QVERIFY(seen.kdcs.first().place.file.isEmpty());
    QVERIFY(!seen.kdcs.last().answers());
}

void RealmProbeTest::whereOnlyTheDnsIsAskedItsKdcsAreShown()
{
    const QByteArray domain = users().toLower().toLatin1();
    const KdcRelay kdc(m_sandbox.kdc(users()).port);
    const std::uint16_t port = kdc.address().section(u':', 1).toUShort();
    const DnsDouble dns({{"_kerberos._udp." + domain, {{"127.0.0.1", port, 10, 0}}}});
    const auto seen = observe({}, {.nameServer = NameServer{u"127.0.0.1"_qs, dns.port()}, .asksKdcs = false});
    QVERIFY(seen.kdcs.isEmpty());
    QCOMPARE(kdc.requests(), 0);
    const QString text = configAsText(configRows({}, seen));
    QVERIFY2(text.contains(u"kdc  127.0.0.1:%1  [DNS]"_qs.arg(port)), qPrintable(text));
}

void RealmProbeTest::theDnsNamesNone()
{
    const DnsDouble dns({});
    const auto seen = observe({}, {.nameServer = NameServer{u"127.0.0.1"_qs, dns.port()}});
    QCOMPARE(seen.lookups.value(0).state, KdcLookup::State::None);
    const auto findings = checkKdcs({}, seen, {users()});
    QCOMPARE(findings.value(0).code, Error::Code::RealmUnknown);
    QVERIFY(findings.first().sentence.contains(u"nor the DNS"_qs));
}

void RealmProbeTest::aSilentDnsIsGivenUpInTime()
{
    const DnsDouble dns({}, DnsDouble::Manner::Silent);
    const auto seen = observe({}, {.nameServer = NameServer{u"127.0.0.1"_qs, dns.port()}});
    QCOMPARE(seen.lookups.value(0).state, KdcLookup::State::Failed);
    QVERIFY(dns.questions() > 0);
    QVERIFY2(m_took < verdictLimit, qPrintable(QString::number(m_took)));
}

void RealmProbeTest::theDnsIsNotAskedWhereItMustNotBe()
{
    const DnsDouble dns({});
    RealmConfig config;
    config.libdefaults = {{u"dns_lookup_kdc"_qs, u"false"_qs}};
    const auto seen = observe(config, {.nameServer = NameServer{u"127.0.0.1"_qs, dns.port()}});
    QVERIFY(seen.lookups.isEmpty());
    QCOMPARE(dns.questions(), 0);
}

void RealmProbeTest::theWizardsFileLetsAliceInAndAcross()
{
    qputenv("KRB5_CONFIG", "/nonexistent/krb5.conf");
    useOverlay();
    QVERIFY(!m_place->signIn(u"alice"_qs));
    AuroraPlan plan;
    plan.directory = services().toLower();
    plan.directoryKdcs = {kdc(services())};
    plan.onPremises = users().toLower();
    plan.onPremisesKdcs = {kdc(users())};
    const auto change = overlayWith(plan);
    QVERIFY(change);
    QVERIFY(apply(*change));
    const auto cache = m_place->signIn(u"alice"_qs);
    QVERIFY2(cache, cache ? "" : qPrintable(cache.error().message));
    const auto across =
        obtainServiceTicket(cache->name, writerSpn(m_sandbox), [](const QString &) { return true; });
    QVERIFY2(across, across ? "" : qPrintable(across.error().message + across.error().detail));
    QVERIFY(m_place->klist(cache->name).contains(u"krbtgt/%1@%2"_qs.arg(services(), users())));
    const RealmConfig config = readRealmConfig();
    const auto caches = KerberosService().caches().result();
    QVERIFY(caches);
    QCOMPARE(realmsInUse(config, realmsIn(*caches)), (QStringList{users(), services()}));
    QVERIFY(trustsIn(*caches).contains(SeenTrust{users(), services()}));
    QVERIFY(checkRealms(config, observe(config), {users(), services()}).isEmpty());
}

// libkrb5 takes the first value of what can have one only, and goes through KDCs in order: those of the overlay first.
void RealmProbeTest::theWizardsFileWinsOverAnother()
{
    const QByteArray wrong = "[libdefaults]\n default_realm = " + services().toUtf8() + "\n[realms]\n "
                             + users().toUtf8() + " = {\n  kdc = 127.0.0.1:1\n }\n[capaths]\n "
                             + users().toUtf8() + " = {\n  " + services().toUtf8()
                             + " = NOWHERE.EXAMPLE.COM\n }\n";
    QVERIFY(m_place->useConfig(wrong));
    useOverlay();
    AuroraPlan plan;
    plan.directory = services().toLower();
    plan.directoryKdcs = {kdc(services())};
    plan.onPremises = users().toLower();
    plan.onPremisesKdcs = {kdc(users())};
    QVERIFY(apply(*overlayWith(plan)));
    const auto named = Principal::parse(u"alice"_qs);
    QVERIFY(named);
    QCOMPARE(named->realm, users());
    const auto cache = m_place->signIn(u"alice"_qs);
    QVERIFY2(cache, cache ? "" : qPrintable(cache.error().message));
    QVERIFY(obtainServiceTicket(cache->name, writerSpn(m_sandbox), [](const QString &) { return true; }));
    QCOMPARE(readRealmConfig().path(users(), services()), (QStringList{users(), services()}));
}

QTEST_GUILESS_MAIN(RealmProbeTest)
#include "realmprobetest.moc"
