// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/duration.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <krb5/krb5.h>

namespace latchkey::krb {

Result<std::chrono::seconds> parseDuration(const QString &text)
{
    // libkrb5 takes "10x" for ten seconds.
    static const QRegularExpression letters(QStringLiteral("^[0-9dhms: -]+$"));
    QByteArray bytes = text.trimmed().toUtf8(); // where it may write
    krb5_deltat seconds = 0;
    if (!letters.match(text.trimmed()).hasMatch() || krb5_string_to_deltat(bytes.data(), &seconds) != 0
        || seconds < 0)
        return Error{Error::Code::InvalidInput,
                     QCoreApplication::translate("latchkey::krb",
                                                 "“%1” is no duration. Write it as 10h, 7d, 1d12h30m or 8:30 "
                                                 "(hours and minutes), or as a number of seconds.")
                         .arg(text),
                     QString(), 0};
    return std::chrono::seconds(seconds);
}

} // namespace latchkey::krb
