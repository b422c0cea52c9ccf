// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QItemSelection>
#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

namespace latchkey {

class ResultModel;

/// A way to copy cells, as the menu offers it.
struct CopyFormat
{
    QString title; ///< of the menu entry, translated
    QKeySequence keys; ///< may be empty
    /// The text of a selection. FileInaccessible if a cell cannot be read.
    std::function<Result<QString>(const ResultModel &, const QItemSelection &)> write;
};

/// In the order of the menu. The first one copies a single cell as it is.
QList<CopyFormat> copyFormats();

/// The cells of a selection as spreadsheets paste them: tabs between, lines below one another; a value with a tab,
/// a line end or a quote in it is quoted; NULL is the word. FileInaccessible if a cell cannot be read.
Result<QString> tabSeparated(const ResultModel &model, const QItemSelection &selection, bool withNames);

} // namespace latchkey
