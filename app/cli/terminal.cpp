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

/// A signal does nothing, whichever thread it would come to, while this lives.
class Deafness
{
public:
    explicit Deafness(int number) : m_number(number)
    {
        struct sigaction ignore = {};
        ignore.sa_handler = SIG_IGN;
        sigaction(number, &ignore, &m_before);
    }
    ~Deafness() { sigaction(m_number, &m_before, nullptr); }
    Deafness(const Deafness &) = delete;
    Deafness &operator=(const Deafness &) = delete;

private:
    int m_number;
    struct sigaction m_before = {};
};

/// The echo is off, and Ctrl+Z and Ctrl+\ do nothing, while this lives: a program stopped or dumped here would leave a
/// mute terminal or a half-typed password behind.
class Silence
{
public:
    explicit Silence(int terminal) : m_terminal(terminal)
    {
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
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

    bool isSilent() const { return m_isSilent; }

private:
    int m_terminal;
    Deafness m_stop{SIGTSTP};
    Deafness m_quit{SIGQUIT};
    bool m_isSilent = false;
};

/// Where to ask: the controlling terminal, or the one that standard input is.
class Place
{
public:
    Place() : m_own(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) { }
    ~Place()
    {
        if (m_own >= 0)
            ::close(m_own);
    }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

    bool exists() const { return m_own >= 0 || isatty(STDIN_FILENO) == 1; }
    int input() const { return m_own >= 0 ? m_own : STDIN_FILENO; }
    int output() const { return m_own >= 0 ? m_own : STDERR_FILENO; }

private:
    int m_own;
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

Error emptyPassword()
{
    return invalid(Text::tr("The password is empty."));
}

// "Password of alice@R: " without what only leads to the answer
QString questionOf(const QString &prompt)
{
    QString question = prompt.trimmed();
    if (question.endsWith(QLatin1Char(':')))
        question.chop(1);
    return question;
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
    // It counts as silenced until it is not: who ends the program meanwhile must not believe that it is done.
    const int terminal = silencedTerminal;
    if (terminal >= 0)
        tcsetattr(terminal, TCSANOW, &echoing);
    silencedTerminal = -1;
}

Result<Secret> Terminal::ask(const Prompt &prompt) const
{
    const Place place;
    if (!place.exists())
        return invalid(
            Text::tr("“%1” is asked, and there is no terminal to answer at. Give the answer on standard "
                     "input with --password-stdin.")
                .arg(questionOf(prompt.text)));
    const auto typed = [&]() -> Result<std::optional<Secret>> {
        std::optional<Silence> silence;
        if (prompt.hidden)
            silence.emplace(place.input());
        if (silence && !silence->isSilent())
            return invalid(
                Text::tr("The terminal cannot hide what is typed. Give the answer to “%1” on standard input "
                         "with --password-stdin.")
                    .arg(questionOf(prompt.text)));
        print(place.output(), prompt.text.toLocal8Bit());
        auto line = readLine(place.input());
        if (prompt.hidden)
            print(place.output(), "\n");
        return line;
    };
    auto answer = typed();
    if (!answer)
        return std::move(answer).error();
    if (!*answer && prompt.mayBeEmpty)
        return cancelledError(); // Ctrl+D
    if (!*answer || ((*answer)->isEmpty() && !prompt.mayBeEmpty))
        return emptyPassword();
    return std::move(**answer);
}

void Terminal::say(const QString &text) const
{
    const Place place;
    if (place.exists())
        print(place.output(), text.toLocal8Bit() + '\n');
}

Result<Secret> Terminal::readStandardInput() const
{
    auto line = nextLine();
    if (!line)
        return std::move(line).error();
    if (!*line || (*line)->isEmpty())
        return emptyPassword();
    return std::move(**line);
}

Result<std::optional<Secret>> Terminal::nextLine() const
{
    return readLine(STDIN_FILENO);
}

bool Terminal::waitForInput(int descriptor) const
{
    std::array<pollfd, 2> wanted{{{descriptor, POLLIN, 0}, {m_interruption, POLLIN, 0}}};
    while (::poll(wanted.data(), wanted.size(), -1) < 0 && errno == EINTR) { }
    return wanted[1].revents == 0;
}

Result<std::optional<Secret>> Terminal::readLine(int descriptor) const
{
    Line line;
    for (;;) {
        if (!waitForInput(descriptor))
            return cancelledError();
        char byte = 0;
        const ssize_t got = ::read(descriptor, &byte, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 && line.size == 0)
            return std::optional<Secret>();
        if (got <= 0 || byte == '\n')
            return std::optional(Secret(line.text()));
        if (line.size == line.bytes.size())
            return invalid(
                Text::tr("The password is longer than 4096 bytes. Check that the right file is given."));
        line.bytes[line.size++] = byte;
    }
}

} // namespace latchkey::cli
