// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QList>

namespace latchkey::cli {

QList<QCommandLineOption> queryOptions();

} // namespace latchkey::cli
