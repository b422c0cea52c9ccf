// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/socketwatch.h"

#include <map>
#include <mutex>
#include <thread>

#include <fcntl.h>
#include <sys/epoll.h>
#include <unistd.h>

namespace latchkey::sql {

namespace {

/// The sockets that are watched, and the thread that sleeps until something happens to one.
class SocketWatcher
{
public:
    explicit SocketWatcher(int epoll) : m_epoll(epoll)
    {
        std::thread([this] { run(); }).detach();
    }

    /// 0: the system does not let us.
    std::uint64_t add(int socket, std::function<void()> onHangUp)
    {
        const int own = ::fcntl(socket, F_DUPFD_CLOEXEC, 3);
        if (own < 0)
            return 0;
        const std::scoped_lock lock(m_mutex);
        const std::uint64_t number = ++m_last;
        epoll_event wanted = {};
        wanted.events = EPOLLRDHUP | EPOLLONESHOT; // errors come unasked
        wanted.data.u64 = number;
        if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, own, &wanted) != 0) {
            ::close(own);
            return 0;
        }
        m_watched.emplace(number, Watched{own, std::move(onHangUp)});
        return number;
    }

    void remove(std::uint64_t number)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_watched.find(number);
        if (found == m_watched.end())
            return;
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, found->second.socket, nullptr);
        ::close(found->second.socket);
        m_watched.erase(found);
    }

private:
    struct Watched
    {
        int socket;
        std::function<void()> onHangUp;
    };

    [[noreturn]] void run()
    {
        for (;;) {
            epoll_event event = {};
            if (::epoll_wait(m_epoll, &event, 1, -1) != 1)
                continue;
            if (const auto task = taskOf(event.data.u64))
                task();
        }
    }

    std::function<void()> taskOf(std::uint64_t number)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_watched.find(number);
        return found == m_watched.end() ? nullptr : found->second.onHangUp;
    }

    const int m_epoll;
    std::mutex m_mutex;
    std::map<std::uint64_t, Watched> m_watched;
    std::uint64_t m_last = 0;
};

SocketWatcher *socketWatcher()
{
    // Never destroyed: its thread outlives main().
    static auto *const watcher = [] {
        const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
        return epoll < 0 ? nullptr : new SocketWatcher(epoll);
    }();
    return watcher;
}

} // namespace

SocketWatch::SocketWatch(int socket, std::function<void()> onHangUp)
{
    if (auto *watcher = socketWatcher())
        m_number = watcher->add(socket, std::move(onHangUp));
}

SocketWatch::~SocketWatch()
{
    if (m_number != 0)
        socketWatcher()->remove(m_number);
}

} // namespace latchkey::sql
