// SPDX-License-Identifier: GPL-2.0-or-later
// What is typed while sessions fail: in many tabs sessions connect, query, fetch and are cancelled, and the network breaks
// or falls silent or the server is killed under them. Not a letter may be lost, in the window or among the drafts; and no grid
// may show a result as complete that is not.
#include "core/base/worker.h"
#include "core/history/draft.h"
#include "tests/bench/delayrelay.h"
#include "tests/integration/revivable.h"
#include "tests/support/sandbox.h"
#include "ui/querypane.h"
#include "ui/resultgrid.h"
#include "ui/resultmodel.h"
#include "ui/sessiontab.h"
#include "ui/sqleditor.h"

#include <QDeadlineTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000; // milliseconds
constexpr int fetchedRows = 9'000; ///< fewer than the limit that a session begins with
constexpr std::size_t tabCount = 20; ///< so that there are a hundred moments

enum class Doing { Connect, Query, Fetch, Cancel };

enum class Failure { Break, Silence, Kill };
constexpr std::array failures{Failure::Break, Failure::Kill, Failure::Break, Failure::Silence, Failure::Kill};

} // namespace

class TypedTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void textOutlivesWhateverFails();
    void cleanup();

private:
    struct Desk
    {
        Profile profile;
        std::unique_ptr<SessionTab> tab;
        QString typed; ///< so far
    };

    void openDesks();
    void connectAll(std::uint16_t port);
    bool areConnected();
    void type(Desk &desk);
    void act(Desk &desk, Doing doing);
    void waitAtRandom(int mostMilliseconds);
    bool areIdle() const;
    void checkGrids();
    static SqlEditor &editor(const Desk &desk) { return desk.tab->findChild<QueryPane *>()->editor(); }

    Sandbox m_sandbox;
    sandbox::ServerDescription m_server;
    std::unique_ptr<Revivable> m_database;
    krb::KerberosService m_kerberos;
    Connector m_connector{m_kerberos};
    QTemporaryDir m_folder;
    std::unique_ptr<history::Drafts> m_drafts;
    std::vector<Desk> m_desks;
    QRandomGenerator m_random;
    int m_completeResults = 0; ///< of fetching
    int m_brokenResults = 0;
};

void TypedTextTest::initTestCase()
{
    const QByteArray given = qgetenv("LATCHKEY_TEST_SEED");
    const quint32 seed = given.isEmpty() ? QRandomGenerator::global()->generate() : given.toUInt();
    qInfo("seed %u (set LATCHKEY_TEST_SEED to it for the same moments)", seed);
    m_random.seed(seed);
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
    m_server = m_sandbox.server(u"writer"_qs);
    m_database = std::make_unique<Revivable>(m_server.pid);
    QString password = m_sandbox.password(u"alice"_qs);
    QVERIFY(m_kerberos.signIn({m_sandbox.principal(u"alice"_qs), Secret::take(password), {}, {}}).result());
    m_drafts = std::make_unique<history::Drafts>(m_folder.filePath(u"drafts"_qs));
    openDesks();
}

void TypedTextTest::cleanup()
{
    m_desks.clear();
    m_drafts.reset();
    QTRY_VERIFY_WITH_TIMEOUT(Worker::waitForAll(10ms), 30'000);
}

void TypedTextTest::openDesks()
{
    for (std::size_t number = 0; number < tabCount; ++number) {
        Desk desk;
        desk.profile.id = QUuid::createUuid();
        desk.profile.name = u"desk"_qs;
        desk.profile.host = m_server.host;
        desk.profile.account = u"alice"_qs;
        desk.profile.identity.principal = m_sandbox.principal(u"alice"_qs);
        desk.profile.tlsFiles.authorities = m_sandbox.description().caFile;
        desk.profile.timeouts.connect = 3s;
        desk.profile.timeouts.answer = 1s;
        desk.tab = std::make_unique<SessionTab>(m_connector, desk.profile);
        desk.tab->setRecords({nullptr, m_drafts.get()});
        desk.tab->resize(900, 600);
        desk.tab->show();
        m_desks.push_back(std::move(desk));
    }
}

/// Those that failed are opened again: a server that has just been started does not take everybody yet.
bool TypedTextTest::areConnected()
{
    bool all = true;
    for (const Desk &desk : m_desks) {
        all = all && desk.tab->isConnected();
        if (!desk.tab->isConnected() && !desk.tab->isBusy())
            desk.tab->open();
    }
    return all;
}

void TypedTextTest::connectAll(std::uint16_t port)
{
    for (Desk &desk : m_desks) {
        desk.profile.port = port;
        desk.tab->disconnectFromServer();
        desk.tab->setProfile(desk.profile);
    }
    QTRY_VERIFY_WITH_TIMEOUT(areConnected(), patience);
}

bool TypedTextTest::areIdle() const
{
    return std::none_of(m_desks.begin(), m_desks.end(), [](const Desk &desk) { return desk.tab->isBusy(); });
}

void TypedTextTest::type(Desk &desk)
{
    const QString letters = u"ä%1 "_qs.arg(m_random.bounded(1'000'000));
    editor(desk).insert(letters);
    desk.typed += letters;
}

void TypedTextTest::act(Desk &desk, Doing doing)
{
    if (doing == Doing::Connect) {
        desk.tab->disconnectFromServer();
        desk.tab->open();
        return;
    }
    const QString statement = doing == Doing::Cancel ? u"select sleep(3600)"_qs
                              : doing == Doing::Fetch
                                  ? u"select seq, repeat('x', 500) from shop.seq_1_to_%1"_qs.arg(fetchedRows)
                                  : u"select 1"_qs;
    desk.typed = statement + u"; -- "_qs;
    desk.tab->setSql(desk.typed);
    editor(desk).setCursor(desk.typed.size());
    desk.tab->runAll();
}

/// A moment that nobody has chosen.
void TypedTextTest::waitAtRandom(int mostMilliseconds)
{
    const QDeadlineTimer moment(static_cast<int>(m_random.bounded(mostMilliseconds)));
    (void)QTest::qWaitFor([&moment] { return moment.hasExpired(); }, mostMilliseconds + 1000);
}

void TypedTextTest::checkGrids()
{
    for (const Desk &desk : m_desks) {
        for (const ResultGrid *grid : desk.tab->findChildren<ResultGrid *>()) {
            if (grid->model().columns().size() != 2)
                continue;
            ++(grid->missing().isEmpty() ? m_completeResults : m_brokenResults);
            if (grid->missing().isEmpty())
                QCOMPARE(grid->model().storedRows(), fetchedRows);
        }
    }
}

void TypedTextTest::textOutlivesWhateverFails()
{
    std::size_t round = 0;
    for (const Failure failure : failures) {
        ++round;
        DelayRelay relay(m_server.port, 2ms);
        connectAll(relay.port());
        for (std::size_t number = 0; number < m_desks.size(); ++number) {
            act(m_desks[number], static_cast<Doing>((number + round) % 4));
            type(m_desks[number]);
        }
        waitAtRandom(60);
        for (Desk &desk : m_desks)
            type(desk);
        for (const Desk &desk : m_desks)
            if (editor(desk).text().startsWith(u"select sleep") && m_random.bounded(2) == 0)
                desk.tab->cancel();
        if (failure == Failure::Silence)
            relay.goSilent();
        else if (failure == Failure::Kill)
            m_database->kill();
        else
            relay.breakOff();
        waitAtRandom(60);
        for (Desk &desk : m_desks)
            type(desk);
        QTRY_VERIFY_WITH_TIMEOUT(areIdle(), patience);
        for (Desk &desk : m_desks) {
            type(desk);
            QCOMPARE(editor(desk).text(), desk.typed);
        }
        checkGrids();
        if (failure == Failure::Kill)
            QVERIFY(m_database->revive());
    }
    qInfo("%d results were complete, %d were not", m_completeResults, m_brokenResults);
    QVERIFY(m_completeResults + m_brokenResults > 0);
    for (Desk &desk : m_desks) {
        desk.tab.reset();
        QueryPane next;
        next.setRecords({nullptr, m_drafts.get()}, desk.profile.id, desk.profile.name);
        QTRY_COMPARE_WITH_TIMEOUT(next.editor().text(), desk.typed, patience);
    }
}

QTEST_MAIN(TypedTextTest)
#include "typedtexttest.moc"
