// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/interruption.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"

#include <chrono>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace latchkey::cli {

namespace {

constexpr timespec grace{0, 80'000'000};

sigset_t wanted()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&set, number);
    return set;
}

} // namespace

Interruption::Interruption()
{
    const sigset_t set = wanted();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a reader that went away is seen by write()
    if (pipe2(m_descriptors, O_CLOEXEC) != 0)
        m_descriptors[0] = m_descriptors[1] = -1;
    std::thread([this] { listen(); }).detach();
}

void Interruption::listen()
{
    const sigset_t set = wanted();
    int number = 0;
    while (sigwait(&set, &number) != 0) { }
    if (m_descriptors[1] >= 0)
        ::close(m_descriptors[1]); // the other end becomes readable
    m_source.request_stop();
    sigtimedwait(&set, nullptr, &grace);
    Terminal::restoreEcho();
    _exit(Interrupted);
}

} // namespace latchkey::cli
