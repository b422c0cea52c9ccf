// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/ticketcells.h"

#include "core/krb/ticketlisting.h"
#include "ui/icons.h"
#include "ui/rowdelegate.h"
#include "ui/ticketmodel.h"

#include <QDateTime>
#include <QLocale>

#include <utility>

namespace latchkey {

namespace {

qint64 secondsOf(Instant instant)
{
    return instant.time_since_epoch().count();
}

QString shortMoment(Instant instant)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(secondsOf(instant)), QLocale::ShortFormat);
}

QVariant firstCell(const TicketRow &row, int role)
{
    const QString service = row.ticket.service.text();
    switch (role) {
    case Qt::DisplayRole:
    case TicketModel::SortRole:
        return service;
    case Qt::DecorationRole:
        return icons::icon(row.ticket.isTicketGranting() ? QStringLiteral("key") : QStringLiteral("ticket"));
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(service, row.words());
    case Qt::AccessibleTextRole:
        return TicketModel::tr("Ticket for %1, %2").arg(service, row.words());
    case rowrole::Monospace:
    case rowrole::Tall:
        return true;
    case rowrole::SecondLine:
        return row.words();
    case rowrole::SecondIcon:
        return urgencyIcon(row.urgency);
    case rowrole::SecondColour:
        return static_cast<int>(urgencyColour(row.urgency));
    default:
        return {};
    }
}

QString cellText(const TicketRow &row, int column)
{
    const krb::Ticket &ticket = row.ticket;
    switch (column) {
    case TicketModel::Client:
        return ticket.client.text();
    case TicketModel::Kind:
        return krb::kindName(krb::kindOf(ticket));
    case TicketModel::Start:
        return shortMoment(ticket.startTime);
    case TicketModel::End:
        return shortMoment(ticket.endTime);
    case TicketModel::RenewUntil:
        return ticket.renewUntil ? shortMoment(*ticket.renewUntil) : QString();
    case TicketModel::Remaining:
        return row.words();
    case TicketModel::Flags:
        return krb::flagNames(ticket.flags).join(QStringLiteral(", "));
    case TicketModel::SessionKey:
        return krb::encryptionText(ticket.sessionKeyType);
    case TicketModel::TicketKey:
        return krb::encryptionText(ticket.ticketKeyType);
    case TicketModel::KeyVersion:
        return ticket.keyVersion == 0 ? QString() : QString::number(ticket.keyVersion);
    case TicketModel::Size:
        return QLocale().toString(ticket.size);
    case TicketModel::Realms:
        return krb::text(row.path);
    default:
        return {};
    }
}

QVariant sortValue(const TicketRow &row, int column)
{
    switch (column) {
    case TicketModel::Start:
        return secondsOf(row.ticket.startTime);
    case TicketModel::End:
    case TicketModel::Remaining:
        return secondsOf(row.ticket.endTime);
    case TicketModel::RenewUntil:
        return row.ticket.renewUntil ? secondsOf(*row.ticket.renewUntil) : 0;
    case TicketModel::KeyVersion:
        return row.ticket.keyVersion;
    case TicketModel::Size:
        return row.ticket.size;
    default:
        return cellText(row, column);
    }
}

bool isWeak(const TicketRow &row, int column)
{
    return (column == TicketModel::SessionKey && krb::encryptionType(row.ticket.sessionKeyType).weak)
           || (column == TicketModel::TicketKey && krb::encryptionType(row.ticket.ticketKeyType).weak);
}

QVariant otherCell(const TicketRow &row, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case Qt::ToolTipRole:
        return column == TicketModel::Flags ? flagMeanings(row.ticket.flags) : cellText(row, column);
    case TicketModel::SortRole:
        return sortValue(row, column);
    case rowrole::FirstColour:
        return isWeak(row, column) ? QVariant(static_cast<int>(theme::Colour::Danger)) : QVariant();
    default:
        return {};
    }
}

QVariant noteCell(const krb::ConfigurationEntry &note, int column, int role)
{
    if (column != TicketModel::Service)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TicketModel::SortRole:
        return note.key;
    case Qt::DecorationRole:
        return icons::icon(QStringLiteral("info"));
    case Qt::ToolTipRole:
        return note.principal.isEmpty()
                   ? QStringLiteral("%1\n%2").arg(note.key, krb::valueText(note))
                   : QStringLiteral("%1\n%2\n%3").arg(note.key, note.principal, krb::valueText(note));
    case Qt::AccessibleTextRole:
        return TicketModel::tr("Configuration entry %1: %2").arg(note.key, krb::valueText(note));
    case rowrole::Monospace:
    case rowrole::Tall:
        return true;
    case rowrole::SecondLine:
        return krb::valueText(note);
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

QString cacheToolTip(const krb::Cache &cache)
{
    if (cache.problem)
        return cache.problem->message;
    return cache.defaultOrigin ? QStringLiteral("%1\n%2").arg(cache.name, krb::sentence(*cache.defaultOrigin))
                               : cache.name;
}

/// Differs between two moments if the words do.
std::pair<Instant::rep, Instant::rep> stageOf(Instant end, Instant now)
{
    const auto left = end - now;
    if (left > std::chrono::seconds(0)) {
        const auto next = untilTextChanges(left);
        return {1, (left - next.value_or(std::chrono::seconds(0))).count()};
    }
    constexpr auto midnightsApart = std::chrono::minutes(15); // wherever: offsets of time zones are multiples
    return {0, now.time_since_epoch() / midnightsApart};
}

} // namespace

QString TicketRow::words() const
{
    if (note)
        return {};
    const auto left = ticket.endTime - seen;
    return left > std::chrono::seconds(0)
               ? TicketModel::tr("%1 left").arg(remainingText(left))
               : TicketModel::tr("Expired %1").arg(momentText(ticket.endTime, seen));
}

bool TicketRow::look(Instant now)
{
    const Instant before = std::exchange(seen, now);
    urgency = urgencyOf(ticket.endTime - now);
    return !note && stageOf(ticket.endTime, before) != stageOf(ticket.endTime, now);
}

QVariant rowCell(const TicketRow &row, int column, int role)
{
    switch (role) {
    case TicketModel::IsCacheRole:
        return false;
    case TicketModel::IsConfigurationRole:
        return row.note.has_value();
    case TicketModel::IsExpiredRole:
        return row.isExpired();
    default:
        break;
    }
    if (row.note)
        return noteCell(*row.note, column, role);
    return column == TicketModel::Service ? firstCell(row, role) : otherCell(row, column, role);
}

QVariant cacheCell(const krb::Cache &cache, int column, int role)
{
    if (role == TicketModel::IsCacheRole)
        return true;
    if (column != TicketModel::Service)
        return {};
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
        return cacheToolTip(cache);
    case Qt::AccessibleTextRole:
        return cache.isDefault ? TicketModel::tr("Default cache %1 of %2").arg(cache.name, owner)
                               : TicketModel::tr("Cache %1 of %2").arg(cache.name, owner);
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

QString flagMeanings(std::uint32_t flags)
{
    QStringList lines;
    for (const krb::TicketFlag &flag : krb::ticketFlags(flags))
        lines += TicketModel::tr("%1: %2").arg(flag.name, flag.meaning);
    return lines.join(QLatin1Char('\n'));
}

} // namespace latchkey
