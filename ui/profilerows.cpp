// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profilerows.h"

#include "ui/environments.h"
#include "ui/icons.h"
#include "ui/profile/awsbadge.h"
#include "ui/profilemodel.h"
#include "ui/remaining.h"
#include "ui/rowdelegate.h"

#include <QColor>
#include <QCoreApplication>

namespace latchkey {

namespace {

QString readinessIcon(Readiness::State state)
{
    switch (state) {
    case Readiness::State::Works:
        return QStringLiteral("ok");
    case Readiness::State::NeedsSignIn:
        return QStringLiteral("sign-in");
    case Readiness::State::Expired:
        return QStringLiteral("clock");
    case Readiness::State::WrongPrincipal:
        return QStringLiteral("warning");
    case Readiness::State::AsksPassword:
        return QStringLiteral("lock");
    }
    return {};
}

theme::Colour readinessColour(Readiness::State state)
{
    switch (state) {
    case Readiness::State::Works:
        return theme::Colour::Good;
    case Readiness::State::Expired:
    case Readiness::State::WrongPrincipal:
        return theme::Colour::Warning;
    case Readiness::State::NeedsSignIn:
    case Readiness::State::AsksPassword:
        break;
    }
    return theme::Colour::MutedText;
}

/// alice@CORP for alice@CORP.EXAMPLE.COM: what fits in a row; the tooltip has it all.
QString shortPrincipal(const QString &principal)
{
    return principal.section(QLatin1Char('.'), 0, 0).contains(QLatin1Char('@'))
               ? principal.section(QLatin1Char('.'), 0, 0)
               : principal;
}

QString endpointText(const Profile &profile)
{
    return QStringLiteral("%1:%2").arg(profile.host).arg(profile.port);
}

QString tooltip(const Profile &profile, const std::optional<Readiness> &readiness, const QString &words)
{
    QStringList lines{profile.path(), endpointText(profile), words};
    if (readiness && readiness->state != Readiness::State::AsksPassword)
        lines.append(readiness->principal);
    if (const auto badge = awsBadge(profile))
        lines += {badge->word, badge->advice};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

template <typename Look>
QVariant badgeData(const Look &look, int role)
{
    switch (role) {
    case rowrole::Badge:
        return look.word;
    case rowrole::BadgeIcon:
        return look.icon;
    default:
        return static_cast<int>(look.colour);
    }
}

/// There is room for one: production comes first.
QVariant profileBadgeData(const Profile &profile, int role)
{
    const EnvironmentLook look = lookOf(profile.environment);
    const auto badge = profile.environment == Environment::None ? awsBadge(profile) : std::nullopt;
    return badge ? badgeData(*badge, role) : badgeData(look, role);
}

QVariant stripeOf(const Profile &profile)
{
    return profile.colour.isEmpty() ? QVariant() : QVariant(QColor(profile.colour));
}

QString iconOf(const Profile &profile)
{
    if (profile.readOnly)
        return QStringLiteral("read-only");
    switch (profile.endpoint) {
    case Endpoint::Writer:
    case Endpoint::Global:
        return QStringLiteral("writer");
    case Endpoint::Reader:
        return QStringLiteral("reader");
    case Endpoint::Custom:
        return QStringLiteral("endpoint");
    case Endpoint::Other:
    case Endpoint::Instance:
        break;
    }
    return QStringLiteral("database");
}

QVariant secondLineData(const std::optional<Readiness> &readiness, int role)
{
    if (role == rowrole::SecondIcon)
        return readiness ? readinessIcon(readiness->state) : QString();
    return static_cast<int>(readiness ? readinessColour(readiness->state) : theme::Colour::MutedText);
}

} // namespace

QString readinessText(const Readiness &readiness, const Profile &profile, Instant now)
{
    switch (readiness.state) {
    case Readiness::State::Works:
        return QCoreApplication::translate("latchkey::ProfileModel", "Works as %1 until %2")
            .arg(shortPrincipal(readiness.principal), momentText(readiness.until, now));
    case Readiness::State::NeedsSignIn:
        return readiness.principal.isEmpty()
                   ? QCoreApplication::translate("latchkey::ProfileModel", "Needs sign-in")
                   : QCoreApplication::translate("latchkey::ProfileModel", "Needs sign-in as %1")
                         .arg(shortPrincipal(readiness.principal));
    case Readiness::State::Expired:
        return QCoreApplication::translate("latchkey::ProfileModel", "Ticket of %1 expired %2")
            .arg(shortPrincipal(readiness.principal), momentText(readiness.until, now));
    case Readiness::State::WrongPrincipal:
        if (profile.identity.cache == CachePolicy::Default)
            return QCoreApplication::translate("latchkey::ProfileModel",
                                               "The default cache is not that of %1")
                .arg(shortPrincipal(readiness.principal));
        return QCoreApplication::translate("latchkey::ProfileModel", "Wrong principal: needs %1")
            .arg(readiness.principal.isEmpty() ? profile.account : shortPrincipal(readiness.principal));
    case Readiness::State::AsksPassword:
        if (profile.authentication == Authentication::KeychainPassword)
            return QCoreApplication::translate("latchkey::ProfileModel",
                                               "Uses the database password in the keychain");
        return QCoreApplication::translate("latchkey::ProfileModel", "Asks for the database password");
    }
    return {};
}

namespace {

/// What the row of a folder says of it besides its name.
QString folderWords(const Folder &folder)
{
    QStringList lines;
    if (const auto badge = awsBadge(folder))
        lines = QStringList{badge->word, badge->advice};
    lines.append(folder.settings.notes);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QVariant folderBadgeData(const Folder *folder, int role)
{
    const auto badge = folder ? awsBadge(*folder) : std::nullopt;
    return badge ? badgeData(*badge, role) : QVariant();
}

QString folderName(const QString &label, const Folder *folder)
{
    if (!folder || folder->kind != FolderKind::Cluster)
        return QCoreApplication::translate("latchkey::ProfileModel", "Folder %1").arg(label);
    const QString name = QCoreApplication::translate("latchkey::ProfileModel", "Cluster %1").arg(label);
    const auto badge = awsBadge(*folder);
    return badge ? QStringLiteral("%1, %2").arg(name, badge->word) : name;
}

} // namespace

QVariant folderData(const QString &label, const Folder *folder, int role)
{
    const bool isCluster = folder && folder->kind == FolderKind::Cluster;
    switch (role) {
    case Qt::DisplayRole:
        return label;
    case Qt::DecorationRole:
        return icons::icon(isCluster ? QStringLiteral("cluster") : QStringLiteral("folder"),
                           theme::Colour::MutedText);
    case Qt::AccessibleTextRole:
        return folderName(label, folder);
    case Qt::ToolTipRole:
        return folder ? folderWords(*folder) : QString();
    case rowrole::Badge:
    case rowrole::BadgeIcon:
    case rowrole::BadgeColour:
        return folderBadgeData(folder, role);
    case ProfileModel::IsFolderRole:
        return true;
    case rowrole::Stripe:
        return folder ? stripeOf(folder->settings) : QVariant();
    default:
        return {};
    }
}

QVariant profileData(const Profile &profile, const std::optional<Readiness> &readiness, Instant now, int role)
{
    const auto words = [&] {
        return readiness ? readinessText(*readiness, profile, now) : endpointText(profile);
    };
    switch (role) {
    case Qt::DisplayRole:
        return profile.name;
    case Qt::DecorationRole:
        return icons::icon(iconOf(profile));
    case Qt::ToolTipRole:
        return tooltip(profile, readiness, words());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(profile.name, words());
    case ProfileModel::IdRole:
        return profile.id;
    case ProfileModel::IsFolderRole:
        return false;
    case rowrole::Tall:
        return true;
    case rowrole::SecondLine:
        return words();
    case rowrole::SecondIcon:
    case rowrole::SecondColour:
        return secondLineData(readiness, role);
    case rowrole::Badge:
    case rowrole::BadgeIcon:
    case rowrole::BadgeColour:
        return profileBadgeData(profile, role);
    case rowrole::Stripe:
        return stripeOf(profile);
    default:
        return {};
    }
}

} // namespace latchkey
