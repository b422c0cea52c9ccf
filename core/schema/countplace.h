// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/sessionstate.h"

#include <QStringView>

namespace latchkey::schema {

/// Whether another connection like the session's, with its database chosen, counts the same rows as the session would: nothing
/// is open or set in it, and the statement asks for nothing that only the session knows. Pure.
bool countsAlike(const sql::SessionState &session, QStringView select);

} // namespace latchkey::schema
