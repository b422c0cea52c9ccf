// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/terms.h"

namespace latchkey::script {

/// Whether the terms call a function that is none of the servers' own which only compute: a stored or an installed one, or
/// one that takes a lock, time or a sequence's value. Column lists of INSERT and CREATE look like calls. Pure, linear.
bool callsUnknown(const QList<Term> &terms);

/// Whether such a function may be anybody's: not one of the servers' own that only wait or lock.
bool callsStored(const QList<Term> &terms);

/// Whether a sequence moves on.
bool takesNextValue(const QList<Term> &terms);

/// Whether rows are locked by a SELECT: FOR UPDATE, FOR SHARE, LOCK IN SHARE MODE.
bool locksReadRows(const QList<Term> &terms);

} // namespace latchkey::script
