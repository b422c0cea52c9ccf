// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/theme.h"

#include <QIcon>
#include <QString>

namespace latchkey::icons {

/// The outline `name` of resources/icons in the colour of the text beside it: drawn when it is shown, sharp at any
/// size and pixel ratio, following the palette, with disabled and selected variants. An unknown name draws nothing.
QIcon icon(const QString &name);

/// The same in a semantic colour; on a selected row it takes the colour of the selected text.
QIcon icon(const QString &name, theme::Colour colour);

/// The same as pixels in one colour, for places that another program paints, such as the tray: it knows neither SVG nor
/// our palette.
QIcon foreignIcon(const QString &name, const QColor &ink);

} // namespace latchkey::icons
