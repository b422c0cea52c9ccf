// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/sandbox/signals.h"

#include <QCoreApplication>

#include <csignal>

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace latchkey::sandbox {

namespace {

constexpr std::chrono::milliseconds pollInterval{3};

sigset_t watchedSignals()
{
    sigset_t watched;
    sigemptyset(&watched);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGCHLD})
        sigaddset(&watched, signal);
    return watched;
}

Error askedToEnd()
{
    return {
        Error::Code::Cancelled,
        QCoreApplication::translate("latchkey::sandbox", "The sandbox was asked to end before it was ready."),
        {},
        0};
}

} // namespace

Signals::Signals()
{
    const sigset_t watched = watchedSignals();
    sigprocmask(SIG_BLOCK, &watched, nullptr);
    m_descriptor = signalfd(-1, &watched, SFD_NONBLOCK | SFD_CLOEXEC);
}

Signals::~Signals()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

Result<> Signals::waitUntil(const std::function<bool()> &isDone, std::chrono::milliseconds limit,
                            const Error &overdue)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!isDone()) {
        if (std::chrono::steady_clock::now() > deadline)
            return overdue;
        pollfd waiting{m_descriptor, POLLIN, 0};
        poll(&waiting, 1, static_cast<int>(pollInterval.count()));
        if (read())
            return askedToEnd();
    }
    return Ok{};
}

std::optional<EndRequest> Signals::next()
{
    pollfd waiting{m_descriptor, POLLIN, 0};
    poll(&waiting, 1, -1);
    return read();
}

std::optional<EndRequest> Signals::read()
{
    signalfd_siginfo info = {};
    while (::read(m_descriptor, &info, sizeof info) == sizeof info) {
        const int signal = static_cast<int>(info.ssi_signo);
        if (signal != SIGCHLD)
            return EndRequest{signal, info.ssi_code == SI_KERNEL};
    }
    return std::nullopt;
}

} // namespace latchkey::sandbox
