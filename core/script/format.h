// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace latchkey::script {

enum class KeywordCase { Kept, Upper };

/// The statement with a line for each clause and each item of long lists, indented by parentheses. Only blanks change, and
/// with Upper the case of reserved words: the tokens are the same, in the same order, and those that touched still do but
/// for a blank behind a comma. Bodies of stored programs and what is not closed stay as they are. Applying it twice changes
/// nothing more. Pure.
QString formatted(QStringView statement, KeywordCase keywords = KeywordCase::Upper);

} // namespace latchkey::script
