// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace latchkey {

class SqlEditor;

/// Formats the statement under the cursor, or those of the selection, and selects them; what is between them stays. One
/// step to undo.
void formatStatements(SqlEditor &editor);

} // namespace latchkey
