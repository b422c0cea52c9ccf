// SPDX-License-Identifier: GPL-2.0-or-later
// Keytabs that the KDC does not take (any more), each with its own sentence.
#include "core/base/worker.h"
#include "core/krb/kerberosservice.h"
#include "tests/integration/kerberosplace.h"

#include <QFile>
#include <QTest>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

const QString corp = QStringLiteral("CORP.EXAMPLE.COM");

} // namespace

class KeytabTest : public QObject
{
    Q_OBJECT

private:
    Result<Cache> signIn(const QString &user, const QString &file) const
    {
        return m_kerberos.signIn({.principal = user + QLatin1Char('@') + corp, .credential = Keytab{file}})
            .result();
    }
    static QString sentence(const Result<Cache> &failed)
    {
        return failed ? QString() : failed.error().message;
    }

    Sandbox m_sandbox;
    KerberosService m_kerberos;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
    }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void anOldKeyIsSaidToBeOld()
    {
        const KerberosPlace place(m_sandbox);
        const QString file = place.path(QStringLiteral("old.keytab"));
        QVERIFY(m_sandbox.administer(corp, "addprinc -randkey oldrobot\nktadd -norandkey -k " + file.toUtf8()
                                               + " oldrobot\ncpw -randkey oldrobot\n"));
        const auto cache = signIn(QStringLiteral("oldrobot"), file);
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::KeytabUnusable);
        QVERIFY2(sentence(cache).contains(QStringLiteral("not the one that the KDC has (any more)")),
                 qPrintable(sentence(cache)));
    }

    void aKeyOfAnotherEncryptionTypeIsSaid()
    {
        const KerberosPlace place(m_sandbox);
        const QString file = place.path(QStringLiteral("other.keytab"));
        QVERIFY(m_sandbox.administer(
            corp, "addprinc -randkey -e aes128-cts-hmac-sha1-96:normal robot128\nktadd -norandkey -k "
                      + file.toUtf8()
                      + " robot128\ncpw -randkey -e aes256-cts-hmac-sha1-96:normal robot128\n"));
        const auto cache = signIn(QStringLiteral("robot128"), file);
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::EncryptionUnsupported);
        QVERIFY2(sentence(cache).contains(QStringLiteral("no key of an encryption type"))
                     && sentence(cache).contains(file),
                 qPrintable(sentence(cache)));
    }

    void aKeyThatKrb5ConfDoesNotPermitIsSaid()
    {
        KerberosPlace place(m_sandbox);
        const QString file = place.path(QStringLiteral("permitted.keytab"));
        QVERIFY(m_sandbox.administer(
            corp, "addprinc -randkey -e aes128-cts-hmac-sha1-96:normal permitted\nktadd -norandkey -k "
                      + file.toUtf8() + " permitted\n"));
        QVERIFY(signIn(QStringLiteral("permitted"), file));
        QFile original(m_sandbox.description().krb5Config);
        QVERIFY(original.open(QIODevice::ReadOnly));
        QVERIFY(place.useConfig(original.readAll().replace(
            "[libdefaults]\n", "[libdefaults]\n permitted_enctypes = aes256-cts-hmac-sha1-96\n")));
        const auto cache = signIn(QStringLiteral("permitted"), file);
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::EncryptionUnsupported);
        QVERIFY2(sentence(cache).contains(QStringLiteral("permitted_enctypes")), qPrintable(sentence(cache)));
    }

    void aKeytabOfSomebodyElseIsSaid()
    {
        const KerberosPlace place(m_sandbox);
        const QString file = place.path(QStringLiteral("somebody.keytab"));
        QVERIFY(m_sandbox.administer(corp, "addprinc -randkey somebody\nktadd -norandkey -k " + file.toUtf8()
                                               + " somebody\n"));
        const auto cache = signIn(QStringLiteral("alice"), file);
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, Error::Code::KeytabUnusable);
        QVERIFY2(sentence(cache).contains(QStringLiteral("has no key for this principal")),
                 qPrintable(sentence(cache)));
    }
};

QTEST_GUILESS_MAIN(KeytabTest)
#include "keytabtest.moc"
