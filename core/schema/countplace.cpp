// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/countplace.h"

#include <algorithm>
#include <array>

namespace latchkey::schema {

namespace {

/// What a session sees alone, or what others would wait for.
bool hasOwn(const sql::SessionState &session)
{
    const sql::SessionUse &use = session.use;
    return session.inTransaction || !session.autocommit || !session.variables.isEmpty() || use.temporaryTables
           || use.settings || use.tableLocks;
}

bool asksForOwn(QStringView select)
{
    constexpr std::array<QStringView, 5> own{u"@", u"LAST_INSERT_ID", u"CONNECTION_ID", u"ROW_COUNT",
                                             u"FOUND_ROWS"};
    return std::any_of(own.begin(), own.end(),
                       [select](QStringView word) { return select.contains(word, Qt::CaseInsensitive); });
}

} // namespace

bool countsAlike(const sql::SessionState &session, QStringView select)
{
    return !session.schema.isEmpty() && !hasOwn(session) && !asksForOwn(select);
}

bool countsHarmlessly(const sql::SessionState &session)
{
    return !session.use.nextTransaction;
}

} // namespace latchkey::schema
