// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace latchkey {

/// Something that only the person can decide.
struct Question
{
    QString title;
    QString text; ///< the question itself
    QString explanation; ///< what follows from saying yes
    QString verb; ///< the button that does it, never "OK"
    bool destructive = false; ///< then Cancel is the default
};

/// Asks in a dialog over `parent` and returns at once; `yes` is called if the person agrees. Gives the dialog, which
/// deletes itself.
QMessageBox *ask(QWidget *parent, const Question &question, std::function<void()> yes);

} // namespace latchkey
