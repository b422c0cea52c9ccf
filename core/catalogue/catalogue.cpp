// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/catalogue.h"

#include "core/catalogue/personal.h"
#include "core/profile/formats/codec.h"
#include "core/profile/formats/names.h"
#include "core/profile/importtidy.h"
#include "core/profile/profileedit.h"
#include "core/profile/profileorder.h"
#include "core/profile/validation.h"

namespace latchkey {

namespace {

const QString originBeginning = QStringLiteral("catalogue:");
constexpr qsizetype uuidLength = 36;

QString text(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// Makes a catalogue of a published file, piece by piece.
class Making
{
public:
    explicit Making(const Subscription &subscription) { m_catalogue.subscription = subscription; }

    void add(const Folder &published);
    void add(const Profile &published);
    Catalogue take() { return std::move(m_catalogue); }

private:
    void place(Profile &settings) const;
    void restrain(Profile &settings, const Profile &base);
    void remark(const Profile &settings, const QString &message, std::optional<Risk> risk = {});
    bool refuses(const Profile &settings, const QList<FieldProblem> &problems);

    Catalogue m_catalogue;
    formats::FreePaths m_paths;
    formats::FreePaths m_folders;
};

void Making::remark(const Profile &settings, const QString &message, std::optional<Risk> risk)
{
    m_catalogue.remarks.append({settings.path(), message, risk});
}

bool Making::refuses(const Profile &settings, const QList<FieldProblem> &problems)
{
    if (!problems.isEmpty())
        remark(settings, profileedit::invalid(problems).message);
    return !problems.isEmpty();
}

void Making::place(Profile &settings) const
{
    const Subscription &subscription = m_catalogue.subscription;
    settings.origin = originBeginning + text(subscription.id) + QLatin1Char(':') + text(settings.id);
    settings.id = formats::idFor(settings.origin);
    settings.folder.prepend(subscription.name);
    importtidy::tidyPath(settings);
}

void Making::restrain(Profile &settings, const Profile &base)
{
    for (const LeftOut &thing : withhold(settings, base, m_catalogue.subscription.trusts))
        remark(settings, thing.message, thing.risk);
    for (const QString &sentence : importtidy::correct(settings, base))
        remark(settings, sentence);
}

void Making::add(const Folder &published)
{
    Folder folder = published;
    place(folder.settings);
    restrain(folder.settings, blankProfile());
    if (refuses(folder.settings, validate(folder)) || m_folders.isTaken(folder.fullPath()))
        return;
    m_folders.take(folder.fullPath());
    m_catalogue.document.folders.append(folder);
}

void Making::add(const Profile &published)
{
    Profile profile = published;
    place(profile);
    restrain(profile, blankProfile());
    if (refuses(profile, validate(profile)))
        return;
    profile.name = m_paths.next(profile.folder + QStringList(profile.name)).last();
    Profile own = profile;
    personal::apply(own, m_catalogue.subscription.personal.value(profile.id));
    if (!validate(own).isEmpty()) { // what they were made for has changed
        for (const QString &sentence : importtidy::correct(own, profile))
            remark(profile, sentence);
    }
    if (own != profile && validate(own).isEmpty()) {
        m_catalogue.published.insert(profile.id, profile);
        profile = std::move(own);
    }
    m_catalogue.document.profiles.append(profile);
}

} // namespace

Catalogue madeFrom(const ProfileDocument &published, const Subscription &subscription)
{
    Making making(subscription);
    for (const Folder &folder : published.folders)
        making.add(folder);
    for (const Profile &profile : published.profiles)
        making.add(profile);
    Catalogue catalogue = making.take();
    sortByPath(catalogue.document);
    return catalogue;
}

std::optional<QUuid> subscriptionOf(const QString &origin)
{
    if (!origin.startsWith(originBeginning))
        return std::nullopt;
    const QUuid id = QUuid::fromString(QStringView(origin).mid(originBeginning.size(), uuidLength));
    return id.isNull() ? std::nullopt : std::optional(id);
}

ProfileDocument joined(const QList<Catalogue> &catalogues)
{
    ProfileDocument all;
    for (const Catalogue &catalogue : catalogues) {
        all.folders += catalogue.document.folders;
        all.profiles += catalogue.document.profiles;
    }
    return all;
}

} // namespace latchkey
