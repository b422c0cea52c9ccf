// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/session.h"

#include <QRandomGenerator>
#include <QStringList>

#include <atomic>
#include <mutex>
#include <semaphore>
#include <thread>

namespace latchkey::test {

/// What goes wrong in the sessions' threads, which cannot fail a test themselves. Thread-safe.
class Complaints
{
public:
    void add(const QString &complaint)
    {
        const std::scoped_lock lock(m_mutex);
        m_all.append(complaint);
    }
    QByteArray all() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_all.join(u'\n').toUtf8();
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_all;
};

/// One session after the other, each doing one thing again and again until it ends; on a thread of its own. What takes
/// longer than it may, and what looks complete without being so, is a complaint.
class SessionLife
{
public:
    enum class Doing { Connect, Query, Fetch, Export, Cancel };

    /// How the session is opened, how long that and a statement may take, and the folder that takes what is exported.
    struct Way
    {
        std::function<QFuture<Result<std::shared_ptr<sql::Session>>>()> open;
        std::chrono::milliseconds mostForLogin;
        std::chrono::milliseconds mostForStatement;
        QString exportFolder;
    };

    SessionLife(Doing doing, Way way, Complaints &complaints, quint32 seed);

    bool isLiving() const { return m_isLiving; } ///< has been logged in
    int deeds() const { return m_deeds; } ///< that ended well
    quint64 connectionId() const { return m_connectionId; }
    void end() { m_thread.request_stop(); }
    void join() { m_thread.join(); }

    /// Whether whatever is in a folder that takes exports is one that has been finished, byte for byte; to be asked at any
    /// moment.
    static bool holdsWholeExportsOnly(const QString &folder);

private:
    void live(const std::stop_token &stop);
    bool doOnce(sql::Session &session);
    bool queryOnce(sql::Session &session);
    bool exportOnce(sql::Session &session);
    void checkExport(const QString &file, bool isDone);
    void stopSoon(std::stop_source stopping);

    template <typename T>
    bool inTime(QFuture<T> future, std::chrono::milliseconds limit, const char *what)
    {
        const auto over = std::make_shared<std::binary_semaphore>(0);
        future.then([over](const T &) { over->release(); });
        if (over->try_acquire_for(limit))
            return true;
        m_complaints.add(
            QStringLiteral("%1 has not ended within %2 ms").arg(QLatin1String(what)).arg(limit.count()));
        return false;
    }

    const Doing m_doing;
    const Way m_way;
    const QString m_exportName;
    Complaints &m_complaints;
    QRandomGenerator m_random;
    std::atomic<bool> m_isLiving = false;
    std::atomic<int> m_deeds = 0;
    std::atomic<quint64> m_connectionId = 0;
    std::jthread m_thread; // last: it uses the others
};

} // namespace latchkey::test
