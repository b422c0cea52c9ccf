// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/secrets/keychainstore.h"
#include "core/secrets/remembered.h"
#include "tests/support/keyringplace.h"
#include "tests/support/stallmeter.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QSettings>
#include <QTest>

using namespace latchkey;
using namespace latchkey::secrets;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr auto marker = "M4rker-p4ssw0rd-\xc3\xa4\xe2\x82\xac";
constexpr KeychainStore::Limits shortLimits{1s, 3s};
constexpr auto patience = 20s;

const Key alice{Kind::KerberosPassword, QStringLiteral("alice@CORP.EXAMPLE.COM")};

QByteArray logged;

void collect(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged += text.toUtf8() + '\n';
    std::fprintf(stderr, "%s\n", qPrintable(text));
}

/// Owns a name on the bus and answers nothing, or only what it takes to be asked for more.
class MuteService : public QDBusVirtualObject
{
    Q_OBJECT
public:
    enum class Says { Nothing, WhatIsThere };

    MuteService(const QString &name, Says says)
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, name)), m_name(name), m_says(says)
    {
        m_bus.registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath);
        m_owns = m_bus.registerService(name);
    }
    ~MuteService() override
    {
        m_bus = QDBusConnection(QString());
        QDBusConnection::disconnectFromBus(m_name);
    }
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        ++m_asked;
        if (m_says == Says::Nothing)
            return true;
        const QList<QDBusObjectPath> none;
        const QList<QDBusObjectPath> one{QDBusObjectPath(QStringLiteral("/item"))};
        if (message.member() == QLatin1String("SearchItems"))
            bus.send(message.createReply({QVariant::fromValue(one), QVariant::fromValue(none)}));
        else if (message.member() == QLatin1String("ReadAlias"))
            bus.send(
                message.createReply(QVariant::fromValue(QDBusObjectPath(QStringLiteral("/collection")))));
        else if (message.member() == QLatin1String("Get"))
            bus.send(message.createReply(QVariant::fromValue(QDBusVariant(false))));
        return true;
    }
    bool owns() const { return m_owns; }
    int asked() const { return m_asked; }

private:
    QDBusConnection m_bus;
    QString m_name;
    Says m_says;
    bool m_owns = false;
    int m_asked = 0;
};

std::chrono::milliseconds worstStall{}; ///< of the event loop, in this test function

/// Waits in the event loop, as the window does, and notes how long that loop stood still.
template <typename T>
Result<T> settled(QFuture<Result<T>> future)
{
    StallMeter meter;
    if (!meter.runUntil([&] { return future.isFinished(); }, patience))
        return Error{Error::Code::Internal, QStringLiteral("no answer"), {}, 0};
    const auto stall = meter.longestStall() - std::min(meter.longestStall(), meter.longestPause());
    worstStall = std::max(worstStall, stall);
    return future.result();
}

template <typename T>
QString outcome(const Result<T> &result)
{
    if (!result)
        qInfo("%s", qPrintable(result.error().detail));
    return result ? QStringLiteral("done") : codeName(result.error().code);
}

QString text(const Result<SharedSecret> &secret)
{
    if (!secret)
        qInfo("%s", qPrintable(secret.error().detail));
    return secret ? QString::fromUtf8((*secret)->view().data()) : codeName(secret.error().code);
}

Secret markerSecret()
{
    return Secret(marker);
}

} // namespace

class KeychainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { worstStall = {}; }
    void cleanup(); ///< whatever the keychain did, the window was kept from nothing
    void withoutABusThereIsNoKeychain();
    void withoutAServiceThereIsNoKeychain();
    void aServiceThatNeverAnswersGetsAVerdictInTimeAndBlocksNobody();
    void stoppingAnswersAtOnce();
    void aServiceThatFallsSilentMidwayIsLeftAlone();
    void whatIsNotThereIsNotFound();
    void whatIsWrittenIsReadAndForgotten();
    void theKindsDoNotMeet();
    void aLockedKeychainIsNotAskedForWhatNobodyWaitsFor();
    void aQuestionThatCannotBeAnsweredIsARefusal();
    void nothingIsForgottenWhileTheKeychainStaysLocked();
    void aQuestionLeftOpenGetsAVerdict();
    void aFrozenKeychainGetsAVerdictAndWorksAgainLater();
    void theListHasNamesOnlyAndFollowsTheKeychain();
    void thePasswordIsNowhereInPlainText();

private:
    KeyringPlace m_place;
    KeychainStore m_store{shortLimits};
};

#define NEED_KEYRING                                                                                         \
    if (const QString missing = KeyringPlace::missingForKeyring(); !missing.isEmpty())                       \
        QSKIP(qPrintable(QStringLiteral("the package %1 is not installed").arg(missing)));                   \
    QVERIFY2(m_place.unlockKeyring(), qPrintable(m_place.problem()))

void KeychainTest::initTestCase()
{
    qInstallMessageHandler(collect);
    if (const QString missing = KeyringPlace::missingForBus(); !missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("the package %1 is not installed").arg(missing)));
    QVERIFY2(m_place.startBus(), qPrintable(m_place.problem()));
}

void KeychainTest::cleanup()
{
    QVERIFY2(worstStall <= 50ms, qPrintable(QString::number(worstStall.count())));
}

void KeychainTest::withoutABusThereIsNoKeychain()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QCOMPARE(outcome(settled(m_store.read(alice, Unlocking::MayAsk))), QStringLiteral("KeychainAbsent"));
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
}

void KeychainTest::withoutAServiceThereIsNoKeychain()
{
    const auto read = settled(m_store.read(alice, Unlocking::MayAsk));
    QCOMPARE(outcome(read), QStringLiteral("KeychainAbsent"));
    QVERIFY(read.error().message.contains(QStringLiteral("no keychain")));
    QCOMPARE(outcome(settled(m_store.write(alice, markerSecret()))), QStringLiteral("KeychainAbsent"));
    QCOMPARE(outcome(settled(m_store.remove(alice))), QStringLiteral("KeychainAbsent"));
}

void KeychainTest::aServiceThatNeverAnswersGetsAVerdictInTimeAndBlocksNobody()
{
    const MuteService service(QStringLiteral("org.freedesktop.secrets"), MuteService::Says::Nothing);
    QVERIFY(service.owns());
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(outcome(settled(m_store.read(alice, Unlocking::MayAsk))), QStringLiteral("KeychainSilent"));
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(outcome(settled(m_store.write(alice, markerSecret()))), QStringLiteral("KeychainSilent"));
    QVERIFY(service.asked() > 0);
}

void KeychainTest::stoppingAnswersAtOnce()
{
    const MuteService service(QStringLiteral("org.freedesktop.secrets"), MuteService::Says::Nothing);
    QVERIFY(service.owns());
    std::stop_source stop;
    auto reading = m_store.read(alice, Unlocking::MayAsk, stop.get_token());
    QTRY_VERIFY(service.asked() > 0);
    QElapsedTimer clock;
    clock.start();
    stop.request_stop();
    QCOMPARE(outcome(settled(std::move(reading))), QStringLiteral("Cancelled"));
    QVERIFY2(clock.elapsed() < 100, qPrintable(QString::number(clock.elapsed())));
}

void KeychainTest::aServiceThatFallsSilentMidwayIsLeftAlone()
{
    const MuteService service(QStringLiteral("org.freedesktop.secrets"), MuteService::Says::WhatIsThere);
    QVERIFY(service.owns());
    QCOMPARE(outcome(settled(m_store.read(alice, Unlocking::MayAsk))), QStringLiteral("KeychainSilent"));
    // The next one waits behind the first, which QtKeychain cannot take back, and is answered all the same.
    QCOMPARE(outcome(settled(m_store.read(alice, Unlocking::MayAsk))), QStringLiteral("KeychainSilent"));
}

void KeychainTest::whatIsNotThereIsNotFound()
{
    NEED_KEYRING;
    const auto read = settled(m_store.read(alice, Unlocking::MayAsk));
    QCOMPARE(outcome(read), QStringLiteral("NotFound"));
    QVERIFY(read.error().message.contains(alice.account));
    QCOMPARE(outcome(settled(m_store.remove(alice))), QStringLiteral("done"));
}

void KeychainTest::whatIsWrittenIsReadAndForgotten()
{
    NEED_KEYRING;
    QCOMPARE(outcome(settled(m_store.write(alice, Secret("first")))), QStringLiteral("done"));
    QCOMPARE(outcome(settled(m_store.write(alice, markerSecret()))), QStringLiteral("done"));
    QCOMPARE(text(settled(m_store.read(alice, Unlocking::Never))), QString::fromUtf8(marker));
    QVERIFY(m_place.unlockKeyring()); // it is still there after the next login
    QCOMPARE(text(settled(m_store.read(alice, Unlocking::Never))), QString::fromUtf8(marker));
    QCOMPARE(outcome(settled(m_store.remove(alice))), QStringLiteral("done"));
    QCOMPARE(text(settled(m_store.read(alice, Unlocking::MayAsk))), QStringLiteral("NotFound"));
}

void KeychainTest::theKindsDoNotMeet()
{
    NEED_KEYRING;
    const Key database{Kind::DatabasePassword, alice.account};
    QCOMPARE(outcome(settled(m_store.write(alice, Secret("of the realm")))), QStringLiteral("done"));
    QCOMPARE(text(settled(m_store.read(database, Unlocking::Never))), QStringLiteral("NotFound"));
    QCOMPARE(outcome(settled(m_store.write(database, Secret("of the server")))), QStringLiteral("done"));
    QCOMPARE(outcome(settled(m_store.remove(database))), QStringLiteral("done"));
    QCOMPARE(text(settled(m_store.read(alice, Unlocking::Never))), QStringLiteral("of the realm"));
    QCOMPARE(outcome(settled(m_store.remove(alice))), QStringLiteral("done"));
}

void KeychainTest::aLockedKeychainIsNotAskedForWhatNobodyWaitsFor()
{
    NEED_KEYRING;
    const MuteService prompter(QStringLiteral("org.gnome.keyring.SystemPrompter"),
                               MuteService::Says::Nothing);
    QCOMPARE(outcome(settled(m_store.write(alice, markerSecret()))), QStringLiteral("done"));
    QVERIFY(m_place.lockKeyring());
    QCOMPARE(text(settled(m_store.read(alice, Unlocking::Never))), QStringLiteral("KeychainLocked"));
    QCOMPARE(prompter.asked(), 0);
}

void KeychainTest::aQuestionThatCannotBeAnsweredIsARefusal()
{
    NEED_KEYRING;
    QCOMPARE(outcome(settled(m_store.write(alice, markerSecret()))), QStringLiteral("done"));
    QVERIFY(m_place.lockKeyring());
    QCOMPARE(text(settled(m_store.read(alice, Unlocking::MayAsk))), QStringLiteral("KeychainRefused"));
    QCOMPARE(outcome(settled(m_store.write(alice, Secret("other")))), QStringLiteral("KeychainRefused"));
}

void KeychainTest::nothingIsForgottenWhileTheKeychainStaysLocked()
{
    NEED_KEYRING;
    QCOMPARE(outcome(settled(m_store.write(alice, markerSecret()))), QStringLiteral("done"));
    QVERIFY(m_place.lockKeyring());
    QCOMPARE(outcome(settled(m_store.remove(alice))), QStringLiteral("KeychainRefused"));
    QVERIFY(m_place.unlockKeyring());
    QCOMPARE(text(settled(m_store.read(alice, Unlocking::Never))), QString::fromUtf8(marker));
}

void KeychainTest::aQuestionLeftOpenGetsAVerdict()
{
    NEED_KEYRING;
    QCOMPARE(outcome(settled(m_store.write(alice, markerSecret()))), QStringLiteral("done"));
    QVERIFY(m_place.lockKeyring());
    {
        const MuteService prompter(QStringLiteral("org.gnome.keyring.SystemPrompter"),
                                   MuteService::Says::Nothing);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(text(settled(m_store.read(alice, Unlocking::MayAsk))), QStringLiteral("KeychainSilent"));
        QVERIFY2(clock.elapsed() >= 3000 && clock.elapsed() < 4500,
                 qPrintable(QString::number(clock.elapsed())));
        QVERIFY(prompter.asked() > 0);
    }
    QVERIFY(m_place.unlockKeyring());
    QCOMPARE(text(settled(m_store.read(alice, Unlocking::Never))), QString::fromUtf8(marker));
}

void KeychainTest::aFrozenKeychainGetsAVerdictAndWorksAgainLater()
{
    NEED_KEYRING;
    QCOMPARE(outcome(settled(m_store.write(alice, markerSecret()))), QStringLiteral("done"));
    m_place.freezeKeyring(true);
    QCOMPARE(text(settled(m_store.read(alice, Unlocking::MayAsk))), QStringLiteral("KeychainSilent"));
    m_place.freezeKeyring(false);
    QCOMPARE(text(settled(m_store.read(alice, Unlocking::MayAsk))), QString::fromUtf8(marker));
}

void KeychainTest::theListHasNamesOnlyAndFollowsTheKeychain()
{
    NEED_KEYRING;
    const auto store = std::make_shared<KeychainStore>(shortLimits);
    const Remembered remembered(store, Remembered::defaultFile());
    const Key service{Kind::KerberosPassword, QStringLiteral("HTTP/web.example.com@CORP.EXAMPLE.COM")};
    QCOMPARE(outcome(settled(remembered.remember(alice, markerSecret()))), QStringLiteral("done"));
    QCOMPARE(outcome(settled(remembered.remember(service, markerSecret()))), QStringLiteral("done"));
    QCOMPARE(remembered.accounts(Kind::KerberosPassword), (QStringList{service.account, alice.account}));
    QCOMPARE(text(settled(remembered.read(service, Unlocking::Never))), QString::fromUtf8(marker));

    QCOMPARE(outcome(settled(remembered.forget(alice))), QStringLiteral("done"));
    QVERIFY(!remembered.contains(alice));
    QCOMPARE(text(settled(store->read(alice, Unlocking::Never))), QStringLiteral("NotFound"));
    QCOMPARE(outcome(settled(store->remove(service))),
             QStringLiteral("done")); // in the keychain's own program
    QCOMPARE(text(settled(remembered.read(service, Unlocking::Never))), QStringLiteral("NotFound"));
    QVERIFY(!remembered.contains(service));
}

void KeychainTest::thePasswordIsNowhereInPlainText()
{
    NEED_KEYRING;
    QCOMPARE(outcome(settled(m_store.write(alice, markerSecret()))), QStringLiteral("done"));
    const QByteArray everything = m_place.everything() + logged;
    QVERIFY(everything.contains("keyring")); // the search would find something
    QVERIFY(!everything.contains(marker));
    QVERIFY(!everything.contains(QByteArray(marker).toBase64()));
    QVERIFY(!everything.contains("M4rker"));
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "keychaintest.moc"
