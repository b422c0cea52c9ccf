// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/terminalprompter.h"

#include "app/cli/output.h"
#include "app/cli/text.h"

#include <QPromise>

namespace latchkey::cli {

namespace {

using krb::Answers;
using krb::Question;
using krb::Questions;

QFuture<Result<Answers>> ready(Result<Answers> answers)
{
    QPromise<Result<Answers>> promise;
    promise.start();
    QFuture<Result<Answers>> future = promise.future();
    promise.addResult(std::move(answers));
    promise.finish();
    return future;
}

bool isPassword(Question::Kind kind)
{
    return kind == Question::Kind::Password || kind == Question::Kind::NewPassword
           || kind == Question::Kind::NewPasswordAgain;
}

// libkrb5's own questions end as they like.
QString promptOf(const QString &question)
{
    QString text = printable(question).trimmed();
    if (!text.endsWith(QLatin1Char(':')) && !text.endsWith(QLatin1Char('?')))
        text += QLatin1Char(':');
    return text + QLatin1Char(' ');
}

// The question for a password alone says who is meant.
bool needsTitle(const Questions &questions)
{
    return questions.list.size() != 1 || questions.list.first().kind != Question::Kind::Password;
}

Error noLineFor(const QString &principal, const Question &question)
{
    return {Error::Code::NobodyToAsk,
            Text::tr("%1 cannot sign in because “%2” is asked, and standard input has no line left to answer "
                     "it. Give each answer on a line of its own.")
                .arg(principal, question.text),
            QString(), 0};
}

} // namespace

QFuture<Result<Answers>> TerminalPrompter::ask(Questions questions)
{
    return ready(answersTo(questions));
}

Result<Answers> TerminalPrompter::answersTo(const Questions &questions)
{
    introduce(questions);
    Answers answers;
    for (const Question &question : questions.list) {
        auto answer = m_terminal.ask({.text = promptOf(question.text),
                                      .hidden = question.hidden,
                                      .mayBeEmpty = !isPassword(question.kind)});
        if (!answer)
            return std::move(answer).error();
        answers.push_back(std::move(*answer));
    }
    return answers;
}

void TerminalPrompter::introduce(const Questions &questions)
{
    QStringList lines;
    if (needsTitle(questions))
        lines += questions.title;
    lines += questions.banner;
    lines.removeAll(QString());
    const QString text = lines.join(QLatin1Char('\n'));
    if (!text.isEmpty() && text != m_introduced)
        m_terminal.say(printable(text, true));
    m_introduced = text;
    if (!questions.problem.isEmpty())
        m_terminal.say(printable(questions.problem, true));
}

QFuture<Result<Answers>> LinePrompter::ask(Questions questions)
{
    return ready(answersTo(questions));
}

Result<Answers> LinePrompter::answersTo(const Questions &questions)
{
    if (!questions.problem.isEmpty())
        return Error{Error::Code::PasswordRefused, questions.problem, QString(), 0};
    Answers answers;
    for (const Question &question : questions.list) {
        const bool repeats = question.kind == Question::Kind::NewPasswordAgain && !answers.empty();
        auto answer = repeats ? Result<Secret>(Secret(answers.back().view())) : answerTo(question);
        if (!answer)
            return std::move(answer).error();
        answers.push_back(std::move(*answer));
    }
    return answers;
}

Result<Secret> LinePrompter::answerTo(const Question &question)
{
    auto first = std::exchange(m_first, std::nullopt);
    if (first && !isPassword(question.kind))
        return *std::move(first);
    auto line = m_terminal.nextLine();
    if (!line)
        return std::move(line).error();
    if (!*line)
        return noLineFor(m_principal, question);
    return std::move(**line);
}

} // namespace latchkey::cli
