// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profilestore.h"
#include "ui/catalogue/catalogueactions.h"

#include <QAction>

namespace latchkey {

class CopyMenu;

/// What can be done with the profiles and folders that are selected in the tree: the actions for menus, and their dialogs.
class ProfileActions : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        ProfileStore &store;
        ProfileModel &model;
        ProfileTree &tree;
        std::function<QStringList()> principals; ///< to offer
        ConnectionTrial::Open open; ///< tries a profile out
        KnownProfiles &known; ///< also those that are not in the store
        Keychain *keychain = nullptr; ///< for trials
    };

    /// Everything must outlive it. Dialogs are over `window`.
    ProfileActions(const Parts &parts, QWidget *window);

    QAction *connectAction() const { return m_connect; }
    QAction *terminalAction() const { return m_terminal; }
    QAction *newAction() const { return m_new; }
    QAction *newFolderAction() const { return m_newFolder; }
    QAction *editAction() const { return m_edit; }
    QAction *duplicateAction() const { return m_duplicate; }
    QAction *favouriteAction() const { return m_favourite; }
    QAction *removeAction() const { return m_remove; }
    QAction *undoAction() const { return m_undo; }
    QAction *redoAction() const { return m_redo; }
    QMenu *copyMenu() const;
    const CatalogueActions &catalogueActions() const { return *m_catalogues; }

    ProfileEditor *editProfile(const Profile &profile);
    ProfileEditor *editFolder(const QStringList &path);
    /// If some are a catalogue's, only what can be the user's own.
    ProfileEditor *editSeveral(const QList<QUuid> &ids);

Q_SIGNALS:
    void connectRequested(const QUuid &id);
    /// In the database's own client.
    void terminalRequested(const QUuid &id);
    void failed(const Error &error);

private:
    QAction *action(const QString &icon, const QString &text, void (ProfileActions::*slot)());
    void build();
    void update();
    void connectCurrent();
    void openInTerminal();
    void newProfile();
    void newFolder();
    void edit();
    void duplicate();
    void toggleFavourite();
    void toggleCluster();
    void undo();
    void redo();
    void updateHistory();
    void remove();
    void move(const QList<QUuid> &profiles, const QStringList &folders, const QStringList &target);
    static ProfileEditor *show(ProfileEditor *editor);
    FormOffers offers() const;
    ProfileEditor::InheritedIn inheritance() const;
    QList<Profile> selectedProfiles() const;
    QList<Profile> profilesOf(const ProfileTree::Selection &selection) const;
    Folder folderAt(const QStringList &path) const; ///< as it is, or silent
    void tell(const QFuture<Result<>> &edit);
    bool refuses(const ProfileTree::Selection &selection); ///< says so, if some of it is a catalogue's

    Parts m_parts;
    QWidget *m_window;
    CatalogueActions *m_catalogues;
    QAction *m_connect = nullptr;
    QAction *m_terminal = nullptr;
    QAction *m_new = nullptr;
    QAction *m_newFolder = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_favourite = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_cluster = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    CopyMenu *m_copy = nullptr;
};

} // namespace latchkey
