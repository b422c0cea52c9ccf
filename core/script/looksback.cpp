// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/script/looksback.h"

#include <algorithm>
#include <array>

namespace latchkey::script {

bool looksBack(QStringView statement)
{
    constexpr std::array<QStringView, 6> words{u"row_count", u"found_rows",    u"diagnostics",
                                               u"warnings",  u"warning_count", u"error_count"};
    return std::any_of(words.begin(), words.end(), [statement](QStringView word) {
        return statement.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace latchkey::script
