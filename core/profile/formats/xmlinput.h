// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

namespace latchkey::formats {

/// What an XML text may declare of its type. A parser that has met the declarations inside it has already worked for
/// them, so this is asked before it starts.
enum class Doctype {
    None, ///< no <!DOCTYPE at all
    External, ///< one that only names another file, which nobody reads, as Apple's property lists have it
};

/// InvalidInput, with the line, if there is more than that. `text` is UTF-8; it must be read as such, whatever the XML
/// declaration says.
Result<Ok> checkDoctype(QByteArrayView text, Doctype allowed);

/// InvalidInput, with the line, if a text, an attribute or anything else between two tags has more than 1 MiB: the parser would
/// take all of it, several times over, before anybody could say so.
Result<Ok> checkLengths(QByteArrayView text);

} // namespace latchkey::formats
