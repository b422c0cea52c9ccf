// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/negotiation.h"

#include <gssapi/gssapi_krb5.h>

namespace latchkey::gss {

Negotiation::Negotiation(NameHandle target, CredentialHandle credential, Mechanism mechanism)
    : m_target(std::move(target)), m_credential(std::move(credential)), m_mechanism(mechanism)
{ }

Negotiation::~Negotiation()
{
    OM_uint32 minor = 0;
    gss_delete_sec_context(&minor, &m_context, GSS_C_NO_BUFFER);
}

std::variant<Negotiator::Step, GssStatus> Negotiation::next(std::span<const unsigned char> input)
{
    std::vector<unsigned char> received(input.begin(), input.end()); // gss_buffer_desc is not const
    gss_buffer_desc inputToken{received.size(), received.data()};
    gss_buffer_desc outputToken = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_init_sec_context(
        &minor, m_credential.get(), &m_context, m_target.get(), oidOf(m_mechanism), GSS_C_MUTUAL_FLAG,
        GSS_C_INDEFINITE, GSS_C_NO_CHANNEL_BINDINGS, received.empty() ? GSS_C_NO_BUFFER : &inputToken,
        nullptr, &outputToken, &m_flags, nullptr);
    // An error may come with a token for the peer; it is not sent, as the connection ends.
    const GssStatus status = GSS_ERROR(major) ? readStatus(major, minor) : GssStatus{};

    Step step;
    step.complete = (major & GSS_S_CONTINUE_NEEDED) == 0;
    if (outputToken.length > 0) {
        const auto *bytes = static_cast<const unsigned char *>(outputToken.value);
        step.token.assign(bytes, bytes + outputToken.length);
    }
    gss_release_buffer(&minor, &outputToken);
    if (GSS_ERROR(major))
        return status;
    return step;
}

bool Negotiation::mutual() const
{
    return (m_flags & GSS_C_MUTUAL_FLAG) != 0;
}

} // namespace latchkey::gss
