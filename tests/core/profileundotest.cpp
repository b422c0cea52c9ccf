// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/profilevalues.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

/// The store's edits of folders and documents, undone and redone.
class ProfileUndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRemovedProfileComesBackAsItWas();
    void anImportIsOneStep();
    void folderEditsAreUndone();
    void undoingRightAfterAnEditUndoesThatEdit();
    void whatAnotherProgramHasChangedIsNotUndone();
    void anotherProgramsEditsElsewhereStay();
    void aRefusedEditIsNoStep();
    void aPinnedServiceNameOutlivesUndoing_data();
    void aPinnedServiceNameOutlivesUndoing();
    void aPinnedServiceNameGoesWithItsHost();
    void aServiceNameThatTheUserChangedIsUndone();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProfileStore> m_store;
};

void ProfileUndoTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_store = std::make_unique<ProfileStore>(m_folder->filePath(u"profiles.json"_qs));
}

void ProfileUndoTest::aRemovedProfileComesBackAsItWas()
{
    const Profile profile = *settled(m_store->put(fullProfile()));
    QSignalSpy history(m_store.get(), &ProfileStore::historyChanged);
    QVERIFY(settled(m_store->remove({profile.id})));
    QCOMPARE(history.size(), 1);
    QCOMPARE(m_store->undoText(), u"removing “writer”"_qs);
    QVERIFY(m_store->canUndo() && !m_store->canRedo());
    QVERIFY(settled(m_store->undo()));
    QCOMPARE(m_store->profiles(), QList<Profile>{profile});
    QCOMPARE(m_store->redoText(), u"removing “writer”"_qs);
    QVERIFY(settled(m_store->redo()));
    QVERIFY(m_store->profiles().isEmpty());
    QVERIFY(settled(m_store->undo()));
    QVERIFY(settled(m_store->undo()));
    QVERIFY(m_store->profiles().isEmpty() && !m_store->canUndo());
    QCOMPARE(settled(m_store->undo()).error().code, Error::Code::NotFound);
}

void ProfileUndoTest::anImportIsOneStep()
{
    QVERIFY(settled(m_store->put(named(u"a"_qs))));
    const auto import = [](ProfileDocument &document) -> Result<> {
        for (int at = 0; at < 50; ++at)
            document.profiles.append(named(u"F/p%1"_qs.arg(at)));
        document.profiles.first().notes = u"changed too"_qs;
        return Ok{};
    };
    QVERIFY(settled(m_store->editDocument(import, u"importing servers.xml"_qs)));
    QCOMPARE(m_store->profiles().size(), 51);
    QCOMPARE(m_store->undoText(), u"importing servers.xml"_qs);
    QVERIFY(settled(m_store->undo()));
    QCOMPARE(paths(*m_store), QStringList{u"a"_qs});
    QCOMPARE(m_store->profiles().first().notes, QString());
}

void ProfileUndoTest::folderEditsAreUndone()
{
    QVERIFY(settled(m_store->put(named(u"F/a"_qs))));
    Folder folder;
    folder.settings.name = u"F"_qs;
    folder.settings.port = 3310;
    QVERIFY(settled(m_store->putFolder(folder)));
    QCOMPARE(m_store->profiles().first().port, 3310);
    QCOMPARE(m_store->newProfile({u"F"_qs}).port, 3310);
    QVERIFY(settled(m_store->moveFolder({u"F"_qs}, {u"G"_qs})));
    QCOMPARE(m_store->undoText(), u"moving the folder “F”"_qs);
    QVERIFY(settled(m_store->removeFolder({u"G"_qs})));
    QVERIFY(m_store->profiles().isEmpty() && m_store->document().folders.isEmpty());
    QCOMPARE(m_store->undoText(), u"removing the folder “G”"_qs);
    QVERIFY(settled(m_store->undo()));
    QCOMPARE(paths(*m_store), QStringList{u"G/a"_qs});
    QVERIFY(settled(m_store->undo()));
    QCOMPARE(paths(*m_store), QStringList{u"F/a"_qs});
    QVERIFY(settled(m_store->undo()));
    QCOMPARE(m_store->profiles().first().port, 3306);
    QVERIFY(m_store->document().folders.isEmpty());
}

void ProfileUndoTest::undoingRightAfterAnEditUndoesThatEdit()
{
    QVERIFY(settled(m_store->put(named(u"a"_qs))));
    const auto added = m_store->put(named(u"b"_qs));
    QVERIFY(settled(m_store->undo()));
    QVERIFY(added.result());
    QCOMPARE(paths(*m_store), QStringList{u"a"_qs});
}

void ProfileUndoTest::whatAnotherProgramHasChangedIsNotUndone()
{
    const Profile profile = *settled(m_store->put(named(u"a"_qs)));
    Profile changed = profile;
    changed.notes = u"mine"_qs;
    QVERIFY(settled(m_store->put(named(u"b"_qs))));
    QVERIFY(settled(m_store->put(changed)));
    ProfileStore other(m_store->file());
    changed.notes = u"theirs"_qs;
    QVERIFY(settled(other.put(changed)));
    const auto refused = settled(m_store->undo());
    QCOMPARE(refused.error().code, Error::Code::InvalidInput);
    QVERIFY2(refused.error().message.contains(u"“a” has been changed since"_qs),
             qPrintable(refused.error().message));
    QVERIFY(other.load());
    QCOMPARE(other.find(profile.id)->notes, u"theirs"_qs);
    QCOMPARE(m_store->undoText(), u"adding “b”"_qs); // the step that was refused is gone
    QVERIFY(settled(m_store->undo()));
    QCOMPARE(paths(*m_store), QStringList{u"a"_qs});
}

void ProfileUndoTest::anotherProgramsEditsElsewhereStay()
{
    const Profile profile = *settled(m_store->put(named(u"a"_qs)));
    QVERIFY(settled(m_store->remove({profile.id})));
    ProfileStore other(m_store->file());
    QVERIFY(settled(other.put(named(u"theirs"_qs))));
    QVERIFY(settled(m_store->undo()));
    QCOMPARE(paths(*m_store), (QStringList{u"a"_qs, u"theirs"_qs}));
}

void ProfileUndoTest::aRefusedEditIsNoStep()
{
    QVERIFY(!settled(m_store->put(Profile())));
    const Error no{Error::Code::Cancelled, {}, {}, 0};
    const auto refuse = [&no](ProfileDocument &document) -> Result<> {
        document.profiles.append(named(u"x"_qs));
        return no;
    };
    QCOMPARE(settled(m_store->editDocument(refuse)).error(), no);
    QVERIFY(!m_store->canUndo());
    QVERIFY(m_store->profiles().isEmpty());
}

namespace {

const QString pinned = u"mysql/db1.example.com@EXAMPLE.COM"_qs;

using Edit = std::function<void(ProfileStore &, const QUuid &)>;

} // namespace

Q_DECLARE_METATYPE(Edit)

void ProfileUndoTest::aPinnedServiceNameOutlivesUndoing_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::newRow("a value") << Edit([](ProfileStore &store, const QUuid &id) {
        QVERIFY(settled(store.change(id, [](Profile &profile) { profile.notes = u"mine"_qs; })));
    });
    QTest::newRow("the name") << Edit([](ProfileStore &store, const QUuid &id) {
        QVERIFY(settled(store.change(id, [](Profile &profile) { profile.name = u"z"_qs; })));
    });
    QTest::newRow("the folder") << Edit(
        [](ProfileStore &store, const QUuid &) { QVERIFY(settled(store.moveFolder({u"F"_qs}, {u"G"_qs}))); });
    QTest::newRow("the folder's settings") << Edit([](ProfileStore &store, const QUuid &) {
        Folder folder;
        folder.settings.name = u"F"_qs;
        folder.settings.port = 3310;
        QVERIFY(settled(store.putFolder(folder)));
    });
}

void ProfileUndoTest::aPinnedServiceNameOutlivesUndoing()
{
    QFETCH(const Edit, edit);
    const Profile before = *settled(m_store->put(named(u"F/a"_qs)));
    edit(*m_store, before.id);
    const Profile after = *m_store->find(before.id);
    QVERIFY(after != before);
    const QString step = m_store->undoText();
    QVERIFY(settled(m_store->pin(before.id, before.host, pinned)));
    QCOMPARE(m_store->find(before.id)->pinnedSpn, pinned);
    QCOMPARE(m_store->undoText(), step); // what the login did is no step
    const auto pinnedTo = [](Profile profile) {
        profile.pinnedSpn = pinned;
        return profile;
    };
    for (int round = 0; round < 2; ++round) {
        QVERIFY(settled(m_store->undo()));
        QCOMPARE(*m_store->find(before.id), pinnedTo(before));
        QVERIFY(settled(m_store->redo()));
        QCOMPARE(*m_store->find(before.id), pinnedTo(after));
    }
    QVERIFY(settled(m_store->undo()));
    QVERIFY(settled(m_store->undo())); // adding it
    QVERIFY(m_store->profiles().isEmpty());
    QVERIFY(settled(m_store->redo()));
    QCOMPARE(*m_store->find(before.id), pinnedTo(before));
}

void ProfileUndoTest::aPinnedServiceNameGoesWithItsHost()
{
    const Profile before = *settled(m_store->put(named(u"a"_qs)));
    QVERIFY(
        settled(m_store->change(before.id, [](Profile &profile) { profile.host = u"db2.example.com"_qs; })));
    QVERIFY(settled(m_store->pin(before.id, before.host, pinned))); // a login that came too late
    QCOMPARE(m_store->find(before.id)->pinnedSpn, QString());
    QVERIFY(settled(m_store->pin(before.id, u"db2.example.com"_qs, pinned)));
    const Profile after = *m_store->find(before.id);
    QCOMPARE(after.pinnedSpn, pinned);
    QVERIFY(
        settled(m_store->pin(before.id, u"db2.example.com"_qs, u"mysql/other@R"_qs))); // the first one stays
    QCOMPARE(*m_store->find(before.id), after);
    QVERIFY(settled(m_store->undo()));
    QCOMPARE(*m_store->find(before.id), before);
    QVERIFY(settled(m_store->redo()));
    QCOMPARE(*m_store->find(before.id), after);
}

void ProfileUndoTest::aServiceNameThatTheUserChangedIsUndone()
{
    Profile profile = named(u"a"_qs);
    profile.pinnedSpn = pinned;
    QVERIFY(settled(m_store->put(profile)));
    const QString typed = u"mysql/db9.example.com@EXAMPLE.COM"_qs;
    QVERIFY(settled(m_store->change(profile.id, [&](Profile &stored) { stored.pinnedSpn = typed; })));
    QVERIFY(settled(m_store->undo()));
    QCOMPARE(m_store->find(profile.id)->pinnedSpn, pinned);
    QVERIFY(settled(m_store->redo()));
    QCOMPARE(m_store->find(profile.id)->pinnedSpn, typed);
}

QTEST_GUILESS_MAIN(ProfileUndoTest)
#include "profileundotest.moc"
