// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/cachefilereader.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <utility>

#include <fcntl.h>

namespace latchkey::krb {

namespace {

constexpr quint16 versionFour = 0x0504;
constexpr qsizetype usualWindow = 64 * 1024; // bytes

/// Goes through bytes that may be anything; what lies behind their end is 0 and empty.
class Walk
{
public:
    explicit Walk(QByteArrayView bytes) : m_bytes(bytes) { }

    qsizetype position() const { return m_at; }
    bool isWhole() const { return m_whole; }

    QByteArrayView take(qsizetype size)
    {
        m_whole = m_whole && size <= m_bytes.size() - m_at;
        if (!m_whole)
            return {};
        m_at += size;
        return m_bytes.sliced(m_at - size, size);
    }
    template <typename Number>
    Number number()
    {
        const QByteArrayView bytes = take(sizeof(Number));
        return bytes.isEmpty() ? Number{0} : qFromBigEndian<Number>(bytes.data());
    }
    QByteArrayView data() { return take(number<quint32>()); }
    QString text()
    {
        const QByteArrayView bytes = data();
        return QString::fromUtf8(bytes.data(), bytes.size());
    }

private:
    const QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_whole = true;
};

Principal takePrincipal(Walk &walk)
{
    walk.number<quint32>(); // the name's type
    const auto count = walk.number<quint32>();
    Principal principal;
    principal.realm = walk.text();
    for (quint32 i = 0; i < count && walk.isWhole(); ++i)
        principal.components += walk.text();
    return principal;
}

void skipPrincipal(Walk &walk)
{
    walk.number<quint32>();
    const auto count = walk.number<quint32>();
    for (quint32 i = 0; i <= count && walk.isWhole(); ++i)
        walk.data();
}

/// Addresses, or authorization data: each a type and what it holds.
void skipTyped(Walk &walk)
{
    const auto count = walk.number<quint32>();
    for (quint32 i = 0; i < count && walk.isWhole(); ++i) {
        walk.number<quint16>();
        walk.data();
    }
}

/// False if it is only marked as removed.
bool takeCredential(Walk &walk)
{
    skipPrincipal(walk);
    skipPrincipal(walk);
    walk.number<quint16>(); // the key's enctype
    walk.data();
    const auto authenticated = walk.number<quint32>();
    walk.number<quint32>(); // its start
    const auto end = walk.number<quint32>();
    walk.number<quint32>(); // until when it can be renewed
    walk.number<quint8>(); // whether it is for user-to-user authentication
    walk.number<quint32>(); // flags
    skipTyped(walk);
    skipTyped(walk);
    walk.data(); // the ticket
    walk.data(); // a second one
    return end != 0 || authenticated == 0;
}

} // namespace

CacheFileReader::CacheFileReader(std::unique_ptr<QIODevice> device)
    : m_device(std::move(device)), m_window(usualWindow, '\0')
{ }

CacheFileReader::~CacheFileReader()
{
    m_window.fill('\0');
}

std::optional<CacheFileReader> CacheFileReader::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::nullopt;
    struct flock lock = {}; // of the kind that libkrb5 takes; it ends with the file
    lock.l_type = F_RDLCK;
    if (fcntl(file->handle(), F_OFD_SETLKW, &lock) != 0)
        return std::nullopt;
    return open(std::move(file));
}

std::optional<CacheFileReader> CacheFileReader::open(std::unique_ptr<QIODevice> device)
{
    CacheFileReader reader(std::move(device));
    if (!reader.readHeader())
        return std::nullopt;
    return reader;
}

bool CacheFileReader::readHeader()
{
    while (readOn()) {
        Walk walk(unread());
        if (walk.number<quint16>() != versionFour)
            return false;
        walk.take(walk.number<quint16>()); // time offsets of the KDC
        m_principal = takePrincipal(walk);
        if (!walk.isWhole())
            continue;
        m_begin += walk.position();
        return !m_principal.components.isEmpty();
    }
    return false;
}

QByteArrayView CacheFileReader::nextCredential()
{
    while (true) {
        Walk walk(unread());
        const bool isThere = takeCredential(walk);
        if (walk.isWhole()) {
            m_begin += walk.position();
            if (isThere)
                return QByteArrayView(m_window).sliced(m_begin - walk.position(), walk.position());
        } else if (!readOn()) {
            return {};
        }
    }
}

bool CacheFileReader::readOn()
{
    std::copy(m_window.cbegin() + m_begin, m_window.cbegin() + m_end, m_window.begin());
    m_end -= std::exchange(m_begin, 0);
    if (m_end == m_window.size()) { // what is one thing in the file must be so in the window
        QByteArray larger(2 * m_window.size(), '\0');
        std::copy(m_window.cbegin(), m_window.cend(), larger.begin());
        m_window.fill('\0');
        m_window.swap(larger);
    }
    const qint64 size = m_device->read(m_window.data() + m_end, m_window.size() - m_end);
    m_end += std::max<qint64>(size, 0);
    return size > 0;
}

krb5_error_code CacheFileReader::unmarshal(krb5_context context, QByteArrayView bytes,
                                           CredentialHandle &credential)
{
    krb5_data data = {};
    data.length = static_cast<unsigned>(bytes.size());
    data.data = const_cast<char *>(bytes.data()); // only read
    return krb5_unmarshal_credentials(context, &data, into(credential, context));
}

} // namespace latchkey::krb
