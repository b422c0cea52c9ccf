// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/job.h"
#include "core/schema/countplace.h"
#include "core/schema/questions.h"
#include "core/schema/quoting.h"
#include "core/schema/schemacache.h"
#include "core/schema/sideconnection.h"
#include "core/schema/sqlwords.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::schema;
using namespace std::chrono_literals;

namespace {

const Branch databases{Branch::Kind::Databases, {}, {}};

template <typename T>
QFuture<Result<T>> answered(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// A connection that answers each statement with one row, the statement itself, when it is told to.
class ScriptedConnection
{
public:
    Run run()
    {
        return [this](const QString &sql, const sql::RowSink &sink, sql::RunLimits, std::stop_token) {
            sent.append(sql);
            if (isLost)
                return answered<sql::StatementSummary>(Error{Error::Code::SessionLost, u"gone"_qs, {}, 2013});
            sink.columns({{u"sql"_qs, {}, sql::ColumnType::Text, {}, false}});
            sql::RowBatch batch(1);
            batch.append(sql.toStdString());
            sink.rows(std::move(batch));
            return answered<sql::StatementSummary>(
                sql::StatementSummary{.hasRows = true, .rowCount = 1, .truncated = hasMore});
        };
    }
    QStringList sent;
    bool isLost = false;
    bool hasMore = false;
};

QStringList described(const QList<Entry> &entries)
{
    QStringList lines;
    for (const Entry &entry : entries)
        lines.append(entry.name + u": "_qs + entry.detail);
    return lines;
}

} // namespace

/// What is asked of information_schema, what comes of it, and on which connection.
class SchemaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesCannotLeaveTheirBackticks();
    void onlyNamesThatNeedItAreWrittenInBackticks();
    void textsCannotLeaveTheirQuotes();
    void aHostileNameStaysAValueInTheQuestion();
    void relationsHaveTheirKindSizeAndRows();
    void columnsOfAnIndexAreGathered();
    void foreignKeysSayWhereTheyPoint();
    void rowsThatAreTooShortAreLeftOut();
    void theDefinitionIsFoundInTheAnswer_data();
    void theDefinitionIsFoundInTheAnswer();
    void aDefinitionThatMayNotBeSeenIsAnError();
    void statementsThatChangeTheSchemaAreKnown();
    void rowsAreCountedBesideOnlyWhereTheyAreTheSame();
    void useNamesTheNextDatabase();
    void wordsAreSorted();

    void aBranchIsReadOnce();
    void refreshingKeepsTheOldUntilTheNewIsThere();
    void aChangeWhileABranchIsReadHasItReadAgain();
    void anotherServerForgetsEverything();
    void aQuestionWhoseConnectionGoesIsAnswered();
    void aProblemIsKeptWithItsBranch();
    void anAnswerSaysThatItIsCut();

    void theSecondConnectionIsOpenedWhenItIsNeeded();
    void theSecondConnectionClosesAfterAWhile();
    void withoutASecondConnectionTheFirstOneAnswersWhileIdle();
    void withoutAnyConnectionTheReasonIsTheAnswer();
    void aLostConnectionIsOpenedAgain();
    void whatDoesSomethingIsNotAskedAgainWhenItIsLost();
};

void SchemaTest::namesCannotLeaveTheirBackticks()
{
    QCOMPARE(quoted(u"a`; DROP TABLE x; --"_qs), u"`a``; DROP TABLE x; --`"_qs);
    QCOMPARE(quoted(u"shop"_qs, u"odd`name"_qs), u"`shop`.`odd``name`"_qs);
    QCOMPARE(quoted({}, u"t"_qs), u"`t`"_qs);
}

void SchemaTest::onlyNamesThatNeedItAreWrittenInBackticks()
{
    QCOMPARE(written(u"orders_2"_qs), u"orders_2"_qs);
    QCOMPARE(written(u"order"_qs), u"`order`"_qs);
    QCOMPARE(written(u"2nd"_qs), u"`2nd`"_qs);
    QCOMPARE(written(u"column with spaces"_qs), u"`column with spaces`"_qs);
    QCOMPARE(written(u"größe"_qs), u"`größe`"_qs);
    QCOMPARE(written(QString()), u"``"_qs);
}

void SchemaTest::textsCannotLeaveTheirQuotes()
{
    QCOMPARE(literal(u"shop"_qs), u"'shop'"_qs);
    QCOMPARE(literal(u"it's"_qs), u"_utf8mb4 x'69742773'"_qs);
    QCOMPARE(literal(u"a\\"_qs), u"_utf8mb4 x'615c'"_qs);
    QCOMPARE(literal(u"ö\n"_qs), u"_utf8mb4 x'c3b60a'"_qs);
}

void SchemaTest::aHostileNameStaysAValueInTheQuestion()
{
    const QString sql = statementFor({Branch::Kind::Columns, u"' OR 1=1 -- "_qs, u"\\"_qs});
    QVERIFY(!sql.contains(u"OR 1=1"));
    QVERIFY(!sql.contains(u'\\'));
    QCOMPARE(showCreate(EntryKind::View, u"a`b"_qs, u"c"_qs), u"SHOW CREATE VIEW `a``b`.`c`"_qs);
    QCOMPARE(showCreate(EntryKind::Database, {}, u"d"_qs), u"SHOW CREATE DATABASE `d`"_qs);
    QCOMPARE(showCreate(EntryKind::Column, u"a"_qs, u"b"_qs), QString());
}

void SchemaTest::relationsHaveTheirKindSizeAndRows()
{
    const Answer answer{
        {},
        {{u"orders"_qs, u"BASE TABLE"_qs, u"InnoDB"_qs, u"29500"_qs, u"4194304"_qs, u"What was ordered"_qs},
         {u"revenue"_qs, u"VIEW"_qs, {}, {}, {}, u"VIEW"_qs},
         {u"numbers"_qs, u"SEQUENCE"_qs, u"InnoDB"_qs, u"1"_qs, {}, {}}}};
    const QList<Entry> entries = entriesOf({Branch::Kind::Relations, u"shop"_qs, {}}, answer);
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[0], (Entry{.kind = EntryKind::Table,
                                .name = u"orders"_qs,
                                .detail = u"InnoDB"_qs,
                                .comment = u"What was ordered"_qs,
                                .bytes = 4194304,
                                .rows = 29500}));
    QCOMPARE(entries[1], (Entry{.kind = EntryKind::View, .name = u"revenue"_qs}));
    QCOMPARE(entries[2].kind, EntryKind::Sequence);
    QVERIFY(!entries[2].bytes);
}

void SchemaTest::columnsOfAnIndexAreGathered()
{
    const Answer answer{{},
                        {{u"PRIMARY"_qs, u"0"_qs, u"BTREE"_qs, u"id"_qs, {}},
                         {u"by_customer"_qs, u"1"_qs, u"BTREE"_qs, u"customer_id"_qs, {}},
                         {u"by_customer"_qs, u"1"_qs, u"BTREE"_qs, u"remark"_qs, u"10"_qs},
                         {u"email"_qs, u"0"_qs, u"HASH"_qs, {}, {}}}};
    QCOMPARE(described(entriesOf({Branch::Kind::Indexes, u"shop"_qs, u"orders"_qs}, answer)),
             QStringList({u"PRIMARY: (id)"_qs, u"by_customer: (customer_id, remark(10))"_qs,
                          u"email: UNIQUE HASH ((…))"_qs}));
}

void SchemaTest::foreignKeysSayWhereTheyPoint()
{
    const Answer answer{{},
                        {{u"fk"_qs, u"a"_qs, u"shop"_qs, u"customers"_qs, u"id"_qs, u"shop"_qs},
                         {u"fk"_qs, u"b"_qs, u"shop"_qs, u"customers"_qs, u"key"_qs, u"shop"_qs},
                         {u"far"_qs, u"a"_qs, u"other"_qs, u"t"_qs, u"id"_qs, u"shop"_qs}}};
    QCOMPARE(described(entriesOf({Branch::Kind::ForeignKeys, u"shop"_qs, u"orders"_qs}, answer)),
             QStringList({u"fk: (a, b) → customers (id, `key`)"_qs, u"far: (a) → other.t (id)"_qs}));
}

void SchemaTest::rowsThatAreTooShortAreLeftOut()
{
    QCOMPARE(entriesOf({Branch::Kind::Columns, u"a"_qs, u"b"_qs}, {{}, {{u"id"_qs}, {}}}), QList<Entry>());
}

void SchemaTest::theDefinitionIsFoundInTheAnswer_data()
{
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<int>("place");
    QTest::newRow("table") << QStringList{u"Table"_qs, u"Create Table"_qs} << 1;
    QTest::newRow("view") << QStringList{u"View"_qs, u"Create View"_qs, u"character_set_client"_qs} << 1;
    QTest::newRow("procedure") << QStringList{u"Procedure"_qs, u"sql_mode"_qs, u"Create Procedure"_qs} << 2;
    QTest::newRow("trigger") << QStringList{u"Trigger"_qs, u"sql_mode"_qs, u"SQL Original Statement"_qs,
                                            u"Created"_qs}
                             << 2;
    QTest::newRow("event") << QStringList{u"Event"_qs, u"sql_mode"_qs, u"time_zone"_qs, u"Create Event"_qs}
                           << 3;
}

void SchemaTest::theDefinitionIsFoundInTheAnswer()
{
    QFETCH(QStringList, columns);
    QFETCH(int, place);
    QStringList row(columns.size(), u"other"_qs);
    row[place] = u"CREATE …"_qs;
    const Result<QString> definition = definitionOf({columns, {row}});
    QVERIFY(definition);
    QCOMPARE(*definition, u"CREATE …"_qs);
}

void SchemaTest::aDefinitionThatMayNotBeSeenIsAnError()
{
    const Answer answer{{u"Procedure"_qs, u"sql_mode"_qs, u"Create Procedure"_qs}, {{u"p"_qs, u""_qs, {}}}};
    QVERIFY(!definitionOf(answer));
    QVERIFY(!definitionOf(Answer{}));
}

void SchemaTest::statementsThatChangeTheSchemaAreKnown()
{
    QVERIFY(changesSchema(u"/* now */ create table t (a int)"));
    QVERIFY(changesSchema(u"ALTER TABLE t ADD b INT"));
    QVERIFY(changesSchema(u"drop view v"));
    QVERIFY(!changesSchema(u"SELECT 'CREATE'"));
    QVERIFY(!changesSchema(u"SHOW CREATE TABLE t"));
    QVERIFY(!changesSchema(u""));
}

void SchemaTest::useNamesTheNextDatabase()
{
    QCOMPARE(usedDatabase(u"USE shop"), std::optional(u"shop"_qs));
    QCOMPARE(usedDatabase(u"-- go\nuse `odd``name`"), std::optional(u"odd`name"_qs));
    QVERIFY(!usedDatabase(u"SELECT 1"));
    QVERIFY(!usedDatabase(u"USE"));
}

void SchemaTest::wordsAreSorted()
{
    QVERIFY(std::is_sorted(keywords().begin(), keywords().end()));
    QVERIFY(std::is_sorted(functions().begin(), functions().end()));
    for (const char *word : {"select", "ORDER", "Rank", "returning"})
        QVERIFY2(isReserved(QString::fromLatin1(word)), word);
    QVERIFY(!isReserved(u"status"_qs));
}

void SchemaTest::aBranchIsReadOnce()
{
    int asked = 0;
    SchemaCache cache;
    cache.setAsk([&asked](const QString &) {
        ++asked;
        return answered<Answer>(Answer{{}, {{u"shop"_qs, u"utf8mb4_general_ci"_qs}}});
    });
    QVERIFY(!cache.entries(databases));
    cache.read(databases);
    cache.read(databases);
    QVERIFY(cache.isReading(databases));
    QTRY_VERIFY(cache.entries(databases));
    cache.read(databases);
    QCOMPARE(asked, 1);
    QCOMPARE(cache.entries(databases)->first().name, u"shop"_qs);
}

void SchemaTest::refreshingKeepsTheOldUntilTheNewIsThere()
{
    QString name = u"old"_qs;
    SchemaCache cache;
    cache.setAsk([&name](const QString &) { return answered<Answer>(Answer{{}, {{name, {}}}}); });
    cache.read(databases);
    QTRY_VERIFY(cache.entries(databases));
    name = u"new"_qs;
    QSignalSpy refreshed(&cache, &SchemaCache::refreshed);
    cache.refresh();
    QCOMPARE(refreshed.size(), 1);
    cache.read(databases);
    QCOMPARE(cache.entries(databases)->first().name, u"old"_qs);
    QTRY_COMPARE(cache.entries(databases)->first().name, u"new"_qs);
}

void SchemaTest::aChangeWhileABranchIsReadHasItReadAgain()
{
    std::vector<QPromise<Result<Answer>>> asked;
    const auto answer = [&asked](std::size_t at, const QString &name) {
        asked[at].addResult(Answer{{}, {{name, {}}}});
        asked[at].finish();
    };
    SchemaCache cache;
    cache.setAsk([&asked](const QString &) {
        asked.emplace_back().start();
        return asked.back().future();
    });
    connect(&cache, &SchemaCache::refreshed, &cache, [&cache] { cache.read(databases); });
    cache.read(databases);
    cache.refresh(); // a second statement changes the schema …
    cache.refresh(); // … and a third
    QCOMPARE(asked.size(), 1U);
    answer(0, u"between"_qs);
    QTRY_COMPARE(asked.size(), 2U);
    answer(1, u"last"_qs);
    QTRY_COMPARE(cache.entries(databases)->first().name, u"last"_qs);
    QVERIFY(!cache.isReading(databases));
    QCOMPARE(asked.size(), 2U);
}

void SchemaTest::anotherServerForgetsEverything()
{
    QPromise<Result<Answer>> late;
    late.start();
    SchemaCache cache;
    cache.setAsk([&late](const QString &) { return late.future(); });
    cache.read(databases);
    cache.setAsk({});
    late.addResult(Answer{{}, {{u"shop"_qs, {}}}});
    late.finish();
    bool isDelivered = false;
    QMetaObject::invokeMethod(
        &cache, [&] { isDelivered = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(isDelivered);
    QVERIFY(!cache.entries(databases));
    cache.read(databases);
    QVERIFY(!cache.isReading(databases));
    QVERIFY(!cache.definition(EntryKind::Table, u"a"_qs, u"b"_qs).result());
}

void SchemaTest::aQuestionWhoseConnectionGoesIsAnswered()
{
    auto promise = std::make_unique<QPromise<Result<Answer>>>();
    promise->start();
    SchemaCache cache;
    cache.setAsk([&promise](const QString &) { return promise->future(); });
    auto definition = cache.definition(EntryKind::Table, u"a"_qs, u"b"_qs);
    auto search = cache.search(u"word"_qs);
    promise.reset();
    QTRY_VERIFY(definition.isFinished() && search.isFinished());
    QVERIFY(!definition.result());
    QCOMPARE(search.result().error().code, Error::Code::SessionLost);
}

void SchemaTest::aProblemIsKeptWithItsBranch()
{
    const Error denied{Error::Code::StatementFailed, u"Denied."_qs, {}, 1142};
    SchemaCache cache;
    cache.setAsk([denied](const QString &) { return answered<Answer>(denied); });
    cache.read(databases);
    QTRY_VERIFY(cache.problem(databases));
    QCOMPARE(*cache.problem(databases), denied);
    QVERIFY(!cache.isReading(databases));
}

void SchemaTest::anAnswerSaysThatItIsCut()
{
    ScriptedConnection connection;
    const auto ask = [&connection](const QString &sql) { return gather(connection.run(), sql); };
    SchemaCache cache;
    cache.setAsk(ask);
    cache.read(databases);
    QTRY_VERIFY(cache.entries(databases));
    QVERIFY(!cache.isCut(databases));
    connection.hasMore = true;
    cache.refresh();
    cache.read(databases);
    QTRY_VERIFY(cache.isCut(databases));
}

void SchemaTest::theSecondConnectionIsOpenedWhenItIsNeeded()
{
    int opened = 0;
    ScriptedConnection second;
    SideConnection side([&](std::stop_token) {
        ++opened;
        return answered<Run>(second.run());
    });
    QCOMPARE(opened, 0);
    const auto one = side.ask(u"one"_qs);
    const auto two = side.ask(u"two"_qs);
    QTRY_VERIFY(two.isFinished());
    QCOMPARE(opened, 1);
    QCOMPARE(one.result()->cell(0, u"SQL"), u"one"_qs);
    QCOMPARE(second.sent, QStringList({u"one"_qs, u"two"_qs}));
}

void SchemaTest::theSecondConnectionClosesAfterAWhile()
{
    ScriptedConnection second;
    SideConnection side([&](std::stop_token) { return answered<Run>(second.run()); });
    side.setIdleLimit(20ms);
    const auto answer = side.ask(u"one"_qs);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(side.isOpen());
    QTRY_VERIFY(!side.isOpen());
}

void SchemaTest::withoutASecondConnectionTheFirstOneAnswersWhileIdle()
{
    int opened = 0;
    bool isIdle = false;
    ScriptedConnection first;
    SideConnection side([&](std::stop_token) {
        ++opened;
        return answered<Run>(Error{Error::Code::ServerDenied, u"Too many connections."_qs, {}, 1040});
    });
    side.setFirst(first.run(), [&] { return isIdle; });
    const auto answer = side.ask(u"one"_qs);
    QTRY_COMPARE(opened, 1);
    QVERIFY(first.sent.isEmpty());
    isIdle = true;
    side.firstIsIdle();
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(first.sent, QStringList({u"one"_qs}));
    const auto next = side.ask(u"two"_qs);
    QTRY_VERIFY(next.isFinished());
    QCOMPARE(opened, 1); // not each time
}

void SchemaTest::withoutAnyConnectionTheReasonIsTheAnswer()
{
    const Error denied{Error::Code::ServerDenied, u"Too many connections."_qs, {}, 1040};
    SideConnection side([&](std::stop_token) { return answered<Run>(denied); });
    const auto answer = side.ask(u"one"_qs);
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result().error(), denied);
}

void SchemaTest::aLostConnectionIsOpenedAgain()
{
    QList<std::shared_ptr<ScriptedConnection>> opened;
    SideConnection side([&](std::stop_token) {
        opened.append(std::make_shared<ScriptedConnection>());
        opened.last()->isLost = opened.size() == 1;
        return answered<Run>(opened.last()->run());
    });
    const auto answer = side.ask(u"SELECT 1"_qs);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(answer.result());
    QCOMPARE(opened.size(), 2);
}

void SchemaTest::whatDoesSomethingIsNotAskedAgainWhenItIsLost()
{
    int opened = 0;
    const auto connection = std::make_shared<ScriptedConnection>();
    connection->isLost = true;
    SideConnection side([&](std::stop_token) {
        ++opened;
        return answered<Run>(connection->run());
    });
    const auto answer = side.ask(u"KILL CONNECTION 12"_qs);
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(!answer.result());
    QCOMPARE(opened, 1);
}

void SchemaTest::rowsAreCountedBesideOnlyWhereTheyAreTheSame()
{
    const QString select = u"SELECT COUNT(*) FROM t WHERE a = 1"_qs;
    sql::SessionState plain;
    plain.schema = u"shop"_qs;
    QVERIFY(countsAlike(plain, select));
    for (const QString &own :
         {u"SELECT COUNT(*) FROM t WHERE a = @a"_qs, u"SELECT COUNT(*) FROM t WHERE a = last_insert_id()"_qs})
        QVERIFY2(!countsAlike(plain, own), qPrintable(own));
    const auto isOwn = [&](auto change) {
        sql::SessionState state = plain;
        change(state);
        return !countsAlike(state, select);
    };
    QVERIFY(countsHarmlessly(plain));
    sql::SessionState chosen = plain;
    chosen.use.nextTransaction = true;
    QVERIFY(!countsHarmlessly(chosen));
    QVERIFY(countsAlike(chosen, select));
    QVERIFY(isOwn([](sql::SessionState &state) { state.inTransaction = true; }));
    QVERIFY(isOwn([](sql::SessionState &state) { state.autocommit = false; }));
    QVERIFY(isOwn([](sql::SessionState &state) { state.schema.clear(); }));
    QVERIFY(isOwn([](sql::SessionState &state) { state.variables.insert(u"time_zone"_qs, u"+03:00"_qs); }));
    QVERIFY(isOwn([](sql::SessionState &state) { state.use.temporaryTables = true; }));
    QVERIFY(isOwn([](sql::SessionState &state) { state.use.settings = true; }));
    QVERIFY(isOwn([](sql::SessionState &state) { state.use.tableLocks = true; }));
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "schematest.moc"
