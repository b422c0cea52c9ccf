// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey {

struct Export
{
    QByteArray bytes;
    QList<formats::Remark> remarks; ///< what the format cannot hold
};

/// These profiles (all, if `selection` is empty), with the folders that they are in, as a file of that format.
/// InvalidInput if it cannot be written. No secret is in it, because profiles hold none.
Result<Export> exportProfiles(const ProfileDocument &document, const QList<QUuid> &selection,
                              const formats::Codec &codec);

} // namespace latchkey
