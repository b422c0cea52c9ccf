// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/authswitch.h"
#include "core/gss/handshake.h"
#include "core/gss/principalname.h"
#include "core/gss/printable.h"
#include "core/gss/tickettext.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

#include <krb5.h>

#include <deque>
#include <thread>

using namespace latchkey;
using namespace latchkey::gss;
using test::Bytes;
using test::fromHex;
using test::kerberosSwitchData;

namespace {

std::vector<unsigned char> raw(const Bytes &bytes)
{
    return {bytes.begin(), bytes.end()};
}

/// Plays a server's packets and keeps the client's.
class FakeChannel : public PacketChannel
{
public:
    bool greetingAnswered() const override { return answered; }
    Incoming read() override
    {
        if (incoming.empty())
            return {Incoming::Kind::Broken, {}, {}, "the line is dead"};
        Incoming next = incoming.front();
        incoming.pop_front();
        return next;
    }
    bool write(std::span<const unsigned char> packet) override
    {
        written.emplace_back(packet.begin(), packet.end());
        return writable;
    }
    bool encrypted() const override { return tls; }

    FakeChannel &data(const Bytes &bytes)
    {
        incoming.push_back({Incoming::Kind::Data, raw(bytes), {}, {}});
        return *this;
    }
    FakeChannel &switchRequest(const std::string &plugin)
    {
        incoming.push_back({Incoming::Kind::SwitchRequest, {}, plugin, {}});
        return *this;
    }
    FakeChannel &error(const std::string &text)
    {
        incoming.push_back({Incoming::Kind::ServerError, {}, {}, text});
        return *this;
    }

    bool answered = true;
    bool tls = true;
    bool writable = true;
    std::deque<Incoming> incoming;
    std::vector<Bytes> written;
};

/// A security context of two steps: "AP-REQ" out, then whatever the test says.
class FakeNegotiator : public Negotiator
{
public:
    struct Behaviour
    {
        bool failsAtOnce = false;
        bool completeAtOnce = false;
        bool refusesReply = false;
        bool neverEnds = false;
        bool mutual = true;
        Bytes token = "AP-REQ";
    };

    explicit FakeNegotiator(Behaviour behaviour) : m_behaviour(std::move(behaviour)) { }

    std::variant<Step, GssStatus> next(std::span<const unsigned char> input) override
    {
        if (input.empty() && m_behaviour.failsAtOnce)
            return GssStatus{0xD0000, KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN, "Server not found"};
        if (input.empty() || m_behaviour.neverEnds)
            return Step{m_behaviour.completeAtOnce, raw(m_behaviour.token)};
        if (m_behaviour.refusesReply)
            return GssStatus{0x60000, KRB5KRB_AP_ERR_MODIFIED, "Message stream modified"};
        return Step{true, {}};
    }
    bool mutual() const override { return m_behaviour.mutual; }

private:
    Behaviour m_behaviour;
};

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

Q_DECLARE_METATYPE(latchkey::gss::Failure::Kind)

class GssTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The switch packets

    void theKerberosSwitchIsRead_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("spn");
        QTest::addColumn<QString>("realm");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const Bytes &packet, const char *spn, const char *realm,
                            const char *problem) {
            QTest::newRow(name) << QByteArray::fromStdString(packet) << QString::fromUtf8(spn)
                                << QString::fromUtf8(realm) << QString::fromUtf8(problem);
        };
        row("documented",
            fromHex("2c00 "
                    "6d7973716c5f736572766963652f6b65726265726f735f617574685f686f7374404d5953514c2e4c4f43414c"
                    "0b00 4d5953514c2e4c4f43414c"),
            "mysql_service/kerberos_auth_host@MYSQL.LOCAL", "MYSQL.LOCAL", "");
        row("captured",
            fromHex("1800 6d7973716c2f6c6f63616c686f7374404d54522e54455354 0800 4d54522e54455354"),
            "mysql/localhost@MTR.TEST", "MTR.TEST", "");
        row("bytes behind the realm", fromHex("0300 612f62 0100 52 00 ffff"), "a/b", "R", "");
        row("empty realm", fromHex("0300 612f62 0000"), "a/b", "", "");
        row("no realm at all", fromHex("0300 612f62"), "", "", "realm length at offset 5");
        row("half a realm length", fromHex("0300 612f62 01"), "", "", "realm length at offset 5");
        row("realm too long", fromHex("0300 612f62 0200 52"), "", "", "realm length 2 at offset 5");
        row("empty packet", {}, "", "", "SPN length at offset 0");
        row("one byte", fromHex("03"), "", "", "SPN length at offset 0");
        row("empty SPN", fromHex("0000 0100 52"), "", "", "the SPN is empty");
        row("SPN too long", fromHex("2c01 61"), "", "", "SPN length 300 at offset 0");
        row("length that is negative if signed", fromHex("0080 61"), "", "", "SPN length 32768");
        row("longest length", fromHex("ffff 61"), "", "", "SPN length 65535");
        row("length in the other byte order",
            fromHex("0018 6d7973716c2f6c6f63616c686f7374404d54522e54455354"), "", "", "SPN length 6144");
        row("NUL in the SPN", fromHex("0500 612f620063 0100 52"), "", "", "NUL");
        row("NUL in the realm", fromHex("0300 612f62 0200 5200"), "", "", "NUL");
    }
    void theKerberosSwitchIsRead()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, spn);
        QFETCH(QString, realm);
        QFETCH(QString, problem);
        const auto parsed = parseKerberosSwitch(raw(packet.toStdString()));
        if (problem.isEmpty()) {
            QVERIFY(std::holds_alternative<KerberosSwitch>(parsed));
            QCOMPARE(std::get<KerberosSwitch>(parsed),
                     (KerberosSwitch{spn.toStdString(), realm.toStdString()}));
        } else {
            QVERIFY(std::holds_alternative<Malformed>(parsed));
            const QString reason = QString::fromStdString(std::get<Malformed>(parsed).reason);
            QVERIFY2(reason.contains(problem), qPrintable(reason));
        }
    }

    void theLongestSwitchIsRead()
    {
        const std::string spn(65535, 'a');
        const std::string realm(65535, 'R');
        const auto parsed = parseKerberosSwitch(raw(kerberosSwitchData(spn, realm)));
        QCOMPARE(std::get<KerberosSwitch>(parsed), (KerberosSwitch{spn, realm}));
    }

    void theGssapiSwitchIsRead_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("spn");
        QTest::addColumn<QString>("mechanism");
        QTest::newRow("name and empty mechanism") << QByteArray("m/h@R\0\0", 7) << "m/h@R"
                                                  << "";
        QTest::newRow("name and mechanism") << QByteArray("m/h@R\0Kerberos\0", 15) << "m/h@R"
                                            << "Kerberos";
        QTest::newRow("mechanism without an end") << QByteArray("m/h@R\0Kerb", 10) << "m/h@R"
                                                  << "Kerb";
        QTest::newRow("no mechanism") << QByteArray("m/h@R\0", 6) << "m/h@R"
                                      << "";
        QTest::newRow("no end at all") << QByteArray("m/h@R") << "m/h@R"
                                       << "";
        QTest::newRow("bytes behind") << QByteArray("m/h@R\0K\0xx", 10) << "m/h@R"
                                      << "K";
        QTest::newRow("empty packet") << QByteArray() << ""
                                      << "";
        QTest::newRow("empty name") << QByteArray("\0Kerberos\0", 10) << ""
                                    << "";
    }
    void theGssapiSwitchIsRead()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, spn);
        QFETCH(QString, mechanism);
        const auto parsed = parseGssapiSwitch(raw(packet.toStdString()));
        QCOMPARE(std::holds_alternative<Malformed>(parsed), spn.isEmpty());
        if (!spn.isEmpty())
            QCOMPARE(std::get<GssapiSwitch>(parsed),
                     (GssapiSwitch{spn.toStdString(), mechanism.toStdString()}));
    }

    // Names and policy

    void principalNamesAreReadAsKrb5Does_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"alice",     "alice@R", "mysql/h@R", "a\\@b@R",   "a\\/b/c@R", "a\\\\b@R", "a\\nb",
              "a\\tb\\bc", "\\@",     "a//b",      "/",         "a@",        "@R",       "a@b@c",
              "a\\",       "a@R\\@S", "a@R/S",     "m\\ysql/h", "a/b/c/d@R", "x@y\\",    ""})
            QTest::newRow(text) << QByteArray(text);
    }
    void principalNamesAreReadAsKrb5Does()
    {
        QFETCH(QByteArray, text);
        const auto ours = parsePrincipalName(text.toStdString());
        const int flags =
            ours && ours->realm ? 0 : KRB5_PRINCIPAL_PARSE_IGNORE_REALM; // no default realm is needed
        krb5_context context = nullptr;
        QCOMPARE(krb5_init_context(&context), 0);
        krb5_principal principal = nullptr;
        const bool refused = krb5_parse_name_flags(context, text.constData(), flags, &principal) != 0;
        if (refused) {
            QVERIFY(!ours);
        } else {
            QVERIFY(ours);
            QCOMPARE(static_cast<int>(ours->components.size()), principal->length);
            for (int i = 0; i < principal->length; ++i)
                QCOMPARE(ours->components[static_cast<std::size_t>(i)],
                         std::string(principal->data[i].data, principal->data[i].length));
            if (ours->realm)
                QCOMPARE(*ours->realm, std::string(principal->realm.data, principal->realm.length));
        }
        krb5_free_principal(context, principal);
        krb5_free_context(context);
    }

    void thePolicyAllowsOnlyDatabases_data()
    {
        QTest::addColumn<QByteArray>("spn");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, const QByteArray &spn, bool allowed) {
            QTest::newRow(name) << spn << allowed;
        };
        row("mysql", "mysql/db1.corp@CORP", true);
        row("mariadb", "mariadb/db1.corp@CORP", true);
        row("any case", "MySQL/db1", true);
        row("no realm", "mysql/db1", true);
        row("three components", "mysql/db1/CORP@CORP", true);
        row("escape that changes nothing", "m\\ysql/db1", true);
        row("domain controller", "ldap/dc1.corp@CORP", false);
        row("file server", "cifs/files@CORP", false);
        row("ticket granting", "krbtgt/CORP@CORP", false);
        row("longer class", "mysqlx/db1@CORP", false);
        row("shorter class", "mysq/db1@CORP", false);
        row("no host", "mysql@CORP", false);
        row("empty host", "mysql/@CORP", false);
        row("empty class", "/db1@CORP", false);
        row("class with an escaped slash", "mysql\\/db1@CORP", false);
        row("class hidden behind an escape", "ldap\\/mysql/db1", false);
        row("host of AD's other form", "mysql@db1", false);
        row("empty realm", "mysql/db1@", false);
        row("two realms", "mysql/db1@A@B", false);
        row("open escape", "mysql/db1\\", false);
        row("NUL", QByteArray("mysql/db1\0@CORP", 15), false);
        row("escaped NUL", "mysql/db1\\0", false);
        row("newline", "mysql/db1\n@CORP", false);
        row("escaped newline", "mysql/db1\\n@CORP", false);
        row("delete character", "mysql/db1\x7f", false);
        row("empty", "", false);
        row("longest", "mysql/" + QByteArray(1018, 'a'), true);
        row("too long", "mysql/" + QByteArray(1019, 'a'), false);
    }
    void thePolicyAllowsOnlyDatabases()
    {
        QFETCH(QByteArray, spn);
        QFETCH(bool, allowed);
        const auto refusal = SpnPolicy().refusal(spn.toStdString());
        QVERIFY2(refusal.has_value() != allowed, refusal.value_or("allowed").c_str());
        QVERIFY(!refusal || !refusal->empty());
    }

    void aPinnedSpnIsTheOnlyOne()
    {
        SpnPolicy policy;
        policy.pinned = "mysql/db1@CORP";
        QVERIFY(!policy.refusal("mysql/db1@CORP"));
        for (const char *other : {"mysql/db1@corp", "mysql/db1", "MYSQL/db1@CORP", "mysql/db1@CORP ",
                                  "mysql/db2@CORP", "mysql/d\\b1@CORP", ""})
            QVERIFY2(policy.refusal(other), other);
        policy.pinned = "HTTP/proxy@CORP"; // the user's own word
        QVERIFY(!policy.refusal("HTTP/proxy@CORP"));
        QVERIFY(policy.refusal("mysql/db1@CORP"));
    }

    // The exchange

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
        const auto row = [](const char *name, Method method, const char *plugin, bool allowed) {
            QTest::newRow(name) << static_cast<int>(method) << QString::fromUtf8(plugin) << allowed;
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
        Play play;
        play.exchange.method = static_cast<Method>(method);
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
        QCOMPARE(play.exchange.failure->krb5Code, std::int32_t{KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN});
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

    // Texts

    void noCacheAndNoTicketAreNoCredential()
    {
        QCOMPARE(ticketFailure({0x70000, KRB5_FCC_NOFILE, "x"}, goodSpn).kind, Failure::Kind::NoCredential);
        QCOMPARE(ticketFailure({0x70000, KRB5_CC_NOTFOUND, "x"}, goodSpn).kind, Failure::Kind::NoCredential);
        QCOMPARE(ticketFailure({0x70000, 0, "x"}, goodSpn).kind, Failure::Kind::NoCredential);
        QCOMPARE(ticketFailure({0xB0000, KRB5KRB_AP_ERR_TKT_EXPIRED, "x"}, goodSpn).kind,
                 Failure::Kind::Ticket);
        QCOMPARE(ticketFailure({0xD0000, KRB5_KDC_UNREACH, "x"}, goodSpn).krb5Code,
                 std::int32_t{KRB5_KDC_UNREACH});
    }

    void hostileNamesAreShownHarmlessly()
    {
        QCOMPARE(printable("mysql/a\x1b[31m\n\xff"), std::string("mysql/a?[31m??"));
        QCOMPARE(printable(std::string(1000, 'a')).size(), std::size_t{128});
        QCOMPARE(clipped("äöü", 3), std::string("ä"));
        QCOMPARE(clipped("abc", 3), std::string("abc"));
    }

    // Registration

    void thePluginsAreRegisteredOnceWhoeverAsks()
    {
        std::vector<std::thread> threads;
        std::atomic<int> refused = 0;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { refused += registerClientPlugins().has_value(); });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(refused.load(), 0);
        QVERIFY(!registerClientPlugins());
    }
};

QTEST_GUILESS_MAIN(GssTest)
#include "gsstest.moc"
