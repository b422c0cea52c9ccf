// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/history/draft.h"
#include "core/history/history.h"

namespace latchkey {

/// What outlives a session of what is written and run in it. Either may be missing; both must outlive who is given them.
struct SessionRecords
{
    history::History *history = nullptr;
    history::Drafts *drafts = nullptr;
};

} // namespace latchkey
