// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profile/awsbadge.h"

#include "core/profile/formats/aws.h"

#include <QCoreApplication>

namespace latchkey {

namespace {

using formats::DirectoryState;

struct BadgeText
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::AwsBadge)
};

AwsBadge badgeFor(DirectoryState state)
{
    switch (state) {
    case DirectoryState::None:
        return {
            BadgeText::tr("No directory"), QStringLiteral("info"), theme::Colour::MutedText,
            BadgeText::tr("The cluster takes part in no directory, so nobody can log in with a ticket. When "
                          "that changes, import again.")};
    case DirectoryState::Enabled:
        return {BadgeText::tr("Kerberos"), QStringLiteral("ticket"), theme::Colour::Good, {}};
    case DirectoryState::Coming:
        return {BadgeText::tr("Kerberos soon"), QStringLiteral("clock"), theme::Colour::Warning, {}};
    case DirectoryState::Failed:
        return {BadgeText::tr("Kerberos failed"), QStringLiteral("error"), theme::Colour::Danger, {}};
    case DirectoryState::Ending:
        return {BadgeText::tr("Kerberos ends"), QStringLiteral("clock"), theme::Colour::Warning, {}};
    case DirectoryState::Unknown:
        break;
    }
    return {BadgeText::tr("Kerberos?"), QStringLiteral("warning"), theme::Colour::Warning, {}};
}

AwsBadge badgeOf(const formats::AwsServer &server)
{
    AwsBadge badge = badgeFor(formats::directoryState(server.memberships));
    QStringList advice;
    for (const formats::Remark &remark : formats::adviceFor(server))
        advice.append(remark.message);
    if (advice.isEmpty())
        return badge;
    badge.advice = advice.join(QLatin1Char('\n'));
    if (badge.colour == theme::Colour::Good) {
        badge.icon = QStringLiteral("warning");
        badge.colour = theme::Colour::Warning;
    }
    return badge;
}

} // namespace

std::optional<AwsBadge> awsBadge(const Folder &folder)
{
    const auto server = formats::keptServer(folder.settings.foreign);
    return server ? std::optional(badgeOf(*server)) : std::nullopt;
}

std::optional<AwsBadge> awsBadge(const Profile &profile)
{
    if (profile.foreign.isEmpty())
        return std::nullopt;
    const auto server = formats::keptServer(profile.foreign);
    return server && !server->memberships.isEmpty() ? std::optional(badgeOf(*server)) : std::nullopt;
}

} // namespace latchkey
