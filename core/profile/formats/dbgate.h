// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"

namespace latchkey::formats {

/// DbGate's connections.jsonl: one JSON object a line. For reading.
extern const Codec dbGate;

} // namespace latchkey::formats
