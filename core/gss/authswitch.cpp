// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/authswitch.h"

#include <algorithm>
#include <cstddef>

namespace latchkey::gss {

namespace {

using Bytes = std::span<const unsigned char>;

std::string text(Bytes bytes)
{
    return {bytes.begin(), bytes.end()};
}

/// Takes length-prefixed fields off the front of a packet.
class FieldReader
{
public:
    explicit FieldReader(Bytes packet) : m_packet(packet) { }

    std::variant<std::string, Malformed> field(const std::string &name)
    {
        const std::size_t start = m_position;
        if (m_packet.size() - start < 2)
            return Malformed{"the " + name + " length at offset " + std::to_string(start)
                             + " is missing: the packet has " + size()};
        const std::size_t length = m_packet[start] + m_packet[start + 1] * std::size_t{256};
        const std::size_t begin = start + 2;
        if (length > m_packet.size() - begin)
            return Malformed{name + " length " + std::to_string(length) + " at offset "
                             + std::to_string(start) + " reaches behind the packet's " + size()};
        m_position = begin + length;
        return text(m_packet.subspan(begin, length));
    }

private:
    std::string size() const { return std::to_string(m_packet.size()) + " bytes"; }

    Bytes m_packet;
    std::size_t m_position = 0;
};

bool hasNul(const std::string &value)
{
    return value.find('\0') != std::string::npos;
}

} // namespace

std::variant<KerberosSwitch, Malformed> parseKerberosSwitch(Bytes data)
{
    FieldReader reader(data);
    auto spn = reader.field("SPN");
    if (const auto *malformed = std::get_if<Malformed>(&spn))
        return *malformed;
    auto realm = reader.field("realm");
    if (const auto *malformed = std::get_if<Malformed>(&realm))
        return *malformed;

    KerberosSwitch request{std::get<std::string>(std::move(spn)), std::get<std::string>(std::move(realm))};
    if (request.spn.empty())
        return Malformed{"the SPN is empty"};
    if (hasNul(request.spn) || hasNul(request.realm))
        return Malformed{"a NUL byte is in the SPN or the realm"};
    return request;
}

std::variant<GssapiSwitch, Malformed> parseGssapiSwitch(Bytes data)
{
    const auto nameEnd = std::find(data.begin(), data.end(), '\0');
    if (nameEnd == data.begin())
        return Malformed{data.empty() ? "the packet is empty" : "the principal name is empty"};

    GssapiSwitch request{{data.begin(), nameEnd}, {}};
    if (nameEnd != data.end()) {
        const auto mechanism = nameEnd + 1;
        request.mechanism.assign(mechanism, std::find(mechanism, data.end(), '\0'));
    }
    return request;
}

} // namespace latchkey::gss
