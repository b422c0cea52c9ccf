// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/output.h"

#include <QDateTime>
#include <QJsonObject>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <poll.h>
#include <unistd.h>

namespace latchkey::cli {

namespace {

constexpr std::size_t bufferSize = 1 << 16;

QString padded(const QString &text, int width)
{
    return text + QString(std::max(0, width - displayWidth(text)), QLatin1Char(' '));
}

/// Another program may have made the terminal or the pipe one that is never waited for.
void waitForRoom()
{
    pollfd room{STDOUT_FILENO, POLLOUT, 0};
    ::poll(&room, 1, -1);
}

} // namespace

void Output::print(std::string_view bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_isUsed = true;
    if (m_failure != 0)
        return;
    m_buffer += bytes;
    if (m_buffer.size() >= bufferSize)
        flushLocked();
}

void Output::print(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    print(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

bool Output::flush()
{
    const std::scoped_lock lock(m_mutex);
    return flushLocked();
}

bool Output::flushLocked()
{
    std::string_view rest = m_buffer;
    while (!rest.empty() && m_failure == 0) {
        const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
        if (written >= 0)
            rest.remove_prefix(static_cast<std::size_t>(written));
        else if (errno == EAGAIN)
            waitForRoom();
        else if (errno != EINTR)
            m_failure = errno;
    }
    m_buffer.clear();
    return m_failure == 0;
}

void Output::abandon(int failure)
{
    const std::scoped_lock lock(m_mutex);
    m_failure = failure;
    m_buffer.clear();
}

bool Output::isUsed() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isUsed;
}

bool Output::hasFailed() const
{
    return failure() != 0;
}

int Output::failure() const
{
    const std::scoped_lock lock(m_mutex);
    return m_failure;
}

QString columns(const QList<QStringList> &rows)
{
    QList<int> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype at = 0; at < row.size(); ++at)
            widths[at] = std::max(widths[at], displayWidth(row.at(at)));
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype at = 0; at < row.size(); ++at)
            line += padded(row.at(at), widths.at(at) + 2);
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text;
}

QString localTime(Instant instant)
{
    return QDateTime::fromSecsSinceEpoch(instant.time_since_epoch().count())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

void note(const QString &text)
{
    const QByteArray line = "latchkey-cli: " + printable(text, true).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

void complain(const Error &error, bool verbose)
{
    note(error.message.isEmpty() ? codeName(error.code) : error.message);
    if (verbose && !error.detail.isEmpty())
        note(QStringLiteral("%1: %2").arg(codeName(error.code), error.detail));
}

QJsonDocument errorDocument(const Error &error)
{
    return QJsonDocument(
        QJsonObject{{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), codeName(error.code)},
                                                          {QStringLiteral("message"), error.message},
                                                          {QStringLiteral("detail"), error.detail},
                                                          {QStringLiteral("native"), error.native}}}});
}

} // namespace latchkey::cli
