// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/answerwatch.h"
#include "core/sql/cutoff.h"
#include "core/sql/handshake.h"
#include "core/sql/idleplan.h"
#include "core/sql/rowbatcher.h"
#include "core/sql/sessionsetup.h"
#include "core/sql/sqlerror.h"
#include "core/sql/tlsreason.h"
#include "core/sql/value.h"

#include <QTest>

#include <numeric>
#include <semaphore>

#include <sys/socket.h>
#include <unistd.h>

using namespace latchkey;
using namespace latchkey::sql;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using handshake::Bytes;

Q_DECLARE_METATYPE(latchkey::Error::Code)
Q_DECLARE_METATYPE(latchkey::TlsPolicy)
Q_DECLARE_METATYPE(latchkey::TlsVersion)
Q_DECLARE_METATYPE(latchkey::sql::IdleStep)

namespace {

Bytes fromHex(const char *hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    return {bytes.begin(), bytes.end()};
}

// As MariaDB 10.11 sends it: version, id 4660, scramble, capabilities with TLS and plugins, plugin name.
Bytes mariaDbGreeting()
{
    return fromHex(
        "0a 352e352e352d31302e31312e31392d4d61726961444200 34120000 4142434445464748 00 feff 2d 0200 ff81 15"
        " 000000000000 1d000000 494a4b4c4d4e4f50515253540 0"
        " 6d7973716c5f6e61746976655f70617373776f726400");
}

Bytes mysqlGreeting()
{
    return fromHex("0a 382e302e333600 08000000 4142434445464748 00 ffff ff 0200 ffdf 15 00000000000000000000"
                   " 494a4b4c4d4e4f5051525354 00 63616368696e675f736861325f70617373776f726400");
}

ConnectOptions someOptions()
{
    ConnectOptions options;
    options.host = u"db.example.com"_s;
    options.port = 3307;
    options.user = u"alice"_s;
    options.schema = u"shop"_s;
    return options;
}

FailedLogin failedWith(unsigned number, const QString &text = u"words"_s)
{
    FailedLogin login;
    login.native = {number, u"HY000"_s, text};
    login.principal = u"alice@CORP.EXAMPLE.COM"_s;
    return login;
}

FailedLogin endedBy(gss::Failure::Kind kind)
{
    FailedLogin login = failedWith(2000);
    login.failure = gss::Failure{kind, "text", 0, 0};
    login.request = gss::ServerRequest{"ldap/dc.example.com@CORP.EXAMPLE.COM", "AWS.EXAMPLE.COM"};
    return login;
}

} // namespace

class SqlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The connection phase

    void aGreetingOfMariaDbIsRead()
    {
        const auto parsed = handshake::parseGreeting(mariaDbGreeting());
        QVERIFY(std::holds_alternative<handshake::Greeting>(parsed));
        const auto &greeting = std::get<handshake::Greeting>(parsed);
        QCOMPARE(greeting.version, std::string("10.11.19-MariaDB"));
        QCOMPARE(greeting.connectionId, 0x1234U);
        QCOMPARE(greeting.plugin, std::string("mysql_native_password"));
        QVERIFY(greeting.offersTls());
        QVERIFY(greeting.switchesPlugins());
    }

    void aGreetingOfMySqlIsRead()
    {
        const auto parsed = handshake::parseGreeting(mysqlGreeting());
        QVERIFY(std::holds_alternative<handshake::Greeting>(parsed));
        QCOMPARE(std::get<handshake::Greeting>(parsed).version, std::string("8.0.36"));
        QCOMPARE(std::get<handshake::Greeting>(parsed).plugin, std::string("caching_sha2_password"));
    }

    void aGreetingCutAnywhereIsMalformedOrShorter()
    {
        for (const Bytes &whole : {mariaDbGreeting(), mysqlGreeting()}) {
            const std::size_t upToCapabilities = whole.size() - 22 - 13 - 10 - 1 - 2 - 3;
            for (std::size_t size = 0; size < whole.size(); ++size) {
                const auto parsed = handshake::parseGreeting({whole.data(), size});
                if (size < upToCapabilities - 2)
                    QVERIFY2(std::holds_alternative<handshake::Malformed>(parsed),
                             qPrintable(QString::number(size)));
            }
        }
    }

    void whatIsNoGreetingSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing") << QByteArray("") << u"an empty greeting"_s;
        QTest::newRow("protocol 9") << QByteArray("09")
                                    << u"a greeting of protocol version 9 instead of 10"_s;
        QTest::newRow("SSH") << QByteArray("5353482d")
                             << u"a greeting of protocol version 83 instead of 10"_s;
        QTest::newRow("no end of version")
            << QByteArray("0a3130") << u"a greeting of 3 bytes ends too early, at offset 1"_s;
        QTest::newRow("no capabilities")
            << QByteArray("0a3100") << u"a greeting of 3 bytes ends too early, at offset 3"_s;
    }
    void whatIsNoGreetingSaysWhy()
    {
        QFETCH(QByteArray, hex);
        QFETCH(QString, reason);
        const auto parsed = handshake::parseGreeting(fromHex(hex.constData()));
        QVERIFY(std::holds_alternative<handshake::Malformed>(parsed));
        QCOMPARE(QString::fromStdString(std::get<handshake::Malformed>(parsed).reason), reason);
    }

    void aRefusalInTheGreetingsPlaceHasNoState()
    {
        const auto parsed = handshake::parseGreeting(fromHex("ff 6904 486f737420626c6f636b6564"));
        QCOMPARE(std::get<handshake::ServerError>(parsed),
                 (handshake::ServerError{1129, "", "Host blocked"}));
    }

    void aSwitchRequestIsTakenApart()
    {
        const auto parsed = handshake::parseAuthReply(fromHex("fe 616263 00 0102 00"));
        QCOMPARE(std::get<handshake::AuthSwitch>(parsed), (handshake::AuthSwitch{"abc", {1, 2, 0}}));
    }

    void answersToALoginAreToldApart()
    {
        using namespace handshake;
        QVERIFY(std::holds_alternative<Stays>(parseAuthReply(fromHex("00000002000000"))));
        QVERIFY(std::holds_alternative<Stays>(parseAuthReply(fromHex("0104"))));
        QVERIFY(std::holds_alternative<Malformed>(parseAuthReply({})));
        QVERIFY(std::holds_alternative<Malformed>(parseAuthReply(fromHex("fe616263"))));
        QVERIFY(std::holds_alternative<Malformed>(parseAuthReply(fromHex("42"))));
        QCOMPARE(std::get<AuthSwitch>(parseAuthReply(fromHex("fe"))).plugin,
                 std::string("mysql_old_password"));
        QCOMPARE(std::get<ServerError>(parseAuthReply(fromHex("ff 1504 23 3238303030 4e6f"))),
                 (ServerError{1045, "28000", "No"}));
        QCOMPARE(std::get<ServerError>(parseAuthReply(fromHex("ff"))), ServerError{});
    }

    void theAnswerToTheGreetingHoldsNoSecret()
    {
        const auto greeting = std::get<handshake::Greeting>(handshake::parseGreeting(mariaDbGreeting()));
        const Bytes packet = handshake::handshakeResponse(greeting, "alice", "some_plugin", true);
        const auto header = handshake::parseHeader(std::span<const unsigned char, 4>(packet.data(), 4));
        QCOMPARE(header.length, packet.size() - handshake::headerSize);
        QCOMPARE(header.sequence, std::uint8_t{2});
        const QByteArray tail(reinterpret_cast<const char *>(packet.data()) + 36,
                              static_cast<qsizetype>(packet.size()) - 36);
        QCOMPARE(tail, QByteArray("alice\0\0some_plugin\0", 19));
    }

    void aUserNameCannotSmuggleFields()
    {
        const auto greeting = std::get<handshake::Greeting>(handshake::parseGreeting(mariaDbGreeting()));
        const std::string_view user("al\0\x05evil", 8);
        QCOMPARE(handshake::handshakeResponse(greeting, user, "p", false),
                 handshake::handshakeResponse(greeting, "al", "p", false));
    }

    void tlsIsAskedForInThirtyTwoBytes()
    {
        const auto greeting = std::get<handshake::Greeting>(handshake::parseGreeting(mysqlGreeting()));
        const Bytes packet = handshake::sslRequest(greeting);
        QCOMPARE(packet.size(), std::size_t{36});
        QVERIFY((packet[5] & 0x08) != 0); // CLIENT_SSL
    }

    // Rows

    void aBatchKeepsValuesNullsAndBytes()
    {
        RowBatch batch(3);
        batch.append("one");
        batch.append(std::nullopt);
        batch.append(std::string_view("\0\xff", 2));
        batch.append("");
        batch.append("five");
        batch.append(std::nullopt);
        QCOMPARE(batch.rows(), 2);
        QCOMPARE(batch.value(0, 0), "one");
        QVERIFY(!batch.value(0, 1));
        QCOMPARE(batch.value(0, 2), std::string_view("\0\xff", 2));
        QCOMPARE(batch.value(1, 0), "");
        QCOMPARE(batch.value(1, 1), "five");
        QVERIFY(!batch.value(1, 2));
        QCOMPARE(batch.bytes(), std::size_t{9});
    }

    void theFirstRowGoesAloneAndTheRestInBatches()
    {
        QList<int> sizes;
        RowBatcher batcher(1, [&](const RowBatch &batch) { sizes << batch.rows(); });
        for (int row = 0; row < 2500; ++row) {
            batcher.batch().append("x");
            batcher.rowAdded();
        }
        batcher.flush();
        batcher.flush();
        QCOMPARE(sizes.first(), 1);
        QVERIFY(*std::max_element(sizes.begin(), sizes.end()) <= 1000);
        QCOMPARE(std::accumulate(sizes.begin(), sizes.end(), 0), 2500);
    }

    void bigRowsFillABatchBySize()
    {
        QList<int> sizes;
        RowBatcher batcher(1, [&](const RowBatch &batch) { sizes << batch.rows(); });
        const std::string big(40 * 1024, 'x');
        for (int row = 0; row < 5; ++row) {
            batcher.batch().append(big);
            batcher.rowAdded();
        }
        batcher.flush();
        QCOMPARE(sizes.first(), 1);
        QVERIFY(*std::max_element(sizes.begin(), sizes.end()) <= 2);
    }

    // Errors

    void libraryNumbersBecomeKinds_data()
    {
        QTest::addColumn<unsigned>("number");
        QTest::addColumn<Error::Code>("code");
        using Code = Error::Code;
        QTest::newRow("denied") << 1045U << Code::ServerDenied;
        QTest::newRow("denied without password") << 1698U << Code::ServerDenied;
        QTest::newRow("schema denied") << 1044U << Code::ServerDenied;
        QTest::newRow("host not allowed") << 1130U << Code::ServerDenied;
        QTest::newRow("any other of the server") << 1105U << Code::ServerDenied;
        QTest::newRow("schema missing") << 1049U << Code::NotFound;
        QTest::newRow("too many connections") << 1040U << Code::ServerUnreachable;
        QTest::newRow("host blocked") << 1129U << Code::ServerUnreachable;
        QTest::newRow("refused") << 2002U << Code::ServerUnreachable;
        QTest::newRow("unreachable") << 2003U << Code::ServerUnreachable;
        QTest::newRow("unknown host") << 2005U << Code::HostUnknown;
        QTest::newRow("hung up") << 2013U << Code::ServerUnreachable;
        QTest::newRow("TLS") << 2026U << Code::TlsUntrusted;
        QTest::newRow("malformed") << 2027U << Code::ProtocolError;
        QTest::newRow("unknown") << 2000U << Code::ProtocolError;
        QTest::newRow("plugin file missing") << 2059U << Code::PluginRefused;
        QTest::newRow("plugin not allowed") << 5010U << Code::PluginRefused;
    }
    void libraryNumbersBecomeKinds()
    {
        QFETCH(unsigned, number);
        QFETCH(Error::Code, code);
        const Error error = loginError(failedWith(number), someOptions());
        QCOMPARE(codeName(error.code), codeName(code));
        QVERIFY2(error.message.endsWith(u'.'), qPrintable(error.message));
        QVERIFY(!error.message.contains(u'%'));
        QVERIFY(error.detail.contains(u"words"));
        QCOMPARE(error.native, static_cast<int>(number));
    }

    void ourOwnReasonsComeFirst_data()
    {
        using Kind = gss::Failure::Kind;
        using Code = Error::Code;
        QTest::addColumn<int>("kind");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("SPN") << int(Kind::SpnRefused) << Code::SpnRefused;
        QTest::newRow("plugin") << int(Kind::PluginRefused) << Code::PluginRefused;
        QTest::newRow("TLS") << int(Kind::TlsMissing) << Code::TlsMissing;
        QTest::newRow("realm") << int(Kind::RealmMismatch) << Code::RealmMismatch;
        QTest::newRow("no credential") << int(Kind::NoCredential) << Code::NotSignedIn;
        QTest::newRow("ticket") << int(Kind::Ticket) << Code::CacheUnusable;
        QTest::newRow("not proven") << int(Kind::ServerNotProven) << Code::ServerNotProven;
        QTest::newRow("transport") << int(Kind::Transport) << Code::ServerUnreachable;
        QTest::newRow("malformed") << int(Kind::Malformed) << Code::ProtocolError;
    }
    void ourOwnReasonsComeFirst()
    {
        QFETCH(int, kind);
        QFETCH(Error::Code, code);
        const Error error = loginError(endedBy(static_cast<gss::Failure::Kind>(kind)), someOptions());
        QCOMPARE(codeName(error.code), codeName(code));
        QVERIFY2(error.message.endsWith(u'.') && !error.message.contains(u'%'), qPrintable(error.message));
    }

    void whatIsKnownOfATicketsFailureIsSaid()
    {
        FailedLogin login = endedBy(gss::Failure::Kind::Ticket);
        login.ticketFailure = Error{Error::Code::ClockSkew, u"Set the clock."_s, QString(), -1765328347};
        const Error error = loginError(login, someOptions());
        QCOMPARE(codeName(error.code), u"ClockSkew"_s);
        QCOMPARE(error.message, u"Set the clock."_s);
        QCOMPARE(error.native, -1765328347);
        QCOMPARE(error.detail, u"text\n2000 (HY000): words"_s);
    }

    void aRefusedSpnNamesBothAndTheWayOut()
    {
        ConnectOptions options = someOptions();
        options.pinnedSpn = u"mysql/db.example.com@AWS.EXAMPLE.COM"_s;
        const Error error = loginError(endedBy(gss::Failure::Kind::SpnRefused), options);
        QVERIFY(error.message.contains(options.pinnedSpn));
        QVERIFY(error.message.contains(u"ldap/dc.example.com@CORP.EXAMPLE.COM"));
        QVERIFY(error.message.contains(u"SPN"));
    }

    void aDenialNamesAccountHostAndPrincipal()
    {
        const Error error = loginError(failedWith(1045), someOptions());
        for (const QString &part :
             {u"alice"_s, u"db.example.com:3307"_s, u"alice@CORP.EXAMPLE.COM"_s, u"keytab"_s})
            QVERIFY2(error.message.contains(part), qPrintable(error.message));
    }

    void aServerWithoutTlsIsNotJustUntrusted()
    {
        FailedLogin login = failedWith(2026);
        login.offersTls = false;
        QCOMPARE(loginError(login, someOptions()).code, Error::Code::TlsMissing);
    }

    void lostConnectionsAreToldFromRefusedStatements()
    {
        for (const unsigned number : {2006U, 2013U, 2026U, 2055U, 1053U, 1927U, 4031U})
            QCOMPARE(statementError({number, {}, {}}).code, Error::Code::SessionLost);
        for (const unsigned number : {1064U, 1317U, 1205U, 3024U})
            QCOMPARE(statementError({number, {}, {}}).code, Error::Code::StatementFailed);
    }

    // Certificates

    void theGravestProblemOfACertificateIsNamed_data()
    {
        using P = QSslError;
        QTest::addColumn<QList<QSslError>>("problems");
        QTest::addColumn<TlsPolicy>("policy");
        QTest::addColumn<QString>("code");
        const P self(P::SelfSignedCertificate), host(P::HostNameMismatch), old(P::CertificateExpired);
        const auto identity = TlsPolicy::VerifyIdentity, chain = TlsPolicy::VerifyCa;
        QTest::newRow("none") << QList<P>{} << identity << QString();
        QTest::newRow("self-signed") << QList<P>{self} << identity << u"TlsUntrusted"_s;
        QTest::newRow("all at once") << QList<P>{host, old, self} << identity << u"TlsUntrusted"_s;
        QTest::newRow("expired") << QList<P>{host, old} << identity << u"TlsExpired"_s;
        QTest::newRow("other host") << QList<P>{host} << identity << u"TlsHostMismatch"_s;
        QTest::newRow("other host, chain only") << QList<P>{host} << chain << QString();
        QTest::newRow("self-signed, chain only") << QList<P>{self} << chain << u"TlsUntrusted"_s;
        QTest::newRow("anything, unverified")
            << QList<P>{host, old, self} << TlsPolicy::Required << QString();
    }
    void theGravestProblemOfACertificateIsNamed()
    {
        QFETCH(QList<QSslError>, problems);
        QFETCH(TlsPolicy, policy);
        QFETCH(QString, code);
        const auto problem = certificateProblem(problems, policy, u"db"_s, {});
        QCOMPARE(problem ? codeName(problem->code) : QString(), code);
    }

    // Cutting

    void versionsOfTlsAreCompared_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<TlsVersion>("minimum");
        QTest::addColumn<bool>("older");
        QTest::newRow("any") << u"TLSv1.1"_s << TlsVersion::Any << false;
        QTest::newRow("1.1 for 1.2") << u"TLSv1.1"_s << TlsVersion::Tls12 << true;
        QTest::newRow("1.2 for 1.2") << u"TLSv1.2"_s << TlsVersion::Tls12 << false;
        QTest::newRow("1.3 for 1.2") << u"TLSv1.3"_s << TlsVersion::Tls12 << false;
        QTest::newRow("1.2 for 1.3") << u"TLSv1.2"_s << TlsVersion::Tls13 << true;
        QTest::newRow("1.3 for 1.3") << u"TLSv1.3"_s << TlsVersion::Tls13 << false;
        QTest::newRow("none") << QString() << TlsVersion::Tls13 << false;
    }
    void versionsOfTlsAreCompared()
    {
        QFETCH(QString, version);
        QFETCH(TlsVersion, minimum);
        QTEST(isOlder(version, minimum), "older");
    }

    void aSessionsVariablesAreSetAsTheyAreTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sent");
        QTest::newRow("number") << u"28800"_s << u"28800"_s;
        QTest::newRow("number below zero") << u"-1"_s << u"-1"_s;
        QTest::newRow("decimal") << u"0.5"_s << u"0.5"_s;
        QTest::newRow("keyword") << u" Default "_s << u"Default"_s;
        QTest::newRow("text") << u"READ-COMMITTED"_s << u"'READ-COMMITTED'"_s;
        QTest::newRow("nothing") << QString() << u"''"_s;
        QTest::newRow("quote") << u"it's"_s << u"'it''s'"_s;
        QTest::newRow("backslash") << u"\\'"_s << u"_utf8mb4 x'5c27'"_s;
        QTest::newRow("expression") << u"1+1"_s << u"'1+1'"_s;
        QTest::newRow("number and a line") << u"1\n;"_s << u"'1\n;'"_s;
    }
    void aSessionsVariablesAreSetAsTheyAreTyped()
    {
        QFETCH(QString, typed);
        QTEST(sqlValue(typed), "sent");
    }

    void assignmentsHaveTheirOrder()
    {
        SessionSetup setup;
        setup.characterSet = u"latin1"_s;
        setup.timeZone = u"SYSTEM"_s;
        setup.variables = {{u"b"_s, u"1"_s}, {u"a"_s, u"x"_s}};
        QStringList sql;
        for (const SetupPart &part : assignments(setup, true, u"tx_read_only"_s))
            sql << part.sql;
        QCOMPARE(sql, (QStringList{u"@@session.character_set_connection='latin1'"_s,
                                   u"@@session.time_zone='SYSTEM'"_s, u"@@session.a='x'"_s,
                                   u"@@session.b=1"_s, u"@@session.tx_read_only=1"_s}));
        QVERIFY(assignments({}, false, u"tx_read_only"_s).isEmpty());
    }

    void anIdleSessionDoesWhatIsDueFirst_data()
    {
        using Kind = IdleStep::Kind;
        QTest::addColumn<int>("keepAlive");
        QTest::addColumn<int>("idleClose");
        QTest::addColumn<int>("sinceUse");
        QTest::addColumn<int>("sinceContact");
        QTest::addColumn<IdleStep>("step");
        QTest::newRow("no limits") << 0 << 0 << 1000 << 1000 << IdleStep{Kind::Nothing, {}};
        QTest::newRow("used just now") << 30 << 600 << 0 << 0 << IdleStep{Kind::Wait, 30s};
        QTest::newRow("pinged just now") << 30 << 600 << 100 << 10 << IdleStep{Kind::Wait, 20s};
        QTest::newRow("ping due") << 30 << 600 << 100 << 30 << IdleStep{Kind::Ping, {}};
        QTest::newRow("pings only") << 30 << 0 << 100'000 << 5 << IdleStep{Kind::Wait, 25s};
        QTest::newRow("close only") << 0 << 600 << 100 << 100 << IdleStep{Kind::Wait, 500s};
        QTest::newRow("close before the next ping") << 30 << 600 << 590 << 10 << IdleStep{Kind::Wait, 10s};
        QTest::newRow("close due") << 30 << 600 << 600 << 30 << IdleStep{Kind::Close, {}};
        QTest::newRow("after a long sleep") << 30 << 600 << 40'000 << 40'000 << IdleStep{Kind::Close, {}};
    }
    void anIdleSessionDoesWhatIsDueFirst()
    {
        QFETCH(int, keepAlive);
        QFETCH(int, idleClose);
        QFETCH(int, sinceUse);
        QFETCH(int, sinceContact);
        Timeouts timeouts;
        timeouts.keepAlive = std::chrono::seconds(keepAlive);
        timeouts.idleClose = std::chrono::seconds(idleClose);
        QTEST(idleStep(timeouts, std::chrono::seconds(sinceUse), std::chrono::seconds(sinceContact)), "step");
    }

    void onlyAWaitThatLastsIsOverdue()
    {
        std::binary_semaphore overdue{0};
        const auto watch = std::make_shared<AnswerWatch>(1s, [&overdue] { overdue.release(); });
        for (int row = 0; row < 1000; ++row) {
            watch->waiting();
            QVERIFY(watch->answered());
        }
        QVERIFY(!overdue.try_acquire_for(1500ms)); // nobody waits
        watch->waiting();
        QVERIFY(overdue.try_acquire_for(3s));
        QVERIFY(!watch->answered());
        QVERIFY(watch->answered());
    }

    void withoutALimitNothingIsOverdue()
    {
        const auto watch = std::make_shared<AnswerWatch>(0s, [] { qFatal("overdue"); });
        watch->waiting();
        QVERIFY(watch->answered());
    }

    void aCutReachesTheReaderEvenIfItCameFirst()
    {
        for (const bool cutFirst : {false, true}) {
            int ends[2] = {-1, -1};
            QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
            CutOff cutOff;
            if (cutFirst)
                cutOff.cut();
            cutOff.attach(ends[0]);
            cutOff.cut();
            QVERIFY(cutOff.isCut());
            char byte = 0;
            QCOMPARE(::read(ends[0], &byte, 1), ssize_t{0});
            QCOMPARE(::read(ends[1], &byte, 1), ssize_t{0});
            ::close(ends[0]);
            ::close(ends[1]);
        }
    }
};

QTEST_GUILESS_MAIN(SqlTest)
#include "sqltest.moc"
