// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/cellselection.h"

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

namespace latchkey {

/// A way to copy cells, as the menu offers it.
struct CopyFormat
{
    QString title; ///< of the menu entry, translated
    QKeySequence keys; ///< may be empty
    /// Writes a selection's text, on any thread. The error is that of the cells or of the output.
    std::function<Result<>(const result::CellSelection &, result::ByteOutput &)> write;
};

/// In the order of the menu. The first one copies a single cell as it is.
QList<CopyFormat> copyFormats();

} // namespace latchkey
