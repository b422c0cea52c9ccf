// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCoreApplication>

namespace latchkey::cli {

/// Where the command line's translatable texts belong: Text::tr("…").
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::cli::Text)
};

} // namespace latchkey::cli
