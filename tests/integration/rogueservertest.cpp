// SPDX-License-Identifier: GPL-2.0-or-later
// What hostile servers get out of us: nothing. The stock client is the control, so that each test can fail.
#include "tests/integration/aliceplace.h"
#include "tests/support/acceptor.h"

#include <QFile>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using gss::Failure;
using gss::Method;

namespace {

const QString secret = QStringLiteral("Marker-7391-password");
const std::string realm = AlicePlace::realm;
const std::string spn = AlicePlace::spn;
const std::string kerberosPlugin = "authentication_kerberos_client";

/// The start of every Kerberos token: the mechanism's identifier (RFC 4121, section 4.1).
const Bytes kerberosMark = fromHex("06092a864886f712010202");

bool holds(const Bytes &bytes, const Bytes &part)
{
    return bytes.find(part) != Bytes::npos;
}

} // namespace

class RogueServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_place.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const auto refusal = gss::registerClientPlugins();
        QVERIFY2(!refusal, refusal.value_or(std::string()).c_str());
    }

    void anHonestServerIsLoggedInTo()
    {
        const ScriptedServer server(kerberosServer(m_place.keytab(), spn, realm));
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        std::vector<gss::Stage> stages;
        exchange.onStage = [&](gss::Stage stage) { stages.push_back(stage); };
        PlainClient client = AlicePlace::client(server);
        const LoginResult result = client.login(exchange);
        QVERIFY2(result.loggedIn, qPrintable(result.text));
        QVERIFY(exchange.mutuallyAuthenticated);
        QVERIFY(exchange.handle != nullptr);
        using enum gss::Stage;
        QCOMPARE(stages, (std::vector{Connected, Switched, TokenSent, Proven}));
        QVERIFY(holds(server.receivedAfterAnswer(), kerberosMark));
        QCOMPARE(client.query(QStringLiteral("do 1")), QString());
    }

    void mariaDbsFramingIsUnderstoodToo()
    {
        const ScriptedServer server(saying([this](Conversation &client) {
            client.switchTo("auth_gssapi_client", gssapiSwitchData(spn));
            const auto token = client.read();
            if (const auto reply = acceptToken(m_place.keytab(), token.value_or(Bytes()))) {
                client.send(*reply); // no "01"
                client.sendOk();
            }
        }));
        gss::Exchange exchange = m_place.exchange(Method::Gssapi);
        const LoginResult result = AlicePlace::client(server).login(exchange);
        QVERIFY2(result.loggedIn, qPrintable(result.text));
        QVERIFY(exchange.mutuallyAuthenticated);
    }

    void aServerThatWantsAnotherPluginGetsNothing_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("plugin");
        for (const char *plugin :
             {"mysql_clear_password", "dialog", "sha256_password", "mysql_old_password", "", "password",
              "auth_gssapi_client", "authentication_windows_client", "../../evil"}) {
            QTest::addRow("kerberos, %s", plugin)
                << static_cast<int>(Method::Kerberos) << QString::fromUtf8(plugin);
            QTest::addRow("password, %s", plugin)
                << static_cast<int>(Method::Password) << QString::fromUtf8(plugin);
        }
        for (const char *plugin : {"mysql_native_password", "caching_sha2_password", "kerberos"})
            QTest::addRow("kerberos, %s", plugin)
                << static_cast<int>(Method::Kerberos) << QString::fromUtf8(plugin);
        QTest::addRow("password, kerberos")
            << static_cast<int>(Method::Password) << QString::fromStdString(kerberosPlugin);
        QTest::addRow("gssapi, kerberos")
            << static_cast<int>(Method::Gssapi) << QString::fromStdString(kerberosPlugin);
    }
    void aServerThatWantsAnotherPluginGetsNothing()
    {
        QFETCH(int, method);
        QFETCH(QString, plugin);
        const ScriptedServer server(switchingTo(plugin.toStdString(), kerberosSwitchData(spn, realm)));
        gss::Exchange exchange = m_place.exchange(static_cast<Method>(method));
        PlainClient client = AlicePlace::client(server);
        client.password = secret;
        const LoginResult result = client.login(exchange);
        QVERIFY(!result.loggedIn);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, Failure::Kind::PluginRefused);
        QCOMPARE(result.text, QString::fromStdString(exchange.failure->text));
        QCOMPARE(result.state, QStringLiteral("HY000"));
        QCOMPARE(server.receivedAfterAnswer(), Bytes());
        QVERIFY(!holds(server.received(), secret.toStdString()));
    }

    void theStockClientGivesItsPasswordAway()
    {
        const ScriptedServer server(switchingTo("mysql_clear_password", {}));
        PlainClient client = AlicePlace::client(server);
        client.password = secret;
        client.timeoutSeconds = 1;
        QVERIFY(!client.loginUnrestricted().loggedIn);
        QVERIFY(holds(server.received(), secret.toStdString()));
    }

    void aPasswordLoginStaysPossible()
    {
        const ScriptedServer server(saying([](Conversation &client) {
            client.switchTo("mysql_native_password", "abcdefghijklmnopqrst" + Bytes(1, '\0'));
            const auto scrambled = client.read();
            if (scrambled && scrambled->size() == 20)
                client.sendOk();
        }));
        gss::Exchange exchange = m_place.exchange(Method::Password);
        PlainClient client = AlicePlace::client(server);
        client.password = secret;
        const LoginResult result = client.login(exchange);
        QVERIFY2(result.loggedIn, qPrintable(result.text));
        QVERIFY(exchange.handle != nullptr);
        QVERIFY(!holds(server.received(), secret.toStdString()));
    }

    void withoutTlsNoDetourLeadsToThePasswordItself()
    {
        const ScriptedServer server(saying([](Conversation &client) {
            client.switchTo("mysql_native_password", "abcdefghijklmnopqrst" + Bytes(1, '\0'));
            client.read();
            client.switchTo("caching_sha2_password", "abcdefghijklmnopqrst" + Bytes(1, '\0'));
            client.read();
        }));
        gss::Exchange exchange = m_place.exchange(Method::Password);
        PlainClient client = AlicePlace::client(server);
        client.password = secret;
        QVERIFY(!client.login(exchange).loggedIn);
        QCOMPARE(server.receivedAfterAnswer().size(),
                 std::size_t{4 + 20}); // only the answer to the first challenge
    }

    void withoutTlsNoPasswordPluginIsStarted()
    {
        const ScriptedServer server(
            switchingTo("mysql_native_password", "abcdefghijklmnopqrst" + Bytes(1, '\0')));
        gss::Exchange exchange = m_place.exchange(Method::Password);
        exchange.requireTls = true;
        PlainClient client = AlicePlace::client(server);
        client.password = secret;
        QVERIFY(!client.login(exchange).loggedIn);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, Failure::Kind::TlsMissing);
        QCOMPARE(server.receivedAfterAnswer(), Bytes());
    }

    void aServerThatNamesAForeignServiceGetsNoTicket_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"ldap/dc1.corp.example.com@CORP.EXAMPLE.COM", "krbtgt/AWS.EXAMPLE.COM@CORP.EXAMPLE.COM",
              "cifs/files", "batch@CORP.EXAMPLE.COM", "mysql@writer.orders.sandbox", "mysql/"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void aServerThatNamesAForeignServiceGetsNoTicket()
    {
        QFETCH(QString, name);
        const QString before = cachedTickets();
        for (const Method method : {Method::Kerberos, Method::Gssapi}) {
            const bool kerberos = method == Method::Kerberos;
            const ScriptedServer server(switchingTo(gss::pluginChoice(method).defaultAuth,
                                                    kerberos ? kerberosSwitchData(name.toStdString(), realm)
                                                             : gssapiSwitchData(name.toStdString())));
            gss::Exchange exchange = m_place.exchange(method);
            QVERIFY(!AlicePlace::client(server).login(exchange).loggedIn);
            QVERIFY(exchange.failure);
            QCOMPARE(exchange.failure->kind, Failure::Kind::SpnRefused);
            QCOMPARE(server.receivedAfterAnswer(), Bytes());
        }
        QCOMPARE(cachedTickets(), before);
    }

    void theStockClientHandsOverATicketForAnyService()
    {
        if (!QFile::exists(
                QStringLiteral("/usr/lib/x86_64-linux-gnu/libmariadb3/plugin/auth_gssapi_client.so")))
            QSKIP("the control needs the distribution's mariadb-plugin-gssapi-client");
        const ScriptedServer server(
            switchingTo("auth_gssapi_client", gssapiSwitchData("krbtgt/AWS.EXAMPLE.COM@CORP.EXAMPLE.COM")));
        runProgram(QStringLiteral("mariadb"),
                   {QStringLiteral("--no-defaults"), QStringLiteral("--host=127.0.0.1"),
                    QStringLiteral("--port=%1").arg(server.port()), QStringLiteral("--user=alice"),
                    QStringLiteral("--connect-timeout=2")});
        QVERIFY(holds(server.receivedAfterAnswer(), kerberosMark));
    }

    void anotherPluginInTheMiddleIsRefused()
    {
        const ScriptedServer server(AlicePlace::replying([](Conversation &client, const Bytes &) {
            client.switchTo("mysql_clear_password", {});
            client.sendOk();
        }));
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        PlainClient client = AlicePlace::client(server);
        client.password = secret;
        QVERIFY(!client.login(exchange).loggedIn);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, Failure::Kind::PluginRefused);
        QVERIFY(!holds(server.received(), secret.toStdString()));
    }

    void theSameRequestAgainIsRefused()
    {
        const ScriptedServer server(AlicePlace::replying([](Conversation &client, const Bytes &) {
            client.switchTo(kerberosPlugin, kerberosSwitchData(spn, realm));
        }));
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        QVERIFY(!AlicePlace::client(server).login(exchange).loggedIn);
        const Bytes tokens = server.receivedAfterAnswer();
        QCOMPARE(tokens.find(kerberosMark), tokens.rfind(kerberosMark)); // one token, not two
    }

    void aServerThatAsksForAFileGetsNothing()
    {
        const ScriptedServer server(fileThief());
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        PlainClient client = AlicePlace::client(server);
        const LoginResult result = client.login(exchange);
        QVERIFY2(result.loggedIn, qPrintable(result.text));
        QVERIFY(!client.query(QStringLiteral("load data local infile 'x' into table t")).isEmpty());
        QVERIFY(!holds(server.received(), secret.toStdString()));
    }

    void aClientWithLocalFilesGivesItsFileAway()
    {
        const ScriptedServer server(fileThief());
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        PlainClient client = AlicePlace::client(server);
        client.localFiles = true;
        QVERIFY(client.login(exchange).loggedIn);
        client.query(QStringLiteral("load data local infile 'x' into table t"));
        QVERIFY(holds(server.received(), secret.toStdString()));
    }

private:
    QString cachedTickets() const
    {
        return runProgram(QStringLiteral("klist"), {QStringLiteral("-c"), m_place.cache()}).out;
    }

    /// Logs in honestly, then answers the first query with a wish for one of the client's files.
    ScriptedServer::Script fileThief()
    {
        const QString path = m_place.file(QStringLiteral("secret"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(secret.toUtf8());
        return AlicePlace::replying([this, path](Conversation &client, const Bytes &token) {
            client.sendMore(acceptToken(m_place.keytab(), token).value_or(Bytes()));
            client.sendOk();
            if (!client.read())
                return;
            client.sendLocalInfileRequest(path.toStdString());
            while (!client.read().value_or(Bytes()).empty()) { } // an empty packet ends a file
            client.sendOk();
        });
    }

    AlicePlace m_place;
};

QTEST_GUILESS_MAIN(RogueServerTest)
#include "rogueservertest.moc"
