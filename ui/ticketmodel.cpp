// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/ticketmodel.h"

#include "ui/rowdiff.h"
#include "ui/ticketcells.h"

#include <QHash>

#include <iterator>
#include <utility>
#include <vector>

namespace latchkey {

namespace {

std::size_t rowsIn(const krb::Cache &cache)
{
    return static_cast<std::size_t>(cache.tickets.size() + cache.configuration.size());
}

const krb::Ticket *ticketIn(const krb::Cache &cache, std::size_t row)
{
    const auto at = static_cast<qsizetype>(row);
    return at < cache.tickets.size() ? &cache.tickets.at(at) : nullptr;
}

const krb::ConfigurationEntry &noteIn(const krb::Cache &cache, std::size_t row)
{
    return cache.configuration.at(static_cast<qsizetype>(row) - cache.tickets.size());
}

/// What the cache has there, but for its key.
TicketRow rowIn(const krb::Cache &cache, std::size_t row, krb::RealmPaths &paths, Instant now)
{
    TicketRow made;
    if (const krb::Ticket *ticket = ticketIn(cache, row)) {
        made.ticket = *ticket;
        made.path = paths.to(*ticket);
    } else {
        made.note = noteIn(cache, row);
    }
    made.look(now);
    return made;
}

/// A renewed ticket stays in its row; two tickets for one service are two rows.
QStringList keysOf(const krb::Cache &cache)
{
    QStringList keys;
    keys.reserve(static_cast<qsizetype>(rowsIn(cache)));
    QHash<QString, int> seen;
    const auto add = [&](const QString &name) {
        const int times = seen[name]++;
        keys.append(times == 0 ? name : name + QLatin1Char('\n') + QString::number(times));
    };
    for (const krb::Ticket &ticket : cache.tickets)
        add(ticket.service.text());
    for (const krb::ConfigurationEntry &note : cache.configuration)
        add(QLatin1String("X-CACHECONF:") + note.key + QLatin1Char('/') + note.principal);
    return keys;
}

bool isAbout(const TicketRow &row, const krb::Cache &cache, std::size_t at)
{
    if (const krb::Ticket *ticket = ticketIn(cache, at))
        return !row.note && row.ticket.service == ticket->service;
    const krb::ConfigurationEntry &note = noteIn(cache, at);
    return row.note && row.note->key == note.key && row.note->principal == note.principal;
}

bool says(const TicketRow &row, const krb::Cache &cache, std::size_t at)
{
    const krb::Ticket *ticket = ticketIn(cache, at);
    return ticket ? row.ticket == *ticket : row.note == noteIn(cache, at);
}

/// When words are to be looked at again. Tickets that end at other seconds of the minute share one look, so that an idle
/// window wakes once a minute however many there are; only in its last two minutes does a ticket have its own.
class NextLook
{
public:
    void add(std::chrono::seconds left)
    {
        const auto change = untilTextChanges(left);
        if (!change)
            return;
        if (left <= std::chrono::minutes(2))
            m_soon = std::min(m_soon.value_or(*change), *change);
        else if (*change <= std::chrono::minutes(1))
            m_shared = std::max(m_shared.value_or(*change), *change);
        else
            m_later = std::min(m_later.value_or(*change), *change);
    }
    std::optional<std::chrono::seconds> after() const
    {
        if (m_soon && m_shared)
            return std::min(*m_soon, *m_shared);
        return m_soon ? m_soon : m_shared ? m_shared : m_later;
    }

private:
    std::optional<std::chrono::seconds> m_soon;
    std::optional<std::chrono::seconds> m_shared;
    std::optional<std::chrono::seconds> m_later;
};

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
        const QStringList keys = keysOf(cache);
        krb::RealmPaths paths(cache.tickets);
        for (std::size_t row = 0; row < rowsIn(cache); ++row) {
            entry->rows.push_back(rowIn(cache, row, paths, now));
            entry->rows.back().key = keys.at(static_cast<qsizetype>(row));
        }
        return entry;
    }

    QModelIndex indexFor(const Entry &entry) const { return q.index(entry.row, 0); }
    void tellRows(const Entry &entry, int first, int last) const
    {
        const QModelIndex self = indexFor(entry);
        Q_EMIT q.dataChanged(q.index(first, 0, self), q.index(last, ColumnCount - 1, self));
    }

    void syncCaches(const QList<krb::Cache> &caches);
    void syncTickets(Entry &entry, const krb::Cache &before);
    void syncRowsOf(Entry &entry, krb::RealmPaths &paths);
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
        const krb::Cache before = std::exchange(entry.cache, caches.at(i));
        syncTickets(entry, before);
        Q_EMIT q.dataChanged(indexFor(entry), indexFor(entry));
    }
}

// Tells rows that stand together, or nearly, at once: ten thousand words change in the same second.
void TicketModel::Private::update(const Entry &entry, const std::function<bool(std::size_t)> &renew) const
{
    constexpr int nearly = 32; // rows: telling one more costs less than one more signal
    int first = -1;
    int last = -1;
    for (std::size_t i = 0; i < entry.rows.size(); ++i) {
        if (!renew(i))
            continue;
        const int row = static_cast<int>(i);
        if (first >= 0 && row - last > nearly)
            tellRows(entry, std::exchange(first, -1), last);
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        tellRows(entry, first, last);
}

// Rows come, go and move.
void TicketModel::Private::syncRowsOf(Entry &entry, krb::RealmPaths &paths)
{
    auto &rows = entry.rows;
    QStringList present;
    present.reserve(static_cast<qsizetype>(rows.size()));
    for (const TicketRow &row : rows)
        present.append(row.key);
    const QStringList wanted = keysOf(entry.cache);
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
        std::vector<TicketRow> made;
        for (int row = first; row <= last; ++row) {
            made.push_back(rowIn(entry.cache, static_cast<std::size_t>(row), paths, now));
            made.back().key = wanted.at(row);
        }
        q.beginInsertRows(self, first, last);
        rows.insert(rows.begin() + first, std::make_move_iterator(made.begin()),
                    std::make_move_iterator(made.end()));
        q.endInsertRows();
    };
    syncRows<QString>(present, wanted, remove, move, insert);
}

void TicketModel::Private::syncTickets(Entry &entry, const krb::Cache &before)
{
    auto &rows = entry.rows;
    krb::RealmPaths paths(entry.cache.tickets);
    bool areSame = rows.size() == rowsIn(entry.cache);
    for (std::size_t i = 0; areSame && i < rows.size(); ++i)
        areSame = isAbout(rows[i], entry.cache, i);
    if (!areSame)
        syncRowsOf(entry, paths);
    const bool pathsStay = krb::RealmPaths(before.tickets).granting() == paths.granting();
    update(entry, [&](std::size_t i) {
        TicketRow &row = rows[i];
        if (pathsStay && says(row, entry.cache, i))
            return row.look(now);
        TicketRow made = rowIn(entry.cache, i, paths, now);
        made.key = row.key;
        row = std::move(made);
        return true;
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
    NextLook next;
    for (const auto &entry : d->entries) {
        d->update(*entry, [&](std::size_t i) {
            TicketRow &row = entry->rows[i];
            if (!row.note)
                next.add(row.ticket.endTime - now);
            return row.look(now);
        });
    }
    return next.after();
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
