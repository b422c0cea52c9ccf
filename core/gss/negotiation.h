// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/gss/gssname.h"

#include <span>
#include <vector>

struct gss_ctx_id_struct;

namespace latchkey::gss {

/// One initiator's security context, step by step.
class Negotiator
{
public:
    struct Step
    {
        bool complete = false;
        std::vector<unsigned char> token; ///< for the peer; empty: there is nothing to send
    };

    virtual ~Negotiator() = default;

    /// `input` is the peer's token, empty the first time. May ask a KDC, and then takes as long as that does.
    virtual std::variant<Step, GssStatus> next(std::span<const unsigned char> input) = 0;

    /// Whether the peer has proven that it holds the service's key. Only after a complete step.
    virtual bool mutual() const = 0;
};

/// Mutual authentication asked for, nothing ever delegated.
class Negotiation : public Negotiator
{
public:
    /// Without a credential: whatever the default one is.
    Negotiation(NameHandle target, CredentialHandle credential, Mechanism mechanism = Mechanism::Kerberos);
    ~Negotiation() override;
    Negotiation(const Negotiation &) = delete;
    Negotiation &operator=(const Negotiation &) = delete;

    std::variant<Step, GssStatus> next(std::span<const unsigned char> input) override;
    bool mutual() const override;

private:
    NameHandle m_target;
    CredentialHandle m_credential;
    Mechanism m_mechanism;
    gss_ctx_id_struct *m_context = nullptr;
    std::uint32_t m_flags = 0;
};

} // namespace latchkey::gss
