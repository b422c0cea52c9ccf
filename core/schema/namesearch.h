// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/answer.h"
#include "core/schema/entry.h"

namespace latchkey::schema {

/// Something whose name a search has found, and where it is.
struct FoundName
{
    Entry entry; ///< without size and comment
    QString database;
    QString relation; ///< of a column; else empty

    friend bool operator==(const FoundName &, const FoundName &) = default;
};

struct NameSearch
{
    QList<FoundName> names; ///< relations, routines, columns; of each those of the user's databases first
    bool isCut = false; ///< there are more

    friend bool operator==(const NameSearch &, const NameSearch &) = default;
};

/// Of relations, routines and columns each.
inline constexpr int mostFound = 200;
/// A server with very many tables gives up then.
inline constexpr std::chrono::seconds longestSearch{5};

/// One statement that finds relations, routines and columns whose names contain `text` in any case, in all databases that
/// the account sees, within the limits above on MariaDB as on MySQL. Pure.
QString searchStatement(const QString &text);
NameSearch foundNames(const Answer &answer);

/// Whether a search failed because it took too long.
bool tookTooLong(const Error &error);

} // namespace latchkey::schema
