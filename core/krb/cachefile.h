// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/handles.h"

#include <QString>

namespace latchkey::krb {

/// Puts what is in `source` into the file of a FILE or DIR cache, in one step: whoever is killed on the way, there is the
/// old file or the new one. A file that is left of a process that ended on the way has a name that tells so; what
/// other ones left in the folder goes first. 0, or why it failed; `source` is gone when it worked.
krb5_error_code replaceFile(krb5_context context, MemoryCache &source, const QString &path);

/// Overwrites and removes what processes of this user that are no more left half-way of replaceFile() in the folder.
/// Gives how many files that were.
int removeLeftovers(const QString &folder);

} // namespace latchkey::krb
