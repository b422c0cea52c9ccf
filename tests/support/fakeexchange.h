// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/handshake.h"

#include <deque>
#include <string>

namespace latchkey::test {

/// Plays a server's packets to the exchange and keeps the client's.
class FakeChannel : public gss::PacketChannel
{
public:
    bool greetingAnswered() const override { return answered; }
    gss::Incoming read() override
    {
        if (incoming.empty())
            return {gss::Incoming::Kind::Broken, {}, {}, "the line is dead"};
        gss::Incoming next = incoming.front();
        incoming.pop_front();
        return next;
    }
    bool write(std::span<const unsigned char> packet) override
    {
        written.emplace_back(packet.begin(), packet.end());
        return writable;
    }
    bool encrypted() const override { return tls; }

    FakeChannel &data(const std::string &bytes)
    {
        incoming.push_back({gss::Incoming::Kind::Data, {bytes.begin(), bytes.end()}, {}, {}});
        return *this;
    }
    FakeChannel &switchRequest(const std::string &plugin)
    {
        incoming.push_back({gss::Incoming::Kind::SwitchRequest, {}, plugin, {}});
        return *this;
    }
    FakeChannel &error(const std::string &text)
    {
        incoming.push_back({gss::Incoming::Kind::ServerError, {}, {}, text});
        return *this;
    }

    bool answered = true;
    bool tls = true;
    bool writable = true;
    std::deque<gss::Incoming> incoming;
    std::vector<std::string> written;
};

/// A security context of two steps without a KDC: a token out, then whatever is wanted of the reply.
class FakeNegotiator : public gss::Negotiator
{
public:
    struct Behaviour
    {
        bool failsAtOnce = false; ///< the KDC does not know the service
        bool completeAtOnce = false;
        bool refusesReply = false;
        bool neverEnds = false;
        bool mutual = true;
        std::string token = "AP-REQ";
    };

    explicit FakeNegotiator(Behaviour behaviour) : m_behaviour(std::move(behaviour)) { }

    std::variant<Step, gss::GssStatus> next(std::span<const unsigned char> input) override
    {
        constexpr std::int32_t serviceUnknown = -1765328377;
        constexpr std::int32_t modified = -1765328343;
        if (input.empty() && m_behaviour.failsAtOnce)
            return gss::GssStatus{0xD0000, serviceUnknown, "Server not found"};
        if (input.empty() || m_behaviour.neverEnds)
            return Step{m_behaviour.completeAtOnce, {m_behaviour.token.begin(), m_behaviour.token.end()}};
        if (m_behaviour.refusesReply)
            return gss::GssStatus{0x60000, modified, "Message stream modified"};
        return Step{true, {}};
    }
    bool mutual() const override { return m_behaviour.mutual; }

private:
    Behaviour m_behaviour;
};

} // namespace latchkey::test
