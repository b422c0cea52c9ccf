// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace latchkey::formats {

/// A text file's bytes as UTF-8 without a byte order mark, its lines ended by "\n": from UTF-8, or UTF-16 with a mark,
/// and "\r\n". InvalidInput, with the line, if they are no text, and for more than maxFile bytes.
Result<QByteArray> normalised(QByteArrayView bytes);

/// The beginning of it, up to 64 kB, for telling formats apart. Never fails; what is no text is empty.
QByteArray normalisedBeginning(QByteArrayView bytes);

/// Calls use(line, number) for each line of a normalised text, without its end; numbers begin at 1.
template <typename Use>
void forEachLine(QByteArrayView text, Use use)
{
    for (qsizetype number = 1; !text.isEmpty(); ++number) {
        const qsizetype end = text.indexOf('\n');
        use(end < 0 ? text : text.first(end), number);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
}

/// What is wrong at a line (from 1) of a file, as an error: `reason` is a clause in the user's language.
Error invalidAt(qsizetype line, const QString &reason);

} // namespace latchkey::formats
