// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/interruption.h"

#include "app/cli/exitcode.h"
#include "app/cli/terminal.h"

#include <chrono>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace latchkey::cli {

namespace {

constexpr timespec grace{0, 80'000'000};

bool isIgnored(int number)
{
    struct sigaction now = {};
    return sigaction(number, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

// A blocked signal would come even though it is ignored.
sigset_t wanted()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        if (!isIgnored(number))
            sigaddset(&set, number);
    }
    return set;
}

} // namespace

Interruption::Interruption() : m_wanted(wanted())
{
    pthread_sigmask(SIG_BLOCK, &m_wanted, &m_before);
    std::signal(SIGPIPE, SIG_IGN); // a reader that went away is seen by write()
    if (pipe2(m_descriptors, O_CLOEXEC) != 0)
        m_descriptors[0] = m_descriptors[1] = -1;
    std::thread([this] { listen(); }).detach();
}

std::optional<Signal> Interruption::next() const
{
    Signal signal;
    if (::read(m_descriptors[0], &signal, sizeof signal) != sizeof signal)
        return {};
    return signal;
}

void Interruption::listen()
{
    for (;;) {
        siginfo_t info = {};
        if (sigwaitinfo(&m_wanted, &info) < 0)
            continue;
        if (!m_isTaken)
            end();
        const Signal signal{info.si_signo, info.si_code == SI_KERNEL};
        if (::write(m_descriptors[1], &signal, sizeof signal) != sizeof signal)
            end(); // nobody would hear of it
    }
}

void Interruption::end()
{
    if (m_descriptors[1] >= 0)
        ::close(m_descriptors[1]); // the other end becomes readable
    m_source.request_stop();
    sigtimedwait(&m_wanted, nullptr, &grace);
    Terminal::restoreEcho();
    _exit(Interrupted);
}

} // namespace latchkey::cli
