// SPDX-License-Identifier: GPL-2.0-or-later
// What is asked on the way to a ticket, from the thread that asks to the dialog, clicked and typed at.
#include "core/base/job.h"
#include "tests/support/dialoghand.h"
#include "ui/errorbanner.h"
#include "ui/logindialog.h"
#include "ui/passwordfield.h"
#include "ui/questionsdialog.h"
#include "ui/windowprompter.h"

#include <QLabel>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace latchkey;
using namespace latchkey::test;
using krb::Question;

namespace {

const QString alice = QStringLiteral("alice@CORP.EXAMPLE.COM");

QList<QByteArray> bytes(const krb::Answers &answers)
{
    QList<QByteArray> all;
    for (const Secret &answer : answers)
        all.append(QByteArray(answer.view().data(), static_cast<qsizetype>(answer.view().size())));
    return all;
}

krb::Questions userAndCode()
{
    return {.title = u"Sign in as alice"_qs,
            .banner = u"The token is on your desk."_qs,
            .list = {{Question::Kind::Other, u"User name: "_qs, false},
                     {Question::Kind::OneTimePassword, u"Enter OTP Token Value: "_qs, true}}};
}

krb::Questions newPassword(const QString &problem = {})
{
    return {.title = u"New password"_qs,
            .problem = problem,
            .list = {{Question::Kind::NewPassword, u"New password"_qs, true},
                     {Question::Kind::NewPasswordAgain, u"New password again"_qs, true}}};
}

/// A sign-in on a thread of its own that asks, and notes what comes back.
class Asker
{
public:
    Asker(std::shared_ptr<krb::Prompter> prompter, QList<krb::Questions> rounds)
        : m_thread([this, prompter = std::move(prompter), rounds = std::move(rounds)]() mutable {
              for (const krb::Questions &questions : std::as_const(rounds)) {
                  auto future = prompter->ask(questions);
                  future.waitForFinished();
                  if (future.resultCount() == 0)
                      break;
                  const Result<krb::Answers> &given = *future.constBegin();
                  if (!given)
                      m_error = given.error();
                  else
                      m_answers.append(bytes(*given));
              }
              prompter = nullptr;
              m_over = true;
          })
    { }
    ~Asker() { m_thread.join(); }
    bool isOver() const { return m_over; }
    QList<QList<QByteArray>> answers() const { return m_answers; } ///< when it is over
    std::optional<Error> error() const { return m_error; } ///< when it is over

private:
    QList<QList<QByteArray>> m_answers;
    std::optional<Error> m_error;
    std::atomic<bool> m_over = false;
    std::thread m_thread; // last: it uses the others
};

QuestionsDialog *openDialog(const QWidget &window)
{
    for (auto *dialog : window.findChildren<QuestionsDialog *>())
        if (dialog->isVisible())
            return dialog;
    return nullptr;
}

} // namespace

class QuestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingThatIsSaidIsShown();
    void nothingIsCutOff();
    void onlyWhatIsHiddenIsHidden();
    void theAnswersComeInOrderAndLeaveNothing();
    void enterAnswers();
    void theSameQuestionsAgainSayWhy();
    void twoNewPasswordsThatDifferAreSaidWhileTyping();

    void questionsComeFromAnotherThread();
    void oneDialogServesAllRounds();
    void closingAnswersNothing();
    void aWindowThatGoesAnswersNothing();
    void aSignInThatIsOverAsksNothing();
    void anOlderSignInAsksNothing();

    void cancellingAQuestionEndsTheSignIn();
};

void QuestionsTest::everythingThatIsSaidIsShown()
{
    QuestionsDialog dialog;
    krb::Questions questions = userAndCode();
    questions.problem = u"That was wrong."_qs;
    dialog.ask(questions);
    QVERIFY(dialog.isVisible());
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        if (label->isVisible())
            texts.append(label->text());
    for (const QString &text : {u"Sign in as alice"_qs, u"The token is on your desk."_qs, u"User name"_qs,
                                u"Enter OTP Token Value"_qs, u"That was wrong."_qs})
        QVERIFY2(texts.contains(text), qPrintable(text));
}

void QuestionsTest::nothingIsCutOff()
{
    QuestionsDialog dialog;
    krb::Questions questions = newPassword();
    const auto fits = [&dialog] {
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            if (label->isVisible() && label->wordWrap()
                && label->height() < label->heightForWidth(label->width()))
                return false;
        for (const char *name : {"answer0", "answer1"})
            if (child<QLineEdit>(dialog, name)->height()
                < child<QLineEdit>(dialog, name)->sizeHint().height())
                return false;
        return true;
    };
    questions.title = u"New password for somebody.with.a.long.name@CORP.EXAMPLE.COM"_qs;
    questions.banner = u"It has expired, and that takes a sentence of several lines to say. "_qs.repeated(4);
    dialog.ask(questions);
    QTRY_VERIFY(fits());
    questions.problem = u"The realm refuses it, and says why at length. "_qs.repeated(6);
    dialog.ask(questions);
    QTRY_VERIFY(fits());
}

void QuestionsTest::onlyWhatIsHiddenIsHidden()
{
    QuestionsDialog dialog;
    dialog.ask(userAndCode());
    QCOMPARE(child<QLineEdit>(dialog, "answer0")->echoMode(), QLineEdit::Normal);
    QCOMPARE(child<QLineEdit>(dialog, "answer1")->echoMode(), QLineEdit::Password);
    QCOMPARE(child<QLineEdit>(dialog, "answer1")->accessibleName(), u"Enter OTP Token Value"_qs);
}

void QuestionsTest::theAnswersComeInOrderAndLeaveNothing()
{
    QuestionsDialog dialog;
    dialog.ask(userAndCode());
    QCOMPARE(dialog.focusWidget(), child<QLineEdit>(dialog, "answer0"));
    QTest::keyClicks(dialog.focusWidget(), u"alice"_qs);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(dialog.focusWidget(), u"123456"_qs);
    QSignalSpy answered(&dialog, &QuestionsDialog::answered);
    accept(dialog);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(bytes(dialog.takeAnswers()), (QList<QByteArray>{"alice", "123456"}));
    for (const char *name : {"answer0", "answer1"}) {
        auto *field = child<QLineEdit>(dialog, name);
        field->undo();
        QVERIFY(field->text().isEmpty());
    }
    QVERIFY(dialog.isVisible()); // there may be more to ask
    QVERIFY(!child<QPushButton>(dialog, "accept")->isEnabled());
}

void QuestionsTest::enterAnswers()
{
    QuestionsDialog dialog;
    dialog.ask(userAndCode());
    QSignalSpy answered(&dialog, &QuestionsDialog::answered);
    QTest::keyClick(child<QLineEdit>(dialog, "answer1"), Qt::Key_Return);
    QCOMPARE(answered.count(), 1);
}

void QuestionsTest::theSameQuestionsAgainSayWhy()
{
    QuestionsDialog dialog;
    dialog.ask(newPassword());
    type(dialog, "answer0", u"short"_qs);
    type(dialog, "answer1", u"short"_qs);
    accept(dialog);
    dialog.ask(newPassword(u"At least 8 characters."_qs));
    auto *problem = dialog.findChild<ErrorBanner *>();
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(), u"At least 8 characters."_qs);
    QVERIFY(child<QLineEdit>(dialog, "answer0")->text().isEmpty());
    QVERIFY(child<QLineEdit>(dialog, "answer0")->isEnabled());
    dialog.ask(userAndCode());
    QVERIFY(!problem->isVisible());
}

void QuestionsTest::twoNewPasswordsThatDifferAreSaidWhileTyping()
{
    QuestionsDialog dialog;
    dialog.ask(newPassword());
    auto *mismatch = child<QLabel>(dialog, "mismatch");
    type(dialog, "answer0", u"one-Word"_qs);
    type(dialog, "answer1", u"one"_qs);
    QVERIFY(!mismatch->isVisible()); // may still become right
    QVERIFY(!child<QPushButton>(dialog, "accept")->isEnabled());
    type(dialog, "answer1", u"other"_qs);
    QVERIFY(mismatch->isVisible());
    type(dialog, "answer1", u"one-Word"_qs);
    QVERIFY(!mismatch->isVisible());
    QVERIFY(child<QPushButton>(dialog, "accept")->isEnabled());
}

void QuestionsTest::questionsComeFromAnotherThread()
{
    QWidget window;
    window.show();
    WindowPrompter prompter(&window);
    const Asker asker(prompter.begin(), {userAndCode()});
    QTRY_VERIFY(openDialog(window));
    type(*openDialog(window), "answer0", u"alice"_qs);
    type(*openDialog(window), "answer1", u"123456"_qs);
    accept(*openDialog(window));
    QTRY_VERIFY(asker.isOver());
    QCOMPARE(asker.answers(), (QList<QList<QByteArray>>{{"alice", "123456"}}));
    QVERIFY(!prompter.newPassword());
}

void QuestionsTest::oneDialogServesAllRounds()
{
    QWidget window;
    window.show();
    WindowPrompter prompter(&window);
    const Asker asker(prompter.begin(), {newPassword(), newPassword(u"Another one."_qs)});
    QTRY_VERIFY(openDialog(window));
    const QuestionsDialog *dialog = openDialog(window);
    for (const QString &word : {u"first"_qs, u"second"_qs}) {
        QTRY_VERIFY(child<QLineEdit>(*dialog, "answer0")->isEnabled());
        type(*dialog, "answer0", word);
        type(*dialog, "answer1", word);
        accept(*dialog);
    }
    QTRY_VERIFY(asker.isOver());
    QCOMPARE(asker.answers(), (QList<QList<QByteArray>>{{"first", "first"}, {"second", "second"}}));
    QCOMPARE(window.findChildren<QuestionsDialog *>().size(), 1);
    QVERIFY(prompter.newPassword());
    QCOMPARE(QByteArray(prompter.newPassword()->view().data()), QByteArray("second"));
    prompter.end();
    QVERIFY(!openDialog(window));
}

void QuestionsTest::closingAnswersNothing()
{
    QWidget window;
    window.show();
    WindowPrompter prompter(&window);
    QSignalSpy cancelled(&prompter, &WindowPrompter::cancelled);
    const Asker asker(prompter.begin(), {userAndCode()});
    QTRY_VERIFY(openDialog(window));
    type(*openDialog(window), "answer0", u"alice"_qs);
    QTest::keyClick(openDialog(window), Qt::Key_Escape);
    QCOMPARE(cancelled.count(), 1);
    QTRY_VERIFY(asker.isOver());
    QVERIFY(asker.error());
    QCOMPARE(asker.error()->code, Error::Code::Cancelled);
    QVERIFY(asker.answers().isEmpty());
}

void QuestionsTest::aWindowThatGoesAnswersNothing()
{
    auto window = std::make_unique<QWidget>();
    window->show();
    auto *prompter = new WindowPrompter(window.get());
    const std::shared_ptr<krb::Prompter> line = prompter->begin();
    const Asker asker(line, {userAndCode()});
    QTRY_VERIFY(openDialog(*window));
    window = nullptr;
    QTRY_VERIFY(asker.isOver());
    QVERIFY(asker.answers().isEmpty());
    const Asker late(line, {userAndCode()}); // asks when nobody is there
    QTRY_VERIFY(late.isOver());
    QVERIFY(late.answers().isEmpty());
}

void QuestionsTest::aSignInThatIsOverAsksNothing()
{
    QWidget window;
    window.show();
    WindowPrompter prompter(&window);
    const Asker asker(prompter.begin(), {userAndCode()});
    QTRY_VERIFY(openDialog(window));
    QSignalSpy cancelled(&prompter, &WindowPrompter::cancelled);
    prompter.end();
    QVERIFY(!openDialog(window));
    QTRY_VERIFY(asker.isOver());
    QVERIFY(asker.answers().isEmpty());
    QCOMPARE(cancelled.count(), 0); // nobody has cancelled
}

void QuestionsTest::anOlderSignInAsksNothing()
{
    QWidget window;
    window.show();
    WindowPrompter prompter(&window);
    const auto older = prompter.begin();
    const auto newer = prompter.begin();
    const Asker asker(older, {userAndCode()});
    QTRY_VERIFY(asker.isOver());
    QVERIFY(!openDialog(window));
}

void QuestionsTest::cancellingAQuestionEndsTheSignIn()
{
    std::optional<Asker> asker;
    std::stop_token stop;
    QPromise<Result<krb::Cache>> kdc;
    LoginDialog dialog(
        [&](krb::SignInRequest request, std::stop_token token) {
            stop = std::move(token);
            asker.emplace(request.prompter, QList<krb::Questions>{userAndCode()});
            kdc.start();
            return kdc.future();
        },
        {alice});
    dialog.open();
    type(dialog, "password", u"geheim"_qs);
    accept(dialog);
    QTRY_VERIFY(openDialog(dialog));
    QTest::keyClick(openDialog(dialog), Qt::Key_Escape);
    QVERIFY(stop.stop_requested());
    kdc.addResult(Result<krb::Cache>(cancelledError()));
    kdc.finish();
    QTRY_VERIFY(child<QPushButton>(dialog, "accept")->isEnabled());
    QVERIFY(!dialog.findChild<ErrorBanner *>()->isVisible()); // nobody is told what they did
    QTRY_VERIFY(asker->isOver());
}

QTEST_MAIN(QuestionsTest)
#include "questionstest.moc"
