// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/chosen.h"
#include "core/profile/profileorder.h"
#include "tests/support/profilevalues.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace {

/// Folder A with a and A/B with b in it; x beside them.
ProfileDocument nested()
{
    ProfileDocument document;
    for (const QString &path : {u"A"_qs, u"A/B"_qs}) {
        document.folders.append({FolderKind::Folder, named(path)});
        document.folders.last().settings.host.clear();
    }
    document.folders.last().kind = FolderKind::Cluster;
    for (const QString &path : {u"A/a"_qs, u"A/B/b"_qs, u"x"_qs})
        document.profiles.append(named(path));
    return document;
}

QStringList pathsOf(const ProfileDocument &document)
{
    QStringList paths;
    for (const Profile &profile : document.profiles)
        paths.append(profile.path());
    paths.sort();
    return paths;
}

/// Folder A, folder A/B in it, profile A/B/b in that, and profile x.
Chosen overlapping(const ProfileDocument &document)
{
    return {{document.profiles.at(1).id, document.profiles.at(2).id},
            {QStringList{u"A"_qs, u"B"_qs}, QStringList{u"A"_qs}}};
}

} // namespace

class ChosenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLiesInAChosenFolderGoesWithIt();
    void aFolderIsRemovedTogetherWithWhatIsInIt();
    void whatIsGoneMeanwhileHindersNoRemoval();
    void aFolderMovesWithWhatIsChosenInIt();
    void aRefusedMoveChangesNothing();
    void foldersAndProfilesAreDuplicated();
    void aCopyOfACopyFindsAName();
};

void ChosenTest::whatLiesInAChosenFolderGoesWithIt()
{
    const ProfileDocument document = nested();
    const Chosen outer = chosen::outermost(document, overlapping(document));
    QCOMPARE(outer, (Chosen{{document.profiles.at(2).id}, {QStringList{u"A"_qs}}}));
    QCOMPARE(chosen::profiles(document, outer).size(), 3);
}

void ChosenTest::aFolderIsRemovedTogetherWithWhatIsInIt()
{
    ProfileDocument document = nested();
    QVERIFY(chosen::remove(document, overlapping(document)));
    QVERIFY(document.profiles.isEmpty() && document.folders.isEmpty());
}

void ChosenTest::whatIsGoneMeanwhileHindersNoRemoval()
{
    ProfileDocument document = nested();
    const Chosen chosen = overlapping(document);
    document.profiles.removeLast();
    QVERIFY(chosen::remove(document, chosen));
    QCOMPARE(chosen::remove(document, chosen).error().code, Error::Code::NotFound);
    document = nested();
    QVERIFY(!chosen::remove(document, {{}, {QStringList()}})); // never everything
    QCOMPARE(document.profiles.size(), 3);
}

void ChosenTest::aFolderMovesWithWhatIsChosenInIt()
{
    ProfileDocument document = nested();
    QVERIFY(chosen::move(document, overlapping(document), {u"To"_qs}));
    QCOMPARE(pathsOf(document), (QStringList{u"To/A/B/b"_qs, u"To/A/a"_qs, u"To/x"_qs}));
}

void ChosenTest::aRefusedMoveChangesNothing()
{
    ProfileDocument document = nested();
    document.profiles.append(named(u"To/x"_qs));
    const ProfileDocument before = document;
    QCOMPARE(chosen::move(document, overlapping(before), {u"To"_qs}).error().code, Error::Code::InvalidInput);
    QCOMPARE(document, before);
}

void ChosenTest::foldersAndProfilesAreDuplicated()
{
    ProfileDocument document = nested();
    document.profiles[1].origin = u"workbench:1"_qs;
    QVERIFY(chosen::duplicate(document, overlapping(document)));
    QCOMPARE(pathsOf(document), (QStringList{u"A (copy)/B/b"_qs, u"A (copy)/a"_qs, u"A/B/b"_qs, u"A/a"_qs,
                                             u"x"_qs, u"x (copy)"_qs}));
    const Folder *cluster = FolderIndex(document.folders).find({u"A (copy)"_qs, u"B"_qs});
    QVERIFY(cluster && cluster->kind == FolderKind::Cluster);
    QSet<QUuid> ids;
    for (const Profile &profile : document.profiles) {
        ids.insert(profile.id);
        QVERIFY(profile.origin.isEmpty() || profile.path() == u"A/B/b"_qs);
    }
    for (const Folder &folder : document.folders)
        ids.insert(folder.settings.id);
    QCOMPARE(ids.size(), 10);
}

void ChosenTest::aCopyOfACopyFindsAName()
{
    ProfileDocument document = nested();
    const Chosen x{{document.profiles.at(2).id}, {}};
    QVERIFY(chosen::duplicate(document, x));
    QVERIFY(chosen::duplicate(document, x));
    QCOMPARE(pathsOf(document).last(), u"x (copy)"_qs);
    QVERIFY(pathsOf(document).contains(u"x (copy 2)"_qs));
    QCOMPARE(chosen::copyOf(document, document.profiles.at(2)).name, u"x (copy 3)"_qs);
}

QTEST_GUILESS_MAIN(ChosenTest)
#include "chosentest.moc"
