// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QSslError>
#include <QString>

#include <chrono>
#include <optional>

class QAbstractSocket;

namespace latchkey {

/// How long a web server may take to be reached, and for everything.
inline constexpr std::chrono::seconds webConnectLimit{10};
inline constexpr std::chrono::seconds webLimit{60};

/// What went wrong between here and a web server, as sentences. Pure.
Error webServerSilent(const QString &host);
/// The one reason that matters most, of all that is wrong with the server's certificate. `authorities`: the file that it was
/// verified with, empty for the system's.
Error webCertificateProblem(const QList<QSslError> &problems, const QString &host,
                            const QString &authorities);
Error webConnectionFailed(const QAbstractSocket &socket, const QString &host);
Error webAnswerTooLarge(const QString &host);
Error webAnswerMalformed(const QString &host);
/// For a status other than 200, 304 and those that lead elsewhere. `sentTicket`: the server has been shown one.
Error webRefusal(int status, const QString &host, bool sentTicket);

} // namespace latchkey
