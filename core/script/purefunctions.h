// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace latchkey::script {

/// Functions of MariaDB and MySQL, and types with a length, that compute and change nothing: no row, lock, sequence, file nor
/// session, and do not wait. `name` in upper case.
bool isPureFunction(const QString &name);

} // namespace latchkey::script
