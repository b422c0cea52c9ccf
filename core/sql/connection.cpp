// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/connection.h"

namespace latchkey::sql {

std::optional<Error> dropAnswer(Connection &connection)
{
    for (;;) {
        Result<bool> more = true;
        while (more && *more) {
            RowBatch dropped(1); // never asked for its rows
            more = connection.fetch(dropped);
        }
        if (!more)
            return more.error();
        const auto next = connection.nextAnswer();
        if (!next)
            return next.error();
        if (!*next)
            return std::nullopt;
    }
}

} // namespace latchkey::sql
