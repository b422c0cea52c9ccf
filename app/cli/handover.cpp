// SPDX-License-Identifier: GPL-2.0-or-later
// In place of app/cli/full: the commands that need the libraries of databases and keychains begin anew as the program
// that has them.
#include "app/cli/full/cataloguecommands.h"
#include "app/cli/full/clientcommand.h"
#include "app/cli/full/importcommands.h"
#include "app/cli/full/keychaincommands.h"
#include "app/cli/full/passwordcommand.h"
#include "app/cli/full/probecommand.h"
#include "app/cli/full/querycommand.h"
#include "app/cli/text.h"
#include "core/base/hardening.h"
#include "core/base/job.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <vector>

#include <unistd.h>

namespace latchkey::cli {

namespace {

/// Becomes that program, with the same command line and standard input: nothing may have been read or printed yet.
/// Returns only if that fails.
Error handOver(const Call &call)
{
    if (call.stop.stop_requested())
        return cancelledError(); // the signal has been taken, the other program would not hear of it
    const QString program =
        QDir::cleanPath(QCoreApplication::applicationDirPath() + QLatin1String("/" LATCHKEY_FULL_PROGRAM));
    QList<QByteArray> words;
    for (const QString &argument : QCoreApplication::arguments())
        words += argument.toLocal8Bit();
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    restoreCoreLimit(); // the other program does the same
    execv(QFile::encodeName(program).constData(), pointers.data());
    const QString reason = QString::fromLocal8Bit(std::strerror(errno));
    return {Error::Code::FileInaccessible,
            Text::tr(
                "The program “%1”, which this command needs, cannot be started (%2). Install Latchkey again.")
                .arg(program, reason),
            QStringLiteral("execv"), 0};
}

} // namespace

Result<> query(Call &call)
{
    return handOver(call);
}

Result<> importConnections(Call &call)
{
    return handOver(call);
}

Result<> exportConnections(Call &call)
{
    return handOver(call);
}

Result<> addCatalogue(Call &call)
{
    return handOver(call);
}

Result<> refreshCatalogues(Call &call)
{
    return handOver(call);
}

Result<> listCatalogues(Call &call)
{
    return handOver(call);
}

Result<> removeCatalogue(Call &call)
{
    return handOver(call);
}

Result<> client(Call &call)
{
    return handOver(call);
}

Result<> probe(Call &call)
{
    return handOver(call);
}

Result<> changePassword(Call &call)
{
    return handOver(call);
}

Result<> listRemembered(Call &call)
{
    return handOver(call);
}

Result<> forget(Call &call)
{
    return handOver(call);
}

Result<krb::Cache> signInWithKeychain(Call &call, krb::SignInRequest, const std::function<Result<Secret>()> &,
                                      Result<> &)
{
    return handOver(call);
}

Result<UnattendedKeychain> unattendedKeychain(Call &call)
{
    return handOver(call);
}

} // namespace latchkey::cli
