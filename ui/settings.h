// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/theme.h"

#include <QByteArray>
#include <QStringList>

namespace latchkey {

/// What the window remembers from one run to the next. Holds no secret and nothing about tickets.
struct Settings
{
    QByteArray geometry;
    QByteArray splitter;
    theme::Scheme scheme = theme::Scheme::System;
    QStringList closedFolders;
    bool showsTickets = true;
    bool showsProfiles = true;

    friend bool operator==(const Settings &, const Settings &) = default;

    /// From `file`; what is missing or cannot be read is as above.
    static Settings load(const QString &file);
    /// Readable by this user only.
    void save(const QString &file) const;
    /// settings.ini in paths::configDir().
    static QString defaultFile();
};

} // namespace latchkey
