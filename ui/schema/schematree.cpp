// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/schema/schematree.h"

#include "core/schema/quoting.h"
#include "core/schema/selecting.h"
#include "ui/icons.h"
#include "ui/schema/definitiondialog.h"
#include "ui/schema/schemadelegate.h"
#include "ui/schema/schemasearch.h"
#include "ui/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace latchkey {

using schema::EntryKind;

SchemaTree::SchemaTree(schema::SchemaCache &cache, QWidget *parent) : QWidget(parent), m_cache(cache)
{
    setObjectName(u"schemaTree"_qs);
    m_model = new SchemaModel(cache, this);
    m_search = new SchemaSearch(cache, this);
    connect(m_search, &SchemaSearch::changed, this, &SchemaTree::showFound);
    m_shown = new QSortFilterProxyModel(this);
    m_shown->setSourceModel(m_model);
    m_shown->setRecursiveFilteringEnabled(true);
    m_shown->setAutoAcceptChildRows(true);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter = buildFilter();
    m_view = buildView();
    buildActions();

    auto *refreshButton = new QToolButton;
    refreshButton->setDefaultAction(m_refresh);
    refreshButton->setAutoRaise(true);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme::unit, theme::unit, theme::unit, 0);
    top->setSpacing(theme::half);
    top->addWidget(m_filter, 1);
    top->addWidget(refreshButton);
    m_searchNote = new QLabel;
    m_searchNote->setObjectName(u"schemaSearchNote"_qs);
    m_searchNote->setTextFormat(Qt::PlainText);
    m_searchNote->setWordWrap(true);
    m_searchNote->setForegroundRole(QPalette::PlaceholderText);
    m_searchNote->setContentsMargins(theme::unit, 0, theme::unit, theme::unit);
    m_searchNote->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme::unit);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    column->addWidget(m_searchNote);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    enableActions();
}

QLineEdit *SchemaTree::buildFilter()
{
    auto *filter = new QLineEdit;
    filter->setObjectName(u"schemaFilter"_qs);
    filter->setPlaceholderText(tr("Find a name"));
    filter->setAccessibleName(tr("Filter the schema"));
    filter->setToolTip(
        tr("Part of the name of a table, view, routine or column; from two letters on, those that have not "
           "been opened are found, too"));
    filter->setClearButtonEnabled(true);
    filter->addAction(icons::icon(u"search"_qs, theme::Colour::MutedText), QLineEdit::LeadingPosition);
    filter->installEventFilter(this);
    connect(filter, &QLineEdit::textChanged, this, &SchemaTree::applyFilter);
    return filter;
}

QTreeView *SchemaTree::buildView()
{
    auto *view = new QTreeView;
    view->setObjectName(u"schema"_qs);
    view->setAccessibleName(tr("Schema"));
    view->setModel(m_shown);
    view->setItemDelegate(new SchemaDelegate(view));
    view->setHeaderHidden(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setUniformRowHeights(true);
    view->setIndentation(theme::wide);
    view->setExpandsOnDoubleClick(false);
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
    view->installEventFilter(this);
    connect(view, &QTreeView::activated, this, &SchemaTree::activate);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SchemaTree::enableActions);
    connect(view, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        const auto subject = m_model->subject(m_shown->mapToSource(index));
        const bool isTable =
            subject && (subject->entry.kind == EntryKind::Table || subject->entry.kind == EntryKind::View);
        if (isTable || (subject && subject->entry.kind == EntryKind::Database))
            m_view->expand(m_shown->index(0, 0, index)); // columns, tables: what one opens it for
    });
    connect(m_shown, &QAbstractItemModel::rowsInserted, this, &SchemaTree::openFirst);
    return view;
}

QAction *SchemaTree::addAction(const QString &name, const QString &icon, const QString &text,
                               const QKeySequence &keys, void (SchemaTree::*act)())
{
    auto *action = new QAction(icons::icon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // the view itself listens, see eventFilter()
    connect(action, &QAction::triggered, this, act);
    m_view->addAction(action);
    return action;
}

void SchemaTree::buildActions()
{
    m_open = addAction(u"schemaOpen"_qs, u"run"_qs, tr("Show first rows"), {}, &SchemaTree::activate);
    m_define = addAction(u"schemaDefine"_qs, u"info"_qs, tr("Show definition…"), Qt::Key_F4,
                         &SchemaTree::showDefinition);
    m_select = addAction(u"schemaSelect"_qs, u"edit"_qs, tr("Write SELECT statement"), {},
                         &SchemaTree::insertSelect);
    m_insert = addAction(u"schemaInsert"_qs, u"import"_qs, tr("Insert name"), Qt::CTRL | Qt::Key_I,
                         &SchemaTree::insertName);
    m_copy =
        addAction(u"schemaCopy"_qs, u"copy"_qs, tr("Copy name"), QKeySequence::Copy, &SchemaTree::copyName);
    m_refresh =
        addAction(u"schemaRefresh"_qs, u"refresh"_qs, tr("Read again"), Qt::Key_F5, &SchemaTree::refresh);
    m_refresh->setToolTip(tr("Read the schema again (F5)"));
}

std::optional<SchemaModel::Subject> SchemaTree::current() const
{
    return m_model->subject(m_shown->mapToSource(m_view->currentIndex()));
}

void SchemaTree::enableActions()
{
    const auto subject = current();
    const bool isRelation =
        subject
        && (subject->entry.kind == EntryKind::Table || subject->entry.kind == EntryKind::View
            || subject->entry.kind == EntryKind::Sequence);
    m_open->setEnabled(isRelation);
    m_select->setEnabled(isRelation);
    m_define->setEnabled(
        subject
        && !schema::showCreate(subject->entry.kind, subject->database, subject->entry.name).isEmpty());
    m_insert->setEnabled(subject.has_value());
    m_copy->setEnabled(subject.has_value());
}

void SchemaTree::activate()
{
    if (m_open->isEnabled()) {
        const auto subject = current();
        Q_EMIT runRequested(schema::firstRows(subject->database, subject->entry.name));
    } else if (m_define->isEnabled() && !m_shown->hasChildren(m_view->currentIndex())) {
        showDefinition();
    } else {
        m_view->setExpanded(m_view->currentIndex(), !m_view->isExpanded(m_view->currentIndex()));
    }
}

void SchemaTree::showDefinition()
{
    const auto subject = current();
    if (!subject || !m_define->isEnabled())
        return;
    auto *dialog = new DefinitionDialog(subject->entry.name, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DefinitionDialog::insertRequested, this, &SchemaTree::statementRequested);
    dialog->openFor(m_cache.definition(subject->entry.kind, subject->database, subject->entry.name));
}

void SchemaTree::copyName()
{
    if (const auto subject = current())
        QGuiApplication::clipboard()->setText(subject->entry.name);
}

void SchemaTree::insertName()
{
    if (const auto subject = current())
        Q_EMIT insertRequested(schema::written(subject->entry.name));
}

void SchemaTree::insertSelect()
{
    const auto subject = current();
    if (!subject)
        return;
    QStringList names;
    const schema::Branch columns{schema::Branch::Kind::Columns, subject->database, subject->entry.name};
    if (const QList<schema::Entry> *known = m_cache.entries(columns))
        for (const schema::Entry &column : *known)
            names.append(column.name);
    Q_EMIT statementRequested(schema::selectStatement(subject->database, subject->entry.name, names));
}

void SchemaTree::refresh()
{
    m_cache.refresh();
}

void SchemaTree::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void SchemaTree::showDatabase(const QString &name)
{
    m_toOpen = name;
    m_cache.read({});
    openFirst();
}

void SchemaTree::openFirst()
{
    for (int row = 0; !m_toOpen.isEmpty() && row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (index.data().toString().compare(m_toOpen, Qt::CaseInsensitive) != 0 || !m_model->subject(index))
            continue;
        m_toOpen.clear();
        // Its headings come with it, but the view may not know them yet.
        QMetaObject::invokeMethod(
            m_view,
            [this, index = QPersistentModelIndex(index)] { m_view->expand(m_shown->mapFromSource(index)); },
            Qt::QueuedConnection);
    }
}

void SchemaTree::applyFilter()
{
    m_shown->setFilterFixedString(m_filter->text());
    m_search->setText(m_filter->text());
    if (m_filter->text().isEmpty() || m_shown->rowCount() == 0)
        return;
    for (int row = 0; row < m_shown->rowCount(); ++row)
        m_view->expand(m_shown->index(row, 0));
    m_view->setCurrentIndex(m_shown->index(0, 0));
}

void SchemaTree::showFound()
{
    m_model->setFound(m_search->found());
    m_searchNote->setText(m_search->sentence());
    m_searchNote->setVisible(!m_search->sentence().isEmpty());
    const QModelIndex heading = m_shown->mapFromSource(m_model->foundIndex());
    if (!heading.isValid())
        return;
    m_view->expand(heading);
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_shown->index(0, 0, heading));
}

/// F5 and Ctrl+I belong to the window elsewhere.
bool SchemaTree::takesKey(const QKeyEvent &key) const
{
    for (const QAction *action : {m_define, m_insert, m_copy, m_refresh})
        if (action->shortcut() == QKeySequence(key.keyCombination()))
            return true;
    return false;
}

bool SchemaTree::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = static_cast<QKeyEvent &>(*event);
    if (watched == m_filter && event->type() == QEvent::KeyPress && key.key() == Qt::Key_Down) {
        m_view->setFocus();
        return true;
    }
    if (watched != m_view || !takesKey(key))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        for (QAction *action : {m_define, m_insert, m_copy, m_refresh})
            if (action->shortcut() == QKeySequence(key.keyCombination()))
                action->trigger();
    return true;
}

} // namespace latchkey
