// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/base/result.h"
#include "core/krb/kerberosservice.h"
#include "core/profile/profilestore.h"

#include <QCommandLineParser>

#include <stop_token>

namespace latchkey::cli {

/// What a command works with: what was typed, and the world.
struct Call
{
    const QCommandLineParser &options;
    QStringList names; ///< positional arguments behind the command's words
    Output &output;
    const Terminal &terminal;
    ProfileStore &profiles; ///< not loaded yet
    const krb::KerberosService &kerberos;
    Interruption &interruption;
    std::stop_token stop;
    bool json;
    bool verbose;
    ExitCode code = Success; ///< what the program ends with if the command gives no error

    bool has(const char *option) const { return options.isSet(QLatin1String(option)); }
    QString value(const char *option) const { return options.value(QLatin1String(option)); }
};

Error usageError(const QString &message);

} // namespace latchkey::cli
