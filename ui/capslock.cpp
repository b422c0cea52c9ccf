// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/capslock.h"

namespace latchkey {

std::optional<bool> capsLockAfter(std::optional<bool> before, int key, const QString &text,
                                  Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_CapsLock)
        return before ? std::optional(!*before) : before;
    const bool isCommand = modifiers.testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (isCommand || text.size() != 1)
        return before;
    const QChar letter = text.at(0);
    if (letter.toUpper() == letter.toLower())
        return before; // a digit, or a script without case
    return letter.isUpper() != modifiers.testFlag(Qt::ShiftModifier);
}

} // namespace latchkey
