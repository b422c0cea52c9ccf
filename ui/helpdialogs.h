// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

class QMenuBar;
class QWidget;

namespace latchkey {

/// Every shortcut of the menus, as they are now.
void showShortcuts(const QMenuBar &menus, QWidget *parent);

/// What this program is, its version and licence, and the libraries it stands on.
void showAbout(QWidget *parent);

} // namespace latchkey
