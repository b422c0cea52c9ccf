// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringView>

namespace latchkey::script {

/// Whether the statement asks what the one before it did: its rows, its warnings. Another one in between would be taken for
/// that. Rather too often than too seldom: words in texts and comments count. Pure, linear.
bool looksBack(QStringView statement);

} // namespace latchkey::script
