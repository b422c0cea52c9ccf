// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/clientprograms.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <array>

namespace latchkey {

namespace {

/// How a terminal is told what to run.
struct KnownTerminal
{
    const char *name;
    const char *option; ///< empty: the command follows at once
};

/// The desktop's choice first. "-e" with the rest of the words is what Debian's policy (11.8.3) and xterm have.
constexpr std::array knownTerminals{
    KnownTerminal{"xdg-terminal-exec", ""},
    KnownTerminal{"x-terminal-emulator", "-e"},
    KnownTerminal{"konsole", "-e"},
    KnownTerminal{"gnome-terminal", "--"},
    KnownTerminal{"kgx", "--"},
    KnownTerminal{"ptyxis", "--"},
    KnownTerminal{"xfce4-terminal", "-x"},
    KnownTerminal{"mate-terminal", "-x"},
    KnownTerminal{"foot", ""},
    KnownTerminal{"kitty", ""},
    KnownTerminal{"alacritty", "-e"},
    KnownTerminal{"xterm", "-e"},
};

QStringList optionsFor(const QString &program)
{
    const QString name = QFileInfo(program).fileName();
    const auto known =
        std::find_if(knownTerminals.begin(), knownTerminals.end(),
                     [&name](const KnownTerminal &one) { return name == QLatin1String(one.name); });
    const QString option = QLatin1String(known != knownTerminals.end() ? known->option : "-e");
    return option.isEmpty() ? QStringList() : QStringList(option);
}

/// MariaDB's client has the name mysql too.
bool isMariaDb(const QString &program)
{
    return QFileInfo(QFileInfo(program).canonicalFilePath()).fileName().startsWith(QLatin1String("mariadb"));
}

/// From bin, and from libexec/latchkey.
QString ownPluginFolder()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const char *up : {"/../", "/../../"}) {
        for (const char *folder : {LATCHKEY_PLUGIN_DIR, LATCHKEY_INSTALLED_PLUGIN_DIR}) {
            const QFileInfo plugin(here + QLatin1String(up) + QLatin1String(folder)
                                   + QLatin1String("/authentication_kerberos_client.so"));
            if (plugin.isFile())
                return QFileInfo(plugin.canonicalFilePath()).path();
        }
    }
    return {};
}

} // namespace

ClientPrograms findClientPrograms(const FindProgram &find)
{
    ClientPrograms programs{find(QStringLiteral("mariadb")), find(QStringLiteral("mysql")),
                            ownPluginFolder()};
    const auto realPath = [](const QString &path) { return QFileInfo(path).canonicalFilePath(); };
    if (programs.mysql.isEmpty())
        return programs;
    if (programs.mariadb.isEmpty() && isMariaDb(programs.mysql))
        programs.mariadb = programs.mysql;
    if (isMariaDb(programs.mysql) || realPath(programs.mysql) == realPath(programs.mariadb))
        programs.mysql.clear();
    return programs;
}

std::optional<Terminal> chosenTerminal(const QString &preferred, const FindProgram &find)
{
    const QStringList words = QProcess::splitCommand(preferred);
    if (!words.isEmpty()) {
        if (const QString program = find(words.first()); !program.isEmpty())
            return Terminal{program, words.mid(1) + optionsFor(program)};
    }
    for (const KnownTerminal &known : knownTerminals) {
        if (const QString program = find(QLatin1String(known.name)); !program.isEmpty())
            return Terminal{program, optionsFor(program)};
    }
    return std::nullopt;
}

QStringList inTerminal(const Terminal &terminal, const QStringList &command, const QString &notice)
{
    const QString script = QStringLiteral("\"$@\" || { printf '\\n%s ' \"$0\"; read -r _; }");
    return QStringList(terminal.program) + terminal.options
           + QStringList{QStringLiteral("sh"), QStringLiteral("-c"), script, notice} + command;
}

} // namespace latchkey
