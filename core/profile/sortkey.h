// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace latchkey {

/// Texts whose plain comparison puts profiles in the order people expect: folder by folder, case ignored, accented
/// letters beside their plain ones, numbers by value. The same in every locale, unlike QCollator, and much faster; most
/// so for profiles of the same folder one after the other.
class SortKeys
{
public:
    QString keyOf(const Profile &profile);

private:
    QStringList m_folder; ///< of the last one
    QString m_beginning; ///< of every key in that folder
};

} // namespace latchkey
