// SPDX-License-Identifier: GPL-2.0-or-later
// Doing what an import's plan says.
#include "core/profile/importer.h"

#include "core/profile/formats/names.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilefields.h"
#include "core/profile/validation.h"

#include <QSet>

namespace latchkey {

namespace {

using Action = ImportRow::Action;

/// A document while rows are applied to it.
class Application
{
public:
    explicit Application(ProfileDocument &document);

    void create(const Folder &folder);
    void create(Profile profile);
    Result<> change(const ImportRow &row);
    void changeFolder(const ImportRow &row);

private:
    static void take(Profile &profile, const ImportRow &row);

    ProfileDocument &m_document;
    QHash<QUuid, qsizetype> m_byId;
    formats::FreePaths m_paths;
    QSet<QUuid> m_folderIds;
    QSet<QStringList> m_folderPaths;
};

Application::Application(ProfileDocument &document) : m_document(document)
{
    for (const Folder &folder : document.folders) {
        m_folderIds.insert(folder.settings.id);
        m_folderPaths.insert(folder.fullPath());
    }
    for (qsizetype at = 0; at < document.profiles.size(); ++at) {
        const Profile &profile = document.profiles.at(at);
        m_byId.insert(profile.id, at);
        m_paths.take(profile.folder + QStringList(profile.name));
    }
}

void Application::create(const Folder &folder)
{
    if (m_folderIds.contains(folder.settings.id) || m_folderPaths.contains(folder.fullPath()))
        return;
    m_folderIds.insert(folder.settings.id);
    m_folderPaths.insert(folder.fullPath());
    m_document.folders.append(folder);
}

void Application::create(Profile profile)
{
    if (m_byId.contains(profile.id))
        return;
    profile.name = m_paths.next(profile.folder + QStringList(profile.name)).last();
    m_byId.insert(profile.id, m_document.profiles.size());
    m_document.profiles.append(std::move(profile));
}

void Application::take(Profile &profile, const ImportRow &row)
{
    for (const QString &key : row.fields) {
        if (const ProfileField *field = profileField(key.toStdString()))
            field->copy(profile, row.profile);
    }
}

void Application::changeFolder(const ImportRow &row)
{
    for (Folder &folder : m_document.folders) {
        if (folder.settings.id == row.profile.id)
            take(folder.settings, row);
    }
}

Result<> Application::change(const ImportRow &row)
{
    const auto found = m_byId.constFind(row.profile.id);
    if (found == m_byId.constEnd())
        return Ok{};
    Profile profile = m_document.profiles.at(*found);
    take(profile, row);
    if (const auto problems = validate(profile); !problems.isEmpty())
        return profileedit::invalid(problems);
    m_document.profiles[*found] = std::move(profile);
    return Ok{};
}

} // namespace

Result<> applyImport(ProfileDocument &document, const ImportPlan &plan, const QList<qsizetype> &chosen)
{
    ProfileDocument fresh = document;
    Application application(fresh);
    for (const qsizetype at : chosen) {
        const ImportRow &row = plan.rows.at(at);
        if (row.action == Action::Change && row.isFolder) {
            application.changeFolder(row);
        } else if (row.action == Action::Change) {
            if (auto changed = application.change(row); !changed)
                return changed;
        } else if (row.action == Action::Create && row.isFolder) {
            application.create(Folder{row.kind, row.profile});
        } else if (row.action == Action::Create) {
            application.create(row.profile);
        }
    }
    document = std::move(fresh);
    return Ok{};
}

} // namespace latchkey
