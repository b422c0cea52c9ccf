// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/catalogue/cataloguerow.h"

#include <QList>

#include <memory>
#include <vector>

namespace latchkey {

/// The tree of profiles as it is to be, before it is compared with the tree as it is. Points into what it was made of.
struct ProfilePlan
{
    QString key; ///< unique among its siblings
    QString label;
    const Profile *profile = nullptr;
    const Folder *folder = nullptr; ///< that says something
    const CatalogueRow *catalogue = nullptr; ///< whose top this is
    std::vector<std::unique_ptr<ProfilePlan>> children;

    /// The children, folders before profiles.
    QList<const ProfilePlan *> rows() const;
};

/// Folders are in the order in which they come first, be it themselves or by a profile; the catalogues, a top folder each, come
/// after the user's own. `rows` says what each of the catalogues, in their order, is like. Pure.
ProfilePlan planOf(const ProfileDocument &own, const QList<Catalogue> &catalogues,
                   const QList<CatalogueRow> &rows);

} // namespace latchkey
