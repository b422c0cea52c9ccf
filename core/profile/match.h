// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QString>
#include <QStringList>

namespace latchkey {

/// What is looked at when a profile is searched for: path, host, account, principal, tags, case folded.
struct SearchText
{
    QString name;
    QString path; ///< with folders; ends with the name
    QString rest; ///< a line each

    SearchText() = default;
    explicit SearchText(const Profile &profile);
};

/// What was typed, as case-folded words.
QStringList searchWords(const QString &typed);

/// How well a profile matches what was typed; 0 if some word is not in it. A word is in it if it is a part of one of the
/// texts, or an abbreviation of the path: "pow" of "Production/orders/writer".
int matchScore(const SearchText &text, const QStringList &words);

} // namespace latchkey
