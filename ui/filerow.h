// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

class QLineEdit;
class QString;
class QWidget;

namespace latchkey {

/// A row of `field`, which takes the path of a file, and a button that chooses one in a dialog called `title`. The row takes
/// the field with it.
QWidget *fileRow(QLineEdit *field, const QString &title, QWidget *parent);

} // namespace latchkey
