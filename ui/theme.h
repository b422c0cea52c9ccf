// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QWidget;

namespace latchkey::theme {

/// What a colour means. It never stands alone: an icon or a word beside it says the same.
enum class Colour { Good, Warning, Danger, Production, Staging, Test, ReadOnly, Accent, MutedText };

/// True if the palette is light text on a dark ground.
bool isDark(const QPalette &palette);

/// The value for this palette: at least 4.5 : 1 against its Window and Base.
QColor colour(Colour role, const QPalette &palette);

/// Writes the widget's text in `role`, on Window and on Base. Call again when the palette changes.
void setInk(QWidget *widget, Colour role, const QPalette &palette);

/// A tint of `role` to put behind text of the palette: banners, badges. Opaque, close to Base.
QColor tint(Colour role, const QPalette &palette);

/// Thin lines between areas.
QColor separator(const QPalette &palette);

/// WCAG 2.1 contrast ratio, 1 to 21.
double contrast(const QColor &one, const QColor &other);

enum class Scheme { System, Light, Dark };

/// Gives the application its style and palette. System leaves the desktop's own alone where there is one.
void apply(Scheme scheme);

QPalette lightPalette();
QPalette darkPalette();

/// The 8-pixel grid, in device-independent pixels.
inline constexpr int half = 4;
inline constexpr int unit = 8;
inline constexpr int wide = 16;
inline constexpr int page = 24;
inline constexpr int iconSize = 16; ///< of a row

/// Height of a one-line and of a two-line row in trees and lists, for this font.
int rowHeight(const QFont &font);
int tallRowHeight(const QFont &font);

/// For SQL, principals and SPNs only.
QFont monospace(const QFont &like);

/// `font`, smaller: second lines and captions.
QFont caption(const QFont &font);
/// `font`, larger and stronger: empty states and dialog headings.
QFont heading(const QFont &font);

} // namespace latchkey::theme
