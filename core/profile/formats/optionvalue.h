// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

/// Lines of option files as mysys/my_default.c of MySQL and MariaDB reads them.
namespace latchkey::formats {

/// An option's value in quotes and with escapes where it needs them.
QByteArray quotedValue(const QString &value);
/// The other way round, from all that follows "=".
QString valueFrom(QByteArrayView text);
/// The line without a comment at its end, and without the space around it.
QByteArrayView withoutComment(QByteArrayView line);
/// Without the space around it: ASCII's alone.
QByteArrayView trimmed(QByteArrayView text);

} // namespace latchkey::formats
