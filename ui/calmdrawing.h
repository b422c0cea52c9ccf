// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QColor>
#include <QStyleOption>

class QPainter;
class QStyle;

/// What CalmStyle draws: one function an element, colours from the option's palette.
namespace latchkey::calm {

inline constexpr int menuArrow = 14; ///< pixels

/// The line around controls.
QColor border(const QPalette &palette);
/// Text colour, so strong: hover and pressed.
QColor veil(const QPalette &palette, float strength);
/// A rectangle with round corners.
void box(QPainter *painter, const QRect &rect, const QColor &line, const QBrush &fill, qreal width = 1);
void button(QPainter *painter, const QStyleOption *option, bool primary);
bool isPrimary(const QStyleOption *option);
void lineEdit(QPainter *painter, const QStyleOption *option);
/// The square of a check box or, `round`, the circle of a radio button.
void checkMark(QPainter *painter, const QStyleOption *option, bool round);
void tab(QPainter *painter, const QStyleOptionTab *option);
void headerSection(QPainter *painter, const QStyleOption *option);
void comboBox(QPainter *painter, const QStyleOptionComboBox *option);
void scrollBar(QPainter *painter, const QStyleOptionSlider *option, QRect slider);
/// An icon of ours in the middle of the rect, in place of Fusion's.
void glyph(QPainter *painter, const QStyleOption *option, const QString &name);
void branch(QPainter *painter, const QStyleOption *option);
void menuBarItem(QPainter *painter, const QStyleOptionMenuItem *option);
/// A tool button whose whole face opens a menu.
bool opensMenu(const QStyleOptionToolButton &option);
/// The text with a chevron after it instead of the tiny triangle below.
void menuButton(const QStyle &style, QPainter *painter, const QStyleOptionToolButton &option);

} // namespace latchkey::calm
