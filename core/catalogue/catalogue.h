// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/catalogue/subscription.h"
#include "core/profile/profiledocument.h"

#include <QHash>

#include <optional>

namespace latchkey {

/// Something of a catalogue that was not taken, or taken otherwise.
struct CatalogueRemark
{
    QString path; ///< of the profile or folder, as it is here
    QString message; ///< a sentence
    std::optional<Risk> risk; ///< what would have to be trusted; none: it cannot be taken

    friend bool operator==(const CatalogueRemark &, const CatalogueRemark &) = default;
};

/// A subscription with what it brings.
struct Catalogue
{
    Subscription subscription;
    ProfileDocument document; ///< everything in the folder named after the subscription
    QList<CatalogueRemark> remarks;
    /// Those that the user has values of his own for, as the catalogue has them.
    QHash<QUuid, Profile> published;

    friend bool operator==(const Catalogue &, const Catalogue &) = default;
};

/// What a subscription makes of the file that somebody else maintains: every profile and folder comes into the subscription's
/// folder, with an id of its own that stays the same as long as the file's does, and with the origin
/// "catalogue:SUBSCRIPTION:ID"; what the user does not trust is withheld (see importrisk.h), what is not valid corrected or
/// left out; and then the user's own values are put on top. Sorted by path as people sort. Pure.
Catalogue madeFrom(const ProfileDocument &published, const Subscription &subscription);

/// The subscription that a profile or folder with this origin is from; nothing if it is from none.
std::optional<QUuid> subscriptionOf(const QString &origin);

/// The profiles of all, in this order.
ProfileDocument joined(const QList<Catalogue> &catalogues);

} // namespace latchkey
