// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/signinoptions.h"
#include "ui/signinway.h"

#include <QList>

class QSettings;

namespace latchkey {

/// How somebody has signed in. Holds no secret.
struct SignInHabit
{
    QString principal; ///< as it was typed, with its realm
    SignInWay way{};
    SignInOptions options{};

    friend bool operator==(const SignInHabit &, const SignInHabit &) = default;
};
using SignInHabits = QList<SignInHabit>; ///< of whom succeeded, one for each principal, the last one first

/// The habit comes first, in the place of the principal's own; the oldest are forgotten. Pure.
SignInHabits withHabit(SignInHabits habits, SignInHabit habit);
/// Nullptr if the principal has none.
const SignInHabit *habitOf(const SignInHabits &habits, const QString &principal);

SignInHabits loadHabits(QSettings &stored);
void saveHabits(QSettings &stored, const SignInHabits &habits);

} // namespace latchkey
