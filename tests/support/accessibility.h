// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace latchkey::test {

// What is wrong with a screen for somebody without a mouse, or without eyes: a sentence each, with the screen's name.

/// Controls, and the screen itself, for which a screen reader has no name.
QStringList namelessControls(QWidget &screen, const QString &name);
/// Pressed again and again, Tab must come to every control that takes the focus, downwards and to the right, and to where it
/// began. In editors, where Tab types, `leave` must lead out. The screen must be active; the focus moves.
QStringList tabKeyProblems(QWidget &screen, const QString &name, Qt::Key leave);
/// Buttons that can be clicked, but not come to by Tab, nor by a shortcut, nor in a menu.
QStringList mouseOnlyButtons(QWidget &screen, const QString &name);
/// Letters that two controls, or two entries of one menu, have.
QStringList sharedMnemonics(const QWidget &screen, const QString &name);

} // namespace latchkey::test
