// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace latchkey {

/// How much of a statement's result is here.
struct RowsArrival
{
    enum class State { Waiting, Arriving, Complete, CutOff, Incomplete };

    State state = State::Waiting;
    int stored = 0; ///< rows
    int shown = 0; ///< those of them that the filter lets through
    bool isFiltered = false;

    /// For the line below the rows.
    QString text() const;
    /// A sentence on what is not among the rows that are shown; empty: they are the whole result.
    QString missing() const;
};

} // namespace latchkey
