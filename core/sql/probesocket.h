// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sql/connectoptions.h"
#include "core/sql/handshake.h"

#include <QDeadlineTimer>
#include <QSslSocket>

namespace latchkey::sql {

/// A connection of our own to a database server, for the little that is asked without logging in. Every function blocks
/// until it is done or the deadline has passed; used by one thread, which needs no event loop.
class ProbeSocket
{
public:
    ProbeSocket(const ConnectOptions &options, QDeadlineTimer deadline);

    /// Connects and reads the server's greeting.
    Result<handshake::Greeting> connect();
    /// Asks for TLS and shakes hands. Problems with the certificate are collected, not acted upon.
    Result<> startTls(const handshake::Greeting &greeting);
    Result<> send(const handshake::Bytes &packet);
    /// One packet's payload; refuses more than a greeting or switch packet can be.
    Result<handshake::Bytes> receive();

    QList<QSslError> certificateProblems() const;
    const QSslSocket &socket() const { return m_socket; }

private:
    Error networkError() const;
    Error nonsense(const std::string &detail) const;
    bool waitForBytes(qint64 count);
    int remaining() const;

    const ConnectOptions &m_options;
    QDeadlineTimer m_deadline;
    QSslSocket m_socket;
};

} // namespace latchkey::sql
