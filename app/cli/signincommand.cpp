// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/signincommand.h"

#include "app/cli/full/keychaincommands.h"
#include "app/cli/identitycommands.h"
#include "app/cli/terminalprompter.h"
#include "app/cli/text.h"
#include "core/krb/duration.h"
#include "core/krb/ticketjson.h"

#include <QFileInfo>
#include <QJsonObject>

namespace latchkey::cli {

namespace {

/// Options of which at most one can be meant.
Result<> checkOneOf(const Call &call, const QList<const char *> &options)
{
    QStringList given;
    for (const char *option : options) {
        if (call.has(option))
            given += QStringLiteral("--") + QLatin1String(option);
    }
    if (given.size() < 2)
        return Ok{};
    return usageError(Text::tr("Give %1 or %2, not both.").arg(given.at(0), given.at(1)));
}

Result<> checkOptions(const Call &call)
{
    const QList<QList<const char *>> groups{
        {"keytab", "certificate", "keychain"}, {"keytab", "password-stdin"},
        {"forwardable", "no-forwardable"},     {"proxiable", "no-proxiable"},
        {"addressless", "with-addresses"},     {"ccache", "new-ccache", "private"}};
    for (const auto &group : groups) {
        if (auto checked = checkOneOf(call, group); !checked)
            return checked;
    }
    if (call.has("anchors") && !call.has("certificate"))
        return usageError(Text::tr("Give --anchors together with --certificate."));
    return Ok{};
}

/// Nothing if it is not given.
Result<std::optional<std::chrono::seconds>> duration(const Call &call, const char *option)
{
    if (!call.has(option))
        return std::optional<std::chrono::seconds>();
    const auto parsed = krb::parseDuration(call.value(option));
    if (!parsed)
        return parsed.error();
    return std::optional(*parsed);
}

std::optional<bool> choice(const Call &call, const char *yes, const char *no)
{
    if (call.has(yes) || call.has(no))
        return call.has(yes);
    return {};
}

krb::CacheChoice cacheChoice(const Call &call)
{
    if (call.has("new-ccache"))
        return krb::NewCache{};
    if (call.has("private"))
        return krb::PrivateCache{};
    if (call.has("ccache"))
        return krb::NamedCache{call.value("ccache")};
    return krb::AutomaticCache{};
}

krb::Proof proof(const Call &call)
{
    if (call.has("keytab"))
        return krb::Keytab{QFileInfo(call.value("keytab")).absoluteFilePath()};
    if (call.has("certificate"))
        return krb::Certificate{call.value("certificate"), call.value("anchors")};
    return krb::AskForProof{};
}

/// The lines of standard input answer: the first is the password, which libkrb5 is given without asking, unless a
/// certificate proves who it is or something else is asked for first.
Result<> answerFromStandardInput(const Call &call, krb::SignInRequest &request)
{
    auto first = call.terminal.readStandardInput();
    if (!first)
        return std::move(first).error();
    if (std::holds_alternative<krb::AskForProof>(request.credential))
        request.credential = Secret(first->view());
    request.prompter = std::make_shared<LinePrompter>(call.terminal, request.principal, std::move(*first));
    return Ok{};
}

QString configFile(const Call &call)
{
    const QString file = call.value("krb5-config");
    return file.isEmpty() ? file : QFileInfo(file).absoluteFilePath();
}

/// What is asked for, without who answers.
Result<krb::SignInRequest> request(const Call &call)
{
    QString principal = call.names.first();
    if (!call.has("enterprise")) {
        const auto parsed = krb::Principal::parse(principal);
        if (!parsed)
            return parsed.error();
        principal = parsed->text();
    }
    const auto lifetime = duration(call, "lifetime");
    if (!lifetime)
        return lifetime.error();
    if (*lifetime && **lifetime == std::chrono::seconds(0))
        return usageError(Text::tr("Give --lifetime more than nothing, such as 10h."));
    const auto renewable = duration(call, "renewable");
    if (!renewable)
        return renewable.error();
    return krb::SignInRequest{.principal = principal,
                              .credential = proof(call),
                              .lifetime = *lifetime,
                              .renewableLifetime = *renewable,
                              .forwardable = choice(call, "forwardable", "no-forwardable"),
                              .proxiable = choice(call, "proxiable", "no-proxiable"),
                              .addressless = choice(call, "addressless", "with-addresses"),
                              .canonicalize = call.has("canonicalize"),
                              .enterprise = call.has("enterprise"),
                              .cache = cacheChoice(call),
                              .config = configFile(call)};
}

Result<Secret> askPassword(const Call &call, const QString &principal)
{
    if (call.has("password-stdin"))
        return call.terminal.readStandardInput();
    return call.terminal.ask({.text = Text::tr("Password of %1: ").arg(printable(principal))});
}

Result<krb::Cache> signInFor(Call &call, krb::SignInRequest request, Result<> &kept)
{
    if (call.has("keychain")) {
        const QString principal = request.principal;
        return signInWithKeychain(
            call, std::move(request), [&] { return askPassword(call, principal); }, kept);
    }
    if (!call.has("password-stdin"))
        request.prompter = std::make_shared<TerminalPrompter>(call.terminal);
    else if (auto answered = answerFromStandardInput(call, request); !answered)
        return std::move(answered).error();
    return call.kerberos.signIn(std::move(request), call.stop).takeResult();
}

/// The sign-in has succeeded, although the keychain has not taken the password.
void reportUnremembered(const krb::Cache &cache, Call &call, const Error &why)
{
    complain(why, call.verbose);
    if (!call.json)
        return report(cache, call);
    const std::string told = krb::cacheAsJson(cache, systemNow());
    QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(told)).object();
    object.insert(QStringLiteral("remembered"), false);
    call.output.printJson(QJsonDocument(object));
}

} // namespace

Result<> signIn(Call &call)
{
    if (auto checked = checkOptions(call); !checked)
        return checked;
    auto wanted = request(call);
    if (!wanted)
        return std::move(wanted).error();
    Result<> kept = Ok{};
    const auto cache = signInFor(call, std::move(*wanted), kept);
    if (!cache)
        return cache.error();
    if (kept)
        report(*cache, call);
    else
        reportUnremembered(*cache, call, kept.error());
    return Ok{};
}

QList<QCommandLineOption> signInOptions()
{
    const QString duration = QStringLiteral("DURATION");
    return {
        {QStringLiteral("keytab"), Text::tr("Sign in with a key from this file."), QStringLiteral("FILE")},
        {QStringLiteral("certificate"),
         Text::tr("Sign in with a certificate or smart card (PKINIT): FILE:cert.pem,key.pem, PKCS12:file, "
                  "DIR:folder or PKCS11:module."),
         QStringLiteral("IDENTITY")},
        {QStringLiteral("anchors"),
         Text::tr("The authorities to trust with the KDC’s certificate, with --certificate: FILE:ca.pem."),
         QStringLiteral("FILE")},
        {QStringLiteral("password-stdin"),
         Text::tr("Read the answer to each question from a line of standard input: the password; then, if it "
                  "has expired, the new one.")},
        {QStringLiteral("keychain"), Text::tr("Use the password that the desktop’s keychain remembers; if "
                                              "there is none, ask for it and let the "
                                              "keychain remember it once it has worked.")},
        {QStringLiteral("lifetime"), Text::tr("How long the ticket lives: 10h, 1d12h, 8:30."), duration},
        {QStringLiteral("renewable"), Text::tr("How long it can be renewed: 7d. 0: not at all."), duration},
        {QStringLiteral("forwardable"), Text::tr("It can be forwarded to another host.")},
        {QStringLiteral("no-forwardable"), Text::tr("It cannot be forwarded.")},
        {QStringLiteral("proxiable"), Text::tr("Tickets for other addresses can be made from it.")},
        {QStringLiteral("no-proxiable"), Text::tr("No tickets for other addresses can be made from it.")},
        {QStringLiteral("addressless"), Text::tr("It is good from every address.")},
        {QStringLiteral("with-addresses"), Text::tr("It is good from this host’s addresses only.")},
        {QStringLiteral("canonicalize"), Text::tr("The KDC may answer with another spelling of the name.")},
        {QStringLiteral("enterprise"),
         Text::tr("PRINCIPAL is a name that the KDC looks up (alice@corp.example.com@AWS.EXAMPLE.COM).")},
        {QStringLiteral("ccache"),
         Text::tr("Put the ticket into this cache, if it is empty or holds the same principal."),
         QStringLiteral("CACHE")},
        {QStringLiteral("new-ccache"), Text::tr("Put it into a new cache.")},
        {QStringLiteral("krb5-config"),
         Text::tr("A krb5.conf that goes before the others, for this sign-in."), QStringLiteral("FILE")},
        {QStringLiteral("private"), Text::tr("Put it into Latchkey’s own cache of the principal.")},
    };
}

} // namespace latchkey::cli
