// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/ticketmodel.h"

#include "ui/icons.h"
#include "ui/remaining.h"
#include "ui/rowdelegate.h"
#include "ui/rowdiff.h"

#include <vector>

namespace latchkey {

namespace {

QString keyOf(const krb::Ticket &ticket, int nth)
{
    return QStringLiteral("%1\n%2").arg(ticket.service.text()).arg(nth);
}

/// Two tickets for one service can lie in one cache: the second one is another row.
QStringList keysOf(const QList<krb::Ticket> &tickets)
{
    QStringList keys;
    for (const krb::Ticket &ticket : tickets) {
        int nth = 0;
        while (keys.contains(keyOf(ticket, nth)))
            ++nth;
        keys.append(keyOf(ticket, nth));
    }
    return keys;
}

QString ticketWords(const krb::Ticket &ticket, Instant now)
{
    const auto left = ticket.endTime - now;
    return left > std::chrono::seconds(0)
               ? TicketModel::tr("%1 left").arg(remainingText(left))
               : TicketModel::tr("Expired %1").arg(momentText(ticket.endTime, now));
}

QVariant ticketData(const krb::Ticket &ticket, const QString &words, Urgency urgency, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return ticket.service.text();
    case Qt::DecorationRole:
        return icons::icon(ticket.isTicketGranting() ? QStringLiteral("key") : QStringLiteral("ticket"));
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(ticket.service.text(), words);
    case Qt::AccessibleTextRole:
        return TicketModel::tr("Ticket for %1, %2").arg(ticket.service.text(), words);
    case TicketModel::IsCacheRole:
        return false;
    case rowrole::Monospace:
        return true;
    case rowrole::Tall:
        return true;
    case rowrole::SecondLine:
        return words;
    case rowrole::SecondIcon:
        return urgencyIcon(urgency);
    case rowrole::SecondColour:
        return static_cast<int>(urgencyColour(urgency));
    default:
        return {};
    }
}

QVariant cacheBadge(const krb::Cache &cache, int role)
{
    if (!cache.isDefault)
        return {};
    switch (role) {
    case rowrole::Badge:
        return TicketModel::tr("Default");
    case rowrole::BadgeIcon:
        return QStringLiteral("default");
    default:
        return static_cast<int>(theme::Colour::Accent);
    }
}

QVariant cacheData(const krb::Cache &cache, int role)
{
    const QString owner = cache.principal ? cache.principal->text()
                          : cache.problem ? TicketModel::tr("Unreadable cache")
                                          : TicketModel::tr("Empty cache");
    switch (role) {
    case Qt::DisplayRole:
        return owner;
    case Qt::DecorationRole:
        return cache.problem ? icons::icon(QStringLiteral("warning"), theme::Colour::Warning)
                             : icons::icon(QStringLiteral("user"));
    case Qt::ToolTipRole:
        return cache.problem ? cache.problem->message : cache.name;
    case Qt::AccessibleTextRole:
        return cache.isDefault ? TicketModel::tr("Default cache %1 of %2").arg(cache.name, owner)
                               : TicketModel::tr("Cache %1 of %2").arg(cache.name, owner);
    case TicketModel::IsCacheRole:
        return true;
    case rowrole::Monospace:
        return cache.principal.has_value();
    case rowrole::Tall:
        return true;
    case rowrole::SecondLine:
        return cache.name;
    case rowrole::Badge:
    case rowrole::BadgeIcon:
    case rowrole::BadgeColour:
        return cacheBadge(cache, role);
    default:
        return {};
    }
}

} // namespace

struct TicketModel::Entry
{
    struct Row
    {
        QString key;
        krb::Ticket ticket;
        QString words;
        Urgency urgency = Urgency::Over;

        void look(Instant now)
        {
            words = ticketWords(ticket, now);
            urgency = urgencyOf(ticket.endTime - now);
        }
    };

    int row = 0;
    krb::Cache cache;
    std::vector<std::unique_ptr<Row>> rows;
};

struct TicketModel::Private
{
    explicit Private(TicketModel &model) : q(model) { }

    void renumber()
    {
        for (std::size_t i = 0; i < entries.size(); ++i)
            entries[i]->row = static_cast<int>(i);
    }

    std::unique_ptr<Entry::Row> makeRow(const krb::Ticket &ticket, const QString &key) const
    {
        auto row = std::make_unique<Entry::Row>();
        row->key = key;
        row->ticket = ticket;
        row->look(now);
        return row;
    }

    std::unique_ptr<Entry> makeEntry(const krb::Cache &cache) const
    {
        auto entry = std::make_unique<Entry>();
        entry->cache = cache;
        const QStringList keys = keysOf(cache.tickets);
        for (qsizetype i = 0; i < keys.size(); ++i)
            entry->rows.push_back(makeRow(cache.tickets.at(i), keys.at(i)));
        return entry;
    }

    QModelIndex indexFor(const Entry &entry) const { return q.index(entry.row, 0); }

    void syncCaches(const QList<krb::Cache> &caches);
    void syncTickets(Entry &entry, const QList<krb::Ticket> &tickets);

    TicketModel &q;
    Instant now{};
    std::vector<std::unique_ptr<Entry>> entries;
};

void TicketModel::Private::syncCaches(const QList<krb::Cache> &caches)
{
    QStringList present;
    for (const auto &entry : entries)
        present.append(entry->cache.name);
    QStringList wanted;
    for (const krb::Cache &cache : caches)
        wanted.append(cache.name);
    const auto remove = [&](int first, int last) {
        q.beginRemoveRows({}, first, last);
        entries.erase(entries.begin() + first, entries.begin() + last + 1);
        renumber();
        q.endRemoveRows();
    };
    const auto move = [&](int from, int to) {
        q.beginMoveRows({}, from, from, {}, to);
        std::rotate(entries.begin() + to, entries.begin() + from, entries.begin() + from + 1);
        renumber();
        q.endMoveRows();
    };
    const auto insert = [&](int first, int last) {
        q.beginInsertRows({}, first, last);
        for (int i = first; i <= last; ++i)
            entries.insert(entries.begin() + i, makeEntry(caches.at(i)));
        renumber();
        q.endInsertRows();
    };
    syncRows<QString>(present, wanted, remove, move, insert);
    for (qsizetype i = 0; i < caches.size(); ++i) {
        Entry &entry = *entries[static_cast<std::size_t>(i)];
        if (entry.cache == caches.at(i))
            continue;
        entry.cache = caches.at(i);
        syncTickets(entry, caches.at(i).tickets);
        Q_EMIT q.dataChanged(indexFor(entry), indexFor(entry));
    }
}

void TicketModel::Private::syncTickets(Entry &entry, const QList<krb::Ticket> &tickets)
{
    QStringList present;
    for (const auto &row : entry.rows)
        present.append(row->key);
    const QStringList wanted = keysOf(tickets);
    const QModelIndex self = indexFor(entry);
    auto &rows = entry.rows;
    const auto remove = [&](int first, int last) {
        q.beginRemoveRows(self, first, last);
        rows.erase(rows.begin() + first, rows.begin() + last + 1);
        q.endRemoveRows();
    };
    const auto move = [&](int from, int to) {
        q.beginMoveRows(self, from, from, self, to);
        std::rotate(rows.begin() + to, rows.begin() + from, rows.begin() + from + 1);
        q.endMoveRows();
    };
    const auto insert = [&](int first, int last) {
        q.beginInsertRows(self, first, last);
        for (int i = first; i <= last; ++i)
            rows.insert(rows.begin() + i, makeRow(tickets.at(i), wanted.at(i)));
        q.endInsertRows();
    };
    syncRows<QString>(present, wanted, remove, move, insert);
    for (qsizetype i = 0; i < tickets.size(); ++i) {
        Entry::Row &row = *rows[static_cast<std::size_t>(i)];
        if (row.ticket == tickets.at(i))
            continue;
        row.ticket = tickets.at(i);
        row.look(now);
        const QModelIndex changed = q.index(static_cast<int>(i), 0, self);
        Q_EMIT q.dataChanged(changed, changed);
    }
}

TicketModel::TicketModel(QObject *parent)
    : QAbstractItemModel(parent), d(std::make_unique<Private>(*this)) { }

TicketModel::~TicketModel() = default;

void TicketModel::setCaches(const QList<krb::Cache> &caches, Instant now)
{
    d->now = now;
    d->syncCaches(caches);
}

std::optional<std::chrono::seconds> TicketModel::setNow(Instant now)
{
    d->now = now;
    std::optional<std::chrono::seconds> next;
    for (const auto &entry : d->entries) {
        for (std::size_t i = 0; i < entry->rows.size(); ++i) {
            Entry::Row &row = *entry->rows[i];
            const QString before = std::exchange(row.words, QString());
            row.look(now);
            if (before != row.words) {
                const QModelIndex changed = index(static_cast<int>(i), 0, d->indexFor(*entry));
                Q_EMIT dataChanged(changed, changed);
            }
            if (const auto change = untilTextChanges(row.ticket.endTime - now))
                next = std::min(next.value_or(*change), *change);
        }
    }
    return next;
}

// A cache's index carries no pointer; a ticket's carries the entry of its cache.
const krb::Cache *TicketModel::cacheAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto *entry = static_cast<const Entry *>(index.constInternalPointer());
    return entry ? &entry->cache : &d->entries[static_cast<std::size_t>(index.row())]->cache;
}

const krb::Ticket *TicketModel::ticketAt(const QModelIndex &index) const
{
    if (!index.isValid() || !index.constInternalPointer())
        return nullptr;
    const auto *entry = static_cast<const Entry *>(index.constInternalPointer());
    return &entry->rows[static_cast<std::size_t>(index.row())]->ticket;
}

QModelIndex TicketModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column);
    return createIndex(row, column, d->entries[static_cast<std::size_t>(parent.row())].get());
}

QModelIndex TicketModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || !index.constInternalPointer())
        return {};
    return createIndex(static_cast<const Entry *>(index.constInternalPointer())->row, 0);
}

int TicketModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(d->entries.size());
    if (parent.column() > 0 || parent.constInternalPointer())
        return 0;
    return static_cast<int>(d->entries[static_cast<std::size_t>(parent.row())]->rows.size());
}

int TicketModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant TicketModel::data(const QModelIndex &index, int role) const
{
    const krb::Cache *cache = cacheAt(index);
    if (!cache)
        return {};
    if (role == CacheNameRole)
        return cache->name;
    if (!index.constInternalPointer())
        return cacheData(*cache, role);
    const auto *entry = static_cast<const Entry *>(index.constInternalPointer());
    const Entry::Row &row = *entry->rows[static_cast<std::size_t>(index.row())];
    return ticketData(row.ticket, row.words, row.urgency, role);
}

} // namespace latchkey
