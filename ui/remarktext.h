// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey {

/// Remarks a line each, with their places; of very many, the first ones.
QString remarkText(const QList<formats::Remark> &remarks);

} // namespace latchkey
