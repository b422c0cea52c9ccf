// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/catalogue/cataloguefiles.h"

namespace latchkey {

/// What a refresh came to.
struct Refreshed
{
    Subscription subscription; ///< as it is now
    bool isNew = false; ///< the catalogue differs from the copy that was there
    qsizetype profiles = 0; ///< in it; counted only if it is new
};

/// Asks a subscription's source once, looks at what comes (a catalogue that cannot be read never takes the place of one that
/// can), saves it as the copy, and enters the outcome in the subscription's history, success or failure. If
/// the user has meanwhile named another source, what has come is dropped and nothing is new. Blocks; for a job's own thread.
Result<Refreshed> refreshCatalogue(const CatalogueFiles &files, const QUuid &subscription, Job &job,
                                   const Clock &clock);

} // namespace latchkey
