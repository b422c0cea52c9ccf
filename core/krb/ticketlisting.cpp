// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/ticketlisting.h"

#include "core/base/remainingtext.h"
#include "core/krb/realmpath.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
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
QString dateAndTime(const tm &time, char between)
{
    std::array<char, 96> text = {};
    const int size =
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d%c%02d:%02d:%02d", time.tm_year + 1900,
                      time.tm_mon + 1, time.tm_mday, between, time.tm_hour, time.tm_min, time.tm_sec);
    return QString::fromLatin1(text.data(), size);
}

QString localTime(Instant instant)
{
    const std::time_t seconds = instant.time_since_epoch().count();
    tm time = {};
    return localtime_r(&seconds, &time) ? dateAndTime(time, ' ') : QString();
}

QString utcTime(Instant instant)
{
    const std::time_t seconds = instant.time_since_epoch().count();
    tm time = {};
    return gmtime_r(&seconds, &time) ? dateAndTime(time, 'T') + QLatin1Char('Z') : QString();
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

QString remaining(const Ticket &ticket, Instant now)
{
    const QString left = remainingText(ticket.endTime - now);
    return left.isEmpty() ? Text::tr("expired") : left;
}

QString ticketKey(const Ticket &ticket)
{
    const QString name = encryptionText(ticket.ticketKeyType);
    return ticket.keyVersion == 0 ? name : Text::tr("%1, version %2").arg(name).arg(ticket.keyVersion);
}

QList<Field> fields(const Ticket &ticket, const RealmPath &path, Instant now)
{
    QList<Field> fields{
        {Text::tr("Kind"), kindName(kindOf(ticket))},
        {Text::tr("Client"), ticket.client.text()},
        {Text::tr("Valid from"), localTime(ticket.startTime)},
        {Text::tr("Expires"), localTime(ticket.endTime)},
        {Text::tr("Remaining"), remaining(ticket, now)},
        {Text::tr("Renew until"), ticket.renewUntil ? localTime(*ticket.renewUntil) : QStringLiteral("-")},
        {Text::tr("Flags"), flagNames(ticket.flags).join(QLatin1String(", "))},
        {Text::tr("Session key"), encryptionText(ticket.sessionKeyType)},
        {Text::tr("Ticket key"), ticketKey(ticket)},
        {Text::tr("Size"), Text::tr("%n byte(s)", nullptr, static_cast<int>(ticket.size))},
        {Text::tr("Realms"), text(path)},
    };
    if (ticket.issuedFor)
        fields.append({Text::tr("Issued for"), ticket.issuedFor->text()});
    if (!ticket.addresses.isEmpty())
        fields.append({Text::tr("Addresses"), ticket.addresses.join(QLatin1String(", "))});
    return fields;
}

void appendLines(QString &text, const QList<Field> &fields)
{
    qsizetype width = 0;
    for (const Field &field : fields)
        width = std::max(width, field.first.size());
    for (const auto &[label, value] : fields) {
        text += QLatin1String("    ");
        text += label;
        text.resize(text.size() + width - label.size() + 2, QLatin1Char(' '));
        text += value;
        text += QLatin1Char('\n');
    }
}

QString ticketText(const Ticket &ticket, const RealmPath &path, Instant now)
{
    constexpr qsizetype usual = 1000; // characters
    QString text;
    text.reserve(usual);
    text += QLatin1String("  ");
    text += ticket.service.text();
    text += QLatin1Char('\n');
    appendLines(text, fields(ticket, path, now));
    return text;
}

void tellCache(const Cache &cache, Instant now, const ListingScope &scope,
               const std::function<void(const QString &)> &tell)
{
    tell(heading(cache));
    RealmPaths paths(cache.tickets);
    for (const Ticket &ticket : cache.tickets) {
        if (scope.expired || ticket.endTime > now)
            tell(ticketText(ticket, paths.to(ticket), now).prepend(QLatin1Char('\n')));
    }
    QList<Field> noted;
    for (const ConfigurationEntry &entry : cache.configuration) {
        const QString about =
            entry.principal.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(entry.principal);
        noted.append({oneLine(entry.key + about), valueText(entry)});
    }
    if (scope.configuration && !noted.isEmpty()) {
        QString text = QStringLiteral("\n  %1\n").arg(Text::tr("Configuration"));
        appendLines(text, noted);
        tell(text);
    }
    if (cache.problem)
        tell(QStringLiteral("\n  %1\n").arg(oneLine(cache.problem->message)));
}

QString kindWord(TicketKind kind)
{
    switch (kind) {
    case TicketKind::SignIn:
        return QStringLiteral("sign-in");
    case TicketKind::CrossRealm:
        return QStringLiteral("cross-realm");
    case TicketKind::Referral:
        return QStringLiteral("referral");
    case TicketKind::Service:
        break;
    }
    return QStringLiteral("service");
}

QString sourceWord(DefaultOrigin::Source source)
{
    switch (source) {
    case DefaultOrigin::Source::Environment:
        return QStringLiteral("KRB5CCNAME");
    case DefaultOrigin::Source::Configuration:
        return QStringLiteral("krb5.conf");
    case DefaultOrigin::Source::BuiltIn:
        break;
    }
    return QStringLiteral("built-in");
}

QJsonObject originAsJson(const DefaultOrigin &origin)
{
    return {{QStringLiteral("source"), sourceWord(origin.source)},
            {QStringLiteral("names"), origin.named},
            {QStringLiteral("primary"), origin.isPrimary}};
}

QJsonArray configurationAsJson(const Cache &cache)
{
    QJsonArray entries;
    for (const ConfigurationEntry &entry : cache.configuration)
        entries.append(QJsonObject{{QStringLiteral("key"), entry.key},
                                   {QStringLiteral("principal"), entry.principal},
                                   {QStringLiteral("value"), valueText(entry)}});
    return entries;
}

QJsonObject ticketJson(const Ticket &ticket, const RealmPath &path, Instant now)
{
    const EncryptionType session = encryptionType(ticket.sessionKeyType);
    const EncryptionType key = encryptionType(ticket.ticketKeyType);
    return {
        {QStringLiteral("client"), ticket.client.text()},
        {QStringLiteral("service"), ticket.service.text()},
        {QStringLiteral("issuedFor"),
         ticket.issuedFor ? QJsonValue(ticket.issuedFor->text()) : QJsonValue::Null},
        {QStringLiteral("kind"), kindWord(kindOf(ticket))},
        {QStringLiteral("start"), utcTime(ticket.startTime)},
        {QStringLiteral("end"), utcTime(ticket.endTime)},
        {QStringLiteral("renewUntil"),
         ticket.renewUntil ? QJsonValue(utcTime(*ticket.renewUntil)) : QJsonValue::Null},
        {QStringLiteral("expired"), ticket.endTime <= now},
        {QStringLiteral("flags"), QJsonArray::fromStringList(flagNames(ticket.flags))},
        {QStringLiteral("sessionKeyType"), session.name},
        {QStringLiteral("sessionKeyWeak"), session.weak},
        {QStringLiteral("ticketKeyType"), key.name},
        {QStringLiteral("ticketKeyWeak"), key.weak},
        {QStringLiteral("keyVersion"), qint64{ticket.keyVersion}},
        {QStringLiteral("size"), qint64{ticket.size}},
        {QStringLiteral("addresses"), QJsonArray::fromStringList(ticket.addresses)},
        {QStringLiteral("realms"), QJsonArray::fromStringList(path.realms)},
        {QStringLiteral("realmsComplete"), path.isComplete},
    };
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
    for (const Cache &cache : caches) {
        if (!std::exchange(isFirst, false))
            tell(QStringLiteral("\n"));
        tellCache(cache, now, scope, tell);
    }
}

QString ticketAsText(const Ticket &ticket, const Cache &cache, Instant now)
{
    return ticketText(ticket, realmPath(ticket, cache.tickets), now);
}

QJsonObject ticketAsJson(const Ticket &ticket, const Cache &cache, Instant now)
{
    return ticketJson(ticket, realmPath(ticket, cache.tickets), now);
}

QJsonObject cacheAsJson(const Cache &cache, Instant now, const ListingScope &scope)
{
    QJsonArray tickets;
    RealmPaths paths(cache.tickets);
    for (const Ticket &ticket : cache.tickets) {
        if (scope.expired || ticket.endTime > now)
            tickets.append(ticketJson(ticket, paths.to(ticket), now));
    }
    QJsonObject object{
        {QStringLiteral("cache"), cache.name},
        {QStringLiteral("type"), cache.type()},
        {QStringLiteral("principal"),
         cache.principal ? QJsonValue(cache.principal->text()) : QJsonValue::Null},
        {QStringLiteral("default"), cache.isDefault},
        {QStringLiteral("private"), cache.isPrivate},
        {QStringLiteral("tickets"), tickets},
    };
    if (cache.defaultOrigin)
        object.insert(QStringLiteral("defaultBecause"), originAsJson(*cache.defaultOrigin));
    if (cache.passwordExpires)
        object.insert(QStringLiteral("passwordExpires"), utcTime(*cache.passwordExpires));
    if (scope.configuration)
        object.insert(QStringLiteral("configuration"), configurationAsJson(cache));
    if (cache.problem)
        object.insert(QStringLiteral("error"),
                      QJsonObject{{QStringLiteral("code"), codeName(cache.problem->code)},
                                  {QStringLiteral("message"), cache.problem->message},
                                  {QStringLiteral("detail"), cache.problem->detail},
                                  {QStringLiteral("native"), cache.problem->native}});
    return object;
}

QJsonArray cachesAsJson(const QList<Cache> &caches, Instant now, const ListingScope &scope)
{
    QJsonArray all;
    for (const Cache &cache : caches)
        all.append(cacheAsJson(cache, now, scope));
    return all;
}

} // namespace latchkey::krb
