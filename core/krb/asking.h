// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/krb/handles.h"
#include "core/krb/prompter.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace latchkey::krb {

/// Puts libkrb5's questions, and our own, to a Prompter, and waits for the answers on the job's thread. The KDC's time
/// limit rests meanwhile: a person may think as long as it takes. Ends at once when the job is cancelled.
class Asking
{
public:
    Asking(std::shared_ptr<Prompter> prompter, Job &job, std::stop_token stop, QString principal,
           QString realm);

    Result<Answers> ask(Questions questions);

    /// For libkrb5: see krb5_get_init_creds_password(). Their data is this object.
    static krb5_error_code prompt(krb5_context context, void *self, const char *name, const char *banner,
                                  int count, krb5_prompt *prompts) noexcept;
    /// Answers nothing: it listens to what will be asked, because prompt() does not hear what a question is about.
    static krb5_error_code listen(krb5_context context, void *self,
                                  krb5_responder_context responder) noexcept;

    /// From now on a question for the password is not asked: it ends the attempt.
    void refusePassword() { m_refusesPassword = true; }
    /// Why a question stayed without an answer; nothing if none did.
    const std::optional<Error> &problem() const { return m_problem; }
    /// What was asked last.
    std::optional<Question::Kind> lastKind() const { return m_lastKind; }
    /// The password that was answered; null if none was.
    const Secret *password() const { return m_password.isEmpty() ? nullptr : &m_password; }

private:
    Questions described(krb5_context context, const char *name, const char *banner, int count,
                        const krb5_prompt *prompts) const;
    Question::Kind kindOf(krb5_prompt_type type) const;
    krb5_error_code answer(const Questions &questions, krb5_prompt *prompts);
    krb5_error_code giveUp(Error problem);
    Result<Answers> waitFor(QFuture<Result<Answers>> future);

    std::shared_ptr<Prompter> m_prompter;
    Job &m_job;
    std::stop_token m_stop;
    QString m_principal;
    QString m_realm;
    bool m_refusesPassword = false;
    bool m_expectsCode = false; ///< libkrb5 will ask for a one-time password
    bool m_expectsPin = false;
    std::optional<Error> m_problem;
    std::optional<Question::Kind> m_lastKind;
    Secret m_password;
};

} // namespace latchkey::krb
