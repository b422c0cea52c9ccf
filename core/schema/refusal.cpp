// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/refusal.h"

#include <algorithm>
#include <array>

namespace latchkey::schema {

// Numbers as in mysqld_error.h, the same in MySQL and MariaDB.

bool lacksPrivilege(const Error &error)
{
    constexpr std::array numbers{
        1044, // ER_DBACCESS_DENIED_ERROR
        1095, // ER_KILL_DENIED_ERROR
        1142, // ER_TABLEACCESS_DENIED_ERROR
        1143, // ER_COLUMNACCESS_DENIED_ERROR
        1227, // ER_SPECIFIC_ACCESS_DENIED_ERROR
        1345, // ER_VIEW_NO_EXPLAIN
        1356, // ER_VIEW_INVALID, which may be one's lack of privileges
        1370, // ER_PROCACCESS_DENIED_ERROR
    };
    return std::find(numbers.begin(), numbers.end(), error.native) != numbers.end();
}

bool lacksFeature(const Error &error)
{
    constexpr std::array numbers{
        1049, // ER_BAD_DB_ERROR
        1064, // ER_PARSE_ERROR
        1109, // ER_UNKNOWN_TABLE
        1146, // ER_NO_SUCH_TABLE
        1193, // ER_UNKNOWN_SYSTEM_VARIABLE
        1305, // ER_SP_DOES_NOT_EXIST
    };
    return std::find(numbers.begin(), numbers.end(), error.native) != numbers.end();
}

} // namespace latchkey::schema
