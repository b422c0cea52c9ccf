// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/result/rowsarrival.h"

#include "ui/resultgrid.h"

#include <QLocale>

namespace latchkey {

namespace {

QString rowsText(int rows)
{
    return ResultGrid::tr("%n row(s)", nullptr, rows)
        .replace(QString::number(rows), QLocale().toString(rows));
}

} // namespace

QString RowsArrival::text() const
{
    const QString all = rowsText(isFiltered ? stored : shown);
    const QString rows = isFiltered ? ResultGrid::tr("%1 of %2").arg(QLocale().toString(shown), all) : all;
    switch (state) {
    case State::Waiting:
        return ResultGrid::tr("Waiting for rows…");
    case State::Arriving:
    case State::CutOff:
        return ResultGrid::tr("%1 so far, more ▸").arg(rows);
    case State::Complete:
        return rows;
    case State::Incomplete:
        return ResultGrid::tr("%1, incomplete: the statement did not end well.").arg(rows);
    }
    return {};
}

QString RowsArrival::missing() const
{
    switch (state) {
    case State::Waiting:
    case State::Arriving:
        return ResultGrid::tr("Rows were still arriving.");
    case State::CutOff:
        return ResultGrid::tr("The server has more rows.");
    case State::Incomplete:
        return ResultGrid::tr("The statement did not end well, so rows are missing.");
    case State::Complete:
        break;
    }
    return stored == shown ? QString()
                           : ResultGrid::tr("The filter hides %n row(s).", nullptr, stored - shown);
}

} // namespace latchkey
