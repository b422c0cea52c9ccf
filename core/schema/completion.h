// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/schema/completioncontext.h"
#include "core/schema/entry.h"

#include <functional>

namespace latchkey::schema {

/// A word that may be put where the cursor is.
struct Proposal
{
    enum class Kind { Column, Relation, Database, Routine, Alias, Function, Keyword };

    Kind kind = Kind::Keyword;
    QString text; ///< as it is inserted, in backticks where it must be

    friend bool operator==(const Proposal &, const Proposal &) = default;
};

struct Completion
{
    QList<Proposal> proposals; ///< begin with what has been typed, whatever the case; the nearest kinds first
    QList<Branch> wanted; ///< what would have to be read to know more

    friend bool operator==(const Completion &, const Completion &) = default;
};

/// What is known of a branch now; nullptr: nothing yet.
using Known = std::function<const QList<Entry> *(const Branch &)>;

/// Pure. `database` is the session's default one; it may be empty.
Completion complete(const CompletionContext &context, const Known &known, const QString &database);

} // namespace latchkey::schema
