// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace latchkey::script {

/// The text with *** for the passwords in addresses such as mysql://user:password@host: what stands between the user's colon
/// and the last @ before a blank. Pure, linear.
QString withoutAddressPasswords(const QString &text);

} // namespace latchkey::script
