// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/sessionstate.h"

#include <QStringView>

namespace latchkey::schema {

/// Whether another connection like the session's, with its database chosen, counts the same rows as the session would: nothing
/// is open or set in it, and the statement asks for nothing that only the session knows. Pure.
bool countsAlike(const sql::SessionState &session, QStringView select);

/// Whether counting in the session itself leaves it as it is; what SET TRANSACTION has chosen would be used up. Pure.
bool countsHarmlessly(const sql::SessionState &session);

} // namespace latchkey::schema
