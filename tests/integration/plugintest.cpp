// SPDX-License-Identifier: GPL-2.0-or-later
// The client plugin as a file, in the distribution's own `mariadb` program.
#include "tests/integration/plainclient.h"
#include "tests/support/acceptor.h"
#include "tests/support/sandbox.h"
#include "tests/support/scriptedserver.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLibrary>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>

using namespace latchkey::test;

namespace {

const std::string realm = "CORP.EXAMPLE.COM";
const std::string writerSpn = "mysql/writer.orders.sandbox@AWS.EXAMPLE.COM";
const std::string kerberosPlugin = "authentication_kerberos_client";

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a server learned of a login.
class Witness
{
public:
    void see(const std::string &user, const std::string &principal)
    {
        const std::lock_guard lock(m_mutex);
        m_user = QString::fromStdString(user);
        m_principal = QString::fromStdString(principal);
    }
    QString user() const
    {
        const std::lock_guard lock(m_mutex);
        return m_user;
    }
    QString principal() const
    {
        const std::lock_guard lock(m_mutex);
        return m_principal;
    }

private:
    mutable std::mutex m_mutex;
    QString m_user;
    QString m_principal;
};

} // namespace

class PluginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#ifdef LATCHKEY_SANITIZED
        QSKIP("a program without the sanitizer cannot load a plugin that has it");
#endif
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
        m_keytab = (m_sandbox.folder() + QStringLiteral("/writer.keytab")).toStdString();
        m_krb5Config = qEnvironmentVariable("KRB5_CONFIG");
    }

    void init()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("KRB5_CONFIG"), m_krb5Config);
        m_cacheFile =
            m_files.filePath(QString::fromLatin1(QTest::currentTestFunction())
                             + QString::fromLatin1(QTest::currentDataTag()).remove(QLatin1Char('/')));
        useCache(QStringLiteral("FILE:") + m_cacheFile);
    }

    void theFileHasTheDeclarationAndNothingElse()
    {
        QLibrary library(pluginDir() + QStringLiteral("/authentication_kerberos_client.so"));
        QVERIFY2(library.load(), qPrintable(library.errorString()));
        QVERIFY(library.resolve("_mysql_client_plugin_declaration_") != nullptr);
        const ProgramResult symbols = runProgram(
            QStringLiteral("nm"),
            {QStringLiteral("-D"), QStringLiteral("--defined-only"), library.fileName()}, m_environment);
        if (symbols.exitCode != 0)
            QSKIP("nm of binutils is not here");
        QCOMPARE(symbols.out.count(QLatin1String(" D ")), 1);
        QCOMPARE(symbols.out.count(QLatin1String(" T ")), 0);
    }

    void aTicketAloneLogsIn()
    {
        signIn(QStringLiteral("alice"));
        Witness witness;
        const ScriptedServer server(witnessed(witness));
        const ProgramResult output = mariadb(server, {QStringLiteral("--user=alice")});
        QVERIFY2(output.exitCode == 0, qPrintable(output.err));
        QCOMPARE(output.err, QString());
        QCOMPARE(witness.user(), QStringLiteral("alice"));
        QCOMPARE(witness.principal(), QStringLiteral("alice@CORP.EXAMPLE.COM"));
    }

    void theTicketNamesTheUserWhereDefaultAuthNamesThePlugin()
    {
        signIn(QStringLiteral("alice"));
        Witness witness;
        const ScriptedServer server(witnessed(witness));
        const ProgramResult output =
            mariadb(server, {QStringLiteral("--default-auth=authentication_kerberos_client")});
        QVERIFY2(output.exitCode == 0, qPrintable(output.err));
        QCOMPARE(witness.user(), QStringLiteral("alice"));
    }

    void withoutDefaultAuthTheLibraryNamesTheUser()
    {
        signIn(QStringLiteral("alice"));
        Witness witness;
        const ScriptedServer server(witnessed(witness));
        mariadb(server, {});
        QVERIFY(!witness.user().isEmpty());
        QVERIFY(witness.user()
                != QStringLiteral("alice")); // libmariadb's rule; the plugin is called too late
    }

    void aUserThatIsNamedStays()
    {
        signIn(QStringLiteral("alice"));
        Witness witness;
        const ScriptedServer server(witnessed(witness));
        const ProgramResult output =
            mariadb(server, {QStringLiteral("--default-auth=authentication_kerberos_client"),
                             QStringLiteral("--user=Alice")});
        QVERIFY2(output.exitCode == 0, qPrintable(output.err));
        QCOMPARE(witness.user(), QStringLiteral("Alice"));
    }

    void otherPluginsStayPossible()
    {
        const ScriptedServer server(saying([](Conversation &client) {
            client.switchTo("mysql_native_password", "abcdefghijklmnopqrst" + Bytes(1, '\0'));
            while (client.read())
                client.sendOk();
        }));
        const ProgramResult output =
            mariadb(server, {QStringLiteral("--default-auth=authentication_kerberos_client"),
                             QStringLiteral("--user=alice"), QStringLiteral("--password=x")});
        QVERIFY2(output.exitCode == 0, qPrintable(output.err));
    }

    void theCacheOfTheRightPrincipalIsFound()
    {
        const QString folder = m_files.filePath(QStringLiteral("collection"));
        QVERIFY(QDir().mkpath(folder));
        useCache(QStringLiteral("DIR:") + folder);
        signIn(QStringLiteral("alice"), QStringLiteral("DIR::") + folder + QStringLiteral("/tktalice"));
        signIn(QStringLiteral("bob"), QStringLiteral("DIR::") + folder + QStringLiteral("/tktbob"));
        for (const QString &user : {QStringLiteral("alice"), QStringLiteral("bob")}) {
            Witness witness;
            const ScriptedServer server(witnessed(witness));
            const ProgramResult output = mariadb(server, {QStringLiteral("--user=") + user});
            QVERIFY2(output.exitCode == 0, qPrintable(output.err));
            QCOMPARE(witness.principal(), user + QStringLiteral("@CORP.EXAMPLE.COM"));
        }
    }

    void everyFailureHasItsSentence_data()
    {
        QTest::addColumn<QString>("situation");
        QTest::addColumn<QString>("spn");
        QTest::addColumn<QString>("sentence");
        const QString good = QString::fromStdString(writerSpn);
        const auto row = [](const char *situation, const QString &name, const char *sentence) {
            QTest::newRow(situation) << QString::fromUtf8(situation) << name << QString::fromUtf8(sentence);
        };
        row("no ticket", good, "sign in with kinit");
        row("expired", good, "has expired");
        row("damaged cache", good, "damaged");
        row("broken krb5.conf", good, "krb5.conf");
        row("no KDC", good, "No KDC");
        row("unknown service", QStringLiteral("mysql/nowhere@AWS.EXAMPLE.COM"),
            "does not know the database service");
        row("foreign service", QStringLiteral("ldap/dc1@CORP.EXAMPLE.COM"), "which is refused");
        row("malformed", QString(), "makes no sense");
        row("not proven", good, "has not proven");
        row("denied", good, "Access denied");
    }
    void everyFailureHasItsSentence()
    {
        QFETCH(QString, situation);
        QFETCH(QString, spn);
        QFETCH(QString, sentence);
        arrange(situation);
        const ScriptedServer server([&](Conversation &client) {
            client.greet();
            if (!client.answer())
                return;
            client.switchTo(kerberosPlugin, kerberosSwitchData(spn.toStdString(), realm));
            if (!client.read())
                return;
            if (situation == QLatin1String("denied"))
                client.sendError(1045, "28000", "Access denied for user 'alice'");
            else
                client.sendOk();
        });
        const ProgramResult output = mariadb(server, {QStringLiteral("--user=alice")});
        QCOMPARE(output.exitCode, 1);
        QVERIFY2(output.err.contains(sentence), qPrintable(output.err));
        QVERIFY2(!output.err.contains(QStringLiteral("Unknown")), qPrintable(output.err));
    }

    void theLogHasTheLevelAskedFor_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<QStringList>("kinds");
        const QStringList all{QStringLiteral("[Error]"), QStringLiteral("[Warning]"),
                              QStringLiteral("[Note]"), QStringLiteral("[Debug]")};
        QTest::newRow("unset") << QString() << QStringList();
        QTest::newRow("1") << QStringLiteral("1") << QStringList();
        QTest::newRow("2") << QStringLiteral("2") << all.mid(0, 1);
        QTest::newRow("3") << QStringLiteral("3") << all.mid(0, 2);
        QTest::newRow("4") << QStringLiteral("4") << all.mid(0, 3);
        QTest::newRow("5") << QStringLiteral("5") << all;
        QTest::newRow("nonsense") << QStringLiteral("loud") << QStringList();
    }
    void theLogHasTheLevelAskedFor()
    {
        QFETCH(QString, level);
        QFETCH(QStringList, kinds);
        signIn(QStringLiteral("alice"));
        if (!level.isEmpty())
            m_environment.insert(QStringLiteral("AUTHENTICATION_KERBEROS_CLIENT_LOG"), level);
        // Nobody's cache (a warning), and no proof (an error).
        const ScriptedServer server([](Conversation &client) {
            client.greet();
            if (!client.answer())
                return;
            client.switchTo(kerberosPlugin, kerberosSwitchData(writerSpn, realm));
            if (client.read())
                client.sendOk();
        });
        const QString log = mariadb(server, {QStringLiteral("--user=zoe")}).err;
        for (const char *kind : {"[Error]", "[Warning]", "[Note]", "[Debug]"})
            QVERIFY2(log.contains(QLatin1String(kind)) == kinds.contains(QLatin1String(kind)),
                     qPrintable(log));
        const QByteArray token = QByteArray::fromStdString(server.receivedAfterAnswer()).mid(4).toHex();
        QVERIFY(token.size() > 1000);
        QVERIFY(!log.contains(QLatin1String(token.mid(200, 64)))); // nothing of the ticket, at any level
    }

    void fetchedTicketsStayInTheCache()
    {
        signIn(QStringLiteral("alice"));
        Witness witness;
        const ScriptedServer server(witnessed(witness));
        QCOMPARE(mariadb(server, {QStringLiteral("--user=alice")}).exitCode, 0);
        QVERIFY(tickets().contains(QString::fromStdString(writerSpn)));
    }

    void withDestroyTicketsTheCacheIsAsBefore()
    {
        addToConfig("[appdefaults]\n  mysql = {\n    destroy_tickets = true\n  }\n");
        signIn(QStringLiteral("alice"));
        const QByteArray before = contents(m_cacheFile);
        QVERIFY(!before.isEmpty());
        Witness witness;
        const ScriptedServer server(witnessed(witness));
        const ProgramResult output = mariadb(server, {QStringLiteral("--user=alice")});
        QVERIFY2(output.exitCode == 0, qPrintable(output.err));
        QCOMPARE(witness.principal(), QStringLiteral("alice@CORP.EXAMPLE.COM"));
        QCOMPARE(contents(m_cacheFile), before);
    }

    void krb5ConfCanAllowOtherServiceClasses()
    {
        addToConfig("[appdefaults]\n  mysql = {\n    service_classes = aurora mysql_service\n  }\n");
        signIn(QStringLiteral("alice"));
        const ScriptedServer server(switchingTo(
            kerberosPlugin, kerberosSwitchData("mysql_service/kerberos_auth_host@AWS.EXAMPLE.COM", realm)));
        const ProgramResult output = mariadb(server, {QStringLiteral("--user=alice")});
        QVERIFY2(output.err.contains(QStringLiteral("does not know the database service")),
                 qPrintable(output.err));
    }

private:
    static QString pluginDir()
    {
        return QStringLiteral(LATCHKEY_PLUGIN_DIR);
    }

    void useCache(const QString &name)
    {
        m_cache = name;
        m_environment.insert(QStringLiteral("KRB5CCNAME"), name);
    }

    void signIn(const QString &user, const QString &cache = {}, const QStringList &options = {}) const
    {
        const QString problem = kinit(m_sandbox.principal(user), m_sandbox.password(user),
                                      cache.isEmpty() ? m_cache : cache, options);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    ProgramResult mariadb(const ScriptedServer &server, const QStringList &options) const
    {
        const QStringList common{
            QStringLiteral("--no-defaults"),        QStringLiteral("--plugin-dir=") + pluginDir(),
            QStringLiteral("--host=127.0.0.1"),     QStringLiteral("--port=%1").arg(server.port()),
            QStringLiteral("--connect-timeout=10"), QStringLiteral("--execute=do 1")};
        return runProgram(QStringLiteral("mariadb"), common + options, m_environment);
    }

    /// An honest server that tells `witness` who came.
    ScriptedServer::Script witnessed(Witness &witness) const
    {
        return [this, &witness](Conversation &client) {
            client.greet();
            const auto answer = client.answer();
            if (!answer)
                return;
            witness.see(answer->user, {});
            client.switchTo(kerberosPlugin, kerberosSwitchData(writerSpn, realm));
            std::string principal;
            const auto reply = acceptToken(m_keytab, client.read().value_or(Bytes()), &principal);
            witness.see(answer->user, principal);
            if (!reply)
                return;
            client.sendMore(*reply);
            client.sendOk();
            while (client.read())
                client.sendOk();
        };
    }

    void arrange(const QString &situation)
    {
        if (situation == QLatin1String("no ticket"))
            return;
        if (situation == QLatin1String("damaged cache")) {
            QFile file(m_cacheFile);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("this is no cache");
            return;
        }
        if (situation == QLatin1String("expired")) {
            signIn(QStringLiteral("alice"), {}, {QStringLiteral("-l"), QStringLiteral("1s")});
            // The last second still counts.
            const qint64 over = QDateTime::currentSecsSinceEpoch() + 2;
            QTRY_VERIFY_WITH_TIMEOUT(QDateTime::currentSecsSinceEpoch() > over, 10000);
            return;
        }
        signIn(QStringLiteral("alice"));
        if (situation == QLatin1String("broken krb5.conf"))
            writeConfig("[libdefaults\n");
        if (situation == QLatin1String("no KDC"))
            writeConfig(
                "[libdefaults]\n dns_lookup_kdc = false\n default_realm = CORP.EXAMPLE.COM\n[realms]\n "
                "CORP.EXAMPLE.COM = {\n  kdc = 127.0.0.1:1\n }\n AWS.EXAMPLE.COM = {\n  kdc = 127.0.0.1:1\n "
                "}\n");
    }

    void writeConfig(const QByteArray &text)
    {
        const QString path = m_files.filePath(QStringLiteral("krb5.conf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
        m_environment.insert(QStringLiteral("KRB5_CONFIG"), path);
    }

    void addToConfig(const QByteArray &text)
    {
        writeConfig(contents(m_krb5Config) + '\n' + text);
    }

    QString tickets() const
    {
        return runProgram(QStringLiteral("klist"), {QStringLiteral("-c"), m_cache}, m_environment).out;
    }

    QTemporaryDir m_files;
    Sandbox m_sandbox;
    std::string m_keytab;
    QString m_krb5Config;
    QString m_cacheFile;
    QString m_cache;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(PluginTest)
#include "plugintest.moc"
