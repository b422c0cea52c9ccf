// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/importer.h"

#include "core/profile/folderedit.h"
#include "core/profile/formats/latchkeyfile.h"
#include "core/profile/formats/names.h"
#include "core/profile/importtidy.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilefields.h"
#include "core/profile/profilewords.h"
#include "core/profile/validation.h"

#include <QSet>

#include <algorithm>
#include <deque>
#include <optional>

namespace latchkey {

namespace {

using Action = ImportRow::Action;

constexpr qsizetype uuidLength = 36;

/// Which profile of Latchkey's was written to another tool's file under this origin, as "workbench:647AEE55-…".
QUuid exportedId(const QString &origin)
{
    return QUuid::fromString(origin.right(uuidLength));
}

bool haveSameTags(const Profile &one, const Profile &other)
{
    return QSet<QString>(one.tags.begin(), one.tags.end())
           == QSet<QString>(other.tags.begin(), other.tags.end());
}

/// Whether the file's value of a field takes the place of the profile's.
bool isTaken(const ProfileField &field, const formats::Codec &codec, const Profile &fresh,
             const Profile &existing)
{
    if (field.same(fresh, existing))
        return false;
    if (&codec == &formats::latchkeyFile)
        return true;
    if (field.key == "tags")
        return !haveSameTags(fresh, existing);
    return field.key != "authentication" || fresh.usesTickets() != existing.usesTickets();
}

/// Whether two folders of one path are two things of the same tool's: clusters of one name in two Regions.
bool areDifferent(const Profile &one, const Profile &other)
{
    const auto tool = [](const Profile &folder) { return folder.origin.section(QLatin1Char(':'), 0, 0); };
    return !one.origin.isEmpty() && one.origin != other.origin && tool(one) == tool(other);
}

/// A profile as a file has it.
struct FileEntry
{
    const Profile &profile;
    const formats::Codec &codec;
    const FolderIndex &folders; ///< of the file
    const formats::Unsaid *unsaid; ///< nullptr: it says everything that the format holds, or nobody knows

    bool says(std::string_view key) const { return !unsaid || !unsaid->contains(key); }
};

const formats::Unsaid *unsaidOf(const formats::Content &content, const Profile &profile)
{
    const auto found = content.unsaid.constFind(profile.id);
    return found == content.unsaid.constEnd() ? nullptr : &*found;
}

/// What Latchkey itself does not use, of the tools that the file tells of; and where it comes from.
void mergeForeign(Profile &profile, const Profile &incoming)
{
    for (auto tool = incoming.foreign.begin(); tool != incoming.foreign.end(); ++tool)
        profile.foreign.insert(tool.key(), tool.value());
    for (auto member = incoming.unknown.begin(); member != incoming.unknown.end(); ++member)
        profile.unknown.insert(member.key(), member.value());
    if (profile.origin.isEmpty())
        profile.origin = incoming.origin;
}

class Planner
{
public:
    Planner(const ProfileDocument &document, const ImportOptions &options);

    void plan(const formats::Source &source);
    ImportPlan take() { return std::move(m_plan); }

private:
    void planFolder(const Folder &incoming, const FolderIndex &inFile);
    const Profile &handedDown(QStringList folder, const FolderIndex &inFile,
                              const std::optional<QStringList> &here) const;
    static void refreshFolder(const Folder &known, const Folder &incoming, ImportRow &row);
    void createFolder(Folder folder, ImportRow &row);
    void addFolder(const Folder &folder);
    void planProfile(const FileEntry &incoming);
    void planCreation(const FileEntry &incoming, ImportRow &row);
    void planChange(const FileEntry &incoming, const Profile &existing, ImportRow &row);
    void inherit(Profile &profile, const FileEntry &incoming, const std::optional<QStringList> &here,
                 const Profile &base) const;
    QStringList placeOf(const QStringList &folder) const;
    const Profile *known(const Profile &incoming) const;
    const Folder *knownFolder(const Folder &incoming) const;
    void occupy(QStringList folder);
    ImportRow &addRow(const Profile &profile);

    const ImportOptions &m_options;
    ImportPlan m_plan;
    QHash<QUuid, const Profile *> m_byId;
    formats::FreePaths m_paths;
    formats::FreePaths m_folderPaths;
    std::deque<Folder> m_folders; ///< those that are there, and those that will be; they stay where they are
    FolderIndex m_index; ///< of them
    QHash<QUuid, const Folder *> m_foldersById;
    QHash<QStringList, QStringList> m_standing; ///< paths of the file's folders that are here, and where
    QSet<QStringList> m_occupied; ///< folders with profiles in them, and those around them
    QSet<QUuid> m_seen;
};

Planner::Planner(const ProfileDocument &document, const ImportOptions &options) : m_options(options)
{
    for (const Folder &folder : document.folders)
        addFolder(folder);
    for (const Profile &profile : document.profiles) {
        m_byId.insert(profile.id, &profile);
        m_paths.take(profile.folder + QStringList(profile.name));
        occupy(profile.folder);
    }
}

void Planner::addFolder(const Folder &folder)
{
    m_folders.push_back(folder);
    m_index.add(m_folders.back());
    m_foldersById.insert(folder.settings.id, &m_folders.back());
    m_folderPaths.take(folder.fullPath());
}

void Planner::occupy(QStringList folder)
{
    for (; !folder.isEmpty() && !m_occupied.contains(folder); folder.removeLast()) {
        m_occupied.insert(folder);
        m_folderPaths.take(folder);
    }
}

ImportRow &Planner::addRow(const Profile &profile)
{
    ImportRow row;
    row.profile = profile;
    row.path = profile.path();
    m_plan.rows.append(row);
    return m_plan.rows.last();
}

void Planner::plan(const formats::Source &source)
{
    QList<Folder> folders = source.content.folders;
    sortByDepth(folders);
    const FolderIndex inFile(source.content.folders);
    m_standing.clear();
    for (const Folder &folder : folders)
        planFolder(folder, inFile);
    for (const Profile &profile : source.content.profiles)
        planProfile({profile, *source.codec, inFile, unsaidOf(source.content, profile)});
    m_plan.remarks += source.content.remarks;
    m_plan.skipped += source.content.skipped;
}

const Folder *Planner::knownFolder(const Folder &incoming) const
{
    if (const Folder *same = m_foldersById.value(incoming.settings.id))
        return same;
    const Folder *there = m_index.find(incoming.fullPath());
    return there && !areDifferent(there->settings, incoming.settings) ? there : nullptr;
}

/// Where what is in a folder of the file comes to: into the nearest one that is here, wherever that is.
QStringList Planner::placeOf(const QStringList &folder) const
{
    for (QStringList outer = folder; !outer.isEmpty(); outer.removeLast()) {
        if (const auto place = m_standing.constFind(outer); place != m_standing.constEnd())
            return *place + folder.sliced(outer.size());
    }
    return m_options.into + folder;
}

/// What a folder of the file inherits from those of its folders that are here too, around `here` if that is given: what
/// the others hand down would be inherited from nobody here, so it has to stay.
const Profile &Planner::handedDown(QStringList folder, const FolderIndex &inFile,
                                   const std::optional<QStringList> &here) const
{
    for (; !folder.isEmpty(); folder.removeLast()) {
        const auto place = m_standing.constFind(folder);
        if (place != m_standing.constEnd() && (!here || folderedit::isIn(*here, *place)))
            return inFile.find(folder)->settings;
    }
    return blankProfile();
}

void Planner::planFolder(const Folder &incoming, const FolderIndex &inFile)
{
    Folder folder = incoming;
    folder.settings.folder = placeOf(folder.settings.folder);
    importtidy::tidyPath(folder.settings);
    const QStringList wanted = folder.fullPath();
    const bool isAnother = !knownFolder(folder) && m_index.find(wanted);
    if (isAnother)
        folder.settings.name = m_folderPaths.next(wanted).last();
    inheritAnew(folder.settings, handedDown(incoming.settings.folder, inFile, folder.settings.folder),
                m_index.inheritedIn(folder.settings.folder));
    ImportRow &row = addRow(folder.settings);
    row.isFolder = true;
    row.kind = folder.kind;
    if (const Folder *known = knownFolder(folder)) {
        refreshFolder(*known, folder, row);
        m_standing.insert(incoming.fullPath(), known->fullPath());
    } else if (m_occupied.contains(folder.fullPath())) {
        row.reason = ProfileWords::tr(
            "There are profiles in this folder already, which would change with what it hands down.");
    } else {
        createFolder(folder, row);
        if (isAnother)
            row.reason +=
                QLatin1Char(' ') + ProfileWords::tr("There is another folder “%1”.").arg(joinPath(wanted));
        if (row.action == Action::Create)
            m_standing.insert(incoming.fullPath(), folder.fullPath());
    }
}

// Only what nobody inherits.
void Planner::refreshFolder(const Folder &known, const Folder &incoming, ImportRow &row)
{
    Profile fresh = known.settings;
    mergeForeign(fresh, incoming.settings);
    const bool isNews = fresh.foreign != known.settings.foreign;
    row.path = joinPath(known.fullPath());
    row.kind = known.kind;
    row.profile = fresh;
    row.action = isNews ? Action::Change : known == incoming ? Action::Unchanged : Action::Skip;
    if (isNews)
        row.fields = {QStringLiteral("foreign")};
    row.reason = isNews ? ProfileWords::tr(
                     "The folder is there already; what is told of it has changed. What it hands down stays.")
                        : ProfileWords::tr("The folder is there already. What it hands down stays, since "
                                           "profiles in it would change.");
}

void Planner::createFolder(Folder folder, ImportRow &row)
{
    const Profile &base = m_index.inheritedIn(folder.settings.folder);
    row.leftOut = withhold(folder.settings, base, m_options.consent);
    QStringList sentences{ProfileWords::tr("The folder is new.")};
    sentences += importtidy::correct(folder.settings, base);
    row.action = validate(folder).isEmpty() ? Action::Create : Action::Skip;
    row.profile = folder.settings;
    row.reason = sentences.join(QLatin1Char(' '));
    if (row.action == Action::Create)
        addFolder(folder);
}

const Profile *Planner::known(const Profile &incoming) const
{
    if (const Profile *same = m_byId.value(incoming.id))
        return same;
    return m_byId.value(exportedId(incoming.origin));
}

void Planner::planProfile(const FileEntry &incoming)
{
    ImportRow &row = addRow(incoming.profile);
    const Profile *existing = known(incoming.profile);
    const QUuid id = existing ? existing->id : incoming.profile.id;
    if (m_seen.contains(id)) {
        row.reason = ProfileWords::tr("The same connection is in the file twice; the first one counts.");
        return;
    }
    m_seen.insert(id);
    if (existing)
        planChange(incoming, *existing, row);
    else
        planCreation(incoming, row);
}

/// Gives the profile what it inherits here in place of what it inherits in the file, and for what is left unsaid. What
/// is said of it alone is not inherited, though it be the default.
void Planner::inherit(Profile &profile, const FileEntry &incoming, const std::optional<QStringList> &here,
                      const Profile &base) const
{
    const Profile said = profile;
    const Profile &handed = handedDown(incoming.profile.folder, incoming.folders, here);
    inheritAnew(profile, handed, base);
    if (!incoming.unsaid)
        return;
    const bool isKnownHere = !here;
    for (const std::string_view key : incoming.codec.held) {
        const ProfileField &field = *profileField(key);
        const bool isAlone = isKnownHere ? &handed == &blankProfile() : field.same(handed, blankProfile());
        if (incoming.says(key) && isAlone)
            field.copy(profile, said);
        else if (!incoming.says(key) && field.isInherited && !field.same(base, blankProfile()))
            field.copy(profile, base);
    }
}

void Planner::planCreation(const FileEntry &incoming, ImportRow &row)
{
    Profile fresh = incoming.profile;
    QStringList sentences{ProfileWords::tr("It is new.")};
    fresh.folder = placeOf(fresh.folder);
    if (importtidy::tidyPath(fresh))
        sentences.append(ProfileWords::tr("Its name or folder has been changed to one that can be saved."));
    const Profile &base = m_index.inheritedIn(fresh.folder);
    inherit(fresh, incoming, fresh.folder, base);
    row.leftOut = withhold(fresh, base, m_options.consent);
    sentences += importtidy::correct(fresh, base);
    if (const auto problems = validate(fresh); !problems.isEmpty()) {
        row.reason = profileedit::invalid(problems).message;
        return;
    }
    const QStringList wanted = fresh.folder + QStringList(fresh.name);
    fresh.name = m_paths.next(wanted).last();
    if (fresh.name != wanted.last())
        sentences.append(ProfileWords::tr("There is another profile “%1”.").arg(joinPath(wanted)));
    row.action = Action::Create;
    row.profile = fresh;
    row.path = fresh.path();
    row.reason = sentences.join(QLatin1Char(' '));
}

void Planner::planChange(const FileEntry &incoming, const Profile &existing, ImportRow &row)
{
    Profile wanted = profileedit::tidied(incoming.profile);
    inherit(wanted, incoming, std::nullopt, m_index.inheritedIn(existing.folder));
    Profile fresh = existing;
    fresh.host = wanted.host;
    for (const std::string_view key : incoming.codec.held) {
        const ProfileField &field = *profileField(key);
        if (incoming.says(key) && isTaken(field, incoming.codec, wanted, existing))
            field.copy(fresh, wanted);
    }
    mergeForeign(fresh, incoming.profile);
    row.leftOut = withhold(fresh, existing, m_options.consent);
    QStringList sentences = importtidy::correct(fresh, existing);
    row.path = existing.path();
    if (const auto problems = validate(fresh); !problems.isEmpty()) {
        row.reason = profileedit::invalid(problems).message;
        return;
    }
    for (const ProfileField &field : profileFields()) {
        if (!field.same(fresh, existing))
            row.fields.append(field.name());
    }
    row.profile = fresh;
    row.action = row.fields.isEmpty() ? Action::Unchanged : Action::Change;
    sentences.prepend(row.fields.isEmpty()
                          ? ProfileWords::tr("It is there already, as in the file.")
                          : ProfileWords::tr("It is there already; the file says otherwise of: %1.")
                                .arg(row.fields.join(QLatin1String(", "))));
    row.reason = sentences.join(QLatin1Char(' '));
}

} // namespace

qsizetype ImportPlan::count(ImportRow::Action action) const
{
    return std::count_if(rows.begin(), rows.end(),
                         [action](const ImportRow &row) { return row.action == action; });
}

ImportPlan planImport(const ProfileDocument &document, const QList<formats::Source> &sources,
                      const ImportOptions &options)
{
    Planner planner(document, options);
    for (const formats::Source &source : sources)
        planner.plan(source);
    return planner.take();
}

QList<qsizetype> effectiveRows(const ImportPlan &plan)
{
    QList<qsizetype> rows;
    for (qsizetype at = 0; at < plan.rows.size(); ++at) {
        const Action action = plan.rows.at(at).action;
        if (action == Action::Create || action == Action::Change)
            rows.append(at);
    }
    return rows;
}

} // namespace latchkey
