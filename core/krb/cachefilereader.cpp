// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/cachefilereader.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <string.h>

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

krb5_data takeData(Walk &walk)
{
    const QByteArrayView bytes = walk.data();
    // libkrb5 knows no data that is only read.
    return {KV5M_DATA, static_cast<unsigned>(bytes.size()), const_cast<char *>(bytes.data())};
}

/// A principal that points to where it has been read.
class PrincipalView
{
public:
    void take(Walk &walk)
    {
        m_parts.clear();
        m_principal.type = walk.number<qint32>();
        const auto count = walk.number<quint32>();
        m_principal.realm = takeData(walk);
        for (quint32 i = 0; i < count && walk.isWhole(); ++i)
            m_parts.push_back(takeData(walk));
        m_principal.data = m_parts.data();
        m_principal.length = static_cast<krb5_int32>(m_parts.size());
    }
    krb5_principal get() { return &m_principal; }

private:
    krb5_principal_data m_principal{.magic = KV5M_PRINCIPAL, .realm = {}, .data = {}, .length = 0, .type = 0};
    std::vector<krb5_data> m_parts;
};

/// Calls `take(type, data)` for each of some addresses, or of some authorization data.
template <typename Take>
void takeTyped(Walk &walk, Take take)
{
    const auto count = walk.number<quint32>();
    for (quint32 i = 0; i < count && walk.isWhole(); ++i) {
        const auto type = walk.number<quint16>();
        take(type, takeData(walk));
    }
}

} // namespace

/// A credential that points to where it has been read: nothing of it has to be freed.
struct CacheFileReader::View
{
    krb5_creds credential = {};
    PrincipalView client;
    PrincipalView server;
    std::vector<krb5_address> addresses;
    std::vector<krb5_address *> addressList;

    /// False if it is only marked as removed.
    bool take(Walk &walk)
    {
        client.take(walk);
        credential.client = client.get();
        server.take(walk);
        credential.server = server.get();
        credential.keyblock.enctype = walk.number<qint16>();
        walk.data(); // the key, which nobody needs to see
        krb5_ticket_times &times = credential.times;
        times.authtime = walk.number<qint32>();
        times.starttime = walk.number<qint32>();
        times.endtime = walk.number<qint32>();
        times.renew_till = walk.number<qint32>();
        credential.is_skey = walk.number<quint8>();
        credential.ticket_flags = walk.number<qint32>();
        takeAddresses(walk);
        takeTyped(walk, [](quint16, const krb5_data &) {}); // authorization data
        credential.ticket = takeData(walk);
        credential.second_ticket = takeData(walk);
        return times.endtime != 0 || times.authtime == 0;
    }

private:
    void takeAddresses(Walk &walk)
    {
        addresses.clear();
        takeTyped(walk, [this](quint16 type, const krb5_data &data) {
            auto *bytes = reinterpret_cast<krb5_octet *>(data.data);
            addresses.push_back({KV5M_ADDRESS, type, data.length, bytes});
        });
        addressList.clear();
        for (krb5_address &address : addresses)
            addressList.push_back(&address);
        addressList.push_back(nullptr);
        credential.addresses = addressList.data();
    }
};

CacheFileReader::CacheFileReader(File file)
    : m_file(std::move(file)), m_view(std::make_unique<View>()), m_window(usualWindow, Qt::Uninitialized)
{ }

CacheFileReader::CacheFileReader(CacheFileReader &&) noexcept = default;

CacheFileReader::~CacheFileReader()
{
    wipe();
}

void CacheFileReader::wipe()
{
    const qsizetype size =
        std::min(m_filled, m_window.size()); // which is 0 once this has been moved elsewhere
    explicit_bzero(m_window.data(), static_cast<std::size_t>(size));
}

std::optional<CacheFileReader> CacheFileReader::open(const QString &path)
{
    File file(std::fopen(QFile::encodeName(path).constData(), "re"));
    if (!file)
        return std::nullopt;
    struct flock lock = {}; // of the kind that libkrb5 takes; it ends with the file
    lock.l_type = F_RDLCK;
    if (fcntl(fileno(file.get()), F_OFD_SETLKW, &lock) != 0)
        return std::nullopt;
    return open(std::move(file));
}

std::optional<CacheFileReader> CacheFileReader::open(File file)
{
    if (!file)
        return std::nullopt;
    std::setvbuf(file.get(), nullptr, _IONBF, 0); // session keys stay in no buffer but ours
    CacheFileReader reader(std::move(file));
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

const krb5_creds *CacheFileReader::nextCredential()
{
    while (true) {
        Walk walk(unread());
        const bool isThere = m_view->take(walk);
        if (walk.isWhole()) {
            m_begin += walk.position();
            if (isThere)
                return &m_view->credential;
        } else if (!readOn()) {
            return nullptr;
        }
    }
}

bool CacheFileReader::readOn()
{
    std::copy(m_window.cbegin() + m_begin, m_window.cbegin() + m_end, m_window.begin());
    m_end -= std::exchange(m_begin, 0);
    if (m_end == m_window.size()) { // what is one thing in the file must be so in the window
        QByteArray larger(2 * m_window.size(), Qt::Uninitialized);
        std::copy(m_window.cbegin(), m_window.cend(), larger.begin());
        wipe();
        m_window.swap(larger);
    }
    if (std::feof(m_file.get()))
        return false;
    const auto space = static_cast<std::size_t>(m_window.size() - m_end);
    const auto size = static_cast<qsizetype>(std::fread(m_window.data() + m_end, 1, space, m_file.get()));
    m_end += size;
    m_filled = std::max(m_filled, m_end);
    return size > 0;
}

} // namespace latchkey::krb
