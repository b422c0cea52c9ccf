// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

class QDialog;

namespace latchkey {

/// Makes the dialog as high as what it shows needs at its width.
void fitHeight(QDialog &dialog);

/// From now on the dialog grows when what it shows needs more height, which Qt does not do by itself where texts of several
/// lines come or change: what stands beneath them would be squeezed.
void keepFitting(QDialog &dialog);

} // namespace latchkey
