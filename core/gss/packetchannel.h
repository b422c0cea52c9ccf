// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace latchkey::gss {

/// What came from the server.
struct Incoming
{
    enum class Kind {
        Data, ///< for the plugin
        SwitchRequest, ///< AuthSwitchRequest: go on with another plugin
        ServerError, ///< the server's ERR packet; its text has reached the library's caller
        Broken, ///< the connection is lost, or the packet unreadable
    };
    Kind kind = Kind::Broken;
    std::vector<unsigned char> data; ///< a copy: the library reuses its buffer for the next write
    std::string plugin; ///< SwitchRequest: the one asked for; empty in the request of servers before 4.1
    std::string text; ///< ServerError and Broken: the library's words
};

/// The client's side of the MySQL connection phase as a plugin sees it: whole packets, no headers, no "01" prefix.
class PacketChannel
{
public:
    virtual ~PacketChannel() = default;

    /// False until the client has answered the server's greeting. The first read or write answers it, and starts TLS.
    virtual bool greetingAnswered() const = 0;
    virtual Incoming read() = 0;
    /// False if the connection is lost.
    virtual bool write(std::span<const unsigned char> packet) = 0;
    virtual bool encrypted() const = 0;
};

} // namespace latchkey::gss
