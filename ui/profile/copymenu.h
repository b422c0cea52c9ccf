// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/codec.h"
#include "ui/catalogue/knownprofiles.h"
#include "ui/profiletree.h"

#include <QMenu>

namespace latchkey {

/// Copies the selected profiles as what other programs take.
class CopyMenu : public QMenu
{
    Q_OBJECT
public:
    /// Both must outlive it.
    CopyMenu(const KnownProfiles &known, const ProfileTree &tree, QWidget *parent);

Q_SIGNALS:
    void failed(const latchkey::Error &error);

private:
    void copyHosts();
    void copyAs(const formats::Codec &codec);

    const KnownProfiles &m_known;
    const ProfileTree &m_tree;
};

} // namespace latchkey
