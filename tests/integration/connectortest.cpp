// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/connector.h"
#include "core/base/worker.h"
#include "core/sql/serverprobe.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/acceptor.h"
#include "tests/support/kdcdoubles.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/sessionvalues.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <atomic>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

using Opened = Result<std::shared_ptr<sql::Session>>;

/// A MySQL server with its own way of login: "01" before the AP-REP.
void speakMySql(Conversation &client, const std::string &keytab, const std::string &spn,
                const std::string &realm)
{
    client.greet();
    client.answer();
    client.switchTo("authentication_kerberos_client", kerberosSwitchData(spn, realm));
    const auto token = client.read();
    const auto reply = acceptToken(keytab, token.value_or(Bytes()));
    if (!reply)
        return client.sendError(1045, "28000", "Access denied");
    client.sendMore(*reply);
    client.sendOk();
    while (const auto command = client.read())
        client.answerStatement(*command);
}

} // namespace

class ConnectorTest : public QObject
{
    Q_OBJECT

    Profile profile(const QString &user, const QString &server = u"writer"_s) const
    {
        const auto description = m_sandbox.server(server);
        Profile profile;
        profile.host = description.host;
        profile.port = description.port;
        profile.tlsFiles.authorities = m_sandbox.description().caFile;
        profile.identity.principal = m_sandbox.principal(user);
        profile.account = accountOf(u"authentication_kerberos"_s, user);
        return profile;
    }

    /// The same identity at a server made of a script; there is no TLS.
    Profile scripted(const QString &user, std::uint16_t port) const
    {
        Profile profile = this->profile(user);
        profile.host = u"127.0.0.1"_s;
        profile.port = port;
        profile.tls = TlsPolicy::Off;
        return profile;
    }

    QString accountOf(const QString &plugin, const QString &user) const
    {
        QString found;
        for (const auto &account : m_sandbox.server(u"writer"_s).accounts) {
            if (account.plugin == plugin && (found.isEmpty() || account.user == user))
                found = account.user;
        }
        return found;
    }

    Opened open(const Profile &profile) const
    {
        return Connector(m_kerberos).open({profile, nullptr, {}}).result();
    }

    ScriptedServer::Script mySql() const
    {
        return [keytab = keytab(), spn = spn(), realm = usersRealm()](Conversation &client) {
            speakMySql(client, keytab, spn, realm);
        };
    }

    bool destroysTickets(KerberosPlace &place) const
    {
        QFile config(m_sandbox.description().krb5Config);
        return config.open(QIODevice::ReadOnly)
               && place.useConfig(config.readAll()
                                  + "\n[appdefaults]\n  mysql = {\n    destroy_tickets = true\n  }\n");
    }

    std::string spn() const { return writerSpn(m_sandbox).toStdString(); }
    std::string usersRealm() const { return m_sandbox.description().usersRealm.toStdString(); }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem())); }
    void cleanupTestCase() { QVERIFY(Worker::waitForAll(30s)); }

    void aliceLogsInAcrossTheTrust()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        QList<int> steps;
        const auto session =
            Connector(m_kerberos)
                .open({profile(u"alice"_s), nullptr, [&](sql::Step step) { steps << int(step); }})
                .result();
        QVERIFY2(session, session ? "" : qPrintable(session.error().message + session.error().detail));
        QCOMPARE(rowOf(**session, u"select current_user()"_s), QByteArray("alice@%"));
        const sql::ServerInfo &info = (*session)->info();
        QCOMPARE(info.spn, writerSpn(m_sandbox));
        QCOMPARE(info.realm, m_sandbox.description().usersRealm);
        QCOMPARE(info.principal, m_sandbox.principal(u"alice"_s));
        QCOMPARE(info.plugin, u"authentication_kerberos_client"_s);
        QVERIFY(info.tlsVerified);
        QCOMPARE(steps, (QList<int>{0, 1, 2, 3, 4}));
        QCOMPARE(spnToPin(profile(u"alice"_s), info), writerSpn(m_sandbox));
        const QString users = m_sandbox.description().usersRealm,
                      services = m_sandbox.description().servicesRealm;
        QCOMPARE(place.klist(u"FILE:"_s + place.defaultPath()),
                 (QStringList{u"krbtgt/%1@%1"_s.arg(users), u"krbtgt/%1@%2"_s.arg(services, users),
                              writerSpn(m_sandbox)}));
    }

    void anAccountNeedsNoNameInTheProfile()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        Profile whoever = profile(u"alice"_s);
        whoever.account.clear();
        whoever.identity.principal.clear();
        const auto session = open(whoever);
        QCOMPARE(codeOf(session), u"no error"_s);
        QCOMPARE(rowOf(**session, u"select current_user()"_s), QByteArray("alice@%"));
        QCOMPARE((*session)->info().principal, m_sandbox.principal(u"alice"_s));
    }

    void gssapiAccountsLogInTheSameWay()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        Profile gssapi = profile(u"alice"_s);
        gssapi.authentication = Authentication::Gssapi;
        gssapi.account = accountOf(u"gssapi"_s, u"alice"_s);
        const auto session = open(gssapi);
        QVERIFY2(session, session ? "" : qPrintable(session.error().message + session.error().detail));
        QCOMPARE((*session)->info().plugin, u"auth_gssapi_client"_s);
    }

    void anAutomaticLoginTakesWhicheverWayTheServerNames()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        for (const auto &[plugin, client] :
             {std::pair(u"authentication_kerberos"_s, u"authentication_kerberos_client"_s),
              std::pair(u"gssapi"_s, u"auth_gssapi_client"_s)}) {
            Profile automatic = profile(u"alice"_s);
            automatic.authentication = Authentication::Automatic;
            automatic.account = accountOf(plugin, u"alice"_s);
            const auto session = open(automatic);
            QVERIFY2(session, session ? "" : qPrintable(session.error().message + session.error().detail));
            QCOMPARE((*session)->info().plugin, client);
            QCOMPARE((*session)->info().principal, m_sandbox.principal(u"alice"_s));
            const auto report = sql::probeServer(automatic, automatic.account).result();
            QVERIFY(report);
            QCOMPARE(report->plugin, client);
            QVERIFY(!report->spn.isEmpty());
        }
    }

    void anAutomaticLoginGivesNoPasswordAway()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        ScriptedServer server(switchingTo("mysql_clear_password", {}));
        Profile automatic = scripted(u"alice"_s, server.port());
        automatic.authentication = Authentication::Automatic;
        QCOMPARE(codeOf(open(automatic)), u"PluginRefused"_s);
        QCOMPARE(server.receivedAfterAnswer(), Bytes());
    }

    // The cache that the profile wants

    void theDefaultCacheIsUsedWhoeversItIs()
    {
        const KerberosPlace place(m_sandbox, KerberosPlace::Default::Directory);
        QVERIFY(place.signIn(u"alice"_s)); // the default
        const auto bob = place.signIn(u"bob"_s);
        QVERIFY(bob);
        Profile wanted = profile(u"alice"_s);
        wanted.identity = {{}, {}, CachePolicy::Default};
        const auto session = open(wanted);
        QCOMPARE(codeOf(session), u"no error"_s);
        QCOMPARE((*session)->info().principal, m_sandbox.principal(u"alice"_s));
        wanted.identity.principal = m_sandbox.principal(u"alice"_s);
        QCOMPARE(codeOf(open(wanted)), u"no error"_s);

        QVERIFY(m_kerberos.makeDefault(bob->name).result());
        const auto other = open(wanted);
        QCOMPARE(codeOf(other), u"CacheUnusable"_s);
        QVERIFY(other.error().message.contains(wanted.identity.principal));
        wanted.identity.principal.clear(); // alice's account, by bob's ticket
        QCOMPARE(codeOf(open(wanted)), u"ServerDenied"_s);
    }

    void noOtherCacheStandsInForTheDefaultOne()
    {
        const KerberosPlace place(m_sandbox, KerberosPlace::Default::Directory);
        QVERIFY(place.signIn(u"alice"_s));
        ScriptedServer server(
            switchingTo("authentication_kerberos_client", kerberosSwitchData(spn(), "OTHER.EXAMPLE.COM")));
        Profile wanted = scripted(u"alice"_s, server.port());
        wanted.identity = {{}, {}, CachePolicy::Default};
        QCOMPARE(codeOf(open(wanted)), u"RealmMismatch"_s);
    }

    void aPrivateCacheGoesWithItsSession()
    {
        const KerberosPlace place(m_sandbox);
        const auto alice = place.signIn(u"alice"_s);
        QVERIFY(alice);
        const auto before = place.allBytes();
        Profile wanted = profile(u"alice"_s);
        wanted.identity.cache = CachePolicy::Private;
        const auto session = open(wanted);
        QVERIFY2(session, session ? "" : qPrintable(session.error().message + session.error().detail));
        QCOMPARE((*session)->info().principal, m_sandbox.principal(u"alice"_s));
        QCOMPARE(place.allBytes(), before);
    }

    void whatAKeytabGaveForAPrivateCacheIsGoneWithTheSession()
    {
        const KerberosPlace place(m_sandbox);
        const QString principal = m_sandbox.description().keytabs.value(0).principal;
        ScriptedServer server(mySql());
        Profile batch = scripted(u"alice"_s, server.port());
        batch.identity = {principal, m_sandbox.keytab(principal), CachePolicy::Private};
        batch.account.clear();
        const auto session = open(batch);
        QVERIFY2(session, session ? "" : qPrintable(session.error().message + session.error().detail));
        QTRY_VERIFY(m_kerberos.caches().result()->isEmpty());
    }

    void manyLoginsOfOneKeytabDoNotDisturbEachOther_data()
    {
        QTest::addColumn<CachePolicy>("policy");
        QTest::addColumn<bool>("krb5ConfDestroys");
        QTest::newRow("private") << CachePolicy::Private << false;
        QTest::newRow("destroy_tickets") << CachePolicy::ByPrincipal << true;
        QTest::newRow("destroy_tickets, default cache") << CachePolicy::Default << true;
    }
    void manyLoginsOfOneKeytabDoNotDisturbEachOther()
    {
        QFETCH(CachePolicy, policy);
        QFETCH(bool, krb5ConfDestroys);
        KerberosPlace place(m_sandbox);
        QVERIFY(!krb5ConfDestroys || destroysTickets(place));
        const QString principal = m_sandbox.description().keytabs.value(0).principal;
        ScriptedServer server(mySql());
        Profile batch = scripted(u"alice"_s, server.port());
        batch.identity = {principal, m_sandbox.keytab(principal), policy};
        batch.account.clear();
        const Connector connector(m_kerberos);
        for (int round = 0; round < 3; ++round) {
            QList<QFuture<Opened>> openings;
            for (int i = 0; i < 8; ++i)
                openings += connector.open({batch, nullptr, {}});
            for (const auto &opening : openings) {
                const Opened opened = opening.result();
                QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message + opened.error().detail));
            }
        }
        QVERIFY(m_kerberos.caches().result()->isEmpty());
        QVERIFY(place.allBytes().isEmpty()); // nothing of it was ever in a file
    }

    // A krb5.conf of the profile's own

    void aRealmThatOnlyTheProfilesConfigKnowsIsReached()
    {
        KerberosPlace place(m_sandbox);
        QFile sandboxConfig(m_sandbox.description().krb5Config);
        QVERIFY(sandboxConfig.open(QIODevice::ReadOnly));
        QFile own(place.path(u"own.conf"_s));
        QVERIFY(own.open(QIODevice::WriteOnly) && own.write(sandboxConfig.readAll()) > 0);
        own.close();
        const QString principal = m_sandbox.description().keytabs.value(0).principal;
        QVERIFY(
            place.useConfig("[libdefaults]\n  dns_lookup_kdc = false\n  default_realm = NOWHERE.EXAMPLE\n"));
        ScriptedServer server(mySql());
        Profile batch = scripted(u"alice"_s, server.port());
        batch.identity = {principal, m_sandbox.keytab(principal)};
        batch.account.clear();
        QCOMPARE(codeOf(open(batch)), u"RealmUnknown"_s);
        batch.kerberosConfig = own.fileName();
        const auto session = open(batch);
        QVERIFY2(session, session ? "" : qPrintable(session.error().message + session.error().detail));
        QCOMPARE((*session)->info().principal, principal);
        const auto again = open(batch); // with the tickets that are there
        QCOMPARE(codeOf(again), u"no error"_s);
    }

    void aRealServerIsReachedByTheProfilesConfigAlone()
    {
        KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        QFile sandboxConfig(m_sandbox.description().krb5Config);
        QVERIFY(sandboxConfig.open(QIODevice::ReadOnly));
        QFile own(place.path(u"own.conf"_s));
        QVERIFY(own.open(QIODevice::WriteOnly) && own.write(sandboxConfig.readAll()) > 0);
        own.close();
        QVERIFY(place.useConfig("[libdefaults]\n  dns_lookup_kdc = false\n"));
        Profile wanted = profile(u"alice"_s);
        QVERIFY(!open(wanted));
        wanted.kerberosConfig = own.fileName();
        const auto session = open(wanted);
        QVERIFY2(session, session ? "" : qPrintable(session.error().message + session.error().detail));
        QCOMPARE(rowOf(**session, u"select current_user()"_s), QByteArray("alice@%"));
    }

    void aConfigThatCannotBeReadIsNamed()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        Profile wanted = profile(u"alice"_s);
        wanted.kerberosConfig = u"/nonexistent/krb5.conf"_s;
        const auto result = open(wanted);
        QCOMPARE(codeOf(result), u"FileInaccessible"_s);
        QVERIFY(result.error().message.contains(wanted.kerberosConfig));
    }

    void twoIdentitiesAreConnectedAtOnceAndNoOtherCacheChanges()
    {
        const KerberosPlace place(m_sandbox, KerberosPlace::Default::Directory);
        QVERIFY(place.signIn(u"bob"_s)); // the default
        const auto alice = place.signIn(u"alice"_s);
        const auto carol = place.signIn(u"carol"_s);
        QVERIFY(alice && carol);
        QVERIFY(alice->name != carol->name);
        auto before = place.allBytes();
        Connector connector(m_kerberos);
        auto first = connector.open({profile(u"alice"_s), nullptr, {}});
        auto second = connector.open({profile(u"carol"_s), nullptr, {}});
        QCOMPARE(codeOf(first.result()), u"no error"_s);
        QCOMPARE(codeOf(second.result()), u"no error"_s);
        QCOMPARE((*first.result())->info().principal, m_sandbox.principal(u"alice"_s));
        QCOMPARE((*second.result())->info().principal, m_sandbox.principal(u"carol"_s));
        auto after = place.allBytes();
        for (const auto *cache : {&*alice, &*carol}) { // these two got their service tickets
            const QString file = cache->name.section(u':', -1);
            QVERIFY(before.contains(file));
            before.remove(file);
            after.remove(file);
        }
        QVERIFY(!before.isEmpty());
        QCOMPARE(after, before);
    }

    void whatIsWatchedIsUsedAndReadAgainIfItIsOutdated()
    {
        const KerberosPlace place(m_sandbox);
        const auto alice = place.signIn(u"alice"_s);
        QVERIFY(alice);
        QList<krb::Cache> seen{*alice};
        const Connector connector(m_kerberos, [&seen] { return std::optional(seen); });
        const auto connect = [&] { return connector.open({profile(u"alice"_s), nullptr, {}}).result(); };
        QCOMPARE(codeOf(connect()), u"no error"_s);

        seen.front().name = u"FILE:"_s + place.path(u"moved"_s); // as if the tickets had been there
        QCOMPARE(codeOf(connect()), u"no error"_s);
        QVERIFY(m_kerberos.destroy(krb::AllCaches{}).result());
        QCOMPARE(codeOf(connect()), u"NotSignedIn"_s);
    }

    void withoutATicketTheServerIsNotSpokenTo()
    {
        const KerberosPlace place(m_sandbox);
        ScriptedServer server(mySql());
        const auto nobody = open(scripted(u"alice"_s, server.port()));
        QCOMPARE(codeOf(nobody), u"NotSignedIn"_s);
        QVERIFY(nobody.error().message.contains(m_sandbox.principal(u"alice"_s)));
        QVERIFY(place.signIn(u"bob"_s));
        const auto somebodyElse = open(scripted(u"alice"_s, server.port()));
        QCOMPARE(codeOf(somebodyElse), u"NotSignedIn"_s);
        QVERIFY(somebodyElse.error().message.contains(m_sandbox.principal(u"alice"_s)));
        QCOMPARE(server.connections(), 0);
    }

    void anExpiredTicketAsksToSignInAgain()
    {
        const KerberosPlace place(m_sandbox);
        auto request = place.request(u"alice"_s);
        request.lifetime = 1s;
        QVERIFY(m_kerberos.signIn(std::move(request)).result());
        ScriptedServer server(mySql());
        QTRY_COMPARE_WITH_TIMEOUT(codeOf(open(scripted(u"alice"_s, server.port()))), u"TicketExpired"_s,
                                  5000);
    }

    void aKeytabSignsInByItself()
    {
        const KerberosPlace place(m_sandbox);
        const QString principal = m_sandbox.description().keytabs.value(0).principal;
        ScriptedServer server(mySql());
        Profile batch = scripted(u"alice"_s, server.port());
        batch.identity = {principal, m_sandbox.keytab(principal)};
        batch.account.clear();
        const auto session = open(batch);
        QVERIFY2(session, session ? "" : qPrintable(session.error().message + session.error().detail));
        QCOMPARE((*session)->info().principal, principal);
    }

    // krb5.conf's destroy_tickets

    void noTicketOfASessionReachesTheUsersCache()
    {
        KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        const auto before = place.allBytes();
        QVERIFY(destroysTickets(place));
        const auto session = open(profile(u"alice"_s));
        QVERIFY2(session, session ? "" : qPrintable(session.error().message + session.error().detail));
        QCOMPARE(rowOf(**session, u"select current_user()"_s), QByteArray("alice@%"));
        QCOMPARE((*session)->info().principal, m_sandbox.principal(u"alice"_s));
        QCOMPARE(place.allBytes(), before);
    }

    void aStatementCanBeCancelledWithATicketThatOnlyTheSessionHas()
    {
        KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        QVERIFY(destroysTickets(place));
        const auto session = open(profile(u"alice"_s));
        const auto other = open(profile(u"alice"_s));
        QVERIFY(session && other);
        QVERIFY(m_kerberos.destroy(krb::AllCaches{}).result());
        std::stop_source stop;
        const auto sleeping = (*session)->run(u"select sleep(100) as cancel_me"_s, {}, {}, stop.get_token());
        const QString running =
            u"select count(*) from information_schema.processlist where info like '%cancel_me' and id = %1"_s
                .arg((*session)->info().connectionId);
        QTRY_COMPARE(rowOf(**other, running), QByteArray("1"));
        stop.request_stop();
        QCOMPARE(rowOf(**session, u"select 1"_s), QByteArray("1")); // killed, not cut off
        QCOMPARE(rowOf(**other, running), QByteArray("0"));
    }

    void whatAKeytabGaveIsGoneWithTheSession()
    {
        KerberosPlace place(m_sandbox);
        const QString principal = m_sandbox.description().keytabs.value(0).principal;
        ScriptedServer server(mySql());
        Profile batch = scripted(u"alice"_s, server.port());
        batch.identity = {principal, m_sandbox.keytab(principal)};
        batch.account.clear();
        QVERIFY(destroysTickets(place));
        const auto session = open(batch);
        QVERIFY2(session, session ? "" : qPrintable(session.error().message + session.error().detail));
        QCOMPARE((*session)->info().principal, principal);
        QTRY_VERIFY(m_kerberos.caches().result()->isEmpty());
    }

    // MySQL's own way: 01 before the server's proof

    void aServerThatSpeaksAsMySqlDoesIsFine()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        ScriptedServer server(mySql());
        const auto session = open(scripted(u"alice"_s, server.port()));
        QVERIFY2(session, session ? "" : qPrintable(session.error().message + session.error().detail));
        QVERIFY((*session)->info().version.startsWith(u"8.0"));
        QCOMPARE(spnToPin(scripted(u"alice"_s, server.port()), (*session)->info()),
                 QString()); // no TLS, no pin
    }

    // The SPN

    void aPinnedSpnIsAcceptedAndAnotherRefusedByName()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        Profile pinned = profile(u"alice"_s);
        pinned.pinnedSpn = writerSpn(m_sandbox);
        QCOMPARE(codeOf(open(pinned)), u"no error"_s);
        pinned.pinnedSpn = u"mysql/other.example.com@"_s + m_sandbox.description().servicesRealm;
        const auto before = place.allBytes();
        const auto refused = open(pinned);
        QCOMPARE(codeOf(refused), u"SpnRefused"_s);
        QVERIFY(refused.error().message.contains(pinned.pinnedSpn));
        QVERIFY(refused.error().message.contains(writerSpn(m_sandbox)));
        QCOMPARE(place.allBytes(), before); // no ticket was asked for
    }

    void aServiceOfAnotherClassIsRefused()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        ScriptedServer rogue(
            switchingTo("authentication_kerberos_client",
                        kerberosSwitchData("ldap/dc.example.com@" + usersRealm(), usersRealm())));
        QCOMPARE(codeOf(open(scripted(u"alice"_s, rogue.port()))), u"SpnRefused"_s);
    }

    void aServiceThatTheKdcDoesNotKnowIsSaidToBeUnknown()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        const std::string services = m_sandbox.description().servicesRealm.toStdString();
        ScriptedServer server(
            switchingTo("authentication_kerberos_client",
                        kerberosSwitchData("mysql/nobody.example.com@" + services, usersRealm())));
        const auto result = open(scripted(u"alice"_s, server.port()));
        QCOMPARE(codeOf(result), u"ServiceUnknown"_s);
        QVERIFY(result.error().message.contains(u"mysql/nobody.example.com"));
    }

    void anAccountOfAnotherRealmIsAMismatch()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        ScriptedServer server(
            switchingTo("authentication_kerberos_client", kerberosSwitchData(spn(), "OTHER.EXAMPLE.COM")));
        Profile wanted = scripted(u"alice"_s, server.port());
        QCOMPARE(codeOf(open(wanted)), u"RealmMismatch"_s);
        wanted.identity.principal.clear();
        const auto whoever = open(wanted);
        QCOMPARE(codeOf(whoever), u"RealmMismatch"_s);
        QVERIFY(whoever.error().message.contains(u"OTHER.EXAMPLE.COM"));
    }

    void aMissingAccountIsDeniedWithTheUsualCauses()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        Profile wrong = profile(u"alice"_s);
        wrong.account = u"nobody_of_that_name"_s;
        const auto result = open(wrong);
        QVERIFY2(!result, "logged in");
        // Servers hide that there is no such account by treating it like another one, of whatever plugin and realm.
        const QStringList kinds{u"ServerDenied"_s, u"PluginRefused"_s, u"RealmMismatch"_s};
        QVERIFY2(kinds.contains(codeOf(result)), qPrintable(codeOf(result)));
        QVERIFY(result.error().message.contains(wrong.account));
    }

    void aTicketThatExpiresDuringTheLoginIsSaidToHaveExpired()
    {
        const KerberosPlace place(m_sandbox);
        auto brief = place.request(u"alice"_s);
        brief.lifetime = 1s;
        const auto cache = m_kerberos.signIn(std::move(brief)).result();
        QVERIFY(cache);
        const QByteArray expired = place.bytes(place.defaultPath());
        QTRY_VERIFY(cache->ticketGranting()->endTime < systemNow());
        QVERIFY(place.signIn(u"alice"_s));
        ScriptedServer server([&](Conversation &conversation) {
            conversation.greet();
            conversation.answer();
            // The caches have been looked at by now.
            QFile file(place.defaultPath());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(expired) == expired.size());
            file.close();
            conversation.switchTo("authentication_kerberos_client", kerberosSwitchData(spn(), usersRealm()));
            conversation.waitForLeaving();
        });
        QVERIFY(krb::obtainServiceTicket(cache->name, writerSpn(m_sandbox), [](const QString &) {
            return true;
        })); // so that no KDC is asked before GSS is
        const auto result = open(scripted(u"alice"_s, server.port()));
        QCOMPARE(codeOf(result), u"TicketExpired"_s);
        QVERIFY(result.error().message.contains(m_sandbox.principal(u"alice"_s)));
    }

    // Recovery

    void aTicketOlderThanTheServersKeyIsReplacedOnce()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        auto logins = std::make_shared<std::atomic<int>>(0);
        const auto accepting = mySql();
        // The first login fills the cache; the second finds a server whose key has changed.
        ScriptedServer server([=, this](Conversation &conversation) {
            if (++*logins != 2)
                return accepting(conversation);
            conversation.greet();
            conversation.answer();
            conversation.switchTo("authentication_kerberos_client", kerberosSwitchData(spn(), usersRealm()));
            conversation.read();
            conversation.sendError(1045, "28000", "Access denied");
        });
        const Profile wanted = scripted(u"alice"_s, server.port());
        QCOMPARE(codeOf(open(wanted)), u"no error"_s);
        QCOMPARE(codeOf(open(wanted)), u"no error"_s);
        QCOMPARE(logins->load(), 3);
    }

    void aDenialWithAFreshTicketIsFinal()
    {
        const KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        ScriptedServer server([this](Conversation &conversation) {
            conversation.greet();
            conversation.answer();
            conversation.switchTo("authentication_kerberos_client", kerberosSwitchData(spn(), usersRealm()));
            conversation.read();
            conversation.sendError(1045, "28000", "Access denied");
        });
        QCOMPARE(codeOf(open(scripted(u"alice"_s, server.port()))), u"ServerDenied"_s);
        QCOMPARE(server.connections(), 1);
        QCOMPARE(codeOf(open(scripted(u"alice"_s, server.port()))),
                 u"ServerDenied"_s); // now it was in the cache
        QCOMPARE(server.connections(), 3);
    }

    // Time

    void aSilentKdcEndsInAVerdictAndCanBeCancelled()
    {
        KerberosPlace place(m_sandbox);
        QVERIFY(place.signIn(u"alice"_s));
        const SilentKdc silent;
        const QStringList kdcs{u"127.0.0.1:%1"_s.arg(silent.port())};
        QVERIFY(place.useKdcs(m_sandbox.description().usersRealm, kdcs));
        ScriptedServer server(mySql());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(codeOf(open(scripted(u"alice"_s, server.port()))), u"KdcUnreachable"_s);
        QVERIFY2(timer.elapsed() < 5500, qPrintable(QString::number(timer.elapsed())));

        std::stop_source stop;
        auto future =
            Connector(m_kerberos).open({scripted(u"alice"_s, server.port()), nullptr, {}}, stop.get_token());
        QTRY_COMPARE(server.connections(), 2);
        timer.restart();
        stop.request_stop();
        QCOMPARE(codeOf(future.result()), u"Cancelled"_s);
        QVERIFY2(timer.elapsed() < 100, qPrintable(QString::number(timer.elapsed())));
    }

    // Asking without a ticket

    void aProbeNeedsNoTicketAndNamesTheSpn()
    {
        const KerberosPlace place(m_sandbox);
        const auto report =
            sql::probeServer(profile(u"alice"_s), accountOf(u"authentication_kerberos"_s, u"alice"_s))
                .result();
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->plugin, u"authentication_kerberos_client"_s);
        QCOMPARE(report->spn, writerSpn(m_sandbox));
        QCOMPARE(report->realm, m_sandbox.description().usersRealm);
        QVERIFY(report->tlsVerified);
        QVERIFY(place.allBytes().isEmpty());
    }

private:
    /// Of the service, for servers made of a script.
    std::string keytab() const { return (m_sandbox.folder() + u"/writer.keytab"_s).toStdString(); }

    Sandbox m_sandbox;
    const krb::KerberosService m_kerberos{};
};

QTEST_GUILESS_MAIN(ConnectorTest)
#include "connectortest.moc"
