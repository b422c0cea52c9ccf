// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/syntheticcache.h"

#include <ctime>

#include <krb5/krb5.h>

namespace latchkey::test {

namespace {

using namespace std::chrono_literals;

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
        krb5_principal service = nullptr;
        m_works = m_works && krb5_parse_name(m_context, ticket.service.constData(), &service) == 0;
        if (!m_works)
            return;
        const auto end = static_cast<krb5_timestamp>(std::time(nullptr) + ticket.left.count());
        QByteArray key(32, 'k');
        QByteArray bytes = ticket.service.repeated(12);
        krb5_creds creds = {};
        creds.client = m_client;
        creds.server = service;
        creds.keyblock.enctype = ticket.sessionKeyType;
        creds.keyblock.length = static_cast<unsigned>(key.size());
        creds.keyblock.contents = reinterpret_cast<krb5_octet *>(key.data());
        creds.times.starttime = end - 36000;
        creds.times.endtime = end;
        creds.times.renew_till = end + 600000;
        creds.ticket_flags = TKT_FLG_FORWARDABLE | TKT_FLG_RENEWABLE | TKT_FLG_PRE_AUTH;
        creds.ticket.length = static_cast<unsigned>(bytes.size());
        creds.ticket.data = bytes.data();
        m_works = krb5_cc_store_cred(m_context, m_cache, &creds) == 0;
        krb5_free_principal(m_context, service);
    }
    void note(const char *key, QByteArray value)
    {
        krb5_data data = {};
        data.length = static_cast<unsigned>(value.size());
        data.data = value.data();
        m_works = m_works && krb5_cc_set_config(m_context, m_cache, nullptr, key, &data) == 0;
    }
    bool works() const { return m_works; }

private:
    krb5_context m_context = nullptr;
    krb5_principal m_client = nullptr;
    krb5_ccache m_cache = nullptr;
    bool m_works = false;
};

} // namespace

bool writeCache(const QString &name, const QByteArray &principal, const QList<SyntheticTicket> &tickets)
{
    Writer writer(name, principal);
    for (const SyntheticTicket &ticket : tickets)
        writer.add(ticket);
    writer.note("pa_type", "2");
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
