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

} // namespace latchkey::icons
