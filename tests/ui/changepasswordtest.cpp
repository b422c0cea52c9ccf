// SPDX-License-Identifier: GPL-2.0-or-later
// Changing a password on demand: the dialog, clicked and typed at.
#include "tests/support/dialoghand.h"
#include "ui/changepassworddialog.h"
#include "ui/errorbanner.h"

#include <QLabel>
#include <QPromise>
#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::test;

namespace {

const QString alice = QStringLiteral("alice@CORP.EXAMPLE.COM");

/// A password server that answers when the test says so.
struct SlowServer
{
    QPromise<Result<>> promise;
    QString principal;
    QByteArray old;
    QByteArray replacement;
    std::stop_token stop;

    ChangePasswordDialog::Change change()
    {
        return [this](const QString &whose, Secret oldWord, Secret newWord, std::stop_token token) {
            principal = whose;
            old = QByteArray(oldWord.view().data());
            replacement = QByteArray(newWord.view().data());
            stop = std::move(token);
            promise = {};
            promise.start();
            return promise.future();
        };
    }
    void answer(const Result<> &result)
    {
        promise.addResult(result);
        promise.finish();
    }
};

void fill(const ChangePasswordDialog &dialog, const QString &old, const QString &replacement,
          const QString &again)
{
    type(dialog, "oldPassword", old);
    type(dialog, "newPassword", replacement);
    type(dialog, "newPasswordAgain", again);
}

} // namespace

class ChangePasswordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldAndTheNewPasswordAreSentOnce();
    void nothingIsCutOff();
    void whatDiffersIsNotSent();
    void theRealmsWordsAreShownAndTheOldPasswordIsKept();
    void aWrongOldPasswordIsTypedAgain();
    void anotherPrincipalsOldPasswordIsNotUsed();
    void cancelEndsAChangeAtOnce();
    void aLateAnswerIsNoDisaster();
};

void ChangePasswordTest::theOldAndTheNewPasswordAreSentOnce()
{
    SlowServer server;
    ChangePasswordDialog dialog(server.change(), {alice});
    QSignalSpy changed(&dialog, &ChangePasswordDialog::passwordChanged);
    dialog.open();
    fill(dialog, u"old-Word"_qs, u"new-Word"_qs, u"new-Word"_qs);
    QTest::keyClick(child<QLineEdit>(dialog, "newPasswordAgain"), Qt::Key_Return);
    QCOMPARE(server.principal, alice);
    QCOMPARE(server.old, QByteArray("old-Word"));
    QCOMPARE(server.replacement, QByteArray("new-Word"));
    for (const char *name : {"oldPassword", "newPassword", "newPasswordAgain"})
        QVERIFY(child<QLineEdit>(dialog, name)->text().isEmpty());
    QVERIFY(!child<QPushButton>(dialog, "accept")->isEnabled());
    server.answer(Ok{});
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(!dialog.isVisible());
}

void ChangePasswordTest::nothingIsCutOff()
{
    SlowServer server;
    ChangePasswordDialog dialog(server.change(), {alice});
    dialog.setReason(u"It expires soon, and that takes a sentence of several lines to say. "_qs.repeated(5));
    dialog.open();
    const auto fits = [&dialog] {
        for (const char *name : {"oldPassword", "newPassword", "newPasswordAgain"})
            if (child<QLineEdit>(dialog, name)->height()
                < child<QLineEdit>(dialog, name)->sizeHint().height())
                return false;
        return true;
    };
    QTRY_VERIFY(fits());
    fill(dialog, u"old-Word"_qs, u"new-Word"_qs, u"new-Wird"_qs);
    QTRY_VERIFY(fits());
    type(dialog, "newPasswordAgain", u"new-Word"_qs);
    accept(dialog);
    server.answer(Error{Error::Code::PasswordRefused, u"It says why at length. "_qs.repeated(20), {}, 0});
    QTRY_VERIFY(dialog.findChild<ErrorBanner *>()->isVisible());
    QTRY_VERIFY(fits());
}

void ChangePasswordTest::whatDiffersIsNotSent()
{
    SlowServer server;
    ChangePasswordDialog dialog(server.change(), {alice});
    dialog.open();
    fill(dialog, u"old-Word"_qs, u"new-Word"_qs, u"new-Wird"_qs);
    QVERIFY(child<QLabel>(dialog, "mismatch")->isVisible());
    QTest::keyClick(child<QLineEdit>(dialog, "newPasswordAgain"), Qt::Key_Return);
    QVERIFY(server.principal.isEmpty());
}

void ChangePasswordTest::theRealmsWordsAreShownAndTheOldPasswordIsKept()
{
    SlowServer server;
    ChangePasswordDialog dialog(server.change(), {alice});
    dialog.open();
    type(dialog, "oldPassword", u"old-Word"_qs);
    for (const QString &word : {u"short"_qs, u"quite-long-Word"_qs}) {
        type(dialog, "newPassword", word);
        type(dialog, "newPasswordAgain", word);
        accept(dialog);
        QCOMPARE(server.old, QByteArray("old-Word"));
        QCOMPARE(server.replacement, word.toLatin1());
        server.answer(Error{Error::Code::PasswordRefused, u"It says: at least 8 characters."_qs, {}, 0});
        QTRY_VERIFY(dialog.findChild<ErrorBanner *>()->isVisible());
        QVERIFY(child<QLineEdit>(dialog, "oldPassword")->text().isEmpty());
        QVERIFY(!child<QLineEdit>(dialog, "oldPassword")->placeholderText().isEmpty());
    }
    QCOMPARE(dialog.findChild<ErrorBanner *>()->text(), u"It says: at least 8 characters."_qs);
}

void ChangePasswordTest::aWrongOldPasswordIsTypedAgain()
{
    SlowServer server;
    ChangePasswordDialog dialog(server.change(), {alice});
    dialog.open();
    fill(dialog, u"typo"_qs, u"new-Word"_qs, u"new-Word"_qs);
    accept(dialog);
    server.answer(Error{Error::Code::BadPassword, u"Wrong."_qs, {}, 0});
    QTRY_VERIFY(dialog.findChild<ErrorBanner *>()->isVisible());
    type(dialog, "newPassword", u"new-Word"_qs);
    type(dialog, "newPasswordAgain", u"new-Word"_qs);
    QVERIFY(!child<QPushButton>(dialog, "accept")->isEnabled());
    type(dialog, "oldPassword", u"old-Word"_qs);
    QVERIFY(child<QPushButton>(dialog, "accept")->isEnabled());
}

void ChangePasswordTest::anotherPrincipalsOldPasswordIsNotUsed()
{
    SlowServer server;
    ChangePasswordDialog dialog(server.change(), {alice});
    dialog.open();
    fill(dialog, u"old-Word"_qs, u"short"_qs, u"short"_qs);
    accept(dialog);
    server.answer(Error{Error::Code::PasswordRefused, u"Too short."_qs, {}, 0});
    QTRY_VERIFY(dialog.findChild<ErrorBanner *>()->isVisible());
    dialog.setPrincipal(u"bob@CORP.EXAMPLE.COM"_qs);
    type(dialog, "newPassword", u"new-Word"_qs);
    type(dialog, "newPasswordAgain", u"new-Word"_qs);
    QVERIFY(!child<QPushButton>(dialog, "accept")->isEnabled());
}

void ChangePasswordTest::cancelEndsAChangeAtOnce()
{
    SlowServer server;
    ChangePasswordDialog dialog(server.change(), {alice});
    QSignalSpy changed(&dialog, &ChangePasswordDialog::passwordChanged);
    dialog.open();
    fill(dialog, u"old-Word"_qs, u"new-Word"_qs, u"new-Word"_qs);
    accept(dialog);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(server.stop.stop_requested());
    QVERIFY(!dialog.isVisible());
    QCOMPARE(changed.count(), 0);
}

void ChangePasswordTest::aLateAnswerIsNoDisaster()
{
    SlowServer server;
    {
        ChangePasswordDialog dialog(server.change(), {alice});
        dialog.open();
        fill(dialog, u"old-Word"_qs, u"new-Word"_qs, u"new-Word"_qs);
        accept(dialog);
    }
    QVERIFY(server.stop.stop_requested());
    server.answer(Ok{});
    QCoreApplication::sendPostedEvents();
}

QTEST_MAIN(ChangePasswordTest)
#include "changepasswordtest.moc"
