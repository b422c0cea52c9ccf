// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/ticketlisting.h"

#include "core/base/remainingtext.h"
#include "core/krb/realmpath.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <ctime>
#include <map>
#include <utility>

namespace latchkey::krb {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::krb)
};

/// A label and what stands behind it.
using Field = std::pair<QString, QString>;

// QDateTime takes ten times as long, which shows where there are ten thousand tickets.
QString localTime(Instant instant)
{
    const std::time_t seconds = instant.time_since_epoch().count();
    tm time = {};
    std::array<char, 32> text = {};
    if (localtime_r(&seconds, &time))
        std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &time);
    return QString::fromLatin1(text.data());
}

QString oneLine(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1String("\\n"));
}

QString heading(const Cache &cache)
{
    const QString name = oneLine(cache.name);
    QString line = cache.principal ? Text::tr("%1 in %2").arg(cache.principal->text(), name)
                                   : Text::tr("Nobody in %1").arg(name);
    if (cache.isDefault)
        line += Text::tr(" (default)");
    if (cache.isPrivate)
        line += Text::tr(" (Latchkey’s own)");
    line += QLatin1Char('\n');
    if (cache.defaultOrigin)
        line += QLatin1String("  ") + oneLine(sentence(*cache.defaultOrigin)) + QLatin1Char('\n');
    if (cache.passwordExpires)
        line += QLatin1String("  ")
                + Text::tr("The password expires %1.").arg(localTime(*cache.passwordExpires))
                + QLatin1Char('\n');
    return line;
}

/// What stands in front of a value whose label is that; `width` is the widest one's.
QString margin(const QString &label, qsizetype width)
{
    return QStringLiteral("    %1").arg(label, -static_cast<int>(width + 2));
}

void appendFields(QString &text, const QList<Field> &fields)
{
    qsizetype width = 0;
    for (const Field &field : fields)
        width = std::max(width, field.first.size());
    for (const auto &[label, value] : fields)
        text += margin(label, width) + value + QLatin1Char('\n');
}

/// Tells tickets field by field. What thousands of them have in common is put into words once.
class TicketTeller
{
public:
    explicit TicketTeller(Instant now) : m_now(now)
    {
        const auto shorter = [](const QString &one, const QString &other) {
            return one.size() < other.size();
        };
        const qsizetype width = std::max_element(m_labels.begin(), m_labels.end(), shorter)->size();
        for (QString &label : m_labels)
            label = margin(label, width);
    }

    QString tell(const Ticket &ticket, const RealmPath &path)
    {
        constexpr qsizetype usual = 1000; // characters
        QString text;
        text.reserve(usual);
        text += QLatin1String("  ");
        text += ticket.service.text();
        text += QLatin1Char('\n');
        append(text, Kind, once(m_kinds, kindOf(ticket), &kindName));
        if (ticket.client != m_client) {
            m_client = ticket.client;
            m_clientText = m_client.text();
        }
        append(text, Client, m_clientText);
        append(text, ValidFrom, once(m_times, ticket.startTime, &localTime));
        append(text, Expires, once(m_times, ticket.endTime, &localTime));
        append(text, Remaining, once(m_left, ticket.endTime, [this](Instant end) { return left(end); }));
        append(text, RenewUntil,
               ticket.renewUntil ? once(m_times, *ticket.renewUntil, &localTime) : QStringLiteral("-"));
        append(text, Flags, once(m_flags, ticket.flags, [](std::uint32_t flags) {
                   return flagNames(flags).join(QLatin1String(", "));
               }));
        append(text, SessionKey, once(m_encryptions, ticket.sessionKeyType, &encryptionText));
        append(text, TicketKey, ticketKey(ticket));
        append(text, Size, once(m_sizes, ticket.size, [](qsizetype size) {
                   return Text::tr("%n byte(s)", nullptr, static_cast<int>(size));
               }));
        append(text, Realms, krb::text(path));
        if (ticket.issuedFor)
            append(text, IssuedFor, ticket.issuedFor->text());
        if (!ticket.addresses.isEmpty())
            append(text, Addresses, ticket.addresses.join(QLatin1String(", ")));
        return text;
    }

private:
    enum Label {
        Kind,
        Client,
        ValidFrom,
        Expires,
        Remaining,
        RenewUntil,
        Flags,
        SessionKey,
        TicketKey,
        Size,
        Realms,
        IssuedFor,
        Addresses,
        LabelCount
    };

    template <typename Value, typename Words>
    static const QString &once(std::map<Value, QString> &known, Value value, Words words)
    {
        const auto [place, isNew] = known.try_emplace(value);
        if (isNew)
            place->second = words(value);
        return place->second;
    }
    void append(QString &text, Label label, const QString &value) const
    {
        text += m_labels[label];
        text += value;
        text += QLatin1Char('\n');
    }
    QString left(Instant end) const
    {
        const QString left = remainingText(end - m_now);
        return left.isEmpty() ? Text::tr("expired") : left;
    }
    QString ticketKey(const Ticket &ticket)
    {
        const QString name = once(m_encryptions, ticket.ticketKeyType, &encryptionText);
        return ticket.keyVersion == 0 ? name : m_keyOfVersion.arg(name).arg(ticket.keyVersion);
    }

    const Instant m_now;
    std::array<QString, LabelCount> m_labels{
        Text::tr("Kind"),       Text::tr("Client"),      Text::tr("Valid from"), Text::tr("Expires"),
        Text::tr("Remaining"),  Text::tr("Renew until"), Text::tr("Flags"),      Text::tr("Session key"),
        Text::tr("Ticket key"), Text::tr("Size"),        Text::tr("Realms"),     Text::tr("Issued for"),
        Text::tr("Addresses")};
    const QString m_keyOfVersion = Text::tr("%1, version %2");
    Principal m_client; ///< whose text is known
    QString m_clientText;
    std::map<TicketKind, QString> m_kinds;
    std::map<Instant, QString> m_times;
    std::map<Instant, QString> m_left;
    std::map<std::uint32_t, QString> m_flags;
    std::map<std::int32_t, QString> m_encryptions;
    std::map<qsizetype, QString> m_sizes;
};

void tellCache(const Cache &cache, TicketTeller &teller, Instant now, const ListingScope &scope,
               const std::function<void(const QString &)> &tell)
{
    tell(heading(cache));
    RealmPaths paths(cache.tickets);
    for (const Ticket &ticket : cache.tickets) {
        if (!scope.expired && ticket.endTime <= now)
            continue;
        tell(QStringLiteral("\n"));
        tell(teller.tell(ticket, paths.to(ticket)));
    }
    QList<Field> noted;
    for (const ConfigurationEntry &entry : cache.configuration) {
        const QString about =
            entry.principal.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(entry.principal);
        noted.append({oneLine(entry.key + about), valueText(entry)});
    }
    if (scope.configuration && !noted.isEmpty()) {
        QString text = QStringLiteral("\n  %1\n").arg(Text::tr("Configuration"));
        appendFields(text, noted);
        tell(text);
    }
    if (cache.problem)
        tell(QStringLiteral("\n  %1\n").arg(oneLine(cache.problem->message)));
}

} // namespace

QString kindName(TicketKind kind)
{
    switch (kind) {
    case TicketKind::SignIn:
        return Text::tr("ticket-granting ticket");
    case TicketKind::CrossRealm:
        return Text::tr("ticket-granting ticket for another realm");
    case TicketKind::Referral:
        return Text::tr("service ticket, referred from another name");
    case TicketKind::Service:
        break;
    }
    return Text::tr("service ticket");
}

QString encryptionText(std::int32_t number)
{
    if (number == 0)
        return Text::tr("unknown");
    const EncryptionType type = encryptionType(number);
    return type.weak ? Text::tr("%1 (weak)").arg(type.name) : type.name;
}

QString valueText(const ConfigurationEntry &entry)
{
    const QString text = QString::fromUtf8(entry.value);
    const bool isText = text.toUtf8() == entry.value
                        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); });
    return isText ? text : QString::fromLatin1(entry.value.toHex());
}

QString ticketsAsText(const QList<Cache> &caches, Instant now, const ListingScope &scope)
{
    QString text;
    tellTickets(caches, now, scope, [&text](const QString &piece) { text += piece; });
    return text;
}

void tellTickets(const QList<Cache> &caches, Instant now, const ListingScope &scope,
                 const std::function<void(const QString &)> &tell)
{
    bool isFirst = true;
    TicketTeller teller(now);
    for (const Cache &cache : caches) {
        if (!std::exchange(isFirst, false))
            tell(QStringLiteral("\n"));
        tellCache(cache, teller, now, scope, tell);
    }
}

QString ticketAsText(const Ticket &ticket, const Cache &cache, Instant now)
{
    return TicketTeller(now).tell(ticket, realmPath(ticket, cache.tickets));
}

} // namespace latchkey::krb
