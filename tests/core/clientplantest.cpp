// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/clientplan.h"
#include "core/connect/clientprograms.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const Instant now{1'800'000'000s};

krb::Cache cacheOf(const QString &name, const QString &user, Instant end = now + 1h, bool isDefault = false)
{
    krb::Cache cache;
    cache.name = name;
    cache.isDefault = isDefault;
    cache.principal = krb::Principal{{user}, u"CORP"_s};
    krb::Ticket ticket;
    ticket.client = *cache.principal;
    ticket.service = {{u"krbtgt"_s, u"CORP"_s}, u"CORP"_s};
    ticket.endTime = end;
    cache.tickets.append(ticket);
    return cache;
}

Profile aurora()
{
    Profile profile;
    profile.name = u"orders"_s;
    profile.host = u"db1.corp"_s;
    profile.schema = u"shop"_s;
    profile.identity.principal = u"alice@CORP"_s;
    return profile;
}

ClientPlace place()
{
    return {
        {u"/usr/bin/mariadb"_s, u"/opt/mysql"_s, u"/usr/lib/latchkey/plugin"_s},
        {cacheOf(u"FILE:/tmp/bob"_s, u"bob"_s, now + 1h, true), cacheOf(u"DIR::/run/t/tkt1"_s, u"alice"_s)},
        {u"/etc/krb5.conf"_s},
        now};
}

/// Finds these programs and no other.
FindProgram among(const QStringList &paths)
{
    return [paths](const QString &name) {
        for (const QString &path : paths)
            if (path == name || path.section(u'/', -1) == name)
                return path;
        return QString();
    };
}

} // namespace

class ClientPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTicketIsUsedFromTheProfilesOwnCache()
    {
        const auto plan = clientPlan(aurora(), place());
        QVERIFY(plan);
        QCOMPARE(plan->program, u"/usr/bin/mariadb"_s);
        QCOMPARE(plan->arguments.join(u' '),
                 u"--plugin-dir=/usr/lib/latchkey/plugin --host=db1.corp --port=3306 --user=alice "
                 "--database=shop --default-auth=authentication_kerberos_client --ssl "
                 "--ssl-verify-server-cert"_s);
        QCOMPARE(plan->environment, (QMap<QString, QString>{{u"KRB5CCNAME"_s, u"DIR::/run/t/tkt1"_s}}));
        QCOMPARE(plan->remarks, QStringList());
    }

    void theProfilesKrb5ConfGoesBeforeTheOthers()
    {
        Profile profile = aurora();
        profile.kerberosConfig = u"/home/a/krb5.conf"_s;
        QCOMPARE(clientPlan(profile, place())->environment.value(u"KRB5_CONFIG"_s),
                 u"/home/a/krb5.conf:/etc/krb5.conf"_s);
    }

    void withoutMariaDbsClientMySqlsIsTaken()
    {
        ClientPlace without = place();
        without.programs.mariadb.clear();
        const auto plan = clientPlan(aurora(), without);
        QVERIFY(plan);
        QCOMPARE(plan->program, u"/opt/mysql"_s);
        QVERIFY(plan->arguments.contains(u"--ssl-mode=VERIFY_IDENTITY"_s));
        QVERIFY(plan->arguments.filter(u"plugin-dir"_s).isEmpty());
    }

    void gssapiKeepsTheClientsOwnPluginFolder()
    {
        Profile profile = aurora();
        profile.authentication = Authentication::Gssapi;
        const auto plan = clientPlan(profile, place());
        QVERIFY(plan);
        QVERIFY(plan->arguments.contains(u"--default-auth=auth_gssapi_client"_s));
        QVERIFY(plan->arguments.filter(u"plugin-dir"_s).isEmpty());
    }

    void aPasswordIsAskedForByTheClientAndNeverWritten()
    {
        Profile profile = aurora();
        profile.authentication = Authentication::Password;
        profile.account = u"app"_s;
        const auto plan = clientPlan(profile, place());
        QVERIFY(plan);
        QCOMPARE(plan->arguments.last(), u"--password"_s);
        QVERIFY(plan->environment.isEmpty());
        QCOMPARE(plan->words().first(), u"/usr/bin/mariadb"_s);
    }

    void aReadOnlyProfileStaysReadOnlyBehindItsOwnStatements()
    {
        Profile profile = aurora();
        profile.readOnly = true;
        profile.session.timeZone = u"+01:00"_s;
        profile.session.statements = {u"SELECT 1"_s};
        QVERIFY(clientPlan(profile, place())
                    ->arguments.contains(u"--init-command=SET @@session.time_zone='+01:00'; SELECT 1; "
                                         "SET SESSION TRANSACTION READ ONLY"_s));
    }

    void whatOtherToolsLeftInTheProfileIsNotHandedOn()
    {
        Profile profile = aurora();
        profile.foreign.insert(u"mysql"_s,
                               QJsonObject{{u"plugin-dir"_s, u"/tmp/evil"_s}, {u"pager"_s, u"sh"_s}});
        QCOMPARE(clientPlan(profile, place())->arguments, clientPlan(aurora(), place())->arguments);
    }

    void aPrivateCacheCannotBeKeptAndThatIsSaid()
    {
        Profile profile = aurora();
        profile.identity.cache = CachePolicy::Private;
        const auto plan = clientPlan(profile, place());
        QVERIFY(plan);
        QCOMPARE(plan->environment.value(u"KRB5CCNAME"_s), u"DIR::/run/t/tkt1"_s);
        QCOMPARE(plan->remarks.size(), 1);
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<Authentication>("authentication");
        QTest::addColumn<bool>("hasMariaDb");
        QTest::addColumn<bool>("hasMySql");
        QTest::addColumn<bool>("hasPlugin");
        QTest::addColumn<QString>("word");
        QTest::newRow("no client") << Authentication::Kerberos << false << false << true << u"neither"_s;
        QTest::newRow("no plugin") << Authentication::Kerberos << true << false << false << u"plugin"_s;
        QTest::newRow("gssapi") << Authentication::Gssapi << false << true << true << u"gssapi"_s;
    }
    void whatIsMissingIsSaid()
    {
        QFETCH(Authentication, authentication);
        QFETCH(bool, hasMariaDb);
        QFETCH(bool, hasMySql);
        QFETCH(bool, hasPlugin);
        QFETCH(QString, word);
        Profile profile = aurora();
        profile.authentication = authentication;
        ClientPlace poor = place();
        if (!hasMariaDb)
            poor.programs.mariadb.clear();
        if (!hasMySql)
            poor.programs.mysql.clear();
        if (!hasPlugin)
            poor.programs.pluginFolder.clear();
        const auto plan = clientPlan(profile, poor);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, Error::Code::NotFound);
        QVERIFY2(plan.error().message.contains(word), qPrintable(plan.error().message));
    }

    void withoutATicketItSaysWhoHasToSignIn()
    {
        ClientPlace expired = place();
        expired.caches[1] = cacheOf(u"DIR::/run/t/tkt1"_s, u"alice"_s, now - 1h);
        QCOMPARE(clientPlan(aurora(), expired).error().code, Error::Code::TicketExpired);
        expired.caches.removeLast();
        QCOMPARE(clientPlan(aurora(), expired).error().code, Error::Code::NotSignedIn);
    }

    void theCommandCanBePastedIntoAShell()
    {
        const ClientPlan plan{
            u"/usr/bin/mariadb"_s, {u"--user=o'neil"_s}, {{u"KRB5CCNAME"_s, u"FILE:/a b"_s}}, {}};
        QCOMPARE(plan.shellCommand(), uR"(env 'KRB5CCNAME=FILE:/a b' /usr/bin/mariadb '--user=o'\''neil')"_s);
    }

    void theTerminalIsTheUsersThenTheDesktopsThenAnyone_data()
    {
        QTest::addColumn<QString>("preferred");
        QTest::addColumn<QStringList>("installed");
        QTest::addColumn<QString>("words");
        const QStringList many{u"/bin/xterm"_s, u"/bin/konsole"_s, u"/bin/x-terminal-emulator"_s};
        QTest::newRow("desktop's") << QString() << many << u"/bin/x-terminal-emulator -e"_s;
        QTest::newRow("user's") << u"konsole --separate"_s << many << u"/bin/konsole --separate -e"_s;
        QTest::newRow("user's is gone") << u"wezterm"_s << many << u"/bin/x-terminal-emulator -e"_s;
        QTest::newRow("user's is unknown") << u"/opt/st"_s << QStringList{u"/opt/st"_s} << u"/opt/st -e"_s;
        QTest::newRow("standard") << QString() << QStringList{u"/bin/xdg-terminal-exec"_s, u"/bin/xterm"_s}
                                  << u"/bin/xdg-terminal-exec"_s;
        QTest::newRow("GNOME's") << QString() << QStringList{u"/bin/gnome-terminal"_s}
                                 << u"/bin/gnome-terminal --"_s;
        QTest::newRow("none") << QString() << QStringList() << QString();
    }
    void theTerminalIsTheUsersThenTheDesktopsThenAnyone()
    {
        QFETCH(QString, preferred);
        QFETCH(QStringList, installed);
        QFETCH(QString, words);
        const auto terminal = chosenTerminal(preferred, among(installed));
        QCOMPARE(terminal.has_value(), !words.isEmpty());
        if (terminal)
            QCOMPARE((QStringList(terminal->program) + terminal->options).join(u' '), words);
    }

    void mysqlMayBeAnotherNameOfMariaDb()
    {
        QTemporaryDir folder;
        const QString mariadb = folder.filePath(u"mariadb"_s);
        const QString mysql = folder.filePath(u"mysql"_s);
        QFile file(mariadb);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(mariadb, mysql));
        const ClientPrograms both = findClientPrograms(among({mariadb, mysql}));
        QCOMPARE(both.mariadb, mariadb);
        QCOMPARE(both.mysql, QString());
        const ClientPrograms one = findClientPrograms(among({mysql}));
        QCOMPARE(one.mariadb, mysql);
        QCOMPARE(one.mysql, QString());
    }
};

QTEST_GUILESS_MAIN(ClientPlanTest)
#include "clientplantest.moc"
