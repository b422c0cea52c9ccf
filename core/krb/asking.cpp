// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/asking.h"

#include "core/krb/kerberosservice.h"

#include <QCoreApplication>

#include <condition_variable>
#include <cstring>
#include <mutex>

namespace latchkey::krb {

namespace {

Error nobodyToAsk(const QString &principal, const Questions &questions)
{
    return {Error::Code::NobodyToAsk,
            QCoreApplication::translate("latchkey::krb",
                                        "%1 cannot sign in because the KDC wants to know more (“%2”), and "
                                        "there is nobody to ask. Sign in "
                                        "where questions can be answered, such as the window or a terminal.")
                .arg(principal, questions.list.isEmpty() ? questions.title : questions.list.first().text),
            QString(), 0};
}

Error wrongAnswers(const QString &principal)
{
    return {Error::Code::InvalidInput,
            QCoreApplication::translate(
                "latchkey::krb",
                "%1 cannot sign in because an answer is too long or holds a NUL character. Type it again.")
                .arg(principal),
            QString(), 0};
}

bool fits(const Secret &answer, const krb5_data &place)
{
    return answer.view().size() < place.length && answer.view().find('\0') == std::string_view::npos;
}

// QFuture::takeResult() of Qt 6.4 makes the promise forget that it has finished: it would call back a second time when
// it goes.
Result<Answers> copied(const Result<Answers> &given)
{
    if (!given)
        return given.error();
    Answers copy;
    for (const Secret &answer : *given)
        copy.emplace_back(answer.view());
    return copy;
}

/// Where a prompter's thread leaves the answers for the job's.
struct Letterbox
{
    std::mutex mutex;
    std::condition_variable_any arrived;
    std::optional<Result<Answers>> answers;

    void put(Result<Answers> given)
    {
        {
            const std::scoped_lock lock(mutex);
            answers = std::move(given);
        }
        arrived.notify_all();
    }
};

} // namespace

Asking::Asking(std::shared_ptr<Prompter> prompter, Job &job, std::stop_token stop, QString principal,
               QString realm)
    : m_prompter(std::move(prompter)), m_job(job), m_stop(std::move(stop)), m_principal(std::move(principal)),
      m_realm(std::move(realm))
{ }

Result<Answers> Asking::ask(Questions questions)
{
    if (!m_prompter)
        return nobodyToAsk(m_principal, questions);
    const auto count = static_cast<std::size_t>(questions.list.size());
    m_lastKind = questions.list.isEmpty() ? m_lastKind : questions.list.last().kind;
    m_job.answered();
    Result<Answers> answers = waitFor(m_prompter->ask(std::move(questions)));
    m_job.expectAnswerWithin(kdcPatience, kdcSilent(m_realm));
    if (answers && answers->size() != count)
        return cancelledError();
    return answers;
}

Result<Answers> Asking::waitFor(QFuture<Result<Answers>> future)
{
    auto box = std::make_shared<Letterbox>();
    future
        .then([box](QFuture<Result<Answers>> ended) {
            box->put(ended.resultCount() > 0 ? copied(*ended.constBegin()) : cancelledError());
        })
        .onCanceled([box] { box->put(cancelledError()); });
    std::unique_lock lock(box->mutex);
    if (!box->arrived.wait(lock, m_stop, [&] { return box->answers.has_value(); }))
        return cancelledError();
    return *std::move(box->answers);
}

krb5_error_code Asking::prompt(krb5_context context, void *self, const char *name, const char *banner,
                               int count, krb5_prompt *prompts) noexcept
{
    // C code is above: nothing may be thrown into it.
    try {
        auto *asking = static_cast<Asking *>(self);
        return asking->answer(asking->described(context, name, banner, count, prompts), prompts);
    } catch (...) {
        return KRB5_LIBOS_PWDINTR;
    }
}

krb5_error_code Asking::listen(krb5_context context, void *self, krb5_responder_context responder) noexcept
{
    auto *asking = static_cast<Asking *>(self);
    const char *const *question = krb5_responder_list_questions(context, responder);
    for (; question && *question; ++question) {
        asking->m_expectsCode =
            asking->m_expectsCode || std::strcmp(*question, KRB5_RESPONDER_QUESTION_OTP) == 0;
        asking->m_expectsPin =
            asking->m_expectsPin || std::strcmp(*question, KRB5_RESPONDER_QUESTION_PKINIT) == 0;
    }
    return 0;
}

Question::Kind Asking::kindOf(krb5_prompt_type type) const
{
    using Kind = Question::Kind;
    switch (type) {
    case KRB5_PROMPT_TYPE_PASSWORD:
        return Kind::Password;
    case KRB5_PROMPT_TYPE_NEW_PASSWORD:
        return Kind::NewPassword;
    case KRB5_PROMPT_TYPE_NEW_PASSWORD_AGAIN:
        return Kind::NewPasswordAgain;
    case KRB5_PROMPT_TYPE_PREAUTH:
        return m_expectsPin ? Kind::Pin : m_expectsCode ? Kind::OneTimePassword : Kind::Preauthentication;
    default:
        return Kind::Other;
    }
}

Questions Asking::described(krb5_context context, const char *name, const char *banner, int count,
                            const krb5_prompt *prompts) const
{
    Questions questions{
        .title = name ? QString::fromUtf8(name)
                      : QCoreApplication::translate("latchkey::krb", "Sign in as %1").arg(m_principal),
        .banner = QString::fromUtf8(banner).trimmed()};
    const krb5_prompt_type *types = krb5_get_prompt_types(context);
    for (int i = 0; i < count; ++i) {
        Question question{.kind = types ? kindOf(types[i]) : Question::Kind::Other,
                          .text = QString::fromUtf8(prompts[i].prompt),
                          .hidden = prompts[i].hidden != 0};
        if (question.kind == Question::Kind::Password)
            question.text = QCoreApplication::translate("latchkey::krb", "Password of %1").arg(m_principal);
        questions.list += question;
    }
    return questions;
}

krb5_error_code Asking::answer(const Questions &questions, krb5_prompt *prompts)
{
    if (questions.list.isEmpty())
        return 0; // only a note
    const bool wantsPassword = questions.list.first().kind == Question::Kind::Password;
    if (wantsPassword && m_refusesPassword)
        return KRB5_LIBOS_PWDINTR;
    Result<Answers> answers = ask(questions);
    if (!answers)
        return giveUp(std::move(answers).error());
    for (std::size_t i = 0; i < answers->size(); ++i) {
        const Secret &given = (*answers)[i];
        krb5_data &place = *prompts[i].reply;
        if (!fits(given, place))
            return giveUp(wrongAnswers(m_principal));
        copySecret(place.data, given.view());
        place.data[given.view().size()] = '\0';
        place.length = static_cast<unsigned int>(given.view().size());
    }
    if (wantsPassword)
        m_password = std::move(answers->front());
    return 0;
}

// The only code that keeps libkrb5 from trying another way.
krb5_error_code Asking::giveUp(Error problem)
{
    m_problem = std::move(problem);
    return KRB5_LIBOS_PWDINTR;
}

} // namespace latchkey::krb
