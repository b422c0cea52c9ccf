// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/ticketmodel.h"

#include "ui/rowdiff.h"
#include "ui/ticketcells.h"

#include <QHash>

#include <vector>

namespace latchkey {

namespace {

/// A renewed ticket stays in its row; two tickets for one service are two rows.
std::vector<TicketRow> rowsOf(const krb::Cache &cache, Instant now)
{
    QList<krb::Ticket> granting;
    for (const krb::Ticket &ticket : cache.tickets) {
        if (ticket.isTicketGranting())
            granting += ticket;
    }
    std::vector<TicketRow> rows;
    rows.reserve(static_cast<std::size_t>(cache.tickets.size() + cache.configuration.size()));
    QHash<QString, int> seen;
    const auto add = [&](const QString &name, TicketRow row) {
        row.key = QStringLiteral("%1\n%2").arg(name).arg(seen[name]++);
        row.look(now);
        rows.push_back(std::move(row));
    };
    for (const krb::Ticket &ticket : cache.tickets)
        add(ticket.service.text(), {{}, ticket, {}, krb::realmPath(ticket, granting), {}, {}});
    for (const krb::ConfigurationEntry &note : cache.configuration)
        add(QStringLiteral("X-CACHECONF:%1/%2").arg(note.key, note.principal), {{}, {}, note, {}, {}, {}});
    return rows;
}

QStringList keysOf(const std::vector<TicketRow> &rows)
{
    QStringList keys;
    keys.reserve(static_cast<qsizetype>(rows.size()));
    for (const TicketRow &row : rows)
        keys.append(row.key);
    return keys;
}

} // namespace

struct TicketModel::Entry
{
    int row = 0;
    krb::Cache cache;
    std::vector<TicketRow> rows;
};

struct TicketModel::Private
{
    explicit Private(TicketModel &model) : q(model) { }

    void renumber()
    {
        for (std::size_t i = 0; i < entries.size(); ++i)
            entries[i]->row = static_cast<int>(i);
    }

    std::unique_ptr<Entry> makeEntry(const krb::Cache &cache) const
    {
        auto entry = std::make_unique<Entry>();
        entry->cache = cache;
        entry->rows = rowsOf(cache, now);
        return entry;
    }

    QModelIndex indexFor(const Entry &entry) const { return q.index(entry.row, 0); }
    void tellRows(const Entry &entry, int first, int last) const
    {
        const QModelIndex self = indexFor(entry);
        Q_EMIT q.dataChanged(q.index(first, 0, self), q.index(last, ColumnCount - 1, self));
    }

    void syncCaches(const QList<krb::Cache> &caches);
    void syncTickets(Entry &entry);
    void update(const Entry &entry, const std::function<bool(std::size_t)> &renew) const;

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
        syncTickets(entry);
        Q_EMIT q.dataChanged(indexFor(entry), indexFor(entry));
    }
}

// Tells rows that stand together at once: a thousand words change in the same second.
void TicketModel::Private::update(const Entry &entry, const std::function<bool(std::size_t)> &renew) const
{
    int first = -1;
    for (std::size_t i = 0; i <= entry.rows.size(); ++i) {
        const bool differs = i < entry.rows.size() && renew(i);
        if (differs && first < 0)
            first = static_cast<int>(i);
        if (!differs && first >= 0)
            tellRows(entry, std::exchange(first, -1), static_cast<int>(i) - 1);
    }
}

void TicketModel::Private::syncTickets(Entry &entry)
{
    auto &rows = entry.rows;
    std::vector<TicketRow> wanted = rowsOf(entry.cache, now);
    const QModelIndex self = indexFor(entry);
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
        rows.insert(rows.begin() + first, wanted.begin() + first, wanted.begin() + last + 1);
        q.endInsertRows();
    };
    syncRows<QString>(keysOf(rows), keysOf(wanted), remove, move, insert);
    update(entry, [&](std::size_t i) {
        const bool differs = rows[i] != wanted[i];
        if (differs)
            rows[i] = std::move(wanted[i]);
        return differs;
    });
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
        d->update(*entry, [&](std::size_t i) {
            TicketRow &row = entry->rows[i];
            const QString before = row.words;
            row.look(now);
            if (const auto change = row.note ? std::nullopt : untilTextChanges(row.ticket.endTime - now))
                next = std::min(next.value_or(*change), *change);
            return before != row.words;
        });
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
    const TicketRow &row = entry->rows[static_cast<std::size_t>(index.row())];
    return row.note ? nullptr : &row.ticket;
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
    return ColumnCount;
}

QVariant TicketModel::data(const QModelIndex &index, int role) const
{
    const krb::Cache *cache = cacheAt(index);
    if (!cache)
        return {};
    if (role == CacheNameRole)
        return cache->name;
    if (!index.constInternalPointer())
        return cacheCell(*cache, index.column(), role);
    const auto *entry = static_cast<const Entry *>(index.constInternalPointer());
    return rowCell(entry->rows[static_cast<std::size_t>(index.row())], index.column(), role);
}

QVariant TicketModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Service:
        return tr("Service");
    case Client:
        return tr("Client");
    case Kind:
        return tr("Kind");
    case Start:
        return tr("Valid from");
    case End:
        return tr("Expires");
    case RenewUntil:
        return tr("Renew until");
    case Remaining:
        return tr("Remaining");
    case Flags:
        return tr("Flags");
    case SessionKey:
        return tr("Session key");
    case TicketKey:
        return tr("Ticket key");
    case KeyVersion:
        return tr("Key version");
    case Size:
        return tr("Size");
    case Realms:
        return tr("Realms");
    default:
        return {};
    }
}

} // namespace latchkey
