// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/ticketwatch.h"

#include "app/cli/identitycommands.h"
#include "app/cli/text.h"
#include "core/base/job.h"
#include "core/base/remainingtext.h"
#include "core/krb/ticketjson.h"

#include <algorithm>
#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

namespace latchkey::cli {

namespace {

using namespace std::chrono_literals;

struct Size
{
    int columns = 80;
    int rows = 24;
};

Size sizeOfTerminal()
{
    winsize size = {};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        return {};
    return {size.ws_col, size.ws_row};
}

int rowsOf(const QString &line, int columns)
{
    return std::max(1, (displayWidth(line) + columns - 1) / columns);
}

QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

bool fits(const QStringList &lines, const Size &size)
{
    int rows = 0;
    for (const QString &line : lines)
        rows += rowsOf(line, size.columns);
    return rows < size.rows;
}

/// As many lines as fit, with a last one that says how many do not.
QStringList clipped(QStringList lines, const Size &size)
{
    int rows = 0;
    qsizetype fitting = 0;
    while (fitting < lines.size() && rows + rowsOf(lines.at(fitting), size.columns) < size.rows)
        rows += rowsOf(lines.at(fitting++), size.columns);
    const qsizetype rest = lines.size() - fitting;
    if (rest == 0)
        return lines;
    lines = lines.first(std::max<qsizetype>(0, fitting - 1));
    lines += Text::tr("… %n more line(s): make the window larger", nullptr, static_cast<int>(rest + 1));
    return lines;
}

/// One line a ticket: what it is for, and how long.
QString summary(const QList<krb::Cache> &caches, const krb::ListingScope &scope, Instant now)
{
    QString text;
    for (const krb::Cache &cache : caches) {
        const QString who = cache.principal ? cache.principal->text() : QString();
        text += printable(Text::tr("%1 in %2").arg(who, cache.name)) + QLatin1Char('\n');
        QList<QStringList> rows;
        for (const krb::Ticket &ticket : cache.tickets) {
            const QString left = remainingText(ticket.endTime - now);
            if (scope.expired || !left.isEmpty())
                rows.append({QString(), left.isEmpty() ? Text::tr("expired") : left,
                             localTime(ticket.endTime), printable(ticket.service.text())});
        }
        text += columns(rows);
    }
    return text;
}

/// Draws over what is there, line by line, so that nothing flickers.
QString overdrawn(const QStringList &lines)
{
    QString text = QStringLiteral("\x1b[H");
    for (const QString &line : lines)
        text += line + QLatin1String("\x1b[K\n");
    return text + QLatin1String("\x1b[J");
}

} // namespace

TicketWatch::TicketWatch(Call &call)
    : m_call(call), m_scope{!call.has("valid"), call.has("all")},
      m_interrupted(call.interruption.descriptor(), QSocketNotifier::Read),
      m_readerLeft(STDOUT_FILENO, QSocketNotifier::Exception),
      m_isTerminal(isatty(STDOUT_FILENO) == 1 && !call.json)
{
    connect(&m_interrupted, &QSocketNotifier::activated, this, [this] {
        m_interrupted.setEnabled(false);
        m_loop.end(cancelledError());
    });
    connect(&m_readerLeft, &QSocketNotifier::activated, this, [this] {
        m_readerLeft.setEnabled(false);
        m_call.output.abandon(EPIPE);
        m_loop.end(Ok{});
    });
    connect(&m_caches, &krb::FollowedCaches::changed, this, &TicketWatch::print);
    connect(&m_caches, &krb::FollowedCaches::failed, this, [this](const Error &error) {
        if (m_isFirst)
            m_loop.end(error);
        else
            complain(error, m_call.verbose); // what is there comes again when it can be read
    });
    connect(&m_nextMinute, &WallTimer::timeout, this, &TicketWatch::print);
}

Result<> TicketWatch::run()
{
    m_caches.start();
    return m_loop.run();
}

void TicketWatch::print()
{
    if (m_isTerminal) {
        m_call.output.print(m_isFirst ? QStringLiteral("\x1b[2J") + screen() : screen());
        waitForNextMinute();
    } else if (m_call.json) {
        krb::tellAsJson(m_caches.caches(), systemNow(), m_scope, QJsonDocument::Compact,
                        [this](std::string_view piece) { m_call.output.print(piece); });
        m_call.output.print("\n");
    } else {
        const QString separator = m_isFirst ? QString() : QStringLiteral("\n");
        m_call.output.print(separator + QStringLiteral("== %1 ==\n").arg(localTime(systemNow())) + listing());
    }
    m_isFirst = false;
    if (!m_call.output.flush())
        m_loop.end(Ok{}); // finish() says why
}

QString TicketWatch::listing() const
{
    const auto &caches = m_caches.caches();
    if (caches.isEmpty())
        return nobodySignedIn().message + QLatin1Char('\n');
    return printable(krb::ticketsAsText(caches, systemNow(), m_scope), true);
}

QString TicketWatch::screen() const
{
    const Instant now = systemNow();
    const QStringList heading{Text::tr("Tickets at %1. Ctrl+C ends.").arg(localTime(now)), QString()};
    const Size size = sizeOfTerminal();
    QStringList lines = heading + linesOf(listing());
    if (!fits(lines, size) && !m_caches.caches().isEmpty())
        lines = heading + linesOf(summary(m_caches.caches(), m_scope, now));
    return overdrawn(clipped(std::move(lines), size));
}

void TicketWatch::waitForNextMinute()
{
    m_nextMinute.start(std::chrono::floor<std::chrono::minutes>(systemNow()) + 1min);
}

} // namespace latchkey::cli
