// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCoreApplication>

namespace latchkey {

/// Where the sentences on profiles and their files belong: ProfileWords::tr("…").
struct ProfileWords
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::ProfileWords)
};

} // namespace latchkey
