// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QStringList>

namespace latchkey::cli {

/// The formats as command lines call them, "a, b, c".
QString formatWords(bool onlyWritten);
QStringList riskWords();

QList<QCommandLineOption> importOptions();
QList<QCommandLineOption> exportOptions();

} // namespace latchkey::cli
