// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/terminal.h"

#include "app/cli/text.h"
#include "core/base/job.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

namespace latchkey::cli {

namespace {

constexpr std::size_t longestPassword = 4096;

// What restoreEcho() needs; written before the descriptor is published.
termios echoing{};
std::atomic<int> silencedTerminal = -1;

/// The echo is off, and Ctrl+Z and Ctrl+\ wait, while this lives: a program stopped or dumped here would leave a mute
/// terminal or a half-typed password behind.
class Silence
{
public:
    explicit Silence(int terminal) : m_terminal(terminal)
    {
        sigset_t delayed;
        sigemptyset(&delayed);
        sigaddset(&delayed, SIGTSTP);
        sigaddset(&delayed, SIGQUIT);
        pthread_sigmask(SIG_BLOCK, &delayed, &m_before);
        if (tcgetattr(terminal, &echoing) != 0)
            return;
        termios silent = echoing;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silencedTerminal = terminal;
        m_isSilent = tcsetattr(terminal, TCSAFLUSH, &silent) == 0;
    }
    ~Silence()
    {
        Terminal::restoreEcho();
        if (m_isSilent) // again: an interruption may have come before the echo was off
            tcsetattr(m_terminal, TCSANOW, &echoing);
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

    bool isSilent() const { return m_isSilent; }

private:
    int m_terminal;
    sigset_t m_before;
    bool m_isSilent = false;
};

/// Wiped at the end.
struct Line
{
    std::array<char, longestPassword> bytes;
    std::size_t size = 0;
    ~Line() { explicit_bzero(bytes.data(), bytes.size()); }

    std::string_view text() const
    {
        const std::string_view all(bytes.data(), size);
        return all.substr(0, all.ends_with('\r') ? size - 1 : size);
    }
};

Error invalid(const QString &message)
{
    return {Error::Code::InvalidInput, message, QString(), 0};
}

void print(int terminal, const QByteArray &text)
{
    // A prompt that cannot be shown is no reason not to read the answer.
    [[maybe_unused]] const auto written =
        ::write(terminal, text.constData(), static_cast<std::size_t>(text.size()));
}

} // namespace

void Terminal::restoreEcho()
{
    const int terminal = silencedTerminal.exchange(-1);
    if (terminal >= 0)
        tcsetattr(terminal, TCSANOW, &echoing);
}

Result<Secret> Terminal::ask(const QString &prompt) const
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0)
        return invalid(Text::tr(
            "A password is needed, and there is no terminal to ask for it. Give it on standard input "
            "with --password-stdin."));
    Result<Secret> answer = [&]() -> Result<Secret> {
        const Silence silence(terminal);
        if (!silence.isSilent())
            return invalid(
                Text::tr("The terminal cannot hide what is typed. Give the password on standard input with "
                         "--password-stdin."));
        print(terminal, prompt.toLocal8Bit());
        Result<Secret> typed = readLine(terminal);
        print(terminal, "\n");
        return typed;
    }();
    ::close(terminal);
    return answer;
}

Result<Secret> Terminal::readStandardInput() const
{
    return readLine(STDIN_FILENO);
}

bool Terminal::waitForInput(int descriptor) const
{
    std::array<pollfd, 2> wanted{{{descriptor, POLLIN, 0}, {m_interruption, POLLIN, 0}}};
    while (::poll(wanted.data(), wanted.size(), -1) < 0 && errno == EINTR) { }
    return wanted[1].revents == 0;
}

Result<Secret> Terminal::readLine(int descriptor) const
{
    Line line;
    for (;;) {
        if (!waitForInput(descriptor))
            return cancelledError();
        char byte = 0;
        const ssize_t got = ::read(descriptor, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || byte == '\n')
            break;
        if (line.size == line.bytes.size())
            return invalid(
                Text::tr("The password is longer than 4096 bytes. Check that the right file is given."));
        line.bytes[line.size++] = byte;
    }
    if (line.text().empty())
        return invalid(Text::tr("The password is empty."));
    return Secret(line.text());
}

} // namespace latchkey::cli
