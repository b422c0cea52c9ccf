// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/signinhabits.h"
#include "ui/theme.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace latchkey {

/// What the window remembers from one run to the next. Holds no secret and no ticket.
struct Settings
{
    QByteArray geometry;
    QByteArray splitter;
    theme::Scheme scheme = theme::Scheme::System;
    QStringList closedFolders;
    bool showsTickets = true;
    bool showsProfiles = true;
    int schemaWidth = 240; ///< of the panel in a session's tab
    bool showsSchema = true;
    bool completesAlone = true; ///< SQL, while one types
    QByteArray ticketColumns; ///< of the tickets' header: which, where, how wide, and the order
    bool showsExpiredTickets = true;
    bool showsTicketNotes = false; ///< what libkrb5 noted in the caches
    QStringList recentProfiles; ///< ids, the last one first
    SignInHabits signIns;

    bool keepsHistory = true; ///< of executed statements, on the disk

    bool renewsTickets = true; ///< by itself, every cache that is listed
    int renewsAtPercent = 50; ///< of a ticket's life
    std::chrono::minutes renewalInterval{1}; ///< between two attempts for one cache, at least
    std::chrono::minutes longestRetry{15}; ///< what the wait after a failure, doubled each time, stops at
    bool showsTray = true;
    bool staysInTray = false; ///< when the window is closed
    bool showsNotices = true;
    QList<std::chrono::minutes> warnBefore{std::chrono::minutes(15), std::chrono::minutes(5)}; ///< the end
    std::optional<std::chrono::days> warnOfPassword{7}; ///< that expires within that time

    bool destroysOnLock = false;
    bool destroysOnExit = false;
    std::optional<std::chrono::minutes> destroysWhenIdle;

    friend bool operator==(const Settings &, const Settings &) = default;

    /// From `file`; what is missing or cannot be read is as above.
    static Settings load(const QString &file);
    /// Puts the profile first among the recent ones.
    void rememberRecent(const QString &id);
    /// Readable by this user only.
    void save(const QString &file) const;
    /// settings.ini in paths::configDir().
    static QString defaultFile();
};

} // namespace latchkey
