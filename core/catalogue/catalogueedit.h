// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/catalogue/cataloguefiles.h"

/// What the user can do to catalogues, other than refresh them. Blocks.
namespace latchkey::catalogueedit {

/// Adds a subscription, or replaces the one of the same id, whose history and personal values stay; another source begins
/// anew, and the old copy stays until it has answered. InvalidInput for a name, principal or source that cannot be (see catalogueaddress.h), or a
/// name that another one has.
Result<Subscription> put(const CatalogueFiles &files, Subscription subscription);
/// Puts a subscription back as it was before a put(), its history with it; the user's own values stay those of now. NotFound if
/// there is none of its id.
Result<> restore(const CatalogueFiles &files, const Subscription &before);
/// With its copy and the personal values. NotFound if there is none.
Result<> remove(const CatalogueFiles &files, const QUuid &id);

/// Applies `edit` to a catalogue's profile, and keeps what then differs from it as published; gives the profile as it is now.
/// NotFound if no catalogue has it, InvalidInput if something differs that is no personal field (see personal.h), or is not
/// valid.
Result<Profile> personalise(const CatalogueFiles &files, const QUuid &profile,
                            const std::function<void(Profile &)> &edit);
/// The same for several, of whichever catalogues: for all of them, or for none.
Result<> personalise(const CatalogueFiles &files, const QList<QUuid> &profiles,
                     const std::function<void(Profile &)> &edit);

/// Drops the user's own values for that profile, if there are any.
Result<> depersonalise(const CatalogueFiles &files, const QUuid &profile);

} // namespace latchkey::catalogueedit
