// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/klistoutput.h"

#include <QRegularExpression>

namespace latchkey::test {

namespace {

// "11/22/26 11:00:00": klist prints two digits of the year.
QDateTime moment(const QString &text)
{
    const QDateTime parsed =
        QDateTime::fromString(QStringLiteral("20") + text.mid(6, 2) + text.left(6) + text.mid(8),
                              QStringLiteral("yyyyMM/dd/ HH:mm:ss"));
    return {parsed.date(), parsed.time(), Qt::UTC};
}

/// "\040" is a byte that klist would not print.
QByteArray unescaped(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size(); ++at) {
        bool isOctal = false;
        const int code = text.at(at) == '\\' ? text.mid(at + 1, 3).toInt(&isOctal, 8) : 0;
        bytes += isOctal ? static_cast<char>(code) : text.at(at);
        at += isOctal ? 3 : 0;
    }
    return bytes;
}

class Parser
{
public:
    bool take(const QString &line)
    {
        return line.isEmpty() || line.startsWith(QLatin1String("Valid starting")) || takeHead(line)
               || takeNote(line) || takeTicket(line) || takeDetails(line);
    }
    QList<KlistCache> caches;

private:
    bool takeHead(const QString &line)
    {
        static const QRegularExpression cache(QStringLiteral("^Ticket cache: (.*)$"));
        static const QRegularExpression principal(QStringLiteral("^Default principal: (.*)$"));
        if (const auto match = cache.match(line); match.hasMatch()) {
            caches.append({match.captured(1), {}, {}, {}});
            return true;
        }
        const auto match = principal.match(line);
        if (match.hasMatch() && !caches.isEmpty())
            caches.last().principal = match.captured(1);
        return match.hasMatch() && !caches.isEmpty();
    }
    // A long value goes on in the next line, behind eight blanks.
    bool takeNote(const QString &line)
    {
        static const QRegularExpression note(QStringLiteral("^config: ([^(]*?)(?:\\((.*)\\))? = (.*)$"));
        const bool goesOn = m_inNote && line.startsWith(QLatin1String("        "));
        const auto match = note.match(line);
        m_inNote = match.hasMatch() || goesOn;
        if (goesOn)
            caches.last().notes.last().value += unescaped(line.mid(8).toUtf8());
        else if (match.hasMatch())
            caches.last().notes.append(
                {match.captured(1), match.captured(2), unescaped(match.captured(3).toUtf8())});
        return m_inNote;
    }
    bool takeTicket(const QString &line)
    {
        static const QRegularExpression ticket(
            QStringLiteral("^(\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d)  (\\S+ \\S+)  (.*)$"));
        const auto match = ticket.match(line);
        if (!match.hasMatch())
            return false;
        KlistTicket parsed;
        parsed.client = caches.last().principal;
        parsed.start = moment(match.captured(1));
        parsed.end = moment(match.captured(2));
        parsed.service = match.captured(3);
        caches.last().tickets.append(parsed);
        return true;
    }
    // "	renew until 11/29/26 11:00:00, Flags: FRI": what a ticket has more, in lines that begin with a tabulator.
    bool takeDetails(const QString &line)
    {
        if (!line.startsWith(QLatin1Char('\t')))
            return false;
        QString rest = line.mid(1).trimmed();
        if (rest == QLatin1String("Addresses: (none)"))
            return true;
        KlistTicket &ticket = caches.last().tickets.last();
        static const QRegularExpression whole(QStringLiteral("^(Addresses|Ticket server): (.*)$"));
        if (const auto match = whole.match(rest); match.hasMatch()) {
            if (match.captured(1) == QLatin1String("Addresses"))
                ticket.addresses = match.captured(2).split(QStringLiteral(", "));
            else
                ticket.ticketServer = match.captured(2);
            return true;
        }
        static const QRegularExpression detail(QStringLiteral(
            "^(?:for client (\\S+)|renew until (\\S+ [\\d:]+)|Flags: (\\w+)|Etype \\(skey, tkt\\): (\\S+), "
            "(\\S+))(?:, |$)"));
        while (!rest.isEmpty()) {
            const auto match = detail.match(rest);
            if (!match.hasMatch())
                return false;
            if (!match.captured(1).isEmpty())
                ticket.client = match.captured(1);
            if (!match.captured(2).isEmpty())
                ticket.renewUntil = moment(match.captured(2));
            if (!match.captured(3).isEmpty())
                ticket.flags = match.captured(3);
            if (!match.captured(4).isEmpty()) {
                ticket.sessionKey = match.captured(4);
                ticket.ticketKey = match.captured(5);
            }
            rest.remove(0, match.capturedLength(0));
        }
        return true;
    }

    bool m_inNote = false;
};

} // namespace

std::optional<QList<KlistCache>> parseKlist(const QByteArray &output, QString *problem)
{
    Parser parser;
    for (const QString &line : QString::fromUtf8(output).split(QLatin1Char('\n'))) {
        if (parser.take(line))
            continue;
        *problem = line;
        return std::nullopt;
    }
    return parser.caches;
}

} // namespace latchkey::test
