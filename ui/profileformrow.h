// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "ui/profileform.h"

namespace latchkey {

/// One row of the form.
struct ProfileForm::Row
{
    const ProfileField *field = nullptr;
    std::optional<Problem> problem;
    QWidget *widget = nullptr; ///< that takes the focus
    QWidget *cell = nullptr; ///< that it is in
    QLabel *complaint = nullptr;
    QLabel *note = nullptr;
    bool touched = false;
    bool differs = false; ///< among several profiles
    std::function<void(const Profile &)> show;
    std::function<void(Profile &)> take;
    std::function<void()> blank; ///< shows no value at all
};

} // namespace latchkey
