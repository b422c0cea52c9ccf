// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/networkwatcher.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

namespace latchkey {

using namespace std::chrono_literals;

NetworkWatcher::NetworkWatcher(QObject *parent) : QObject(parent)
{
    for (QTimer *merge : {&m_merge, &m_mergeLinks}) {
        merge->setSingleShot(true);
        merge->setInterval(1s);
    }
    connect(&m_merge, &QTimer::timeout, this, &NetworkWatcher::changed);
    connect(&m_mergeLinks, &QTimer::timeout, this, &NetworkWatcher::linkCame);
}

NetworkWatcher::~NetworkWatcher()
{
    m_notifier.reset();
    if (m_socket >= 0)
        close(m_socket);
}

bool NetworkWatcher::start()
{
    if (m_notifier)
        return true;
    if (m_socket < 0)
        m_socket = socket(AF_NETLINK, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, NETLINK_ROUTE);
    sockaddr_nl groups = {};
    groups.nl_family = AF_NETLINK;
    groups.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE;
    if (m_socket < 0 || bind(m_socket, reinterpret_cast<const sockaddr *>(&groups), sizeof groups) != 0)
        return false;
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &NetworkWatcher::read);
    return true;
}

// What exactly changed does not matter; an overflow (ENOBUFS) is news too.
void NetworkWatcher::read()
{
    alignas(nlmsghdr) std::array<char, 8192> news;
    ssize_t size = 0;
    while ((size = recv(m_socket, news.data(), news.size(), 0)) > 0)
        take(news.data(), static_cast<std::size_t>(size));
    if (size < 0 && errno == ENOBUFS)
        m_merge.start();
}

// Links tell of much else: a wireless one whenever it looks around.
void NetworkWatcher::take(const char *bytes, std::size_t size)
{
    for (std::size_t at = 0; at + sizeof(nlmsghdr) <= size;) {
        const auto *message = reinterpret_cast<const nlmsghdr *>(bytes + at);
        if (message->nlmsg_len < sizeof(nlmsghdr))
            break;
        const bool isLink = message->nlmsg_type == RTM_NEWLINK || message->nlmsg_type == RTM_DELLINK;
        if (isLink && at + sizeof(nlmsghdr) + sizeof(ifinfomsg) <= size) {
            const auto *link = reinterpret_cast<const ifinfomsg *>(message + 1);
            const bool carries = message->nlmsg_type == RTM_NEWLINK && (link->ifi_flags & IFF_RUNNING) != 0;
            if (carries && !m_links.value(link->ifi_index, false))
                m_mergeLinks.start();
            m_links.insert(link->ifi_index, carries);
        } else {
            m_merge.start();
        }
        at += NLMSG_ALIGN(message->nlmsg_len);
    }
}

} // namespace latchkey
