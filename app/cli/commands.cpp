// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/commands.h"

#include "app/cli/catalogueoptions.h"
#include "app/cli/full/cataloguecommands.h"
#include "app/cli/full/clientcommand.h"
#include "app/cli/full/importcommands.h"
#include "app/cli/full/keychaincommands.h"
#include "app/cli/full/passwordcommand.h"
#include "app/cli/full/probecommand.h"
#include "app/cli/full/querycommand.h"
#include "app/cli/identitycommands.h"
#include "app/cli/importoptions.h"
#include "app/cli/profilecommands.h"
#include "app/cli/queryoptions.h"
#include "app/cli/realmcommands.h"
#include "app/cli/signincommand.h"
#include "app/cli/text.h"

#include <algorithm>
#include <limits>

namespace latchkey::cli {

namespace {

constexpr qsizetype many = std::numeric_limits<qsizetype>::max();

QList<QCommandLineOption> noOptions()
{
    return {};
}

QList<QCommandLineOption> changePasswordOptions()
{
    return {{QStringLiteral("password-stdin"),
             Text::tr("Read the present password from the first line of standard input and the new one from "
                      "the second.")}};
}

QList<QCommandLineOption> clientOptions()
{
    return {{QStringLiteral("print"), Text::tr("Print the command for a shell instead of running it.")}};
}

constexpr Command table[] = {
    Command{"profiles list", "[--folder]", [] { return Text::tr("List the saved connections."); },
            listOptions, 0, 0, listProfiles},
    Command{"profiles show", "NAME [--folder]", [] { return Text::tr("Print every field of a profile."); },
            listOptions, 1, 1, showProfile},
    Command{"profiles add", "NAME --host HOST|--folder [OPTION]…",
            [] { return Text::tr("Save a new connection. A slash in NAME makes folders."); }, addOptions, 1,
            1, addProfile},
    Command{"profiles edit", "NAME [--folder] [OPTION]…",
            [] {
                return Text::tr(
                    "Change what the options name, and nothing else. An empty value is the default.");
            },
            editOptions, 1, 1, editProfile},
    Command{"profiles remove", "NAME… [--folder]", [] { return Text::tr("Remove profiles."); }, listOptions,
            1, many, removeProfiles},
    Command{
        "import",
        "[FILE|- | --aws [--region REGION] [--aws-profile NAME]] [--format WORD] [--into FOLDER] [--dry-run] "
        "[--allow RISK]…",
        [] { return Text::tr("Take over connections from another program’s file, or Latchkey’s own."); },
        importOptions, 0, 1, importConnections},
    Command{"export", "[NAME…] --format WORD [--output FILE]",
            [] { return Text::tr("Write profiles, or all in a folder, as a file of another program."); },
            exportOptions, 0, many, exportConnections},
    Command{"profiles versions", "", [] { return Text::tr("List the last ten states of the profiles."); },
            noOptions, 0, 0, listVersions},
    Command{"profiles restore", "VERSION",
            [] { return Text::tr("Make all profiles what they were in a version."); }, noOptions, 1, 1,
            restoreVersion},
    Command{"catalogue add",
            "NAME URL|FILE [--negotiate] [--principal PRINCIPAL] [--ca FILE] [--allow RISK]…",
            [] { return Text::tr("Subscribe to connections that somebody else maintains, or change how."); },
            catalogueOptions, 2, 2, addCatalogue},
    Command{"catalogue refresh", "[NAME]", [] { return Text::tr("Fetch a catalogue, or all, now."); },
            noOptions, 0, 1, refreshCatalogues},
    Command{"catalogue list", "", [] { return Text::tr("List the catalogues that you have subscribed to."); },
            noOptions, 0, 0, listCatalogues},
    Command{"catalogue remove", "NAME",
            [] { return Text::tr("End a subscription; its connections are gone with it."); }, noOptions, 1, 1,
            removeCatalogue},
    Command{"tickets", "[--all] [--valid] [--watch]",
            [] { return Text::tr("List every credential cache with its tickets."); }, ticketsOptions, 0, 0,
            listTickets},
    Command{"sign-in",
            "PRINCIPAL [--keytab FILE | --certificate IDENTITY | --keychain] [--password-stdin] [OPTION]…",
            [] {
                return Text::tr(
                    "Get a ticket-granting ticket, as kinit does; no other principal’s cache is touched.");
            },
            signInOptions, 1, 1, signIn},
    Command{"change-password", "[PRINCIPAL] [--password-stdin]",
            [] {
                return Text::tr(
                    "Change a password, as kpasswd does: of whoever is signed in if nobody is named.");
            },
            changePasswordOptions, 0, 1, changePassword},
    Command{"keychain list", "",
            [] { return Text::tr("List whose passwords the desktop’s keychain remembers for Latchkey."); },
            noOptions, 0, 0, listRemembered},
    Command{"keychain forget", "PRINCIPAL",
            [] { return Text::tr("Remove a password from the desktop’s keychain."); }, noOptions, 1, 1,
            forget},
    Command{
        "renew",
        "[PRINCIPAL | --ccache CACHE] | --daemon [--ccache CACHE] [--pid-file FILE] [--sign-in-again] "
        "[OPTION]… [-- COMMAND…]",
        [] {
            return Text::tr(
                "Renew a ticket-granting ticket, as kinit -R does, or keep tickets renewed, as krenew does.");
        },
        renewOptions, 0, many, renew},
    Command{
        "destroy", "[--all | [PRINCIPAL | --ccache CACHE] [--service SPN]]",
        [] { return Text::tr("Destroy tickets, as kdestroy does: the default cache if nothing is named."); },
        destroyOptions, 0, 1, destroy},
    Command{"switch", "PRINCIPAL|CACHE",
            [] {
                return Text::tr(
                    "Make a principal’s cache, or the one named, the default one, as kswitch does.");
            },
            noOptions, 1, 1, switchTo},
    Command{"realm show", "", [] { return Text::tr("Print krb5.conf as libkrb5 sees it."); }, noOptions, 0, 0,
            showRealms},
    Command{"realm check", "[REALM…] [--all]",
            [] { return Text::tr("Look for what is wrong with the realms, and ask their KDCs."); },
            checkRealmsOptions, 0, many, checkRealms},
    Command{"realm overlay",
            "--aurora DOMAIN [--on-premises DOMAIN] [OPTION]… [--write] | --remove [--write]",
            [] { return Text::tr("Change Latchkey’s own part of krb5.conf; without --write, print how."); },
            overlayOptions, 0, 0, changeOverlay},
    Command{"query", "PROFILE|--profiles GLOB… [-e SQL]… [--file FILE]… [OPTION]… [-]",
            [] { return Text::tr("Run statements and print their rows."); }, queryOptions, 0, 2, query},
    Command{
        "client", "PROFILE [--print] [-- ARGUMENT…]",
        [] { return Text::tr("Become the mariadb or mysql client, with the profile’s ticket and options."); },
        clientOptions, 1, many, client},
    Command{"probe", "PROFILE",
            [] {
                return Text::tr(
                    "Print what the server says of itself without a ticket and without logging in.");
            },
            noOptions, 1, 1, probe},
};

QStringList wordsOf(const Command &command)
{
    return QString::fromLatin1(command.name).split(QLatin1Char(' '));
}

bool beginsWith(const QStringList &words, const QStringList &beginning)
{
    return words.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), words.begin());
}

/// "-e SQL", "--keytab FILE", "--all"
QString optionText(const QCommandLineOption &option)
{
    const QString name = option.names().first();
    const QString dashes = name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--");
    const QString text = dashes + name;
    return option.valueName().isEmpty() ? text : text + QLatin1Char(' ') + option.valueName();
}

} // namespace

QList<QCommandLineOption> commonOptions()
{
    return {
        {QStringLiteral("json"), Text::tr("Print data as JSON.")},
        {{QStringLiteral("verbose"), QStringLiteral("v")},
         Text::tr("Say what is done, and the details of errors.")},
        {{QStringLiteral("help"), QStringLiteral("h")}, Text::tr("Print this help.")},
    };
}

std::span<const Command> commands()
{
    return table;
}

const Command *takeCommand(QStringList &words)
{
    for (const Command &command : table) {
        const QStringList own = wordsOf(command);
        if (!beginsWith(words, own))
            continue;
        words.remove(0, own.size());
        return &command;
    }
    return nullptr;
}

QString help(const Command &command)
{
    QList<QStringList> rows;
    const auto options = command.options() + commonOptions();
    for (const QCommandLineOption &option : options) {
        rows.append({QString(), optionText(option), option.description()});
    }
    const QString usage = QStringLiteral("latchkey-cli %1 %2")
                              .arg(QLatin1String(command.name), QString::fromUtf8(command.synopsis));
    return usage.trimmed() + QLatin1String("\n\n") + command.summary() + QLatin1String("\n\n")
           + columns(rows);
}

QString overview()
{
    QList<QStringList> rows;
    for (const Command &command : table)
        rows.append({QString(), QLatin1String(command.name), command.summary()});
    return Text::tr("latchkey-cli: Kerberos single sign-on for MySQL-family servers, without a display.")
           + QLatin1String("\n\n") + columns(rows) + QLatin1Char('\n')
           + Text::tr("“latchkey-cli COMMAND --help” tells more about a command. The manual page "
                      "latchkey-cli(1) lists "
                      "the exit codes.")
           + QLatin1Char('\n');
}

} // namespace latchkey::cli
