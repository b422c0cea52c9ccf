// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QByteArray>

namespace latchkey::sandbox {

/// SQL that makes the schema “shop”: about 100,000 rows in customers, products, orders and items, and a small table
/// “every_type” with the values that programs get wrong.
QByteArray shopScript();

} // namespace latchkey::sandbox
