// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/folderedit.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilejson.h"
#include "core/profile/profileorder.h"
#include "tests/support/profilevalues.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace {

Folder folderNamed(const QString &path, std::uint16_t port = 3306)
{
    Folder folder;
    folder.settings = named(path);
    folder.settings.host.clear();
    folder.settings.port = port;
    return folder;
}

/// Folder F (port 3310) with folder F/G (inherits) in it, and a profile in each, besides one at the root.
ProfileDocument nested()
{
    ProfileDocument document;
    for (const Folder &folder : {folderNamed(u"F"_qs, 3310), folderNamed(u"F/G"_qs, 3310)})
        document.folders.append(folder);
    for (const QString &path : {u"F/a"_qs, u"F/G/b"_qs, u"c"_qs}) {
        Profile profile = named(path);
        profile.port = profile.folder.isEmpty() ? 3306 : 3310;
        document.profiles.append(profile);
    }
    return document;
}

Profile *byName(ProfileDocument &document, const QString &name)
{
    const auto found = std::find_if(document.profiles.begin(), document.profiles.end(),
                                    [&name](const Profile &profile) { return profile.name == name; });
    return found == document.profiles.end() ? nullptr : &*found;
}

std::uint16_t portOf(ProfileDocument &document, const QString &name)
{
    return byName(document, name)->port;
}

} // namespace

class FolderEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewSettingReachesAllThatInherits();
    void whatSaysItsOwnKeepsIt();
    void aFolderThatBeginsToSaySomethingHandsItDown();
    void aRenamedFolderTakesItsContentAlong();
    void aMovedFolderInheritsAnew();
    void aMovedFolderInheritsFromOneThatComesLaterOrLiesDeeper_data();
    void aMovedFolderInheritsFromOneThatComesLaterOrLiesDeeper();
    void aFolderThatSaysNothingCanBeMoved();
    void aFolderInAFolderIsNotMistakenForOneOfSimilarName();
    void aMovedProfileInheritsAnew();
    void whatIsSaidWhileMovingIsNotInherited();
    void aNewProfileHasWhatItsFolderSays();
    void removingTakesEverythingInIt();
    void refusalsChangeNothing_data();
    void refusalsChangeNothing();
    void inheritedSettingsAreNotInTheFile();
    void aClusterStaysACluster();
};

void FolderEditTest::aNewSettingReachesAllThatInherits()
{
    ProfileDocument document = nested();
    Folder folder = document.folders.first();
    folder.settings.port = 3320;
    folder.settings.schema = u"shop"_qs;
    const auto put = folderedit::put(document, folder);
    QVERIFY(put);
    QCOMPARE(put->settings.port, 3320);
    QCOMPARE(document.folders.size(), 2);
    QCOMPARE(FolderIndex(document.folders).find({u"F"_qs, u"G"_qs})->settings.port, 3320);
    QCOMPARE(portOf(document, u"a"_qs), 3320);
    QCOMPARE(portOf(document, u"b"_qs), 3320);
    QCOMPARE(byName(document, u"b"_qs)->schema, u"shop"_qs);
    QCOMPARE(portOf(document, u"c"_qs), 3306);
}

void FolderEditTest::whatSaysItsOwnKeepsIt()
{
    ProfileDocument document = nested();
    byName(document, u"b"_qs)->port = 4000;
    byName(document, u"a"_qs)->schema = u"own"_qs;
    Folder folder = document.folders.first();
    folder.settings.port = 3320;
    folder.settings.schema = u"shop"_qs;
    folder.settings.notes = u"not handed down"_qs;
    QVERIFY(folderedit::put(document, folder));
    QCOMPARE(portOf(document, u"b"_qs), 4000);
    QCOMPARE(byName(document, u"a"_qs)->schema, u"own"_qs);
    QCOMPARE(byName(document, u"a"_qs)->notes, QString());
}

void FolderEditTest::aFolderThatBeginsToSaySomethingHandsItDown()
{
    ProfileDocument document;
    document.profiles = {named(u"F/a"_qs), named(u"F/G/b"_qs)};
    QVERIFY(folderedit::put(document, folderNamed(u"F"_qs, 3310)));
    QCOMPARE(portOf(document, u"a"_qs), 3310);
    QCOMPARE(portOf(document, u"b"_qs), 3310);
    QCOMPARE(document.folders.size(), 1);
}

void FolderEditTest::aRenamedFolderTakesItsContentAlong()
{
    ProfileDocument document = nested();
    Folder folder = document.folders.first();
    folder.settings.name = u" H "_qs;
    QVERIFY(folderedit::put(document, folder));
    QCOMPARE(byName(document, u"a"_qs)->path(), u"H/a"_qs);
    QCOMPARE(byName(document, u"b"_qs)->path(), u"H/G/b"_qs);
    QVERIFY(FolderIndex(document.folders).find({u"H"_qs, u"G"_qs}));
    QCOMPARE(portOf(document, u"b"_qs), 3310);
}

void FolderEditTest::aMovedFolderInheritsAnew()
{
    ProfileDocument document = nested();
    byName(document, u"b"_qs)->port = 3310;
    QVERIFY(folderedit::move(document, {u"F"_qs, u"G"_qs}, {u"G"_qs}));
    QCOMPARE(byName(document, u"b"_qs)->path(), u"G/b"_qs);
    QCOMPARE(portOf(document, u"b"_qs), 3306);
    QCOMPARE(FolderIndex(document.folders).find({u"G"_qs})->settings.port, 3306);
    QVERIFY(folderedit::move(document, {u"G"_qs}, {u"F"_qs, u"deep"_qs, u"G"_qs}));
    QCOMPARE(byName(document, u"b"_qs)->path(), u"F/deep/G/b"_qs);
    QCOMPARE(portOf(document, u"b"_qs), 3310);
}

void FolderEditTest::aMovedFolderInheritsFromOneThatComesLaterOrLiesDeeper_data()
{
    QTest::addColumn<FolderKind>("kind");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("a folder, later") << FolderKind::Folder << u"A"_qs << u"Z/A"_qs;
    QTest::newRow("a folder, deeper") << FolderKind::Folder << u"A"_qs << u"Z/Y/X/A"_qs;
    QTest::newRow("a cluster, later") << FolderKind::Cluster << u"P/A"_qs << u"Z/Y/A"_qs;
    QTest::newRow("a cluster, deeper") << FolderKind::Cluster << u"P/A"_qs << u"Z/Y/X/A"_qs;
}

void FolderEditTest::aMovedFolderInheritsFromOneThatComesLaterOrLiesDeeper()
{
    QFETCH(FolderKind, kind);
    QFETCH(QString, from);
    QFETCH(QString, to);
    ProfileDocument document;
    document.folders = {folderNamed(from), folderNamed(u"Z"_qs, 3320), folderNamed(u"Z/Y"_qs, 3320),
                        folderNamed(u"Z/Y/X"_qs, 3320)};
    document.folders.first().kind = kind;
    for (qsizetype at = 1; at < document.folders.size(); ++at) {
        document.folders[at].settings.readOnly = true;
        document.folders[at].settings.identity.principal = u"alice@EXAMPLE.COM"_qs;
    }
    document.profiles = {named(from + u"/a"_qs)};
    QVERIFY(folderedit::move(document, splitPath(from), splitPath(to)));
    const FolderIndex index(document.folders);
    const Folder *moved = index.find(splitPath(to));
    QVERIFY(moved);
    QCOMPARE(moved->kind, kind);
    for (const Profile &settings : {moved->settings, document.profiles.first()}) {
        QCOMPARE(settings.port, 3320);
        QVERIFY(settings.readOnly);
        QCOMPARE(settings.identity.principal, u"alice@EXAMPLE.COM"_qs);
    }
}

void FolderEditTest::aFolderThatSaysNothingCanBeMoved()
{
    ProfileDocument document = nested();
    document.folders.clear();
    QVERIFY(folderedit::move(document, {u"F"_qs}, {u"X"_qs, u"F"_qs}));
    QCOMPARE(byName(document, u"b"_qs)->path(), u"X/F/G/b"_qs);
    QVERIFY(document.folders.isEmpty());
}

void FolderEditTest::aFolderInAFolderIsNotMistakenForOneOfSimilarName()
{
    ProfileDocument document;
    document.profiles = {named(u"F/a"_qs), named(u"Fx/b"_qs), named(u"X/F/c"_qs)};
    QVERIFY(folderedit::move(document, {u"F"_qs}, {u"G"_qs}));
    QCOMPARE(byName(document, u"a"_qs)->path(), u"G/a"_qs);
    QCOMPARE(byName(document, u"b"_qs)->path(), u"Fx/b"_qs);
    QCOMPARE(byName(document, u"c"_qs)->path(), u"X/F/c"_qs);
}

void FolderEditTest::aMovedProfileInheritsAnew()
{
    ProfileDocument document = nested();
    Profile moved = *byName(document, u"c"_qs);
    moved.folder = {u"F"_qs};
    QCOMPARE(profileedit::put(document, moved)->port, 3310);
    moved.folder.clear();
    moved.port = 4000; // of its own
    QCOMPARE(profileedit::put(document, moved)->port, 4000);
}

void FolderEditTest::whatIsSaidWhileMovingIsNotInherited()
{
    ProfileDocument document = nested();
    const auto moved = profileedit::change(document, byName(document, u"c"_qs)->id, [](Profile &profile) {
        profile.folder = {u"F"_qs};
        profile.port = 3306; // as where it comes from
    });
    QVERIFY(moved);
    QCOMPARE(moved->port, 3306);
    QCOMPARE(moved->path(), u"F/c"_qs);
}

void FolderEditTest::aNewProfileHasWhatItsFolderSays()
{
    const ProfileDocument document = nested();
    const Profile deep = profileedit::newProfile(document, {u"F"_qs, u"G"_qs, u"silent"_qs});
    QCOMPARE(deep.port, 3310);
    QCOMPARE(deep.folder.size(), 3);
    QVERIFY(!deep.id.isNull() && deep.name.isEmpty());
    QCOMPARE(profileedit::newProfile(document, {}).port, 3306);
}

void FolderEditTest::removingTakesEverythingInIt()
{
    ProfileDocument document = nested();
    QVERIFY(folderedit::remove(document, {u"F"_qs, u"G"_qs}));
    QVERIFY(!byName(document, u"b"_qs));
    QCOMPARE(document.folders.size(), 1);
    QVERIFY(folderedit::remove(document, {u"F"_qs}));
    QCOMPARE(document.profiles.size(), 1);
    QVERIFY(document.folders.isEmpty());
    QCOMPARE(folderedit::remove(document, {u"F"_qs}).error().code, Error::Code::NotFound);
}

void FolderEditTest::refusalsChangeNothing_data()
{
    using Edit = std::function<Result<>(ProfileDocument &)>;
    using Code = Error::Code;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<Code>("code");
    const auto move = [](const QStringList &from, const QStringList &to) {
        return Edit([from, to](ProfileDocument &document) { return folderedit::move(document, from, to); });
    };
    const auto put = [](const Folder &folder) {
        return Edit([folder](ProfileDocument &document) -> Result<> {
            const auto done = folderedit::put(document, folder);
            return done ? Result<>(Ok{}) : Result<>(done.error());
        });
    };
    QTest::newRow("into itself") << move({u"F"_qs}, {u"F"_qs, u"G"_qs, u"F"_qs}) << Code::InvalidInput;
    QTest::newRow("onto another") << move({u"F"_qs, u"G"_qs}, {u"F"_qs}) << Code::InvalidInput;
    QTest::newRow("no name") << move({u"F"_qs}, {}) << Code::InvalidInput;
    QTest::newRow("a blank name") << move({u"F"_qs}, {u" "_qs}) << Code::InvalidInput;
    QTest::newRow("what is not there") << move({u"X"_qs}, {u"Y"_qs}) << Code::NotFound;
    QTest::newRow("the root") << move({}, {u"Y"_qs}) << Code::NotFound;
    QTest::newRow("another of that path") << put(folderNamed(u"F"_qs)) << Code::InvalidInput;
    QTest::newRow("port 0") << put(folderNamed(u"H"_qs, 0)) << Code::InvalidInput;
}

void FolderEditTest::refusalsChangeNothing()
{
    using Edit = std::function<Result<>(ProfileDocument &)>;
    QFETCH(Edit, edit);
    QFETCH(Error::Code, code);
    ProfileDocument document = nested();
    const ProfileDocument before = document;
    const auto refused = edit(document);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QVERIFY(refused.error().message.endsWith(u'.'));
    QCOMPARE(document, before);
}

void FolderEditTest::inheritedSettingsAreNotInTheFile()
{
    ProfileDocument document = nested();
    sortByPath(document);
    const QByteArray text = writeProfiles(document);
    QCOMPARE(text.count("\"port\": 3310"), 1);
    QCOMPARE(*readProfiles(text, u"f"_qs), document);
    const QByteArray edited = QByteArray(text).replace("3310", "3399");
    auto read = readProfiles(edited, u"f"_qs);
    QVERIFY(read);
    QCOMPARE(portOf(*read, u"b"_qs), 3399);
}

void FolderEditTest::aClusterStaysACluster()
{
    ProfileDocument document = nested();
    document.folders[1].kind = FolderKind::Cluster;
    document.folders[1].settings.unknown = {{u"later"_qs, 1}};
    QVERIFY(folderedit::move(document, {u"F"_qs}, {u"H"_qs}));
    const auto read = readProfiles(writeProfiles(document), u"f"_qs);
    QVERIFY(read);
    const FolderIndex index(read->folders);
    const Folder *cluster = index.find({u"H"_qs, u"G"_qs});
    QVERIFY(cluster);
    QCOMPARE(cluster->kind, FolderKind::Cluster);
    QCOMPARE(cluster->settings.unknown.value(u"later").toInt(), 1);
}

QTEST_APPLESS_MAIN(FolderEditTest)
#include "folderedittest.moc"
