// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/dnslookup.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>

namespace latchkey::krb {

namespace {

constexpr int secondsPerServer = 1;
constexpr std::size_t largestAnswer = 65536;

/// The resolver's state, for this lookup alone.
class Resolver
{
public:
    explicit Resolver(const std::optional<NameServer> &server) : m_isReady(res_ninit(&m_state) == 0)
    {
        m_state.retrans = secondsPerServer;
        m_state.retry = 1;
        if (m_isReady && server)
            askOnly(*server);
    }
    ~Resolver()
    {
        if (m_isReady)
            res_nclose(&m_state);
    }
    Resolver(const Resolver &) = delete;
    Resolver &operator=(const Resolver &) = delete;

    /// Adds what it finds to `records`.
    KdcLookup::State ask(const QByteArray &name, QList<SrvRecord> &records)
    {
        if (!m_isReady)
            return KdcLookup::State::Failed;
        std::vector<unsigned char> answer(largestAnswer);
        const int size = res_nquery(&m_state, name.constData(), ns_c_in, ns_t_srv, answer.data(),
                                    static_cast<int>(answer.size()));
        if (size < 0) {
            const bool isNone = m_state.res_h_errno == HOST_NOT_FOUND || m_state.res_h_errno == NO_DATA;
            return isNone ? KdcLookup::State::None : KdcLookup::State::Failed;
        }
        const auto found =
            srvRecords(QByteArrayView(answer.data(), std::min<qsizetype>(size, largestAnswer)));
        records += found;
        return found.isEmpty() ? KdcLookup::State::None : KdcLookup::State::Found;
    }

private:
    void askOnly(const NameServer &server)
    {
        m_state.nscount = 1;
        sockaddr_in &address = m_state.nsaddr_list[0];
        address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(server.port);
        inet_pton(AF_INET, server.address.toLatin1().constData(), &address.sin_addr);
    }

    struct __res_state m_state = {};
    bool m_isReady;
};

/// The same host comes by UDP and by TCP; one without a host says that there is none.
QList<SrvRecord> distinct(const QList<SrvRecord> &records)
{
    QList<SrvRecord> once;
    for (const SrvRecord &record : records) {
        const bool isKnown = std::any_of(once.begin(), once.end(), [&](const SrvRecord &other) {
            return other.host == record.host && other.port == record.port;
        });
        if (!isKnown && !record.host.isEmpty())
            once.append(record);
    }
    return once;
}

} // namespace

KdcLookup lookUpKdcs(const QString &realm, const std::optional<NameServer> &server)
{
    Resolver resolver(server);
    QList<SrvRecord> records;
    // The dot at the end keeps the resolver from trying the machine's own domain behind the name.
    const KdcLookup::State udp = resolver.ask("_kerberos._udp." + realm.toUtf8() + '.', records);
    const KdcLookup::State tcp = udp == KdcLookup::State::Failed
                                     ? udp
                                     : resolver.ask("_kerberos._tcp." + realm.toUtf8() + '.', records);
    records = distinct(records);
    if (!records.isEmpty())
        return {realm, KdcLookup::State::Found, records};
    const bool isFailure = udp == KdcLookup::State::Failed || tcp == KdcLookup::State::Failed;
    return {realm, isFailure ? KdcLookup::State::Failed : KdcLookup::State::None, {}};
}

} // namespace latchkey::krb
