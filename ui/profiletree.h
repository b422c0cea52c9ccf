// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/profilemodel.h"

#include <QSet>
#include <QSortFilterProxyModel>
#include <QWidget>

class QAction;
class QLineEdit;
class QStackedWidget;

namespace latchkey {

class EmptyState;

/// Keeps the profiles that contain every typed word in path, host, account or principal, with their folders.
class ProfileFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ProfileFilter(QObject *parent = nullptr);
    void setWords(const QString &typed);
    bool isActive() const { return !m_words.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

/// The profiles: filter, tree, and what can be done with the selected ones.
class ProfileTree : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileTree(ProfileModel &model, QWidget *parent = nullptr);

    void focusFilter();
    void setFilter(const QString &typed);
    /// The profile of the current row, or nullptr.
    const Profile *current() const;
    void select(const QUuid &id);
    /// Folders that are closed, for the settings; "/" between the parts.
    QStringList closedFolders() const;
    void setClosedFolders(const QStringList &paths);

    QAction *connectAction() const { return m_connect; }
    QAction *editAction() const { return m_edit; }
    QAction *duplicateAction() const { return m_duplicate; }
    QAction *removeAction() const { return m_remove; }
    QAction *newAction() const { return m_new; }

Q_SIGNALS:
    void connectRequested(const QUuid &id);
    void editRequested(const QUuid &id);
    void duplicateRequested(const QUuid &id);
    void removeRequested(const QList<QUuid> &ids);
    void newRequested(const QStringList &folder);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class View;

    void buildActions();
    QAction *action(const QString &name, const QString &text);
    void applyFilter();
    void showPage();
    QWidget *emptyPage();
    QWidget *noMatchPage();
    void openEveryFolder();
    void openFolders(const QModelIndex &parent);
    void updateActions();
    void step(int rows);
    QList<QUuid> selected() const;
    QString pathOf(const QModelIndex &folder) const;

    ProfileModel &m_model;
    ProfileFilter *m_filter = nullptr;
    QLineEdit *m_search = nullptr;
    View *m_tree = nullptr;
    QStackedWidget *m_pages = nullptr;
    EmptyState *m_empty = nullptr; ///< made when first shown
    EmptyState *m_noMatch = nullptr; ///< made when first shown
    QSet<QString> m_closed;
    QAction *m_connect = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_new = nullptr;
    QAction *m_copyHost = nullptr;
};

} // namespace latchkey
