// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/foldercommands.h"

#include "app/cli/profilecommands.h"
#include "app/cli/text.h"
#include "core/profile/chosen.h"
#include "core/profile/folderedit.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilefields.h"
#include "core/profile/profilejson.h"
#include "core/profile/words.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace latchkey::cli::folders {

namespace {

/// What a folder says besides what it hands down.
constexpr std::array<std::string_view, 3> ownKeys{"name", "tags", "notes"};

bool isOfFolders(const ProfileField &field)
{
    return field.isInherited || std::find(ownKeys.begin(), ownKeys.end(), field.key) != ownKeys.end();
}

QJsonObject described(const Folder &folder)
{
    const QJsonObject all = toWholeJson(folder.settings);
    QJsonObject object{{QStringLiteral("path"), joinPath(folder.fullPath())},
                       {QStringLiteral("kind"), word(folder.kind)}};
    for (const ProfileField &field : profileFields()) {
        if (isOfFolders(field) && all.contains(field.name()))
            object.insert(field.name(), all.value(field.name()));
    }
    return object;
}

Folder silentFolder(const ProfileDocument &document, QStringList path)
{
    const QString name = path.takeLast();
    Folder folder{FolderKind::Folder, profileedit::newProfile(document, path)};
    folder.settings.name = name;
    return folder;
}

bool isThere(const ProfileDocument &document, const QStringList &path)
{
    const auto isInIt = [&path](const Profile &profile) { return folderedit::isIn(profile.folder, path); };
    const auto isIt = [&path](const Folder &folder) { return folderedit::isIn(folder.fullPath(), path); };
    return std::any_of(document.profiles.begin(), document.profiles.end(), isInIt)
           || std::any_of(document.folders.begin(), document.folders.end(), isIt);
}

Error noSuchFolder(const QString &name)
{
    return {Error::Code::NotFound,
            Text::tr("There is no folder “%1”. “latchkey-cli profiles list --folder” lists them.").arg(name),
            QString(), 0};
}

/// As it is; one that only exists by what is in it hands down what its own folder does.
Result<Folder> folderAt(const ProfileDocument &document, const QString &name)
{
    const QStringList path = splitPath(name);
    if (path.isEmpty() || !isThere(document, path))
        return noSuchFolder(name);
    const Folder *known = FolderIndex(document.folders).find(path);
    return known ? *known : silentFolder(document, path);
}

/// Sets what the options say; a profile's own settings are refused.
Result<> apply(Folder &folder, const Call &call)
{
    const Profile before = folder.settings;
    if (auto applied = applyProfileOptions(folder.settings, call); !applied)
        return applied;
    for (const ProfileField &field : profileFields()) {
        if (!isOfFolders(field) && !field.same(folder.settings, before))
            return usageError(
                Text::tr("A folder has no “%1”: that belongs to each profile in it.").arg(field.name()));
    }
    if (call.has("cluster") && call.has("no-cluster"))
        return usageError(Text::tr("Give --%1 or --%2, not both.")
                              .arg(QLatin1String("cluster"), QLatin1String("no-cluster")));
    if (call.has("cluster"))
        folder.kind = FolderKind::Cluster;
    if (call.has("no-cluster"))
        folder.kind = FolderKind::Folder;
    return Ok{};
}

Result<> printSaved(const Folder &saved, Call &call)
{
    if (call.json)
        call.output.printJson(QJsonDocument(described(saved)));
    return Ok{};
}

/// Moves and changes the folder as the command line says; gives it as it is then.
Result<Folder> edited(ProfileDocument &document, const Call &call)
{
    const auto before = folderAt(document, call.names.first());
    if (!before)
        return before.error();
    const QStringList to = call.has("rename") ? splitPath(call.value("rename")) : before->fullPath();
    if (auto moved = folderedit::move(document, before->fullPath(), to); !moved)
        return std::move(moved).error();
    auto folder = folderAt(document, joinPath(to));
    if (!folder)
        return folder;
    const Folder moved = *folder;
    const Profile inherited = FolderIndex(document.folders).inheritedIn(moved.settings.folder);
    if (auto applied = applyInheriting(folder->settings, inherited, call); !applied)
        return std::move(applied).error();
    if (auto applied = apply(*folder, call); !applied)
        return std::move(applied).error();
    return *folder == moved ? std::move(folder) : folderedit::put(document, *folder);
}

/// Every folder, also those that only exist by what is in them, sorted.
QList<Folder> allFolders(const ProfileDocument &document)
{
    std::set<QStringList> paths;
    const auto addAbove = [&paths](QStringList path) {
        for (; !path.isEmpty(); path.removeLast())
            paths.insert(path);
    };
    for (const Profile &profile : document.profiles)
        addAbove(profile.folder);
    for (const Folder &folder : document.folders)
        addAbove(folder.fullPath());
    const FolderIndex known(document.folders);
    QList<Folder> all;
    for (const QStringList &path : paths) {
        const Folder *said = known.find(path);
        all.append(said ? *said : silentFolder(document, path));
    }
    return all;
}

} // namespace

QCommandLineOption option()
{
    return {QStringLiteral("folder"), Text::tr("NAME is a folder; a cluster is one too.")};
}

QList<QCommandLineOption> kindOptions()
{
    return {{QStringLiteral("cluster"), Text::tr("The folder is a cluster: its profiles are endpoints.")},
            {QStringLiteral("no-cluster"), Text::tr("The folder is no cluster.")}};
}

Result<> list(Call &call)
{
    const auto document = wholeDocument(call);
    if (!document)
        return document.error();
    QJsonArray objects;
    QList<QStringList> rows{{Text::tr("FOLDER"), Text::tr("KIND"), Text::tr("PROFILES")}};
    for (const Folder &folder : allFolders(*document)) {
        const qsizetype count = chosen::profiles(*document, {{}, {folder.fullPath()}}).size();
        objects.append(described(folder));
        rows.append({printable(joinPath(folder.fullPath())), word(folder.kind), QString::number(count)});
    }
    if (call.json)
        call.output.printJson(QJsonDocument(objects));
    else if (rows.size() > 1)
        call.output.print(columns(rows));
    else
        note(Text::tr("There is no folder yet. Add one with “latchkey-cli profiles add NAME --folder”."));
    return Ok{};
}

Result<> show(Call &call)
{
    const auto document = wholeDocument(call);
    if (!document)
        return document.error();
    const auto folder = folderAt(*document, call.names.first());
    if (!folder)
        return folder.error();
    if (call.json)
        call.output.printJson(QJsonDocument(described(*folder)));
    else
        printFields(described(*folder), call);
    return Ok{};
}

Result<> add(Call &call)
{
    if (auto loaded = loadProfiles(call); !loaded)
        return loaded;
    const QStringList path = splitPath(call.names.first());
    if (path.isEmpty())
        return usageError(Text::tr("The folder needs a name."));
    const ProfileDocument &document = call.profiles.document();
    if (FolderIndex(document.folders).find(path))
        return usageError(
            Text::tr("There is a folder “%1” already. Change it with “latchkey-cli profiles edit”.")
                .arg(joinPath(path)));
    Folder folder = silentFolder(document, path);
    if (auto applied = apply(folder, call); !applied)
        return applied;
    const auto saved = call.profiles.putFolder(folder).result();
    return saved ? printSaved(*saved, call) : saved.error();
}

// Made to what the file says by then, since others edit it too.
Result<> edit(Call &call)
{
    if (auto loaded = loadProfiles(call); !loaded)
        return loaded;
    std::optional<Folder> saved;
    const auto change = [&call, &saved](ProfileDocument &document) -> Result<> {
        auto folder = edited(document, call);
        if (!folder)
            return std::move(folder).error();
        saved = *std::move(folder);
        return Ok{};
    };
    if (auto done = call.profiles.editDocument(change).result(); !done)
        return done;
    return printSaved(*saved, call);
}

Result<> remove(Call &call)
{
    if (auto loaded = loadProfiles(call); !loaded)
        return loaded;
    Chosen chosen;
    for (const QString &name : call.names) {
        const QStringList path = splitPath(name);
        if (path.isEmpty() || !isThere(call.profiles.document(), path))
            return noSuchFolder(name);
        chosen.folders.append(path);
    }
    const auto change = [chosen](ProfileDocument &document) { return chosen::remove(document, chosen); };
    return call.profiles.editDocument(change).result();
}

} // namespace latchkey::cli::folders
