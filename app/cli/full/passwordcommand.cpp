// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/passwordcommand.h"

#include "app/cli/full/keychaincommands.h"
#include "app/cli/identitycommands.h"
#include "app/cli/text.h"

#include <QJsonObject>

namespace latchkey::cli {

namespace {

/// The one named, or whoever the default cache belongs to.
Result<QString> whose(Call &call)
{
    if (call.names.isEmpty()) {
        const auto cache = defaultCache(call);
        if (!cache)
            return cache.error();
        if (cache->principal)
            return cache->principal->text();
        return cache->problem.value_or(nobodySignedIn());
    }
    const auto parsed = krb::Principal::parse(call.names.first());
    if (!parsed)
        return parsed.error();
    return parsed->text();
}

Result<> changeOnce(Call &call, const QString &principal, const Secret &old, const Secret &replacement)
{
    return call.kerberos.changePassword(principal, Secret(old.view()), Secret(replacement.view()), call.stop)
        .takeResult();
}

/// Typed twice; again as long as the two differ.
Result<Secret> askNew(const Call &call)
{
    for (;;) {
        auto first = call.terminal.ask({.text = Text::tr("New password: ")});
        if (!first)
            return first;
        const auto second = call.terminal.ask({.text = Text::tr("New password again: ")});
        if (!second)
            return second.error();
        if (first->view() == second->view())
            return first;
        call.terminal.say(Text::tr("The two new passwords differ. Type them again."));
    }
}

/// Gives what the password is now. A new one that the realm refuses is asked again, with its reason.
Result<Secret> changeAtTerminal(Call &call, const QString &principal)
{
    const auto old = call.terminal.ask({.text = Text::tr("Password of %1: ").arg(printable(principal))});
    if (!old)
        return old.error();
    for (;;) {
        auto replacement = askNew(call);
        if (!replacement)
            return replacement;
        const auto changed = changeOnce(call, principal, *old, *replacement);
        if (changed)
            return replacement;
        if (changed.error().code != Error::Code::PasswordRefused)
            return changed.error();
        call.terminal.say(printable(changed.error().message, true));
    }
}

Result<Secret> changeFromStandardInput(Call &call, const QString &principal)
{
    const auto old = call.terminal.readStandardInput();
    if (!old)
        return old.error();
    auto replacement = call.terminal.nextLine();
    if (!replacement)
        return std::move(replacement).error();
    if (!*replacement || (*replacement)->isEmpty())
        return usageError(Text::tr("The new password is missing: --password-stdin takes the present password "
                                   "from the first line and the new one from the second."));
    if (const auto changed = changeOnce(call, principal, *old, **replacement); !changed)
        return changed.error();
    return std::move(**replacement);
}

/// What the keychain says is no failure of the command: the realm has the new password.
void tellOfKeychain(Call &call, const QString &principal, const std::optional<Result<>> &remembered)
{
    if (remembered && !*remembered) {
        note(Text::tr("The keychain has not taken the new password of %1, so it is not remembered any more.")
                 .arg(printable(principal)));
        complain(remembered->error(), call.verbose);
    }
    if (!call.json)
        return;
    QJsonObject told{{QStringLiteral("changed"), principal}};
    if (remembered)
        told.insert(QStringLiteral("remembered"), static_cast<bool>(*remembered));
    call.output.printJson(QJsonDocument(told));
}

} // namespace

Result<> changePassword(Call &call)
{
    const auto principal = whose(call);
    if (!principal)
        return principal.error();
    auto password = call.has("password-stdin") ? changeFromStandardInput(call, *principal)
                                               : changeAtTerminal(call, *principal);
    if (!password)
        return std::move(password).error();
    if (!call.json)
        call.output.print(printable(Text::tr("The password of %1 is changed.").arg(*principal))
                          + QLatin1Char('\n'));
    tellOfKeychain(call, *principal, rememberInstead(call, *principal, std::move(*password)));
    return Ok{};
}

} // namespace latchkey::cli
