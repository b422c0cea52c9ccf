// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/filelock.h"
#include "core/base/worker.h"
#include "core/profile/profileedit.h"
#include "core/profile/profilejson.h"
#include "tests/support/profilevalues.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

class ProfileStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aMissingFileIsNoProfile();
    void aProfileIsFoundByPathOrByItsOnlyName();
    void aWrongNameBringsSuggestions();
    void anInvalidProfileIsNotSaved();
    void twoProfilesCannotShareAPath();
    void removingWhatIsGoneSaysSo();
    void anEditUnderWayOutlivesItsStore();
    void aChangeKeepsWhatAnotherProgramHasChanged();
    void anAddressInBracketsIsSavedWithoutThem();
    void manyProfilesArePutAtOnce();
    void whatSharesAPathAlreadyHindersNobodyElse();
    void profilesCanSwapTheirNamesInOneEdit();
    void editsOfAnotherProgramAreNoticed();
    void aFileWrittenInPlaceIsNoticed();
    void aFolderMadeLaterIsNoticed();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("config/profiles.json")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProfileStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void ProfileStoreTest::aMissingFileIsNoProfile()
{
    ProfileStore store(file());
    QVERIFY(store.load());
    QVERIFY(store.profiles().isEmpty());
    QVERIFY(!store.find(QUuid::createUuid()));
    QVERIFY(!QFileInfo::exists(QFileInfo(file()).path())); // reading makes nothing
}

void ProfileStoreTest::aProfileIsFoundByPathOrByItsOnlyName()
{
    ProfileStore store(file());
    for (const QString &path : {u"A/writer"_qs, u"B/writer"_qs, u"B/reader"_qs, u"reader/x"_qs})
        QVERIFY(settled(store.put(named(path))));
    QCOMPARE(store.findByPath(u"B / writer"_qs)->path(), u"B/writer"_qs);
    QCOMPARE(store.findByPath(u"reader"_qs)->path(), u"B/reader"_qs);
    const auto several = store.findByPath(u"writer"_qs);
    QCOMPARE(several.error().code, Error::Code::NotFound);
    QVERIFY(several.error().message.contains(u"“A/writer”, “B/writer”"_qs));
}

void ProfileStoreTest::aWrongNameBringsSuggestions()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"A/writer"_qs))));
    const auto missing = store.findByPath(u"B/Write"_qs);
    QCOMPARE(missing.error().code, Error::Code::NotFound);
    QVERIFY(missing.error().message.contains(u"“A/writer”"_qs));
    QCOMPARE(store.findByPath(u" / "_qs).error().code, Error::Code::NotFound);
}

void ProfileStoreTest::anInvalidProfileIsNotSaved()
{
    ProfileStore store(file());
    Profile profile = named(u"a"_qs);
    profile.host.clear();
    QCOMPARE(settled(store.put(profile)).error().code, Error::Code::InvalidInput);
    QVERIFY(!QFileInfo::exists(file()));
}

void ProfileStoreTest::twoProfilesCannotShareAPath()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"F/a"_qs))));
    QCOMPARE(settled(store.put(named(u"F/ a "_qs))).error().code, Error::Code::InvalidInput);
    Profile renamed = store.profiles().first();
    renamed.name = u"b"_qs;
    QVERIFY(settled(store.put(renamed)));
    QVERIFY(settled(store.put(named(u"F/a"_qs))));
    QCOMPARE(paths(store), (QStringList{u"F/a"_qs, u"F/b"_qs}));
    QCOMPARE(store.find(renamed.id)->name, u"b"_qs);
}

void ProfileStoreTest::removingWhatIsGoneSaysSo()
{
    ProfileStore store(file());
    QVERIFY(settled(store.put(named(u"a"_qs))));
    QVERIFY(settled(store.put(named(u"b"_qs))));
    const QUuid id = store.profiles().first().id;
    QVERIFY(settled(store.remove({id})));
    QCOMPARE(paths(store), QStringList{u"b"_qs});
    QCOMPARE(settled(store.remove({id})).error().code, Error::Code::NotFound);
}

void ProfileStoreTest::anEditUnderWayOutlivesItsStore()
{
    QDir().mkpath(QFileInfo(file()).path());
    std::optional<FileLock> another =
        std::get<FileLock>(FileLock::take(file() + u".lock"_qs, std::chrono::seconds(1)));
    Worker worker;
    {
        ProfileStore store(file());
        store.put(named(u"a"_qs));
        worker.post([&another] { another.reset(); });
    }
    ProfileStore store(file());
    QVERIFY(store.load());
    QCOMPARE(paths(store), QStringList{u"a"_qs});
}

void ProfileStoreTest::aChangeKeepsWhatAnotherProgramHasChanged()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"profiles.json"_qs);
    ProfileStore stale(file);
    Profile profile = named(u"a"_qs);
    QVERIFY(settled(stale.put(profile)));
    ProfileStore other(file);
    QVERIFY(other.load());
    profile.notes = u"written by another program"_qs;
    QVERIFY(settled(other.put(profile)));

    const auto pin = [](Profile &stored) { stored.pinnedSpn = u"mysql/db1@CORP"_qs; };
    QVERIFY(settled(stale.change(profile.id, pin)));
    QCOMPARE(stale.find(profile.id)->notes, profile.notes);
    QCOMPARE(stale.find(profile.id)->pinnedSpn, u"mysql/db1@CORP"_qs);
    const auto spoil = [](Profile &stored) { stored.name.clear(); };
    QCOMPARE(settled(stale.change(profile.id, spoil)).error().code, Error::Code::InvalidInput);
    QVERIFY(settled(other.remove({profile.id})));
    QCOMPARE(settled(stale.change(profile.id, pin)).error().code, Error::Code::NotFound);
}

void ProfileStoreTest::anAddressInBracketsIsSavedWithoutThem()
{
    const QTemporaryDir dir;
    ProfileStore store(dir.filePath(u"profiles.json"_qs));
    Profile profile = named(u"a"_qs);
    profile.host = u" [::1] "_qs;
    QVERIFY(settled(store.put(profile)));
    QCOMPARE(store.find(profile.id)->host, u"::1"_qs);
}

void ProfileStoreTest::manyProfilesArePutAtOnce()
{
    ProfileDocument document;
    document.profiles = {named(u"old"_qs)};
    QList<Profile> many{document.profiles.first()};
    many.first().name = u" renamed "_qs;
    for (int at = 0; at < 20'000; ++at)
        many.append(named(u"F/p%1"_qs.arg(at)));
    QVERIFY(profileedit::putAll(document, many));
    QCOMPARE(document.profiles.size(), 20'001);
    QCOMPARE(document.profiles.first().name, u"renamed"_qs);

    const ProfileDocument before = document;
    QCOMPARE(profileedit::putAll(document, {named(u"x"_qs), named(u"F/p7"_qs)}).error().code,
             Error::Code::InvalidInput);
    QCOMPARE(profileedit::putAll(document, {named(u"x"_qs), Profile()}).error().code,
             Error::Code::InvalidInput);
    QCOMPARE(document, before);
}

void ProfileStoreTest::whatSharesAPathAlreadyHindersNobodyElse()
{
    ProfileDocument document;
    document.profiles = {named(u"twin"_qs), named(u"twin"_qs), named(u"other"_qs)};
    const QUuid other = document.profiles.last().id;
    const auto star = [](Profile &profile) { profile.favourite = true; };
    QVERIFY(profileedit::changeAll(document, {other}, star));
    QVERIFY(document.profiles.last().favourite);
    QVERIFY(profileedit::putAll(document, {named(u"fresh"_qs)}));
    QCOMPARE(profileedit::changeAll(document, {document.profiles.first().id}, star).error().code,
             Error::Code::InvalidInput);
    QCOMPARE(profileedit::changeAll(document, {other, QUuid::createUuid()}, star).error().code,
             Error::Code::NotFound);
}

void ProfileStoreTest::profilesCanSwapTheirNamesInOneEdit()
{
    ProfileDocument document;
    document.profiles = {named(u"a"_qs), named(u"b"_qs)};
    QList<Profile> swapped = document.profiles;
    std::swap(swapped[0].name, swapped[1].name);
    QVERIFY(profileedit::putAll(document, swapped));
    QCOMPARE(document.profiles.first().name, u"b"_qs);
}

void ProfileStoreTest::editsOfAnotherProgramAreNoticed()
{
    ProfileStore watching(file());
    QVERIFY(watching.load());
    QSignalSpy changed(&watching, &ProfileStore::changed);
    ProfileStore other(file());
    for (const char *name : {"a", "b", "c"}) {
        QVERIFY(settled(other.put(named(QString::fromLatin1(name)))));
        QTRY_COMPARE(watching.profiles(), other.profiles());
    }
    QCOMPARE(changed.size(), 3);
    writeFile(file(), "{ just being writ");
    QVERIFY(!changed.wait(150)); // longer than a burst
    QCOMPARE(watching.profiles().size(), 3);
}

void ProfileStoreTest::aFileWrittenInPlaceIsNoticed()
{
    ProfileStore watching(file());
    QVERIFY(settled(watching.put(named(u"a"_qs))));
    QVERIFY(watching.load());
    const QByteArray one = contentOf(file());
    writeFile(file(), writeProfiles({}));
    QTRY_COMPARE(watching.profiles().size(), 0);
    writeFile(file(), one);
    QTRY_COMPARE(watching.profiles().size(), 1);
    QVERIFY(QFile::remove(file()));
    QTRY_COMPARE(watching.profiles().size(), 0);
}

void ProfileStoreTest::aFolderMadeLaterIsNoticed()
{
    const QString deep = m_folder->filePath(u"a/b/profiles.json"_qs);
    ProfileStore watching(deep);
    QVERIFY(watching.load());
    ProfileStore other(deep);
    QVERIFY(settled(other.put(named(u"x"_qs))));
    QTRY_COMPARE(watching.profiles().size(), 1);
}

QTEST_GUILESS_MAIN(ProfileStoreTest)
#include "profilestoretest.moc"
