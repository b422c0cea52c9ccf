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

QTEST_GUILESS_MAIN(ProfileUndoTest)
#include "profileundotest.moc"
