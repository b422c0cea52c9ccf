// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/kcmdaemons.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <csignal>
#include <vector>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace latchkey::test {

namespace {

// The operations that libkrb5 uses, and what it wants to hear.
enum Operation {
    GenNew = 3,
    Initialize = 4,
    Destroy = 5,
    Store = 6,
    GetPrincipal = 8,
    GetCredentialIds = 9,
    GetCredential = 10,
    GetCacheIds = 18,
    GetCache = 19,
    GetDefault = 20,
    SetDefault = 21,
    GetOffset = 22,
    SetOffset = 23,
    GetCredentials = 13001,
};
constexpr auto knownOperations = {GenNew,           Initialize,    Destroy,     Store,         GetPrincipal,
                                  GetCredentialIds, GetCredential, GetCacheIds, GetCache,      GetDefault,
                                  SetDefault,       GetOffset,     SetOffset,   GetCredentials};
constexpr qint32 noCache = -1765328189; // KRB5_FCC_NOFILE
constexpr qint32 noMore = -1765328242; // KRB5_CC_END
constexpr qint32 notSupported = -1765328137; // KRB5_CC_NOSUPP
constexpr int idSize = 16;

bool isKnown(int operation)
{
    return std::find(knownOperations.begin(), knownOperations.end(), operation) != knownOperations.end();
}

QByteArray idOf(qsizetype number)
{
    return QByteArray::number(number).rightJustified(idSize, '0');
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(sizeof number, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

sockaddr_un addressOf(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (name.size() >= qsizetype{sizeof address.sun_path})
        qFatal("too long for a socket's name: %s", name.constData());
    std::copy(name.begin(), name.end(), address.sun_path);
    return address;
}

bool accepts(const QString &path)
{
    const sockaddr_un address = addressOf(path);
    const int number = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool connected = connect(number, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    close(number);
    return connected;
}

QByteArray readExactly(int client, quint32 size)
{
    QByteArray bytes(size, '\0');
    const ssize_t got = recv(client, bytes.data(), size, MSG_WAITALL);
    return got == static_cast<ssize_t>(size) ? bytes : QByteArray();
}

quint32 numberAt(const QByteArray &bytes, qsizetype at)
{
    return at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.constData() + at) : 0;
}

/// Where the principal that begins at `at` ends: a type, how many components, then realm and components, each behind
/// its length (the format of FILE caches, version 4).
qsizetype endOfPrincipal(const QByteArray &bytes, qsizetype at)
{
    qsizetype parts = qsizetype{numberAt(bytes, at + 4)} + 1;
    for (at += 8; parts > 0 && at < bytes.size(); --parts)
        at += 4 + qsizetype{numberAt(bytes, at)};
    return at;
}

/// The service of a credential: its second principal.
QByteArray serviceOf(const QByteArray &credential)
{
    const qsizetype begin = endOfPrincipal(credential, 0);
    return credential.mid(begin, endOfPrincipal(credential, begin) - begin);
}

} // namespace

KcmDouble::KcmDouble()
    : m_listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)), m_wake(eventfd(0, EFD_CLOEXEC))
{
    const sockaddr_un address = addressOf(socket());
    if (bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || listen(m_listener, SOMAXCONN) != 0)
        qFatal("KcmDouble: no socket");
    m_thread = std::thread([this] { run(); });
}

KcmDouble::~KcmDouble()
{
    eventfd_write(m_wake, 1);
    m_thread.join();
    close(m_listener);
    close(m_wake);
}

void KcmDouble::run()
{
    std::vector<pollfd> watched{{m_wake, POLLIN, 0}, {m_listener, POLLIN, 0}};
    while (poll(watched.data(), watched.size(), -1) > 0 && watched[0].revents == 0) {
        for (std::size_t at = watched.size() - 1; at > 1; --at) {
            if (watched[at].revents == 0 || serve(watched[at].fd))
                continue;
            close(watched[at].fd);
            watched.erase(watched.begin() + static_cast<std::ptrdiff_t>(at));
        }
        if (watched[1].revents != 0)
            watched.push_back({accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC), POLLIN, 0});
    }
    for (std::size_t at = 2; at < watched.size(); ++at)
        close(watched[at].fd);
}

// Length, then version, operation and arguments; back go length, the transport's status, code and payload.
bool KcmDouble::serve(int client)
{
    const QByteArray length = readExactly(client, 4);
    const QByteArray request =
        length.isEmpty() ? QByteArray() : readExactly(client, qFromBigEndian<quint32>(length.constData()));
    if (request.size() < 4)
        return false;
    const Answer given = answer(qFromBigEndian<quint16>(request.constData() + 2), request.mid(4));
    const QByteArray reply = bigEndian(static_cast<quint32>(given.payload.size() + 4)) + bigEndian(0)
                             + bigEndian(static_cast<quint32>(given.code)) + given.payload;
    return send(client, reply.constData(), static_cast<std::size_t>(reply.size()), MSG_NOSIGNAL)
           == reply.size();
}

KcmDouble::Stored *KcmDouble::find(const QByteArray &name)
{
    const auto found = std::find_if(m_caches.begin(), m_caches.end(),
                                    [&name](const Stored &cache) { return cache.name == name; });
    return found == m_caches.end() ? nullptr : &*found;
}

KcmDouble::Answer KcmDouble::answer(int operation, const QByteArray &arguments)
{
    if (operation == GenNew)
        return {0, "0:" + QByteArray::number(++m_made) + '\0'};
    if (operation == GetDefault)
        return {0, m_primary + '\0'};
    if (operation == GetCacheIds) {
        QByteArray ids;
        for (qsizetype i = 0; i < m_caches.size(); ++i)
            ids += idOf(i);
        return {0, ids};
    }
    if (operation == GetCache) {
        const qsizetype number = arguments.toLongLong();
        return number < m_caches.size() ? Answer{0, m_caches.at(number).name + '\0'} : Answer{noMore, {}};
    }
    const qsizetype end = arguments.indexOf('\0');
    return answerOnCache(operation, arguments.first(end), arguments.mid(end + 1));
}

KcmDouble::Answer KcmDouble::answerOnCache(int operation, const QByteArray &name, const QByteArray &rest)
{
    Stored *cache = find(name);
    if (operation == Initialize) {
        if (!cache)
            cache = &m_caches.emplaceBack(Stored{name, {}, bigEndian(0), {}});
        cache->principal = rest;
        cache->credentials.clear();
        return {};
    }
    if (operation == SetDefault) {
        m_primary = name;
        return {};
    }
    if (!cache && isKnown(operation))
        return {noCache, {}};
    switch (operation) {
    case Destroy:
        m_caches.removeIf([&name](const Stored &stored) { return stored.name == name; });
        return {};
    case Store:
        cache->credentials.removeIf(
            [&rest](const QByteArray &stored) { return serviceOf(stored) == serviceOf(rest); });
        cache->credentials += rest;
        return {};
    case GetPrincipal:
        return {0, cache->principal};
    case GetCredentialIds: {
        QByteArray ids;
        for (qsizetype i = 0; i < cache->credentials.size(); ++i)
            ids += idOf(i);
        return {0, ids};
    }
    case GetCredentials: {
        QByteArray list = bigEndian(static_cast<quint32>(cache->credentials.size()));
        for (const QByteArray &credential : std::as_const(cache->credentials))
            list += bigEndian(static_cast<quint32>(credential.size())) + credential;
        return {0, list};
    }
    case GetCredential: {
        const qsizetype number = rest.toLongLong();
        return number < cache->credentials.size() ? Answer{0, cache->credentials.at(number)}
                                                  : Answer{noMore, {}};
    }
    case GetOffset:
        return {0, cache->offset};
    case SetOffset:
        cache->offset = rest;
        return {};
    default:
        return {notSupported, {}};
    }
}

SssdKcm::~SssdKcm()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

bool SssdKcm::start()
{
    const QString root = qEnvironmentVariable("LATCHKEY_SSSD_ROOT");
    const QString daemon = root + QStringLiteral("/usr/libexec/sssd/sssd_kcm");
    if (!QFileInfo(daemon).isExecutable()) {
        m_problem = QStringLiteral("the package sssd-kcm is not installed");
        return false;
    }
    QFile config(m_folder.filePath(QStringLiteral("sssd.conf")));
    if (!config.open(QIODevice::WriteOnly) || !config.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return false;
    config.write("[sssd]\nservices =\n[kcm]\nsocket_path = " + QFile::encodeName(socket()) + '\n');
    config.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!root.isEmpty()) {
        const QString libraries = root + QStringLiteral("/usr/lib/x86_64-linux-gnu");
        environment.insert(
            QStringLiteral("LD_LIBRARY_PATH"),
            QStringLiteral("%1:%1/sssd:%1/samba:%2/lib/x86_64-linux-gnu").arg(libraries, root));
        environment.insert(QStringLiteral("LDB_MODULES_PATH"), libraries + QStringLiteral("/samba/ldb"));
    }
    // It takes twenty megabytes for each request, and for most of its time gives them back to the kernel.
    environment.insert(QStringLiteral("GLIBC_TUNABLES"),
                       QStringLiteral("glibc.malloc.mmap_threshold=400000000:"
                                      "glibc.malloc.trim_threshold=800000000"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
    const QString script =
        QStringLiteral("mount -t tmpfs none /var/lib && cd /var/lib && mkdir -p sss/db sss/mc "
                       "&& mkdir -m 700 sss/secrets && \"$0\"/usr/sbin/sssd -c \"$1\" "
                       "--genconf-section=kcm --logger=stderr && exec \"$0\"/usr/libexec/sssd/"
                       "sssd_kcm --uid 0 --gid 0 --logger=stderr");
    m_process.start(QStringLiteral("unshare"), {QStringLiteral("-rm"), QStringLiteral("sh"),
                                                QStringLiteral("-c"), script, root, config.fileName()});
    QElapsedTimer waiting;
    waiting.start();
    while (!accepts(socket()) && waiting.elapsed() < 10'000 && m_process.state() != QProcess::NotRunning)
        m_process.waitForReadyRead(50);
    if (accepts(socket()))
        return true;
    m_problem = QStringLiteral("sssd_kcm does not start here: ") + QString::fromUtf8(m_process.readAll());
    return false;
}

} // namespace latchkey::test
