// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/ticketpanel.h"

#include "ui/emptystate.h"
#include "ui/icons.h"
#include "ui/identities.h"
#include "ui/remaining.h"
#include "ui/rowdelegate.h"
#include "ui/ticketmodel.h"

#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace latchkey {

namespace {

QLabel *muted(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(theme::caption(parent->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

TicketPanel::TicketPanel(Identities &identities, QWidget *parent) : QWidget(parent), m_identities(identities)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_model = new TicketModel(this);
    buildTree();
    auto *title = new QLabel(tr("Tickets"), this);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    title->setContentsMargins(theme::wide, 0, theme::wide, 0);
    title->setFixedHeight(theme::rowHeight(font()) + theme::half);

    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tree);
    split->addWidget(buildDetail());
    split->setSizes({1000, 640}); // of whatever height there is
    auto *filled = new QWidget(this);
    auto *rows = new QVBoxLayout(filled);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(split);
    rows->addWidget(buildButtons());
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
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setIndentation(theme::wide);
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &cache, int first, int last) {
                for (int row = first; !cache.isValid() && row <= last; ++row)
                    m_tree->expand(m_model->index(row, 0));
            });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TicketPanel::showDetail);
}

QWidget *TicketPanel::buildDetail()
{
    m_detail = new QScrollArea(this);
    m_detail->setObjectName(QStringLiteral("ticketDetail"));
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setWidgetResizable(true);
    m_detail->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detail->setAccessibleName(tr("Details of the chosen ticket"));
    auto *page = new QWidget(m_detail);
    page->setBackgroundRole(QPalette::Base);
    m_fields = new QFormLayout(page);
    m_fields->setContentsMargins(theme::wide, theme::unit, theme::wide, theme::unit);
    m_fields->setHorizontalSpacing(theme::unit + theme::half);
    m_fields->setVerticalSpacing(theme::half);
    m_fields->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_detail->setWidget(page);
    return m_detail;
}

QWidget *TicketPanel::buildButtons()
{
    auto *bar = new QWidget(this);
    auto *grid = new QGridLayout(bar);
    grid->setContentsMargins(theme::wide, theme::unit, theme::wide, theme::unit + theme::half);
    grid->setSpacing(theme::unit);
    m_signIn = new QPushButton(icons::icon(QStringLiteral("sign-in")), tr("Sign in…"), bar);
    m_signIn->setToolTip(tr("Get a ticket with a password or a keytab (kinit)"));
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
            m_identities.makeDefault(*cache->principal);
    });
    return bar;
}

const krb::Cache *TicketPanel::currentCache() const
{
    return m_model->cacheAt(m_tree->currentIndex());
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
        m_tree->setCurrentIndex(m_model->index(0, 0));
    tick();
    showDetail();
}

void TicketPanel::tick()
{
    m_tick.stop();
    if (const auto next = m_model->setNow(m_identities.now()))
        m_tick.start(*next);
}

void TicketPanel::addField(const QString &name, const QString &value, bool monospace)
{
    auto *label = new QLabel(value, m_detail->widget());
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(theme::caption(monospace ? theme::monospace(font()) : font()));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleName(name);
    m_fields->addRow(muted(name, m_detail->widget()), label);
}

void TicketPanel::addEncryption(const QString &name, std::int32_t type)
{
    const krb::EncryptionType encryption = krb::encryptionType(type);
    addField(name, encryption.weak ? tr("%1 – weak").arg(encryption.name) : encryption.name);
    if (!encryption.weak)
        return;
    QWidget *label = m_fields->itemAt(m_fields->rowCount() - 1, QFormLayout::FieldRole)->widget();
    theme::setInk(label, theme::Colour::Danger, palette());
}

void TicketPanel::fillTicket(const krb::Ticket &ticket)
{
    addField(tr("Service"), ticket.service.text(), true);
    addField(tr("Client"), ticket.client.text(), true);
    addField(tr("Valid from"), fullMomentText(ticket.startTime));
    addField(tr("Expires"), fullMomentText(ticket.endTime));
    if (ticket.renewUntil)
        addField(tr("Renew until"), fullMomentText(*ticket.renewUntil));
    addField(tr("Flags"), krb::flagNames(ticket.flags).join(QStringLiteral(", ")));
    addEncryption(tr("Session key"), ticket.sessionKeyType);
    addEncryption(tr("Ticket key"), ticket.ticketKeyType);
    if (ticket.keyVersion != 0)
        addField(tr("Key version"), QString::number(ticket.keyVersion));
}

void TicketPanel::fillCache(const krb::Cache &cache)
{
    if (cache.principal)
        addField(tr("Principal"), cache.principal->text(), true);
    addField(tr("Cache"), cache.name, true);
    addField(tr("Tickets"), QString::number(cache.tickets.size()));
    addField(tr("Used by"), cache.isDefault   ? tr("this and other programs, when none is named")
                            : cache.isPrivate ? tr("Latchkey only")
                                              : tr("programs that name it"));
    const krb::RenewalOutlook outlook = m_identities.outlook(cache.name);
    if (outlook.next)
        addField(tr("Next renewal"), fullMomentText(*outlook.next));
    if (outlook.problem)
        addField(tr("Not renewed"), outlook.problem->message);
    if (cache.problem)
        addField(tr("Problem"), cache.problem->message);
}

void TicketPanel::showDetail()
{
    while (m_fields->rowCount() > 0)
        m_fields->removeRow(0);
    const QModelIndex current = m_tree->currentIndex();
    const krb::Cache *cache = m_model->cacheAt(current);
    const krb::Ticket *ticket = m_model->ticketAt(current);
    if (ticket)
        fillTicket(*ticket);
    else if (cache)
        fillCache(*cache);
    const krb::Ticket *granting = cache ? cache->ticketGranting() : nullptr;
    m_renew->setEnabled(granting && granting->isRenewable() && granting->endTime > m_identities.now());
    m_makeDefault->setEnabled(cache && cache->principal && !cache->isDefault);
    m_destroyTicket->setEnabled(ticket && !ticket->isTicketGranting());
    m_destroyCache->setEnabled(cache != nullptr);
}

void TicketPanel::destroyTicket()
{
    if (const krb::Ticket *ticket = m_model->ticketAt(m_tree->currentIndex()))
        Q_EMIT destroyRequested(krb::ServiceTickets{ticket->service.text()},
                                tr("the ticket for %1").arg(ticket->service.text()));
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
