// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/gui/sessiontour.h"

#include "ui/mainwindow.h"
#include "ui/query/historyview.h"
#include "ui/sessiontab.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QPointer>
#include <QTabWidget>

#include <algorithm>
#include <memory>

namespace latchkey {

namespace {

/// The session's tab, once it is there.
using SharedTab = std::shared_ptr<QPointer<SessionTab>>;

/// What a part is called in the program; nothing that people read.
template <typename Part>
Part *part(const SharedTab &tab, const QString &name)
{
    const auto all = (*tab)->findChildren<Part *>(name);
    const auto shown = std::find_if(all.begin(), all.end(), [](Part *each) {
        const auto *widget = qobject_cast<QWidget *>(each);
        return !widget || widget->isVisible();
    });
    return shown == all.end() ? nullptr : *shown;
}

void trigger(const SharedTab &tab, const QString &action)
{
    if (auto *found = part<QAction>(tab, action))
        found->trigger();
}

bool hasRows(const SharedTab &tab, const QString &view)
{
    const auto *found = part<QAbstractItemView>(tab, view);
    return found && found->model() && found->model()->rowCount() > 0;
}

void showResultTab(const SharedTab &tab, int fromTheEnd)
{
    if (auto *results = part<QTabWidget>(tab, u"resultTabs"_qs))
        results->setCurrentIndex(results->count() - fromTheEnd);
}

QList<TourStop> resultStops(const SharedTab &tab)
{
    const auto chooseLastColumn = [tab] {
        if (auto *table = part<QAbstractItemView>(tab, u"resultTable"_qs))
            table->setCurrentIndex(table->model()->index(0, table->model()->columnCount() - 1));
    };
    const auto ready = [tab] { return hasRows(tab, u"resultTable"_qs); };
    return {{[=] {
                 chooseLastColumn();
                 trigger(tab, u"openValue"_qs);
             },
             ready, u"session-value"_qs},
            {[tab] { trigger(tab, u"exportResult"_qs); },
             [] { return QApplication::activeModalWidget() != nullptr; }, u"session-export"_qs},
            {[tab] { showResultTab(tab, 1); }, [tab] { return hasRows(tab, u"history"_qs); },
             u"session-history"_qs}};
}

QList<TourStop> serverStops(const SharedTab &tab)
{
    const auto view = [tab](const QString &action, const QString &picture) {
        return TourStop{[=] { trigger(tab, action); }, [=] { return hasRows(tab, u"adminTable"_qs); },
                        picture};
    };
    return {view(u"viewProcesses"_qs, u"session-processes"_qs),
            view(u"viewVariables"_qs, u"session-variables"_qs),
            {[tab] { trigger(tab, u"explain"_qs); }, [tab] { return hasRows(tab, u"planTree"_qs); },
             u"session-plan"_qs}};
}

} // namespace

QList<TourStop> sessionTour(MainWindow &window, const QString &profile, const QString &sql)
{
    const auto tab = std::make_shared<QPointer<SessionTab>>();
    QList<TourStop> stops = {{[&window, tab, profile] { *tab = window.connectTo(profile); },
                              [tab] { return *tab && (*tab)->isConnected() && !(*tab)->isBusy(); },
                              QString()}};
    if (sql.isEmpty())
        return stops;
    stops.append({[tab, sql] {
                      (*tab)->setSql(sql);
                      (*tab)->runAll();
                  },
                  [tab] { return !(*tab)->isBusy(); }, u"session"_qs});
    return stops + resultStops(tab) + serverStops(tab);
}

} // namespace latchkey
