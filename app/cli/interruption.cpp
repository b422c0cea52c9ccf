// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/interruption.h"

#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"

#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace latchkey::cli {

namespace {

timespec asTimespec(std::chrono::milliseconds duration)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(duration);
    return {seconds.count(), std::chrono::nanoseconds(duration - seconds).count()};
}

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
    for (const int number :
         {SIGINT, SIGTERM, SIGHUP}) { // which the program that became this one may have blocked
        if (sigismember(&m_wanted, number) == 1)
            sigdelset(&m_before, number);
    }
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
            end(info.si_signo);
        const Signal signal{info.si_signo, info.si_code == SI_KERNEL};
        if (::write(m_descriptors[1], &signal, sizeof signal) != sizeof signal)
            end(info.si_signo); // nobody would hear of it
    }
}

void Interruption::end(int signal)
{
    const std::chrono::milliseconds patience = m_patience;
    if (m_descriptors[1] >= 0)
        ::close(m_descriptors[1]); // the other end becomes readable
    m_source.request_stop();
    if (signal == SIGINT && patience >= std::chrono::seconds(1))
        note(Text::tr("Stopping the statement on the server; press Ctrl+C again to leave at once."));
    const timespec limit = asTimespec(patience);
    sigtimedwait(&m_wanted, nullptr, &limit);
    Terminal::restoreEcho();
    _exit(Interrupted);
}

} // namespace latchkey::cli
