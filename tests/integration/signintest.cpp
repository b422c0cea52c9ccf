// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker.h"
#include "core/krb/kerberosservice.h"
#include "tests/integration/kerberosplace.h"
#include "tests/integration/scriptedprompter.h"
#include "tests/support/kdcdoubles.h"

#include <QElapsedTimer>
#include <QTest>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

const QString alice = QStringLiteral("alice");
const QString bob = QStringLiteral("bob");
const QString dave = QStringLiteral("dave");
const QString corp = QStringLiteral("CORP.EXAMPLE.COM");

Secret secret(const QString &text)
{
    return Secret(text.toStdString());
}

QStringList flagsOf(const Cache &cache)
{
    return flagNames(cache.ticketGranting()->flags);
}

} // namespace

/// What is asked on the way to a ticket, what becomes of an expired password, and what can be chosen: on real KDCs.
class SignInTest : public QObject
{
    Q_OBJECT

private:
    SignInRequest asking(const QString &user, std::shared_ptr<Prompter> prompter) const
    {
        return {.principal = m_sandbox.principal(user),
                .credential = AskForProof{},
                .prompter = std::move(prompter)};
    }
    Result<Cache> signIn(SignInRequest request) const
    {
        return m_kerberos.signIn(std::move(request)).result();
    }
    /// A user of this test's own, with a policy that locks after three wrong passwords.
    QString makeUser(const QByteArray &name, const QByteArray &options = {}) const
    {
        if (!m_sandbox.administer(
                corp, "addpol -maxfailure 3 -minlength 8 -minclasses 2 strict\naddprinc -policy strict "
                          + options + " -pw first-Word1 " + name + '\n'))
            return {};
        return QString::fromUtf8(name) + QLatin1Char('@') + corp;
    }
    int failuresOf(const QString &principal) const { return m_sandbox.failedAttempts(corp, principal); }

    Sandbox m_sandbox;
    KerberosService m_kerberos;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
    }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void thePasswordIsAskedWhenNothingIsGiven()
    {
        const KerberosPlace place(m_sandbox);
        const auto person = std::make_shared<ScriptedPrompter>(
            std::deque<QList<QByteArray>>{{m_sandbox.password(alice).toUtf8()}});
        const auto cache = signIn(asking(alice, person));
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().detail));
        QCOMPARE(person->asked().size(), 1);
        const Questions asked = person->asked().constFirst();
        QCOMPARE(asked.title, QStringLiteral("Sign in as alice@CORP.EXAMPLE.COM"));
        QCOMPARE(asked.list, (QList<Question>{{Question::Kind::Password,
                                               QStringLiteral("Password of alice@CORP.EXAMPLE.COM"), true}}));
    }

    void whoGivesUpIsNotSignedIn()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = signIn(asking(alice, std::make_shared<ScriptedPrompter>()));
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::Cancelled);
        QVERIFY(place.allBytes().isEmpty());
    }

    void aQuestionThatNobodyCanAnswerHasItsSentence()
    {
        const KerberosPlace place(m_sandbox);
        const auto cache = signIn(asking(alice, nullptr));
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::NobodyToAsk);
        QVERIFY2(cache.error().message.contains(QStringLiteral("Password of alice@CORP.EXAMPLE.COM")),
                 qPrintable(cache.error().message));
    }

    void anAnswerThatIsTooLongIsRefusedBeforeTheKdcSeesIt()
    {
        const KerberosPlace place(m_sandbox);
        for (const QByteArray &answer : {QByteArray(2000, 'x'), QByteArray("a\0b", 3)}) {
            const auto person = std::make_shared<ScriptedPrompter>(std::deque<QList<QByteArray>>{{answer}});
            const auto cache = signIn(asking(alice, person));
            QVERIFY(!cache);
            QCOMPARE(cache.error().code, Error::Code::InvalidInput);
        }
    }

    void aPersonMayThinkLongerThanAKdc()
    {
        const KerberosPlace place(m_sandbox);
        const auto person = std::make_shared<ThinkingPrompter>();
        auto future = m_kerberos.signIn(asking(alice, person));
        QTRY_VERIFY(person->isAsked());
        const auto longer = static_cast<int>((kdcPatience + 300ms).count());
        QVERIFY(!QTest::qWaitFor([&future] { return future.isFinished(); }, longer));
        person->answer(m_sandbox.password(alice).toUtf8());
        QVERIFY(future.result());
    }

    void cancellingEndsAQuestionAtOnce()
    {
        const KerberosPlace place(m_sandbox);
        const auto person = std::make_shared<ThinkingPrompter>();
        std::stop_source stop;
        auto future = m_kerberos.signIn(asking(alice, person), stop.get_token());
        QTRY_VERIFY(person->isAsked());
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        QCOMPARE(future.result().error().code, Error::Code::Cancelled);
        QVERIFY(Worker::waitForAll(5s)); // the thread does not wait for the answer
        QVERIFY(timer.elapsed() < 1000);
    }

    void aPrompterThatGoesAwayEndsTheSignIn()
    {
        const KerberosPlace place(m_sandbox);
        // A promise that is dropped without an answer is how a closed window looks from here: before, and while one waits.
        struct Dropping final : Prompter
        {
            QFuture<Result<Answers>> ask(Questions) override
            {
                QPromise<Result<Answers>> promise;
                promise.start();
                return promise.future();
            }
        };
        QCOMPARE(signIn(asking(alice, std::make_shared<Dropping>())).error().code, Error::Code::Cancelled);
        auto person = std::make_shared<ThinkingPrompter>();
        auto future = m_kerberos.signIn(asking(alice, person));
        QTRY_VERIFY(person->isAsked());
        person->leave();
        QCOMPARE(future.result().error().code, Error::Code::Cancelled);
    }

    void oneTypoCountsOnceTowardsALockout()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("typist");
        QCOMPARE(failuresOf(user), 0);
        const auto typo = [&] {
            return signIn({.principal = user, .credential = secret(QStringLiteral("typo"))});
        };
        QCOMPARE(typo().error().code, Error::Code::BadPassword);
        QCOMPARE(failuresOf(user), 1);
        QCOMPARE(typo().error().code, Error::Code::BadPassword);
        QCOMPARE(failuresOf(user), 2);
        QCOMPARE(typo().error().code, Error::Code::BadPassword);
        QCOMPARE(failuresOf(user), 3);
        QCOMPARE(typo().error().code, Error::Code::AccountLocked);
    }

    void aWrongOldPasswordCountsOnceToo()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("clumsy");
        const auto changed =
            m_kerberos
                .changePassword(user, secret(QStringLiteral("typo")), secret(QStringLiteral("new-Word22")))
                .result();
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, Error::Code::BadPassword);
        QCOMPARE(failuresOf(user), 1);
    }

    void anExpiredPasswordIsChangedOnTheWay()
    {
        const KerberosPlace place(m_sandbox);
        const auto person = std::make_shared<ScriptedPrompter>(std::deque<QList<QByteArray>>{
            {"one-Word", "another-Word"}, // differ
            {"short", "short"}, // refused by the sandbox's policy
            {"quite-new-Word", "quite-new-Word"},
        });
        const auto cache = signIn({.principal = m_sandbox.principal(dave),
                                   .credential = secret(m_sandbox.password(dave)),
                                   .prompter = person});
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().detail));
        QVERIFY(cache->ticketGranting());
        const QList<Questions> asked = person->asked();
        QCOMPARE(asked.size(), 3);
        QCOMPARE(asked[0].list[0].kind, Question::Kind::NewPassword);
        QCOMPARE(asked[0].list[1].kind, Question::Kind::NewPasswordAgain);
        QVERIFY(asked[0].list[0].hidden && asked[0].list[1].hidden);
        QVERIFY(asked[0].problem.isEmpty());
        QVERIFY(asked[0].banner.contains(QStringLiteral("expired")));
        QVERIFY2(asked[1].problem.contains(QStringLiteral("differ")), qPrintable(asked[1].problem));
        QVERIFY2(asked[2].problem.contains(QStringLiteral("at least 8 characters")),
                 qPrintable(asked[2].problem));
        QVERIFY(signIn({.principal = m_sandbox.principal(dave),
                        .credential = secret(QStringLiteral("quite-new-Word"))}));
    }

    void anExpiredPasswordNobodyRenewsIsSaid()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("late", "-pwexpire \"2020-01-01 00:00:00\"");
        for (const std::shared_ptr<Prompter> &person :
             {std::shared_ptr<Prompter>(), std::shared_ptr<Prompter>(std::make_shared<ScriptedPrompter>())}) {
            const auto cache = signIn(
                {.principal = user, .credential = secret(QStringLiteral("first-Word1")), .prompter = person});
            QVERIFY(!cache);
            QCOMPARE(cache.error().code, person ? Error::Code::Cancelled : Error::Code::PasswordExpired);
        }
    }

    void anExpiredPasswordThatIsWrongIsNotChanged()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("lateandwrong", "-pwexpire \"2020-01-01 00:00:00\"");
        const auto person = std::make_shared<ScriptedPrompter>();
        const auto cache =
            signIn({.principal = user, .credential = secret(QStringLiteral("typo")), .prompter = person});
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::BadPassword);
        QVERIFY(person->asked().isEmpty());
    }

    void thePasswordIsChangedOnDemand()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("changer");
        const auto change = [&](const QString &old, const QString &replacement) {
            return m_kerberos.changePassword(user, secret(old), secret(replacement)).result();
        };
        const auto refused = change(QStringLiteral("first-Word1"), QStringLiteral("alllowercase"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::PasswordRefused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("2 character classes")),
                 qPrintable(refused.error().message));
        QCOMPARE(change(QStringLiteral("first-Word1"), QString()).error().code, Error::Code::InvalidInput);
        const auto changed = change(QStringLiteral("first-Word1"), QStringLiteral("second-Word2"));
        QVERIFY2(changed, qPrintable(changed ? QString() : changed.error().detail));
        QVERIFY(place.allBytes().isEmpty()); // the ticket for it was in memory only
        QVERIFY(signIn({.principal = user, .credential = secret(QStringLiteral("second-Word2"))}));
    }

    void aPasswordServerThatIsGoneIsNamed()
    {
        KerberosPlace place(m_sandbox);
        const QString user = makeUser("unserved");
        const quint16 port = m_sandbox.kdc(corp).port;
        QVERIFY(place.useConfig(QStringLiteral("[libdefaults]\n dns_lookup_kdc = false\n[realms]\n %1 = {\n"
                                               "  kdc = 127.0.0.1:%2\n }\n")
                                    .arg(corp)
                                    .arg(port)
                                    .toUtf8()));
        const auto changed = m_kerberos
                                 .changePassword(user, secret(QStringLiteral("first-Word1")),
                                                 secret(QStringLiteral("second-Word2")))
                                 .result();
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, Error::Code::KdcUnreachable);
        QVERIFY2(changed.error().message.contains(QStringLiteral("password server")),
                 qPrintable(changed.error().message));
    }

    void aSilentPasswordServerGetsItsVerdictInTime()
    {
        KerberosPlace place(m_sandbox);
        const QString user = makeUser("ignored");
        const SilentKdc silent;
        const quint16 port = m_sandbox.kdc(corp).port;
        QVERIFY(place.useConfig(QStringLiteral("[libdefaults]\n dns_lookup_kdc = false\n[realms]\n %1 = {\n"
                                               "  kdc = 127.0.0.1:%2\n  kpasswd_server = 127.0.0.1:%3\n }\n")
                                    .arg(corp)
                                    .arg(port)
                                    .arg(silent.port())
                                    .toUtf8()));
        QElapsedTimer timer;
        timer.start();
        const auto changed = m_kerberos
                                 .changePassword(user, secret(QStringLiteral("first-Word1")),
                                                 secret(QStringLiteral("second-Word2")))
                                 .result();
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, Error::Code::KdcUnreachable);
        QVERIFY2(timer.elapsed() < 6000, qPrintable(QString::number(timer.elapsed())));
    }

    void whenThePasswordExpiresIsKnownLaterToo()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("soon", "-pwexpire \"10 days\"");
        const auto cache = signIn({.principal = user, .credential = secret(QStringLiteral("first-Word1"))});
        QVERIFY(cache);
        QVERIFY(cache->passwordExpires);
        const auto left = *cache->passwordExpires - systemNow();
        QVERIFY(left > std::chrono::hours(9 * 24) && left <= std::chrono::hours(10 * 24));
        const auto listed = m_kerberos.caches().result();
        QCOMPARE(listed->constFirst().passwordExpires, cache->passwordExpires);
        const auto renewed = m_kerberos.renew(cache->name).result();
        QCOMPARE(renewed ? renewed->passwordExpires : std::nullopt, cache->passwordExpires);
        QVERIFY(!place.signIn(alice)->passwordExpires);
    }

    void theOptionsAreTheTickets()
    {
        const KerberosPlace place(m_sandbox);
        auto plain = place.request(alice);
        plain.forwardable = false;
        plain.proxiable = false;
        const auto without = signIn(std::move(plain));
        QVERIFY(without);
        QVERIFY(!flagsOf(*without).contains(QStringLiteral("forwardable")));
        QVERIFY(!flagsOf(*without).contains(QStringLiteral("proxiable")));
        auto rich = place.request(alice);
        rich.forwardable = true;
        rich.proxiable = true;
        rich.addressless = false;
        rich.canonicalize = true;
        const auto with = signIn(std::move(rich));
        QVERIFY2(with, qPrintable(with ? QString() : with.error().detail));
        QVERIFY(flagsOf(*with).contains(QStringLiteral("forwardable")));
        QVERIFY(flagsOf(*with).contains(QStringLiteral("proxiable")));
    }

    void anEnterpriseNameIsTheKdcsToRead()
    {
        const KerberosPlace place(m_sandbox);
        auto request = place.request(alice);
        request.enterprise = true;
        request.principal = QStringLiteral("alice@corp.example.com@CORP.EXAMPLE.COM");
        const auto cache = signIn(std::move(request));
        QVERIFY(!cache); // this realm knows no such alias; what matters is that it was asked for one
        QCOMPARE(cache.error().code, Error::Code::UnknownPrincipal);
        QVERIFY2(cache.error().message.startsWith(QStringLiteral("alice@corp.example.com@CORP.EXAMPLE.COM ")),
                 qPrintable(cache.error().message));
    }

    void aNewCacheIsNew()
    {
        const KerberosPlace place(m_sandbox);
        const auto first = place.signIn(alice);
        QVERIFY(first);
        auto request = place.request(alice);
        request.cache = NewCache{};
        const auto second = signIn(std::move(request));
        QVERIFY2(second, qPrintable(second ? QString() : second.error().detail));
        QVERIFY(second->name != first->name);
        QCOMPARE(second->principal, first->principal);
        QCOMPARE(m_kerberos.caches().result()->size(), 2);
    }

    void aPrivateCacheIsLatchkeysOwn()
    {
        const KerberosPlace place(m_sandbox);
        auto request = place.request(alice);
        request.cache = PrivateCache{};
        const auto cache = signIn(std::move(request));
        QVERIFY(cache);
        QVERIFY(cache->isPrivate);
        QVERIFY(!place.allBytes().contains(place.defaultPath()));
    }

    void aNamedCacheIsNotTakenFromAnother()
    {
        const KerberosPlace place(m_sandbox);
        const QString name = QStringLiteral("FILE:") + place.path(QStringLiteral("named"));
        const auto into = [&](const QString &user) {
            auto request = place.request(user);
            request.cache = NamedCache{name};
            return signIn(std::move(request));
        };
        const auto empty = into(alice);
        QVERIFY2(empty, qPrintable(empty ? QString() : empty.error().detail));
        QCOMPARE(empty->name, name);
        QVERIFY(into(alice)); // again
        const auto before = place.allBytes();
        const auto refused = into(bob);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::CacheUnusable);
        QVERIFY2(refused.error().message.contains(m_sandbox.principal(alice)),
                 qPrintable(refused.error().message));
        QCOMPARE(place.allBytes(), before);
    }

    void aCacheInMemoryIsNotChosen()
    {
        const KerberosPlace place(m_sandbox);
        auto request = place.request(alice);
        request.cache = NamedCache{QStringLiteral("MEMORY:mine")};
        const auto cache = signIn(std::move(request));
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::CacheUnusable);
    }

    void noSharedEncryptionTypeIsSaid()
    {
        KerberosPlace place(m_sandbox);
        const QString user = makeUser("oldkey", "-e aes128-cts-hmac-sha1-96:normal");
        QFile original(m_sandbox.description().krb5Config);
        QVERIFY(original.open(QIODevice::ReadOnly));
        QVERIFY(place.useConfig(original.readAll().replace(
            "[libdefaults]\n", "[libdefaults]\n permitted_enctypes = aes256-cts-hmac-sha384-192\n")));
        const auto cache = signIn({.principal = user, .credential = secret(QStringLiteral("first-Word1"))});
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::EncryptionUnsupported);
    }

    void aKeytabWithAnOldKeyIsSaidToBeOutdated()
    {
        const KerberosPlace place(m_sandbox);
        const QString file = place.path(QStringLiteral("old.keytab"));
        QVERIFY(m_sandbox.administer(corp, "addprinc -randkey robot\nktadd -norandkey -k " + file.toUtf8()
                                               + " robot\ncpw -randkey robot\n"));
        const auto cache = signIn({.principal = QStringLiteral("robot@") + corp, .credential = Keytab{file}});
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::KeytabUnusable);
        QVERIFY2(cache.error().message.contains(QStringLiteral("any more")),
                 qPrintable(cache.error().message));
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "signintest.moc"
