// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/queryscript.h"

#include "app/cli/text.h"
#include "core/base/atomicfile.h"
#include "core/script/parameters.h"
#include "core/script/statementsplitter.h"

#include <QSet>

#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace latchkey::cli {

namespace {

constexpr qsizetype longestScript = 256 << 20; ///< bytes; larger ones are dumps, which other programs load

Error badScript(const QString &message)
{
    return {Error::Code::FileInaccessible, message, QString(), 0};
}

Result<QString> decoded(const QByteArray &bytes, const QString &name)
{
    if (!bytes.isValidUtf8())
        return badScript(Text::tr("“%1” is not UTF-8, as scripts have to be. Convert it, for example with "
                                  "iconv(1).")
                             .arg(name));
    return QString::fromUtf8(bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes);
}

Result<QString> scriptFromStandardInput()
{
    QByteArray all;
    char chunk[1 << 16];
    for (;;) {
        const ssize_t got = ::read(STDIN_FILENO, chunk, sizeof chunk);
        if (got == 0)
            return decoded(all, Text::tr("Standard input"));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return badScript(Text::tr("Standard input could not be read (%1).")
                                 .arg(QString::fromLocal8Bit(std::strerror(errno))));
        all.append(chunk, got);
        if (all.size() > longestScript)
            return badScript(Text::tr("The script on standard input is longer than %1 MiB. Load it with the "
                                      "mysql or mariadb client.")
                                 .arg(longestScript >> 20));
    }
}

Result<QString> scriptFrom(const QString &file)
{
    if (file == QLatin1String("-"))
        return scriptFromStandardInput();
    const auto content = readWhole(file, longestScript);
    if (!content)
        return content.error();
    if (!*content)
        return badScript(Text::tr("There is no file “%1”. Check its name.").arg(file));
    return decoded(**content, file);
}

using Values = QHash<QString, script::ParameterValue>;

Result<Values> givenValues(const Call &call)
{
    Values values;
    for (const QString &given : call.options.values(QStringLiteral("param"))) {
        const QString name = given.section(u'=', 0, 0);
        const bool isName = script::parameters(u':' + name) == QStringList{name};
        if (!isName || !given.contains(u'='))
            return usageError(
                Text::tr("“%1” is no value for --param: give NAME=TEXT, with a name of letters, "
                         "digits and underscores.")
                    .arg(given));
        values.insert(name, {script::ParameterValue::Kind::Text, given.section(u'=', 1)});
    }
    return values;
}

/// With --param, each :name has its value, and each value its :name.
Result<QStringList> withValues(const QStringList &statements, const Values &values)
{
    QStringList all;
    QSet<QString> unused(values.keyBegin(), values.keyEnd());
    for (const QString &statement : statements) {
        for (const QString &name : script::parameters(statement)) {
            if (!values.contains(name))
                return usageError(
                    Text::tr("There is no value for “:%1”. Give it with --param %1=TEXT.").arg(name));
            unused.remove(name);
        }
        all.append(script::withParameters(statement, values));
    }
    if (!unused.isEmpty())
        return usageError(
            Text::tr("No statement has the “:%1” that --param gives a value for. Check its name.")
                .arg(*unused.begin()));
    return all;
}

bool isStandardInputNamed(const Call &call)
{
    return (!call.names.isEmpty() && call.names.last() == QLatin1String("-"))
           || call.options.values(QStringLiteral("file")).contains(QLatin1String("-"));
}

} // namespace

bool readsStandardInput(const Call &call)
{
    return isStandardInputNamed(call)
           || (!call.has("execute") && !call.has("file") && isatty(STDIN_FILENO) != 1);
}

Result<QStringList> statements(const Call &call)
{
    QStringList scripts = call.options.values(QStringLiteral("execute"));
    QStringList files = call.options.values(QStringLiteral("file"));
    if (readsStandardInput(call) && !files.contains(QLatin1String("-")))
        files.append(QStringLiteral("-"));
    for (const QString &file : files) {
        auto script = scriptFrom(file);
        if (!script)
            return script.error();
        scripts.append(*std::move(script));
    }
    QStringList all;
    for (const QString &script : scripts) {
        for (const script::ScriptPiece &piece : script::splitScript(script)) {
            if (!piece.isBlank())
                all.append(piece.sql(script).toString());
        }
    }
    if (all.isEmpty())
        return usageError(Text::tr(
            "Give a statement with -e, such as -e \"select current_user()\", or a script with --file."));
    const auto values = givenValues(call);
    if (!values)
        return values.error();
    return values->isEmpty() ? Result<QStringList>(all) : withValues(all, *values);
}

} // namespace latchkey::cli
