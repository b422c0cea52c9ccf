// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"

namespace latchkey::schema {

/// The server has the thing, but does not show or do it for this account.
bool lacksPrivilege(const Error &error);

/// This kind of server does not have what was asked for: no such table, routine, variable or statement.
bool lacksFeature(const Error &error);

} // namespace latchkey::schema
