// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/kerberosservice.h"
#include "tests/support/sandbox.h"

#include <QTemporaryDir>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace latchkey::test {

/// Where one test function keeps its caches: folders of its own, and this process's environment pointed at them.
class KerberosPlace
{
public:
    enum class Default { File, Directory };

    explicit KerberosPlace(const Sandbox &sandbox, Default type = Default::File);

    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// The default cache's file, or the collection's folder.
    QString defaultPath() const { return path(QStringLiteral("default")); }
    QString ownFolder() const { return path(QStringLiteral("runtime/ccache")); }
    QByteArray bytes(const QString &path) const;
    /// Everything that every cache file holds, by path: what must not change when nothing may.
    QMap<QString, QByteArray> allBytes() const;
    /// Replaces krb5.conf for what comes.
    bool useConfig(const QByteArray &text);
    /// Makes the collection of a KCM daemon the default.
    bool useKcm(const QString &socket);
    /// Points one realm at other KDCs, "host:port".
    bool useKdcs(const QString &realm, const QStringList &kdcs);

    krb::SignInRequest request(const QString &user) const;
    Result<krb::Cache> signIn(const QString &user) const;
    /// kinit in another process, into `cacheName`; false if it failed.
    bool kinit(const QString &user, const QString &cacheName = {}) const;
    /// The services whose tickets klist shows, in its order.
    QStringList klist(const QString &cacheName) const;

private:
    const Sandbox &m_sandbox;
    QTemporaryDir m_folder;
};

/// A UDP relay in front of a KDC. It can hold the requests back for a while.
class KdcRelay
{
public:
    explicit KdcRelay(std::uint16_t kdcPort);
    KdcRelay(const KdcRelay &) = delete;
    KdcRelay &operator=(const KdcRelay &) = delete;
    ~KdcRelay();

    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    void hold() { m_holding = true; }
    void release();
    int requests() const { return m_requests; }
    /// What clients get in the place of the KDC's answers, from now on. Called on the relay's thread.
    using Replace = std::function<QByteArray(const QByteArray &answer)>;
    void replaceAnswers(Replace replace);

private:
    /// Who asked, in network byte order; the KDC's answers to it come through a socket of its own.
    struct Client
    {
        std::uint16_t port = 0;
        int kdc = -1;
        QList<QByteArray> held;
    };

    void run();
    void takeRequest();
    void passAnswer(const Client &client);

    int m_clients = -1;
    int m_wake = -1;
    std::uint16_t m_kdcPort = 0;
    std::uint16_t m_port = 0;
    std::vector<Client> m_asking;
    std::atomic<bool> m_holding = false;
    std::atomic<bool> m_ending = false;
    std::atomic<int> m_requests = 0;
    std::mutex m_mutex;
    Replace m_replace; ///< guarded by m_mutex
    std::thread m_thread;
};

/// The SPN of the sandbox's writer, across the trust.
QString writerSpn(const Sandbox &sandbox);

} // namespace latchkey::test
