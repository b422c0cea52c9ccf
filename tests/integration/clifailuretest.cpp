// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/ports.h"
#include "tests/integration/clirunner.h"
#include "tests/integration/tlsdouble.h"
#include "tests/integration/wrongcertificate.h"
#include "tests/support/filteredport.h"
#include "tests/support/kdcdoubles.h"
#include "tests/support/sandbox.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/slowness.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace {

constexpr int verdict = 4'500; ///< milliseconds until the verdict

const QString profile = QStringLiteral("x");
const QString alice = QStringLiteral("alice@CORP.EXAMPLE.COM");

} // namespace

class CliFailureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void signInFailuresHaveTheirOwnCodes_data();
    void signInFailuresHaveTheirOwnCodes();
    void aSilentKdcIsGivenUpInTime();
    void aSilentKdcDoesNotHoldUpAQueryEither();
    void aClockThatHasMovedIsNamed_data();
    void aClockThatHasMovedIsNamed();
    void aClockThatWasAlwaysOffIsNoTrouble_data();
    void aClockThatWasAlwaysOffIsNoTrouble();
    void aBrokenConfigurationIsNamed();
    void aDamagedCacheIsNamed();
    void anUnreadableProfileFileIsNamed();

    void noTicketIsSaid();
    void anExpiredTicketIsSaid();
    void aServerThatIsDownIsSaid();
    void aHostThatDoesNotExistIsSaid();
    void aSilentServerIsGivenUp_data();
    void aSilentServerIsGivenUp();
    void anAccountThatDoesNotExistIsDenied();
    void somebodyElsesAccountIsDenied();
    void anotherRealmThanTheAccountsIsNamed();
    void aServiceThatTheKdcDoesNotKnowIsNamed();
    void aServiceOfAnotherClassIsRefused();
    void aChangedServiceNameIsRefusedWithBothNamesAndAWayOut();
    void anotherPluginIsRefused();
    void missingTlsIsRefused();
    void wrongCertificatesAreRefused_data();
    void wrongCertificatesAreRefused();

private:
    Ended signIn(const QString &user, const QByteArray &password);
    void signInAsAlice();
    void addProfile(const QString &host, std::uint16_t port, const QStringList &more);
    Ended query(const QStringList &more = {});
    bool shiftClock(const QString &by);
    void compare(const Ended &ended, int code, const QString &name);

    Sandbox m_sandbox;
    std::unique_ptr<CliRunner> m_cli;
};

void CliFailureTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
}

void CliFailureTest::init()
{
    m_cli = std::make_unique<CliRunner>();
}

Ended CliFailureTest::signIn(const QString &user, const QByteArray &password)
{
    return m_cli->run({u"sign-in"_qs, user, u"--password-stdin"_qs, u"--json"_qs}, password + '\n');
}

void CliFailureTest::signInAsAlice()
{
    QCOMPARE(signIn(alice, m_sandbox.password(u"alice"_qs).toUtf8()).code, 0);
}

void CliFailureTest::addProfile(const QString &host, std::uint16_t port, const QStringList &more)
{
    const auto added = m_cli->run(QStringList{u"profiles"_qs, u"add"_qs, profile, u"--host"_qs, host,
                                              u"--port"_qs, QString::number(port)}
                                  + more);
    QVERIFY2(added.code == 0, added.errors.constData());
}

Ended CliFailureTest::query(const QStringList &more)
{
    return m_cli->run(QStringList{u"query"_qs, profile, u"-e"_qs, u"select 1"_qs, u"--json"_qs} + more);
}

void CliFailureTest::compare(const Ended &ended, int code, const QString &name)
{
    const QJsonObject error = ended.json().object().value(u"error").toObject();
    const QByteArray seen = ended.output + ended.errors;
    QVERIFY2(error.value(u"code").toString() == name, seen.constData());
    QCOMPARE(ended.code, code);
    const QByteArray sentence = error.value(u"message").toString().toUtf8();
    QVERIFY2(sentence.size() > 20, seen.constData());
    QCOMPARE(ended.errors, "latchkey-cli: " + sentence + '\n');
}

void CliFailureTest::signInFailuresHaveTheirOwnCodes_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("isRightPassword");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("name");
    QTest::newRow("wrong password") << alice << false << 4 << u"BadPassword"_qs;
    QTest::newRow("unknown user") << u"nobody@CORP.EXAMPLE.COM"_qs << false << 4 << u"UnknownPrincipal"_qs;
    QTest::newRow("expired password") << u"dave@CORP.EXAMPLE.COM"_qs << true << 4 << u"PasswordExpired"_qs;
    QTest::newRow("locked account") << u"erin@CORP.EXAMPLE.COM"_qs << true << 4 << u"AccountLocked"_qs;
    QTest::newRow("unknown realm") << u"alice@NOWHERE.INVALID"_qs << false << 5 << u"RealmUnknown"_qs;
}

void CliFailureTest::signInFailuresHaveTheirOwnCodes()
{
    QFETCH(QString, user);
    QFETCH(bool, isRightPassword);
    QFETCH(int, code);
    QFETCH(QString, name);
    compare(signIn(user, isRightPassword ? m_sandbox.password(user).toUtf8() : QByteArray("wrong")), code,
            name);
}

void CliFailureTest::aSilentKdcIsGivenUpInTime()
{
    const SilentKdc silent;
    const QString down = u"127.0.0.1:%1"_qs.arg(sandbox::freePort());
    const auto &description = m_sandbox.description();
    const QString config = m_cli->file(u"krb5.conf"_qs);
    m_cli->setVariable(u"KRB5_CONFIG"_qs, config);

    QVERIFY(writeConfigWithKdcs(description.krb5Config, description.usersRealm, {down}, config));
    compare(signIn(alice, "any"), 5, u"KdcUnreachable"_qs);

    const QString kdc = u"127.0.0.1:%1"_qs.arg(silent.port());
    QVERIFY(writeConfigWithKdcs(description.krb5Config, description.usersRealm, {kdc}, config));
    const auto ended = signIn(alice, "any");
    compare(ended, 5, u"KdcUnreachable"_qs);
    QVERIFY(ended.errors.contains(description.usersRealm.toUtf8()));
    QVERIFY2(ended.milliseconds < verdict + 1'000 * slowness,
             qPrintable(QString::number(ended.milliseconds)));
}

void CliFailureTest::aSilentKdcDoesNotHoldUpAQueryEither()
{
    signInAsAlice();
    const SilentKdc silent;
    const QString config = m_cli->file(u"krb5.conf"_qs);
    const auto &description = m_sandbox.description();
    QVERIFY(writeConfigWithKdcs(description.krb5Config, description.usersRealm,
                                {u"127.0.0.1:%1"_qs.arg(silent.port())}, config));
    m_cli->setVariable(u"KRB5_CONFIG"_qs, config);
    const auto server = m_sandbox.server(u"writer"_qs);
    addProfile(server.host, server.port, {u"--ca"_qs, description.caFile});
    const auto ended = query();
    compare(ended, 5, u"KdcUnreachable"_qs);
    QVERIFY2(ended.milliseconds < verdict + 1'500 * slowness,
             qPrintable(QString::number(ended.milliseconds)));
}

bool CliFailureTest::shiftClock(const QString &by)
{
    QString library;
    for (const QFileInfo &folder : QDir(u"/usr/lib"_qs).entryInfoList({u"*-linux-gnu*"_qs}, QDir::Dirs)) {
        const QString file = folder.filePath() + u"/faketime/libfaketime.so.1"_qs;
        library = QFileInfo::exists(file) ? file : library;
    }
    m_cli->setVariable(u"LD_PRELOAD"_qs, library);
    m_cli->setVariable(u"FAKETIME"_qs, by);
    m_cli->setVariable(u"FAKETIME_DONT_FAKE_MONOTONIC"_qs, u"1"_qs);
    return !library.isEmpty();
}

// Of a KDC's clock libkrb5 takes note while it signs in; so a clock that was always off is no trouble, one that has
// moved since is: with a ticket at hand it is the server that finds the login out of its time, without one the KDC.
void CliFailureTest::aClockThatHasMovedIsNamed_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<bool>("hasServiceTicket");
    QTest::newRow("ahead, for the KDC") << u"+10m"_qs << false;
    QTest::newRow("ahead, for the server") << u"+10m"_qs << true;
    QTest::newRow("behind, for the KDC") << u"-10m"_qs << false;
    QTest::newRow("behind, for the server") << u"-10m"_qs << true;
}

void CliFailureTest::aClockThatHasMovedIsNamed()
{
    QFETCH(QString, by);
    QFETCH(bool, hasServiceTicket);
    signInAsAlice();
    const auto server = m_sandbox.server(u"writer"_qs);
    addProfile(server.host, server.port, {u"--ca"_qs, m_sandbox.description().caFile});
    if (hasServiceTicket)
        QCOMPARE(query().code, 0);
    if (!shiftClock(by))
        QSKIP("libfaketime is not installed");
    const Ended ended = query();
    compare(ended, 1, u"ClockSkew"_qs);
    QVERIFY2(ended.errors.contains("clock"), ended.errors.constData());
}

void CliFailureTest::aClockThatWasAlwaysOffIsNoTrouble_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("ahead") << u"+10m"_qs;
    QTest::newRow("behind") << u"-10m"_qs;
}

void CliFailureTest::aClockThatWasAlwaysOffIsNoTrouble()
{
    QFETCH(QString, by);
    if (!shiftClock(by))
        QSKIP("libfaketime is not installed");
    signInAsAlice();
    const auto server = m_sandbox.server(u"writer"_qs);
    addProfile(server.host, server.port, {u"--ca"_qs, m_sandbox.description().caFile});
    QCOMPARE(query().code, 0);
    QCOMPARE(query().code, 0); // with the ticket of before
}

void CliFailureTest::aBrokenConfigurationIsNamed()
{
    const QString config = m_cli->file(u"krb5.conf"_qs);
    QVERIFY(writeBrokenConfig(config));
    m_cli->setVariable(u"KRB5_CONFIG"_qs, config);
    compare(signIn(alice, "any"), 7, u"ConfigBroken"_qs);
    compare(m_cli->run({u"tickets"_qs, u"--json"_qs}), 7, u"ConfigBroken"_qs);
}

void CliFailureTest::aDamagedCacheIsNamed()
{
    QFile cache(m_cli->file(u"damaged"_qs));
    QVERIFY(cache.open(QIODevice::WriteOnly));
    cache.write("this is no credential cache");
    cache.close();
    m_cli->setVariable(u"KRB5CCNAME"_qs, u"FILE:"_qs + cache.fileName());
    addProfile(u"127.0.0.1"_qs, sandbox::freePort(), {});
    compare(query(), 7, u"CacheUnusable"_qs);
}

void CliFailureTest::anUnreadableProfileFileIsNamed()
{
    QFile file(m_cli->file(u"config/profiles.json"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    compare(query(), 7, u"FileDamaged"_qs);
}

void CliFailureTest::noTicketIsSaid()
{
    addProfile(u"127.0.0.1"_qs, sandbox::freePort(), {u"--principal"_qs, alice});
    const auto ended = query();
    compare(ended, 3, u"NotSignedIn"_qs);
    QVERIFY(ended.errors.contains(alice.toUtf8()));
}

void CliFailureTest::anExpiredTicketIsSaid()
{
    signInAsAlice();
    if (!shiftClock(u"+3d"_qs))
        QSKIP("libfaketime is not installed");
    addProfile(u"127.0.0.1"_qs, sandbox::freePort(), {});
    compare(query(), 3, u"TicketExpired"_qs);
}

void CliFailureTest::aServerThatIsDownIsSaid()
{
    signInAsAlice();
    addProfile(u"127.0.0.1"_qs, sandbox::freePort(), {});
    compare(query(), 5, u"ServerUnreachable"_qs);
}

void CliFailureTest::aHostThatDoesNotExistIsSaid()
{
    signInAsAlice();
    addProfile(u"db1.invalid"_qs, 3306, {});
    compare(query(), 5, u"HostUnknown"_qs);
}

void CliFailureTest::aSilentServerIsGivenUp_data()
{
    QTest::addColumn<bool>("isFiltered");
    QTest::newRow("the port is filtered") << true;
    QTest::newRow("the server never greets") << false;
}

void CliFailureTest::aSilentServerIsGivenUp()
{
    QFETCH(bool, isFiltered);
    signInAsAlice();
    const FilteredPort filtered;
    const ScriptedServer mute([](Conversation &client) { client.waitForLeaving(); });
    addProfile(u"127.0.0.1"_qs, isFiltered ? filtered.port() : mute.port(), {});
    const auto ended = query();
    compare(ended, 5, u"ServerUnreachable"_qs);
    QVERIFY2(ended.milliseconds < 13'000, qPrintable(QString::number(ended.milliseconds)));
}

void CliFailureTest::anAccountThatDoesNotExistIsDenied()
{
    signInAsAlice();
    const auto server = m_sandbox.server(u"writer"_qs);
    addProfile(server.host, server.port,
               {u"--ca"_qs, m_sandbox.description().caFile, u"--user"_qs, u"missing"_qs});
    compare(query(), 4, u"ServerDenied"_qs);
}

void CliFailureTest::somebodyElsesAccountIsDenied()
{
    signInAsAlice();
    const auto server = m_sandbox.server(u"writer"_qs);
    addProfile(server.host, server.port,
               {u"--ca"_qs, m_sandbox.description().caFile, u"--user"_qs, u"bob"_qs});
    compare(query(), 4, u"ServerDenied"_qs);
}

void CliFailureTest::anotherRealmThanTheAccountsIsNamed()
{
    const QString carol = u"carol@AWS.EXAMPLE.COM"_qs;
    QCOMPARE(signIn(carol, m_sandbox.password(carol).toUtf8()).code, 0);
    const auto server = m_sandbox.server(u"writer"_qs);
    addProfile(server.host, server.port,
               {u"--ca"_qs, m_sandbox.description().caFile, u"--user"_qs, u"alice"_qs});
    const auto ended = query();
    compare(ended, 4, u"RealmMismatch"_qs);
    QVERIFY(ended.errors.contains("CORP.EXAMPLE.COM") && ended.errors.contains("AWS.EXAMPLE.COM"));
}

void CliFailureTest::aServiceThatTheKdcDoesNotKnowIsNamed()
{
    signInAsAlice();
    const ScriptedServer server(
        switchingTo("authentication_kerberos_client",
                    kerberosSwitchData("mysql/unknown@AWS.EXAMPLE.COM", "CORP.EXAMPLE.COM")));
    addProfile(u"127.0.0.1"_qs, server.port(), {u"--tls"_qs, u"off"_qs});
    const auto ended = query();
    compare(ended, 4, u"ServiceUnknown"_qs);
    QVERIFY(ended.errors.contains("mysql/unknown@AWS.EXAMPLE.COM"));
}

void CliFailureTest::aServiceOfAnotherClassIsRefused()
{
    signInAsAlice();
    const ScriptedServer server(
        switchingTo("authentication_kerberos_client",
                    kerberosSwitchData("ldap/dc1@AWS.EXAMPLE.COM", "CORP.EXAMPLE.COM")));
    addProfile(u"127.0.0.1"_qs, server.port(), {u"--tls"_qs, u"off"_qs});
    const auto ended = query();
    compare(ended, 6, u"SpnRefused"_qs);
    QVERIFY(ended.errors.contains("ldap/dc1@AWS.EXAMPLE.COM"));
    QVERIFY(server.receivedAfterAnswer().empty());
}

void CliFailureTest::aChangedServiceNameIsRefusedWithBothNamesAndAWayOut()
{
    signInAsAlice();
    const std::string spn = m_sandbox.server(u"writer"_qs).spn.toStdString();
    const ScriptedServer server(
        switchingTo("authentication_kerberos_client", kerberosSwitchData(spn, "CORP.EXAMPLE.COM")));
    addProfile(u"127.0.0.1"_qs, server.port(),
               {u"--tls"_qs, u"off"_qs, u"--spn"_qs, u"mysql/before@AWS.EXAMPLE.COM"_qs});
    const auto ended = query();
    compare(ended, 6, u"SpnRefused"_qs);
    QVERIFY2(ended.errors.contains(spn.c_str()), ended.errors.constData());
    QVERIFY(ended.errors.contains("mysql/before@AWS.EXAMPLE.COM"));
    QVERIFY(ended.errors.contains("profiles edit \"x\" --spn"));
    QVERIFY(server.receivedAfterAnswer().empty());
}

void CliFailureTest::anotherPluginIsRefused()
{
    signInAsAlice();
    const ScriptedServer server(switchingTo("mysql_clear_password", {}));
    addProfile(u"127.0.0.1"_qs, server.port(), {u"--tls"_qs, u"off"_qs});
    compare(query(), 6, u"PluginRefused"_qs);
    QVERIFY(server.receivedAfterAnswer().empty());
}

void CliFailureTest::missingTlsIsRefused()
{
    signInAsAlice();
    const ScriptedServer server(
        switchingTo("authentication_kerberos_client",
                    kerberosSwitchData("mysql/db@AWS.EXAMPLE.COM", "CORP.EXAMPLE.COM")));
    addProfile(u"127.0.0.1"_qs, server.port(), {});
    for (const char *policy : {"verify-identity", "verify-ca", "required"}) {
        QCOMPARE(
            m_cli->run({u"profiles"_qs, u"edit"_qs, profile, u"--tls"_qs, QString::fromLatin1(policy)}).code,
            0);
        compare(query(), 6, u"TlsMissing"_qs);
    }
    QVERIFY(server.receivedAfterAnswer().empty());
}

void CliFailureTest::wrongCertificatesAreRefused_data()
{
    QTest::addColumn<Wrong>("wrong");
    QTest::addColumn<QString>("name");
    QTest::newRow("for another host") << Wrong::OtherHost << u"TlsHostMismatch"_qs;
    QTest::newRow("expired") << Wrong::Expired << u"TlsExpired"_qs;
    QTest::newRow("self-signed") << Wrong::SelfSigned << u"TlsUntrusted"_qs;
    QTest::newRow("of an authority that is not trusted") << Wrong::OfStranger << u"TlsUntrusted"_qs;
}

void CliFailureTest::wrongCertificatesAreRefused()
{
    QFETCH(Wrong, wrong);
    QFETCH(QString, name);
    const auto files = makeWrongCertificate(wrong, m_cli->folder());
    QVERIFY(files);
    const TlsDouble server(files->certificate, files->key);
    signInAsAlice();
    addProfile(u"127.0.0.1"_qs, server.serverPort(), {u"--ca"_qs, files->trusted});
    compare(query(), 6, name);
    QVERIFY(!server.wasTrusted());
}

QTEST_GUILESS_MAIN(CliFailureTest)
#include "clifailuretest.moc"
