// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/fakeexchange.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::gss;
using test::Bytes;
using test::FakeChannel;
using test::FakeNegotiator;
using test::kerberosSwitchData;

namespace {

/// An exchange with a server that is only played.
struct Play
{
    Play()
    {
        exchange.onStage = [this](Stage stage) { stages.push_back(stage); };
        terms.makeNegotiator =
            [this](const ServerRequest &,
                   const Exchange &) -> std::variant<std::unique_ptr<Negotiator>, GssStatus> {
            ++negotiations;
            return std::make_unique<FakeNegotiator>(behaviour);
        };
        terms.log = [this](LogLevel, const std::string &line) { log += line + "\n"; };
    }

    Verdict run(Plugin plugin = Plugin::Kerberos) { return authenticate(plugin, channel, exchange, terms); }
    Failure::Kind kind() const
    {
        return exchange.failure.value_or(Failure{Failure::Kind::ProbeEnded, {}, 0, 0}).kind;
    }
    QString text() const { return QString::fromStdString(exchange.failure.value_or(Failure{}).text); }

    FakeChannel channel;
    Exchange exchange;
    FakeNegotiator::Behaviour behaviour;
    HandshakeTerms terms;
    std::vector<Stage> stages;
    std::string log;
    int negotiations = 0;
};

const std::string goodSpn = "mysql/db1.corp.example.com@CORP.EXAMPLE.COM";
const Bytes goodSwitch = kerberosSwitchData(goodSpn, "CORP.EXAMPLE.COM");

} // namespace

class HandshakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLoginTakesOneRound()
    {
        Play play;
        play.channel.data(goodSwitch).data("AP-REP");
        QCOMPARE(play.run(), Verdict::Done);
        QCOMPARE(play.channel.written, std::vector<Bytes>{"AP-REQ"}); // nothing after the AP-REP
        QVERIFY(play.exchange.mutuallyAuthenticated);
        QVERIFY(!play.exchange.failure);
        QCOMPARE(play.exchange.request->spn, goodSpn);
        QCOMPARE(play.exchange.request->realm, std::string("CORP.EXAMPLE.COM"));
        QCOMPARE(play.stages, (std::vector{Stage::Switched, Stage::TokenSent, Stage::Proven}));
    }

    void mariaDbsPluginTakesTheSameRound()
    {
        Play play;
        play.exchange.method = Method::Gssapi;
        play.channel.data(test::gssapiSwitchData("mariadb/db1@CORP")).data("AP-REP");
        QCOMPARE(play.run(Plugin::Gssapi), Verdict::Done);
        QCOMPARE(play.exchange.request->spn, std::string("mariadb/db1@CORP"));
        QVERIFY(play.exchange.request->realm.empty());
    }

    void aTokenOf64KibibytesAndMorePasses()
    {
        Play play;
        play.behaviour.token = Bytes(200'000, 'x');
        play.channel.data(goodSwitch).data(Bytes(70'000, 'y'));
        QCOMPARE(play.run(), Verdict::Done);
        QCOMPARE(play.channel.written.front().size(), std::size_t{200'000});
    }

    void theFirstCallOnlyListens_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("plugin");
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<bool>("encrypted");
        const auto row = [](const char *name, Method method, const char *plugin, bool allowed,
                            bool encrypted = true) {
            QTest::newRow(name) << static_cast<int>(method) << QString::fromUtf8(plugin) << allowed
                                << encrypted;
        };
        row("kerberos", Method::Kerberos, "authentication_kerberos_client", true);
        row("kerberos, a part of the name", Method::Kerberos, "kerberos", false);
        row("kerberos, no name", Method::Kerberos, "", false);
        row("kerberos, clear password", Method::Kerberos, "mysql_clear_password", false);
        row("kerberos, gssapi", Method::Kerberos, "auth_gssapi_client", false);
        row("gssapi", Method::Gssapi, "auth_gssapi_client", true);
        row("gssapi, native", Method::Gssapi, "mysql_native_password", false);
        row("password, native", Method::Password, "mysql_native_password", true);
        row("password, sha2", Method::Password, "caching_sha2_password", true);
        row("password, sha2, not encrypted", Method::Password, "caching_sha2_password", false, false);
        row("password, native, not encrypted", Method::Password, "mysql_native_password", true, false);
        row("password, ed25519", Method::Password, "client_ed25519", true);
        row("password, clear", Method::Password, "mysql_clear_password", false);
        row("password, dialog", Method::Password, "dialog", false);
        row("password, old", Method::Password, "", false);
        row("password, kerberos", Method::Password, "authentication_kerberos_client", false);
    }
    void theFirstCallOnlyListens()
    {
        QFETCH(int, method);
        QFETCH(QString, plugin);
        QFETCH(bool, allowed);
        QFETCH(bool, encrypted);
        Play play;
        play.exchange.method = static_cast<Method>(method);
        play.exchange.requireTls = encrypted;
        play.channel.tls = encrypted;
        play.channel.answered = false;
        play.channel.switchRequest(plugin.toStdString());
        QCOMPARE(play.run(), allowed ? Verdict::PassOn : Verdict::Failed);
        QCOMPARE(play.exchange.failure.has_value(), !allowed);
        if (!allowed)
            QCOMPARE(play.kind(), Failure::Kind::PluginRefused);
        QVERIFY(play.channel.written.empty());
        QCOMPARE(play.negotiations, 0);
    }

    void theFileLetsTheProgramChooseThePlugin()
    {
        Play play;
        play.terms.otherPluginsAllowed = true;
        play.channel.answered = false;
        play.channel.switchRequest("mysql_native_password");
        QCOMPARE(play.run(), Verdict::PassOn);
    }

    void withoutTlsNothingIsSaid_data()
    {
        QTest::addColumn<bool>("firstCall");
        QTest::newRow("first call") << true;
        QTest::newRow("second call") << false;
    }
    void withoutTlsNothingIsSaid()
    {
        QFETCH(bool, firstCall);
        for (const Method method : {Method::Kerberos, Method::Password}) {
            if (method == Method::Password && !firstCall)
                continue;
            Play play;
            play.exchange.method = method;
            play.channel.tls = false;
            play.channel.answered = !firstCall;
            if (firstCall)
                play.channel.switchRequest(method == Method::Password ? "mysql_native_password"
                                                                      : "authentication_kerberos_client");
            else
                play.channel.data(goodSwitch).data("AP-REP");
            QCOMPARE(play.run(), Verdict::Failed);
            QCOMPARE(play.kind(), Failure::Kind::TlsMissing);
            QVERIFY(play.channel.written.empty());
        }
    }

    void withoutTlsALoginThatAllowsItGoesOn()
    {
        Play play;
        play.exchange.requireTls = false;
        play.channel.tls = false;
        play.channel.data(goodSwitch).data("AP-REP");
        QCOMPARE(play.run(), Verdict::Done);
    }

    void dataBeforeTheSwitchIsRefused()
    {
        Play play;
        play.channel.answered = false;
        play.channel.data(goodSwitch); // in the greeting: TLS could not have started
        QCOMPARE(play.run(), Verdict::Failed);
        QCOMPARE(play.kind(), Failure::Kind::Malformed);
        QVERIFY(play.channel.written.empty());
    }

    void theWrongPluginIsRefusedWhenCalled()
    {
        Play kerberosForPassword;
        kerberosForPassword.exchange.method = Method::Password;
        kerberosForPassword.channel.data(goodSwitch);
        QCOMPARE(kerberosForPassword.run(), Verdict::Failed);
        QCOMPARE(kerberosForPassword.kind(), Failure::Kind::PluginRefused);

        Play gssapiForKerberos;
        gssapiForKerberos.channel.data(test::gssapiSwitchData("mysql/db1@CORP"));
        QCOMPARE(gssapiForKerberos.run(Plugin::Gssapi), Verdict::Failed);
        QCOMPARE(gssapiForKerberos.kind(), Failure::Kind::PluginRefused);
        QCOMPARE(gssapiForKerberos.negotiations, 0);
    }

    void aForeignSpnIsRefusedBeforeATicketIsAskedFor()
    {
        Play play;
        bool prepared = false;
        play.exchange.prepare = [&](const ServerRequest &, Exchange &) -> std::optional<Failure> {
            prepared = true;
            return std::nullopt;
        };
        play.channel.data(kerberosSwitchData("ldap/dc1.corp@CORP", "CORP")).data("AP-REP");
        QCOMPARE(play.run(), Verdict::Failed);
        QCOMPARE(play.kind(), Failure::Kind::SpnRefused);
        QVERIFY(!prepared);
        QCOMPARE(play.negotiations, 0);
        QVERIFY(play.channel.written.empty());
        QCOMPARE(play.exchange.request->spn, std::string("ldap/dc1.corp@CORP"));
    }

    void anotherRealmThanThePrincipalsIsRefused_data()
    {
        QTest::addColumn<QString>("principal");
        QTest::addColumn<QString>("realm");
        QTest::addColumn<bool>("refused");
        QTest::newRow("same") << "alice@CORP"
                              << "CORP" << false;
        QTest::newRow("other") << "alice@CORP"
                               << "AWS" << true;
        QTest::newRow("case matters") << "alice@CORP"
                                      << "corp" << true;
        QTest::newRow("no principal") << ""
                                      << "AWS" << false;
        QTest::newRow("no realm in the packet") << "alice@CORP"
                                                << "" << false;
        QTest::newRow("escaped at") << "a\\@AWS@CORP"
                                    << "AWS" << true;
    }
    void anotherRealmThanThePrincipalsIsRefused()
    {
        QFETCH(QString, principal);
        QFETCH(QString, realm);
        QFETCH(bool, refused);
        Play play;
        play.exchange.clientPrincipal = principal.toStdString();
        play.channel.data(kerberosSwitchData("mysql/db1@CORP", realm.toStdString())).data("AP-REP");
        QCOMPARE(play.run(), refused ? Verdict::Failed : Verdict::Done);
        QCOMPARE(play.negotiations, refused ? 0 : 1);
        if (refused)
            QCOMPARE(play.kind(), Failure::Kind::RealmMismatch);
    }

    void preparationCanChooseTheCacheOrStop()
    {
        Play play;
        play.exchange.prepare = [](const ServerRequest &request,
                                   Exchange &exchange) -> std::optional<Failure> {
            exchange.cacheName = "MEMORY:" + request.realm;
            return std::nullopt;
        };
        play.channel.data(goodSwitch).data("AP-REP");
        QCOMPARE(play.run(), Verdict::Done);
        QCOMPARE(play.exchange.cacheName, std::string("MEMORY:CORP.EXAMPLE.COM"));

        Play stopped;
        stopped.exchange.prepare = [](const ServerRequest &, Exchange &) -> std::optional<Failure> {
            return Failure{Failure::Kind::Stopped, "changed my mind", 0, 0};
        };
        stopped.channel.data(goodSwitch);
        QCOMPARE(stopped.run(), Verdict::Failed);
        QCOMPARE(stopped.kind(), Failure::Kind::Stopped);
        QVERIFY(stopped.channel.written.empty());
    }

    void whatTheServerMaySayInsteadOfItsProof_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("OK at once") << QByteArray::fromHex("00000002000000");
        QTest::newRow("an empty packet") << QByteArray();
        QTest::newRow("more than any token has") << QByteArray((1 << 20) + 1, 'x');
    }
    void whatTheServerMaySayInsteadOfItsProof()
    {
        QFETCH(QByteArray, reply);
        Play play;
        play.channel.data(goodSwitch).data(reply.toStdString());
        QCOMPARE(play.run(), Verdict::Failed);
        QCOMPARE(play.kind(), Failure::Kind::ServerNotProven);
        QVERIFY(!play.exchange.mutuallyAuthenticated);
    }

    void aWrongProofIsNone()
    {
        Play play;
        play.behaviour.refusesReply = true;
        play.channel.data(goodSwitch).data("AP-REP of somebody else");
        QCOMPARE(play.run(), Verdict::Failed);
        QCOMPARE(play.kind(), Failure::Kind::ServerNotProven);
        QVERIFY2(play.text().contains(QStringLiteral("Message stream modified")), qPrintable(play.text()));
    }

    void aContextThatIsNotMutualIsRefused()
    {
        Play atTheEnd;
        atTheEnd.behaviour.mutual = false;
        atTheEnd.channel.data(goodSwitch).data("AP-REP");
        QCOMPARE(atTheEnd.run(), Verdict::Failed);
        QCOMPARE(atTheEnd.kind(), Failure::Kind::ServerNotProven);

        Play atOnce;
        atOnce.behaviour.mutual = false;
        atOnce.behaviour.completeAtOnce = true;
        atOnce.channel.data(goodSwitch);
        QCOMPARE(atOnce.run(), Verdict::Failed);
        QVERIFY(atOnce.channel.written.empty());
    }

    void aServerThatNeverEndsIsLeft()
    {
        Play play;
        play.behaviour.neverEnds = true;
        play.channel.data(goodSwitch);
        for (int i = 0; i < 100; ++i)
            play.channel.data("more");
        QCOMPARE(play.run(), Verdict::Failed);
        QCOMPARE(play.kind(), Failure::Kind::ServerNotProven);
        QVERIFY(play.channel.written.size() < 10);
    }

    void theServersDenialIsItsOwn()
    {
        Play play;
        play.channel.data(goodSwitch).error("Access denied for user 'alice'");
        QCOMPARE(play.run(), Verdict::PassOn);
        QVERIFY(!play.exchange.failure);

        Play first;
        first.channel.answered = false;
        first.channel.error("Host is blocked");
        QCOMPARE(first.run(), Verdict::PassOn);
        QVERIFY(!first.exchange.failure);
    }

    void aSwitchInTheMiddleIsRefused()
    {
        Play play;
        play.channel.data(goodSwitch).switchRequest("mysql_clear_password");
        QCOMPARE(play.run(), Verdict::Failed);
        QCOMPARE(play.kind(), Failure::Kind::PluginRefused);
        QCOMPARE(play.channel.written.size(), std::size_t{1});
    }

    void aSecondRequestIsRefused()
    {
        Play play;
        play.channel.data(goodSwitch).data("AP-REP");
        QCOMPARE(play.run(), Verdict::Done);
        play.channel.data(kerberosSwitchData("mysql/db2@CORP", "CORP")).data("AP-REP");
        QCOMPARE(play.run(), Verdict::Failed);
        QCOMPARE(play.kind(), Failure::Kind::PluginRefused);
        QCOMPARE(play.negotiations, 1);
        QCOMPARE(play.channel.written.size(), std::size_t{1});
        QCOMPARE(play.exchange.request->spn, goodSpn);
    }

    void aBrokenConnectionSaysSo()
    {
        Play waiting;
        waiting.channel.data(goodSwitch);
        QCOMPARE(waiting.run(), Verdict::Failed);
        QCOMPARE(waiting.kind(), Failure::Kind::Transport);
        QVERIFY(waiting.text().contains(QStringLiteral("the line is dead")));

        Play sending;
        sending.channel.writable = false;
        sending.channel.data(goodSwitch);
        QCOMPARE(sending.run(), Verdict::Failed);
        QCOMPARE(sending.kind(), Failure::Kind::Transport);
    }

    void theTicketsFailureKeepsKrb5sCode()
    {
        Play play;
        play.behaviour.failsAtOnce = true;
        play.channel.data(goodSwitch);
        QCOMPARE(play.run(), Verdict::Failed);
        QCOMPARE(play.kind(), Failure::Kind::Ticket);
        QCOMPARE(play.exchange.failure->krb5Code, std::int32_t{-1765328377});
        QVERIFY(play.exchange.failure->krb5Code < 0); // signed, however GSS delivers it
        QVERIFY2(play.text().contains(QString::fromStdString(goodSpn)), qPrintable(play.text()));
        QVERIFY(play.channel.written.empty());
    }

    void theLogHoldsNoToken()
    {
        Play play;
        play.behaviour.token = "SECRET-AP-REQ";
        play.channel.data(goodSwitch).data("SECRET-AP-REP");
        QCOMPARE(play.run(), Verdict::Done);
        QVERIFY(play.log.find("13 bytes") != std::string::npos);
        QVERIFY(play.log.find(QByteArray::fromStdString(goodSwitch).toHex().toStdString())
                != std::string::npos);
        QVERIFY(play.log.find("SECRET") == std::string::npos);
        QVERIFY(play.log.find(QByteArray("SECRET").toHex().toStdString()) == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(HandshakeTest)
#include "handshaketest.moc"
