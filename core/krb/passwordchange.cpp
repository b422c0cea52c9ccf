// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/passwordchange.h"

#include "core/krb/kerberosservice.h"

#include <QCoreApplication>

#include <cstdlib>

namespace latchkey::krb {

namespace {

/// What libkrb5 has allocated without a context.
struct ReplyText
{
    krb5_data data = {};

    ReplyText() = default;
    ReplyText(const ReplyText &) = delete;
    ReplyText &operator=(const ReplyText &) = delete;
    ~ReplyText() { std::free(data.data); }

    QString text() const
    {
        return QString::fromUtf8(data.data, static_cast<qsizetype>(data.length)).trimmed();
    }
};

Error serverSilent(const Subject &subject)
{
    return {Error::Code::KdcUnreachable,
            QCoreApplication::translate(
                "latchkey::krb",
                "The password server of %1 did not say within %2 seconds whether it has changed the password "
                "of %3. Try to sign in with the new password, then with the old one; check the VPN, and that "
                "port 464 of the server is open.")
                .arg(subject.realm, QString::number(static_cast<double>(kdcPatience.count()) / 1000),
                     subject.principal),
            QString(), KRB5_KDC_UNREACH};
}

Error serverUnreachable(const Subject &subject, const QString &detail, krb5_error_code code)
{
    return {
        Error::Code::KdcUnreachable,
        QCoreApplication::translate(
            "latchkey::krb",
            "The password of %1 was not changed because no password server of %2 can be reached. Check "
            "kpasswd_server and admin_server in krb5.conf, the VPN, and that port 464 of the server is open.")
            .arg(subject.principal, subject.realm),
        detail, code};
}

Error refusedByPolicy(const Subject &subject, const QString &words, int result)
{
    return {Error::Code::PasswordRefused,
            QCoreApplication::translate("latchkey::krb", "The realm %1 refuses the new password. It says: %2")
                .arg(subject.realm, words),
            QString(), result};
}

Error notChanged(const Subject &subject, const QString &words, int result)
{
    return {Error::Code::KdcPolicy,
            QCoreApplication::translate(
                "latchkey::krb", "The password server of %1 did not change the password of %2. It says: "
                                 "%3 Ask its administrator.")
                .arg(subject.realm, subject.principal, words),
            QString(), result};
}

// Active Directory answers with its policy in binary; libkrb5 puts that into words.
QString serverWords(krb5_context context, const ReplyText &code, const ReplyText &reply)
{
    char *words = nullptr;
    QString text;
    if (krb5_chpw_message(context, &reply.data, &words) == 0)
        text = QString::fromUtf8(words).trimmed();
    std::free(words);
    return text.isEmpty() ? code.text() : text;
}

bool meansUnreachable(krb5_error_code code)
{
    return code == KRB5_KDC_UNREACH || code == KRB5_REALM_UNKNOWN || code == KRB5_REALM_CANT_RESOLVE;
}

Result<> send(const SigningIn &who, krb5_creds *ticket, const Secret &replacement, Job &job)
{
    if (job.isOver())
        return cancelledError();
    int result = 0;
    ReplyText resultCode;
    ReplyText reply;
    job.expectAnswerWithin(kdcPatience, serverSilent(who.subject));
    const auto code = krb5_change_password(who.context, ticket, replacement.view().data(), &result,
                                           &resultCode.data, &reply.data);
    job.expectAnswerWithin(kdcPatience, kdcSilent(who.subject.realm));
    if (meansUnreachable(code))
        return serverUnreachable(who.subject, krbDetail(who.context, code, "krb5_change_password"), code);
    if (code != 0)
        return krbError(who.context, code, "krb5_change_password", who.subject);
    if (result == KRB5_KPASSWD_SUCCESS)
        return Ok{};
    const QString words = serverWords(who.context, resultCode, reply);
    return result == KRB5_KPASSWD_SOFTERROR ? refusedByPolicy(who.subject, words, result)
                                            : notChanged(who.subject, words, result);
}

Questions newPasswordQuestions(const QString &principal)
{
    const auto question = [](Question::Kind kind, const QString &text) {
        return Question{.kind = kind, .text = text, .hidden = true};
    };
    return {.title = QCoreApplication::translate("latchkey::krb", "New password for %1").arg(principal),
            .banner = QCoreApplication::translate(
                          "latchkey::krb", "The password of %1 has expired. Choose a new one; you are signed "
                                           "in with it at once.")
                          .arg(principal),
            .list = {question(Question::Kind::NewPassword,
                              QCoreApplication::translate("latchkey::krb", "New password")),
                     question(Question::Kind::NewPasswordAgain,
                              QCoreApplication::translate("latchkey::krb", "New password again"))}};
}

QString whyUnusable(const Secret &first, const Secret &second)
{
    if (first.view() != second.view())
        return QCoreApplication::translate("latchkey::krb", "The two new passwords differ. Type them again.");
    if (first.isEmpty() || first.view().find('\0') != std::string_view::npos)
        return QCoreApplication::translate(
            "latchkey::krb", "The new password is empty or holds a NUL character. Type another one.");
    return {};
}

} // namespace

Result<> changeOnce(const SigningIn &who, const Secret &old, const Secret &replacement, Job &job)
{
    if (const QString why = whyUnusable(replacement, replacement); !why.isEmpty())
        return Error{Error::Code::InvalidInput, why, QString(), 0};
    Credential ticket(who.context);
    if (auto proven = getChangeTicket(who, &old, ticket.get()); !proven)
        return proven;
    return send(who, ticket.get(), replacement, job);
}

Result<Secret> askAndChange(const SigningIn &who, const Secret *old, Job &job)
{
    Credential ticket(who.context);
    if (auto proven = getChangeTicket(who, old, ticket.get()); !proven)
        return std::move(proven).error();
    Questions questions = newPasswordQuestions(who.subject.principal);
    for (;;) {
        Result<Answers> answers = who.asking.ask(questions);
        if (!answers)
            return std::move(answers).error();
        Secret &wanted = answers->front();
        questions.problem = whyUnusable(wanted, answers->back());
        if (!questions.problem.isEmpty())
            continue;
        const auto changed = send(who, ticket.get(), wanted, job);
        if (changed)
            return std::move(wanted);
        if (changed.error().code != Error::Code::PasswordRefused)
            return changed.error();
        questions.problem = changed.error().message;
    }
}

} // namespace latchkey::krb
