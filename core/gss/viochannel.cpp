// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/viochannel.h"

#include "core/gss/printable.h"

#include <mysql.h>

#include <errmsg.h>
#include <mysql/client_plugin.h>

#include <algorithm>
#include <climits>

namespace latchkey::gss {

namespace {

/// First byte of an AuthSwitchRequest.
constexpr unsigned char switchMark = 0xFE;

/// libmariadb has read an AuthSwitchRequest on behalf of the plugin, and keeps it in its buffer.
bool holdsSwitch(const NET &net)
{
    return net.buff != nullptr && net.read_pos != nullptr && net.read_pos[0] == switchMark;
}

void copyText(char *target, std::size_t size, std::string_view text) noexcept
{
    const std::string_view fitting = clipped(text, size - 1);
    std::copy(fitting.begin(), fitting.end(), target);
    target[fitting.size()] = '\0';
}

} // namespace

VioChannel::VioChannel(st_plugin_vio *vio, st_mysql *mysql, IsEncrypted isEncrypted)
    : m_vio(vio), m_mysql(mysql), m_isEncrypted(isEncrypted)
{ }

bool VioChannel::greetingAnswered() const
{
    // Packets of the connection phase are numbered in one row: 0 is the greeting, 1 the client's answer.
    return m_mysql->net.pkt_nr >= 2;
}

Incoming VioChannel::read()
{
    unsigned char *packet = nullptr;
    const int size = m_vio->read_packet(m_vio, &packet);
    if (size >= 0)
        return {Incoming::Kind::Data, {packet, packet + size}, {}, {}};

    const NET &net = m_mysql->net;
    if (net.last_errno == 0 && holdsSwitch(net)) // the library ends every packet with a NUL
        return {
            Incoming::Kind::SwitchRequest, {}, std::string(reinterpret_cast<char *>(net.read_pos) + 1), {}};
    // Codes of the library's own start at 2000; the server's are outside of their two ranges.
    const bool clientError = (net.last_errno >= CR_MIN_ERROR && net.last_errno <= 2999)
                             || (net.last_errno >= CR_EVENT_CREATE_FAILED && net.last_errno <= 5999);
    const bool ofServer = net.last_errno != 0 && !clientError;
    return {ofServer ? Incoming::Kind::ServerError : Incoming::Kind::Broken,
            {},
            {},
            net.last_errno != 0 ? std::string(net.last_error) : std::string()};
}

bool VioChannel::write(std::span<const unsigned char> packet)
{
    if (packet.size() > INT_MAX)
        return false;
    return m_vio->write_packet(m_vio, packet.data(), static_cast<int>(packet.size())) == 0;
}

bool VioChannel::encrypted() const
{
    return m_isEncrypted != nullptr && m_isEncrypted(m_mysql);
}

void VioChannel::stop(std::string_view text) noexcept
{
    NET &net = m_mysql->net;
    if (holdsSwitch(net))
        net.read_pos[0] = 0;
    net.last_errno = CR_AUTH_PLUGIN_ERR;
    copyText(net.sqlstate, sizeof net.sqlstate, "HY000");
    copyText(net.last_error, sizeof net.last_error, text);
}

} // namespace latchkey::gss
