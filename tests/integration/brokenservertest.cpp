// SPDX-License-Identifier: GPL-2.0-or-later
// Servers that do not keep to the protocol: each ends the login in words, and without proof there is no login.
#include "tests/integration/aliceplace.h"
#include "tests/support/acceptor.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using gss::Failure;
using gss::Method;

namespace {

const std::string realm = AlicePlace::realm;
const std::string spn = AlicePlace::spn;
const std::string kerberosPlugin = "authentication_kerberos_client";

} // namespace

class BrokenServerTest : public QObject
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
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        const LoginResult result = AlicePlace::client(server).login(exchange);
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
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        QVERIFY(!AlicePlace::client(server).login(exchange).loggedIn);
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
        const ScriptedServer server(AlicePlace::replying(
            [&](Conversation &client, const Bytes &) { client.send(reply.toStdString()); }));
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        const LoginResult result = AlicePlace::client(server).login(exchange);
        QVERIFY(!result.loggedIn);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, Failure::Kind::ServerNotProven);
        QVERIFY(!exchange.mutuallyAuthenticated);
        QVERIFY2(result.text.contains(QStringLiteral("not proven")), qPrintable(result.text));
    }

    void aProofByTheWrongKeyIsNone()
    {
        const ScriptedServer server(AlicePlace::replying([this](Conversation &client, const Bytes &token) {
            auto reply = acceptToken(m_place.keytab(), token).value_or(Bytes());
            if (reply.empty())
                return;
            reply.back() = static_cast<char>(reply.back() ^ 1);
            client.sendMore(reply);
            client.sendOk();
        }));
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        QVERIFY(!AlicePlace::client(server).login(exchange).loggedIn);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, Failure::Kind::ServerNotProven);
        QVERIFY(exchange.failure->krb5Code < 0);
    }

    void theServersOwnWordsReachTheCaller()
    {
        const ScriptedServer server(AlicePlace::replying([](Conversation &client, const Bytes &) {
            client.sendError(1045, "28000", "Access denied for user 'alice'@'localhost'");
        }));
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        const LoginResult result = AlicePlace::client(server).login(exchange);
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
        const ScriptedServer server(AlicePlace::replying(
            [&](Conversation &client, const Bytes &) { client.send(packet.toStdString()); }));
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        const LoginResult result = AlicePlace::client(server).login(exchange);
        QVERIFY(!result.loggedIn);
        QVERIFY(result.code != 0);
        QVERIFY2(!result.text.contains(QStringLiteral("Unknown MySQL error"))
                     || result.text.contains(QStringLiteral("broke")),
                 qPrintable(result.text));
        QVERIFY(!result.text.isEmpty());
    }

    void packetsTooManyEndTheLogin()
    {
        const ScriptedServer server(AlicePlace::replying([this](Conversation &client, const Bytes &token) {
            client.sendMore(acceptToken(m_place.keytab(), token).value_or(Bytes()));
            client.sendMore("one more");
            client.sendOk();
        }));
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        const LoginResult result = AlicePlace::client(server).login(exchange);
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
                client.sendMore(acceptToken(m_place.keytab(), *token).value_or(Bytes()));
        });
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        const LoginResult result = AlicePlace::client(server).login(exchange);
        QVERIFY(!result.loggedIn);
        QVERIFY(result.code != 0);
        QVERIFY2(!result.text.isEmpty() && !result.text.startsWith(QStringLiteral("Unknown")),
                 qPrintable(result.text));
        if (after == 3)
            QCOMPARE(exchange.failure.value_or(Failure{}).kind, Failure::Kind::Transport);
    }

    void silenceEndsWithTheTimeout()
    {
        const ScriptedServer server(AlicePlace::replying([](Conversation &, const Bytes &) {}));
        gss::Exchange exchange = m_place.exchange(Method::Kerberos);
        PlainClient client = AlicePlace::client(server);
        client.timeoutSeconds = 1;
        QVERIFY(!client.login(exchange).loggedIn);
        QCOMPARE(exchange.failure.value_or(Failure{}).kind, Failure::Kind::Transport);
    }

private:
    AlicePlace m_place;
};

QTEST_GUILESS_MAIN(BrokenServerTest)
#include "brokenservertest.moc"
