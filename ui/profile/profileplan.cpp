// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/profile/profileplan.h"

#include <QHash>

namespace latchkey {

namespace {

/// Finds or makes folders in a plan.
class PlannedFolders
{
public:
    explicit PlannedFolders(ProfilePlan &root) : m_root(root) { }

    /// `skipped`: how many parts of the path the root itself is.
    void add(const ProfileDocument &document, qsizetype skipped)
    {
        for (const Folder &folder : document.folders)
            at(folder.fullPath().sliced(skipped)).folder = &folder;
        for (const Profile &profile : document.profiles)
            add(at(profile.folder.sliced(skipped)),
                {profile.id.toString(QUuid::WithoutBraces), profile.name, &profile, nullptr, nullptr, {}});
    }

    static ProfilePlan *add(ProfilePlan &parent, ProfilePlan child)
    {
        return parent.children.emplace_back(std::make_unique<ProfilePlan>(std::move(child))).get();
    }

private:
    ProfilePlan &at(const QStringList &folder)
    {
        if (m_last && folder == m_lastFolder)
            return *m_last;
        QString path;
        ProfilePlan *plan = &m_root;
        for (const QString &name : folder) {
            path += name + QChar(QChar::Null);
            ProfilePlan *&child = m_known[path];
            if (!child)
                child = add(*plan, {QStringLiteral("f:") + name, name, nullptr, nullptr, nullptr, {}});
            plan = child;
        }
        m_lastFolder = folder;
        m_last = plan;
        return *plan;
    }

    ProfilePlan &m_root;
    QHash<QString, ProfilePlan *> m_known;
    QStringList m_lastFolder; ///< most profiles are in the same one as the profile before
    ProfilePlan *m_last = nullptr;
};

} // namespace

QList<const ProfilePlan *> ProfilePlan::rows() const
{
    QList<const ProfilePlan *> rows;
    rows.reserve(static_cast<qsizetype>(children.size()));
    for (const bool folders : {true, false}) {
        for (const auto &child : children) {
            if ((child->profile == nullptr) == folders)
                rows.append(child.get());
        }
    }
    return rows;
}

ProfilePlan planOf(const ProfileDocument &own, const QList<Catalogue> &catalogues,
                   const QList<CatalogueRow> &rows)
{
    ProfilePlan root;
    PlannedFolders(root).add(own, 0);
    for (qsizetype at = 0; at < catalogues.size(); ++at) {
        const Subscription &subscription = catalogues.at(at).subscription;
        ProfilePlan *top = PlannedFolders::add(root, {QStringLiteral("c:") + subscription.id.toString(),
                                                      subscription.name,
                                                      nullptr,
                                                      nullptr,
                                                      &rows.at(at),
                                                      {}});
        PlannedFolders(*top).add(catalogues.at(at).document, 1);
    }
    return root;
}

} // namespace latchkey
