// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/realmobservation.h"

#include <QByteArray>

#include <optional>

#include <sys/socket.h>

namespace latchkey::krb {

/// One request to one address of a KDC and the reply to it, on a socket that never blocks: whoever holds it polls. By TCP
/// each message has its length in front (RFC 4120, 7.2.2).
class KdcConversation
{
public:
    /// `type` is SOCK_DGRAM or SOCK_STREAM. Begins at once.
    KdcConversation(const sockaddr &address, socklen_t size, int type, const QByteArray &request);
    ~KdcConversation();
    KdcConversation(const KdcConversation &) = delete;
    KdcConversation &operator=(const KdcConversation &) = delete;

    int type() const { return m_type; }
    int descriptor() const { return m_socket; }
    short wanted() const; ///< poll()'s events
    void goOn(); ///< after poll() saw one
    void repeat(); ///< sends a UDP request once more

    bool isOver() const { return m_isOver; }
    const std::optional<QByteArray> &reply() const { return m_reply; }
    /// Why there is no reply: Silent while it is not over.
    KdcAnswer failure() const { return m_failure; }

private:
    void fail(int error);
    void send();
    void receive();
    void receiveStream();

    int m_type;
    int m_socket;
    QByteArray m_request; ///< what is still to be sent; by UDP, the whole of it
    QByteArray m_received;
    std::optional<QByteArray> m_reply;
    KdcAnswer m_failure = KdcAnswer::Silent;
    bool m_isSending = true;
    bool m_isOver = false;
};

} // namespace latchkey::krb
