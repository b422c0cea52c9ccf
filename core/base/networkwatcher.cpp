// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/networkwatcher.h"

#include <QSocketNotifier>

#include <array>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>

namespace latchkey {

using namespace std::chrono_literals;

NetworkWatcher::NetworkWatcher(QObject *parent) : QObject(parent)
{
    m_merge.setSingleShot(true);
    m_merge.setInterval(1s);
    connect(&m_merge, &QTimer::timeout, this, &NetworkWatcher::changed);
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
    groups.nl_groups = RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE;
    if (m_socket < 0 || bind(m_socket, reinterpret_cast<const sockaddr *>(&groups), sizeof groups) != 0)
        return false;
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &NetworkWatcher::read);
    return true;
}

// What exactly changed does not matter, nor does an overflow (ENOBUFS): that too is news.
void NetworkWatcher::read()
{
    std::array<char, 8192> news;
    while (recv(m_socket, news.data(), news.size(), 0) > 0) { }
    m_merge.start();
}

} // namespace latchkey
