// SPDX-License-Identifier: GPL-2.0-or-later
// What a program on core does with a password, and then stays alive, so that a test can look at what is left of the
// password in its memory.
//
//     stayingclient sign-in PRINCIPAL
//     stayingclient connect PROFILE     the path of a profile, with the name and password of an account
//     stayingclient keep                keeps it carelessly, to prove that it would be found
//
// Reads the password from standard input, says "done" with the error's name if it failed, and ends when the input does.
#include "core/connect/connector.h"
#include "core/profile/profilestore.h"

#include <QCoreApplication>
#include <QTextStream>

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
