// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/importtidy.h"

#include "core/profile/formats/names.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilefields.h"
#include "core/profile/profilewords.h"
#include "core/profile/validation.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace latchkey::importtidy {

namespace {

using Field = FieldProblem::Field;

constexpr qsizetype maxText = 1 << 18; ///< characters; profile files have up to 1 MB of UTF-8
constexpr qsizetype maxMembers = 256;
constexpr int maxNesting = 20;

/// The fields that a problem is about. A keytab is nothing without its principal, nor a certificate without its key.
struct Cure
{
    Field field;
    std::array<std::string_view, 4> keys;
};

constexpr std::array cures{
    Cure{Field::Port, {"port"}},
    Cure{Field::Account, {"account"}},
    Cure{Field::Principal, {"principal", "keytab"}},
    Cure{Field::Keytab, {"keytab"}},
    Cure{Field::Spn, {"spn"}},
    Cure{Field::KerberosConfig, {"kerberosConfig"}},
    Cure{Field::CaFile, {"caFile"}},
    Cure{Field::ClientCertificate, {"clientCertificate", "clientKey"}},
    Cure{Field::ClientKey, {"clientCertificate", "clientKey"}},
    Cure{Field::Timeouts, {"connectTimeout", "answerTimeout", "keepAlive", "idleClose"}},
    Cure{Field::CharacterSet, {"characterSet"}},
    Cure{Field::TimeZone, {"timeZone"}},
    Cure{Field::Variables, {"variables"}},
    Cure{Field::Statements, {"statements"}},
    Cure{Field::Tags, {"tags"}},
    Cure{Field::Colour, {"colour"}},
};

bool putBack(Profile &profile, const Profile &base, const FieldProblem &problem)
{
    const auto cure = std::find_if(cures.begin(), cures.end(),
                                   [&problem](const Cure &other) { return other.field == problem.field; });
    if (cure == cures.end())
        return false;
    for (const std::string_view key : cure->keys) {
        if (const ProfileField *field = key.empty() ? nullptr : profileField(key))
            field->copy(profile, base);
    }
    return true;
}

bool fits(const QString &text)
{
    return text.size() <= maxText && text.isValidUtf16() && !text.contains(QChar(0));
}

/// Whether a profile file could be read with it.
bool fits(const QJsonValue &value, int depth = 0)
{
    const auto fitsInside = [depth](const QJsonValue &inner) { return fits(inner, depth + 1); };
    if (depth > maxNesting)
        return false;
    if (value.isString())
        return fits(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(), fitsInside);
    }
    const QJsonObject object = value.toObject();
    const QStringList keys = object.keys();
    return object.size() <= maxMembers && std::all_of(object.begin(), object.end(), fitsInside)
           && std::all_of(keys.begin(), keys.end(), [](const QString &key) { return fits(key); });
}

void cutToSize(Profile &profile, const Profile &base, QStringList &sentences)
{
    for (const ProfileField &field : profileFields()) {
        if (field.same(profile, base) || fits(field.write(profile)))
            continue;
        field.copy(profile, base);
        sentences.append(
            ProfileWords::tr(
                "“%1” cannot be saved (too long, too deeply nested, or no text), and is left out.")
                .arg(field.name()));
    }
    if (!fits(QJsonValue(profile.unknown)))
        profile.unknown = base.unknown;
}

} // namespace

bool tidyPath(Profile &profile)
{
    const QString name = profile.name;
    const QStringList folder = profile.folder;
    profile.name = formats::tidyName(name);
    if (profile.name.isEmpty())
        profile.name = formats::tidyName(profile.host);
    if (profile.name.isEmpty())
        profile.name = ProfileWords::tr("Connection");
    for (QString &part : profile.folder)
        part = formats::tidyName(part);
    profile.folder.removeAll(QString());
    if (profile.folder.size() > maxFolderDepth)
        profile.folder.resize(maxFolderDepth);
    return profile.name != name || profile.folder != folder;
}

QStringList correct(Profile &profile, const Profile &base)
{
    QStringList sentences;
    cutToSize(profile, base, sentences);
    const Profile given = profile;
    profile = profileedit::tidied(std::move(profile));
    profile.name = given.name;
    profile.folder = given.folder;
    const auto problems = validate(profile);
    for (const FieldProblem &problem : problems) {
        if (putBack(profile, base, problem))
            sentences.append(ProfileWords::tr("A value is left out: %1").arg(problem.message));
    }
    return sentences;
}

} // namespace latchkey::importtidy
