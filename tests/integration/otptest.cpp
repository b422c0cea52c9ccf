// SPDX-License-Identifier: GPL-2.0-or-later
// Signing in with one-time passwords, on a real KDC that asks a RADIUS server.
#include "core/base/worker.h"
#include "core/krb/kerberosservice.h"
#include "tests/integration/scriptedprompter.h"
#include "tests/support/preauthrealm.h"

#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

class OtpTest : public QObject
{
    Q_OBJECT

private:
    Result<Cache> signIn(std::shared_ptr<Prompter> person, const QString &armor = {}) const
    {
        SignInRequest request;
        request.principal = m_realm.principal(QStringLiteral("oscar"));
        request.prompter = std::move(person);
        request.cache = NamedCache{QStringLiteral("FILE:") + m_place->filePath(QStringLiteral("oscar"))};
        request.armor = armor;
        return m_kerberos.signIn(std::move(request)).result();
    }
    static std::shared_ptr<ScriptedPrompter> whoTypes(const QByteArray &code)
    {
        return std::make_shared<ScriptedPrompter>(std::deque<QList<QByteArray>>{{code}});
    }

    PreauthRealm m_realm;
    KerberosService m_kerberos;
    std::unique_ptr<QTemporaryDir> m_place;

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString package = PreauthRealm::missing(); !package.isEmpty())
            QSKIP(qPrintable(QStringLiteral("The package %1 is missing.").arg(package)));
        QVERIFY2(m_realm.start(), qPrintable(m_realm.problem()));
    }
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        QVERIFY(m_realm.use(m_place->path(), m_realm.trust("kdcs")));
    }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void theTokensCodeIsAskedUnderAnAnonymousTicket()
    {
        m_realm.radius().show("oscar", "123456");
        const auto person = whoTypes("123456");
        const auto cache = signIn(person);
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().message + cache.error().detail));
        QCOMPARE(cache->principal->text(), m_realm.principal(QStringLiteral("oscar")));
        QCOMPARE(person->asked().size(), 1);
        QCOMPARE(person->asked().constFirst().list.size(), 1);
        QCOMPARE(person->asked().constFirst().list.constFirst().kind, Question::Kind::OneTimePassword);
        QCOMPARE(m_kerberos.caches().result()->size(), 0); // nothing of the anonymous one is left
    }

    void aTicketInACacheProtectsToo()
    {
        QVERIFY(m_realm.use(m_place->path())); // without the authority there is no anonymous ticket
        SignInRequest wanda;
        wanda.principal = m_realm.principal(QStringLiteral("wanda"));
        wanda.credential = Secret(PreauthRealm::password);
        const auto armor = m_kerberos.signIn(std::move(wanda)).result();
        QVERIFY2(armor, qPrintable(armor ? QString() : armor.error().message + armor.error().detail));
        m_realm.radius().show("oscar", "123456");
        const auto cache = signIn(whoTypes("123456"), armor->name);
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().message + cache.error().detail));
    }

    void withoutProtectionItIsSaidWhatTheRealmWants()
    {
        QVERIFY(m_realm.use(m_place->path()));
        const auto person = whoTypes("123456");
        const auto cache = signIn(person);
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::KdcPolicy);
        QVERIFY2(cache.error().message.contains(QStringLiteral("another proof")),
                 qPrintable(cache.error().message));
        QVERIFY(person->asked().isEmpty());
    }

    void aWrongCodeIsAskedOnceAndSaid()
    {
        m_realm.radius().show("oscar", "123456");
        const int before = m_realm.radius().requests();
        const auto person = whoTypes("654321");
        const auto cache = signIn(person);
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::BadPassword);
        QVERIFY2(cache.error().message.contains(QStringLiteral("one-time password")),
                 qPrintable(cache.error().message));
        QCOMPARE(person->asked().size(), 1);
        QCOMPARE(m_realm.radius().requests(), before + 1);
    }

    void aCodeIsGoodOnce()
    {
        m_realm.radius().show("oscar", "123456");
        QVERIFY(signIn(whoTypes("123456")));
        QCOMPARE(signIn(whoTypes("123456")).error().code, Error::Code::BadPassword);
    }

    void whoTypesNoCodeIsNotSignedIn()
    {
        const int before = m_realm.radius().requests();
        const auto cache = signIn(std::make_shared<ScriptedPrompter>());
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::Cancelled);
        QCOMPARE(m_realm.radius().requests(), before);
    }
};

QTEST_GUILESS_MAIN(OtpTest)
#include "otptest.moc"
