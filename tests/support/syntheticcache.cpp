// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/syntheticcache.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <list>
#include <vector>

#include <arpa/inet.h>
#include <krb5/krb5.h>

namespace latchkey::test {

namespace {

using namespace std::chrono_literals;

// DER (X.690): a tag, a length, what it holds.
constexpr char sequence = 0x30;
constexpr char integer = 0x02;
constexpr char octets = 0x04;
constexpr char generalString = 0x1b;

QByteArray der(char tag, const QByteArray &content)
{
    QByteArray length(1, static_cast<char>(content.size()));
    if (content.size() > 0xff)
        length = QByteArray("\x82") + static_cast<char>(content.size() >> 8)
                 + static_cast<char>(content.size() & 0xff);
    else if (content.size() > 0x7f)
        length.prepend('\x81');
    return tag + length + content;
}

/// [number] of a sequence.
QByteArray field(int number, char tag, const QByteArray &content)
{
    return der(static_cast<char>(0xa0 + number), der(tag, content));
}

QByteArray bytesOf(const krb5_data &data)
{
    return {data.data, static_cast<qsizetype>(data.length)};
}

/// A Ticket (RFC 4120, 5.3) that nobody can decrypt.
QByteArray encodedTicket(const krb5_principal_data &server, int keyType, const QByteArray &cipher)
{
    QByteArray names;
    for (int i = 0; i < server.length; ++i)
        names += der(generalString, bytesOf(server.data[i]));
    const QByteArray name = field(0, integer, QByteArray(1, '\1')) + field(1, sequence, names);
    const QByteArray encrypted = field(0, integer, QByteArray(1, static_cast<char>(keyType)))
                                 + field(1, integer, QByteArray(1, '\3')) + field(2, octets, cipher);
    return der(0x61, der(sequence, field(0, integer, QByteArray(1, '\5'))
                                       + field(1, generalString, bytesOf(server.realm))
                                       + field(2, sequence, name) + field(3, sequence, encrypted)));
}

/// What krb5_creds holds of addresses.
class Addresses
{
public:
    explicit Addresses(const QStringList &texts)
    {
        for (const QString &text : texts) {
            auto &bytes = m_bytes.emplace_back();
            const bool six = text.contains(QLatin1Char(':'));
            if (inet_pton(six ? AF_INET6 : AF_INET, text.toLatin1().constData(), bytes.data()) != 1)
                qFatal("no address: %s", qPrintable(text));
            m_addresses.push_back({KV5M_ADDRESS, six ? ADDRTYPE_INET6 : ADDRTYPE_INET, six ? 16U : 4U,
                                   reinterpret_cast<krb5_octet *>(bytes.data())});
        }
        for (krb5_address &address : m_addresses)
            m_list.push_back(&address);
        m_list.push_back(nullptr);
    }
    krb5_address **list() { return m_list.size() > 1 ? m_list.data() : nullptr; }

private:
    std::list<std::array<char, 16>> m_bytes;
    std::list<krb5_address> m_addresses;
    std::vector<krb5_address *> m_list;
};

/// libkrb5's objects of one cache that is being written.
class Writer
{
public:
    Writer(const QString &name, const QByteArray &principal)
    {
        m_works = krb5_init_context(&m_context) == 0
                  && krb5_parse_name(m_context, principal.constData(), &m_client) == 0
                  && krb5_cc_resolve(m_context, name.toLocal8Bit().constData(), &m_cache) == 0
                  && krb5_cc_initialize(m_context, m_cache, m_client) == 0;
    }
    ~Writer()
    {
        if (m_cache)
            krb5_cc_close(m_context, m_cache);
        krb5_free_principal(m_context, m_client);
        krb5_free_context(m_context);
    }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    void add(const SyntheticTicket &ticket)
    {
        const krb5_principal client = ticket.client.isEmpty() ? nullptr : parsed(ticket.client);
        const krb5_principal service = parsed(ticket.service);
        const krb5_principal issued = ticket.issuedFor.isEmpty() ? nullptr : parsed(ticket.issuedFor);
        if (m_works) {
            QByteArray bytes = encodedTicket(*(issued ? issued : service), ticket.ticketKeyType,
                                             ticket.service.repeated(12).left(1000));
            store(ticket, client ? client : m_client, service, bytes);
        }
        for (const krb5_principal principal : {client, service, issued})
            krb5_free_principal(m_context, principal);
    }
    void note(const SyntheticNote &note)
    {
        QByteArray value = note.value;
        krb5_data data = {};
        data.length = static_cast<unsigned>(value.size());
        data.data = value.data();
        const krb5_principal about = note.principal.isEmpty() ? nullptr : parsed(note.principal);
        m_works = m_works && krb5_cc_set_config(m_context, m_cache, about, note.key, &data) == 0;
        krb5_free_principal(m_context, about);
    }
    bool works() const { return m_works; }

private:
    krb5_principal parsed(const QByteArray &text)
    {
        krb5_principal principal = nullptr;
        m_works = m_works && krb5_parse_name(m_context, text.constData(), &principal) == 0;
        return principal;
    }
    void store(const SyntheticTicket &ticket, krb5_principal client, krb5_principal service,
               QByteArray &bytes)
    {
        const auto end = static_cast<krb5_timestamp>(std::time(nullptr) + ticket.left.count());
        QByteArray key(32, 'k');
        Addresses addresses(ticket.addresses);
        krb5_creds creds = {};
        creds.client = client;
        creds.server = service;
        creds.keyblock.enctype = ticket.sessionKeyType;
        creds.keyblock.length = static_cast<unsigned>(key.size());
        creds.keyblock.contents = reinterpret_cast<krb5_octet *>(key.data());
        creds.times.authtime = end - 37000;
        creds.times.starttime = ticket.hasStart ? end - 36000 : 0;
        creds.times.endtime = end;
        if (ticket.renewable)
            creds.times.renew_till = end + static_cast<krb5_timestamp>(ticket.renewable->count());
        creds.ticket_flags = static_cast<krb5_flags>(ticket.flags);
        creds.addresses = addresses.list();
        creds.ticket.length = static_cast<unsigned>(bytes.size());
        creds.ticket.data = bytes.data();
        m_works = krb5_cc_store_cred(m_context, m_cache, &creds) == 0;
    }

    krb5_context m_context = nullptr;
    krb5_principal m_client = nullptr;
    krb5_ccache m_cache = nullptr;
    bool m_works = false;
};

} // namespace

bool writeCache(const QString &name, const QByteArray &principal, const QList<SyntheticTicket> &tickets,
                const QList<SyntheticNote> &notes)
{
    Writer writer(name, principal);
    for (const SyntheticTicket &ticket : tickets)
        writer.add(ticket);
    for (const SyntheticNote &note : notes)
        writer.note(note);
    return writer.works();
}

QList<SyntheticTicket> manyTickets(int count)
{
    constexpr int rc4 = 23;
    constexpr int aes256 = 18;
    QList<SyntheticTicket> tickets{{"krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM", 9h, aes256}};
    if (count > 1)
        tickets.append({"krbtgt/AWS.EXAMPLE.COM@CORP.EXAMPLE.COM", 9h, aes256});
    for (int i = 2; i < count; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(4, '0');
        const std::chrono::seconds left = i % 10 == 9 ? -1min * i : 1h + 1min * ((i * 37) % 480);
        tickets.append(
            {"mysql/db" + number + ".orders.example.com@AWS.EXAMPLE.COM", left, i % 7 == 0 ? rc4 : aes256});
    }
    return tickets.first(count);
}

} // namespace latchkey::test
