// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/terms.h"

namespace latchkey::script {

/// Whether the condition behind WHERE, which begins at the term `at`, surely holds for every row: of numbers, strings,
/// TRUE and FALSE, compared and joined, "a = 1 OR 1 = 1" too. Pure, linear.
bool isAlwaysTrue(const QList<Term> &terms, qsizetype at, QStringView statement);

} // namespace latchkey::script
