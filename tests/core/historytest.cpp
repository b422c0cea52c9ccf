// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/history/history.h"
#include "core/history/draft.h"
#include "core/history/orphaneddrafts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <limits>
#include <thread>

#include <sys/stat.h>

using namespace latchkey;
using namespace latchkey::history;
using namespace std::chrono_literals;

namespace {

Entry entry(const QString &sql)
{
    Entry made;
    made.profile = QUuid(u"11111111-2222-3333-4444-555555555555"_qs);
    made.profilePath = u"Shop/orders"_qs;
    made.at = decltype(made.at)(1'700'000'000'123ms);
    made.duration = 38ms;
    made.rows = 12;
    made.sql = sql;
    return made;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int modeOf(const QString &path)
{
    struct stat found = {};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? static_cast<int>(found.st_mode & 0777)
                                                                    : -1;
}

QStringList statementsIn(const HistoryFile &file, const Query &query = {})
{
    const auto found = file.find(query);
    QStringList statements;
    for (const Entry &one : found ? *found : QList<Entry>())
        statements.append(one.sql);
    return statements;
}

} // namespace

class HistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anEntrySurvivesItsLine();
    void whatIsAppendedIsFoundNewestFirst();
    void wordsAndProfilesNarrowTheSearch();
    void onlyThisUserCanReadIt();
    void noPasswordReachesTheFile_data();
    void noPasswordReachesTheFile();
    void theServersWordsAboutASecretAreLeftOut();
    void aLongStatementIsCutAndSaysSo();
    void aDamagedLineIsSkipped();
    void halfALineDoesNotSpoilTheNext();
    void theOldestAreDroppedBeyondTheCap();
    void twoWritersLoseNothing();
    void aLinkIsNotFollowed();
    void switchedOffNothingIsWritten();
    void clearedItIsEmpty();
    void aDraftSurvivesItsFile();
    void aDraftIsTakenOnlyOnce();
    void aDiscardedDraftIsGone();
    void aDamagedDraftStaysWhereItIs();
    void draftsOfOtherProfilesStay();
    void draftsStayForAMonthWithoutTheirProfile_data();
    void draftsStayForAMonthWithoutTheirProfile();
    void draftsOfARemovedProfileGoAfterAMonth();
    void aHeldDraftOutlivesItsProfile();

private:
    QString path(const QString &name = u"history.jsonl"_qs) const
    {
        return m_folder->path() + u"/state/"_qs + name;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void HistoryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void HistoryTest::anEntrySurvivesItsLine()
{
    Entry whole = entry(u"select 'ä\n\t\"', 1"_qs);
    QCOMPARE(entryOf(lineOf(whole)), whole);
    QVERIFY(!lineOf(whole).contains('\n'));
    whole.rows.reset();
    whole.errorNumber = 1146;
    whole.error = u"No such table."_qs;
    whole.isCut = true;
    QCOMPARE(entryOf(lineOf(whole)), whole);
    QVERIFY(!entryOf("{}"));
    QVERIFY(!entryOf("{\"sql\":1,\"at\":2}"));
    QVERIFY(!entryOf("\xff"));
}

void HistoryTest::whatIsAppendedIsFoundNewestFirst()
{
    const HistoryFile file(path());
    QCOMPARE(statementsIn(file), QStringList());
    for (const QString &sql : {u"select 1"_qs, u"select 2"_qs, u"select 3"_qs})
        QVERIFY(file.append(entry(sql)));
    QCOMPARE(statementsIn(file), (QStringList{u"select 3"_qs, u"select 2"_qs, u"select 1"_qs}));
    QCOMPARE(statementsIn(file, {QString(), QUuid(), 2}), (QStringList{u"select 3"_qs, u"select 2"_qs}));
}

void HistoryTest::wordsAndProfilesNarrowTheSearch()
{
    const HistoryFile file(path());
    Entry other = entry(u"delete from ITEMS"_qs);
    other.profile = QUuid::createUuid();
    other.profilePath = u"Bank"_qs;
    QVERIFY(file.append(entry(u"select * from items"_qs)) && file.append(other));
    QCOMPARE(statementsIn(file, {u"items"_qs, QUuid(), 500}).size(), 2);
    QCOMPARE(statementsIn(file, {u" Items  select "_qs, QUuid(), 500}),
             QStringList{u"select * from items"_qs});
    QCOMPARE(statementsIn(file, {u"bank"_qs, QUuid(), 500}), QStringList{u"delete from ITEMS"_qs});
    QCOMPARE(statementsIn(file, {u"nothing"_qs, QUuid(), 500}), QStringList());
    QCOMPARE(statementsIn(file, {QString(), other.profile, 500}), QStringList{u"delete from ITEMS"_qs});
}

void HistoryTest::onlyThisUserCanReadIt()
{
    const HistoryFile file(path());
    QVERIFY(file.append(entry(u"select 1"_qs)));
    QCOMPARE(modeOf(path()), 0600);
    QCOMPARE(modeOf(QFileInfo(path()).path()), 0700);
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(file.append(entry(u"select 2"_qs)));
    QCOMPARE(modeOf(path()), 0600);
    QVERIFY(!QFile::exists(path() + u".lock"_qs));
}

void HistoryTest::noPasswordReachesTheFile_data()
{
    QTest::addColumn<QString>("statement");
    for (const char *statement :
         {"create user u identified by 'MaRkEr-7391'", "alter user u identified with p as \"MaRkEr-7391\"",
          "set password for u = password('MaRkEr-7391')", "change master to master_password='MaRkEr-7391'",
          "create server s foreign data wrapper mysql options (password 'MaRkEr-7391')",
          "select old_password('MaRkEr-7391')", "grant all on *.* to u identified by `MaRkEr-7391`",
          "prepare s from 'create user u identified by ''MaRkEr-7391'''", "set password = 'MaRkEr-7391"})
        QTest::newRow(statement) << QString::fromUtf8(statement);
}

void HistoryTest::noPasswordReachesTheFile()
{
    QFETCH(QString, statement);
    const HistoryFile file(path(), 4096);
    for (int i = 0; i < 40; ++i) { // across a replacement of the file, too
        Entry failed = entry(statement);
        failed.errorNumber = 1064;
        failed.error = u"You have an error near '%1'"_qs.arg(statement);
        QVERIFY(file.append(failed));
    }
    const QByteArray content = contentOf(path());
    QVERIFY(content.contains("***"));
    for (const QString &name : QDir(QFileInfo(path()).path()).entryList(QDir::Files))
        QVERIFY(!contentOf(QFileInfo(path()).path() + u'/' + name).contains("MaRkEr-7391"));
}

void HistoryTest::theServersWordsAboutASecretAreLeftOut()
{
    Entry failed = entry(u"set password = 'x'"_qs);
    failed.error = u"Error near 'x'"_qs;
    QVERIFY(withoutSecrets(failed).error.isEmpty());
    QVERIFY(withoutSecrets(failed).hasFailed());
    failed.sql = u"selectt 1"_qs;
    QCOMPARE(withoutSecrets(failed), failed);
}

void HistoryTest::aLongStatementIsCutAndSaysSo()
{
    const Entry cut = withoutSecrets(entry(u"select 1 -- "_qs + QString(100'000, u'x')));
    QVERIFY(cut.isCut);
    QCOMPARE(cut.sql.size(), 64 * 1024);
    QVERIFY(!withoutSecrets(entry(u"select 1"_qs)).isCut);
    Entry failed = entry(u"insert into t values "_qs + u"(1, 'a', 'b'),"_qs.repeated(1'200'000));
    failed.error = u"Duplicate entry 'b'"_qs;
    const std::clock_t begin = std::clock();
    for (int time = 0; time < 10; ++time)
        QVERIFY(withoutSecrets(failed).isCut);
    QVERIFY2(std::clock() - begin < 5 * CLOCKS_PER_SEC, "the whole statement was read each time");
    QVERIFY(withoutSecrets(failed).error.isEmpty());
    QVERIFY(withoutSecrets(failed).hasFailed());
}

void HistoryTest::aDamagedLineIsSkipped()
{
    const HistoryFile file(path());
    QVERIFY(file.append(entry(u"select 1"_qs)));
    QFile raw(path());
    QVERIFY(raw.open(QIODevice::Append) && raw.write("{\"at\":1,\"sql\":\n\xff\xfe\n\n[]\n") > 0);
    raw.close();
    QVERIFY(file.append(entry(u"select 2"_qs)));
    QCOMPARE(statementsIn(file), (QStringList{u"select 2"_qs, u"select 1"_qs}));
}

void HistoryTest::halfALineDoesNotSpoilTheNext()
{
    const HistoryFile file(path());
    QVERIFY(file.append(entry(u"select 1"_qs)));
    QVERIFY(QFile(path()).resize(QFileInfo(path()).size() - 5));
    QVERIFY(file.append(entry(u"select 2"_qs)));
    QCOMPARE(statementsIn(file), QStringList{u"select 2"_qs});
}

void HistoryTest::theOldestAreDroppedBeyondTheCap()
{
    constexpr qint64 cap = 20'000;
    const HistoryFile file(path(), cap);
    for (int i = 0; i < 300; ++i) {
        QVERIFY(file.append(entry(u"select %1"_qs.arg(i))));
        QVERIFY(QFileInfo(path()).size() <= cap);
    }
    const QStringList left = statementsIn(file);
    QVERIFY(left.size() > 20 && left.size() < 300);
    for (qsizetype i = 0; i < left.size(); ++i)
        QCOMPARE(left[i], u"select %1"_qs.arg(299 - i));
    QCOMPARE(modeOf(path()), 0600);
}

void HistoryTest::twoWritersLoseNothing()
{
    constexpr int each = 60;
    const auto write = [this](QChar who) {
        const HistoryFile file(path());
        for (int i = 0; i < each; ++i)
            if (!file.append(entry(u"select '%1 %2'"_qs.arg(who).arg(i))))
                return;
    };
    std::thread first(write, u'a');
    std::thread second(write, u'b');
    first.join();
    second.join();
    QStringList found = statementsIn(HistoryFile(path()));
    QCOMPARE(found.size(), 2 * each);
    found.removeDuplicates();
    QCOMPARE(found.size(), 2 * each);
}

void HistoryTest::aLinkIsNotFollowed()
{
    const QString elsewhere = m_folder->filePath(u"elsewhere"_qs);
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QVERIFY(QFile::link(elsewhere, path()));
    const auto appended = HistoryFile(path()).append(entry(u"select 1"_qs));
    QVERIFY(!appended);
    QCOMPARE(appended.error().code, Error::Code::FileInaccessible);
    QVERIFY(!QFile::exists(elsewhere));
}

void HistoryTest::switchedOffNothingIsWritten()
{
    History history(path());
    history.setOn(false);
    QVERIFY(history.record(entry(u"select 1"_qs)).result());
    QVERIFY(!QFile::exists(path()));
    history.setOn(true);
    QVERIFY(history.record(entry(u"select 2"_qs)).result());
    QCOMPARE(history.find({}).result()->size(), 1);
}

void HistoryTest::clearedItIsEmpty()
{
    History history(path());
    QVERIFY(history.clear().result());
    QVERIFY(history.record(entry(u"select 1"_qs)).result());
    QVERIFY(history.clear().result());
    QVERIFY(history.find({}).result()->isEmpty());
    QCOMPARE(contentOf(path()), QByteArray());
}

void HistoryTest::aDraftSurvivesItsFile()
{
    const Draft draft{u"select 'ä';\r\n"_qs, u"/home/alice/a.sql"_qs, true, 5, 2};
    QCOMPARE(draftFrom(draftJson(draft)), draft);
    Draft stamped = draft;
    stamped.stamp = {1, std::numeric_limits<std::uint64_t>::max(), 12, 1'700'000'000'123'456'789};
    QCOMPARE(draftFrom(draftJson(stamped)), stamped);
    QCOMPARE(draftFrom(R"({"text": "of an earlier version"})")->stamp, foreignStamp);
    QVERIFY(!draftFrom("{}"));
    QVERIFY(!draftFrom("x"));
}

void HistoryTest::aDraftIsTakenOnlyOnce()
{
    const QUuid profile = QUuid::createUuid();
    Drafts mine(path(u"drafts"_qs));
    Drafts other(path(u"drafts"_qs));
    auto second = mine.add(profile);
    auto first = mine.add(profile);
    QVERIFY(second->save({u"two"_qs, {}, true, 0, 1}).result());
    QVERIFY(first->save({u"one"_qs, {}, true, 3, 0}).result());
    QVERIFY2(other.take(profile).result()->isEmpty(), "their editors are still open");
    first.reset();
    second.reset();
    QVERIFY(mine.take(QUuid()).result()); // behind the release
    const auto taken = other.take(profile).result();
    QVERIFY(taken);
    QCOMPARE(taken->size(), 2);
    QCOMPARE(taken->at(0).draft, (Draft{u"one"_qs, {}, true, 3, 0}));
    QCOMPARE(taken->at(1).draft.text, u"two"_qs);
    QVERIFY(mine.take(profile).result()->isEmpty());
    for (const QFileInfo &file :
         QDir(path(u"drafts/"_qs + profile.toString(QUuid::WithoutBraces))).entryInfoList(QDir::Files))
        QCOMPARE(modeOf(file.filePath()), 0600);
}

void HistoryTest::aDiscardedDraftIsGone()
{
    const QUuid profile = QUuid::createUuid();
    Drafts drafts(path(u"drafts"_qs));
    auto place = drafts.add(profile);
    QVERIFY(place->save({u"one"_qs, {}, true, 0, 0}).result());
    place->discard();
    QVERIFY(place->save({u"late"_qs, {}, true, 0, 0}).result());
    place.reset();
    QVERIFY(drafts.take(profile).result()->isEmpty());
    const QDir folder(path(u"drafts/"_qs + profile.toString(QUuid::WithoutBraces)));
    QCOMPARE(folder.entryList(QDir::Files), QStringList());
}

void HistoryTest::aDamagedDraftStaysWhereItIs()
{
    const QUuid profile = QUuid::createUuid();
    const QString folder = path(u"drafts/"_qs + profile.toString(QUuid::WithoutBraces));
    QVERIFY(QDir().mkpath(folder));
    QFile damaged(folder + u"/x.json"_qs);
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{\"text\":") > 0);
    damaged.close();
    Drafts drafts(path(u"drafts"_qs));
    QVERIFY(drafts.take(profile).result()->isEmpty());
    QCOMPARE(contentOf(folder + u"/x.json"_qs), QByteArray("{\"text\":"));
}

void HistoryTest::draftsOfOtherProfilesStay()
{
    Drafts drafts(path(u"drafts"_qs));
    const QUuid profile = QUuid::createUuid();
    QVERIFY(drafts.add(profile)->save({u"one"_qs, {}, true, 0, 0}).result());
    QVERIFY(drafts.take(QUuid::createUuid()).result()->isEmpty());
    QCOMPARE(drafts.take(profile).result()->size(), 1);
}

void HistoryTest::draftsStayForAMonthWithoutTheirProfile_data()
{
    QTest::addColumn<bool>("hasOwner");
    QTest::addColumn<int>("daysMissing");
    QTest::addColumn<OrphanStep>("step");
    constexpr int notMarked = -1;
    QTest::newRow("at home") << true << notMarked << OrphanStep::Keep;
    QTest::newRow("back") << true << 40 << OrphanStep::Unmark;
    QTest::newRow("just removed") << false << notMarked << OrphanStep::Mark;
    QTest::newRow("removed lately") << false << 30 << OrphanStep::Keep;
    QTest::newRow("removed long ago") << false << 31 << OrphanStep::Remove;
    QTest::newRow("marked in the future") << false << -5 << OrphanStep::Mark;
}

void HistoryTest::draftsStayForAMonthWithoutTheirProfile()
{
    QFETCH(bool, hasOwner);
    QFETCH(int, daysMissing);
    QFETCH(OrphanStep, step);
    const Instant now{std::chrono::days(20'000)};
    const auto since = daysMissing == -1 ? std::nullopt : std::optional(now - std::chrono::days(daysMissing));
    QCOMPARE(orphanStep(hasOwner, since, now), step);
}

void HistoryTest::draftsOfARemovedProfileGoAfterAMonth()
{
    const QUuid kept = QUuid::createUuid();
    const QUuid removed = QUuid::createUuid();
    const QString folder = m_folder->path() + u"/drafts"_qs;
    const Instant now = systemNow();
    Drafts drafts(folder);
    for (const QUuid &profile : {kept, removed})
        QVERIFY(drafts.add(profile)->save({u"select 1"_qs, {}, true, 0, 0}).result());
    QVERIFY(QDir(folder).mkdir(u"not a profile"_qs));

    const auto textsOf = [&](const QUuid &profile) {
        drafts.take(QUuid::createUuid()).waitForFinished(); // and all that was asked for before
        return QDir(folder + u'/' + profile.toString(QUuid::WithoutBraces)).entryList({u"*.json"_qs}).size();
    };
    drafts.tidy({kept}, now);
    drafts.tidy({kept}, now + std::chrono::days(29));
    QCOMPARE(textsOf(removed), 1);
    drafts.tidy({kept, removed}, now + std::chrono::days(29)); // it was brought back …
    drafts.tidy({kept}, now + std::chrono::days(40)); // … and removed again
    QCOMPARE(textsOf(removed), 1);
    drafts.tidy({kept}, now + std::chrono::days(80));
    QCOMPARE(textsOf(removed), 0);
    QVERIFY(!QDir(folder).exists(removed.toString(QUuid::WithoutBraces)));
    QCOMPARE(textsOf(kept), 1);
    QVERIFY(QDir(folder).exists(u"not a profile"_qs));
}

void HistoryTest::aHeldDraftOutlivesItsProfile()
{
    const QUuid removed = QUuid::createUuid();
    const Instant now = systemNow();
    Drafts drafts(m_folder->path() + u"/drafts"_qs);
    auto place = drafts.add(removed);
    QVERIFY(place->save({u"select 1"_qs, {}, true, 0, 0}).result());
    drafts.tidy({}, now);
    drafts.tidy({}, now + std::chrono::days(40));
    drafts.take(QUuid::createUuid()).waitForFinished();
    place.reset();
    QCOMPARE(drafts.take(removed).result().value().size(), 1);
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "historytest.moc"
