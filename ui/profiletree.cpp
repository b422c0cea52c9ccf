// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profiletree.h"

#include "ui/emptystate.h"
#include "ui/icons.h"
#include "ui/rowdelegate.h"

#include <QAction>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace latchkey {

/// A tree that can be told to lay itself out once, later, instead of at each folder that is opened.
class ProfileTree::View : public QTreeView
{
public:
    using QTreeView::QTreeView;
    using QTreeView::scheduleDelayedItemsLayout;
};

ProfileTree::ProfileTree(ProfileModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    m_filter = new ProfileFilter(this);
    m_filter->setProfiles(model);
    m_search = buildSearch();
    m_scopes = buildScopes();
    m_tree = buildTree();
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_tree);
    m_pages->setAutoFillBackground(true);
    m_pages->setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::unit, 0, 0);
    column->setSpacing(theme::unit);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme::unit, 0, theme::unit, 0);
    top->setSpacing(theme::half);
    top->addWidget(m_search);
    top->addWidget(m_scopes);
    column->addLayout(top);
    column->addWidget(m_pages);

    connect(m_search, &QLineEdit::textChanged, this, &ProfileTree::applyWords);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &folder) {
        m_tree->scheduleDelayedItemsLayout();
        openFolders(folder);
        showPage();
    });
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ProfileTree::showPage);
    openEveryFolder();
    showPage();
}

QLineEdit *ProfileTree::buildSearch()
{
    auto *search = new QLineEdit(this);
    search->setObjectName(QStringLiteral("filter"));
    search->setPlaceholderText(tr("Filter profiles"));
    search->setAccessibleName(tr("Filter profiles"));
    search->setToolTip(
        tr("Name, folder, host, account, principal or tag; the first letters of words will do (Ctrl+K)"));
    search->setClearButtonEnabled(true);
    search->addAction(icons::icon(QStringLiteral("search"), theme::Colour::MutedText),
                      QLineEdit::LeadingPosition);
    search->installEventFilter(this);
    return search;
}

QWidget *ProfileTree::buildScopes()
{
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::half);
    auto *group = new QButtonGroup(bar);
    const auto add = [&](const QString &name, const QString &text, ProfileFilter::Scope scope) {
        auto *button = new QToolButton(bar);
        button->setObjectName(name);
        button->setText(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFont(theme::caption(font()));
        button->setChecked(scope == ProfileFilter::Scope::All);
        group->addButton(button);
        line->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, scope] { applyScope(scope); });
    };
    add(QStringLiteral("showAll"), tr("All"), ProfileFilter::Scope::All);
    add(QStringLiteral("showFavourites"), tr("Favourites"), ProfileFilter::Scope::Favourites);
    add(QStringLiteral("showRecent"), tr("Recent"), ProfileFilter::Scope::Recent);
    line->addStretch();
    return bar;
}

ProfileTree::View *ProfileTree::buildTree()
{
    auto *tree = new View(this);
    tree->setObjectName(QStringLiteral("profiles"));
    tree->setAccessibleName(tr("Profiles"));
    tree->setModel(m_filter);
    tree->setItemDelegate(new RowDelegate(tree));
    tree->setHeaderHidden(true);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerItem); // else each key measures every row
    tree->setExpandsOnDoubleClick(false);
    tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    tree->setIndentation(theme::wide);
    tree->setDragEnabled(true);
    tree->setAcceptDrops(true);
    tree->setDragDropMode(QAbstractItemView::DragDrop);
    tree->setDefaultDropAction(Qt::MoveAction);
    connect(tree, &QTreeView::activated, this, &ProfileTree::activate);
    connect(tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ProfileTree::selectionChanged);
    connect(tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProfileTree::selectionChanged);
    const auto remember = [this](bool open) {
        return [this, open](const QModelIndex &index) {
            if (m_filter->isActive())
                return;
            if (open)
                m_closed.remove(pathOf(index));
            else
                m_closed.insert(pathOf(index));
        };
    };
    connect(tree, &QTreeView::collapsed, this, remember(false));
    connect(tree, &QTreeView::expanded, this, remember(true));
    return tree;
}

void ProfileTree::setActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (!action) {
            action = new QAction(this);
            action->setSeparator(true);
        }
        m_tree->addAction(action);
    }
}

void ProfileTree::setFirstSteps(QAction *newProfile, QAction *import)
{
    m_newProfile = newProfile;
    m_import = import;
}

void ProfileTree::activate(const QModelIndex &index)
{
    if (current())
        Q_EMIT activated();
    else
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
}

void ProfileTree::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ProfileTree::setFilter(const QString &typed)
{
    m_search->setText(typed);
}

const Profile *ProfileTree::current() const
{
    const QModelIndex index = m_filter->mapToSource(m_tree->currentIndex());
    const Folder *folder = m_model.folderAt(index);
    if (!folder || folder->kind != FolderKind::Cluster)
        return m_model.profileAt(index);
    for (int row = 0; row < m_model.rowCount(index); ++row) {
        const Profile *endpoint = m_model.profileAt(m_model.index(row, 0, index));
        if (endpoint && endpoint->endpoint == Endpoint::Writer)
            return endpoint;
    }
    return nullptr;
}

QStringList ProfileTree::currentFolder() const
{
    const QModelIndex index = m_tree->currentIndex();
    return index.data(ProfileModel::CatalogueRole).isValid()
               ? QStringList()
               : index.data(ProfileModel::FolderRole).toStringList();
}

void ProfileTree::setRecent(const QStringList &ids)
{
    QSet<QUuid> recent;
    for (const QString &id : ids)
        recent.insert(QUuid::fromString(id));
    m_filter->setRecent(recent);
}

void ProfileTree::select(const QUuid &id)
{
    const QModelIndex index = m_filter->mapFromSource(m_model.indexOf(id));
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

ProfileTree::Selection ProfileTree::selection() const
{
    Selection selection;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedIndexes()) {
        if (const Profile *profile = m_model.profileAt(m_filter->mapToSource(index)))
            selection.profiles.append(profile->id);
        else
            selection.folders.append(index.data(ProfileModel::FolderRole).toStringList());
        const QVariant catalogue = index.data(ProfileModel::CatalogueRole);
        if (catalogue.isValid() && !selection.catalogues.contains(catalogue.toUuid()))
            selection.catalogues.append(catalogue.toUuid());
    }
    return selection;
}

QString ProfileTree::pathOf(const QModelIndex &folder) const
{
    return folder.data(ProfileModel::FolderRole).toStringList().join(QLatin1Char('/'));
}

QStringList ProfileTree::closedFolders() const
{
    return {m_closed.begin(), m_closed.end()};
}

void ProfileTree::setClosedFolders(const QStringList &paths)
{
    const QSet<QString> closed(paths.begin(), paths.end());
    if (closed == m_closed)
        return;
    m_closed = closed;
    openEveryFolder();
}

void ProfileTree::openEveryFolder()
{
    m_tree->scheduleDelayedItemsLayout();
    openFolders({});
}

void ProfileTree::openFolders(const QModelIndex &parent)
{
    if (parent.isValid())
        m_tree->setExpanded(parent, m_filter->isActive() || !m_closed.contains(pathOf(parent)));
    for (int row = 0; row < m_filter->rowCount(parent); ++row) {
        const QModelIndex child = m_filter->index(row, 0, parent);
        if (!child.data(ProfileModel::IsFolderRole).toBool())
            return; // folders come first
        openFolders(child);
    }
}

void ProfileTree::applyWords()
{
    const QModelIndex before = m_filter->mapToSource(m_tree->currentIndex());
    const bool wasActive = m_filter->isActive();
    if (m_filter->setWords(m_search->text()) || m_filter->isActive() != wasActive)
        showFiltered(before);
}

void ProfileTree::applyScope(ProfileFilter::Scope scope)
{
    const QModelIndex before = m_filter->mapToSource(m_tree->currentIndex());
    m_filter->setScope(scope);
    showFiltered(before);
}

/// `before`: the model's row that was the current one.
void ProfileTree::showFiltered(const QModelIndex &before)
{
    openEveryFolder();
    showPage();
    const bool kept = m_filter->mapFromSource(before).isValid();
    if (m_filter->isActive() && !kept)
        step(1);
    else if (kept)
        m_tree->scrollTo(m_tree->currentIndex());
}

void ProfileTree::step(int rows)
{
    QModelIndex index = m_tree->currentIndex();
    if (!index.isValid() && m_filter->rowCount() > 0) {
        index = m_filter->index(0, 0);
        rows = index.data(ProfileModel::IsFolderRole).toBool() ? 1 : 0;
    }
    for (; rows != 0 && index.isValid();) {
        const QModelIndex next = rows > 0 ? m_tree->indexBelow(index) : m_tree->indexAbove(index);
        if (!next.isValid())
            break;
        index = next;
        if (!index.data(ProfileModel::IsFolderRole).toBool())
            rows += rows > 0 ? -1 : 1;
    }
    if (index.isValid())
        m_tree->setCurrentIndex(index);
}

QWidget *ProfileTree::emptyPage()
{
    if (!m_empty) {
        m_empty = new EmptyState(
            QStringLiteral("database"), tr("No profiles yet"),
            tr("A profile is a saved connection: a server and the identity to sign in with."), this);
        m_empty->setButton(QStringLiteral("plus"), tr("New profile…"));
        connect(m_empty->button(), &QPushButton::clicked, this, [this] { m_newProfile->trigger(); });
        m_empty->setSecondButton(QStringLiteral("import"), tr("Import profiles…"));
        connect(m_empty->secondButton(), &QPushButton::clicked, this, [this] { m_import->trigger(); });
        m_pages->addWidget(m_empty);
    }
    return m_empty;
}

QWidget *ProfileTree::noMatchPage()
{
    if (!m_noMatch) {
        m_noMatch =
            new EmptyState(QStringLiteral("search"), tr("No profile matches"),
                           tr("The filter looks at name, folder, host, account, principal and tags."), this);
        m_noMatch->setButton(QStringLiteral("close"), tr("Show all profiles"));
        connect(m_noMatch->button(), &QPushButton::clicked, this, [this] {
            m_scopes->findChild<QToolButton *>(QStringLiteral("showAll"))->click();
            m_search->clear();
        });
        m_pages->addWidget(m_noMatch);
    }
    return m_noMatch;
}

void ProfileTree::showPage()
{
    const bool none = m_model.rowCount() == 0;
    const bool noMatch = !none && m_filter->rowCount() == 0;
    m_pages->setCurrentWidget(none ? emptyPage() : noMatch ? noMatchPage() : m_tree);
    m_search->setEnabled(!none);
    m_scopes->setVisible(!none);
}

bool ProfileTree::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current())
            Q_EMIT activated();
        return true;
    case Qt::Key_Escape:
        m_search->clear();
        m_tree->setFocus();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace latchkey
