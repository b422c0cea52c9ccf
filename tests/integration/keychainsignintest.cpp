// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/keychainsignin.h"
#include "core/secrets/memorystore.h"
#include "tests/integration/clirunner.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/keyringplace.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace latchkey;
using namespace latchkey::secrets;
using namespace latchkey::test;

namespace {

template <typename T>
QString outcome(const Result<T> &result)
{
    return result ? QStringLiteral("done") : codeName(result.error().code);
}

} // namespace

class KeychainSignInTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void whoHasNotAskedForItIsNotSignedIn();
    void theRememberedPasswordSignsIn();
    void aWrongPasswordIsTriedOnceHoweverManyAsk();
    void anExpiredPasswordIsKept();
    void aKdcThatIsSilentOnceItHasThePasswordIsNotLikeOneThatWasNeverReached();
    void aKeychainThatFailsSendsNothingToTheKdc();

    void theCommandLineRemembersAfterASuccessOnly();
    void theDaemonSignsInAgainWithTheRememberedPassword();
    void theDaemonWaitsForALockedKeychain();
    void theCommandLineForgets();
    void theCommandLineForgetsWhatTheKdcRefuses();
    void theCommandLineRemembersWhatAPasswordIsChangedTo();
    void theCommandLineSaysWhyThereIsNoKeychain();
    void aPasswordIsChangedWhateverTheKeychainSays();
    void noPasswordIsInFilesOrInWhatIsPrinted();

private:
    Key key() const { return {Kind::KerberosPassword, m_alice}; }
    QByteArray line() const { return m_sandbox.password(m_alice).toUtf8() + '\n'; }
    Ended cliSignIn(const QStringList &more, const QByteArray &input = {});

    Sandbox m_sandbox;
    KeyringPlace m_keyring;
    std::unique_ptr<KerberosPlace> m_place;
    std::unique_ptr<CliRunner> m_cli;
    std::shared_ptr<MemoryStore> m_store;
    std::unique_ptr<Remembered> m_remembered;
    QString m_alice;
};

#define NEED_KEYRING                                                                                         \
    if (const QString missing = KeyringPlace::missingForKeyring(); !missing.isEmpty())                       \
        QSKIP(qPrintable(QStringLiteral("the package %1 is not installed").arg(missing)));                   \
    QVERIFY2(m_keyring.unlockKeyring(), qPrintable(m_keyring.problem()))

void KeychainSignInTest::initTestCase()
{
    if (const QString missing = KeyringPlace::missingForBus(); !missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("the package %1 is not installed").arg(missing)));
    QVERIFY2(m_keyring.startBus(), qPrintable(m_keyring.problem()));
    QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
    m_alice = m_sandbox.principal(QStringLiteral("alice"));
}

void KeychainSignInTest::init()
{
    m_place = std::make_unique<KerberosPlace>(m_sandbox);
    m_cli = std::make_unique<CliRunner>();
    m_store = std::make_shared<MemoryStore>();
    m_remembered = std::make_unique<Remembered>(m_store, m_place->path(QStringLiteral("keychain.ini")));
}

Ended KeychainSignInTest::cliSignIn(const QStringList &more, const QByteArray &input)
{
    return m_cli->run(QStringList{QStringLiteral("sign-in"), m_alice, QStringLiteral("--keychain")} + more,
                      input);
}

void KeychainSignInTest::whoHasNotAskedForItIsNotSignedIn()
{
    QCOMPARE(outcome(m_store->write(key(), Secret(m_sandbox.password(m_alice).toStdString())).result()),
             QStringLiteral("done"));
    const KeychainSignIn keychain(*m_remembered);
    QVERIFY(!keychain.isPossible(m_alice));
    QCOMPARE(outcome(keychain.signIn(m_alice, Unlocking::MayAsk).result()), QStringLiteral("NotFound"));
    QCOMPARE(m_store->reads(), 0);
}

void KeychainSignInTest::theRememberedPasswordSignsIn()
{
    const Secret password(m_sandbox.password(m_alice).toStdString());
    QCOMPARE(outcome(m_remembered->remember(key(), Secret(password.view())).result()),
             QStringLiteral("done"));
    const KeychainSignIn keychain(*m_remembered);
    QVERIFY(keychain.isPossible(m_alice));
    const auto cache = keychain.signIn(m_alice, Unlocking::Never).result();
    QVERIFY2(cache, qPrintable(outcome(cache)));
    QCOMPARE(cache->principal->text(), m_alice);
    QVERIFY(m_remembered->contains(key()));
}

void KeychainSignInTest::aWrongPasswordIsTriedOnceHoweverManyAsk()
{
    const QString realm = m_alice.section(QLatin1Char('@'), 1);
    KdcRelay relay(m_sandbox.kdc(realm).port);
    QVERIFY(m_place->useKdcs(realm, {relay.address()}));
    QCOMPARE(outcome(m_remembered->remember(key(), Secret("wrong")).result()), QStringLiteral("done"));
    const KeychainSignIn keychain(*m_remembered);
    QList<QFuture<Result<krb::Cache>>> attempts;
    for (int i = 0; i < 4; ++i)
        attempts.append(keychain.signIn(m_alice, Unlocking::Never));
    QStringList outcomes;
    for (const auto &attempt : attempts)
        outcomes.append(outcome(attempt.result()));
    outcomes.sort();
    QCOMPARE(outcomes.join(QLatin1Char(' ')), QStringLiteral("BadPassword NotFound NotFound NotFound"));
    QVERIFY(!m_store->contains(key()));
    QVERIFY(!keychain.isPossible(m_alice));
    const int requests = relay.requests();
    QVERIFY(requests > 0);
    QCOMPARE(outcome(keychain.signIn(m_alice, Unlocking::Never).result()), QStringLiteral("NotFound"));
    QCOMPARE(relay.requests(), requests);
}

void KeychainSignInTest::anExpiredPasswordIsKept()
{
    const QString realm = m_alice.section(QLatin1Char('@'), 1);
    QVERIFY(m_sandbox.administer(realm, "addprinc -pw old -pwexpire 2020-01-01 worn\n"));
    const Key worn{Kind::KerberosPassword, QStringLiteral("worn@") + realm};
    QCOMPARE(outcome(m_remembered->remember(worn, Secret("old")).result()), QStringLiteral("done"));
    const KeychainSignIn keychain(*m_remembered);
    QCOMPARE(outcome(keychain.signIn(worn.account, Unlocking::Never).result()),
             QStringLiteral("PasswordExpired"));
    QVERIFY(m_store->contains(worn));
}

// The first answer says that a password is wanted; the request with it is held back, as by a tunnel that breaks then.
void KeychainSignInTest::aKdcThatIsSilentOnceItHasThePasswordIsNotLikeOneThatWasNeverReached()
{
    const QString realm = m_alice.section(QLatin1Char('@'), 1);
    QVERIFY(m_sandbox.administer(realm, "addprinc -pw first-Word1 +requires_preauth patient\n"));
    KdcRelay relay(m_sandbox.kdc(realm).port);
    QVERIFY(m_place->useKdcs(realm, {relay.address()}));
    const Key patient{Kind::KerberosPassword, QStringLiteral("patient@") + realm};
    QCOMPARE(outcome(m_remembered->remember(patient, Secret("first-Word1")).result()),
             QStringLiteral("done"));
    const KeychainSignIn keychain(*m_remembered);
    relay.hold();
    const auto unheard = keychain.signIn(patient.account, Unlocking::Never).result();
    QVERIFY(!unheard);
    QCOMPARE(unheard.error(), krb::kdcSilent(realm));

    KdcRelay breaking(m_sandbox.kdc(realm).port);
    QVERIFY(m_place->useKdcs(realm, {breaking.address()}));
    breaking.replaceAnswers([&](const QByteArray &answer) {
        breaking.hold();
        return answer;
    });
    const auto heard = keychain.signIn(patient.account, Unlocking::Never).result();
    QVERIFY(!heard);
    QCOMPARE(heard.error().code, Error::Code::KdcUnreachable);
    QCOMPARE(heard.error().native, ETIMEDOUT);
    QVERIFY(breaking.requests() > 1); // the one with the password among them
    breaking.replaceAnswers({});
    breaking.release();
    relay.release();
    QVERIFY(Worker::waitForAll(std::chrono::seconds(30)));
    QVERIFY(m_remembered->contains(patient)); // nobody has found it wrong
}

void KeychainSignInTest::aKeychainThatFailsSendsNothingToTheKdc()
{
    const QString realm = m_alice.section(QLatin1Char('@'), 1);
    KdcRelay relay(m_sandbox.kdc(realm).port);
    QVERIFY(m_place->useKdcs(realm, {relay.address()}));
    QCOMPARE(outcome(m_remembered->remember(key(), Secret("kept")).result()), QStringLiteral("done"));
    const KeychainSignIn keychain(*m_remembered);
    m_store->failWith(Error::Code::KeychainLocked);
    QCOMPARE(outcome(keychain.signIn(m_alice, Unlocking::Never).result()), QStringLiteral("KeychainLocked"));
    QCOMPARE(relay.requests(), 0);
    QVERIFY(keychain.isPossible(m_alice)); // tomorrow, when it is unlocked
}

void KeychainSignInTest::theCommandLineRemembersAfterASuccessOnly()
{
    NEED_KEYRING;
    QCOMPARE(cliSignIn({QStringLiteral("--password-stdin")}, "wrong\n").code, 4);
    QCOMPARE(m_cli->run({QStringLiteral("keychain"), QStringLiteral("list")}).output, QByteArray());
    const Ended first = cliSignIn({QStringLiteral("--password-stdin")}, line());
    QVERIFY2(first.code == 0, first.errors.constData());
    const Ended list =
        m_cli->run({QStringLiteral("keychain"), QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(list.json()[QLatin1String("principals")].toArray(), QJsonArray{m_alice});
    QCOMPARE(m_cli->run({QStringLiteral("destroy"), QStringLiteral("--all")}).code, 0);
    const Ended second = cliSignIn({});
    QVERIFY2(second.code == 0, second.errors.constData());
    QVERIFY(second.output.contains(m_alice.toUtf8()));
}

void KeychainSignInTest::theDaemonSignsInAgainWithTheRememberedPassword()
{
    NEED_KEYRING;
    const QStringList brief{QStringLiteral("--password-stdin"), QStringLiteral("--lifetime"),
                            QStringLiteral("8"), QStringLiteral("--renewable"), QStringLiteral("0")};
    const Ended signedIn = cliSignIn(brief, line());
    QVERIFY2(signedIn.code == 0, signedIn.errors.constData());
    const auto daemon = m_cli->start(
        {QStringLiteral("renew"), QStringLiteral("--daemon"), QStringLiteral("--sign-in-again")});
    QByteArray said;
    const bool again = QTest::qWaitFor(
        [&] {
            said += daemon->readAllStandardError();
            return said.contains("Signed in again as " + m_alice.toUtf8());
        },
        30'000);
    QVERIFY2(again, said.constData());
    QVERIFY2(said.contains("Latchkey signs in again at"), said.constData());
    daemon->terminate();
    QCOMPARE(m_cli->finish(*daemon).code, 0);
}

void KeychainSignInTest::theDaemonWaitsForALockedKeychain()
{
    NEED_KEYRING;
    const QStringList brief{QStringLiteral("--password-stdin"), QStringLiteral("--lifetime"),
                            QStringLiteral("8"), QStringLiteral("--renewable"), QStringLiteral("0")};
    QCOMPARE(cliSignIn(brief, line()).code, 0);
    QVERIFY(m_keyring.lockKeyring());
    const auto daemon =
        m_cli->start({QStringLiteral("renew"), QStringLiteral("--daemon"), QStringLiteral("--sign-in-again"),
                      QStringLiteral("--interval"), QStringLiteral("1")});
    QByteArray said;
    const auto says = [&](const QByteArray &words) {
        return QTest::qWaitFor(
            [&] {
                said += daemon->readAllStandardError();
                return said.contains(words);
            },
            30'000);
    };
    QVERIFY2(says("It was not possible to sign in again as " + m_alice.toUtf8()), said.constData());
    QVERIFY2(m_keyring.unlockKeyring(), qPrintable(m_keyring.problem()));
    QVERIFY2(says("Signed in again as " + m_alice.toUtf8()), said.constData());
    QCOMPARE(said.count("It was not possible"), 1); // although it was tried again and again
    daemon->terminate();
    QCOMPARE(m_cli->finish(*daemon).code, 0);
}

void KeychainSignInTest::theCommandLineForgets()
{
    NEED_KEYRING;
    QCOMPARE(cliSignIn({QStringLiteral("--password-stdin")}, line()).code, 0);
    const Ended forgotten = m_cli->run({QStringLiteral("keychain"), QStringLiteral("forget"), m_alice});
    QVERIFY2(forgotten.code == 0, forgotten.errors.constData());
    QVERIFY(forgotten.output.contains(m_alice.toUtf8()));
    QCOMPARE(m_cli->run({QStringLiteral("keychain"), QStringLiteral("list")}).output, QByteArray());
    const Ended again = cliSignIn({QStringLiteral("--password-stdin"), QStringLiteral("--json")}, "wrong\n");
    QCOMPARE(again.code, 4); // what is typed counts
}

void KeychainSignInTest::theCommandLineForgetsWhatTheKdcRefuses()
{
    NEED_KEYRING;
    const QString realm = m_alice.section(QLatin1Char('@'), 1);
    QVERIFY(m_sandbox.administer(realm, "addprinc -pw first changing\n"));
    const QString changing = QStringLiteral("changing@") + realm;
    const QStringList signIn{QStringLiteral("sign-in"), changing, QStringLiteral("--keychain")};
    QCOMPARE(m_cli->run(signIn + QStringList{QStringLiteral("--password-stdin")}, "first\n").code, 0);
    QVERIFY(m_sandbox.administer(realm, "cpw -pw second changing\n"));
    const Ended refused = m_cli->run(signIn + QStringList{QStringLiteral("--json")});
    QCOMPARE(refused.code, 4);
    QCOMPARE(refused.json()[QLatin1String("error")][QLatin1String("code")].toString(),
             QStringLiteral("BadPassword"));
    QCOMPARE(m_cli->run({QStringLiteral("keychain"), QStringLiteral("list")}).output, QByteArray());
}

void KeychainSignInTest::theCommandLineRemembersWhatAPasswordIsChangedTo()
{
    NEED_KEYRING;
    const QString realm = m_alice.section(QLatin1Char('@'), 1);
    QVERIFY(m_sandbox.administer(realm, "addprinc -pw first-Word1 +preauth renamed\n"));
    const QString user = QStringLiteral("renamed@") + realm;
    const QStringList signIn{QStringLiteral("sign-in"),    user,
                             QStringLiteral("--keychain"), QStringLiteral("--lifetime"),
                             QStringLiteral("1h"),         QStringLiteral("--json")};
    const QStringList change{QStringLiteral("change-password"), user, QStringLiteral("--password-stdin")};
    QCOMPARE(m_cli->run(signIn + QStringList{QStringLiteral("--password-stdin")}, "first-Word1\n").code, 0);
    QCOMPARE(m_cli->run(change, "first-Word1\nsecond-Word2\n").code, 0);
    const Ended remembered = m_cli->run(signIn);
    QVERIFY2(remembered.code == 0, remembered.errors.constData());
    const QJsonObject ticket =
        remembered.json().object()[QLatin1String("tickets")].toArray().first().toObject();
    const auto time = [&](const char *key) {
        return QDateTime::fromString(ticket[QLatin1String(key)].toString(), Qt::ISODate).toSecsSinceEpoch();
    };
    QCOMPARE(time("end") - time("start"), 3600); // with the keychain's password too
}

void KeychainSignInTest::theCommandLineSaysWhyThereIsNoKeychain()
{
    NEED_KEYRING;
    QCOMPARE(cliSignIn({QStringLiteral("--password-stdin")}, line()).code, 0);
    QVERIFY(m_keyring.lockKeyring());
    const Ended locked = cliSignIn({QStringLiteral("--json")});
    QCOMPARE(locked.code, 4);
    QCOMPARE(locked.json()[QLatin1String("error")][QLatin1String("code")].toString(),
             QStringLiteral("KeychainRefused"));
    QCOMPARE(m_cli->run({QStringLiteral("keychain"), QStringLiteral("forget"), m_alice}).code, 4);
    m_keyring.stopKeyring();
    const Ended absent = cliSignIn({});
    QCOMPARE(absent.code, 5);
    QVERIFY2(absent.errors.contains("no keychain"), absent.errors.constData());
    // Signed in, although not remembered, which is told beside it.
    const Ended typed = cliSignIn({QStringLiteral("--password-stdin")}, line());
    QCOMPARE(typed.code, 0);
    QVERIFY(typed.output.contains(m_alice.toUtf8()));
    QVERIFY2(typed.errors.contains("no keychain"), typed.errors.constData());
    const Ended json = cliSignIn({QStringLiteral("--password-stdin"), QStringLiteral("--json")}, line());
    QCOMPARE(json.code, 0);
    QCOMPARE(json.json()[QLatin1String("principal")].toString(), m_alice);
    QCOMPARE(json.json()[QLatin1String("remembered")], QJsonValue(false));
}

// The realm has the new password; the one that the keychain has is wrong now and must not be tried.
void KeychainSignInTest::aPasswordIsChangedWhateverTheKeychainSays()
{
    NEED_KEYRING;
    const QString realm = m_alice.section(QLatin1Char('@'), 1);
    QVERIFY(m_sandbox.administer(realm, "addprinc -pw first-Word1 +preauth shut\n"));
    const QString user = QStringLiteral("shut@") + realm;
    QCOMPARE(m_cli
                 ->run({QStringLiteral("sign-in"), user, QStringLiteral("--keychain"),
                        QStringLiteral("--password-stdin")},
                       "first-Word1\n")
                 .code,
             0);
    m_keyring.stopKeyring();
    const Ended changed = m_cli->run({QStringLiteral("change-password"), user,
                                      QStringLiteral("--password-stdin"), QStringLiteral("--json")},
                                     "first-Word1\nsecond-Word2\n");
    QVERIFY2(changed.code == 0, changed.errors.constData());
    QCOMPARE(changed.json()[QLatin1String("changed")].toString(), user);
    QCOMPARE(changed.json()[QLatin1String("remembered")], QJsonValue(false));
    QVERIFY2(changed.errors.contains("not remembered any more"), changed.errors.constData());
    QCOMPARE(m_cli->run({QStringLiteral("keychain"), QStringLiteral("list")}).output, QByteArray());
    QCOMPARE(
        m_cli->run({QStringLiteral("sign-in"), user, QStringLiteral("--password-stdin")}, "second-Word2\n")
            .code,
        0);
}

void KeychainSignInTest::noPasswordIsInFilesOrInWhatIsPrinted()
{
    NEED_KEYRING;
    QCOMPARE(cliSignIn({QStringLiteral("--password-stdin"), QStringLiteral("--verbose")}, line()).code, 0);
    QCOMPARE(cliSignIn({QStringLiteral("--verbose")}).code, 0);
    QByteArray everything = m_keyring.everything() + m_cli->everything();
    QDirIterator files(m_cli->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        everything += file.readAll();
    }
    QVERIFY(everything.contains("[principals]"));
    const QByteArray password = m_sandbox.password(m_alice).toUtf8();
    QVERIFY(password.size() > 5);
    QVERIFY(!everything.contains(password));
    QVERIFY(!everything.contains(password.toBase64()));
}

QTEST_GUILESS_MAIN(KeychainSignInTest)
#include "keychainsignintest.moc"
