// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace latchkey::sandbox {

/// A text of the sandbox in the user's language.
inline QString tr(const char *text)
{
    return QCoreApplication::translate("latchkey::sandbox", text);
}

} // namespace latchkey::sandbox
