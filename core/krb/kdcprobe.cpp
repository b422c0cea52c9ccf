// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/kdcprobe.h"

#include "core/krb/context.h"
#include "core/krb/kdcconversation.h"
#include "core/krb/krberror.h"

#include <algorithm>
#include <memory>

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

namespace latchkey::krb {

namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr auto resendAfter = 1s; ///< a UDP packet may be lost
constexpr std::size_t mostAddresses = 4; ///< of one name

struct FreeAddresses
{
    void operator()(addrinfo *list) const { freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

struct FreeRequest
{
    krb5_context context;
    void operator()(krb5_init_creds_context exchange) const { krb5_init_creds_free(context, exchange); }
};

/// The first request of a sign-in, as libkrb5 makes it.
Result<QByteArray> firstRequest(krb5_context context, const QString &realm)
{
    const QByteArray name = realm.toUtf8();
    PrincipalHandle nobody(nullptr, {context});
    krb5_error_code code = krb5_build_principal(
        context, into(nobody, context), static_cast<unsigned int>(name.size()), name.constData(),
        KRB5_WELLKNOWN_NAMESTR, KRB5_ANONYMOUS_PRINCSTR, static_cast<char *>(nullptr));
    if (code != 0)
        return krbError(context, code, "krb5_build_principal", {.realm = realm});
    krb5_init_creds_context exchange = nullptr;
    code = krb5_init_creds_init(context, nobody.get(), nullptr, nullptr, 0, nullptr, &exchange);
    if (code != 0)
        return krbError(context, code, "krb5_init_creds_init", {.realm = realm});
    const std::unique_ptr<_krb5_init_creds_context, FreeRequest> owner(exchange, {context});
    krb5_data nothing = {};
    krb5_data request = {};
    krb5_data asked = {};
    unsigned int flags = 0;
    code = krb5_init_creds_step(context, exchange, &nothing, &request, &asked, &flags);
    if (code != 0)
        return krbError(context, code, "krb5_init_creds_step", {.realm = realm});
    const QByteArray bytes(request.data, static_cast<qsizetype>(request.length));
    krb5_free_data_contents(context, &request);
    krb5_free_data_contents(context, &asked);
    return bytes;
}

/// What a reply says, and the KDC's time if it tells.
class Judge
{
public:
    Judge(krb5_context context, const Clock &clock) : m_context(context), m_clock(clock) { }

    KdcAnswer judge(const QByteArray &reply)
    {
        constexpr char ticketReply = 0x6b; // [APPLICATION 11], RFC 4120, 5.4.2
        if (reply.startsWith(ticketReply))
            return KdcAnswer::Serves;
        krb5_data data = {};
        data.data = const_cast<char *>(reply.constData());
        data.length = static_cast<unsigned int>(reply.size());
        ReplyErrorHandle error;
        if (krb5_rd_error(m_context, &data, into(error, m_context)) != 0)
            return KdcAnswer::Strange;
        m_offset =
            std::chrono::seconds(static_cast<std::uint32_t>(error->stime)) - m_clock().time_since_epoch();
        // The protocol's numbers are offsets into libkrb5's table.
        const auto code =
            static_cast<krb5_error_code>(ERROR_TABLE_BASE_krb5 + static_cast<long>(error->error));
        return code == KRB5KDC_ERR_WRONG_REALM ? KdcAnswer::WrongRealm : KdcAnswer::Serves;
    }

    std::optional<std::chrono::seconds> offset() const { return m_offset; }

private:
    krb5_context m_context;
    const Clock &m_clock;
    std::optional<std::chrono::seconds> m_offset;
};

KdcAnswer nameAnswer(int code)
{
    return code == EAI_AGAIN ? KdcAnswer::NameSilent : KdcAnswer::NameUnknown;
}

Addresses resolve(const KdcAddress &address, int &code)
{
    addrinfo hints = {};
    hints.ai_socktype = SOCK_DGRAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo *list = nullptr;
    code = getaddrinfo(address.host.toUtf8().constData(), QByteArray::number(address.port).constData(),
                       &hints, &list);
    return Addresses(code == 0 ? list : nullptr);
}

std::vector<std::unique_ptr<KdcConversation>> conversations(const addrinfo *addresses,
                                                            const QByteArray &request)
{
    std::vector<std::unique_ptr<KdcConversation>> all;
    for (const addrinfo *one = addresses; one && all.size() < 2 * mostAddresses; one = one->ai_next)
        for (const int type : {SOCK_DGRAM, SOCK_STREAM})
            all.push_back(std::make_unique<KdcConversation>(*one->ai_addr, one->ai_addrlen, type, request));
    return all;
}

/// One step: waits until something can go on, at most until `until`.
void attend(const std::vector<std::unique_ptr<KdcConversation>> &all, Steady::time_point until)
{
    std::vector<pollfd> waiting;
    for (const auto &one : all)
        waiting.push_back({one->isOver() ? -1 : one->descriptor(), one->wanted(), 0});
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Steady::now());
    poll(waiting.data(), waiting.size(), static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
    for (std::size_t index = 0; index < all.size(); ++index)
        if (waiting[index].revents != 0)
            all[index]->goOn();
}

/// Of several addresses of one name, what the best one said.
KdcAnswer best(const std::vector<std::unique_ptr<KdcConversation>> &all, int type, Judge &judge)
{
    KdcAnswer answer = KdcAnswer::NotAsked;
    for (const auto &one : all) {
        if (one->type() != type)
            continue;
        const KdcAnswer own = one->reply() ? judge.judge(*one->reply()) : one->failure();
        if (answer == KdcAnswer::NotAsked || own < answer)
            answer = own;
    }
    return answer;
}

bool isDecided(const std::vector<std::unique_ptr<KdcConversation>> &all)
{
    const auto decided = [&](int type) {
        bool hasReply = false;
        bool isOver = true;
        for (const auto &one : all) {
            hasReply = hasReply || (one->type() == type && one->reply());
            isOver = isOver && (one->type() != type || one->isOver());
        }
        return hasReply || isOver;
    };
    return decided(SOCK_DGRAM) && decided(SOCK_STREAM);
}

} // namespace

Result<KdcObservation> probeKdc(const QString &realm, const KdcAddress &address, const Clock &clock,
                                std::chrono::milliseconds patience, Job &job)
{
    KdcObservation seen{realm, address};
    if (address.isProxy)
        return seen;
    const auto context = Context::make();
    if (!context)
        return context.error();
    const auto request = firstRequest(*context, realm);
    if (!request)
        return request.error();
    int code = 0;
    const Addresses addresses = resolve(address, code);
    if (!addresses) {
        seen.udp = seen.tcp = nameAnswer(code);
        return seen;
    }
    const auto all = conversations(addresses.get(), *request);
    const auto end = Steady::now() + patience;
    auto resend = Steady::now() + resendAfter;
    while (!isDecided(all) && Steady::now() < end && !job.isOver()) {
        attend(all, std::min(end, resend));
        if (Steady::now() < resend)
            continue;
        resend = end;
        for (const auto &one : all)
            one->repeat();
    }
    Judge judge(*context, clock);
    seen.udp = best(all, SOCK_DGRAM, judge);
    seen.tcp = best(all, SOCK_STREAM, judge);
    seen.clockOffset = judge.offset();
    return seen;
}

} // namespace latchkey::krb
