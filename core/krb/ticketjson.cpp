// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/ticketjson.h"

#include "core/base/jsonwriter.h"
#include "core/krb/realmpath.h"

#include <array>
#include <ctime>
#include <map>

namespace latchkey::krb {

namespace {

using Tell = std::function<void(std::string_view)>;

QString utcTime(Instant instant)
{
    const std::time_t seconds = instant.time_since_epoch().count();
    tm time = {};
    std::array<char, 32> text = {};
    if (gmtime_r(&seconds, &time))
        std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &time);
    return QString::fromLatin1(text.data());
}

const char *kindWord(TicketKind kind)
{
    switch (kind) {
    case TicketKind::SignIn:
        return "\"sign-in\"";
    case TicketKind::CrossRealm:
        return "\"cross-realm\"";
    case TicketKind::Referral:
        return "\"referral\"";
    case TicketKind::Service:
        break;
    }
    return "\"service\"";
}

const char *sourceWord(DefaultOrigin::Source source)
{
    switch (source) {
    case DefaultOrigin::Source::Environment:
        return "\"KRB5CCNAME\"";
    case DefaultOrigin::Source::Configuration:
        return "\"krb5.conf\"";
    case DefaultOrigin::Source::BuiltIn:
        break;
    }
    return "\"built-in\"";
}

void putTexts(JsonWriter &json, const QStringList &texts)
{
    json.beginArray();
    for (const QString &text : texts)
        json.text(text);
    json.endArray();
}

void putPrincipal(JsonWriter &json, const std::optional<Principal> &principal)
{
    if (principal)
        json.text(principal->text());
    else
        json.null();
}

void putOrigin(JsonWriter &json, const DefaultOrigin &origin)
{
    json.beginObject();
    json.key("names").text(origin.named);
    json.key("primary").boolean(origin.isPrimary);
    json.key("source").json(sourceWord(origin.source));
    json.endObject();
}

void putConfiguration(JsonWriter &json, const QList<ConfigurationEntry> &configuration)
{
    json.beginArray();
    for (const ConfigurationEntry &entry : configuration) {
        json.beginObject();
        json.key("key").text(entry.key);
        json.key("principal").text(entry.principal);
        json.key("value").text(valueText(entry));
        json.endObject();
    }
    json.endArray();
}

void putProblem(JsonWriter &json, const Error &problem)
{
    json.beginObject();
    json.key("code").text(codeName(problem.code));
    json.key("detail").text(problem.detail);
    json.key("message").text(problem.message);
    json.key("native").number(problem.native);
    json.endObject();
}

/// Puts tickets that are all at one depth. What thousands of them have in common is put into words once.
class TicketPutter
{
public:
    TicketPutter(JsonWriter &json, Instant now) : m_json(json), m_now(now) { }

    void put(const Ticket &ticket, const RealmPath &path)
    {
        m_json.beginObject();
        putTexts(m_json.key("addresses"), ticket.addresses);
        if (ticket.client != m_client) {
            m_client = ticket.client;
            m_clientText = m_client.text();
        }
        m_json.key("client").text(m_clientText);
        putTime("end", ticket.endTime);
        m_json.key("expired").boolean(ticket.endTime <= m_now);
        putOnce("flags", m_flags, ticket.flags, [&] { putTexts(m_json, flagNames(ticket.flags)); });
        putPrincipal(m_json.key("issuedFor"), ticket.issuedFor);
        m_json.key("keyVersion").number(ticket.keyVersion);
        m_json.key("kind").json(kindWord(kindOf(ticket)));
        putOnce("realms", m_realms, path.realms, [&] { putTexts(m_json, path.realms); });
        m_json.key("realmsComplete").boolean(path.isComplete);
        if (ticket.renewUntil)
            putTime("renewUntil", *ticket.renewUntil);
        else
            m_json.key("renewUntil").null();
        m_json.key("service").text(ticket.service.text());
        const EncryptionType &session = known(ticket.sessionKeyType);
        m_json.key("sessionKeyType").text(session.name);
        m_json.key("sessionKeyWeak").boolean(session.weak);
        m_json.key("size").number(ticket.size);
        putTime("start", ticket.startTime);
        const EncryptionType &key = known(ticket.ticketKeyType);
        m_json.key("ticketKeyType").text(key.name);
        m_json.key("ticketKeyWeak").boolean(key.weak);
        m_json.endObject();
    }

private:
    template <typename Value, typename Put>
    void putOnce(std::string_view key, std::map<Value, std::string> &known, const Value &value, Put put)
    {
        m_json.key(key);
        const auto [place, isNew] = known.try_emplace(value);
        if (!isNew)
            return m_json.json(place->second);
        const std::size_t before = m_json.written().size();
        put();
        place->second = m_json.written().substr(before);
    }
    void putTime(std::string_view key, Instant time)
    {
        putOnce(key, m_times, time, [&] { m_json.text(utcTime(time)); });
    }
    const EncryptionType &known(std::int32_t number)
    {
        const auto [place, isNew] = m_encryptions.try_emplace(number);
        if (isNew)
            place->second = encryptionType(number);
        return place->second;
    }

    JsonWriter &m_json;
    const Instant m_now;
    Principal m_client; ///< whose text is known
    QString m_clientText;
    std::map<Instant, std::string> m_times;
    std::map<std::uint32_t, std::string> m_flags;
    std::map<QStringList, std::string> m_realms;
    std::map<std::int32_t, EncryptionType> m_encryptions;
};

/// The cache as an object, given away whenever a ticket is complete.
void putCache(JsonWriter &json, TicketPutter &tickets, const Cache &cache, Instant now,
              const ListingScope &scope, const Tell &tell)
{
    json.beginObject();
    json.key("cache").text(cache.name);
    if (scope.configuration)
        putConfiguration(json.key("configuration"), cache.configuration);
    json.key("default").boolean(cache.isDefault);
    if (cache.defaultOrigin)
        putOrigin(json.key("defaultBecause"), *cache.defaultOrigin);
    if (cache.problem)
        putProblem(json.key("error"), *cache.problem);
    if (cache.passwordExpires)
        json.key("passwordExpires").text(utcTime(*cache.passwordExpires));
    putPrincipal(json.key("principal"), cache.principal);
    json.key("private").boolean(cache.isPrivate);
    json.key("tickets").beginArray();
    RealmPaths paths(cache.tickets);
    for (const Ticket &ticket : cache.tickets) {
        if (!scope.expired && ticket.endTime <= now)
            continue;
        tickets.put(ticket, paths.to(ticket));
        tell(json.written());
        json.clear();
    }
    json.endArray();
    json.key("type").text(cache.type());
    json.endObject();
}

} // namespace

std::string ticketAsJson(const Ticket &ticket, const Cache &cache, Instant now)
{
    JsonWriter json(QJsonDocument::Indented);
    TicketPutter(json, now).put(ticket, realmPath(ticket, cache.tickets));
    return std::string(json.written());
}

std::string cacheAsJson(const Cache &cache, Instant now, const ListingScope &scope)
{
    std::string all;
    const Tell gather = [&all](std::string_view piece) { all += piece; };
    JsonWriter json(QJsonDocument::Indented);
    TicketPutter tickets(json, now);
    putCache(json, tickets, cache, now, scope, gather);
    gather(json.written());
    return all;
}

void tellAsJson(const QList<Cache> &caches, Instant now, const ListingScope &scope,
                QJsonDocument::JsonFormat format, const Tell &tell)
{
    JsonWriter json(format);
    TicketPutter tickets(json, now);
    json.beginArray();
    for (const Cache &cache : caches)
        putCache(json, tickets, cache, now, scope, tell);
    json.endArray();
    tell(json.written());
}

} // namespace latchkey::krb
