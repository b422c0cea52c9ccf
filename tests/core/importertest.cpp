// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/importer.h"
#include "core/profile/exporter.h"
#include "core/profile/formats/dbeaver.h"
#include "core/profile/formats/latchkeyfile.h"
#include "core/profile/formats/names.h"
#include "core/profile/formats/workbench.h"
#include "core/profile/profilefields.h"
#include "core/profile/profilefile.h"
#include "core/profile/profilejson.h"
#include "core/profile/profilestore.h"
#include "core/profile/validation.h"
#include "tests/support/effort.h"
#include "tests/support/generatedprofiles.h"
#include "tests/support/slowness.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::formats;
using namespace latchkey::test;
using namespace std::chrono_literals;

using Action = ImportRow::Action;

namespace {

const ImportConsent everything = Risk::WeakerTls | Risk::Statements | Risk::Variables | Risk::KerberosConfig
                                 | Risk::Keytab | Risk::PinnedSpn;

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(LATCHKEY_FORMATS "/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<Source> sourcesOf(const QByteArray &bytes)
{
    const auto sources = readConnections(bytes, QString(), nullptr);
    return sources ? *sources : QList<Source>();
}

Profile named(const QString &path)
{
    Profile profile;
    profile.folder = splitPath(path);
    profile.name = profile.folder.takeLast();
    profile.host = QStringLiteral("db1.example.com");
    profile.origin = QStringLiteral("workbench:") + path;
    profile.id = idFor(profile.origin);
    return profile;
}

QList<Source> sourceOf(const QList<Profile> &profiles, const Codec &codec = workbench)
{
    return {{&codec, {profiles, {}, {}, 0}}};
}

ImportPlan imported(ProfileDocument &document, const QList<Source> &sources,
                    const ImportOptions &options = {})
{
    ImportPlan plan = planImport(document, sources, options);
    if (!applyImport(document, plan, effectiveRows(plan)))
        return {};
    return plan;
}

QStringList paths(const ProfileDocument &document)
{
    QStringList all;
    for (const Profile &profile : document.profiles)
        all.append(profile.path());
    return all;
}

Folder folderOf(const QString &path)
{
    Folder folder;
    folder.settings = named(path);
    folder.settings.host.clear();
    return folder;
}

/// Folder Team, which hands much down, with a profile in it and one in a folder that inherits it all.
QList<Source> teamFile()
{
    Folder team = folderOf(u"Team"_qs);
    Folder inner = folderOf(u"Team/inner"_qs);
    QList<Profile> profiles{named(u"Team/a"_qs), named(u"Team/inner/b"_qs)};
    for (Profile *settings : {&team.settings, &inner.settings, &profiles[0], &profiles[1]}) {
        settings->readOnly = true;
        settings->port = 3310;
        settings->identity.principal = u"alice@R"_qs;
    }
    return {{&latchkeyFile, {profiles, {team, inner}, {}, 0}}};
}

} // namespace

class ImporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newProfilesAreCreatedWithAReason();
    void importingAgainChangesNothing_data();
    void importingAgainChangesNothing();
    void onlyWhatTheFormatHoldsChanges();
    void whoRenamedAProfileFindsItThere();
    void noOtherProfileIsTouched();
    void onlyChosenRowsAreDone();
    void takenPathsGetANumber();
    void impossibleNamesAreTidied();
    void hostileNamesAreAlwaysSavable();
    void impossibleValuesAreCorrected();
    void whatIsTooMuchForTheFileIsLeftOut();
    void riskyThingsNeedConsent_data();
    void riskyThingsNeedConsent();
    void consentThatWasGivenOnceStays();
    void aStricterTlsNeedsNoConsent();
    void newProfilesInheritFromTheFolderTheyComeInto();
    void foldersThatAreThereStayAsTheyAre();
    void whatAFolderHandsDownThatIsNotTakenItsProfilesHave();
    void importingAgainKeepsWhatTheFolderWouldHaveHandedDown();
    void aNewProfileOfAFolderThatWasMovedKeepsWhatItInherited();
    void whatIsToldOfAFolderIsRefreshed();
    void whatAFileLeavesUnsaidStays();
    void whatAFileLeavesUnsaidIsInherited();
    void foldersOfOneNameInTwoPlacesStayApart();
    void aFolderThatTheUserMadeKeepsItsSettings();
    void aFolderWeakensNothingWithoutConsent_data();
    void aFolderWeakensNothingWithoutConsent();
    void theOwnFormatIsExact();
    void everyFieldIsHeldByTheOwnFormat();
    void whatLatchkeyWroteForAnotherToolIsKnownAgain();
    void anExportTellsWhatIsLost();
    void aSelectionIsExportedWithItsFolders();
    void theStoreTakesAPlanAsOneEdit();
    void tenThousandProfilesArePlannedQuickly();
    void unknownFormatsAreToldApart();
};

void ImporterTest::newProfilesAreCreatedWithAReason()
{
    ProfileDocument document;
    const ImportPlan plan = imported(document, sourcesOf(fixture("workbench-connections.xml")));
    QCOMPARE(plan.count(Action::Create), 5);
    QCOMPARE(plan.skipped, 1);
    QVERIFY(paths(document).contains(u"Production/orders writer"_qs));
    QVERIFY(paths(document).contains(u"Local instance 3306 (2)"_qs));
    for (const ImportRow &row : plan.rows)
        QVERIFY(!row.reason.isEmpty());
    for (const Profile &profile : document.profiles)
        QVERIFY(validate(profile).isEmpty());
}

void ImporterTest::importingAgainChangesNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("withConsent");
    for (const char *name : {"workbench-connections.xml", "workbench-old.xml", "dbeaver-data-sources.json"}) {
        QTest::addRow("%s", name) << fixture(name) << false;
        QTest::addRow("%s, all", name) << fixture(name) << true;
    }
}

void ImporterTest::importingAgainChangesNothing()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, withConsent);
    const ImportOptions options{{u"From elsewhere"_qs}, withConsent ? everything : ImportConsent()};
    ProfileDocument document;
    document.folders = {folderOf(u"From elsewhere"_qs)};
    document.folders.first().settings.account = u"folder-user"_qs;
    imported(document, sourcesOf(text), options);
    const ProfileDocument before = document;
    const ImportPlan again = imported(document, sourcesOf(text), options);
    QCOMPARE(again.count(Action::Create) + again.count(Action::Change), 0);
    QVERIFY(again.count(Action::Unchanged) >= document.profiles.size());
    QCOMPARE(document, before);
}

void ImporterTest::onlyWhatTheFormatHoldsChanges()
{
    ProfileDocument document;
    imported(document, sourceOf({named(u"a"_qs)}));
    Profile &mine = document.profiles.first();
    mine.notes = u"mine"_qs;
    mine.identity.principal = u"alice@R"_qs;
    mine.authentication = Authentication::KeychainPassword;
    mine.favourite = true;
    Profile fresh = named(u"a"_qs);
    fresh.authentication = Authentication::Password;
    fresh.host = u"moved.example.com"_qs;
    fresh.port = 3399;
    fresh.notes = u"not in this format"_qs;
    const ImportPlan plan = imported(document, sourceOf({fresh}));
    QCOMPARE(plan.rows.first().action, Action::Change);
    QCOMPARE(plan.rows.first().fields, (QStringList{u"host"_qs, u"port"_qs}));
    QVERIFY(plan.rows.first().reason.contains(u"host, port"_qs));
    const Profile &now = document.profiles.first();
    QCOMPARE(now.host, u"moved.example.com"_qs);
    QCOMPARE(now.port, std::uint16_t(3399));
    QCOMPARE(now.notes, u"mine"_qs);
    QCOMPARE(now.identity.principal, u"alice@R"_qs);
    QCOMPARE(now.authentication, Authentication::KeychainPassword); // a password as well
    QVERIFY(now.favourite);
}

void ImporterTest::whoRenamedAProfileFindsItThere()
{
    ProfileDocument document;
    imported(document, sourceOf({named(u"Group/a"_qs)}));
    document.profiles.first().name = u"my name"_qs;
    document.profiles.first().folder = {u"My"_qs, u"place"_qs};
    Profile fresh = named(u"Group/a"_qs);
    fresh.port = 3399;
    imported(document, sourceOf({fresh}));
    QCOMPARE(paths(document), QStringList{u"My/place/my name"_qs});
    QCOMPARE(document.profiles.first().port, std::uint16_t(3399));
}

void ImporterTest::noOtherProfileIsTouched()
{
    GeneratedProfiles generated(3);
    ProfileDocument document;
    for (int count = 0; count < 50; ++count)
        document.profiles.append(generated.profile());
    const QList<Profile> before = document.profiles;
    imported(document, sourcesOf(fixture("dbeaver-data-sources.json")), {{}, everything});
    QCOMPARE(document.profiles.size(), 53);
    QCOMPARE(document.profiles.first(50), before);
}

void ImporterTest::onlyChosenRowsAreDone()
{
    ProfileDocument document;
    const ImportPlan plan =
        planImport(document, sourceOf({named(u"a"_qs), named(u"b"_qs), named(u"c"_qs)}), {});
    QVERIFY(applyImport(document, plan, {1}));
    QCOMPARE(paths(document), QStringList{u"b"_qs});
    QVERIFY(applyImport(document, plan, effectiveRows(plan))); // the second was not made twice
    QCOMPARE(paths(document), (QStringList{u"b"_qs, u"a"_qs, u"c"_qs}));
    document.profiles[1].name = u"c"_qs; // in the meantime
    document.profiles.removeLast();
    QVERIFY(applyImport(document, plan, {2}));
    QCOMPARE(paths(document), (QStringList{u"b"_qs, u"c"_qs, u"c (2)"_qs}));
}

void ImporterTest::takenPathsGetANumber()
{
    ProfileDocument document;
    Profile mine = named(u"Group/a"_qs);
    mine.id = QUuid::createUuid();
    mine.origin.clear();
    document.profiles = {mine};
    Profile second = named(u"Group/a"_qs);
    second.id = QUuid::createUuid();
    const ImportPlan plan = imported(document, sourceOf({named(u"Group/a"_qs), second}));
    QCOMPARE(paths(document), (QStringList{u"Group/a"_qs, u"Group/a (2)"_qs, u"Group/a (3)"_qs}));
    QVERIFY(plan.rows.first().reason.contains(u"another profile “Group/a”"_qs));
    FreePaths free;
    const QStringList longest{QString(maxName, u'x')};
    QCOMPARE(free.next(longest), longest);
    QCOMPARE(free.next(longest).first().size(), maxName);
}

void ImporterTest::impossibleNamesAreTidied()
{
    QCOMPARE(tidyName(u"two\nlines"_qs), u"two lines"_qs);
    QCOMPARE(tidyName(u"  kept  inside  "_qs), u"kept  inside"_qs);
    QCOMPARE(tidyName(u"\u202eturned"_qs), u"turned"_qs);
    QCOMPARE(tidyName(u"\a\r\n"_qs), QString());
    QCOMPARE(tidyName(QString(10'000, u'x')).size(), maxName);
    ProfileDocument document;
    Profile hostile = named(u"x"_qs);
    hostile.name = u"a\nb"_qs;
    hostile.folder = {u"\a"_qs, u"f\tg"_qs};
    Profile nameless = named(u"y"_qs);
    nameless.name = u" \n "_qs;
    const ImportPlan plan = imported(document, sourceOf({hostile, nameless}));
    QCOMPARE(paths(document), (QStringList{u"f g/a b"_qs, u"db1.example.com"_qs}));
    QVERIFY(plan.rows.first().reason.contains(u"has been changed"_qs));
}

void ImporterTest::hostileNamesAreAlwaysSavable()
{
    GeneratedProfiles generated(5);
    QList<Profile> hostile;
    for (int count = 0; count < 500; ++count) {
        Profile profile = generated.profile();
        profile.name = generated.hostileText();
        for (int depth = generated.below(100); depth > 0; --depth)
            profile.folder.append(generated.hostileText());
        profile.account = generated.hostileText();
        profile.tags.append(generated.hostileText());
        profile.identity.principal = generated.hostileText();
        profile.tlsFiles.key = generated.hostileText();
        profile.origin = generated.hostileText();
        hostile.append(profile);
    }
    ProfileDocument document;
    const ImportPlan plan = imported(document, sourceOf(hostile), {{u"Into"_qs}, everything});
    QCOMPARE(plan.count(Action::Create), 500);
    QSet<QString> seen;
    for (const Profile &profile : document.profiles) {
        QVERIFY(validate(profile).isEmpty());
        QVERIFY(!seen.contains(profile.path()));
        seen.insert(profile.path());
    }
    const auto again = readProfiles(writeProfiles(document), QString());
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE(again->profiles.size(), document.profiles.size());
}

void ImporterTest::impossibleValuesAreCorrected()
{
    Profile profile = named(u"a"_qs);
    profile.tlsFiles = {u"C:\\ca.pem"_qs, u"/cert.pem"_qs, QString()};
    profile.identity = {QString(), u"/some.keytab"_qs, CachePolicy::ByPrincipal};
    profile.colour = u"red"_qs;
    profile.account = u"spaced "_qs;
    profile.host = u"[::1]"_qs;
    Profile hostless = named(u"b"_qs);
    hostless.host = u"not a host"_qs;
    ProfileDocument document;
    const ImportPlan plan = imported(document, sourceOf({profile, hostless}), {{}, everything});
    QCOMPARE(document.profiles.size(), 1);
    const Profile &now = document.profiles.first();
    QCOMPARE(now.tlsFiles, TlsFiles());
    QCOMPARE(now.identity, Identity());
    QCOMPARE(now.colour, QString());
    QCOMPARE(now.account, u"spaced"_qs);
    QCOMPARE(now.host, u"::1"_qs);
    QVERIFY(plan.rows.first().reason.contains(u"whole path of the CA file"_qs));
    QCOMPARE(plan.rows.at(1).action, Action::Skip);
    QVERIFY(plan.rows.at(1).reason.contains(u"host name"_qs));
}

void ImporterTest::whatIsTooMuchForTheFileIsLeftOut()
{
    Profile profile = named(u"a"_qs);
    profile.notes = QString(2'000'000, u'n');
    QJsonObject deep;
    for (int depth = 0; depth < 40; ++depth)
        deep = {{u"x"_qs, deep}};
    profile.foreign = {{u"workbench"_qs, deep}};
    profile.schema = u"kept"_qs;
    ProfileDocument document;
    const ImportPlan plan = imported(document, sourceOf({profile, named(u"b"_qs)}));
    QCOMPARE(plan.count(Action::Create), 2);
    QVERIFY(plan.rows.first().reason.contains(u"“notes” cannot be saved"_qs));
    QVERIFY(readProfiles(writeProfiles(document), QString()));
    QCOMPARE(document.profiles.first().schema, u"kept"_qs);
}

void ImporterTest::riskyThingsNeedConsent_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("risk");
    QTest::newRow("verify the chain only") << u"tls"_qs << int(Risk::WeakerTls);
    QTest::newRow("older TLS") << u"minimumTls"_qs << int(Risk::WeakerTls);
    QTest::newRow("statements") << u"statements"_qs << int(Risk::Statements);
    QTest::newRow("variables") << u"variables"_qs << int(Risk::Variables);
    QTest::newRow("krb5.conf") << u"kerberosConfig"_qs << int(Risk::KerberosConfig);
    QTest::newRow("keytab") << u"keytab"_qs << int(Risk::Keytab);
    QTest::newRow("another pinned server") << u"spn"_qs << int(Risk::PinnedSpn);
}

void ImporterTest::riskyThingsNeedConsent()
{
    QFETCH(QString, key);
    QFETCH(int, risk);
    const ProfileField &field = *profileField(key.toStdString());
    Profile calm = named(u"a"_qs);
    calm.minimumTls = TlsVersion::Tls13;
    calm.identity.principal = u"alice@R"_qs;
    calm.pinnedSpn = u"mysql/db1@R"_qs;
    Profile risky = calm;
    risky.tls = TlsPolicy::VerifyCa;
    risky.minimumTls = TlsVersion::Tls12;
    risky.session.statements = {u"SET GLOBAL x = 1"_qs};
    risky.session.variables = {{u"sql_mode"_qs, u"ANSI"_qs}};
    risky.kerberosConfig = u"/tmp/krb5.conf"_qs;
    risky.identity.keytab = u"/tmp/other.keytab"_qs;
    risky.pinnedSpn = u"mysql/evil@R"_qs;
    for (const bool withConsent : {false, true}) {
        ProfileDocument document;
        document.profiles = {calm};
        const ImportOptions options{{},
                                    withConsent ? ImportConsent(static_cast<Risk>(risk)) : ImportConsent()};
        const ImportPlan plan = imported(document, sourceOf({risky}, latchkeyFile), options);
        QCOMPARE(field.same(document.profiles.first(), calm), !withConsent);
        const auto &leftOut = plan.rows.first().leftOut;
        const bool isTold = std::any_of(leftOut.begin(), leftOut.end(), [risk](const LeftOut &thing) {
            return int(thing.risk) == risk && !thing.message.isEmpty();
        });
        QCOMPARE(isTold, !withConsent);
    }
}

void ImporterTest::consentThatWasGivenOnceStays()
{
    Profile risky = named(u"a"_qs);
    risky.tls = TlsPolicy::Off;
    risky.session.statements = {u"SET @a = 1"_qs};
    ProfileDocument document;
    imported(document, sourceOf({risky}, latchkeyFile), {{}, everything});
    QCOMPARE(document.profiles.first().tls, TlsPolicy::Off);
    const ImportPlan again = imported(document, sourceOf({risky}, latchkeyFile));
    QCOMPARE(again.rows.first().action, Action::Unchanged);
    QVERIFY(again.rows.first().leftOut.isEmpty());
}

void ImporterTest::aStricterTlsNeedsNoConsent()
{
    ProfileDocument document;
    document.profiles = {named(u"a"_qs)};
    document.profiles.first().tls = TlsPolicy::Off;
    imported(document, sourceOf({named(u"a"_qs)}));
    QCOMPARE(document.profiles.first().tls, TlsPolicy::VerifyIdentity);
}

void ImporterTest::newProfilesInheritFromTheFolderTheyComeInto()
{
    ProfileDocument document;
    document.folders = {folderOf(u"Team"_qs)};
    document.folders.first().settings.identity.principal = u"alice@R"_qs;
    document.folders.first().settings.port = 3310;
    Profile profile = named(u"a"_qs);
    profile.account = u"bob"_qs;
    imported(document, sourceOf({profile}), {{u"Team"_qs}, {}});
    const Profile &now = document.profiles.first();
    QCOMPARE(now.path(), u"Team/a"_qs);
    QCOMPARE(now.identity.principal, u"alice@R"_qs);
    QCOMPARE(now.port, std::uint16_t(3310));
    QCOMPARE(now.account, u"bob"_qs);
}

void ImporterTest::foldersThatAreThereStayAsTheyAre()
{
    ProfileDocument document;
    document.folders = {folderOf(u"Known"_qs)};
    document.profiles = {named(u"Occupied/mine"_qs)};
    const ProfileDocument before = document;
    Folder known = folderOf(u"Known"_qs);
    known.settings.tls = TlsPolicy::Off;
    Folder occupied = folderOf(u"Occupied"_qs);
    occupied.settings.port = 3399;
    Folder fresh = folderOf(u"Fresh"_qs);
    fresh.settings.port = 3398;
    fresh.settings.tls = TlsPolicy::Off;
    const QList<Source> sources{{&latchkeyFile, {{}, {known, occupied, fresh}, {}, 0}}};
    const ImportPlan plan = imported(document, sources);
    QCOMPARE(plan.count(Action::Skip), 2);
    QCOMPARE(document.profiles, before.profiles);
    QCOMPARE(document.folders.size(), 2);
    QCOMPARE(document.folders.first(), before.folders.first());
    QCOMPARE(document.folders.last().settings.port, std::uint16_t(3398));
    QCOMPARE(document.folders.last().settings.tls, TlsPolicy::VerifyIdentity);
}

void ImporterTest::whatAFolderHandsDownThatIsNotTakenItsProfilesHave()
{
    ProfileDocument document;
    document.profiles = {named(u"Team/mine"_qs)};
    const ImportPlan plan = imported(document, teamFile());
    QCOMPARE(plan.rows.first().action, Action::Skip);
    QCOMPARE(document.folders.size(), 1);
    QCOMPARE(document.folders.first().fullPath(), QStringList({u"Team"_qs, u"inner"_qs}));
    QCOMPARE(document.profiles.size(), 3);
    QVERIFY(!document.profiles.first().readOnly);
    QVERIFY(document.folders.first().settings.readOnly);
    for (const Profile &profile : {document.profiles.at(1), document.profiles.at(2)}) {
        QVERIFY(profile.readOnly);
        QCOMPARE(profile.port, std::uint16_t(3310));
        QCOMPARE(profile.identity.principal, u"alice@R"_qs);
    }
}

void ImporterTest::importingAgainKeepsWhatTheFolderWouldHaveHandedDown()
{
    ProfileDocument document;
    document.profiles = {named(u"Team/mine"_qs)};
    imported(document, teamFile());
    const ProfileDocument before = document;
    const ImportPlan again = imported(document, teamFile());
    QCOMPARE(again.count(Action::Change), 0);
    QCOMPARE(document, before);
}

void ImporterTest::aNewProfileOfAFolderThatWasMovedKeepsWhatItInherited()
{
    ProfileDocument document;
    const QList<Source> sources = teamFile();
    document.folders = {sources.first().content.folders.first()};
    document.folders.first().settings.name = u"Elsewhere"_qs;
    imported(document, sources);
    QCOMPARE(document.profiles.first().path(), u"Elsewhere/a"_qs);
    QVERIFY(document.profiles.first().readOnly);
    QCOMPARE(document.profiles.first().port, std::uint16_t(3310));
}

void ImporterTest::whatIsToldOfAFolderIsRefreshed()
{
    const auto told = [](const char *status) {
        return QJsonObject{{u"aws"_qs, QJsonObject{{u"Status"_qs, QLatin1String(status)}}}};
    };
    ProfileDocument document;
    document.folders = {folderOf(u"orders"_qs)};
    document.folders.first().settings.foreign = told("enabling-kerberos");
    Folder incoming = document.folders.first();
    incoming.settings.foreign = told("kerberos-enabled");
    incoming.settings.port = 3399;
    const QList<Source> sources{{codecNamed("aws"), {{}, {incoming}, {}, 0}}};
    ImportPlan plan = imported(document, sources);
    QCOMPARE(plan.count(Action::Change), 1);
    QCOMPARE(document.folders.size(), 1);
    QCOMPARE(document.folders.first().settings.foreign, told("kerberos-enabled"));
    QCOMPARE(document.folders.first().settings.port, std::uint16_t(3306)); // it is inherited
    plan = imported(document, sources);
    QCOMPARE(plan.count(Action::Change), 0);
}

void ImporterTest::whatAFileLeavesUnsaidStays()
{
    const QByteArray text = "[client-orders]\nhost = db1.example.com\nuser = alice\n";
    const QList<Source> sources = sourcesOf(text);
    ProfileDocument document;
    imported(document, sources);
    QCOMPARE(document.profiles.size(), 1);
    Profile &mine = document.profiles.first();
    mine.port = 3310;
    mine.authentication = Authentication::Kerberos;
    mine.tls = TlsPolicy::VerifyCa;
    mine.timeouts.connect = 3s;
    mine.session.statements = {u"SET @a = 1"_qs};
    mine.schema = u"shop"_qs;
    mine.account = u"bob"_qs;
    const Profile before = mine;
    const ImportPlan plan = imported(document, sources);
    QCOMPARE(plan.rows.first().fields, QStringList{u"account"_qs}); // that is said
    Profile now = document.profiles.first();
    QCOMPARE(now.account, u"alice"_qs);
    now.account = before.account;
    QCOMPARE(now, before);
    imported(document, sourcesOf(text + "port = many\nconnect-timeout = soon\n"));
    now = document.profiles.first();
    QCOMPARE(now.port, before.port); // what is not understood says nothing
    QCOMPARE(now.timeouts, before.timeouts);
}

void ImporterTest::whatAFileLeavesUnsaidIsInherited()
{
    ProfileDocument document;
    document.folders = {folderOf(u"Lab"_qs)};
    Profile &lab = document.folders.first().settings;
    lab.port = 3310;
    lab.authentication = Authentication::Gssapi;
    lab.account = u"lab"_qs;
    const QByteArray text = "mysql://db1.example.com/shop\nmysql://carol@db2.example.com:3306/shop\n";
    imported(document, sourcesOf(text), {{u"Lab"_qs}, {}});
    QCOMPARE(document.profiles.size(), 2);
    QCOMPARE(document.profiles.first().port, std::uint16_t(3310));
    QCOMPARE(document.profiles.first().account, u"lab"_qs);
    QCOMPARE(document.profiles.first().authentication, Authentication::Gssapi);
    QCOMPARE(document.profiles.last().port, std::uint16_t(3306)); // that is said, though it is the default
    QCOMPARE(document.profiles.last().account, u"carol"_qs);
}

void ImporterTest::foldersOfOneNameInTwoPlacesStayApart()
{
    const auto clusters = [](const char *region) {
        const QByteArray text = R"({"DBClusters": [{"DBClusterIdentifier": "orders", "Engine": "aurora-mysql",
            "Endpoint": "orders.cluster-x.REGION.rds.amazonaws.com", "Port": 3306, "EngineVersion": "REGION",
            "DomainMemberships": []}]})";
        return sourcesOf(QByteArray(text).replace("REGION", region));
    };
    ProfileDocument document;
    imported(document, clusters("eu-west-1"));
    ImportPlan plan = imported(document, clusters("us-east-1"));
    QVERIFY2(plan.rows.first().reason.contains(u"another folder “orders”"_qs),
             qPrintable(plan.rows.first().reason));
    QCOMPARE(paths(document), (QStringList{u"orders/writer"_qs, u"orders (2)/writer"_qs}));
    QCOMPARE(document.folders.size(), 2);
    const auto versionOf = [&document](qsizetype at) {
        return document.folders.at(at)
            .settings.foreign.value(u"aws")
            .toObject()
            .value(u"EngineVersion")
            .toString();
    };
    QCOMPARE(versionOf(0), u"eu-west-1"_qs);
    QCOMPARE(versionOf(1), u"us-east-1"_qs);
    const ProfileDocument before = document;
    plan = imported(document, clusters("us-east-1"));
    QCOMPARE(plan.count(Action::Create) + plan.count(Action::Change), 0);
    QCOMPARE(document, before);
    // The same name in two places of one file.
    const QByteArray text = R"({"folders": {"A/x": {"description": "one"}, "B/x": {"description": "two"}},
        "connections": {"1": {"provider": "mysql", "name": "p", "folder": "A/x", "configuration": {"host": "h"}},
                        "2": {"provider": "mysql", "name": "p", "folder": "B/x", "configuration": {"host": "h"}}}})";
    ProfileDocument other;
    imported(other, sourcesOf(text));
    QCOMPARE(paths(other), (QStringList{u"A/x/p"_qs, u"B/x/p"_qs}));
    QCOMPARE(other.folders.size(), 2);
    QCOMPARE(other.folders.first().settings.notes, u"one"_qs);
}

void ImporterTest::aFolderThatTheUserMadeKeepsItsSettings()
{
    ProfileDocument document;
    document.folders = {folderOf(u"orders"_qs)};
    Profile &mine = document.folders.first().settings;
    mine.id = QUuid::createUuid();
    mine.origin.clear();
    mine.notes = u"mine"_qs;
    mine.identity.principal = u"alice@R"_qs;
    mine.port = 3310;
    const Folder before = document.folders.first();
    const QByteArray text = R"({"DBClusters": [{"DBClusterIdentifier": "orders", "Engine": "aurora-mysql",
        "Endpoint": "orders.cluster-x.eu-west-1.rds.amazonaws.com", "Port": 3306, "DomainMemberships": []}]})";
    imported(document, sourcesOf(text));
    QCOMPARE(document.folders.size(), 1);
    Folder now = document.folders.first();
    QVERIFY(now.settings.foreign.contains(u"aws"));
    now.settings.foreign = before.settings.foreign;
    QCOMPARE(now, before);
    QCOMPARE(paths(document), QStringList{u"orders/writer"_qs});
    QCOMPARE(document.profiles.first().identity.principal, u"alice@R"_qs);
    QCOMPARE(document.profiles.first().port, std::uint16_t(3306)); // as AWS says, though it be the default
}

void ImporterTest::aFolderWeakensNothingWithoutConsent_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : {"tls", "statements", "variables", "kerberosConfig", "keytab"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void ImporterTest::aFolderWeakensNothingWithoutConsent()
{
    QFETCH(QString, key);
    const ProfileField &field = *profileField(key.toStdString());
    Folder team = folderOf(u"Team"_qs);
    Profile inside = named(u"Team/a"_qs);
    for (Profile *settings : {&team.settings, &inside}) {
        settings->identity.principal = u"alice@R"_qs;
        settings->tls = TlsPolicy::Off;
        settings->session.statements = {u"SET GLOBAL x = 1"_qs};
        settings->session.variables = {{u"sql_mode"_qs, u"ANSI"_qs}};
        settings->kerberosConfig = u"/tmp/krb5.conf"_qs;
        settings->identity.keytab = u"/tmp/other.keytab"_qs;
    }
    const QList<Source> risky{{&latchkeyFile, {{inside}, {team}, {}, 0}}};
    for (const bool withConsent : {false, true}) {
        const ImportOptions options{{}, withConsent ? everything : ImportConsent()};
        ProfileDocument fresh;
        const ImportPlan plan = imported(fresh, risky, options);
        QCOMPARE(plan.rows.first().leftOut.isEmpty(), withConsent);
        QCOMPARE(field.same(fresh.folders.first().settings, team.settings), withConsent);
        QCOMPARE(field.same(fresh.profiles.first(), inside), withConsent);
        ProfileDocument known; // both are there, and calm
        known.folders = {folderOf(u"Team"_qs)};
        known.profiles = {named(u"Team/a"_qs)};
        known.folders.first().settings.identity.principal = u"alice@R"_qs;
        known.profiles.first().identity.principal = u"alice@R"_qs;
        const ProfileDocument before = known;
        imported(known, risky, options);
        QCOMPARE(known.folders, before.folders);
        QVERIFY(field.same(known.profiles.first(), before.profiles.first())); // it inherits
    }
}

void ImporterTest::theOwnFormatIsExact()
{
    GeneratedProfiles generated(19);
    ProfileDocument document;
    Folder outer = folderOf(u"Team"_qs);
    outer.settings.port = 3310;
    outer.settings.identity.principal = u"alice@R"_qs;
    Folder inner = folderOf(u"Team/orders"_qs);
    inner.kind = FolderKind::Cluster;
    inner.settings.port = 3311;
    document.folders = {outer, inner};
    for (int count = 0; count < 300; ++count) {
        Profile profile = generated.profile();
        if (generated.chance())
            profile.folder = {u"Team"_qs, u"orders"_qs};
        profile.favourite = generated.chance();
        profile.foreign = {{u"heidisql"_qs, QJsonObject{{u"x"_qs, generated.text(3)}}}};
        profile.unknown = {{u"future"_qs, generated.text(3)}};
        document.profiles.append(profile);
    }
    const auto exported = exportProfiles(document, {}, latchkeyFile);
    QVERIFY(exported && exported->remarks.isEmpty());
    ProfileDocument elsewhere;
    imported(elsewhere, sourcesOf(exported->bytes), {{}, everything});
    QCOMPARE(elsewhere.folders, document.folders);
    QCOMPARE(elsewhere.profiles, document.profiles);
    const ImportPlan again = imported(elsewhere, sourcesOf(exported->bytes));
    QCOMPARE(again.count(Action::Unchanged), again.rows.size());
}

void ImporterTest::everyFieldIsHeldByTheOwnFormat()
{
    for (const ProfileField &field : profileFields()) {
        const bool isElsewhere =
            field.key == "id" || field.key == "name" || field.key == "folder" || field.key == "host";
        const auto held = latchkeyFile.held;
        QCOMPARE(std::find(held.begin(), held.end(), field.key) != held.end(), !isElsewhere);
    }
    for (const Codec *codec : codecs()) {
        for (const std::string_view key : codec->held)
            QVERIFY2(profileField(key), key.data());
    }
}

void ImporterTest::whatLatchkeyWroteForAnotherToolIsKnownAgain()
{
    ProfileDocument document;
    Profile mine = named(u"a"_qs);
    mine.id = QUuid::createUuid();
    mine.origin.clear();
    document.profiles = {mine};
    for (const Codec *codec : {&workbench, &dbeaver}) {
        const auto exported = exportProfiles(document, {}, *codec);
        const ImportPlan plan = planImport(document, sourcesOf(exported->bytes), {});
        QCOMPARE(plan.rows.size(), 1);
        QVERIFY(plan.rows.first().action != Action::Create);
        QCOMPARE(plan.rows.first().profile.id, mine.id);
    }
}

void ImporterTest::anExportTellsWhatIsLost()
{
    ProfileDocument document;
    Profile profile = named(u"a"_qs);
    profile.identity.principal = u"alice@R"_qs;
    profile.notes = u"note"_qs;
    document.profiles = {profile, named(u"b"_qs)};
    const auto exported = exportProfiles(document, {}, workbench);
    QVERIFY(exported);
    QCOMPARE(exported->remarks.size(), 1);
    QVERIFY(exported->remarks.first().message.contains(u"MySQL Workbench cannot hold: principal, notes"_qs));
    document.folders = {folderOf(u"F"_qs)};
    document.folders.first().settings.notes = u"of the team"_qs;
    document.folders.first().settings.tags = {u"eu"_qs};
    const auto lost = [&document](const Codec &codec) {
        const QList<Remark> remarks = exportProfiles(document, {}, codec)->remarks;
        const auto found = std::find_if(remarks.begin(), remarks.end(), [](const Remark &remark) {
            return remark.place.contains(u"folder “F”"_qs);
        });
        return found == remarks.end() ? QString() : found->message;
    };
    QVERIFY2(lost(workbench).endsWith(u"cannot hold: notes, tags."_qs), qPrintable(lost(workbench)));
    QVERIFY2(lost(dbeaver).endsWith(u"cannot hold: tags."_qs), qPrintable(lost(dbeaver)));
    QCOMPARE(lost(latchkeyFile), QString());
    const Codec readOnly{"x", "X", {}, workbench.recognises, workbench.read, nullptr};
    QVERIFY(!exportProfiles(document, {}, readOnly));
}

void ImporterTest::aSelectionIsExportedWithItsFolders()
{
    ProfileDocument document;
    document.folders = {folderOf(u"A"_qs), folderOf(u"B"_qs)};
    document.profiles = {named(u"A/sub/one"_qs), named(u"B/two"_qs)};
    const auto exported = exportProfiles(document, {document.profiles.first().id}, latchkeyFile);
    QVERIFY(exported);
    const auto again = readProfiles(exported->bytes, QString());
    QCOMPARE(paths(*again), QStringList{u"A/sub/one"_qs});
    QCOMPARE(again->folders, QList<Folder>{document.folders.first()});
}

void ImporterTest::theStoreTakesAPlanAsOneEdit()
{
    QTemporaryDir place;
    ProfileStore store(place.filePath(u"profiles.json"_qs));
    QVERIFY(store.load());
    const ImportPlan plan = planImport(store.document(), sourcesOf(fixture("workbench-connections.xml")), {});
    const auto saved = store
                           .editDocument([&plan](ProfileDocument &document) {
                               return applyImport(document, plan, effectiveRows(plan));
                           })
                           .result();
    QVERIFY(saved);
    QTRY_COMPARE(store.profiles().size(), 5);
    const auto refused = store
                             .editDocument([](ProfileDocument &document) -> Result<> {
                                 document = {};
                                 return Error{Error::Code::InvalidInput, u"no"_qs, QString(), 0};
                             })
                             .result();
    QCOMPARE(refused.error().message, u"no"_qs);
    QCOMPARE(ProfileFile(store.file()).read()->document.profiles.size(), 5);
}

void ImporterTest::tenThousandProfilesArePlannedQuickly()
{
    GeneratedProfiles generated(23);
    ProfileDocument document;
    QList<Profile> fresh;
    for (int count = 0; count < 10'000; ++count) {
        fresh.append(generated.profile());
        fresh.last().name = u"the same"_qs;
        fresh.last().folder.clear();
    }
    const Effort effort;
    imported(document, sourceOf(fresh, latchkeyFile));
    const int first = effort.milliseconds();
    imported(document, sourceOf(fresh, latchkeyFile));
    const int both = effort.milliseconds();
    qInfo("new %d ms, again %d ms", first, both - first);
    QCOMPARE(document.profiles.size(), 10'000);
    QVERIFY2(both < 2000 * slowness, qPrintable(QString::number(both)));
}

void ImporterTest::unknownFormatsAreToldApart()
{
    QVERIFY(!readConnections("hello", QString(), nullptr));
    QVERIFY(!readConnections({}, QString(), nullptr));
    QVERIFY(!readConnections(QByteArray(maxFile + 1, ' '), QString(), nullptr));
    QVERIFY(!readConnections("hello", QString(), &workbench));
    QCOMPARE(codecNamed("dbeaver"), &dbeaver);
    QCOMPARE(codecNamed("nonsense"), nullptr);
}

QTEST_GUILESS_MAIN(ImporterTest)
#include "importertest.moc"
