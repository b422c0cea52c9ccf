// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/classify.h"

#include <QString>

#include <optional>

namespace latchkey::script {

/// What a statement is whose first word (upper case) says everything; nothing for the others.
std::optional<Classification> plainVerb(const QString &verb);

} // namespace latchkey::script
