// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace latchkey {

/// Whether Caps Lock is on after a key was pressed; nothing: it cannot be known yet. Qt does not tell the key's state, but
/// a letter in upper case without Shift does, and so does one in lower case with it. Pure.
std::optional<bool> capsLockAfter(std::optional<bool> before, int key, const QString &text,
                                  Qt::KeyboardModifiers modifiers);

} // namespace latchkey
