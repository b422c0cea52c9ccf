// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/full/queryscript.h"

#include "app/cli/text.h"
#include "core/base/atomicfile.h"
#include "core/script/statementsplitter.h"

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
    return all;
}

} // namespace latchkey::cli
