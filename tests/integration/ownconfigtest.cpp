// SPDX-License-Identifier: GPL-2.0-or-later
// Who has signed in with a krb5.conf of its own is served by it from then on: without it, this realm has no KDC.
#include "tests/integration/clirunner.h"
#include "tests/support/kdcdoubles.h"
#include "tests/support/sandbox.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <unistd.h>

using namespace latchkey::test;

namespace {

const QString alice = QStringLiteral("alice");
const QString realm = QStringLiteral("CORP.EXAMPLE.COM");
constexpr int unreachable = 5;

} // namespace

class OwnConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void theTicketIsRenewed_data();
    void theTicketIsRenewed();
    void signingInAgainGoesByIt_data();
    void signingInAgainGoesByIt();
    void thePasswordIsChanged();
    void theNoteIsNoTicket();
    void aFileThatIsGoneKeepsNobodyFromRenewing();
    void nobodyElseChoosesWhatIsLoaded();

private:
    Ended signIn(const QStringList &more = {}, const QString &user = alice);
    Ended signInWithOwn(const QStringList &more = {}, const QString &user = alice)
    {
        return signIn(more + QStringList{u"--krb5-config"_qs, own()}, user);
    }
    QString own() const { return m_cli->file(u"own.conf"_qs); }
    QString named() const { return u"FILE:"_qs + m_cli->file(u"named"_qs); }

    Sandbox m_sandbox;
    std::unique_ptr<CliRunner> m_cli;
};

void OwnConfigTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
}

void OwnConfigTest::init()
{
    m_cli = std::make_unique<CliRunner>();
    QVERIFY(QFile::copy(m_sandbox.description().krb5Config, own()));
    const QString usual = m_cli->file(u"krb5.conf"_qs);
    QVERIFY(writeConfigWithKdcs(m_sandbox.description().krb5Config, realm, {u"127.0.0.1:1"_qs}, usual));
    m_cli->setVariable(u"KRB5_CONFIG"_qs, usual);
}

Ended OwnConfigTest::signIn(const QStringList &more, const QString &user)
{
    return m_cli->run(QStringList{u"sign-in"_qs, m_sandbox.principal(user), u"--password-stdin"_qs} + more,
                      m_sandbox.password(user).toUtf8() + '\n');
}

void OwnConfigTest::nobodyElseChoosesWhatIsLoaded()
{
    constexpr uid_t nobody = 65534;
    if (geteuid() != 0)
        QSKIP("only root may give a file away");
    QCOMPARE(signInWithOwn({u"--ccache"_qs, named()}).code, 0);
    QCOMPARE(m_cli->run({u"renew"_qs, u"--ccache"_qs, named()}).code, 0);
    QCOMPARE(chown(QFile::encodeName(m_cli->file(u"named"_qs)).constData(), nobody, nobody), 0);
    QCOMPARE(m_cli->run({u"renew"_qs, u"--ccache"_qs, named()}).code, unreachable);
}

void OwnConfigTest::theTicketIsRenewed_data()
{
    QTest::addColumn<QString>("cache");
    QTest::newRow("FILE") << u"FILE:"_qs;
    QTest::newRow("DIR") << QString();
}

void OwnConfigTest::theTicketIsRenewed()
{
    QFETCH(QString, cache);
    if (!cache.isEmpty())
        m_cli->setVariable(u"KRB5CCNAME"_qs, cache + m_cli->file(u"default"_qs));
    QCOMPARE(signIn().code, unreachable);
    QCOMPARE(signInWithOwn().code, 0);
    for (int i = 0; i < 2; ++i) { // renewing keeps the note
        const Ended renewed = m_cli->run({u"renew"_qs});
        QVERIFY2(renewed.code == 0, renewed.errors.constData());
        QCOMPARE(renewed.errors, QByteArray());
    }
}

void OwnConfigTest::signingInAgainGoesByIt_data()
{
    QTest::addColumn<QStringList>("where");
    QTest::newRow("wherever it was") << QStringList();
    QTest::newRow("named") << QStringList{u"--ccache"_qs};
    QTest::newRow("private") << QStringList{u"--private"_qs};
}

void OwnConfigTest::signingInAgainGoesByIt()
{
    QFETCH(QStringList, where);
    if (where.contains(u"--ccache"_qs))
        where += named();
    QCOMPARE(signInWithOwn(where).code, 0);
    const Ended again = signIn(where);
    QVERIFY2(again.code == 0, again.errors.constData());
    QCOMPARE(signIn({u"--new-ccache"_qs}).code, unreachable); // which has nothing of it
    QCOMPARE(signIn(where, u"bob"_qs).code, unreachable); // nor has anybody else
}

void OwnConfigTest::thePasswordIsChanged()
{
    QVERIFY(m_sandbox.administer(realm, "addprinc -pw first-Word1 changer\n"));
    const QString changer = u"changer@"_qs + realm;
    QCOMPARE(m_cli
                 ->run({u"sign-in"_qs, changer, u"--password-stdin"_qs, u"--krb5-config"_qs, own()},
                       "first-Word1\n")
                 .code,
             0);
    const Ended changed =
        m_cli->run({u"change-password"_qs, changer, u"--password-stdin"_qs}, "first-Word1\nsecond-Word2\n");
    QVERIFY2(changed.code == 0, changed.errors.constData());
}

void OwnConfigTest::theNoteIsNoTicket()
{
    QCOMPARE(signInWithOwn({u"--ccache"_qs, named()}).code, 0);
    QProcess klist;
    klist.start(u"klist"_qs, {u"-c"_qs, named()});
    QVERIFY(klist.waitForFinished());
    QVERIFY(!klist.readAllStandardOutput().contains("latchkey_krb5_config"));
    m_cli->setVariable(u"KRB5CCNAME"_qs, named());
    const QJsonObject cache = m_cli->run({u"tickets"_qs, u"--json"_qs}).json().array().first().toObject();
    QCOMPARE(cache.value(u"tickets").toArray().size(), 1);
    const Ended all = m_cli->run({u"tickets"_qs, u"--all"_qs});
    QVERIFY2(all.output.contains(own().toUtf8()), all.output.constData());
}

void OwnConfigTest::aFileThatIsGoneKeepsNobodyFromRenewing()
{
    QCOMPARE(signInWithOwn().code, 0);
    QVERIFY(QFile::remove(own()));
    m_cli->setVariable(u"KRB5_CONFIG"_qs, m_sandbox.description().krb5Config);
    const Ended renewed = m_cli->run({u"renew"_qs});
    QVERIFY2(renewed.code == 0, renewed.errors.constData());
    QVERIFY2(renewed.errors.contains("which these tickets were got with"), renewed.errors.constData());
    QCOMPARE(signIn().code, 0);
    QCOMPARE(m_cli->run({u"renew"_qs}).errors, QByteArray()); // the new ones were not
}

QTEST_GUILESS_MAIN(OwnConfigTest)
#include "ownconfigtest.moc"
