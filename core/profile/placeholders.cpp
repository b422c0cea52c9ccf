// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/placeholders.h"

#include <array>

namespace latchkey {

namespace {

constexpr QLatin1String userMark("${USER}");
constexpr QLatin1String realmMark("${REALM}");
constexpr QLatin1String anyMark("${");

std::array<QString *, 3> identityFields(Profile &profile)
{
    return {&profile.account, &profile.identity.principal, &profile.identity.keytab};
}

} // namespace

bool hasPlaceholders(const Profile &profile)
{
    return profile.account.contains(anyMark) || profile.identity.principal.contains(anyMark)
           || profile.identity.keytab.contains(anyMark);
}

bool areKnownPlaceholders(const QString &text)
{
    QString rest = text;
    return !rest.remove(userMark).remove(realmMark).contains(anyMark);
}

// In one pass, so that a value is never looked at for placeholders.
QString filledIn(const QString &text, const IdentityValues &values)
{
    QString filled;
    for (qsizetype at = 0; at < text.size();) {
        const QStringView rest = QStringView(text).sliced(at);
        if (rest.startsWith(userMark) && !values.user.isEmpty()) {
            filled += values.user;
            at += userMark.size();
        } else if (rest.startsWith(realmMark) && !values.realm.isEmpty()) {
            filled += values.realm;
            at += realmMark.size();
        } else {
            filled += text.at(at++);
        }
    }
    return filled;
}

Profile filledIn(Profile profile, const IdentityValues &values)
{
    for (QString *field : identityFields(profile))
        *field = filledIn(*field, values);
    return profile;
}

} // namespace latchkey
