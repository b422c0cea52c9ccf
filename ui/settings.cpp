// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/settings.h"

#include "core/base/paths.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace latchkey {

namespace {

QString nameOf(theme::Scheme scheme)
{
    switch (scheme) {
    case theme::Scheme::Light:
        return QStringLiteral("light");
    case theme::Scheme::Dark:
        return QStringLiteral("dark");
    case theme::Scheme::System:
        break;
    }
    return QStringLiteral("system");
}

theme::Scheme schemeOf(const QString &name)
{
    if (name == QLatin1String("light"))
        return theme::Scheme::Light;
    return name == QLatin1String("dark") ? theme::Scheme::Dark : theme::Scheme::System;
}

using std::chrono::minutes;

QStringList wordsOf(const QList<minutes> &values)
{
    QStringList words;
    for (const minutes value : values)
        words.append(QString::number(value.count()));
    return words;
}

/// What is no number of minutes, of a day at most, counts for nothing.
QList<minutes> minutesOf(const QStringList &words)
{
    QList<minutes> values;
    for (const QString &word : words)
        if (const int value = word.toInt(); value > 0 && minutes(value) <= std::chrono::hours(24))
            values.append(minutes(value));
    return values;
}

/// 0, and what is no number of days of a year at most, is never.
std::optional<std::chrono::days> daysOf(const QVariant &value)
{
    const int days = value.toInt();
    return days > 0 && days <= 366 ? std::optional(std::chrono::days(days)) : std::nullopt;
}

constexpr int earliestRenewal = 10; // percent of a ticket's life
constexpr int latestRenewal = 90;

void loadTicketCare(const QSettings &stored, Settings &settings)
{
    const QString warnBefore = QStringLiteral("notices/warnBefore");
    if (stored.contains(warnBefore))
        settings.warnBefore = minutesOf(stored.value(warnBefore).toStringList());
    settings.warnOfPassword = daysOf(stored.value(QStringLiteral("notices/warnOfPassword"), 7));
    settings.renewsTickets = stored.value(QStringLiteral("renewal/automatic"), true).toBool();
    const int percent = stored.value(QStringLiteral("renewal/atPercent"), settings.renewsAtPercent).toInt();
    settings.renewsAtPercent = std::clamp(percent, earliestRenewal, latestRenewal);
    const auto interval = minutesOf({stored.value(QStringLiteral("renewal/interval")).toString()});
    settings.renewalInterval = interval.value(0, settings.renewalInterval);
    const auto retry = minutesOf({stored.value(QStringLiteral("renewal/longestRetry")).toString()});
    settings.longestRetry = retry.value(0, settings.longestRetry);
    settings.showsNotices = stored.value(QStringLiteral("notices/shown"), true).toBool();
    settings.showsTray = stored.value(QStringLiteral("tray/shown"), true).toBool();
    settings.staysInTray = stored.value(QStringLiteral("tray/stays"), false).toBool();
    settings.destroysOnLock = stored.value(QStringLiteral("destroy/onLock"), false).toBool();
    settings.destroysOnExit = stored.value(QStringLiteral("destroy/onExit"), false).toBool();
    const auto idle = minutesOf({stored.value(QStringLiteral("destroy/whenIdle")).toString()});
    settings.destroysWhenIdle = idle.isEmpty() ? std::nullopt : std::optional(idle.first());
}

void saveTicketCare(QSettings &stored, const Settings &settings)
{
    stored.setValue(QStringLiteral("notices/warnBefore"), wordsOf(settings.warnBefore));
    stored.setValue(QStringLiteral("notices/warnOfPassword"),
                    static_cast<qlonglong>(settings.warnOfPassword.value_or(std::chrono::days(0)).count()));
    stored.setValue(QStringLiteral("renewal/automatic"), settings.renewsTickets);
    stored.setValue(QStringLiteral("renewal/atPercent"), settings.renewsAtPercent);
    stored.setValue(QStringLiteral("renewal/interval"),
                    static_cast<qlonglong>(settings.renewalInterval.count()));
    stored.setValue(QStringLiteral("renewal/longestRetry"),
                    static_cast<qlonglong>(settings.longestRetry.count()));
    stored.setValue(QStringLiteral("notices/shown"), settings.showsNotices);
    stored.setValue(QStringLiteral("tray/shown"), settings.showsTray);
    stored.setValue(QStringLiteral("tray/stays"), settings.staysInTray);
    stored.setValue(QStringLiteral("destroy/onLock"), settings.destroysOnLock);
    stored.setValue(QStringLiteral("destroy/onExit"), settings.destroysOnExit);
    const auto idle = settings.destroysWhenIdle.value_or(minutes(0)).count();
    stored.setValue(QStringLiteral("destroy/whenIdle"), static_cast<qlonglong>(idle));
}

constexpr qsizetype mostRecent = 8;
constexpr int narrowestSchema = 160; // device-independent pixels
constexpr int widestSchema = 2000;

} // namespace

void Settings::rememberRecent(const QString &id)
{
    recentProfiles.removeAll(id);
    recentProfiles.prepend(id);
    recentProfiles = recentProfiles.first(std::min(recentProfiles.size(), mostRecent));
}

QString Settings::defaultFile()
{
    return paths::configDir() + QStringLiteral("/settings.ini");
}

Settings Settings::load(const QString &file)
{
    QSettings stored(file, QSettings::IniFormat);
    Settings settings;
    settings.geometry = stored.value(QStringLiteral("window/geometry")).toByteArray();
    settings.splitter = stored.value(QStringLiteral("window/splitter")).toByteArray();
    settings.showsTickets = stored.value(QStringLiteral("window/tickets"), true).toBool();
    settings.showsProfiles = stored.value(QStringLiteral("window/profiles"), true).toBool();
    const int schemaWidth = stored.value(QStringLiteral("session/schemaWidth"), settings.schemaWidth).toInt();
    settings.schemaWidth = std::clamp(schemaWidth, narrowestSchema, widestSchema);
    settings.showsSchema = stored.value(QStringLiteral("session/schema"), true).toBool();
    settings.completesAlone = stored.value(QStringLiteral("session/completes"), true).toBool();
    settings.ticketColumns = stored.value(QStringLiteral("tickets/columns")).toByteArray();
    settings.showsExpiredTickets = stored.value(QStringLiteral("tickets/expired"), true).toBool();
    settings.showsTicketNotes = stored.value(QStringLiteral("tickets/configuration"), false).toBool();
    settings.scheme = schemeOf(stored.value(QStringLiteral("look/theme")).toString());
    settings.closedFolders = stored.value(QStringLiteral("profiles/closedFolders")).toStringList();
    settings.recentProfiles = stored.value(QStringLiteral("profiles/recent")).toStringList();
    settings.keepsHistory = stored.value(QStringLiteral("history/kept"), true).toBool();
    settings.signIns = loadHabits(stored);
    loadTicketCare(stored, settings);
    return settings;
}

void Settings::save(const QString &file) const
{
    if (!paths::makeOwn(QFileInfo(file).path()))
        return; // nothing that matters is lost
    QSettings stored(file, QSettings::IniFormat);
    stored.setValue(QStringLiteral("window/geometry"), geometry);
    stored.setValue(QStringLiteral("window/splitter"), splitter);
    stored.setValue(QStringLiteral("window/tickets"), showsTickets);
    stored.setValue(QStringLiteral("window/profiles"), showsProfiles);
    stored.setValue(QStringLiteral("session/schemaWidth"), schemaWidth);
    stored.setValue(QStringLiteral("session/schema"), showsSchema);
    stored.setValue(QStringLiteral("session/completes"), completesAlone);
    stored.setValue(QStringLiteral("tickets/columns"), ticketColumns);
    stored.setValue(QStringLiteral("tickets/expired"), showsExpiredTickets);
    stored.setValue(QStringLiteral("tickets/configuration"), showsTicketNotes);
    stored.setValue(QStringLiteral("look/theme"), nameOf(scheme));
    stored.setValue(QStringLiteral("profiles/closedFolders"), closedFolders);
    stored.setValue(QStringLiteral("profiles/recent"), recentProfiles);
    stored.setValue(QStringLiteral("history/kept"), keepsHistory);
    saveHabits(stored, signIns);
    saveTicketCare(stored, *this);
    stored.sync();
    QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace latchkey
