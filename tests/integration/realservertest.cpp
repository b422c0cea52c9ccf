// SPDX-License-Identifier: GPL-2.0-or-later
// The exchange with real servers over verified TLS, in process and as the plugin file.
#include "tests/integration/plainclient.h"
#include "tests/support/sandbox.h"

#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using gss::Method;

class RealServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        QVERIFY(!gss::registerClientPlugins());
        m_cache = QStringLiteral("FILE:") + m_files.filePath(QStringLiteral("alice"));
        const QString problem = kinit(m_sandbox.principal(QStringLiteral("alice")),
                                      m_sandbox.password(QStringLiteral("alice")), m_cache);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        qputenv("KRB5CCNAME", m_cache.toUtf8());
    }

    void aKerberosAccountLogsInOverVerifiedTls()
    {
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        PlainClient client = clientOf(QStringLiteral("alice"));
        const LoginResult result = client.login(exchange);
        QVERIFY2(result.loggedIn, qPrintable(result.text));
        QVERIFY(exchange.mutuallyAuthenticated);
        QCOMPARE(QString::fromStdString(exchange.request->realm), m_sandbox.description().usersRealm);
        QCOMPARE(client.query(QStringLiteral("select current_user()")), QString());
    }

    void withoutTlsTheSameLoginIsRefused()
    {
        gss::Exchange exchange = exchangeOf(Method::Kerberos);
        PlainClient client = clientOf(QStringLiteral("alice"));
        client.caFile.clear();
        QVERIFY(!client.login(exchange).loggedIn);
        QVERIFY(exchange.failure);
        QCOMPARE(exchange.failure->kind, gss::Failure::Kind::TlsMissing);
    }

    void mariaDbsOwnAccountLogsInToo()
    {
        gss::Exchange exchange = exchangeOf(Method::Gssapi);
        PlainClient client = clientOf(account(QStringLiteral("gssapi")).user);
        const LoginResult result = client.login(exchange);
        QVERIFY2(result.loggedIn, qPrintable(result.text));
        QVERIFY(exchange.mutuallyAuthenticated);
    }

    void aPasswordAccountLogsInAndTellsItsHandle()
    {
        gss::Exchange exchange = exchangeOf(Method::Password);
        const sandbox::AccountDescription report = account(QStringLiteral("mysql_native_password"));
        PlainClient client = clientOf(report.user);
        client.password = report.password;
        const LoginResult result = client.login(exchange);
        QVERIFY2(result.loggedIn, qPrintable(result.text));
        QVERIFY(exchange.handle != nullptr);
    }

    void thePluginFileLogsInTheStockClient_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("user named") << QStringList{QStringLiteral("--user=alice")};
        QTest::newRow("user from the ticket")
            << QStringList{QStringLiteral("--default-auth=authentication_kerberos_client")};
    }
    void thePluginFileLogsInTheStockClient()
    {
#ifdef LATCHKEY_SANITIZED
        QSKIP("a program without the sanitizer cannot load a plugin that has it");
#endif
        QFETCH(QStringList, options);
        const ProgramResult result = runProgram(
            QStringLiteral("mariadb"),
            QStringList{QStringLiteral("--no-defaults"), QStringLiteral("--plugin-dir=" LATCHKEY_PLUGIN_DIR),
                        QStringLiteral("--host=127.0.0.1"), QStringLiteral("--port=%1").arg(writer().port),
                        QStringLiteral("--ssl-ca=") + m_sandbox.description().caFile,
                        QStringLiteral("--ssl-verify-server-cert"), QStringLiteral("--skip-column-names"),
                        QStringLiteral("--execute=select user()")}
                + options);
        QVERIFY2(result.exitCode == 0, qPrintable(result.err));
        QVERIFY2(result.out.startsWith(QStringLiteral("alice@")), qPrintable(result.out));
    }

private:
    sandbox::ServerDescription writer() const
    {
        return m_sandbox.server(QStringLiteral("writer"));
    }

    sandbox::AccountDescription account(const QString &plugin) const
    {
        for (const sandbox::AccountDescription &account : writer().accounts) {
            if (account.plugin == plugin)
                return account;
        }
        return {};
    }

    gss::Exchange exchangeOf(Method method) const
    {
        gss::Exchange exchange;
        exchange.method = method;
        exchange.cacheName = m_cache.toStdString();
        return exchange;
    }

    PlainClient clientOf(const QString &user) const
    {
        PlainClient client;
        client.port = writer().port;
        client.user = user;
        client.caFile = m_sandbox.description().caFile;
        return client;
    }

    QTemporaryDir m_files;
    Sandbox m_sandbox;
    QString m_cache;
};

QTEST_GUILESS_MAIN(RealServerTest)
#include "realservertest.moc"
