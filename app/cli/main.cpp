// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/commands.h"
#include "app/cli/exitcode.h"
#include "app/cli/interruption.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"
#include "core/base/hardening.h"
#include "core/base/worker.h"
#include "core/krb/overlay.h"
#include "translations/translations.h"

#include <QLocale>

#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <langinfo.h>
#include <unistd.h>

namespace latchkey::cli {

Error usageError(const QString &message)
{
    return {Error::Code::InvalidInput, message, QString(), 0};
}

namespace {

using namespace std::chrono_literals;

constexpr auto farewell = 200ms; ///< for sessions to say goodbye to their servers

// Qt would use UTF-8 all the same, but complain about it on standard error.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    setenv("LC_ALL", "C.UTF-8", 1);
    std::setlocale(LC_ALL, "");
}

Result<> checkNames(const Command &command, qsizetype count)
{
    if (count >= command.leastNames && count <= command.mostNames)
        return Ok{};
    return usageError(Text::tr("Use it as: latchkey-cli %1 %2")
                          .arg(QLatin1String(command.name), QString::fromUtf8(command.synopsis)));
}

Result<ExitCode> runCommand(const Command &command, const QStringList &words, Output &output,
                            Interruption &interruption)
{
    QCommandLineParser parser;
    parser.addOptions(command.options() + commonOptions());
    const bool isParsed = parser.parse(QStringList(QStringLiteral("latchkey-cli")) + words);
    if (parser.isSet(QStringLiteral("help"))) {
        output.print(help(command));
        return Success;
    }
    if (!isParsed)
        return usageError(parser.errorText());
    const QStringList names = parser.positionalArguments();
    if (const auto checked = checkNames(command, names.size()); !checked)
        return checked.error();
    const Terminal terminal(interruption.descriptor());
    ProfileStore profiles(defaultProfileFile());
    const krb::KerberosService kerberos;
    Call call{parser,
              names,
              output,
              terminal,
              profiles,
              kerberos,
              interruption,
              interruption.token(),
              parser.isSet(QStringLiteral("json")),
              parser.isSet(QStringLiteral("verbose"))};
    if (const auto done = command.run(call); !done)
        return done.error();
    return call.code;
}

/// Options may stand before the command's words too.
qsizetype countOfLeadingOptions(const QStringList &arguments)
{
    qsizetype first = 0;
    while (first < arguments.size() && arguments.at(first).startsWith(QLatin1Char('-')))
        ++first;
    return first;
}

Result<ExitCode> perform(const QStringList &arguments, Output &output, Interruption &interruption)
{
    const qsizetype first = countOfLeadingOptions(arguments);
    QStringList words = arguments.sliced(first);
    if (const Command *command = takeCommand(words))
        return runCommand(*command, arguments.first(first) + words, output, interruption);
    const QString word = words.isEmpty() ? arguments.value(0) : words.first();
    if (word == QLatin1String("--version")) {
        output.print(QStringLiteral("latchkey-cli %1\n").arg(QCoreApplication::applicationVersion()));
        return Success;
    }
    if (word == QLatin1String("--help") || word == QLatin1String("-h") || word == QLatin1String("help")) {
        output.print(overview());
        return Success;
    }
    if (word.isEmpty())
        return usageError(Text::tr("Say what to do; “latchkey-cli --help” lists the commands."));
    return usageError(Text::tr("There is no command “%1”; “latchkey-cli --help” lists them.").arg(word));
}

ExitCode reportError(const Error &error, const QStringList &arguments, Output &output)
{
    if (error.code == Error::Code::Cancelled && output.hasFailed())
        return Failure; // the statement was ended because nobody reads its rows; finish() says why
    const QStringList own = arguments.first(
        arguments.contains(QLatin1String("--")) ? arguments.indexOf(QLatin1String("--")) : arguments.size());
    complain(error, own.contains(QLatin1String("--verbose")) || own.contains(QLatin1String("-v")));
    if (own.contains(QLatin1String("--json")) && !output.isUsed())
        output.printJson(errorDocument(error));
    return exitCode(error.code);
}

/// Writes out what is left, unless the user is in a hurry.
ExitCode finish(ExitCode code, Output &output)
{
    if (code != Interrupted)
        output.flush();
    if (!output.hasFailed())
        return code;
    if (output.failure() != EPIPE)
        note(Text::tr("The output could not be written (%1). Check the disk’s free space.")
                 .arg(QString::fromLocal8Bit(std::strerror(output.failure()))));
    return code == Success ? Failure : code;
}

} // namespace

} // namespace latchkey::cli

int main(int argc, char *argv[])
{
    using namespace latchkey::cli;
    latchkey::hardenProcess();
    useUtf8();
    latchkey::krb::useOverlay();
    Interruption interruption; // before Qt can start a thread
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("latchkey-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
    latchkey::installTranslations(application, QLocale());

    Output output;
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    const auto done = perform(arguments, output, interruption);
    const ExitCode code = finish(done ? *done : reportError(done.error(), arguments, output), output);
    if (code != Interrupted)
        latchkey::Worker::waitForAll(farewell);
    std::fflush(stderr);
    Terminal::restoreEcho(); // a prompt on another thread may just have been cancelled
    // A thread may hang in libkrb5 for half a minute: nothing is torn down under it, and nobody waits for it.
    _exit(code);
}
