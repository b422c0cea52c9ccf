// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/catalogue/knownprofiles.h"

#include "core/profile/profileedit.h"
#include "core/profile/profilesearch.h"

namespace latchkey {

KnownProfiles::KnownProfiles(ProfileStore &own, TeamCatalogues &catalogues, QObject *parent)
    : QObject(parent), m_own(own), m_catalogues(catalogues)
{
    connect(&m_own, &ProfileStore::changed, this, &KnownProfiles::changed);
    connect(&m_catalogues, &TeamCatalogues::profilesChanged, this, &KnownProfiles::changed);
}

const Profile *KnownProfiles::find(const QUuid &id) const
{
    const Profile *own = m_own.find(id);
    return own ? own : m_catalogues.find(id);
}

Result<Profile> KnownProfiles::findByPath(const QString &path) const
{
    return findProfile(all(), path);
}

QList<Profile> KnownProfiles::all() const
{
    QList<Profile> profiles = m_own.profiles();
    for (const Catalogue &catalogue : m_catalogues.all())
        profiles += catalogue.document.profiles;
    return profiles;
}

QList<Profile> KnownProfiles::first(qsizetype count) const
{
    QList<Profile> profiles = m_own.profiles().mid(0, count);
    for (const Catalogue &catalogue : m_catalogues.all())
        profiles += catalogue.document.profiles.mid(0, count - profiles.size());
    return profiles;
}

ProfileDocument KnownProfiles::document() const
{
    ProfileDocument all = m_own.document();
    for (const Catalogue &catalogue : m_catalogues.all()) {
        all.folders += catalogue.document.folders;
        all.profiles += catalogue.document.profiles;
    }
    return all;
}

QString KnownProfiles::catalogueOf(const QUuid &id) const
{
    const Profile *profile = m_own.find(id) ? nullptr : m_catalogues.find(id);
    const auto subscription = profile ? subscriptionOf(profile->origin) : std::nullopt;
    const Catalogue *catalogue = subscription ? m_catalogues.catalogue(*subscription) : nullptr;
    return catalogue ? catalogue->subscription.name : QString();
}

QFuture<Result<Profile>> KnownProfiles::change(const QUuid &id, const std::function<void(Profile &)> &edit)
{
    return catalogueOf(id).isEmpty() ? m_own.change(id, edit) : m_catalogues.personalise(id, edit);
}

QFuture<Result<Profile>> KnownProfiles::pin(const QUuid &id, const QString &host, const QString &spn)
{
    if (catalogueOf(id).isEmpty())
        return m_own.pin(id, host, spn);
    return m_catalogues.personalise(id,
                                    [host, spn](Profile &profile) { profileedit::pin(profile, host, spn); });
}

QFuture<Result<>> KnownProfiles::changeAll(const QList<QUuid> &ids,
                                           const std::function<void(Profile &)> &edit)
{
    QList<QUuid> own;
    QList<QUuid> teams;
    for (const QUuid &id : ids)
        (m_own.find(id) ? own : teams).append(id);
    const auto change = [own, edit](ProfileDocument &document) {
        return profileedit::changeAll(document, own, edit);
    };
    if (teams.isEmpty())
        return m_own.editDocument(change);
    const QFuture<Result<>> personalised = m_catalogues.personalise(teams, edit);
    if (own.isEmpty())
        return personalised;
    return m_own.editDocument(change)
        .then([personalised](const Result<> &changed) {
            return changed ? personalised : QtFuture::makeReadyFuture(changed);
        })
        .unwrap();
}

} // namespace latchkey
