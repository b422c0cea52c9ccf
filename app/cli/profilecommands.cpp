// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/profilecommands.h"

#include "app/cli/text.h"
#include "core/base/paths.h"
#include "core/catalogue/catalogueedit.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilejson.h"
#include "core/profile/profilelookup.h"
#include "core/profile/words.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <array>

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

/// A place typed by the user, whole: profiles are used from any folder.
QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
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

Result<> setPort(Profile &profile, const QString &text)
{
    bool isNumber = false;
    const ushort port = text.toUShort(&isNumber);
    if (!isNumber || port == 0)
        return usageError(Text::tr("“%1” is no port: --port wants a number from 1 to 65535.").arg(text));
    profile.port = port;
    return Ok{};
}

Error noSuchChoice(const char *option, const QString &text, const QString &choices)
{
    return usageError(
        Text::tr("“%1” is no choice for --%2: use one of %3.").arg(text, QLatin1String(option), choices));
}

Result<> setChoices(Profile &profile, const Call &call)
{
    if (call.has("auth")) {
        const auto value = fromWord<Authentication>(call.value("auth"));
        if (!value)
            return noSuchChoice("auth", call.value("auth"), QStringLiteral("kerberos, gssapi, password"));
        profile.authentication = *value;
    }
    if (call.has("tls")) {
        const auto value = fromWord<TlsPolicy>(call.value("tls"));
        if (!value)
            return noSuchChoice("tls", call.value("tls"),
                                QStringLiteral("verify-identity, verify-ca, required, off"));
        profile.tls = *value;
    }
    if (call.has("environment")) {
        const auto value = fromWord<Environment>(call.value("environment"));
        if (!value)
            return noSuchChoice("environment", call.value("environment"),
                                QStringLiteral("none, production, staging, test"));
        profile.environment = *value;
    }
    if (call.has("read-only") && call.has("read-write"))
        return usageError(Text::tr("Give --read-only or --read-write, not both."));
    if (call.has("read-only") || call.has("read-write"))
        profile.readOnly = call.has("read-only");
    return Ok{};
}

void setTexts(Profile &profile, const Call &call)
{
    struct Place
    {
        const char *option;
        QString &text;
        bool isFile;
    };
    const std::array places{
        Place{"host", profile.host, false},
        Place{"user", profile.account, false},
        Place{"schema", profile.schema, false},
        Place{"principal", profile.identity.principal, false},
        Place{"keytab", profile.identity.keytab, true},
        Place{"spn", profile.pinnedSpn, false},
        Place{"ca", profile.tlsFiles.authorities, true},
        Place{"colour", profile.colour, false},
        Place{"notes", profile.notes, false},
    };
    for (const Place &place : places) {
        if (call.has(place.option))
            place.text = place.isFile ? absolute(call.value(place.option)) : call.value(place.option);
    }
}

Result<> applyOptions(Profile &profile, const Call &call)
{
    setTexts(profile, call);
    if (call.has("port")) {
        if (auto set = setPort(profile, call.value("port")); !set)
            return set;
    }
    return setChoices(profile, call);
}

Result<> printSaved(const Result<Profile> &saved, Call &call)
{
    if (!saved)
        return saved.error();
    if (call.json)
        call.output.printJson(QJsonDocument(described(*saved)));
    return Ok{};
}

QString onOneLine(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? Text::tr("yes") : Text::tr("no");
    if (value.isDouble())
        return QString::number(value.toInteger());
    return printable(value.toString());
}

} // namespace

Result<QList<Profile>> allProfiles(Call &call)
{
    if (auto loaded = call.profiles.load(); !loaded)
        return std::move(loaded).error();
    const auto catalogues = CatalogueFiles(paths::configDir()).catalogues();
    if (catalogues)
        return call.profiles.profiles() + joined(*catalogues).profiles;
    complain(catalogues.error(), call.verbose);
    return call.profiles.profiles();
}

Result<Profile> namedProfile(Call &call)
{
    const auto all = allProfiles(call);
    return all ? findByPath(*all, call.names.first()) : all.error();
}

Result<Profile> changeProfile(Call &call, const QUuid &id, const std::function<void(Profile &)> &edit)
{
    if (call.profiles.find(id) != nullptr)
        return call.profiles.change(id, edit).result();
    return catalogueedit::personalise(CatalogueFiles(paths::configDir()), id, edit);
}

Result<> listProfiles(Call &call)
{
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
    const auto profile = namedProfile(call);
    if (!profile)
        return profile.error();
    if (call.json) {
        call.output.printJson(QJsonDocument(described(*profile)));
        return Ok{};
    }
    QList<QStringList> rows{{QStringLiteral("path"), printable(profile->path())}};
    const QJsonObject fields = toWholeJson(*profile);
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QString text = onOneLine(field.value());
        if (!text.isEmpty() && field.key() != QLatin1String("name"))
            rows.append({printable(field.key()), text});
    }
    call.output.print(columns(rows));
    return Ok{};
}

Result<> addProfile(Call &call)
{
    if (auto loaded = call.profiles.load(); !loaded)
        return loaded;
    Profile named;
    if (auto set = setName(named, call.names.first()); !set)
        return set;
    Profile profile = profileedit::newProfile(call.profiles.document(), named.folder);
    profile.name = named.name;
    if (auto applied = applyOptions(profile, call); !applied)
        return applied;
    return printSaved(call.profiles.put(profile).result(), call);
}

Result<> editProfile(Call &call)
{
    auto profile = namedProfile(call);
    if (!profile)
        return std::move(profile).error();
    if (call.has("rename")) {
        if (auto named = setName(*profile, call.value("rename")); !named)
            return named;
    }
    if (auto applied = applyOptions(*profile, call); !applied)
        return applied;
    if (call.profiles.find(profile->id) != nullptr)
        return printSaved(call.profiles.put(*profile).result(), call);
    return printSaved(changeProfile(call, profile->id, [&profile](Profile &own) { own = *profile; }), call);
}

Result<> removeProfiles(Call &call)
{
    const auto all = allProfiles(call);
    if (!all)
        return all.error();
    QList<QUuid> ids;
    for (const QString &name : call.names) {
        const auto profile = findByPath(*all, name);
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

QList<QCommandLineOption> profileOptions()
{
    return {
        {QStringLiteral("host"), Text::tr("Host name or address of the server."), QStringLiteral("HOST")},
        {QStringLiteral("port"), Text::tr("Port of the server; 3306 if not given."), QStringLiteral("PORT")},
        {QStringLiteral("user"), Text::tr("Database user; the user part of the principal if not given."),
         QStringLiteral("USER")},
        {QStringLiteral("principal"), Text::tr("Whose ticket is used; whoever is signed in if not given."),
         QStringLiteral("PRINCIPAL")},
        {QStringLiteral("keytab"), Text::tr("Keytab that signs the principal in."), QStringLiteral("FILE")},
        {QStringLiteral("auth"), Text::tr("kerberos (Aurora, MySQL), gssapi (MariaDB) or password."),
         QStringLiteral("METHOD")},
        {QStringLiteral("tls"), Text::tr("verify-identity, verify-ca, required or off."),
         QStringLiteral("POLICY")},
        {QStringLiteral("ca"), Text::tr("Authorities that certificates are verified with (PEM)."),
         QStringLiteral("FILE")},
        {QStringLiteral("spn"), Text::tr("The only service principal name that is accepted."),
         QStringLiteral("SPN")},
        {QStringLiteral("schema"), Text::tr("Default schema."), QStringLiteral("SCHEMA")},
        {QStringLiteral("environment"), Text::tr("none, production, staging or test."),
         QStringLiteral("WORD")},
        {QStringLiteral("read-only"), Text::tr("Sessions cannot write.")},
        {QStringLiteral("read-write"), Text::tr("Sessions can write.")},
        {QStringLiteral("colour"), Text::tr("Colour of the profile, #rrggbb."), QStringLiteral("COLOUR")},
        {QStringLiteral("notes"), Text::tr("Whatever should be remembered."), QStringLiteral("TEXT")},
    };
}

QList<QCommandLineOption> editOptions()
{
    return QList<QCommandLineOption>{
               {QStringLiteral("rename"), Text::tr("The new name, with folders."), QStringLiteral("NAME")}}
           + profileOptions();
}

} // namespace latchkey::cli
