// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/commands.h"

#include "translations/translations.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdio>
#include <optional>

using namespace latchkey::sandbox;

namespace {

struct Arguments
{
    QString verb;
    WorldOptions options;
    QStringList command;
};

QString usage()
{
    return QCoreApplication::translate(
        "latchkey::sandbox",
        "A throwaway world on this machine to try Latchkey in: two Kerberos realms and two database "
        "servers.\n\n"
        "  latchkey-sandbox up [--dir FOLDER] [--realms-only]     start it and keep it until Ctrl+C\n"
        "  latchkey-sandbox run [--dir FOLDER] [--realms-only] -- COMMAND…\n"
        "                                                         run a command inside a fresh one\n"
        "  latchkey-sandbox status [--dir FOLDER]                 say what runs and how to use it\n"
        "  latchkey-sandbox password [--dir FOLDER] PRINCIPAL     print a password of it, for piping\n"
        "  latchkey-sandbox down [--dir FOLDER]                   end it\n\n"
        "Everything lives in one folder (a new one in the folder for temporary files, unless --dir names "
        "it), listens\n"
        "on 127.0.0.1 only, and is gone when it ends. The folder’s sandbox.json tells programs what there "
        "is.\n");
}

/// Nothing if the command line cannot be meant.
std::optional<Arguments> parse(QStringList words)
{
    Arguments arguments;
    if (words.isEmpty())
        return std::nullopt;
    arguments.verb = words.takeFirst();
    while (!words.isEmpty() && words.front().startsWith(QLatin1String("--"))) {
        const QString option = words.takeFirst();
        if (option == QLatin1String("--"))
            break;
        if (option == QLatin1String("--realms-only"))
            arguments.options.realmsOnly = true;
        else if (option == QLatin1String("--dir") && !words.isEmpty() && !words.front().isEmpty())
            arguments.options.folder = words.takeFirst();
        else if (option.startsWith(QLatin1String("--dir=")) && option.size() > 6)
            arguments.options.folder = option.mid(6);
        else
            return std::nullopt;
    }
    arguments.command = words;
    const bool isRun = arguments.verb == QLatin1String("run");
    const bool isPassword = arguments.verb == QLatin1String("password");
    const bool fits = isRun ? !words.isEmpty() : words.size() == (isPassword ? 1 : 0);
    return fits ? std::optional(arguments) : std::nullopt;
}

int perform(const Arguments &arguments)
{
    if (arguments.verb == QLatin1String("up"))
        return up(arguments.options);
    if (arguments.verb == QLatin1String("run"))
        return run(arguments.options, arguments.command);
    if (arguments.verb == QLatin1String("down"))
        return down(arguments.options.folder);
    if (arguments.verb == QLatin1String("status"))
        return status(arguments.options.folder);
    if (arguments.verb == QLatin1String("password"))
        return password(arguments.options.folder, arguments.command.front());
    std::fputs(usage().toLocal8Bit().constData(), stderr);
    return Usage;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    latchkey::installTranslations(application, QLocale());
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (!words.isEmpty()
        && (words.front() == QLatin1String("--help") || words.front() == QLatin1String("help"))) {
        std::fputs(usage().toLocal8Bit().constData(), stdout);
        return Success;
    }
    const auto arguments = parse(words);
    if (!arguments) {
        std::fputs(usage().toLocal8Bit().constData(), stderr);
        return Usage;
    }
    return perform(*arguments);
}
