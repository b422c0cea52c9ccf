// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/settings.h"

#include "core/base/paths.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

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

} // namespace

QString Settings::defaultFile()
{
    return paths::configDir() + QStringLiteral("/settings.ini");
}

Settings Settings::load(const QString &file)
{
    const QSettings stored(file, QSettings::IniFormat);
    Settings settings;
    settings.geometry = stored.value(QStringLiteral("window/geometry")).toByteArray();
    settings.splitter = stored.value(QStringLiteral("window/splitter")).toByteArray();
    settings.showsTickets = stored.value(QStringLiteral("window/tickets"), true).toBool();
    settings.showsProfiles = stored.value(QStringLiteral("window/profiles"), true).toBool();
    settings.scheme = schemeOf(stored.value(QStringLiteral("look/theme")).toString());
    settings.closedFolders = stored.value(QStringLiteral("profiles/closedFolders")).toStringList();
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
    stored.setValue(QStringLiteral("look/theme"), nameOf(scheme));
    stored.setValue(QStringLiteral("profiles/closedFolders"), closedFolders);
    stored.sync();
    QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace latchkey
