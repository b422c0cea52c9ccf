// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/importrisk.h"

#include <QCommandLineOption>
#include <QList>
#include <QStringList>

namespace latchkey::cli {

/// The formats as command lines call them, "a, b, c".
QString formatWords(bool onlyWritten);
QStringList riskWords();
QLatin1String riskWord(Risk risk);
/// What the values of --allow allow, "tls,spn" or "all".
Result<ImportConsent> consentFrom(const QStringList &values);

QList<QCommandLineOption> importOptions();
QList<QCommandLineOption> exportOptions();

} // namespace latchkey::cli
