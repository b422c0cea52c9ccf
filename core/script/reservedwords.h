// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

namespace latchkey::script {

/// Whether a word (upper case) is reserved in MySQL and in MariaDB, so that it cannot name anything unless it is quoted or
/// stands behind a dot. Those that statements on rows and tables are made of, not all.
bool isReserved(const QString &word);

} // namespace latchkey::script
