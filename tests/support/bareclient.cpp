// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/bareclient.h"

#include <QTcpSocket>
#include <QtEndian>

#include <gssapi/gssapi.h>

namespace latchkey::test {

namespace {

constexpr int limit = 20'000; ///< ms for each packet

/// Packets of the client/server protocol: three bytes length, one byte sequence number, payload.
class Channel
{
public:
    explicit Channel(std::uint16_t port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_socket.waitForConnected(limit);
    }

    QByteArray read()
    {
        const QByteArray header = readBytes(4);
        if (header.size() < 4)
            return {};
        m_sequence = static_cast<char>(header[3] + 1);
        const auto byte = [&](int at) { return static_cast<unsigned char>(header[at]); };
        return readBytes(byte(0) | byte(1) << 8 | byte(2) << 16);
    }

    void write(const QByteArray &payload)
    {
        QByteArray packet(4, '\0');
        qToLittleEndian(static_cast<quint32>(payload.size()), packet.data());
        packet[3] = m_sequence;
        m_socket.write(packet + payload);
        m_socket.flush();
    }

private:
    QByteArray readBytes(int count)
    {
        while (m_socket.bytesAvailable() < count) {
            if (!m_socket.waitForReadyRead(limit))
                return {};
        }
        return m_socket.read(count);
    }

    QTcpSocket m_socket;
    char m_sequence = 0;
};

QByteArray handshakeResponse(const BareLogin &login)
{
    constexpr quint32 capabilities =
        0x00000001 | 0x00000200 | 0x00008000 | 0x00080000; // long password, protocol 4.1,
    // secure connection, plugins
    QByteArray packet(32, '\0');
    qToLittleEndian(capabilities, packet.data());
    qToLittleEndian(quint32{1} << 24, packet.data() + 4);
    packet[8] = 45; // utf8mb4
    packet += login.user + '\0';
    packet += '\0'; // no authentication data
    packet += login.firstPlugin + '\0';
    return packet;
}

/// A string after its length in two bytes, taken off the front.
QByteArray takeString(QByteArray &bytes)
{
    if (bytes.size() < 2)
        return {};
    const auto length = qFromLittleEndian<quint16>(bytes.constData());
    const QByteArray text = bytes.mid(2, length);
    bytes.remove(0, 2 + length);
    return text;
}

class GssClient
{
public:
    GssClient(const QByteArray &spn, bool mutual) : m_flags(mutual ? GSS_C_MUTUAL_FLAG : 0)
    {
        OM_uint32 minor = 0;
        QByteArray copy = spn;
        gss_buffer_desc text{static_cast<std::size_t>(copy.size()), copy.data()};
        gss_import_name(&minor, &text, GSS_C_NT_USER_NAME, &m_target);
    }
    GssClient(const GssClient &) = delete;
    GssClient &operator=(const GssClient &) = delete;
    ~GssClient()
    {
        OM_uint32 minor = 0;
        gss_release_name(&minor, &m_target);
        gss_delete_sec_context(&minor, &m_context, GSS_C_NO_BUFFER);
    }

    QByteArray step(QByteArray received)
    {
        OM_uint32 minor = 0;
        gss_buffer_desc input{static_cast<std::size_t>(received.size()), received.data()};
        gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
        const OM_uint32 major =
            gss_init_sec_context(&minor, GSS_C_NO_CREDENTIAL, &m_context, m_target, GSS_C_NO_OID, m_flags, 0,
                                 GSS_C_NO_CHANNEL_BINDINGS, &input, nullptr, &output, nullptr, nullptr);
        const QByteArray token(static_cast<const char *>(output.value),
                               static_cast<qsizetype>(output.length));
        gss_release_buffer(&minor, &output);
        m_failed = GSS_ERROR(major) != 0;
        m_wantsMore = (major & GSS_S_CONTINUE_NEEDED) != 0;
        return token;
    }
    bool failed() const { return m_failed; }
    bool wantsMore() const { return m_wantsMore; }

private:
    OM_uint32 m_flags;
    gss_name_t m_target = GSS_C_NO_NAME;
    gss_ctx_id_t m_context = GSS_C_NO_CONTEXT;
    bool m_failed = false;
    bool m_wantsMore = false;
};

/// MySQL puts 01 before what its plugins send, MariaDB does not.
QByteArray withoutPrefix(const QByteArray &packet)
{
    return packet.startsWith('\1') ? packet.mid(1) : packet;
}

void exchangeTokens(const BareLogin &login, Channel &channel, BareResult &result)
{
    GssClient client(result.spn, login.mutual);
    channel.write(login.token.isEmpty() ? client.step({}) : login.token);
    if (client.failed()) {
        result.problem = QStringLiteral("no token for %1").arg(QString::fromLatin1(result.spn));
        return;
    }
    result.replies.append(channel.read());
    if (client.wantsMore() && withoutPrefix(result.replies.back()).startsWith('\x60')) {
        client.step(withoutPrefix(result.replies.back()));
        if (client.failed())
            result.problem = QStringLiteral("the server did not prove itself");
        result.replies.append(channel.read());
    }
}

} // namespace

int BareResult::errorNumber() const
{
    const QByteArray last = replies.isEmpty() ? QByteArray() : replies.back();
    return last.startsWith('\xff') && last.size() >= 3 ? qFromLittleEndian<quint16>(last.constData() + 1) : 0;
}

BareResult logIn(const BareLogin &login)
{
    BareResult result;
    Channel channel(login.port);
    if (channel.read().isEmpty()) {
        result.problem = QStringLiteral("no greeting");
        return result;
    }
    channel.write(handshakeResponse(login));
    QByteArray request = channel.read();
    if (!request.startsWith('\xfe')) {
        result.problem = QStringLiteral("no switch request: ") + QString::fromLatin1(request);
        result.replies.append(request);
        return result;
    }
    const qsizetype end = request.indexOf('\0');
    result.plugin = request.mid(1, end - 1);
    request.remove(0, end + 1);
    result.spn = takeString(request);
    result.realm = takeString(request);
    exchangeTokens(login, channel, result);
    return result;
}

} // namespace latchkey::test
