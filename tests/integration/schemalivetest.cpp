// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/base/worker.h"
#include "core/connect/connector.h"
#include "core/schema/accountaudit.h"
#include "core/schema/completion.h"
#include "core/schema/plan.h"
#include "core/schema/processkill.h"
#include "core/schema/quoting.h"
#include "core/schema/refusal.h"
#include "core/schema/replication.h"
#include "core/schema/schemacache.h"
#include "core/schema/sideconnection.h"
#include "core/schema/statuschange.h"
#include "tests/support/sandbox.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::schema;
using latchkey::sql::KillTarget;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000; // milliseconds

/// A database whose every name is what nobody should choose.
const QByteArray oddities =
    "DROP DATABASE IF EXISTS `odd ``' base`;\n"
    "CREATE DATABASE `odd ``' base`;\n"
    "USE `odd ``' base`;\n"
    "CREATE TABLE `ta``ble '\"` (`co``l '` INT PRIMARY KEY, `größe` INT, KEY `k``ey` (`größe`));\n"
    "CREATE VIEW `vi'ew` AS SELECT `größe` FROM `ta``ble '\"`;\n"
    "CREATE DEFINER = alice@'%' PROCEDURE `pro'c`() SELECT 1;\n"
    "CREATE DEFINER = alice@'%' FUNCTION `fun``c`() RETURNS INT DETERMINISTIC RETURN 1;\n"
    "CREATE PROCEDURE secret() SELECT 1;\n"
    "CREATE TRIGGER `tri``gger` BEFORE INSERT ON `ta``ble '\"` FOR EACH ROW SET NEW.`größe` = 1;\n"
    "CREATE EVENT `ev'ent` ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1;\n"
    "CREATE SEQUENCE `seq``uence`;\n"
    "GRANT ALL ON `odd ``' base`.* TO alice@'%';\n"
    "GRANT SELECT ON mysql.user TO alice@'%';\n";

const QString oddBase = u"odd `' base"_qs;

QStringList namesOf(const QList<Entry> &entries)
{
    QStringList names;
    for (const Entry &entry : entries)
        names.append(entry.name);
    return names;
}

Run runOf(const std::shared_ptr<sql::Session> &session)
{
    return [session](QString sql, sql::RowSink sink, sql::RunLimits limits, std::stop_token stop) {
        return session->run(std::move(sql), std::move(sink), limits, std::move(stop));
    };
}

} // namespace

/// The schema and the views of a server, read from a real one with a real ticket.
class SchemaLiveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theWholeShopIsRead();
    void hostileNamesAreReadAndDefined();
    void aHostileDatabaseThatIsNotThereIsEmpty();
    void everythingIsDefined();
    void whatOnesAccountMayNotSeeIsSaid();
    void namesAreFoundWithoutOpeningAnything();
    void hostileNamesAreFound();
    void columnsAreOffered();
    void plansAreRead();
    void aStatementIsSeenAndStopped();
    void statusVariablesAndAccountsAreRead();
    void aServerWithoutAuroraSaysSo();
    void theUsersConnectionIsNotUsed();

private:
    SideConnection::Open open();
    Result<Answer> ask(const QString &sql);
    QStringList foundBy(const QString &text);
    const QList<Entry> &read(const Branch &branch);
    QStringList branchNames(Branch::Kind kind, const QString &database, const QString &relation = {})
    {
        return namesOf(read({kind, database, relation}));
    }

    test::Sandbox m_sandbox;
    krb::KerberosService m_kerberos;
    Connector m_connector{m_kerberos};
    std::unique_ptr<SideConnection> m_side;
    SchemaCache m_cache;
    int m_opened = 0;
};

SideConnection::Open SchemaLiveTest::open()
{
    const sandbox::ServerDescription server = m_sandbox.server(u"writer"_qs);
    Profile profile;
    profile.host = server.host;
    profile.port = server.port;
    profile.account = u"alice"_qs;
    profile.identity.principal = m_sandbox.principal(u"alice"_qs);
    profile.tlsFiles.authorities = m_sandbox.description().caFile;
    return [this, profile](std::stop_token stop) {
        ++m_opened;
        return m_connector.open({profile, nullptr, {}}, stop)
            .then([](const Result<std::shared_ptr<sql::Session>> &opened) -> Result<Run> {
                if (!opened)
                    return opened.error();
                return runOf(*opened);
            });
    };
}

void SchemaLiveTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
    QByteArray said;
    QVERIFY2(m_sandbox.execute(u"writer"_qs, oddities, &said), said.constData());
    QString password = m_sandbox.password(u"alice"_qs);
    const auto cache =
        m_kerberos.signIn({m_sandbox.principal(u"alice"_qs), Secret::take(password), {}, {}}).result();
    QVERIFY2(cache, qPrintable(cache ? QString() : cache.error().message));
    m_side = std::make_unique<SideConnection>(open());
    m_cache.setAsk([this](const QString &sql) { return m_side->ask(sql); });
}

void SchemaLiveTest::cleanupTestCase()
{
    m_cache.setAsk({});
    m_side.reset();
    QTRY_VERIFY_WITH_TIMEOUT(Worker::waitForAll(10ms), 10'000);
}

Result<Answer> SchemaLiveTest::ask(const QString &sql)
{
    const auto answer = m_side->ask(sql);
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }, patience))
        return Error{Error::Code::Internal, u"No answer."_qs, sql, 0};
    return answer.result();
}

const QList<Entry> &SchemaLiveTest::read(const Branch &branch)
{
    static const QList<Entry> none;
    m_cache.read(branch);
    const bool done = QTest::qWaitFor([&] { return !m_cache.isReading(branch); }, patience);
    if (const auto problem = m_cache.problem(branch))
        qWarning().noquote() << statementFor(branch) << problem->detail;
    const QList<Entry> *entries = m_cache.entries(branch);
    return done && entries ? *entries : none;
}

void SchemaLiveTest::theWholeShopIsRead()
{
    using enum Branch::Kind;
    QVERIFY(branchNames(Databases, {}).contains(u"shop"_qs));
    const QList<Entry> relations = read({Relations, u"shop"_qs, {}});
    QCOMPARE(namesOf(relations), QStringList({u"customers"_qs, u"every_type"_qs, u"items"_qs, u"orders"_qs,
                                              u"products"_qs, u"revenue_by_month"_qs}));
    QCOMPARE(relations[0].kind, EntryKind::Table);
    QCOMPARE(relations[0].comment, u"Who buys"_qs);
    QVERIFY(relations[3].bytes.value_or(0) > 100'000);
    QVERIFY(relations[3].rows.value_or(0) > 10'000);
    QCOMPARE(relations[5].kind, EntryKind::View);
    for (const Entry &relation : relations)
        QVERIFY2(!read({Columns, u"shop"_qs, relation.name}).isEmpty(), qPrintable(relation.name));
    QCOMPARE(read({Columns, u"shop"_qs, u"orders"_qs})[0].detail,
             u"bigint(20) unsigned NOT NULL AUTO_INCREMENT"_qs);
    QCOMPARE(branchNames(Indexes, u"shop"_qs, u"orders"_qs),
             QStringList({u"PRIMARY"_qs, u"by_customer"_qs, u"by_time"_qs}));
    QCOMPARE(read({ForeignKeys, u"shop"_qs, u"orders"_qs})[0].detail, u"(customer_id) → customers (id)"_qs);
    QVERIFY(branchNames(Routines, u"shop"_qs).isEmpty());
}

void SchemaLiveTest::hostileNamesAreReadAndDefined()
{
    using enum Branch::Kind;
    QVERIFY(branchNames(Databases, {}).contains(oddBase));
    const QList<Entry> relations = read({Relations, oddBase, {}});
    QCOMPARE(namesOf(relations), QStringList({u"seq`uence"_qs, u"ta`ble '\""_qs, u"vi'ew"_qs}));
    QCOMPARE(relations[0].kind, EntryKind::Sequence);
    QCOMPARE(branchNames(Columns, oddBase, u"ta`ble '\""_qs), QStringList({u"co`l '"_qs, u"größe"_qs}));
    QCOMPARE(branchNames(Indexes, oddBase, u"ta`ble '\""_qs), QStringList({u"PRIMARY"_qs, u"k`ey"_qs}));
    QCOMPARE(branchNames(Routines, oddBase), QStringList({u"fun`c"_qs, u"pro'c"_qs, u"secret"_qs}));
    QCOMPARE(branchNames(Triggers, oddBase), QStringList({u"tri`gger"_qs}));
    QCOMPARE(branchNames(Events, oddBase), QStringList({u"ev'ent"_qs}));
}

void SchemaLiveTest::aHostileDatabaseThatIsNotThereIsEmpty()
{
    QVERIFY(read({Branch::Kind::Relations, u"' OR 1=1 -- \\"_qs, {}}).isEmpty());
    QVERIFY(!m_cache.problem({Branch::Kind::Relations, u"' OR 1=1 -- \\"_qs, {}}));
}

void SchemaLiveTest::everythingIsDefined()
{
    const QList<std::pair<EntryKind, QString>> things{
        {EntryKind::Table, u"ta`ble '\""_qs},  {EntryKind::View, u"vi'ew"_qs},
        {EntryKind::Procedure, u"pro'c"_qs},   {EntryKind::Function, u"fun`c"_qs},
        {EntryKind::Trigger, u"tri`gger"_qs},  {EntryKind::Event, u"ev'ent"_qs},
        {EntryKind::Sequence, u"seq`uence"_qs}};
    for (const auto &[kind, name] : things) {
        const auto definition = m_cache.definition(kind, oddBase, name);
        QTRY_VERIFY_WITH_TIMEOUT(definition.isFinished(), patience);
        QVERIFY2(definition.result(), qPrintable(name));
        QVERIFY2(definition.result()->startsWith(u"CREATE "), qPrintable(*definition.result()));
    }
    const auto database = m_cache.definition(EntryKind::Database, {}, oddBase);
    QTRY_VERIFY_WITH_TIMEOUT(database.isFinished(), patience);
    QVERIFY(database.result()->startsWith(u"CREATE DATABASE"));
}

void SchemaLiveTest::whatOnesAccountMayNotSeeIsSaid()
{
    const auto definition = m_cache.definition(EntryKind::Procedure, oddBase, u"secret"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(definition.isFinished(), patience);
    QVERIFY(!definition.result());
    QVERIFY(definition.result().error().message.contains(u"privilege"));
}

/// "Kind in database.relation: name".
QStringList SchemaLiveTest::foundBy(const QString &text)
{
    const auto search = m_cache.search(text);
    if (!QTest::qWaitFor([&] { return search.isFinished(); }, patience) || !search.result())
        return {search.isFinished() ? search.result().error().detail : u"no answer"_qs};
    QStringList lines;
    const auto answer = search.result();
    for (const FoundName &found : answer->names)
        lines.append(u"%1 in %2.%3: %4"_qs.arg(static_cast<int>(found.entry.kind))
                         .arg(found.database, found.relation, found.entry.name));
    return lines;
}

void SchemaLiveTest::namesAreFoundWithoutOpeningAnything()
{
    const auto line = [](EntryKind kind, const char *rest) {
        return u"%1 in %2"_qs.arg(static_cast<int>(kind)).arg(QLatin1String(rest));
    };
    const QStringList customers = foundBy(u"CUSTOMER"_qs);
    QCOMPARE(customers.first(), line(EntryKind::Table, "shop.: customers"));
    QVERIFY2(customers.contains(line(EntryKind::Column, "shop.orders: customer_id")),
             qPrintable(customers.join(u'\n')));
    QVERIFY(foundBy(u"revenue_by"_qs).contains(line(EntryKind::View, "shop.: revenue_by_month")));
    const auto everything = m_cache.search(u"e"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(everything.isFinished(), patience);
    QVERIFY(everything.result());
    QVERIFY(everything.result()->isCut);
}

void SchemaLiveTest::hostileNamesAreFound()
{
    const auto has = [this](const QString &text, EntryKind kind, const QString &name) {
        const QStringList found = foundBy(text);
        const bool isThere =
            !found.filter(u"%1 in %2"_qs.arg(static_cast<int>(kind)).arg(oddBase)).filter(name).isEmpty();
        return isThere ? QString() : found.join(u'\n');
    };
    QCOMPARE(has(u"größ"_qs, EntryKind::Column, u"größe"_qs), QString());
    QCOMPARE(has(u"fun`c"_qs, EntryKind::Function, u"fun`c"_qs), QString());
    QCOMPARE(has(u"pro'C"_qs, EntryKind::Procedure, u"pro'c"_qs), QString());
    QCOMPARE(has(u"ble '\""_qs, EntryKind::Table, u"ta`ble '\""_qs), QString());
    QCOMPARE(has(u"seq`"_qs, EntryKind::Sequence, u"seq`uence"_qs), QString());
    QCOMPARE(foundBy(u"customer%id"_qs), QStringList());
    QCOMPARE(foundBy(u"' OR 1=1 -- \\"_qs), QStringList());
}

void SchemaLiveTest::columnsAreOffered()
{
    const auto known = [this](const Branch &branch) { return m_cache.entries(branch); };
    const QString script = u"SELECT o.pl FROM shop.orders o"_qs;
    m_cache.refresh();
    read({Branch::Kind::Columns, u"shop"_qs, u"orders"_qs});
    const Completion completion = complete(completionAt(script, 11), known, {});
    QCOMPARE(completion.proposals, (QList<Proposal>{{Proposal::Kind::Column, u"placed"_qs}}));
    QVERIFY(completion.wanted.isEmpty());
}

void SchemaLiveTest::plansAreRead()
{
    const QString statement = u"SELECT * FROM shop.orders o JOIN shop.customers c ON c.id = o.customer_id "
                              "WHERE o.total > 10 ORDER BY o.placed LIMIT 5"_qs;
    const Result<Answer> answer = ask(u"EXPLAIN FORMAT=JSON "_qs + *explainable(statement));
    QVERIFY(answer);
    const Result<PlanNode> plan = readPlan(answer->rows[0][0].toUtf8());
    QVERIFY(plan);
    QStringList tables;
    const std::function<void(const PlanNode &)> gatherTables = [&](const PlanNode &node) {
        if (!node.table.isEmpty())
            tables.append(node.table);
        for (const PlanNode &step : node.steps)
            gatherTables(step);
    };
    gatherTables(*plan);
    tables.sort();
    QCOMPARE(tables, QStringList({u"c"_qs, u"o"_qs}));
}

void SchemaLiveTest::aStatementIsSeenAndStopped()
{
    const auto first = open()({});
    QTRY_VERIFY_WITH_TIMEOUT(first.isFinished(), patience);
    QVERIFY(first.result());
    const auto sleeping = gather(*first.result(), u"SELECT SLEEP(60) /* a long one */"_qs);
    QStringList found;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const Result<Answer> list = ask(u"SHOW FULL PROCESSLIST"_qs);
            for (const QStringList &row : list ? list->rows : QList<QStringList>())
                if (row.value(7).startsWith(u"SELECT SLEEP"))
                    found = row;
            return !found.isEmpty();
        }(),
        patience);
    const Ask viaSide = [this](const QString &sql) { return m_side->ask(sql); };
    const auto killed = killOn(viaSide, found[0].toULongLong(), KillTarget::Query);
    QTRY_VERIFY_WITH_TIMEOUT(killed.isFinished(), patience);
    QVERIFY(killed.result());
    QTRY_VERIFY_WITH_TIMEOUT(sleeping.isFinished(), patience);
    const auto gone = killOn(viaSide, 987'654'321, KillTarget::Connection);
    QTRY_VERIFY_WITH_TIMEOUT(gone.isFinished(), patience);
    QCOMPARE(gone.result().error().native, 1094);
}

void SchemaLiveTest::statusVariablesAndAccountsAreRead()
{
    const Result<Answer> before = ask(u"SHOW GLOBAL STATUS"_qs);
    const Result<Answer> now = ask(u"SHOW GLOBAL STATUS"_qs);
    QVERIFY(before && now);
    bool hasGrown = false;
    for (const QStringList &row : withChanges(*now, *before).rows)
        hasGrown = hasGrown || (row[0] == u"Questions" && row[2].startsWith(u'+'));
    QVERIFY(hasGrown);
    const Result<Answer> variables = ask(u"SHOW GLOBAL VARIABLES"_qs);
    QVERIFY(variables && variables->rows.size() > 300);
    const Result<Answer> accounts = ask(accountsStatement());
    QVERIFY2(accounts, qPrintable(accounts ? QString() : accounts.error().detail));
    bool hasMine = false;
    for (const Account &account : accountsOf(*accounts))
        hasMine = hasMine || account.user == u"alice";
    QVERIFY(hasMine);
}

void SchemaLiveTest::aServerWithoutAuroraSaysSo()
{
    const ReplicationView aurora = replicationViews().first();
    for (const QString &statement : aurora.statements) {
        const Result<Answer> answer = ask(statement);
        QVERIFY(!answer);
        QVERIFY2(lacksFeature(answer.error()) || lacksPrivilege(answer.error()),
                 qPrintable(QString::number(answer.error().native)));
    }
}

void SchemaLiveTest::theUsersConnectionIsNotUsed()
{
    QVERIFY(m_opened >= 2); // the side's, and the one that slept
    const int before = m_opened;
    QVERIFY(ask(u"SELECT 1"_qs));
    QCOMPARE(m_opened, before);
    m_side->setIdleLimit(10ms);
    QVERIFY(ask(u"SELECT 1"_qs));
    QTRY_VERIFY(!m_side->isOpen());
    QVERIFY(ask(u"SELECT 1"_qs));
    QCOMPARE(m_opened, before + 1);
}

QTEST_GUILESS_MAIN(SchemaLiveTest)
#include "schemalivetest.moc"
