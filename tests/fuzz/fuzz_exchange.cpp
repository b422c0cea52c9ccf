// SPDX-License-Identifier: GPL-2.0-or-later
// A whole login with whatever packets a server may send, without a KDC. The input: three bytes of circumstances, then
// packets of a kind byte, a u16LE length and data.
#include "core/gss/printable.h"
#include "tests/support/fakeexchange.h"

#include <algorithm>
#include <cstdlib>

using namespace latchkey::gss;
using latchkey::test::FakeChannel;
using latchkey::test::FakeNegotiator;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

class Input
{
public:
    explicit Input(std::span<const unsigned char> bytes) : m_bytes(bytes) { }

    bool atEnd() const { return m_bytes.empty(); }
    unsigned byte()
    {
        if (m_bytes.empty())
            return 0;
        const unsigned value = m_bytes.front();
        m_bytes = m_bytes.subspan(1);
        return value;
    }
    std::vector<unsigned char> bytes(std::size_t wanted)
    {
        const auto taken = m_bytes.first(std::min(wanted, m_bytes.size()));
        m_bytes = m_bytes.subspan(taken.size());
        return {taken.begin(), taken.end()};
    }

private:
    std::span<const unsigned char> m_bytes;
};

Incoming packet(Input &input)
{
    const unsigned kind = input.byte();
    const unsigned low = input.byte();
    const auto data = input.bytes(low + 256U * input.byte());
    const std::string text(data.begin(), data.end());
    switch (kind % 8) {
    case 0:
        return {Incoming::Kind::SwitchRequest, {}, text, {}};
    case 1:
        return {Incoming::Kind::ServerError, {}, {}, text};
    case 2:
        return {Incoming::Kind::Broken, {}, {}, text};
    default:
        return {Incoming::Kind::Data, data, {}, {}};
    }
}

/// What must hold however a login ends.
void check(Verdict verdict, const Exchange &exchange, const FakeChannel &channel, int negotiations)
{
    require((verdict == Verdict::Failed) == exchange.failure.has_value());
    require((verdict == Verdict::Done) == exchange.mutuallyAuthenticated);
    require(!exchange.failure
            || (!exchange.failure->text.empty() && clipped(exchange.failure->text, 511).size() < 512));
    const bool allowed = exchange.request && !exchange.spnPolicy.refusal(exchange.request->spn)
                         && (channel.tls || !exchange.requireTls) && exchange.method != Method::Password
                         && channel.answered;
    require(allowed || (channel.written.empty() && negotiations == 0));
    require(channel.written.size() <= 8);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    Input input({data, size});
    const unsigned circumstances = input.byte();
    const unsigned behaviour = input.byte();
    const unsigned wishes = input.byte();

    FakeChannel channel;
    channel.answered = (circumstances & 1U) == 0;
    channel.tls = (circumstances & 2U) == 0;
    channel.writable = (circumstances & 4U) == 0;
    while (!input.atEnd())
        channel.incoming.push_back(packet(input));

    Exchange exchange;
    exchange.method = static_cast<Method>(wishes % 3);
    exchange.requireTls = (wishes & 4U) == 0;
    exchange.clientPrincipal = (wishes & 8U) != 0 ? "alice@CORP" : "";
    exchange.spnPolicy.pinned = (wishes & 16U) != 0 ? "mysql/db1@CORP" : "";

    FakeNegotiator::Behaviour negotiator;
    negotiator.failsAtOnce = (behaviour & 1U) != 0;
    negotiator.completeAtOnce = (behaviour & 2U) != 0;
    negotiator.refusesReply = (behaviour & 4U) != 0;
    negotiator.neverEnds = (behaviour & 8U) != 0;
    negotiator.mutual = (behaviour & 16U) == 0;

    int negotiations = 0;
    HandshakeTerms terms;
    terms.otherPluginsAllowed = (wishes & 32U) != 0;
    terms.log = [](LogLevel, const std::string &line) { require(!line.empty()); };
    terms.makeNegotiator = [&](const ServerRequest &, const Exchange &) {
        ++negotiations;
        return std::variant<std::unique_ptr<Negotiator>, GssStatus>(
            std::make_unique<FakeNegotiator>(negotiator));
    };
    const Plugin plugin = (circumstances & 8U) != 0 ? Plugin::Gssapi : Plugin::Kerberos;
    check(authenticate(plugin, channel, exchange, terms), exchange, channel, negotiations);
    return 0;
}
