// SPDX-License-Identifier: GPL-2.0-or-later
// Signing in with certificates, on a real KDC with PKINIT.
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

class PkinitTest : public QObject
{
    Q_OBJECT

private:
    QString fileOf(const QString &name) const
    {
        const PkinitCertificates &made = m_realm.certificates();
        return QStringLiteral("FILE:%1,%2").arg(made.certificate(name), made.key(name));
    }
    QString besideCertificate(const QString &name, const QString &ending) const
    {
        return m_realm.certificates().certificate(name).chopped(4) + ending;
    }
    Result<Cache> signIn(Certificate certificate, std::shared_ptr<Prompter> prompter = {}) const
    {
        SignInRequest request;
        request.principal = m_realm.principal(QStringLiteral("paula"));
        request.credential = std::move(certificate);
        request.prompter = std::move(prompter);
        return m_kerberos.signIn(std::move(request)).result();
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
        QVERIFY(m_realm.use(m_place->path(), m_realm.trust("users") + m_realm.trust("kdcs")));
    }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void aCertificateSignsInWithoutAnyQuestion()
    {
        const auto person = std::make_shared<ScriptedPrompter>();
        const auto cache = signIn({fileOf(QStringLiteral("paula"))}, person);
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().message + cache.error().detail));
        QVERIFY(person->asked().isEmpty());
        QVERIFY(flagNames(cache->ticketGranting()->flags).contains(QStringLiteral("pre-authenticated")));
    }

    void theAuthorityCanBeNamedInsteadOfConfigured()
    {
        QVERIFY(m_realm.use(m_place->path()));
        const QString both = m_place->filePath(QStringLiteral("both.pem"));
        QVERIFY(m_realm.certificates().join({QStringLiteral("users"), QStringLiteral("kdcs")}, both));
        const auto cache = signIn({fileOf(QStringLiteral("paula")), QStringLiteral("FILE:") + both});
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().message + cache.error().detail));
    }

    void theKeysPassphraseIsAsked_data()
    {
        QTest::addColumn<QString>("identity");
        const QString paula = QStringLiteral("paula");
        QTest::newRow("PKCS #12") << QStringLiteral("PKCS12:")
                                         + besideCertificate(paula, QStringLiteral(".p12"));
        QTest::newRow("PEM") << QStringLiteral("FILE:%1,%2")
                                    .arg(m_realm.certificates().certificate(paula),
                                         besideCertificate(paula, QStringLiteral("-locked.key")));
    }
    void theKeysPassphraseIsAsked()
    {
        QFETCH(QString, identity);
        const auto person =
            std::make_shared<ScriptedPrompter>(std::deque<QList<QByteArray>>{{PreauthRealm::passphrase}});
        const auto cache = signIn({identity}, person);
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().message + cache.error().detail));
        QCOMPARE(person->asked().size(), 1);
        const Question asked = person->asked().constFirst().list.value(0);
        QCOMPARE(asked.kind, Question::Kind::Pin);
        QVERIFY(asked.hidden);
    }

    void aWrongPassphraseIsSaid()
    {
        const auto person = std::make_shared<ScriptedPrompter>(std::deque<QList<QByteArray>>{{"guess"}});
        const auto cache = signIn(
            {QStringLiteral("PKCS12:") + besideCertificate(QStringLiteral("paula"), QStringLiteral(".p12"))},
            person);
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::CertificateRefused);
        QVERIFY2(cache.error().message.contains(QStringLiteral("PIN or passphrase")),
                 qPrintable(cache.error().message));
    }

    void whoGivesNoPassphraseIsNotSignedIn()
    {
        const auto cache = signIn(
            {QStringLiteral("PKCS12:") + besideCertificate(QStringLiteral("paula"), QStringLiteral(".p12"))},
            std::make_shared<ScriptedPrompter>());
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::Cancelled);
    }

    void aCertificateOfAnotherAuthorityIsRefused()
    {
        QVERIFY(m_realm.use(m_place->path(), m_realm.trust("other") + m_realm.trust("kdcs")));
        const auto cache = signIn({fileOf(QStringLiteral("stranger"))});
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::CertificateRefused);
        QVERIFY2(cache.error().message.contains(QStringLiteral("does not accept the certificate")),
                 qPrintable(cache.error().message + cache.error().detail));
    }

    void aKdcOfAnotherAuthorityIsNotTrusted()
    {
        QVERIFY(m_realm.use(m_place->path(), m_realm.trust("users")));
        const auto cache = signIn({fileOf(QStringLiteral("paula"))});
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::KdcUntrusted);
    }

    void aCertificateThatNoAnchorHasIssuedIsNotEvenSent()
    {
        const auto cache = signIn({fileOf(QStringLiteral("stranger"))});
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::CertificateRefused);
        QVERIFY2(cache.error().message.contains(QStringLiteral("none of the anchors")),
                 qPrintable(cache.error().message));
    }

    void aCertificateThatIsNotThereIsSaid()
    {
        const auto cache = signIn({QStringLiteral("FILE:/nonexistent/paula.pem")});
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::CertificateRefused);
        QVERIFY2(cache.error().message.contains(QStringLiteral("/nonexistent/paula.pem")),
                 qPrintable(cache.error().message));
    }

    void anIdentityInKrb5ConfAnswersWhateverIsAsked()
    {
        QVERIFY(m_realm.use(m_place->path(), m_realm.trust("users") + m_realm.trust("kdcs")
                                                 + "  pkinit_identities = "
                                                 + fileOf(QStringLiteral("paula")).toLocal8Bit() + '\n'));
        const auto person = std::make_shared<ScriptedPrompter>();
        SignInRequest request;
        request.principal = m_realm.principal(QStringLiteral("paula"));
        request.prompter = person;
        const auto cache = m_kerberos.signIn(std::move(request)).result();
        QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().message + cache.error().detail));
        QVERIFY(person->asked().isEmpty());
    }
};

QTEST_GUILESS_MAIN(PkinitTest)
#include "pkinittest.moc"
