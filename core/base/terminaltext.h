// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace latchkey {

/// `text` fit for a terminal: what could move the cursor, change colours or turn the text around is shown as
/// "\xNN" or "\u{NNNN}"; line ends stay if `keepLines`. For everything that servers and files bring. Pure.
QString printable(const QString &text, bool keepLines = false);

/// How many cells `text` takes on a terminal, in the locale of the process.
int displayWidth(const QString &text);

} // namespace latchkey
