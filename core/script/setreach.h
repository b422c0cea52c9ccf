// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/script/terms.h"

namespace latchkey::script {

/// What a SET statement reaches beyond the variables of its session.
struct SetReach
{
    bool isPassword = false; ///< an account's
    bool isGlobal = false; ///< the server's variables
    bool isWriting = false; ///< read-only is undone, a sequence moves on, or the binary log is touched
    bool isUnlogged = false; ///< what follows stays out of the binary log, so that replicas differ
};

/// `verb` is the term SET. Names count however they are quoted. Pure, linear.
SetReach setReach(QStringView statement, const QList<Term> &terms, qsizetype verb);

} // namespace latchkey::script
