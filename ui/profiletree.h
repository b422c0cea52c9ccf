// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/profilefilter.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace latchkey {

class EmptyState;

/// The profiles: filter and tree. What can be done with them is not its business (see profileactions.h).
class ProfileTree : public QWidget
{
    Q_OBJECT
public:
    struct Selection
    {
        QList<QUuid> profiles;
        QList<QStringList> folders; ///< full paths
        QList<QUuid> catalogues; ///< the subscriptions that some of both come from
        bool isEmpty() const { return profiles.isEmpty() && folders.isEmpty(); }
    };

    explicit ProfileTree(ProfileModel &model, QWidget *parent = nullptr);

    void focusFilter();
    void setFilter(const QString &typed);
    void setRecent(const QStringList &ids);
    /// For the context menu and the keyboard; a nullptr is a line between them.
    void setActions(const QList<QAction *> &actions);
    /// Offered where there is no profile yet.
    void setFirstSteps(QAction *newProfile, QAction *import);

    /// The profile of the current row, of a cluster's its writer's; nullptr if there is none.
    const Profile *current() const;
    /// The folder of the current row, or that it is in; of the user's own ones.
    QStringList currentFolder() const;
    Selection selection() const;
    void select(const QUuid &id);
    /// Folders that are closed, for the settings; "/" between the parts.
    QStringList closedFolders() const;
    void setClosedFolders(const QStringList &paths);

Q_SIGNALS:
    /// By Enter or a double-click on a profile or a cluster.
    void activated();
    void selectionChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class View;

    QLineEdit *buildSearch();
    QWidget *buildScopes();
    View *buildTree();
    void activate(const QModelIndex &index);
    void applyWords();
    void applyScope(ProfileFilter::Scope scope);
    void showFiltered(const QModelIndex &before);
    void showPage();
    QWidget *emptyPage();
    QWidget *noMatchPage();
    void openEveryFolder();
    void openFolders(const QModelIndex &parent);
    void step(int rows);
    QString pathOf(const QModelIndex &folder) const;

    ProfileModel &m_model;
    ProfileFilter *m_filter = nullptr;
    QLineEdit *m_search = nullptr;
    QWidget *m_scopes = nullptr;
    View *m_tree = nullptr;
    QStackedWidget *m_pages = nullptr;
    QAction *m_newProfile = nullptr;
    QAction *m_import = nullptr;
    EmptyState *m_empty = nullptr; ///< made when first shown
    EmptyState *m_noMatch = nullptr; ///< made when first shown
    QSet<QString> m_closed;
};

} // namespace latchkey
