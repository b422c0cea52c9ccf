// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profiletree.h"

#include "ui/emptystate.h"
#include "ui/icons.h"
#include "ui/rowdelegate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace latchkey {

ProfileFilter::ProfileFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void ProfileFilter::setWords(const QString &typed)
{
    const QStringList words = typed.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateRowsFilter();
}

bool ProfileFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QString text = sourceModel()->index(row, 0, parent).data(ProfileModel::SearchRole).toString();
    return !text.isEmpty() && std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) {
        return text.contains(word);
    });
}

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
    m_filter->setSourceModel(&model);

    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("filter"));
    m_search->setPlaceholderText(tr("Filter profiles"));
    m_search->setAccessibleName(tr("Filter profiles"));
    m_search->setToolTip(tr("Name, host, account or principal (Ctrl+K)"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::icon(QStringLiteral("search"), theme::Colour::MutedText),
                        QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);

    m_tree = new View(this);
    m_tree->setObjectName(QStringLiteral("profiles"));
    m_tree->setAccessibleName(tr("Profiles"));
    m_tree->setModel(m_filter);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setIndentation(theme::wide);
    m_tree->setDragEnabled(true);
    m_tree->setDragDropMode(QAbstractItemView::DragOnly);

    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_tree);
    m_pages->setAutoFillBackground(true);
    m_pages->setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::unit, 0, 0);
    column->setSpacing(theme::unit);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme::unit, 0, theme::unit, 0);
    top->addWidget(m_search);
    column->addLayout(top);
    column->addWidget(m_pages);

    buildActions();
    connect(m_search, &QLineEdit::textChanged, this, &ProfileTree::applyFilter);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ProfileTree::updateActions);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProfileTree::updateActions);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (m_filter->data(index, ProfileModel::IsFolderRole).toBool())
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
        else
            m_connect->trigger();
    });
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
    connect(m_tree, &QTreeView::collapsed, this, remember(false));
    connect(m_tree, &QTreeView::expanded, this, remember(true));
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &folder) {
        m_tree->scheduleDelayedItemsLayout();
        openFolders(folder);
        showPage();
    });
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ProfileTree::showPage);
    openEveryFolder();
    showPage();
    updateActions();
}

QAction *ProfileTree::action(const QString &name, const QString &text)
{
    auto *made = new QAction(icons::icon(name), text, this);
    m_tree->addAction(made);
    return made;
}

void ProfileTree::buildActions()
{
    const auto separator = [this] {
        auto *line = new QAction(this);
        line->setSeparator(true);
        m_tree->addAction(line);
    };
    m_connect = action(QStringLiteral("connect"), tr("&Connect"));
    separator();
    m_edit = action(QStringLiteral("edit"), tr("&Edit profile…"));
    m_edit->setShortcut(Qt::Key_F2);
    m_duplicate = action(QStringLiteral("copy"), tr("D&uplicate profile…"));
    m_remove = action(QStringLiteral("destroy"), tr("Re&move profile…"));
    m_remove->setShortcut(QKeySequence::Delete);
    for (QAction *local : {m_edit, m_remove})
        local->setShortcutContext(Qt::WidgetShortcut);
    separator();
    m_new = action(QStringLiteral("plus"), tr("&New profile…"));
    m_copyHost = action(QStringLiteral("copy"), tr("Copy &host name"));

    const auto withCurrent = [this](auto signal) {
        return [this, signal] {
            if (const Profile *profile = current())
                Q_EMIT(this->*signal)(profile->id);
        };
    };
    connect(m_connect, &QAction::triggered, this, withCurrent(&ProfileTree::connectRequested));
    connect(m_edit, &QAction::triggered, this, withCurrent(&ProfileTree::editRequested));
    connect(m_duplicate, &QAction::triggered, this, withCurrent(&ProfileTree::duplicateRequested));
    connect(m_remove, &QAction::triggered, this, [this] { Q_EMIT removeRequested(selected()); });
    connect(m_new, &QAction::triggered, this, [this] {
        Q_EMIT newRequested(m_tree->currentIndex().data(ProfileModel::FolderRole).toStringList());
    });
    connect(m_copyHost, &QAction::triggered, this, [this] {
        if (const Profile *profile = current())
            QGuiApplication::clipboard()->setText(profile->host);
    });
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
    return m_model.profileAt(m_filter->mapToSource(m_tree->currentIndex()));
}

void ProfileTree::select(const QUuid &id)
{
    const QModelIndex index = m_filter->mapFromSource(m_model.indexOf(id));
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

QList<QUuid> ProfileTree::selected() const
{
    QList<QUuid> ids;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedIndexes())
        if (const Profile *profile = m_model.profileAt(m_filter->mapToSource(index)))
            ids.append(profile->id);
    return ids;
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

void ProfileTree::applyFilter()
{
    const QModelIndex source = m_filter->mapToSource(m_tree->currentIndex());
    m_filter->setWords(m_search->text());
    openEveryFolder();
    showPage();
    const bool kept = m_filter->mapFromSource(source).isValid();
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
        connect(m_empty->button(), &QPushButton::clicked, m_new, &QAction::trigger);
        m_pages->addWidget(m_empty);
    }
    return m_empty;
}

QWidget *ProfileTree::noMatchPage()
{
    if (!m_noMatch) {
        m_noMatch =
            new EmptyState(QStringLiteral("search"), tr("No profile matches"),
                           tr("The filter looks at name, folder, host, account and principal."), this);
        m_noMatch->setButton(QStringLiteral("close"), tr("Clear the filter"));
        connect(m_noMatch->button(), &QPushButton::clicked, m_search, &QLineEdit::clear);
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
}

void ProfileTree::updateActions()
{
    const bool one = current() != nullptr;
    for (QAction *needsOne : {m_connect, m_edit, m_duplicate, m_copyHost})
        needsOne->setEnabled(one);
    m_remove->setEnabled(!selected().isEmpty());
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
        m_connect->trigger();
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
