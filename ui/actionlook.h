// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace latchkey {

/// An action as people see it, for places that show it before it is there.
struct ActionLook
{
    QString name; ///< its object's name
    QString icon; ///< empty: none
    QString text; ///< of a button or an entry of a menu
    QList<QKeySequence> keys; ///< the first one is shown

    QString shownKey() const
    {
        return keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
    }
};

} // namespace latchkey
