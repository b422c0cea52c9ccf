// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/gui/endingsignals.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace latchkey {

namespace {

constexpr std::array numbers{SIGTERM, SIGINT, SIGHUP};

// A handler may do little more than write.
std::array<int, 2> pipeEnds{-1, -1}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void writeNumber(int number)
{
    const int before = errno;
    const auto byte = static_cast<unsigned char>(number);
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, sizeof byte);
    errno = before;
}

void handle(int number, void (*handler)(int))
{
    struct sigaction now = {};
    if (sigaction(number, nullptr, &now) != 0 || now.sa_handler == SIG_IGN)
        return;
    struct sigaction wanted = {};
    wanted.sa_handler = handler;
    wanted.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigemptyset(&wanted.sa_mask);
    sigaction(number, &wanted, nullptr);
}

} // namespace

EndingSignals::EndingSignals(QObject *parent) : QObject(parent)
{
    if (pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &EndingSignals::read);
    for (const int number : numbers)
        handle(number, &writeNumber);
}

EndingSignals::~EndingSignals()
{
    if (!m_notifier)
        return;
    for (const int number : numbers)
        handle(number, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds)
        ::close(std::exchange(end, -1));
}

void EndingSignals::read()
{
    unsigned char number = 0;
    if (::read(pipeEnds[0], &number, sizeof number) == sizeof number)
        Q_EMIT received(number);
}

} // namespace latchkey
