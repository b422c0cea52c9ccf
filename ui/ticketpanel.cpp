// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/ticketpanel.h"

#include "core/krb/ticketjson.h"
#include "ui/emptystate.h"
#include "ui/icons.h"
#include "ui/identities.h"
#include "ui/rowdelegate.h"
#include "ui/settings.h"
#include "ui/ticketdetail.h"
#include "ui/ticketmodel.h"
#include "ui/ticketorder.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace latchkey {

TicketPanel::TicketPanel(Identities &identities, QWidget *parent) : QWidget(parent), m_identities(identities)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_model = new TicketModel(this);
    m_order = new TicketOrder(this);
    m_order->setSourceModel(m_model);
    buildTree();
    buildHeader();
    m_detail = new TicketDetail(this);
    m_detail->setObjectName(QStringLiteral("ticketDetail"));
    auto *title = new QLabel(tr("Tickets"), this);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    title->setContentsMargins(theme::wide, 0, theme::wide, 0);
    title->setFixedHeight(theme::rowHeight(font()) + theme::half);

    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tree);
    split->addWidget(m_detail);
    split->setSizes({1000, 640}); // of whatever height there is
    auto *filled = new QWidget(this);
    auto *rows = new QVBoxLayout(filled);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(split);
    rows->addWidget(buildButtons());
    buildActions();
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(filled);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::half, 0, 0);
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(m_pages);

    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &TicketPanel::tick);
    connect(&m_identities, &Identities::changed, this, &TicketPanel::relist);
    connect(&m_identities, &Identities::outlooksChanged, this, &TicketPanel::showDetail);
    relist();
}

void TicketPanel::buildTree()
{
    m_tree = new QTreeView(this);
    m_tree->setObjectName(QStringLiteral("tickets"));
    m_tree->setAccessibleName(tr("Credential caches and their tickets"));
    m_tree->setModel(m_order);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setIndentation(theme::wide);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &TicketPanel::showMenu);
    connect(m_order, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &cache, int first, int last) {
                for (int row = first; !cache.isValid() && row <= last; ++row) {
                    m_tree->setFirstColumnSpanned(row, {}, true);
                    m_tree->expand(m_order->index(row, 0));
                }
            });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TicketPanel::showDetail);
}

void TicketPanel::buildHeader()
{
    QHeaderView *header = m_tree->header();
    header->setObjectName(QStringLiteral("ticketColumns"));
    header->setFirstSectionMovable(false);
    header->setSectionsMovable(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_tree->setSortingEnabled(true);
    // The panel is narrow: how long a ticket lasts stands in the first column.
    constexpr int characters[] = {48, 36, 28, 26, 26, 26, 18, 52, 32, 32, 13, 9, 46};
    static_assert(std::size(characters) == TicketModel::ColumnCount);
    for (int column = TicketModel::Service; column < TicketModel::ColumnCount; ++column) {
        header->resizeSection(column, characters[column] * fontMetrics().averageCharWidth());
        header->setSectionHidden(column, column != TicketModel::Service);
    }
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &place) {
        auto *menu = new QMenu(header);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumns(menu);
        menu->popup(header->mapToGlobal(place));
    });
}

void TicketPanel::fillColumns(QMenu *menu)
{
    for (int column = TicketModel::Client; column < TicketModel::ColumnCount; ++column) {
        QAction *action =
            menu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_tree->isColumnHidden(column));
        connect(action, &QAction::toggled, m_tree,
                [tree = m_tree, column](bool shown) { tree->setColumnHidden(column, !shown); });
    }
}

void TicketPanel::buildActions()
{
    m_copyText = new QAction(icons::icon(QStringLiteral("copy")), tr("Copy"), this);
    m_copyText->setShortcut(QKeySequence::Copy);
    m_copyText->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_copyText, &QAction::triggered, this, &TicketPanel::copyAsText);
    m_tree->addAction(m_copyText);
    m_copyJson = new QAction(tr("Copy as JSON"), this);
    connect(m_copyJson, &QAction::triggered, this, &TicketPanel::copyAsJson);
    m_showExpired = new QAction(tr("Show expired tickets"), this);
    m_showNotes = new QAction(tr("Show configuration entries"), this);
    m_showNotes->setToolTip(tr("What libkrb5 noted in the cache (X-CACHECONF)"));
    for (QAction *action : {m_showExpired, m_showNotes}) {
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, [this] {
            m_order->setScope({m_showExpired->isChecked(), m_showNotes->isChecked()});
        });
    }
    m_showExpired->setChecked(true);
}

void TicketPanel::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(m_tree);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_copyText, m_copyJson});
    menu->addSeparator();
    menu->addActions({m_destroyTicket, m_destroyCache});
    menu->addSeparator();
    menu->addActions({m_showExpired, m_showNotes});
    fillColumns(menu->addMenu(tr("Columns")));
    menu->popup(m_tree->viewport()->mapToGlobal(place));
}

void TicketPanel::restore(const Settings &settings)
{
    if (!settings.ticketColumns.isEmpty())
        m_tree->header()->restoreState(settings.ticketColumns);
    m_showExpired->setChecked(settings.showsExpiredTickets);
    m_showNotes->setChecked(settings.showsTicketNotes);
}

void TicketPanel::store(Settings &settings) const
{
    settings.ticketColumns = m_tree->header()->saveState();
    settings.showsExpiredTickets = m_showExpired->isChecked();
    settings.showsTicketNotes = m_showNotes->isChecked();
}

QWidget *TicketPanel::buildButtons()
{
    auto *bar = new QWidget(this);
    auto *grid = new QGridLayout(bar);
    grid->setContentsMargins(theme::wide, theme::unit, theme::wide, theme::unit + theme::half);
    grid->setSpacing(theme::unit);
    m_signIn = new QPushButton(icons::icon(QStringLiteral("sign-in")), tr("Sign in…"), bar);
    m_signIn->setToolTip(tr("Get a ticket with a password, a keytab or a certificate (kinit)"));
    m_renew = new QPushButton(icons::icon(QStringLiteral("renew")), tr("Renew"), bar);
    m_renew->setToolTip(tr("Get a fresh ticket without the password (kinit -R)"));
    m_makeDefault = new QPushButton(icons::icon(QStringLiteral("default")), tr("Make default"), bar);
    m_makeDefault->setToolTip(tr("Other programs use this identity when none is named (kswitch)"));
    m_destroy = new QPushButton(icons::icon(QStringLiteral("destroy")), tr("Destroy"), bar);
    m_destroy->setToolTip(tr("Destroy this ticket, its cache, or all (kdestroy)"));
    grid->addWidget(m_signIn, 0, 0);
    grid->addWidget(m_renew, 0, 1);
    grid->addWidget(m_makeDefault, 1, 0);
    grid->addWidget(m_destroy, 1, 1);

    auto *menu = new QMenu(m_destroy);
    m_destroyTicket = menu->addAction(tr("This ticket…"), this, &TicketPanel::destroyTicket);
    m_destroyCache = menu->addAction(tr("This cache…"), this, &TicketPanel::destroyCache);
    menu->addAction(tr("All caches…"), this,
                    [this] { Q_EMIT destroyRequested(krb::AllCaches{}, tr("all credential caches")); });
    m_destroy->setMenu(menu);
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        const krb::Cache *cache = currentCache();
        Q_EMIT signInRequested(cache && cache->principal ? cache->principal->text() : QString());
    });
    connect(m_renew, &QPushButton::clicked, this, [this] {
        if (const krb::Cache *cache = currentCache())
            Q_EMIT renewRequested(cache->name);
    });
    connect(m_makeDefault, &QPushButton::clicked, this, [this] {
        if (const krb::Cache *cache = currentCache(); cache && cache->principal)
            m_identities.makeDefault(*cache);
    });
    return bar;
}

const krb::Cache *TicketPanel::currentCache() const
{
    return m_model->cacheAt(m_order->mapToSource(m_tree->currentIndex()));
}

const krb::Ticket *TicketPanel::currentTicket() const
{
    return m_model->ticketAt(m_order->mapToSource(m_tree->currentIndex()));
}

void TicketPanel::copyAsText()
{
    const krb::Cache *cache = currentCache();
    const krb::Ticket *ticket = currentTicket();
    if (ticket)
        QGuiApplication::clipboard()->setText(krb::ticketAsText(*ticket, *cache, m_identities.now()));
    else if (cache)
        QGuiApplication::clipboard()->setText(
            krb::ticketsAsText({*cache}, m_identities.now(), m_order->scope()));
}

void TicketPanel::copyAsJson()
{
    const krb::Cache *cache = currentCache();
    if (!cache)
        return;
    const krb::Ticket *ticket = currentTicket();
    QGuiApplication::clipboard()->setText(
        QString::fromStdString(ticket ? krb::ticketAsJson(*ticket, *cache, m_identities.now())
                                      : krb::cacheAsJson(*cache, m_identities.now(), m_order->scope())));
}

QWidget *TicketPanel::emptyPage()
{
    if (!m_empty) {
        m_empty =
            new EmptyState(QStringLiteral("ticket"), tr("No tickets"),
                           tr("Sign in once: the ticket opens every connection of that identity."), this);
        m_empty->setButton(QStringLiteral("sign-in"), tr("Sign in…"));
        connect(m_empty->button(), &QPushButton::clicked, this,
                [this] { Q_EMIT signInRequested(QString()); });
        m_pages->addWidget(m_empty);
    }
    return m_empty;
}

void TicketPanel::relist()
{
    m_model->setCaches(m_identities.caches(), m_identities.now());
    const bool none = m_model->rowCount() == 0;
    m_pages->setCurrentWidget(none && m_identities.isKnown() ? emptyPage() : m_pages->widget(0));
    if (!m_tree->currentIndex().isValid() && !none)
        m_tree->setCurrentIndex(m_order->index(0, 0));
    tick();
    showDetail();
}

void TicketPanel::tick()
{
    m_tick.stop();
    if (const auto next = m_model->setNow(m_identities.now()); next && isVisible())
        m_tick.start(*next);
}

// Nobody is woken to change words that nobody sees.
void TicketPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
}

void TicketPanel::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    QWidget::hideEvent(event);
}

void TicketPanel::showDetail()
{
    const krb::Cache *cache = currentCache();
    const krb::Ticket *ticket = currentTicket();
    if (ticket)
        m_detail->showTicket(*ticket, *cache);
    else if (cache)
        m_detail->showCache(*cache, m_identities.outlook(cache->name));
    else
        m_detail->clear();
    const krb::Ticket *granting = cache ? cache->ticketGranting() : nullptr;
    m_renew->setEnabled(granting && granting->isRenewable() && granting->endTime > m_identities.now());
    m_makeDefault->setEnabled(cache && cache->principal && !cache->isDefault);
    m_destroyTicket->setEnabled(ticket != nullptr);
    m_destroyCache->setEnabled(cache != nullptr);
    m_copyText->setEnabled(cache != nullptr);
    m_copyJson->setEnabled(cache != nullptr);
}

void TicketPanel::destroyTicket()
{
    const krb::Ticket *ticket = currentTicket();
    if (!ticket)
        return;
    const QString cache = currentCache()->name;
    Q_EMIT destroyRequested(krb::OneTicket{cache, ticket->id},
                            tr("the ticket for %1 (%2)").arg(ticket->service.text(), cache));
}

void TicketPanel::destroyCache()
{
    const krb::Cache *cache = currentCache();
    if (!cache)
        return;
    const QString what = cache->principal
                             ? tr("the tickets of %1 (%2)").arg(cache->principal->text(), cache->name)
                             : tr("the cache %1").arg(cache->name);
    Q_EMIT destroyRequested(krb::OneCache{cache->name}, what);
}

} // namespace latchkey
