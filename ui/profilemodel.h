// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/connect/readiness.h"
#include "core/profile/profiledocument.h"
#include "ui/profile/searchtexts.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace latchkey {

/// Folders with profiles in them, as a tree; each profile with what would happen if it were connected now.
/// What changes is told as the smallest change, so a view keeps its selection and what is open.
class ProfileModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        IsFolderRole,
        FolderRole, ///< QStringList: a folder's own path, a profile's folder
        CatalogueRole, ///< QUuid of the subscription that it comes from; nothing: the user's own
    };

    explicit ProfileModel(QObject *parent = nullptr);
    ~ProfileModel() override;

    /// In the order in which they are to be shown; folders come before profiles.
    void setDocument(const ProfileDocument &document);
    /// A top folder for each, after the others. `refreshing`: those that are being asked for, `now`: to tell how old they are.
    void setCatalogues(const QList<Catalogue> &catalogues, const QSet<QUuid> &refreshing, Instant now);
    /// Until this is called, rows say where they lead instead of what would happen.
    void setTickets(const QList<krb::Cache> &caches, Instant now);

    /// nullptr for folders.
    const Profile *profileAt(const QModelIndex &index) const;
    /// nullptr for profiles, and for folders that say nothing.
    const Folder *folderAt(const QModelIndex &index) const;
    /// Of the profiles in the tree.
    const SearchTexts &searchTexts() const;
    /// Of a profile among these, as long as its row is there; -1 for folders.
    int numberAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QUuid &id) const;
    /// Of the catalogue that the row is of; empty: it is the user's own.
    static QString catalogueNameOf(const QModelIndex &index);
    int profileCount() const;
    /// Some folder has nothing in it.
    bool hasEmptyFolder() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    /// The ids of the profiles among the rows, a line each, and under another format the paths of the folders.
    QMimeData *mimeData(const QModelIndexList &rows) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    static QString mimeFormat();

Q_SIGNALS:
    /// Rows were dropped on a folder, or on the root. The model itself changes nothing.
    void moveRequested(const QList<QUuid> &profiles, const QStringList &folders, const QStringList &target);
    /// They were dropped where they cannot go, or cannot leave: a catalogue of that name.
    void moveRefused(const QString &catalogue);

private:
    struct Node;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace latchkey
