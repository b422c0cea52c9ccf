// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/pseudoterminal.h"

#include <QTest>

#include <array>

#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace latchkey::test {

namespace {

constexpr int patience = 20'000; // ms

void control(int terminal)
{
    setsid();
    ioctl(terminal, TIOCSCTTY, 0);
}

} // namespace

PseudoTerminal::PseudoTerminal(unsigned short columns, unsigned short rows)
{
    const winsize size{rows, columns, 0, 0};
    if (openpty(&m_person, &m_program, nullptr, nullptr, &size) != 0)
        return;
    fcntl(m_person, F_SETFL, O_NONBLOCK);
    for (const int end : {m_person, m_program})
        fcntl(end, F_SETFD, FD_CLOEXEC);
}

PseudoTerminal::~PseudoTerminal()
{
    close(m_program);
    close(m_person);
}

std::function<void()> PseudoTerminal::controlling() const
{
    return [terminal = m_program] { control(terminal); };
}

std::function<void()> PseudoTerminal::withOutput() const
{
    return [terminal = m_program] {
        control(terminal);
        dup2(terminal, STDOUT_FILENO);
    };
}

void PseudoTerminal::type(const QByteArray &keys) const
{
    QCOMPARE(write(m_person, keys.constData(), static_cast<size_t>(keys.size())), keys.size());
}

bool PseudoTerminal::isEchoing() const
{
    termios now = {};
    return tcgetattr(m_program, &now) == 0 && (now.c_lflag & ECHO) != 0;
}

QByteArray PseudoTerminal::shown()
{
    std::array<char, 4096> some;
    for (;;) {
        const ssize_t got = read(m_person, some.data(), some.size());
        if (got <= 0)
            return m_shown;
        m_shown.append(some.data(), got);
    }
}

bool PseudoTerminal::waitFor(const QString &text)
{
    const QByteArray wanted = text.toUtf8();
    return QTest::qWaitFor(
        [&] {
            const qsizetype at = shown().indexOf(wanted, m_found);
            m_found = at < 0 ? m_found : at + wanted.size();
            return at >= 0;
        },
        patience);
}

bool PseudoTerminal::waitForHidden(const QString &question)
{
    return waitFor(question) && !isEchoing();
}

} // namespace latchkey::test
