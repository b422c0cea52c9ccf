// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace latchkey::script {

/// The statement on one line, for people: at most that many characters of it, then "…" for the rest. Pure.
QString beginningOf(const QString &statement, qsizetype characters);

} // namespace latchkey::script
