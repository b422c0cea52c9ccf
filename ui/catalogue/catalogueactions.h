// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/catalogue/knownprofiles.h"
#include "ui/profileeditor.h"
#include "ui/profiletree.h"

namespace latchkey {

/// What can be done with catalogues and their profiles in the tree, and what cannot.
class CatalogueActions : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        KnownProfiles &known;
        ProfileTree &tree;
        std::function<QStringList()> principals; ///< to offer
        ConnectionTrial::Open open; ///< tries a profile out
        Keychain *keychain = nullptr; ///< for trials
    };

    /// Everything must outlive it. Dialogs are over `window`.
    CatalogueActions(const Parts &parts, QWidget *window);

    /// Drops what is the user's own of the selected profile.
    QAction *resetAction() const { return m_reset; }
    /// Asks for the selected catalogues now.
    QAction *refreshAction() const { return m_refresh; }

    /// Edits what may be the user's own of it. It is a catalogue's.
    ProfileEditor *edit(const Profile &profile);
    /// Why things of that catalogue cannot be removed, renamed or moved.
    static Error refusal(const QString &catalogue);

Q_SIGNALS:
    void failed(const latchkey::Error &error);

private:
    void update();
    void reset();
    void refresh();
    const Catalogue *catalogueOf(const QUuid &profile) const;
    template <typename T>
    void tell(const QFuture<Result<T>> &edit);

    Parts m_parts;
    QWidget *m_window;
    QAction *m_reset = nullptr;
    QAction *m_refresh = nullptr;
};

} // namespace latchkey
