// SPDX-License-Identifier: GPL-2.0-or-later
// What hostile and broken servers get out of us: nothing. The stock client is the control, so that each test can fail.
#include "tests/integration/plainclient.h"
#include "tests/support/acceptor.h"
#include "tests/support/sandbox.h"
#include "tests/support/scriptedserver.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using gss::Failure;
using gss::Method;

namespace {

const QString secret = QStringLiteral("Marker-7391-password");
const std::string realm = "CORP.EXAMPLE.COM";
const std::string spn = "mysql/writer.orders.sandbox@AWS.EXAMPLE.COM";
const std::string kerberosPlugin = "authentication_kerberos_client";

/// The start of every Kerberos token: the mechanism's identifier (RFC 4121, section 4.1).
const Bytes kerberosMark = fromHex("06092a864886f712010202");

bool holds(const Bytes &bytes, const Bytes &part)
{
    return bytes.find(part) != Bytes::npos;
}

/// The `mariadb` program as the distribution has it.
void runStockClient(const ScriptedServer &server, const QStringList &options = {})
{
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(QStringLiteral("mariadb"),
                 QStringList{QStringLiteral("--no-defaults"), QStringLiteral("--host=127.0.0.1"),
                             QStringLiteral("--port=%1").arg(server.port()), QStringLiteral("--user=alice"),
                             QStringLiteral("--connect-timeout=2")}
                     + options);
    client.closeWriteChannel();
    QVERIFY2(client.waitForFinished(20000), qPrintable(client.errorString()));
}

/// Says `say` after the client's answer to the greeting, then reads until the client leaves.
ScriptedServer::Script saying(const std::function<void(Conversation &)> &say)
{
    return [say](Conversation &client) {
        client.greet();
        if (!client.answer())
            return;
        say(client);
        client.waitForLeaving();
    };
}

/// Takes the client's token after a proper switch, then does `reply`.
ScriptedServer::Script replying(const std::function<void(Conversation &, const Bytes &)> &reply)
{
    return saying([reply](Conversation &client) {
        client.switchTo(kerberosPlugin, kerberosSwitchData(spn, realm));
        if (const auto token = client.read())
            reply(client, *token);
    });
}

} // namespace

class RogueServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
        m_keytab = (m_sandbox.folder() + QStringLiteral("/writer.keytab")).toStdString();
        m_cache = QStringLiteral("FILE:") + m_files.filePath(QStringLiteral("alice"));
        const QString problem = kinit(m_sandbox.principal(QStringLiteral("alice")),
                                      m_sandbox.password(QStringLiteral("alice")), m_cache);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        qputenv("KRB5CCNAME", m_cache.toUtf8()); // the stock client's
        QVERIFY(!gss::registerClientPlugins());
    }

    void anHonestServerIsLoggedInTo()
    {
        const ScriptedServer server(kerberosServer(m_keytab, spn, realm));
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        std::vector<gss::Stage> stages;
        exchange.onStage = [&](gss::Stage stage) { stages.push_back(stage); };
        PlainClient client = clientOf(server);
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
            if (const auto reply = acceptToken(m_keytab, token.value_or(Bytes()))) {
                client.send(*reply); // no "01"
                client.sendOk();
            }
        }));
        gss::Exchange exchange = exchangeOf(Method::Gssapi);
        const LoginResult result = clientOf(server).login(exchange);
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
        gss::Exchange exchange = exchangeOf(static_cast<Method>(method));
        PlainClient client = clientOf(server);
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
        PlainClient client = clientOf(server);
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
        gss::Exchange exchange = exchangeOf(Method::Password);
        PlainClient client = clientOf(server);
        client.password = secret;
        const LoginResult result = client.login(exchange);
        QVERIFY2(result.loggedIn, qPrintable(result.text));
        QVERIFY(exchange.handle != nullptr);
        QVERIFY(!holds(server.received(), secret.toStdString()));
    }

    void withoutTlsNoPasswordPluginIsStarted()
    {
        const ScriptedServer server(
            switchingTo("mysql_native_password", "abcdefghijklmnopqrst" + Bytes(1, '\0')));
        gss::Exchange exchange = exchangeOf(Method::Password);
        exchange.requireTls = true;
        PlainClient client = clientOf(server);
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
            gss::Exchange exchange = exchangeOf(method);
            QVERIFY(!clientOf(server).login(exchange).loggedIn);
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
        runStockClient(server);
        QVERIFY(holds(server.receivedAfterAnswer(), kerberosMark));
    }

    void malformedRequestsAreRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("packet");
        const auto row = [](const char *name, const Bytes &data) {
            QTest::newRow(name) << QByteArray::fromStdString("\xfe" + kerberosPlugin + '\0' + data);
        };
        row("no data", {});
        row("one byte", fromHex("05"));
        row("empty SPN", fromHex("0000 0000"));
        row("SPN too long", fromHex("2c01 6d7973716c"));
        row("negative length", fromHex("0080 6d7973716c"));
        row("other byte order", fromHex("0003 612f62 0001 52"));
        row("no realm", fromHex("0300 612f62"));
        row("realm too long", fromHex("0300 612f62 ff00 52"));
        row("NUL inside", kerberosSwitchData(std::string("mysql/a\0@R", 10), "R"));
        QTest::newRow("name without an end") << QByteArray::fromStdString("\xfe" + kerberosPlugin);
    }
    void malformedRequestsAreRefusedInWords()
    {
        QFETCH(QByteArray, packet);
        const ScriptedServer server(saying([&](Conversation &client) { client.send(packet.toStdString()); }));
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        const LoginResult result = clientOf(server).login(exchange);
        QVERIFY(!result.loggedIn);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, Failure::Kind::Malformed);
        QVERIFY2(!result.text.contains(QStringLiteral("Unknown")), qPrintable(result.text));
        QCOMPARE(server.receivedAfterAnswer(), Bytes());
    }

    void aRequestInTheGreetingIsRefused()
    {
        const ScriptedServer server([](Conversation &client) {
            client.greet("8.0.36", kerberosPlugin, kerberosSwitchData(spn, realm));
            client.waitForLeaving();
        });
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        QVERIFY(!clientOf(server).login(exchange).loggedIn);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, Failure::Kind::Malformed);
        QCOMPARE(server.received(), Bytes());
    }

    void withoutProofTheLoginIsGivenUp_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("OK at once") << QByteArray::fromHex("00000002000000");
        QTest::newRow("noise") << QByteArray("\x01 something", 11);
        QTest::newRow("64 KiB of noise") << QByteArray(65536, '\x60');
        QTest::newRow("an empty token") << QByteArray(1, '\x01');
    }
    void withoutProofTheLoginIsGivenUp()
    {
        QFETCH(QByteArray, reply);
        const ScriptedServer server(
            replying([&](Conversation &client, const Bytes &) { client.send(reply.toStdString()); }));
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        const LoginResult result = clientOf(server).login(exchange);
        QVERIFY(!result.loggedIn);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, Failure::Kind::ServerNotProven);
        QVERIFY(!exchange.mutuallyAuthenticated);
        QVERIFY2(result.text.contains(QStringLiteral("not proven")), qPrintable(result.text));
    }

    void aProofByTheWrongKeyIsNone()
    {
        const ScriptedServer server(replying([this](Conversation &client, const Bytes &token) {
            auto reply = acceptToken(m_keytab, token).value_or(Bytes());
            if (reply.empty())
                return;
            reply.back() = static_cast<char>(reply.back() ^ 1);
            client.sendMore(reply);
            client.sendOk();
        }));
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        QVERIFY(!clientOf(server).login(exchange).loggedIn);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, Failure::Kind::ServerNotProven);
        QVERIFY(exchange.failure->krb5Code < 0);
    }

    void anotherPluginInTheMiddleIsRefused()
    {
        const ScriptedServer server(replying([](Conversation &client, const Bytes &) {
            client.switchTo("mysql_clear_password", {});
            client.sendOk();
        }));
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        PlainClient client = clientOf(server);
        client.password = secret;
        QVERIFY(!client.login(exchange).loggedIn);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, Failure::Kind::PluginRefused);
        QVERIFY(!holds(server.received(), secret.toStdString()));
    }

    void theSameRequestAgainIsRefused()
    {
        const ScriptedServer server(replying([](Conversation &client, const Bytes &) {
            client.switchTo(kerberosPlugin, kerberosSwitchData(spn, realm));
        }));
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        QVERIFY(!clientOf(server).login(exchange).loggedIn);
        const Bytes tokens = server.receivedAfterAnswer();
        QCOMPARE(tokens.find(kerberosMark), tokens.rfind(kerberosMark)); // one token, not two
    }

    void theServersOwnWordsReachTheCaller()
    {
        const ScriptedServer server(replying([](Conversation &client, const Bytes &) {
            client.sendError(1045, "28000", "Access denied for user 'alice'@'localhost'");
        }));
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        const LoginResult result = clientOf(server).login(exchange);
        QCOMPARE(result.code, 1045U);
        QCOMPARE(result.state, QStringLiteral("28000"));
        QCOMPARE(result.text, QStringLiteral("Access denied for user 'alice'@'localhost'"));
        QVERIFY(!exchange.failure);
    }

    void errorsWithoutWordsGetSome_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::newRow("code 0") << QByteArray("\xff\0\0#HY000", 9);
        QTest::newRow("no code") << QByteArray("\xff", 1);
        QTest::newRow("a client's code") << QByteArray("\xff\xd0\x07#HY000lies", 13);
    }
    void errorsWithoutWordsGetSome()
    {
        QFETCH(QByteArray, packet);
        const ScriptedServer server(
            replying([&](Conversation &client, const Bytes &) { client.send(packet.toStdString()); }));
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        const LoginResult result = clientOf(server).login(exchange);
        QVERIFY(!result.loggedIn);
        QVERIFY(result.code != 0);
        QVERIFY2(!result.text.contains(QStringLiteral("Unknown MySQL error"))
                     || result.text.contains(QStringLiteral("broke")),
                 qPrintable(result.text));
        QVERIFY(!result.text.isEmpty());
    }

    void packetsTooManyEndTheLogin()
    {
        const ScriptedServer server(replying([this](Conversation &client, const Bytes &token) {
            client.sendMore(acceptToken(m_keytab, token).value_or(Bytes()));
            client.sendMore("one more");
            client.sendOk();
        }));
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        const LoginResult result = clientOf(server).login(exchange);
        QVERIFY(!result.loggedIn);
        QVERIFY(result.code != 0);
    }

    void hangingUpEndsTheLoginInWords_data()
    {
        QTest::addColumn<int>("after");
        QTest::newRow("the connection") << 0;
        QTest::newRow("the greeting") << 1;
        QTest::newRow("the answer") << 2;
        QTest::newRow("the token") << 3;
        QTest::newRow("the proof") << 4;
    }
    void hangingUpEndsTheLoginInWords()
    {
        QFETCH(int, after);
        const ScriptedServer server([this, after](Conversation &client) {
            if (after == 0)
                return;
            client.greet();
            if (after == 1 || !client.answer() || after == 2)
                return;
            client.switchTo(kerberosPlugin, kerberosSwitchData(spn, realm));
            const auto token = client.read();
            if (token && after == 4)
                client.sendMore(acceptToken(m_keytab, *token).value_or(Bytes()));
        });
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        const LoginResult result = clientOf(server).login(exchange);
        QVERIFY(!result.loggedIn);
        QVERIFY(result.code != 0);
        QVERIFY2(!result.text.isEmpty() && !result.text.startsWith(QStringLiteral("Unknown")),
                 qPrintable(result.text));
        if (after == 3)
            QCOMPARE(exchange.failure.value_or(Failure{}).kind, Failure::Kind::Transport);
    }

    void silenceEndsWithTheTimeout()
    {
        const ScriptedServer server(replying([](Conversation &, const Bytes &) {}));
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        PlainClient client = clientOf(server);
        client.timeoutSeconds = 1;
        QVERIFY(!client.login(exchange).loggedIn);
        QCOMPARE(exchange.failure.value_or(Failure{}).kind, Failure::Kind::Transport);
    }

    void aServerThatAsksForAFileGetsNothing()
    {
        const ScriptedServer server(fileThief());
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        PlainClient client = clientOf(server);
        const LoginResult result = client.login(exchange);
        QVERIFY2(result.loggedIn, qPrintable(result.text));
        QVERIFY(!client.query(QStringLiteral("load data local infile 'x' into table t")).isEmpty());
        QVERIFY(!holds(server.received(), secret.toStdString()));
    }

    void aClientWithLocalFilesGivesItsFileAway()
    {
        const ScriptedServer server(fileThief());
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        PlainClient client = clientOf(server);
        client.localFiles = true;
        QVERIFY(client.login(exchange).loggedIn);
        client.query(QStringLiteral("load data local infile 'x' into table t"));
        QVERIFY(holds(server.received(), secret.toStdString()));
    }

private:
    gss::Exchange exchangeOf(Method method) const
    {
        gss::Exchange exchange;
        exchange.method = method;
        exchange.requireTls = false; // the scripted server has none
        exchange.cacheName = m_cache.toStdString();
        return exchange;
    }

    static PlainClient clientOf(const ScriptedServer &server)
    {
        PlainClient client;
        client.port = server.port();
        return client;
    }

    QString cachedTickets() const
    {
        QProcess klist;
        klist.start(QStringLiteral("klist"), {QStringLiteral("-c"), m_cache});
        klist.waitForFinished();
        return QString::fromUtf8(klist.readAllStandardOutput());
    }

    /// Logs in honestly, then answers the first query with a wish for one of the client's files.
    ScriptedServer::Script fileThief()
    {
        const QString path = m_files.filePath(QStringLiteral("secret"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(secret.toUtf8());
        return replying([this, path](Conversation &client, const Bytes &token) {
            client.sendMore(acceptToken(m_keytab, token).value_or(Bytes()));
            client.sendOk();
            if (!client.read())
                return;
            client.sendLocalInfileRequest(path.toStdString());
            while (!client.read().value_or(Bytes()).empty()) { } // an empty packet ends a file
            client.sendOk();
        });
    }

    QTemporaryDir m_files;
    Sandbox m_sandbox;
    std::string m_keytab;
    QString m_cache;
};

QTEST_GUILESS_MAIN(RogueServerTest)
#include "rogueservertest.moc"
