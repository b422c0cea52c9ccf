// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/socketwatch.h"

#include <sys/socket.h>

#include <functional>
#include <mutex>

namespace latchkey::sql {

/// The means to cut a connection from any thread while its own thread sits in a library call: a second descriptor of
/// the same socket, so that it never hits a descriptor number which somebody else has been given meanwhile.
class CutOff
{
public:
    CutOff() = default;
    ~CutOff();
    CutOff(const CutOff &) = delete;
    CutOff &operator=(const CutOff &) = delete;

    /// Takes a duplicate of `socket`; cuts at once if cut() came first. A peer that has gone silently is noticed from now
    /// on: within 10 s while something is on its way, else by probes after 20 s of silence.
    void attach(int socket);
    /// Shuts the socket down in both directions: whoever reads from it gets an end of file now.
    void cut();
    bool isCut() const;
    /// Both are or were connected, and to the same address and port.
    bool sharesPeerWith(const CutOff &other) const;
    /// `onHangUp` is called as SocketWatch does, until detach(); also for cut().
    void watch(std::function<void()> onHangUp);
    /// Lets go of the socket, so that closing the connection closes it.
    void detach();

private:
    struct Peer
    {
        sockaddr_storage address = {};
        socklen_t size = 0;
    };

    mutable std::mutex m_mutex;
    Peer m_peer; ///< still known when the connection has been cut
    int m_socket = -1;
    SocketWatch m_watch;
    bool m_cut = false;
};

} // namespace latchkey::sql
