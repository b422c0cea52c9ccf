// SPDX-License-Identifier: GPL-2.0-or-later
// The dialogs and banners, clicked and typed at.
#include "core/base/whendone.h"
#include "core/connect/passwordkey.h"
#include "core/secrets/memorystore.h"
#include "ui/errorbanner.h"
#include "ui/keychain.h"
#include "ui/logindialog.h"
#include "ui/passworddialog.h"
#include "ui/profileeditor.h"
#include "ui/questions.h"
#include "ui/quickopen.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace latchkey;

namespace {

/// A KDC that answers when the test says so, and remembers what it was asked.
struct SlowKdc
{
    QPromise<Result<krb::Cache>> promise;
    QString principal;
    QByteArray password;
    std::stop_token stop;

    LoginDialog::SignIn signIn()
    {
        return [this](krb::SignInRequest request, std::stop_token token) {
            principal = request.principal;
            if (const auto *secret = std::get_if<Secret>(&request.credential))
                password = QByteArray(secret->view().data(), static_cast<qsizetype>(secret->view().size()));
            stop = std::move(token);
            promise = {};
            promise.start();
            return promise.future();
        };
    }

    void answer(Result<krb::Cache> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

/// A server that refuses every password, and knows which.
struct ServerDouble
{
    QByteArrayList passwords;

    ConnectionTrial::Open open()
    {
        return [this](const Connector::Request &request, const std::stop_token &) {
            const std::string_view given = request.password->view();
            passwords.append(QByteArray(given.data(), static_cast<qsizetype>(given.size())));
            return QtFuture::makeReadyFuture(Result<std::shared_ptr<sql::Session>>(
                Error{Error::Code::ServerDenied, QStringLiteral("The server has refused it."), {}, 1045}));
        };
    }
};

Profile passwordProfile(Authentication authentication)
{
    Profile profile;
    profile.name = QStringLiteral("writer");
    profile.host = QStringLiteral("db1.example.com");
    profile.account = QStringLiteral("bob");
    profile.authentication = authentication;
    return profile;
}

template <typename T>
T *child(const QWidget &parent, const char *name)
{
    return parent.findChild<T *>(QLatin1String(name));
}

void type(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

QFuture<Result<>> isSaved(const ProfileChange &, const Profile &)
{
    return QtFuture::makeReadyFuture(Result<>(Ok{}));
}

ProfileEditor::Subject one(const Profile &profile)
{
    return {FormSubject::Profile, {profile}, QStringLiteral("Profile"), QStringLiteral("Save profile")};
}

QString problemOf(const ProfileEditor &editor, FieldProblem::Field field)
{
    const auto *label = editor.findChild<QLabel *>(QStringLiteral("problem%1").arg(static_cast<int>(field)));
    return label->isVisible() ? label->text() : QString();
}

} // namespace

class DialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signingInSendsWhatWasTyped();
    void theFieldIsEmptyOnceThePasswordIsTaken();
    void aWrongPasswordIsSaidInTheDialog();
    void cancelEndsTheWaitAtOnce();
    void aLateAnswerAfterCancelChangesNothing();
    void anAnswerAfterTheDialogIsGoneIsNoDisaster();
    void nobodyCannotSignIn();
    void aKeytabTakesThePlaceOfThePassword();

    void thePasswordDialogKeepsNothing();

    void problemsAppearAtTheFieldWhileTyping();
    void untouchedFieldsDoNotComplain();
    void savingShowsEveryProblem();
    void whatIsSavedIsWhatWasTyped();
    void theStoresRefusalIsShownAndTheDialogStays();
    void anEditorWaitsForASlowStore();
    void theEditorsFootFollowsWhatIsTyped();
    void tryingOutAsksForThePassword();
    void tryingOutTakesTheRememberedPassword();

    void theBannerShowsDetailsOnDemand();
    void theBannersButtonsTriggerTheirActions();
    void questionsActOnlyWhenAgreedTo();
    void quickOpenConnectsToTheFirstMatch();
};

void DialogsTest::signingInSendsWhatWasTyped()
{
    SlowKdc kdc;
    LoginDialog dialog(kdc.signIn(), {});
    QSignalSpy signedIn(&dialog, &LoginDialog::signedIn);
    dialog.open();
    dialog.setPrincipal(QStringLiteral("alice@CORP.EXAMPLE.COM"));
    auto *password = child<QLineEdit>(dialog, "password");
    QTest::keyClicks(password, QStringLiteral("geheim"));
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(kdc.principal, QStringLiteral("alice@CORP.EXAMPLE.COM"));
    QCOMPARE(kdc.password, QByteArray("geheim"));
    QVERIFY(dialog.isVisible());
    kdc.answer(krb::Cache());
    QTRY_COMPARE(signedIn.count(), 1);
    QVERIFY(!dialog.isVisible());
}

void DialogsTest::theFieldIsEmptyOnceThePasswordIsTaken()
{
    SlowKdc kdc;
    LoginDialog dialog(kdc.signIn(), {QStringLiteral("alice@R")});
    dialog.open();
    auto *password = child<QLineEdit>(dialog, "password");
    type(password, QStringLiteral("geheim"));
    QTest::mouseClick(child<QPushButton>(dialog, "accept"), Qt::LeftButton);
    QVERIFY(password->text().isEmpty());
    password->undo();
    QVERIFY(password->text().isEmpty());
}

void DialogsTest::aWrongPasswordIsSaidInTheDialog()
{
    SlowKdc kdc;
    LoginDialog dialog(kdc.signIn(), {QStringLiteral("alice@R")});
    dialog.open();
    QTest::mouseClick(child<QPushButton>(dialog, "accept"), Qt::LeftButton);
    kdc.answer(Error{Error::Code::BadPassword, QStringLiteral("That is not the password."), {}, 0});
    auto *banner = dialog.findChild<ErrorBanner *>();
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(banner->text(), QStringLiteral("That is not the password."));
    QVERIFY(dialog.isVisible());
    QVERIFY(child<QPushButton>(dialog, "accept")->isEnabled());
}

void DialogsTest::cancelEndsTheWaitAtOnce()
{
    SlowKdc kdc;
    LoginDialog dialog(kdc.signIn(), {QStringLiteral("alice@R")});
    dialog.open();
    QTest::mouseClick(child<QPushButton>(dialog, "accept"), Qt::LeftButton);
    QVERIFY(!kdc.stop.stop_requested());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(kdc.stop.stop_requested());
    QVERIFY(!dialog.isVisible());
}

void DialogsTest::aLateAnswerAfterCancelChangesNothing()
{
    SlowKdc kdc;
    LoginDialog dialog(kdc.signIn(), {QStringLiteral("alice@R")});
    QSignalSpy signedIn(&dialog, &LoginDialog::signedIn);
    dialog.open();
    QTest::mouseClick(child<QPushButton>(dialog, "accept"), Qt::LeftButton);
    dialog.reject();
    bool passed = false;
    whenDone(kdc.promise.future(), &dialog, [&passed](const Result<krb::Cache> &) { passed = true; });
    kdc.answer(krb::Cache());
    QTRY_VERIFY(passed);
    QCOMPARE(signedIn.count(), 0);
}

void DialogsTest::anAnswerAfterTheDialogIsGoneIsNoDisaster()
{
    SlowKdc kdc;
    {
        LoginDialog dialog(kdc.signIn(), {QStringLiteral("alice@R")});
        dialog.open();
        QTest::mouseClick(child<QPushButton>(dialog, "accept"), Qt::LeftButton);
        QVERIFY(!kdc.stop.stop_requested());
    }
    QVERIFY(kdc.stop.stop_requested());
    kdc.answer(krb::Cache());
    QCoreApplication::sendPostedEvents();
}

void DialogsTest::nobodyCannotSignIn()
{
    SlowKdc kdc;
    LoginDialog dialog(kdc.signIn(), {});
    dialog.open();
    QVERIFY(!child<QPushButton>(dialog, "accept")->isEnabled());
    type(child<QComboBox>(dialog, "principal")->lineEdit(), QStringLiteral("bob"));
    QVERIFY(child<QPushButton>(dialog, "accept")->isEnabled());
}

void DialogsTest::aKeytabTakesThePlaceOfThePassword()
{
    std::optional<QString> keytab;
    LoginDialog dialog(
        [&keytab](krb::SignInRequest request, std::stop_token) {
            if (const auto *given = std::get_if<krb::Keytab>(&request.credential))
                keytab = given->file;
            return QFuture<Result<krb::Cache>>();
        },
        {QStringLiteral("batch@R")});
    dialog.open();
    dialog.setKeytab(QStringLiteral("/etc/batch.keytab"));
    QVERIFY(!child<QLineEdit>(dialog, "password")->isVisible());
    QTest::mouseClick(child<QPushButton>(dialog, "accept"), Qt::LeftButton);
    QCOMPARE(keytab, QStringLiteral("/etc/batch.keytab"));
}

void DialogsTest::thePasswordDialogKeepsNothing()
{
    PasswordDialog dialog(QStringLiteral("bob on db1"));
    dialog.open();
    auto *field = child<QLineEdit>(dialog, "password");
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    field->insert(QStringLiteral("pässword")); // QTest types ASCII only
    const Secret taken = dialog.takePassword();
    QCOMPARE(QByteArray(taken.view().data()), QByteArray("p\xc3\xa4ssword"));
    QVERIFY(field->text().isEmpty());
}

void DialogsTest::problemsAppearAtTheFieldWhileTyping()
{
    ProfileEditor editor(one(Profile()), isSaved);
    editor.open();
    auto *port = child<QLineEdit>(editor, "port");
    type(port, QStringLiteral("0"));
    QVERIFY(!problemOf(editor, FieldProblem::Field::Port).isEmpty());
    type(port, QStringLiteral("3307"));
    QCOMPARE(problemOf(editor, FieldProblem::Field::Port), QString());
    auto *host = child<QLineEdit>(editor, "host");
    type(host, QStringLiteral("two words"));
    QVERIFY(!problemOf(editor, FieldProblem::Field::Host).isEmpty());
    type(host, QStringLiteral("db1.example.com"));
    QCOMPARE(problemOf(editor, FieldProblem::Field::Host), QString());
}

void DialogsTest::untouchedFieldsDoNotComplain()
{
    ProfileEditor editor(one(Profile()), isSaved);
    editor.open();
    type(child<QLineEdit>(editor, "name"), QStringLiteral("orders"));
    QCOMPARE(problemOf(editor, FieldProblem::Field::Host), QString());
}

void DialogsTest::savingShowsEveryProblem()
{
    int saved = 0;
    ProfileEditor editor(one(Profile()), [&saved](const ProfileChange &change, const Profile &whole) {
        ++saved;
        return isSaved(change, whole);
    });
    editor.open();
    QTest::mouseClick(child<QPushButton>(editor, "save"), Qt::LeftButton);
    QVERIFY(!problemOf(editor, FieldProblem::Field::Name).isEmpty());
    QVERIFY(!problemOf(editor, FieldProblem::Field::Host).isEmpty());
    QVERIFY(editor.isVisible());
    QCOMPARE(saved, 0);
}

void DialogsTest::whatIsSavedIsWhatWasTyped()
{
    std::optional<Profile> saved;
    Profile before;
    before.unknown.insert(QStringLiteral("future"), 1);
    ProfileEditor editor(one(before),
                         [&](const ProfileChange &change, const Profile &whole) {
                             saved = before;
                             change.applyTo(*saved);
                             return isSaved(change, whole);
                         },
                         {{QStringLiteral("Production")}, {QStringLiteral("alice@R")}});
    editor.open();
    type(child<QLineEdit>(editor, "name"), QStringLiteral("writer"));
    type(child<QComboBox>(editor, "folder")->lineEdit(), QStringLiteral("Production/orders"));
    type(child<QLineEdit>(editor, "host"), QStringLiteral("db1.example.com"));
    type(child<QComboBox>(editor, "principal")->lineEdit(), QStringLiteral("alice@CORP.EXAMPLE.COM"));
    QTest::mouseClick(child<QPushButton>(editor, "save"), Qt::LeftButton);
    QVERIFY(saved);
    QCOMPARE(saved->path(), QStringLiteral("Production/orders/writer"));
    QCOMPARE(saved->identity.principal, QStringLiteral("alice@CORP.EXAMPLE.COM"));
    QCOMPARE(saved->id, before.id);
    QCOMPARE(saved->unknown, before.unknown);
    QTRY_VERIFY(!editor.isVisible());
}

void DialogsTest::theStoresRefusalIsShownAndTheDialogStays()
{
    Profile profile;
    profile.name = QStringLiteral("writer");
    profile.host = QStringLiteral("db1.example.com");
    ProfileEditor editor(one(profile), [](const ProfileChange &, const Profile &) {
        return QtFuture::makeReadyFuture(
            Result<>(Error{Error::Code::InvalidInput, QStringLiteral("There is one already."), {}, 0}));
    });
    editor.open();
    QTest::mouseClick(child<QPushButton>(editor, "save"), Qt::LeftButton);
    QTRY_COMPARE(editor.findChild<ErrorBanner *>()->text(), QStringLiteral("There is one already."));
    QVERIFY(editor.isVisible());
    QVERIFY(child<QLineEdit>(editor, "name")->isEnabled());
}

void DialogsTest::anEditorWaitsForASlowStore()
{
    Profile profile;
    profile.name = QStringLiteral("writer");
    profile.host = QStringLiteral("db1.example.com");
    QPromise<Result<>> store;
    store.start();
    int saves = 0;
    ProfileEditor editor(one(profile), [&](const ProfileChange &, const Profile &) {
        ++saves;
        return store.future();
    });
    editor.open();
    QTest::mouseClick(child<QPushButton>(editor, "save"), Qt::LeftButton);
    editor.accept(); // as the Enter key does
    QCOMPARE(saves, 1);
    QTest::keyClick(&editor, Qt::Key_Escape);
    QVERIFY(editor.isVisible());
    QVERIFY(!child<QLineEdit>(editor, "name")->isEnabled());
    store.addResult(Result<>(Ok{}));
    store.finish();
    QTRY_VERIFY(!editor.isVisible());
    QCOMPARE(editor.result(), int(QDialog::Accepted));
}

void DialogsTest::theEditorsFootFollowsWhatIsTyped()
{
    ProfileEditor editor(one(Profile()), isSaved);
    editor.show();
    const auto *command = child<QLineEdit>(editor, "previewCommand");
    QVERIFY(command->text().isEmpty());
    QVERIFY(child<QLabel>(editor, "previewCommandNote")->isVisible());
    type(child<QLineEdit>(editor, "host"), QStringLiteral("orders.example.com"));
    QVERIFY2(command->text().contains(QStringLiteral("--host=orders.example.com")),
             qUtf8Printable(command->text()));
    type(child<QLineEdit>(editor, "spn"), QStringLiteral("mysql/orders.example.com@CORP"));
    QCOMPARE(child<QLineEdit>(editor, "previewSpn")->text(), QStringLiteral("mysql/orders.example.com@CORP"));
    QTest::mouseClick(child<QToolButton>(editor, "previewSpnCopy"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("mysql/orders.example.com@CORP"));
    type(child<QLineEdit>(editor, "port"), QStringLiteral("99999"));
    QVERIFY(command->text().isEmpty());
    QVERIFY(!child<QToolButton>(editor, "previewCommandCopy")->isEnabled());
}

void DialogsTest::tryingOutAsksForThePassword()
{
    ServerDouble server;
    ProfileEditor editor(one(passwordProfile(Authentication::Password)), isSaved);
    editor.allowTrial(server.open(), nullptr);
    editor.open();
    QTest::mouseClick(child<QPushButton>(editor, "test"), Qt::LeftButton);
    auto *dialog = editor.findChild<PasswordDialog *>();
    QVERIFY(dialog && server.passwords.isEmpty());
    QTest::keyClicks(child<QLineEdit>(*dialog, "password"), QStringLiteral("typed"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(server.passwords, QByteArrayList{"typed"});
    QTRY_VERIFY(child<ErrorBanner>(editor, "trialBanner")->text().contains(QStringLiteral("refused")));
}

void DialogsTest::tryingOutTakesTheRememberedPassword()
{
    ServerDouble server;
    const QTemporaryDir folder;
    Keychain keychain(secrets::Remembered(std::make_shared<secrets::MemoryStore>(),
                                          folder.filePath(QStringLiteral("names.ini"))));
    const Profile profile = passwordProfile(Authentication::KeychainPassword);
    keychain.remember(passwordKey(profile), Secret("known"));
    QTRY_VERIFY(keychain.isRemembered(passwordKey(profile)));
    ProfileEditor editor(one(profile), isSaved);
    editor.allowTrial(server.open(), &keychain);
    editor.open();
    QTest::mouseClick(child<QPushButton>(editor, "test"), Qt::LeftButton);
    QTRY_COMPARE(server.passwords, QByteArrayList{"known"});
    QTRY_VERIFY(!keychain.isRemembered(passwordKey(profile))); // refused, so never again
    QTest::mouseClick(child<QPushButton>(editor, "test"), Qt::LeftButton);
    QTRY_VERIFY(editor.findChild<PasswordDialog *>());
}

void DialogsTest::theBannerShowsDetailsOnDemand()
{
    ErrorBanner banner;
    QVERIFY(banner.isHidden());
    banner.showError(
        {Error::Code::Internal, QStringLiteral("It broke."), QStringLiteral("krb5_call: -1"), 0});
    QVERIFY(!banner.isHidden());
    QCOMPARE(banner.accessibleName(), QStringLiteral("It broke."));
    QVERIFY(!banner.findChild<QWidget *>(QStringLiteral("bannerDetail")));
    for (auto *button : banner.findChildren<QToolButton *>())
        if (button->isCheckable())
            QTest::mouseClick(button, Qt::LeftButton);
    auto *detail = banner.findChild<QPlainTextEdit *>(QStringLiteral("bannerDetail"));
    QVERIFY(detail && !detail->isHidden());
    QCOMPARE(detail->toPlainText(), QStringLiteral("krb5_call: -1"));
    banner.showInfo(QStringLiteral("All is well."));
    QVERIFY(detail->isHidden());
    banner.clear();
    QVERIFY(banner.isHidden());
}

void DialogsTest::theBannersButtonsTriggerTheirActions()
{
    ErrorBanner banner;
    QAction again(QStringLiteral("Try again"), nullptr);
    QSignalSpy triggered(&again, &QAction::triggered);
    banner.showError({Error::Code::Internal, QStringLiteral("It broke."), {}, 0}, {&again});
    QTest::mouseClick(banner.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
}

void DialogsTest::questionsActOnlyWhenAgreedTo()
{
    QWidget window;
    window.show();
    int done = 0;
    const Question question{
        QStringLiteral("Destroy"), QStringLiteral("Destroy all?"), {}, QStringLiteral("Destroy"), true};
    ask(&window, question, [&done] { ++done; });
    auto *box = window.findChild<QMessageBox *>();
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(done, 0);
    QTRY_VERIFY(!window.findChild<QMessageBox *>());
    ask(&window, question, [&done] { ++done; });
    box = window.findChild<QMessageBox *>();
    for (QAbstractButton *button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(done, 1);
}

void DialogsTest::quickOpenConnectsToTheFirstMatch()
{
    Profile one;
    one.name = QStringLiteral("orders");
    Profile two;
    two.name = QStringLiteral("billing");
    QuickOpen dialog({one, two}, {});
    QSignalSpy chosen(&dialog, &QuickOpen::chosen);
    dialog.show();
    auto *field = child<QLineEdit>(dialog, "quickOpenField");
    QTest::keyClicks(field, QStringLiteral("bill"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toUuid(), two.id);
}

QTEST_MAIN(DialogsTest)
#include "dialogstest.moc"
