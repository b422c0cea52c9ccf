// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/gui/application.h"
#include "app/gui/sessiontour.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace latchkey {

class ImportDialog;

/// Walks through the program and takes a picture at each stop: for the README, for seeing that the window works where there is
/// no display, and for whoever wants to look at every screen that there is.
class Tour : public QObject
{
    Q_OBJECT
public:
    struct Plan
    {
        QString folder; ///< where the pictures go
        QString profile; ///< path of the profile to connect to; empty: no session
        QString sql; ///< run in that session
    };

    Tour(Application &application, Plan plan);
    void start();

Q_SIGNALS:
    /// That screen is as it is to be; its picture is taken next.
    void reached(QWidget *screen, const QString &name);
    /// `code` is the program's exit code: 0 if every picture was taken.
    void finished(int code);

private:
    void planDialogs();
    void planPassword();
    void planDestroying();
    void planTrial();
    void planExchange();
    void planRealms();
    void next();
    void look();
    bool take(const QString &name);
    QWidget *subject() const;

    Application &m_application;
    Plan m_plan;
    QPointer<ImportDialog> m_import;
    QList<TourStop> m_stops;
    QTimer m_look;
    QElapsedTimer m_waited;
    int m_calm = 0; ///< how often in a row the stop was ready
};

} // namespace latchkey
