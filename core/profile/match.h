// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QString>
#include <QStringList>

namespace latchkey {

/// What is looked at when a profile is searched for: path, host, account, principal, tags, case folded. One text, so that what no
/// word is in is found out in one go.
class SearchText
{
public:
    SearchText() = default;
    explicit SearchText(const Profile &profile);

    QStringView all() const { return m_text; }
    /// With folders; ends with the name.
    QStringView path() const { return all().first(m_pathEnd); }
    QStringView name() const { return path().sliced(m_nameBegin); }

private:
    QString m_text; ///< the path, and the rest, a line each
    qsizetype m_nameBegin = 0;
    qsizetype m_pathEnd = 0;
};

/// What was typed, as case-folded words.
QStringList searchWords(const QString &typed);

/// How well a profile matches what was typed; 0 if some word is not in it. A word is in it if it is a part of one of the
/// texts, or an abbreviation of the path: "pow" of "Production/orders/writer".
int matchScore(const SearchText &text, const QStringList &words);
/// Whether it does at all.
bool matches(const SearchText &text, const QStringList &words);

} // namespace latchkey
