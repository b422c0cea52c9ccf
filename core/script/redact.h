// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/sqlmode.h"

#include <QString>
#include <QStringView>

namespace latchkey::script {

/// The statement with '***' where it names a password: IDENTIFIED … BY/AS/USING, SET PASSWORD, PASSWORD(…) and functions
/// that encrypt or digest, anything called …PASSWORD that is given or compared with a value (replication, CREATE SERVER, a
/// column), what procedures of the schema mysql are called with, the passwords in addresses such as
/// mysql://user:password@host, and statements in strings. In doubt (a quote that is not closed, a value that runs into the
/// next word, a text that the sql_mode makes another one) everything from there on goes. A statement without passwords stays
/// as it is. Pure, linear.
QString redact(QStringView statement, SqlMode mode = {});

} // namespace latchkey::script
