// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/realmreader.h"

#include "core/krb/configfiles.h"
#include "core/krb/nativeprofile.h"
#include "core/krb/realmwords.h"

#include <algorithm>

namespace latchkey::krb {

namespace {

const QString libdefaults = QStringLiteral("libdefaults");
const QString realmsSection = QStringLiteral("realms");
const QString domainRealm = QStringLiteral("domain_realm");
const QString capaths = QStringLiteral("capaths");
const QString appdefaults = QStringLiteral("appdefaults");

constexpr int deepestOption = 4; ///< [appdefaults] app = { realm = { option = … } }

/// Asks libkrb5 for everything that the page shows, and for its places.
class Reader
{
public:
    Reader(const NativeProfile &profile, const QList<ConfigText> &files) : m_profile(profile), m_files(files)
    { }

    /// The relations directly in a section; of each all values, or the first one.
    QList<Relation> relations(const QStringList &section, bool all) const
    {
        QList<Relation> found;
        for (const QString &name : m_profile.relations(section)) {
            const QStringList path = section + QStringList{name};
            QStringList values = m_profile.values(path);
            if (!all)
                values = values.mid(0, 1);
            for (const QString &value : values)
                found.append({name, value, placeOf(m_files, path, value)});
        }
        return found;
    }

    QList<Realm> realmList() const
    {
        QList<Realm> found;
        for (const QString &name : m_profile.sections({realmsSection})) {
            Realm realm{name, relations({realmsSection, name}, true)};
            std::stable_partition(realm.relations.begin(), realm.relations.end(),
                                  [](const Relation &one) { return one.name == QLatin1String("kdc"); });
            found.append(realm);
        }
        return found;
    }

    QList<TrustPath> trustPaths() const
    {
        QList<TrustPath> found;
        for (const QString &from : m_profile.sections({capaths}))
            for (const QString &to : m_profile.relations({capaths, from}))
                found.append(trustPath(from, to));
        return found;
    }

    QList<Relation> options(const QStringList &section, const QString &prefix) const
    {
        QList<Relation> found = relations(section, false);
        for (Relation &one : found)
            one.name.prepend(prefix);
        if (section.size() < deepestOption)
            for (const QString &name : m_profile.sections(section))
                found += options(section + QStringList{name}, prefix + name + QLatin1Char('/'));
        return found;
    }

private:
    // A first value of "." says that there is nothing in between, whatever follows.
    TrustPath trustPath(const QString &from, const QString &to) const
    {
        const QStringList path{capaths, from, to};
        const QStringList via = m_profile.values(path);
        const bool isDirect = via.value(0).startsWith(QLatin1Char('.'));
        return {from, to, isDirect ? QStringList() : via, placeOf(m_files, path, via.value(0))};
    }

    const NativeProfile &m_profile;
    const QList<ConfigText> &m_files;
};

Error unreadable(const Error &why, const Place &place)
{
    Error error = why;
    if (place.file.isEmpty())
        error.message =
            RealmWords::tr("Kerberos cannot be used because none of the files that KRB5_CONFIG names "
                           "can be read. Check the variable and the files’ permissions.");
    else if (place.line > 0)
        error.message = RealmWords::tr("Kerberos cannot be used because line %1 of “%2” makes no sense to "
                                       "libkrb5. Correct the line.")
                            .arg(QString::number(place.line), place.file);
    else
        error.message =
            RealmWords::tr("Kerberos cannot be used because “%1” makes no sense to libkrb5. Correct "
                           "the file.")
                .arg(place.file);
    return error;
}

Error circular(const Place &place)
{
    return {Error::Code::ConfigBroken,
            RealmWords::tr(
                "Kerberos cannot be used because line %1 of “%2” includes a file that includes this one. "
                "Remove the line.")
                .arg(QString::number(place.line), place.file),
            QString(), 0};
}

void fill(RealmConfig &config, const Reader &reader)
{
    config.libdefaults = reader.relations({libdefaults}, false);
    config.realms = reader.realmList();
    config.domains = reader.relations({domainRealm}, true);
    config.trustPaths = reader.trustPaths();
    config.appdefaults = reader.options({appdefaults}, QString());
}

} // namespace

RealmConfig readRealmConfig()
{
    RealmConfig config;
    const QStringList paths = configPaths();
    const ConfigTexts texts = readConfigFiles(paths);
    for (const ConfigText &one : texts.files)
        config.files.append(one.file);
    if (texts.circle) {
        config.problemPlace = *texts.circle;
        config.problem = circular(*texts.circle);
        return config;
    }
    const auto profile = NativeProfile::open(paths);
    if (profile) {
        fill(config, Reader(*profile, texts.files));
        return config;
    }
    config.problemPlace = placeOfBreakage(texts.files).value_or(Place());
    config.problem = unreadable(profile.error(), config.problemPlace);
    return config;
}

} // namespace latchkey::krb
