// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QImage>
#include <QSize>

#include <string_view>

namespace latchkey {

struct Picture
{
    QImage image; ///< no larger than a screen
    QSize size; ///< of the picture itself, in pixels
};

/// Reads a picture that anybody may have put into the database: in the format that its first bytes name and in no other,
/// with limits on bytes and pixels. Takes its time: to be called on a thread of its own. InvalidInput says why it cannot be
/// shown.
Result<Picture> readPicture(std::string_view bytes);

} // namespace latchkey
