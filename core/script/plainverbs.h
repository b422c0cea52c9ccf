// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/classify.h"

#include <QString>

#include <optional>

namespace latchkey::script {

/// What a statement is whose first word (upper case) says everything; nothing for the others.
std::optional<Classification> plainVerb(const QString &verb);

/// What a long statement is whose first word says everything and writes, such as INSERT, without reading it to its end.
std::optional<Classification> plainWriting(QStringView statement, SqlMode mode);

} // namespace latchkey::script
