// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/schema/namesearch.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::schema;

namespace {

Answer answerOf(QList<QStringList> rows)
{
    return {{u"part"_qs, u"kind"_qs, u"place"_qs, u"relation"_qs, u"name"_qs, u"detail"_qs}, std::move(rows)};
}

} // namespace

class NameSearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signsThatMeanSomethingToLikeAreMeantThemselves();
    void aHostileTextStaysAValue();
    void theTimeIsBoundedOnBothKindsOfServer();
    void whatWasFoundHasItsKindAndPlace();
    void moreThanCanBeListedIsSaid();
    void rowsOfAnotherShapeAreLeftOut();
    void bothServersWordsForALateAnswerAreKnown();
};

void NameSearchTest::signsThatMeanSomethingToLikeAreMeantThemselves()
{
    QVERIFY(searchStatement(u"A_b%c|d"_qs).contains(u"LIKE '%a|_b|%c||d%' ESCAPE '|'"));
}

void NameSearchTest::aHostileTextStaysAValue()
{
    const QString hostile = searchStatement(u"' OR 1=1 -- \\"_qs);
    QVERIFY2(!hostile.contains(u"OR 1=1"), qPrintable(hostile));
    QVERIFY2(searchStatement(u"%1 %8"_qs).contains(u"'%|%1 |%8%'"),
             "places in the statement are not in the text");
}

void NameSearchTest::theTimeIsBoundedOnBothKindsOfServer()
{
    const QString statement = searchStatement(u"x"_qs);
    QVERIFY(statement.startsWith(
        u"/*M! SET STATEMENT max_statement_time=5 FOR */ SELECT /*+ MAX_EXECUTION_TIME(5000) */"));
    QCOMPARE(statement.count(u"LIMIT 201"_qs), 3);
}

void NameSearchTest::whatWasFoundHasItsKindAndPlace()
{
    const NameSearch search = foundNames(answerOf(
        {{u"column"_qs, u"PRI"_qs, u"shop"_qs, u"orders"_qs, u"order_id"_qs, u"int(11)"_qs},
         {u"relation"_qs, u"BASE TABLE"_qs, u"shop"_qs, u""_qs, u"orders"_qs, u""_qs},
         {u"relation"_qs, u"SYSTEM VIEW"_qs, u"information_schema"_qs, u""_qs, u"ORDERED"_qs, u""_qs},
         {u"routine"_qs, u"FUNCTION"_qs, u"shop"_qs, u""_qs, u"reorder"_qs, u""_qs}}));
    const QList<FoundName> wanted{
        {{.kind = EntryKind::Table, .name = u"orders"_qs}, u"shop"_qs, u""_qs},
        {{.kind = EntryKind::View, .name = u"ORDERED"_qs}, u"information_schema"_qs, u""_qs},
        {{.kind = EntryKind::Function, .name = u"reorder"_qs}, u"shop"_qs, u""_qs},
        {{.kind = EntryKind::Column, .name = u"order_id"_qs, .detail = u"int(11)"_qs, .isKey = true},
         u"shop"_qs,
         u"orders"_qs}};
    QCOMPARE(search.names, wanted);
    QVERIFY(!search.isCut);
}

void NameSearchTest::moreThanCanBeListedIsSaid()
{
    QList<QStringList> rows;
    for (int row = 0; row < mostFound; ++row)
        rows.append({u"relation"_qs, u"BASE TABLE"_qs, u"shop"_qs, u""_qs, u"t%1"_qs.arg(row), u""_qs});
    QVERIFY(!foundNames(answerOf(rows)).isCut);
    rows.append({u"relation"_qs, u"BASE TABLE"_qs, u"shop"_qs, u""_qs, u"one more"_qs, u""_qs});
    const NameSearch search = foundNames(answerOf(rows));
    QVERIFY(search.isCut);
    QCOMPARE(search.names.size(), mostFound);
}

void NameSearchTest::rowsOfAnotherShapeAreLeftOut()
{
    QVERIFY(foundNames(answerOf({{u"relation"_qs, u"VIEW"_qs},
                                 {u"customers"_qs, u"BASE TABLE"_qs, u""_qs, u""_qs, u""_qs, u""_qs}}))
                .names.isEmpty());
}

void NameSearchTest::bothServersWordsForALateAnswerAreKnown()
{
    QVERIFY(tookTooLong({Error::Code::StatementFailed, {}, {}, 1969}));
    QVERIFY(tookTooLong({Error::Code::StatementFailed, {}, {}, 3024}));
    QVERIFY(!tookTooLong({Error::Code::StatementFailed, {}, {}, 1142}));
}

QTEST_GUILESS_MAIN(NameSearchTest)
#include "namesearchtest.moc"
