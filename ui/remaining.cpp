// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/remaining.h"

#include <QDateTime>
#include <QLocale>

namespace latchkey {

namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

QDateTime local(Instant moment)
{
    return QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count());
}

} // namespace

std::optional<seconds> untilTextChanges(seconds left)
{
    if (left <= 0s)
        return std::nullopt;
    if (left <= 1min)
        return 1s;
    const seconds step = left < 24h ? seconds(1min) : seconds(1h);
    return left % step + 1s;
}

Urgency urgencyOf(seconds left)
{
    if (left <= 0s)
        return Urgency::Over;
    if (left < 5min)
        return Urgency::Critical;
    if (left < 15min)
        return Urgency::Pressing;
    return left < 1h ? Urgency::Soon : Urgency::Calm;
}

theme::Colour urgencyColour(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Calm:
        return theme::Colour::Good;
    case Urgency::Soon:
        return theme::Colour::Accent;
    case Urgency::Pressing:
        return theme::Colour::Warning;
    case Urgency::Critical:
    case Urgency::Over:
        break;
    }
    return theme::Colour::Danger;
}

QString urgencyIcon(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Calm:
        return QStringLiteral("ok");
    case Urgency::Soon:
        return QStringLiteral("clock");
    case Urgency::Pressing:
        return QStringLiteral("warning");
    case Urgency::Critical:
    case Urgency::Over:
        break;
    }
    return QStringLiteral("error");
}

QString momentText(Instant moment, Instant now)
{
    const QDateTime then = local(moment);
    const QString format = QLocale().timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss"));
    const QString time = QLocale().toString(then.time(), format);
    const qint64 apart = local(now).date().daysTo(then.date());
    if (apart == 0)
        return time;
    if (std::abs(apart) < 7)
        return QStringLiteral("%1 %2").arg(QLocale().toString(then, QStringLiteral("ddd")), time);
    return QStringLiteral("%1 %2").arg(QLocale().toString(then, QStringLiteral("d MMM")), time);
}

QString fullMomentText(Instant moment)
{
    return QLocale().toString(local(moment), QStringLiteral("ddd d MMM yyyy, HH:mm:ss"));
}

} // namespace latchkey
