// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/documentchange.h"
#include "core/profile/edithistory.h"
#include "core/profile/folderedit.h"
#include "core/profile/profileedit.h"
#include "core/profile/profileorder.h"
#include "tests/support/profilevalues.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace {

using Edit = std::function<void(ProfileDocument &)>;

Folder folderNamed(const QString &path)
{
    Folder folder;
    folder.settings = named(path);
    folder.settings.host.clear();
    return folder;
}

Profile &byName(ProfileDocument &document, const QString &name)
{
    return *std::find_if(document.profiles.begin(), document.profiles.end(),
                         [&name](const Profile &profile) { return profile.name == name; });
}

/// Folder F with a and b in it, and c at the root.
ProfileDocument example()
{
    ProfileDocument document;
    document.folders = {folderNamed(u"F"_qs)};
    document.profiles = {named(u"F/a"_qs), named(u"F/b"_qs), named(u"c"_qs)};
    sortByPath(document);
    return document;
}

const Edit add = [](ProfileDocument &document) { document.profiles.append(named(u"new"_qs)); };
const Edit removeA = [](ProfileDocument &document) {
    document.profiles.removeIf([](const Profile &profile) { return profile.name == u"a"; });
};
const Edit change = [](ProfileDocument &document) { byName(document, u"a"_qs).port = 3307; };
const Edit rename_ = [](ProfileDocument &document) { byName(document, u"a"_qs).name = u"z"_qs; };
const Edit moveOut = [](ProfileDocument &document) { byName(document, u"a"_qs).folder.clear(); };
const Edit empty = [](ProfileDocument &document) { document.profiles.clear(); };
const Edit changeAll = [](ProfileDocument &document) {
    for (Profile &profile : document.profiles)
        profile.readOnly = true;
};
const Edit changeFolder = [](ProfileDocument &document) {
    Folder folder = document.folders.first();
    folder.settings.port = 3310;
    QVERIFY(folderedit::put(document, folder));
};
const Edit removeFolder = [](ProfileDocument &document) { QVERIFY(folderedit::remove(document, {u"F"_qs})); };
const Edit addFolder = [](ProfileDocument &document) {
    QVERIFY(folderedit::put(document, folderNamed(u"G"_qs)));
};

const Edit addFolders = [](ProfileDocument &document) {
    for (const QString &name : {u"G"_qs, u"H"_qs})
        QVERIFY(folderedit::put(document, folderNamed(name)));
};
const Edit nothing = [](ProfileDocument &) {};

} // namespace

Q_DECLARE_METATYPE(Edit)

class DocumentChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangeGoesBackAndForth_data();
    void everyChangeGoesBackAndForth();
    void whatOthersHaveChangedElsewhereStays();
    void whatHasBeenTouchedSinceIsRefused_data();
    void whatHasBeenTouchedSinceIsRefused();
    void theHistoryGoesBackAHundredSteps();
    void aNewEditForgetsWhatWasUndone();
    void aStepThatCannotBeMadeCanBeDropped();
    void aRestoredFolderGivesWayToOneOfItsName();
};

void DocumentChangeTest::everyChangeGoesBackAndForth_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<qsizetype>("profiles");
    QTest::addColumn<qsizetype>("folders");
    QTest::addColumn<QString>("description");
    const auto row = [](const char *name, const Edit &edit, int profiles, int folders, const char *text) {
        QTest::newRow(name) << edit << qsizetype{profiles} << qsizetype{folders} << QString::fromUtf8(text);
    };
    row("nothing", nothing, 0, 0, "");
    row("one added", add, 1, 0, "adding “new”");
    row("one removed", removeA, 1, 0, "removing “a”");
    row("one changed", change, 1, 0, "changing “a”");
    row("one renamed", rename_, 1, 0, "changing “a”");
    row("one moved", moveOut, 1, 0, "moving “a”");
    row("all removed", empty, 3, 0, "removing 3 profile(s)");
    row("all changed", changeAll, 3, 0, "changing 3 profile(s)");
    row("a folder's setting, inherited", changeFolder, 2, 1, "changing the folder “F”");
    row("a folder removed with what is in it", removeFolder, 2, 1, "removing the folder “F”");
    row("a folder added", addFolder, 0, 1, "adding the folder “G”");
    row("two folders added", addFolders, 0, 2, "adding 2 folder(s)");
}

void DocumentChangeTest::everyChangeGoesBackAndForth()
{
    QFETCH(Edit, edit);
    QFETCH(qsizetype, profiles);
    QFETCH(qsizetype, folders);
    QFETCH(QString, description);
    const ProfileDocument before = example();
    ProfileDocument after = before;
    edit(after);
    sortByPath(after);

    const auto made = DocumentChange::between(before, after);
    QCOMPARE(made.profiles().size(), profiles);
    QCOMPARE(made.folders().size(), folders);
    QCOMPARE(made.isEmpty(), profiles + folders == 0);
    if (!made.isEmpty())
        QCOMPARE(made.description(), description);
    ProfileDocument document = after;
    QVERIFY(made.reversed().applyTo(document));
    sortByPath(document);
    QCOMPARE(document, before);
    QVERIFY(made.applyTo(document));
    sortByPath(document);
    QCOMPARE(document, after);
}

void DocumentChangeTest::whatOthersHaveChangedElsewhereStays()
{
    const ProfileDocument before = example();
    ProfileDocument document = before;
    removeA(document);
    const auto made = DocumentChange::between(before, document);
    byName(document, u"b"_qs).notes = u"by another program"_qs;
    document.profiles.append(named(u"F/another"_qs));
    QVERIFY(made.reversed().applyTo(document));
    QCOMPARE(document.profiles.size(), 4);
    QCOMPARE(byName(document, u"b"_qs).notes, u"by another program"_qs);
    ProfileDocument former = before;
    QCOMPARE(byName(document, u"a"_qs), byName(former, u"a"_qs));
}

void DocumentChangeTest::whatHasBeenTouchedSinceIsRefused_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<Edit>("since");
    QTest::addColumn<QString>("named");
    QTest::newRow("changed again") << change << Edit([](ProfileDocument &document) {
        byName(document, u"a"_qs).port = 1;
    }) << u"F/a"_qs;
    QTest::newRow("changed back") << change << Edit([](ProfileDocument &document) {
        byName(document, u"a"_qs).port = 3306;
    }) << u"F/a"_qs;
    QTest::newRow("removed") << change << removeA << u"F/a"_qs;
    QTest::newRow("an added one changed")
        << add << Edit([](ProfileDocument &document) { byName(document, u"new"_qs).notes = u"x"_qs; })
        << u"new"_qs;
    QTest::newRow("one of many changed")
        << changeAll << Edit([](ProfileDocument &document) { byName(document, u"c"_qs).notes = u"x"_qs; })
        << u"c"_qs;
    QTest::newRow("another at its path")
        << removeA << Edit([](ProfileDocument &document) { document.profiles.append(named(u"F/a"_qs)); })
        << u"F/a"_qs;
    QTest::newRow("another at its former path")
        << rename_ << Edit([](ProfileDocument &document) { document.profiles.append(named(u"F/a"_qs)); })
        << u"F/a"_qs;
    QTest::newRow("its folder changed") << changeFolder << Edit([](ProfileDocument &document) {
        document.folders.first().settings.notes = u"x"_qs;
    }) << u"F"_qs;
}

void DocumentChangeTest::whatHasBeenTouchedSinceIsRefused()
{
    QFETCH(Edit, edit);
    QFETCH(Edit, since);
    QFETCH(QString, named);
    const ProfileDocument before = example();
    ProfileDocument document = before;
    edit(document);
    const auto made = DocumentChange::between(before, document);
    since(document);
    const ProfileDocument as = document;
    const auto refused = made.reversed().applyTo(document);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::InvalidInput);
    QVERIFY2(refused.error().message.contains(u"“%1”"_qs.arg(named)), qPrintable(refused.error().message));
    QCOMPARE(document, as);
}

void DocumentChangeTest::theHistoryGoesBackAHundredSteps()
{
    EditHistory history;
    ProfileDocument document;
    for (int at = 0; at < 120; ++at) {
        const ProfileDocument before = document;
        document.profiles.append(named(u"p%1"_qs.arg(at)));
        history.push(DocumentChange::between(before, document), {});
    }
    history.push(DocumentChange::between(document, document), u"nothing"_qs); // is no step
    QCOMPARE(history.undoText(), u"adding “p119”"_qs);
    for (int at = 0; at < 100; ++at) {
        QVERIFY(history.undo(document));
        history.undone();
    }
    QCOMPARE(document.profiles.size(), 20);
    QVERIFY(!history.canUndo());
    QCOMPARE(history.undo(document).error().code, Error::Code::NotFound);
    QCOMPARE(history.redoText(), u"adding “p20”"_qs);
    for (int at = 0; at < 100; ++at) {
        QVERIFY(history.redo(document));
        history.redone();
    }
    QCOMPARE(document.profiles.size(), 120);
    QCOMPARE(history.redo(document).error().code, Error::Code::NotFound);
}

void DocumentChangeTest::aNewEditForgetsWhatWasUndone()
{
    EditHistory history;
    ProfileDocument document = example();
    const ProfileDocument before = document;
    change(document);
    history.push(DocumentChange::between(before, document), u"an import"_qs);
    QCOMPARE(history.undoText(), u"an import"_qs);
    QVERIFY(history.undo(document));
    history.undone();
    QVERIFY(history.canRedo() && !history.canUndo());
    add(document);
    history.push(DocumentChange::between(before, document), {});
    QVERIFY(!history.canRedo());
    QCOMPARE(history.undoText(), u"adding “new”"_qs);
}

void DocumentChangeTest::aStepThatCannotBeMadeCanBeDropped()
{
    EditHistory history;
    ProfileDocument document = example();
    for (const Edit &edit : {add, change}) {
        const ProfileDocument before = document;
        edit(document);
        history.push(DocumentChange::between(before, document), {});
    }
    byName(document, u"a"_qs).port = 1;
    QVERIFY(!history.undo(document));
    history.dropUndo();
    QCOMPARE(history.undoText(), u"adding “new”"_qs);
    QVERIFY(history.undo(document));
}

void DocumentChangeTest::aRestoredFolderGivesWayToOneOfItsName()
{
    const ProfileDocument before = example();
    ProfileDocument document = before;
    removeFolder(document);
    const auto made = DocumentChange::between(before, document);
    QVERIFY(folderedit::put(document, folderNamed(u"F"_qs)));
    const ProfileDocument as = document;
    QCOMPARE(made.reversed().applyTo(document).error().code, Error::Code::InvalidInput);
    QCOMPARE(document, as);
}

QTEST_APPLESS_MAIN(DocumentChangeTest)
#include "documentchangetest.moc"
