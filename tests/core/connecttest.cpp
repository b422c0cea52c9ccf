// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/connector.h"
#include "core/connect/passwordkey.h"
#include "core/connect/readiness.h"

#include <QTest>

using namespace latchkey;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using State = Readiness::State;

Q_DECLARE_METATYPE(latchkey::Profile)
Q_DECLARE_METATYPE(latchkey::Readiness)
Q_DECLARE_METATYPE(QList<latchkey::krb::Cache>)

namespace {

const Instant now{1'800'000'000s};

/// "alice@CORP" with a TGT that ends at `end`; no end, no TGT.
krb::Cache cache(const QString &name, const QString &principal, std::optional<Instant> end,
                 bool isDefault = false)
{
    krb::Cache cache;
    cache.name = name;
    cache.isDefault = isDefault;
    if (!principal.isEmpty())
        cache.principal =
            krb::Principal{principal.section(u'@', 0, 0).split(u'/'), principal.section(u'@', 1, 1)};
    if (end) {
        krb::Ticket ticket;
        ticket.client = *cache.principal;
        ticket.service = {{u"krbtgt"_s, cache.principal->realm}, cache.principal->realm};
        ticket.endTime = *end;
        cache.tickets.append(ticket);
    }
    return cache;
}

Profile wants(const QString &principal, const QString &account = {})
{
    Profile profile;
    profile.identity.principal = principal;
    profile.account = account;
    return profile;
}

const Instant later = now + 1h;
const Instant earlier = now - 1h;

} // namespace

class ConnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProfileKnowsWhatItsClickWouldDo_data()
    {
        QTest::addColumn<Profile>("profile");
        QTest::addColumn<QList<krb::Cache>>("caches");
        QTest::addColumn<Readiness>("expected");
        using Caches = QList<krb::Cache>;
        const QString alice = u"alice@CORP"_s, bob = u"bob@CORP"_s, awsAlice = u"alice@AWS"_s;
        const auto none = cache(u"FILE:a"_s, {}, {}, true);

        QTest::newRow("named principal, no cache")
            << wants(alice) << Caches{} << Readiness{State::NeedsSignIn, alice, {}, {}};
        QTest::newRow("named principal, empty default cache")
            << wants(alice) << Caches{none} << Readiness{State::NeedsSignIn, alice, {}, {}};
        QTest::newRow("named principal in the default cache")
            << wants(alice) << Caches{cache(u"FILE:a"_s, alice, later, true)}
            << Readiness{State::Works, alice, u"FILE:a"_s, later};
        QTest::newRow("named principal elsewhere, somebody else the default")
            << wants(alice) << Caches{cache(u"FILE:a"_s, bob, later, true), cache(u"DIR::b"_s, alice, later)}
            << Readiness{State::Works, alice, u"DIR::b"_s, later};
        QTest::newRow("named principal expired")
            << wants(alice) << Caches{cache(u"FILE:a"_s, alice, earlier, true)}
            << Readiness{State::Expired, alice, u"FILE:a"_s, earlier};
        QTest::newRow("a ticket that ends now is over")
            << wants(alice) << Caches{cache(u"FILE:a"_s, alice, now, true)}
            << Readiness{State::Expired, alice, u"FILE:a"_s, now};
        QTest::newRow("expired in the default, valid elsewhere")
            << wants(alice)
            << Caches{cache(u"FILE:a"_s, alice, earlier, true), cache(u"DIR::b"_s, alice, later)}
            << Readiness{State::Works, alice, u"DIR::b"_s, later};
        QTest::newRow("valid twice: the default")
            << wants(alice)
            << Caches{cache(u"DIR::b"_s, alice, later), cache(u"FILE:a"_s, alice, later, true)}
            << Readiness{State::Works, alice, u"FILE:a"_s, later};
        QTest::newRow("cache without a TGT") << wants(alice) << Caches{cache(u"FILE:a"_s, alice, {}, true)}
                                             << Readiness{State::NeedsSignIn, alice, {}, {}};
        QTest::newRow("somebody else") << wants(alice) << Caches{cache(u"FILE:a"_s, bob, later, true)}
                                       << Readiness{State::WrongPrincipal, alice, {}, {}};
        QTest::newRow("somebody else, expired")
            << wants(alice) << Caches{cache(u"FILE:a"_s, bob, earlier, true)}
            << Readiness{State::NeedsSignIn, alice, {}, {}};
        QTest::newRow("same user of another realm is somebody else")
            << wants(alice) << Caches{cache(u"FILE:a"_s, awsAlice, later, true)}
            << Readiness{State::WrongPrincipal, alice, {}, {}};
        QTest::newRow("case matters in principals")
            << wants(alice) << Caches{cache(u"FILE:a"_s, u"Alice@CORP"_s, later, true)}
            << Readiness{State::WrongPrincipal, alice, {}, {}};
        QTest::newRow("principal typed without realm")
            << wants(u"alice"_s) << Caches{cache(u"FILE:a"_s, alice, later, true)}
            << Readiness{State::Works, alice, u"FILE:a"_s, later};

        const auto ofDefault = [](Profile profile) {
            profile.identity.cache = CachePolicy::Default;
            return profile;
        };
        const auto ofPrivate = [](Profile profile) {
            profile.identity.cache = CachePolicy::Private;
            return profile;
        };
        QTest::newRow("default cache, whoever's")
            << ofDefault(wants({}, u"alice"_s))
            << Caches{cache(u"FILE:a"_s, bob, later, true), cache(u"DIR::b"_s, alice, later)}
            << Readiness{State::Works, bob, u"FILE:a"_s, later};
        QTest::newRow("default cache, the principal's")
            << ofDefault(wants(alice)) << Caches{cache(u"FILE:a"_s, alice, later, true)}
            << Readiness{State::Works, alice, u"FILE:a"_s, later};
        QTest::newRow("default cache, somebody else's")
            << ofDefault(wants(alice))
            << Caches{cache(u"FILE:a"_s, bob, later, true), cache(u"DIR::b"_s, alice, later)}
            << Readiness{State::WrongPrincipal, alice, {}, {}};
        QTest::newRow("default cache empty, the principal's elsewhere")
            << ofDefault(wants(alice)) << Caches{none, cache(u"DIR::b"_s, alice, later)}
            << Readiness{State::WrongPrincipal, alice, {}, {}};
        QTest::newRow("default cache expired")
            << ofDefault(wants({}))
            << Caches{cache(u"FILE:a"_s, bob, earlier, true), cache(u"DIR::b"_s, alice, later)}
            << Readiness{State::Expired, bob, u"FILE:a"_s, earlier};
        QTest::newRow("default cache, nobody anywhere")
            << ofDefault(wants(alice)) << Caches{none} << Readiness{State::NeedsSignIn, alice, {}, {}};
        QTest::newRow("default cache empty, anybody elsewhere")
            << ofDefault(wants({})) << Caches{none, cache(u"DIR::b"_s, bob, later)} << Readiness{};
        QTest::newRow("private cache: of the principal's")
            << ofPrivate(wants(alice))
            << Caches{cache(u"FILE:a"_s, bob, later, true), cache(u"DIR::b"_s, alice, later)}
            << Readiness{State::Works, alice, u"DIR::b"_s, later};

        QTest::newRow("anybody, nobody there") << wants({}) << Caches{none} << Readiness{};
        QTest::newRow("anybody is the default cache")
            << wants({}) << Caches{cache(u"FILE:a"_s, bob, later, true), cache(u"DIR::b"_s, alice, later)}
            << Readiness{State::Works, bob, u"FILE:a"_s, later};
        QTest::newRow("anybody, the default has expired: not somebody else by surprise")
            << wants({}) << Caches{cache(u"FILE:a"_s, bob, earlier, true), cache(u"DIR::b"_s, alice, later)}
            << Readiness{State::Expired, bob, u"FILE:a"_s, earlier};
        QTest::newRow("anybody, no default: whoever is valid")
            << wants({}) << Caches{none, cache(u"DIR::b"_s, bob, earlier), cache(u"DIR::c"_s, alice, later)}
            << Readiness{State::Works, alice, u"DIR::c"_s, later};
        QTest::newRow("the account's name before the default")
            << wants({}, u"alice"_s)
            << Caches{cache(u"FILE:a"_s, bob, later, true), cache(u"DIR::b"_s, alice, later)}
            << Readiness{State::Works, alice, u"DIR::b"_s, later};
        QTest::newRow("the account's exact name before another case")
            << wants({}, u"alice"_s)
            << Caches{cache(u"FILE:a"_s, u"ALICE@CORP"_s, later, true), cache(u"DIR::b"_s, alice, later)}
            << Readiness{State::Works, alice, u"DIR::b"_s, later};
        QTest::newRow("the account's name twice: the default first")
            << wants({}, u"alice"_s)
            << Caches{cache(u"DIR::b"_s, awsAlice, later), cache(u"FILE:a"_s, alice, later, true)}
            << Readiness{State::Works, alice, u"FILE:a"_s, later};
        QTest::newRow("the account's name, one of them expired")
            << wants({}, u"alice"_s)
            << Caches{cache(u"FILE:a"_s, alice, earlier, true), cache(u"DIR::b"_s, awsAlice, later)}
            << Readiness{State::Works, awsAlice, u"DIR::b"_s, later};
        QTest::newRow("no principal has the account's name: the default")
            << wants({}, u"app"_s)
            << Caches{cache(u"DIR::b"_s, alice, later), cache(u"FILE:a"_s, bob, later, true)}
            << Readiness{State::Works, bob, u"FILE:a"_s, later};

        Profile password = wants(alice);
        password.authentication = Authentication::Password;
        QTest::newRow("passwords do not care") << password << Caches{cache(u"FILE:a"_s, bob, later, true)}
                                               << Readiness{State::AsksPassword, {}, {}, {}};
        password.authentication = Authentication::KeychainPassword;
        QTest::newRow("nor do those of the keychain")
            << password << Caches{cache(u"FILE:a"_s, bob, later, true)}
            << Readiness{State::AsksPassword, {}, {}, {}};
        Profile automatic = wants(alice);
        automatic.authentication = Authentication::Automatic;
        QTest::newRow("whichever plugin it is, a ticket is needed")
            << automatic << Caches{cache(u"FILE:a"_s, alice, later, true)}
            << Readiness{State::Works, alice, u"FILE:a"_s, later};
    }
    void aProfileKnowsWhatItsClickWouldDo()
    {
        QFETCH(Profile, profile);
        QFETCH(QList<krb::Cache>, caches);
        QFETCH(Readiness, expected);
        const Readiness actual = readiness(profile, caches, now);
        QCOMPARE(int(actual.state), int(expected.state));
        QCOMPARE(actual.principal, expected.principal);
        QCOMPARE(actual.cacheName, expected.cacheName);
        QVERIFY(actual.until == expected.until);
    }

    void profilesOfOneAccountShareItsPassword()
    {
        Profile profile = wants(u"bob@CORP"_s);
        profile.host = u"db1.example.com"_s;
        QCOMPARE(passwordKey(profile).account, u"bob@db1.example.com:3306"_s);
        QCOMPARE(passwordKey(profile).kind, secrets::Kind::DatabasePassword);
        profile.account = u"app"_s;
        profile.port = 3307;
        QCOMPARE(passwordKey(profile).account, u"app@db1.example.com:3307"_s);
    }

    void onlyAProvenServersSpnIsPinned()
    {
        sql::ServerInfo info;
        info.spn = u"mysql/db@AWS"_s;
        QCOMPARE(spnToPin({}, info), QString());
        info.tlsVerified = true;
        QCOMPARE(spnToPin({}, info), info.spn);
        Profile pinned;
        pinned.pinnedSpn = u"mysql/other@AWS"_s;
        QCOMPARE(spnToPin(pinned, info), QString());
    }
};

QTEST_GUILESS_MAIN(ConnectTest)
#include "connecttest.moc"
