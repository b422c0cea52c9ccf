// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/profilecommands.h"

#include "app/cli/foldercommands.h"
#include "app/cli/text.h"
#include "core/base/paths.h"
#include "core/catalogue/catalogueedit.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilejson.h"
#include "core/profile/profilesearch.h"
#include "core/profile/words.h"

#include <QJsonArray>
#include <QJsonObject>

namespace latchkey::cli {

namespace {

QJsonObject described(const Profile &profile)
{
    QJsonObject object = toWholeJson(profile);
    object.insert(QStringLiteral("path"), profile.path());
    return object;
}

QString endpoint(const Profile &profile)
{
    const QString host = profile.host.contains(QLatin1Char(':')) && !profile.host.startsWith(QLatin1Char('['))
                             ? QStringLiteral("[%1]").arg(profile.host)
                             : profile.host;
    return QStringLiteral("%1:%2").arg(host).arg(profile.port);
}

QString identity(const Profile &profile)
{
    if (!profile.usesTickets())
        return profile.account;
    return profile.identity.principal.isEmpty() ? Text::tr("(whoever is signed in)")
                                                : profile.identity.principal;
}

Result<> setName(Profile &profile, const QString &path)
{
    QStringList parts = splitPath(path);
    if (parts.isEmpty())
        return usageError(Text::tr("The profile needs a name."));
    profile.name = parts.takeLast();
    profile.folder = parts;
    return Ok{};
}

/// Only folders are clusters.
Result<> refuseKind(const Call &call)
{
    return call.has("cluster") || call.has("no-cluster")
               ? Result<>(usageError(Text::tr("--cluster and --no-cluster go with --folder only.")))
               : Ok{};
}

/// What "profiles edit" was told. `folders`: what the profile may inherit from.
Result<> applyEdit(Profile &profile, const FolderIndex &folders, const Call &call)
{
    if (call.has("rename")) {
        if (auto named = setName(profile, call.value("rename")); !named)
            return named;
    }
    if (auto applied = applyInheriting(profile, folders.inheritedIn(profile.folder), call); !applied)
        return applied;
    return applyProfileOptions(profile, call);
}

Result<> printSaved(const Result<Profile> &saved, Call &call)
{
    if (!saved)
        return saved.error();
    if (call.json)
        call.output.printJson(QJsonDocument(described(*saved)));
    return Ok{};
}

QString onOneLine(const QJsonValue &value);

QString onOneLine(const QJsonArray &elements)
{
    QStringList texts;
    for (const QJsonValue &element : elements)
        texts.append(onOneLine(element));
    return texts.join(QLatin1String("; "));
}

QString onOneLine(const QJsonObject &members)
{
    QStringList texts;
    for (auto member = members.begin(); member != members.end(); ++member)
        texts.append(QStringLiteral("%1=%2").arg(printable(member.key()), onOneLine(member.value())));
    return texts.join(QLatin1String("; "));
}

QString onOneLine(const QJsonValue &value)
{
    if (value.isArray())
        return onOneLine(value.toArray());
    if (value.isObject())
        return onOneLine(value.toObject());
    if (value.isBool())
        return value.toBool() ? Text::tr("yes") : Text::tr("no");
    if (value.isDouble())
        return QString::number(value.toInteger());
    return printable(value.toString());
}

/// The number of a version as it was typed.
Result<int> versionNumber(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 1)
        return usageError(
            Text::tr("“%1” is no version: give a number that “profiles versions” lists.").arg(text));
    return number;
}

} // namespace

Result<> loadProfiles(Call &call)
{
    auto loaded = call.profiles.load();
    if (loaded || loaded.error().code != Error::Code::FileDamaged || call.profiles.profiles().isEmpty())
        return loaded;
    note(loaded.error().message);
    return Ok{};
}

void printFields(const QJsonObject &fields, Call &call)
{
    QList<QStringList> rows{
        {QStringLiteral("path"), printable(fields.value(QLatin1String("path")).toString())}};
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QString text = onOneLine(field.value());
        if (!text.isEmpty() && field.key() != QLatin1String("name") && field.key() != QLatin1String("path"))
            rows.append({printable(field.key()), text});
    }
    call.output.print(columns(rows));
}

Result<ProfileDocument> wholeDocument(Call &call)
{
    if (auto loaded = loadProfiles(call); !loaded)
        return std::move(loaded).error();
    ProfileDocument document = call.profiles.document();
    if (const auto catalogues = CatalogueFiles(paths::configDir()).catalogues()) {
        const ProfileDocument others = joined(*catalogues);
        document.folders += others.folders;
        document.profiles += others.profiles;
    } else {
        complain(catalogues.error(), call.verbose);
    }
    return document;
}

Result<QList<Profile>> allProfiles(Call &call)
{
    auto document = wholeDocument(call);
    return document ? Result<QList<Profile>>(std::move(document->profiles)) : std::move(document).error();
}

Result<Profile> namedProfile(Call &call)
{
    const auto all = allProfiles(call);
    return all ? findProfile(*all, call.names.first()) : all.error();
}

Result<Profile> changeProfile(Call &call, const QUuid &id, const std::function<void(Profile &)> &edit)
{
    if (call.profiles.find(id) != nullptr)
        return call.profiles.change(id, edit).result();
    return catalogueedit::personalise(CatalogueFiles(paths::configDir()), id, edit);
}

Result<> listProfiles(Call &call)
{
    if (call.has("folder"))
        return folders::list(call);
    const auto all = allProfiles(call);
    if (!all)
        return all.error();
    if (call.json) {
        QJsonArray objects;
        for (const Profile &profile : *all)
            objects.append(described(profile));
        call.output.printJson(QJsonDocument(objects));
        return Ok{};
    }
    QList<QStringList> rows{{Text::tr("PROFILE"), Text::tr("ENDPOINT"), Text::tr("AUTHENTICATION"),
                             Text::tr("IDENTITY"), Text::tr("TLS")}};
    for (const Profile &profile : *all)
        rows.append({printable(profile.path()), printable(endpoint(profile)), word(profile.authentication),
                     printable(identity(profile)), word(profile.tls)});
    if (rows.size() > 1)
        call.output.print(columns(rows));
    else
        note(Text::tr("There is no profile yet. Add one with “latchkey-cli profiles add NAME --host HOST”."));
    return Ok{};
}

Result<> showProfile(Call &call)
{
    if (call.has("folder"))
        return folders::show(call);
    const auto profile = namedProfile(call);
    if (!profile)
        return profile.error();
    if (call.json)
        call.output.printJson(QJsonDocument(described(*profile)));
    else
        printFields(described(*profile), call);
    return Ok{};
}

Result<> addProfile(Call &call)
{
    if (call.has("folder"))
        return folders::add(call);
    if (auto refused = refuseKind(call); !refused)
        return refused;
    if (auto loaded = loadProfiles(call); !loaded)
        return loaded;
    Profile named;
    if (auto set = setName(named, call.names.first()); !set)
        return set;
    Profile profile = profileedit::newProfile(call.profiles.document(), named.folder);
    profile.name = named.name;
    if (auto applied = applyProfileOptions(profile, call); !applied)
        return applied;
    return printSaved(call.profiles.put(profile).result(), call);
}

// Tried first, as the change itself cannot refuse; made to what the file says by then, since others edit it too.
Result<> editProfile(Call &call)
{
    if (call.has("folder"))
        return folders::edit(call);
    if (auto refused = refuseKind(call); !refused)
        return refused;
    const auto profile = namedProfile(call);
    if (!profile)
        return profile.error();
    if (call.has("inherit") && call.profiles.find(profile->id) == nullptr)
        return usageError(Text::tr("“%1” comes from a catalogue, so there is no folder of yours for "
                                   "--inherit. Say the value itself.")
                              .arg(profile->path()));
    Profile trial = *profile;
    const auto document = call.profiles.document();
    const FolderIndex folders(document.folders);
    if (auto applied = applyEdit(trial, folders, call); !applied)
        return applied;
    const auto edit = [&](Profile &stored) { static_cast<void>(applyEdit(stored, folders, call)); };
    return printSaved(changeProfile(call, profile->id, edit), call);
}

Result<> removeProfiles(Call &call)
{
    if (call.has("folder"))
        return folders::remove(call);
    const auto all = allProfiles(call);
    if (!all)
        return all.error();
    QList<QUuid> ids;
    for (const QString &name : call.names) {
        const auto profile = findProfile(*all, name);
        if (!profile)
            return profile.error();
        if (call.profiles.find(profile->id) == nullptr)
            return usageError(
                Text::tr("“%1” comes from a catalogue, so whoever maintains that removes it. End the "
                         "subscription with “latchkey-cli catalogue remove”.")
                    .arg(name));
        ids.append(profile->id);
    }
    return call.profiles.remove(ids).result();
}

Result<> listVersions(Call &call)
{
    const QList<ProfileVersion> versions = call.profiles.versions();
    if (call.json) {
        QJsonArray all;
        for (const ProfileVersion &version : versions)
            all.append(
                QJsonObject{{QStringLiteral("version"), version.number},
                            {QStringLiteral("savedAt"), version.savedAt.toUTC().toString(Qt::ISODate)}});
        call.output.printJson(QJsonDocument(all));
        return Ok{};
    }
    QList<QStringList> rows{{Text::tr("VERSION"), Text::tr("SAVED AT")}};
    for (const ProfileVersion &version : versions)
        rows.append({QString::number(version.number),
                     version.savedAt.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))});
    if (rows.size() > 1)
        call.output.print(columns(rows));
    else
        note(Text::tr("No earlier version is kept: the profiles have not been changed yet."));
    return Ok{};
}

Result<> restoreVersion(Call &call)
{
    const auto number = versionNumber(call.names.first());
    if (!number)
        return number.error();
    const auto loaded = call.profiles.load(); // a damaged file is no obstacle, but has to be known of
    if (!loaded && loaded.error().code != Error::Code::FileDamaged)
        return loaded;
    return call.profiles.restoreVersion(*number).result();
}

QList<QCommandLineOption> listOptions()
{
    return {folders::option()};
}

QList<QCommandLineOption> addOptions()
{
    return listOptions() + folders::kindOptions() + profileOptions();
}

QList<QCommandLineOption> editOptions()
{
    return QList<QCommandLineOption>{
               {QStringLiteral("rename"), Text::tr("The new name, with folders."), QStringLiteral("NAME")},
               inheritOption()}
           + addOptions();
}

} // namespace latchkey::cli
