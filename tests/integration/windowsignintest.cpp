// SPDX-License-Identifier: GPL-2.0-or-later
// Signing in and changing passwords in the window, on real KDCs.
#include "core/base/worker.h"
#include "core/secrets/memorystore.h"
#include "tests/integration/kerberosplace.h"
#include "tests/support/dialoghand.h"
#include "tests/support/preauthrealm.h"
#include "tests/support/program.h"
#include "ui/changepassworddialog.h"
#include "ui/errorbanner.h"
#include "ui/logindialog.h"
#include "ui/questionsdialog.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 15'000;
const QString corp = QStringLiteral("CORP.EXAMPLE.COM");

/// Fields are there to type in, and what was typed before has been answered.
QuestionsDialog *askingDialog(Program &program)
{
    auto *dialog = program.openDialog<QuestionsDialog>();
    return dialog && child<QLineEdit>(*dialog, "answer0")->isEnabled() ? dialog : nullptr;
}

QString sentence(const QWidget &dialog)
{
    const auto *banner = dialog.findChild<ErrorBanner *>(QString(), Qt::FindDirectChildrenOnly);
    return banner->isVisible() ? banner->text() : QString();
}

bool isSignedIn(Program &program, const QString &principal)
{
    for (const krb::Cache &cache : program.identities().caches())
        if (cache.principal && cache.principal->text() == principal && cache.ticketGranting())
            return true;
    return false;
}

QAction *menuAction(Program &program, const QString &text)
{
    for (QAction *action : program.window().findChildren<QAction *>())
        if (action->text() == text)
            return action;
    return nullptr;
}

} // namespace

class WindowSignInTest : public QObject
{
    Q_OBJECT

private:
    QString makeUser(const QByteArray &name, const QByteArray &options = {}) const
    {
        if (!m_sandbox.administer(corp, "addpol -minlength 8 -minclasses 2 strict\naddprinc -policy strict "
                                            + options + " -pw first-Word1 " + name + '\n'))
            return {};
        return QString::fromUtf8(name) + QLatin1Char('@') + corp;
    }
    Sandbox m_sandbox;
    PreauthRealm m_preauth;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
        if (PreauthRealm::missing().isEmpty())
            QVERIFY2(m_preauth.start(), qPrintable(m_preauth.problem()));
    }
    void init() { Settings().save(Settings::defaultFile()); }
    void cleanup() { QVERIFY2(Worker::waitForAll(30s), "a job's thread is left"); }

    void anExpiredPasswordIsChangedInTheSameFlow()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("late", "-pwexpire \"2020-01-01 00:00:00\"");
        Program program;
        LoginDialog *login = program.typeSignIn(user, QStringLiteral("first-Word1"));
        QVERIFY(login);
        accept(*login);
        QTRY_VERIFY_WITH_TIMEOUT(askingDialog(program), patience);
        QVERIFY(child<QLabel>(*askingDialog(program), "reason")->text().contains(QStringLiteral("expired")));
        const auto answer = [&program](const QString &word) {
            QuestionsDialog *dialog = askingDialog(program);
            type(*dialog, "answer0", word);
            type(*dialog, "answer1", word);
            accept(*dialog);
        };
        answer(QStringLiteral("alllowercase"));
        QTRY_VERIFY_WITH_TIMEOUT(askingDialog(program), patience);
        QVERIFY2(sentence(*askingDialog(program)).contains(QStringLiteral("2 character classes")),
                 qPrintable(sentence(*askingDialog(program))));
        answer(QStringLiteral("second-Word2"));
        QTRY_VERIFY_WITH_TIMEOUT(isSignedIn(program, user), patience);
        QVERIFY(!program.openDialog<QuestionsDialog>());
        QVERIFY(!program.openDialog<LoginDialog>());
        QCOMPARE(program.window().settings().signIns.value(0).principal, user);
    }

    void whoDoesNotChangeIsNotSignedInAndTheDialogStays()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("reluctant", "-pwexpire \"2020-01-01 00:00:00\"");
        Program program;
        LoginDialog *login = program.typeSignIn(user, QStringLiteral("first-Word1"));
        QVERIFY(login);
        accept(*login);
        QTRY_VERIFY_WITH_TIMEOUT(askingDialog(program), patience);
        QTest::keyClick(askingDialog(program), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(*login, "accept")->isEnabled(), patience);
        QVERIFY(login->isVisible());
        QVERIFY(!program.openDialog<QuestionsDialog>());
        QCOMPARE(program.loginSentence(), QString());
        QVERIFY(!isSignedIn(program, user));
    }

    void aWrongPasswordCountsOnce()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("typist");
        Program program;
        LoginDialog *login = program.typeSignIn(user, QStringLiteral("typo"));
        QVERIFY(login);
        accept(*login);
        QTRY_VERIFY_WITH_TIMEOUT(program.loginSentence().contains(QStringLiteral("is wrong")), patience);
        QCOMPARE(m_sandbox.failedAttempts(corp, user), 1);
        QVERIFY(!program.openDialog<QuestionsDialog>());
    }

    void thePasswordIsAskedWhereNothingIsTyped()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("asked");
        Program program;
        LoginDialog *login = program.typeSignIn(user, QString());
        QVERIFY(login);
        choose(*login, "with", QStringLiteral("What the realm asks for"));
        accept(*login);
        QTRY_VERIFY_WITH_TIMEOUT(askingDialog(program), patience);
        type(*askingDialog(program), "answer0", QStringLiteral("first-Word1"));
        accept(*askingDialog(program));
        QTRY_VERIFY_WITH_TIMEOUT(isSignedIn(program, user), patience);
    }

    void optionsMakeTheTicket()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("picky");
        Program program;
        LoginDialog *login = program.typeSignIn(user, QStringLiteral("first-Word1"));
        QVERIFY(login);
        login->showOptions(true);
        choose(*login, "lifetime", QStringLiteral("1 hour(s)"));
        choose(*login, "renewable", QStringLiteral("not renewable"));
        choose(*login, "forwardable", QStringLiteral("no"));
        choose(*login, "cache", QStringLiteral("private to Latchkey"));
        accept(*login);
        QTRY_VERIFY_WITH_TIMEOUT(isSignedIn(program, user), patience);
        const krb::Cache cache = program.identities().caches().constFirst();
        QVERIFY(cache.isPrivate);
        const krb::Ticket &ticket = *cache.ticketGranting();
        QVERIFY(ticket.endTime - ticket.startTime <= 1h);
        QVERIFY(!ticket.isRenewable());
        QVERIFY(!krb::flagNames(ticket.flags).contains(QStringLiteral("forwardable")));
        // The same again: as a habit.
        login = program.typeSignIn(user, QString());
        QVERIFY(login);
        QVERIFY(login->habit(user).options == program.window().settings().signIns.value(0).options);
        QVERIFY(login->habit(user).options != SignInOptions());
        login->reject();
    }

    void thePasswordIsChangedOnDemand()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("changer", "-pwexpire \"60 hours\"");
        Program program;
        accept(*program.typeSignIn(user, QStringLiteral("first-Word1")));
        QTRY_VERIFY_WITH_TIMEOUT(isSignedIn(program, user), patience);
        const auto *status = child<QLabel>(program.window(), "remaining");
        QVERIFY2(status->text().contains(QStringLiteral("password expires in 2 d")),
                 qPrintable(status->text()));
        menuAction(program, QStringLiteral("&Change password…"))->trigger();
        auto *dialog = program.openDialog<ChangePasswordDialog>();
        QVERIFY(dialog);
        QCOMPARE(child<QComboBox>(*dialog, "principal")->currentText(), user);
        const auto change = [dialog](const QString &word) {
            type(*dialog, "newPassword", word);
            type(*dialog, "newPasswordAgain", word);
            accept(*dialog);
        };
        type(*dialog, "oldPassword", QStringLiteral("first-Word1"));
        change(QStringLiteral("alllowercase"));
        QTRY_VERIFY_WITH_TIMEOUT(sentence(*dialog).contains(QStringLiteral("2 character classes")), patience);
        change(QStringLiteral("second-Word2"));
        QTRY_VERIFY_WITH_TIMEOUT(!program.openDialog<ChangePasswordDialog>(), patience);
        // Nobody knows yet when the new one expires.
        QTRY_VERIFY_WITH_TIMEOUT(!status->text().contains(QStringLiteral("password")), patience);
        accept(*program.typeSignIn(user, QStringLiteral("second-Word2")));
        QTRY_VERIFY_WITH_TIMEOUT(!program.openDialog<LoginDialog>(), patience);
    }

    void theKeychainGetsANewPasswordWhoeverIsTypedWithoutARealm()
    {
        const KerberosPlace place(m_sandbox);
        const QString user = makeUser("typed");
        const secrets::Key key{secrets::Kind::KerberosPassword, user};
        const auto store = std::make_shared<secrets::MemoryStore>();
        const secrets::Remembered remembered(store, place.path(QStringLiteral("keychain.ini")));
        QVERIFY(remembered.remember(key, Secret("first-Word1")).result());
        Program program{remembered};
        ChangePasswordDialog *dialog = nullptr;
        menuAction(program, QStringLiteral("&Change password…"))->trigger();
        QTRY_VERIFY(dialog = program.openDialog<ChangePasswordDialog>());
        child<QComboBox>(*dialog, "principal")->setCurrentText(QStringLiteral("typed"));
        type(*dialog, "oldPassword", QStringLiteral("first-Word1"));
        type(*dialog, "newPassword", QStringLiteral("second-Word2"));
        type(*dialog, "newPasswordAgain", QStringLiteral("second-Word2"));
        accept(*dialog);
        QTRY_VERIFY_WITH_TIMEOUT(!program.openDialog<ChangePasswordDialog>(), patience);
        const auto kept = [&] {
            const auto read = remembered.read(key, secrets::Unlocking::Never).result();
            return read ? std::string((*read)->view()) : std::string();
        };
        QTRY_COMPARE_WITH_TIMEOUT(kept(), std::string("second-Word2"), patience);
    }

    void aOneTimePasswordIsAskedInTheWindow()
    {
        if (const QString package = PreauthRealm::missing(); !package.isEmpty())
            QSKIP(qPrintable(QStringLiteral("The package %1 is missing.").arg(package)));
        const QTemporaryDir folder;
        QVERIFY(m_preauth.use(folder.path(), m_preauth.trust("users") + m_preauth.trust("kdcs")));
        m_preauth.radius().show("oscar", "123456");
        Program program;
        const QString oscar = m_preauth.principal(QStringLiteral("oscar"));
        LoginDialog *login = program.typeSignIn(oscar, QString());
        QVERIFY(login);
        choose(*login, "with", QStringLiteral("What the realm asks for"));
        accept(*login);
        QTRY_VERIFY_WITH_TIMEOUT(askingDialog(program), patience);
        type(*askingDialog(program), "answer0", QStringLiteral("123456"));
        accept(*askingDialog(program));
        QTRY_VERIFY_WITH_TIMEOUT(isSignedIn(program, oscar), patience);
    }

    void aCertificatesPassphraseIsAskedInTheWindow()
    {
        if (const QString package = PreauthRealm::missing(); !package.isEmpty())
            QSKIP(qPrintable(QStringLiteral("The package %1 is missing.").arg(package)));
        const QTemporaryDir folder;
        QVERIFY(m_preauth.use(folder.path(), m_preauth.trust("users") + m_preauth.trust("kdcs")));
        Program program;
        const QString paula = m_preauth.principal(QStringLiteral("paula"));
        LoginDialog *login = program.typeSignIn(paula, QString());
        QVERIFY(login);
        choose(*login, "with", QStringLiteral("Certificate in a file"));
        type(*login, "certificate",
             m_preauth.certificates().certificate(QStringLiteral("paula")).chopped(4)
                 + QStringLiteral(".p12"));
        accept(*login);
        QTRY_VERIFY_WITH_TIMEOUT(askingDialog(program), patience);
        QVERIFY(child<QLineEdit>(*askingDialog(program), "answer0")->echoMode() == QLineEdit::Password);
        type(*askingDialog(program), "answer0", QLatin1String(PreauthRealm::passphrase));
        accept(*askingDialog(program));
        QTRY_VERIFY_WITH_TIMEOUT(isSignedIn(program, paula), patience);
    }
};

QTEST_MAIN(WindowSignInTest)
#include "windowsignintest.moc"
