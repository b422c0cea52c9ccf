// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace latchkey {

/// A web server's answer to a GET (RFC 9112), put together from its bytes as they come. Untrusted input: the head may have 64
/// KiB, the body `bodyLimit` bytes, and what is more is never kept. Pure.
class HttpAnswer
{
public:
    enum class State {
        Head, ///< more bytes are wanted
        Body,
        Complete,
        TooLarge,
        Malformed,
    };

    explicit HttpAnswer(qsizetype bodyLimit) : m_bodyLimit(bodyLimit) { }

    void take(QByteArrayView bytes);
    /// The server has closed the connection, which is how some bodies end.
    void close();

    State state() const { return m_state; }
    bool wantsMore() const { return m_state == State::Head || m_state == State::Body; }
    int status() const { return m_status; }
    /// The first one of that name, in lower case, without spaces around it; empty if there is none.
    QByteArray header(QByteArrayView name) const;
    QList<QByteArray> headers(QByteArrayView name) const;
    const QByteArray &body() const { return m_body; }

private:
    enum class Framing { Length, Chunks, UntilClosed };

    bool takeHead();
    bool takeStatus(QByteArrayView line);
    bool takeHeaderLine(QByteArrayView line);
    void beginBody();
    void takeBody();
    bool takeChunk();
    bool takeChunkSize();
    bool append(qsizetype count);
    void end(State state);

    qsizetype m_bodyLimit;
    State m_state = State::Head;
    int m_status = 0;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    Framing m_framing = Framing::UntilClosed;
    qsizetype m_left = 0; ///< of the body, or of the chunk
    bool m_isInChunk = false;
    bool m_isInTrailer = false;
    QByteArray m_pending; ///< has come and is not understood yet
    QByteArray m_body;
};

} // namespace latchkey
