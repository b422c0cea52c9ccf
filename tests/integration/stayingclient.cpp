// SPDX-License-Identifier: GPL-2.0-or-later
// What a program on core does with a password, and then stays alive, so that a test can look at what is left of the
// password in its memory.
//
//     stayingclient sign-in PRINCIPAL
//     stayingclient answer PRINCIPAL    signs in by answering what libkrb5 asks; a new password is the old one and a Z
//     stayingclient connect PROFILE     the path of a profile, with the name and password of an account
//     stayingclient keep                keeps it carelessly, to prove that it would be found
//
// Reads the password from standard input, says "done" with the error's name if it failed, and ends when the input does.
#include "core/connect/connector.h"
#include "core/profile/profilestore.h"

#include <QCoreApplication>
#include <QFuture>
#include <QTextStream>

#include <algorithm>
#include <array>

#include <string.h>
#include <unistd.h>

using namespace latchkey;

namespace {

constexpr std::size_t longest = 256;

Secret readPassword()
{
    std::array<char, longest> bytes{};
    std::size_t size = 0;
    while (size < bytes.size() && ::read(STDIN_FILENO, &bytes.at(size), 1) == 1 && bytes.at(size) != '\n')
        ++size;
    Secret secret(std::string_view(bytes.data(), size));
    explicit_bzero(bytes.data(), bytes.size());
    return secret;
}

/// Answers each question with the password, or with a new one where that is asked.
class Answering final : public krb::Prompter
{
public:
    explicit Answering(Secret password) : m_password(std::move(password)) { }

    QFuture<Result<krb::Answers>> ask(krb::Questions questions) override
    {
        krb::Answers answers;
        for (const krb::Question &question : questions.list)
            answers.push_back(answerTo(question.kind));
        return QtFuture::makeReadyFuture(Result<krb::Answers>(std::move(answers)));
    }

private:
    Secret answerTo(krb::Question::Kind kind) const
    {
        std::array<char, longest + 1> bytes{};
        const std::string_view old = m_password.view();
        const bool isNew =
            kind == krb::Question::Kind::NewPassword || kind == krb::Question::Kind::NewPasswordAgain;
        std::copy(old.begin(), old.end(), bytes.begin());
        bytes.at(old.size()) = 'Z';
        Secret answer(std::string_view(bytes.data(), old.size() + (isNew ? 1 : 0)));
        explicit_bzero(bytes.data(), bytes.size());
        return answer;
    }

    Secret m_password;
};

template <typename T>
QString outcome(const Result<T> &result)
{
    return result ? QString() : codeName(result.error().code);
}

Result<std::shared_ptr<sql::Session>> connectTo(const QString &path, Secret password)
{
    ProfileStore profiles(defaultProfileFile());
    if (const auto loaded = profiles.load(); !loaded)
        return loaded.error();
    const auto profile = profiles.findByPath(path);
    if (!profile)
        return profile.error();
    const krb::KerberosService kerberos;
    return Connector(kerberos)
        .open({*profile, std::make_shared<const Secret>(std::move(password)), {}})
        .takeResult();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1);
    Secret password = readPassword();
    std::shared_ptr<sql::Session> session;
    std::string careless;
    QString failure;
    if (what == QLatin1String("sign-in")) {
        failure = outcome(
            krb::KerberosService().signIn({arguments.value(2), std::move(password), {}, {}}).takeResult());
    } else if (what == QLatin1String("answer")) {
        krb::SignInRequest request{arguments.value(2), krb::AskForProof(), {}, {}};
        request.prompter = std::make_shared<Answering>(std::move(password));
        failure = outcome(krb::KerberosService().signIn(std::move(request)).takeResult());
    } else if (what == QLatin1String("connect")) {
        auto opened = connectTo(arguments.value(2), std::move(password));
        failure = outcome(opened);
        session = opened ? *std::move(opened) : nullptr;
    } else {
        careless = password.view();
    }
    QTextStream(stdout) << "done " << failure << Qt::endl;
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) == 1) { }
}
