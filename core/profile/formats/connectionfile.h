// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// What a file brings, with the format that it is in.
struct Source
{
    const Codec *codec;
    Content content;
};

/// Reads a file of connections, or those in a ZIP file (see archive.h), of which there may be several. `codec` is the
/// format if the user has said it, else nullptr: it is told by the content. `file` is its path, or empty. InvalidInput if
/// there is nothing to be had.
Result<QList<Source>> readConnections(QByteArrayView bytes, const QString &file, const Codec *codec);

} // namespace latchkey::formats
