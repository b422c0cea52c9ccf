// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/result/cells.h"

namespace latchkey {

class ResultModel;

/// The values that a model shows, as result::Cells wants them: what was given last stays in memory until the next one is
/// asked for. `model` must outlive it.
decltype(result::Cells::value) valuesOf(const ResultModel &model);

} // namespace latchkey
