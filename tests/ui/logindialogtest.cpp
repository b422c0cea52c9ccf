// SPDX-License-Identifier: GPL-2.0-or-later
// What the sign-in dialog offers and remembers, clicked and typed at.
#include "ui/logindialog.h"
#include "core/base/clock.h"
#include "tests/support/dialoghand.h"
#include "tests/support/ticketvalues.h"
#include "ui/capslock.h"
#include "ui/passwordfield.h"
#include "ui/principalfield.h"
#include "ui/settings.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = SignInWay::Kind;

namespace {

const QString alice = QStringLiteral("alice@CORP.EXAMPLE.COM");

/// A KDC that notes what it is asked, and never answers.
struct Listener
{
    std::optional<krb::SignInRequest> request;
    QPromise<Result<krb::Cache>> promise;

    LoginDialog::SignIn signIn()
    {
        return [this](krb::SignInRequest asked, std::stop_token) {
            request = std::move(asked);
            promise = {};
            promise.start();
            return promise.future();
        };
    }
    template <typename Proof>
    const Proof *proof() const
    {
        return request ? std::get_if<Proof>(&request->credential) : nullptr;
    }
};

} // namespace

class LoginDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachWayShowsWhatItNeeds_data();
    void eachWayShowsWhatItNeeds();
    void aCertificateIsSentAsLibkrb5SpellsIt_data();
    void aCertificateIsSentAsLibkrb5SpellsIt();
    void aSmartCardNeedsNothingTyped();
    void whatTheRealmAsksForSendsNothing();
    void aPasswordThatWasTypedIsGoneWithTheWay();

    void optionsStayOutOfTheWay();
    void whatIsChosenIsSent();
    void whatIsLeftAloneIsKrb5ConfsChoice();
    void theCachesThatThereAreCanBeChosen();

    void whoHasSignedInBeforeIsOfferedTheSameAgain();
    void aNewCacheIsForOnce();
    void habitsOutliveTheProgram();
    void theOldestHabitsAreForgotten();

    void completionPutsTheBeginningFirst();
    void aRealmIsCompleted();
    void completionIsOfferedWhileTyping();

    void capsLockIsSeenInWhatIsTyped_data();
    void capsLockIsSeenInWhatIsTyped();
    void thePasswordFieldWarnsOfCapsLock();
};

void LoginDialogTest::eachWayShowsWhatItNeeds_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QStringList>("fields");
    const auto add = [](const char *way, const QStringList &fields) {
        QTest::newRow(way) << QString::fromLatin1(way) << fields;
    };
    add("Password", {QStringLiteral("password")});
    add("Keytab", {QStringLiteral("keytab")});
    add("Certificate in a file",
        {QStringLiteral("certificate"), QStringLiteral("keyFile"), QStringLiteral("anchors")});
    add("Smart card", {QStringLiteral("module"), QStringLiteral("anchors")});
    add("What the realm asks for", {});
}

void LoginDialogTest::eachWayShowsWhatItNeeds()
{
    QFETCH(QString, way);
    QFETCH(QStringList, fields);
    Listener kdc;
    LoginDialog dialog(kdc.signIn(), {alice});
    dialog.open();
    choose(dialog, "with", way);
    for (const char *name : {"password", "keytab", "certificate", "keyFile", "module", "anchors"})
        QCOMPARE(child<QLineEdit>(dialog, name)->isVisible(), fields.contains(QLatin1String(name)));
}

void LoginDialogTest::aCertificateIsSentAsLibkrb5SpellsIt_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("keyFile");
    QTest::addColumn<QString>("identity");
    QTest::newRow("PEM") << u"/home/a/cert.pem"_qs << QString() << u"FILE:/home/a/cert.pem"_qs;
    QTest::newRow("PEM and key") << u"/home/a/cert.pem"_qs << u"/home/a/key.pem"_qs
                                 << u"FILE:/home/a/cert.pem,/home/a/key.pem"_qs;
    QTest::newRow("PKCS #12") << u"/home/a/all.P12"_qs << u"ignored"_qs << u"PKCS12:/home/a/all.P12"_qs;
    QTest::newRow("folder") << u"/tmp"_qs << QString() << u"DIR:/tmp"_qs;
    QTest::newRow("as typed") << u"PKCS11:module.so:slotid=1"_qs << QString()
                              << u"PKCS11:module.so:slotid=1"_qs;
}

void LoginDialogTest::aCertificateIsSentAsLibkrb5SpellsIt()
{
    QFETCH(QString, certificate);
    QFETCH(QString, keyFile);
    QFETCH(QString, identity);
    Listener kdc;
    LoginDialog dialog(kdc.signIn(), {alice});
    dialog.open();
    choose(dialog, "with", u"Certificate in a file"_qs);
    QVERIFY(!child<QPushButton>(dialog, "accept")->isEnabled());
    type(dialog, "keyFile", keyFile);
    type(dialog, "certificate", certificate);
    type(dialog, "anchors", u"/etc/ca.pem"_qs);
    accept(dialog);
    const auto *sent = kdc.proof<krb::Certificate>();
    QVERIFY(sent);
    QCOMPARE(sent->identity, identity);
    QCOMPARE(sent->anchors, u"FILE:/etc/ca.pem"_qs);
}

void LoginDialogTest::aSmartCardNeedsNothingTyped()
{
    Listener kdc;
    LoginDialog dialog(kdc.signIn(), {alice});
    dialog.open();
    choose(dialog, "with", u"Smart card"_qs);
    accept(dialog);
    const auto *sent = kdc.proof<krb::Certificate>();
    QVERIFY(sent);
    QCOMPARE(sent->identity, u"PKCS11:"_qs);
    QVERIFY(sent->anchors.isEmpty());
    QVERIFY(kdc.request->prompter); // for the PIN
}

void LoginDialogTest::whatTheRealmAsksForSendsNothing()
{
    Listener kdc;
    LoginDialog dialog(kdc.signIn(), {alice});
    dialog.open();
    choose(dialog, "with", u"What the realm asks for"_qs);
    accept(dialog);
    QVERIFY(kdc.proof<krb::AskForProof>());
    QVERIFY(kdc.request->prompter);
}

void LoginDialogTest::aPasswordThatWasTypedIsGoneWithTheWay()
{
    Listener kdc;
    LoginDialog dialog(kdc.signIn(), {alice});
    dialog.open();
    type(dialog, "password", u"geheim"_qs);
    choose(dialog, "with", u"What the realm asks for"_qs);
    accept(dialog);
    QVERIFY(child<QLineEdit>(dialog, "password")->text().isEmpty());
}

void LoginDialogTest::optionsStayOutOfTheWay()
{
    Listener kdc;
    LoginDialog dialog(kdc.signIn(), {alice});
    dialog.open();
    auto *summary = child<QLabel>(dialog, "optionsSummary");
    auto *lifetime = child<QComboBox>(dialog, "lifetime");
    QVERIFY(!lifetime->isVisible());
    QVERIFY(summary->text().isEmpty());
    QTest::mouseClick(child<QToolButton>(dialog, "moreOptions"), Qt::LeftButton);
    QVERIFY(lifetime->isVisible());
    choose(dialog, "lifetime", u"1 hour(s)"_qs);
    choose(dialog, "forwardable", u"no"_qs);
    QTest::mouseClick(child<QToolButton>(dialog, "moreOptions"), Qt::LeftButton);
    QVERIFY(!lifetime->isVisible());
    QCOMPARE(summary->text(), u"lifetime 1 hour(s), not forwardable"_qs);
}

void LoginDialogTest::whatIsChosenIsSent()
{
    Listener kdc;
    LoginDialog dialog(kdc.signIn(), {alice});
    dialog.open();
    dialog.showOptions(true);
    choose(dialog, "lifetime", u"8 hour(s)"_qs);
    choose(dialog, "renewable", u"not renewable"_qs);
    choose(dialog, "forwardable", u"yes"_qs);
    choose(dialog, "proxiable", u"no"_qs);
    choose(dialog, "addressless", u"no"_qs);
    choose(dialog, "cache", u"a new one"_qs);
    QTest::keyClick(child<QCheckBox>(dialog, "canonicalize"), Qt::Key_Space);
    QTest::keyClick(child<QCheckBox>(dialog, "enterprise"), Qt::Key_Space);
    accept(dialog);
    QVERIFY(kdc.request);
    QCOMPARE(kdc.request->lifetime, std::optional(std::chrono::seconds(8h)));
    QCOMPARE(kdc.request->renewableLifetime, std::optional(0s));
    QCOMPARE(kdc.request->forwardable, std::optional(true));
    QCOMPARE(kdc.request->proxiable, std::optional(false));
    QCOMPARE(kdc.request->addressless, std::optional(false));
    QVERIFY(kdc.request->canonicalize);
    QVERIFY(kdc.request->enterprise);
    QVERIFY(std::holds_alternative<krb::NewCache>(kdc.request->cache));
}

void LoginDialogTest::whatIsLeftAloneIsKrb5ConfsChoice()
{
    Listener kdc;
    LoginDialog dialog(kdc.signIn(), {alice});
    dialog.open();
    accept(dialog);
    QVERIFY(kdc.request);
    QVERIFY(!kdc.request->lifetime && !kdc.request->renewableLifetime && !kdc.request->forwardable
            && !kdc.request->proxiable && !kdc.request->addressless);
    QVERIFY(!kdc.request->canonicalize && !kdc.request->enterprise);
    QVERIFY(std::holds_alternative<krb::AutomaticCache>(kdc.request->cache));
    QVERIFY(kdc.request->armor.isEmpty());
}

void LoginDialogTest::theCachesThatThereAreCanBeChosen()
{
    const krb::Cache good = signedIn(QStringLiteral("bob"), noon + 1h);
    const krb::Cache over = signedIn(QStringLiteral("carol"), noon - 1h);
    Listener kdc;
    LoginDialog dialog(kdc.signIn(), {alice});
    dialog.setCaches({good, over}, noon);
    dialog.open();
    dialog.showOptions(true);
    choose(dialog, "cache", u"FILE:/tmp/carol, of carol@CORP.EXAMPLE.COM"_qs);
    QCOMPARE(child<QComboBox>(dialog, "armor")->count(), 2); // an expired ticket protects nothing
    choose(dialog, "armor", u"FILE:/tmp/bob, of bob@CORP.EXAMPLE.COM"_qs);
    accept(dialog);
    QVERIFY(kdc.request);
    QCOMPARE(kdc.request->cache, krb::CacheChoice(krb::NamedCache{over.name}));
    QCOMPARE(kdc.request->armor, good.name);
}

void LoginDialogTest::whoHasSignedInBeforeIsOfferedTheSameAgain()
{
    SignInHabit habit{alice, {.kind = Kind::CertificateFile, .file = u"/home/a/cert.pem"_qs}};
    habit.options.lifetime = 1h;
    Listener kdc;
    LoginDialog dialog(kdc.signIn(), {u"bob@CORP.EXAMPLE.COM"_qs});
    dialog.setHabits({habit});
    dialog.open();
    QVERIFY(child<QLineEdit>(dialog, "password")->isVisible());
    dialog.setPrincipal(alice);
    QVERIFY(child<QLineEdit>(dialog, "certificate")->isVisible());
    QCOMPARE(child<QLineEdit>(dialog, "certificate")->text(), habit.way.file);
    QCOMPARE(child<QLabel>(dialog, "optionsSummary")->text(), u"lifetime 1 hour(s)"_qs);
    QCOMPARE(dialog.habit(alice), habit);
}

void LoginDialogTest::aNewCacheIsForOnce()
{
    SignInHabit habit{alice};
    habit.options.cache = krb::NewCache{};
    QVERIFY(withHabit({}, habit).constFirst().options == SignInOptions());
    habit.options.cache = krb::PrivateCache{};
    QCOMPARE(withHabit({}, habit).constFirst(), habit);
}

void LoginDialogTest::habitsOutliveTheProgram()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    SignInHabit rich{alice,
                     {.kind = Kind::CertificateFile,
                      .file = u"/home/a/cert.pem"_qs,
                      .keyFile = u"/home/a/key.pem"_qs,
                      .anchors = u"/etc/ca.pem"_qs}};
    rich.options = {.lifetime = 8h,
                    .renewableLifetime = 0s,
                    .forwardable = true,
                    .proxiable = false,
                    .addressless = false,
                    .canonicalize = true,
                    .enterprise = true,
                    .cache = krb::NamedCache{u"FILE:/tmp/alice"_qs},
                    .armor = u"FILE:/tmp/host"_qs};
    SignInHabit privately{u"bob@R"_qs, {.kind = Kind::AsAsked}};
    privately.options.cache = krb::PrivateCache{};
    Settings settings;
    settings.signIns = {rich, privately};
    settings.save(file);
    QCOMPARE(Settings::load(file).signIns, settings.signIns);
    settings.signIns = {privately};
    settings.save(file);
    QCOMPARE(Settings::load(file).signIns, settings.signIns);
}

void LoginDialogTest::theOldestHabitsAreForgotten()
{
    SignInHabits habits;
    for (int i = 0; i < 30; ++i)
        habits = withHabit(habits, {QString::number(i % 25)});
    QCOMPARE(habits.size(), 20);
    QCOMPARE(habits.constFirst().principal, QStringLiteral("4"));
    QVERIFY(!habitOf(habits, QStringLiteral("5")));
}

void LoginDialogTest::completionPutsTheBeginningFirst()
{
    const QStringList known{u"malice@R"_qs, u"Alice@R"_qs, u"bob@R"_qs};
    QCOMPARE(principalsLike(u"ali"_qs, known, {}), (QStringList{u"Alice@R"_qs, u"malice@R"_qs}));
    QCOMPARE(principalsLike(u"bob@R"_qs, known, {}), QStringList());
}

void LoginDialogTest::aRealmIsCompleted()
{
    const QStringList realms{u"CORP.EXAMPLE.COM"_qs, u"AWS.EXAMPLE.COM"_qs};
    QCOMPARE(principalsLike(u"zoe@"_qs, {}, realms),
             (QStringList{u"zoe@CORP.EXAMPLE.COM"_qs, u"zoe@AWS.EXAMPLE.COM"_qs}));
    QCOMPARE(principalsLike(u"zoe@aws"_qs, {}, realms), QStringList{u"zoe@AWS.EXAMPLE.COM"_qs});
    QCOMPARE(principalsLike(u"zoe"_qs, {}, realms), QStringList());
    QCOMPARE(principalsLike(u"@"_qs, {}, realms), QStringList());
    QCOMPARE(principalsLike(u"zoe\\@mail@AWS"_qs, {}, realms), QStringList{u"zoe\\@mail@AWS.EXAMPLE.COM"_qs});
}

void LoginDialogTest::completionIsOfferedWhileTyping()
{
    Listener kdc;
    LoginDialog dialog(kdc.signIn(), {});
    dialog.setRealms({u"CORP.EXAMPLE.COM"_qs});
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *field = child<PrincipalField>(dialog, "principal");
    field->setFocus();
    QTest::keyClicks(field->lineEdit(), u"zoe@c"_qs);
    QAbstractItemView *popup = field->completer()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(field->principal(), u"zoe@CORP.EXAMPLE.COM"_qs);
    QVERIFY(!kdc.request);
}

void LoginDialogTest::capsLockIsSeenInWhatIsTyped_data()
{
    using Known = std::optional<bool>;
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<std::optional<bool>>("before");
    QTest::addColumn<std::optional<bool>>("after");
    const auto add = [](const char *what, int key, const QString &text, Qt::KeyboardModifiers modifiers,
                        Known before,
                        Known after) { QTest::newRow(what) << key << text << modifiers << before << after; };
    const Qt::KeyboardModifiers none;
    add("upper case without Shift", Qt::Key_A, u"A"_qs, none, {}, true);
    add("lower case with Shift", Qt::Key_A, u"a"_qs, Qt::ShiftModifier, {}, true);
    add("upper case with Shift", Qt::Key_A, u"A"_qs, Qt::ShiftModifier, true, false);
    add("lower case", Qt::Key_A, u"a"_qs, none, true, false);
    add("another alphabet", 0, u"Ж"_qs, none, {}, true);
    add("a digit says nothing", Qt::Key_1, u"1"_qs, none, true, true);
    add("a script without case says nothing", 0, u"あ"_qs, none, {}, {});
    add("a command says nothing", Qt::Key_A, u"A"_qs, Qt::ControlModifier, {}, {});
    add("the key itself turns it round", Qt::Key_CapsLock, {}, none, true, false);
    add("the key itself says nothing alone", Qt::Key_CapsLock, {}, none, {}, {});
}

void LoginDialogTest::capsLockIsSeenInWhatIsTyped()
{
    QFETCH(int, key);
    QFETCH(QString, text);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(std::optional<bool>, before);
    QFETCH(std::optional<bool>, after);
    QCOMPARE(capsLockAfter(before, key, text, modifiers), after);
}

void LoginDialogTest::thePasswordFieldWarnsOfCapsLock()
{
    QWidget window;
    auto *field = new PasswordField(&window);
    window.show();
    auto *note = child<QLabel>(*field, "capsLock");
    QTest::sendKeyEvent(QTest::Click, field, Qt::Key_G, u"G"_qs, Qt::NoModifier);
    QVERIFY(note->isVisible());
    QCOMPARE(field->accessibleDescription(), note->text());
    QTest::sendKeyEvent(QTest::Click, field, Qt::Key_E, u"e"_qs, Qt::NoModifier);
    QVERIFY(!note->isVisible());
    QCOMPARE(field->accessibleDescription(), QString());
    const Secret typed = field->take();
    QCOMPARE(QByteArray(typed.view().data()), QByteArray("Ge"));
    field->setEchoMode(QLineEdit::Normal); // it can be seen then
    QTest::sendKeyEvent(QTest::Click, field, Qt::Key_G, u"G"_qs, Qt::NoModifier);
    QVERIFY(!note->isVisible());
}

QTEST_MAIN(LoginDialogTest)
#include "logindialogtest.moc"
