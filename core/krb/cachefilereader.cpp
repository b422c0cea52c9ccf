// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/cachefilereader.h"

#include <QFile>
#include <QtEndian>

#include <fcntl.h>

namespace latchkey::krb {

namespace {

constexpr quint16 versionFour = 0x0504;

/// Goes through bytes that may be anything; what lies behind their end is 0 and empty.
class Walk
{
public:
    explicit Walk(const QByteArray &bytes) : m_bytes(bytes) { }

    qsizetype position() const { return m_at; }
    bool isWhole() const { return m_whole; }
    bool isAtEnd() const { return m_at == m_bytes.size(); }

    QByteArrayView take(qsizetype size)
    {
        m_whole = m_whole && size <= m_bytes.size() - m_at;
        if (!m_whole)
            return {};
        m_at += size;
        return QByteArrayView(m_bytes).sliced(m_at - size, size);
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
    const QByteArray &m_bytes;
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

QByteArray lockedContents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    struct flock lock = {}; // of the kind that libkrb5 takes
    lock.l_type = F_RDLCK;
    return fcntl(file.handle(), F_OFD_SETLKW, &lock) == 0 ? file.readAll() : QByteArray();
}

} // namespace

CacheFileReader::~CacheFileReader()
{
    m_bytes.fill('\0');
}

std::optional<CacheFileReader> CacheFileReader::read(const QString &path)
{
    return fromBytes(lockedContents(path));
}

std::optional<CacheFileReader> CacheFileReader::fromBytes(QByteArray bytes)
{
    CacheFileReader reader(std::move(bytes));
    if (!reader.parse())
        return std::nullopt;
    return reader;
}

bool CacheFileReader::parse()
{
    Walk walk(m_bytes);
    if (walk.number<quint16>() != versionFour)
        return false;
    walk.take(walk.number<quint16>()); // time offsets of the KDC
    m_principal = takePrincipal(walk);
    while (walk.isWhole() && !walk.isAtEnd()) {
        const qsizetype begin = walk.position();
        if (takeCredential(walk))
            m_credentials.push_back({begin, walk.position() - begin});
    }
    return walk.isWhole() && !m_principal.components.isEmpty();
}

krb5_error_code CacheFileReader::unmarshal(krb5_context context, std::size_t index,
                                           CredentialHandle &credential) const
{
    const Range &range = m_credentials[index];
    krb5_data data = {};
    data.length = static_cast<unsigned>(range.size);
    data.data = const_cast<char *>(m_bytes.constData()) + range.begin; // only read
    return krb5_unmarshal_credentials(context, &data, into(credential, context));
}

} // namespace latchkey::krb
