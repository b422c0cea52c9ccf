// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace latchkey {

/// Moves the focus `step` panes on from the one that has it, round and round: to where it was there last, else to the pane's first
/// control. A pane that is hidden, or has nothing that takes the focus, is passed over.
void moveFocusByPane(const QList<QWidget *> &panes, int step);

} // namespace latchkey
