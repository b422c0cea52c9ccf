// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace latchkey {

class MainWindow;

/// Something to do, and a picture of what it leads to.
struct TourStop
{
    std::function<void()> begin;
    std::function<bool()> ready;
    QString picture; ///< file name without its extension; empty: none
};

/// A session of the profile of this path: its statements, a value, the history, the export, and the views of its server.
/// `sql` empty: it is only opened. `window` must outlive the stops.
QList<TourStop> sessionTour(MainWindow &window, const QString &profile, const QString &sql);

} // namespace latchkey
