// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/sql/value.h"

struct st_mysql_field;

namespace latchkey::sql {

/// What libmariadb says of one column of a result, typed. JSON is told from the text it is in MariaDB by the extended
/// metadata.
Column describeColumn(const st_mysql_field &field);

} // namespace latchkey::sql
