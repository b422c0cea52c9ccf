// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/session.h"
#include "app/sandbox/certificates.h"
#include "core/base/worker.h"
#include "core/sql/serverprobe.h"
#include "tests/integration/tlsserver.h"
#include "tests/support/sandbox.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/slowness.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <semaphore>

using namespace latchkey;
using namespace latchkey::sql;
using namespace latchkey::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(latchkey::TlsPolicy)

namespace {

using Opened = Result<std::shared_ptr<Session>>;
using Ran = Result<StatementSummary>;

/// What a statement gave, all of it.
struct Collected
{
    Ran result = Error{};
    QList<Column> columns; ///< of the last result
    QStringList names; ///< of each result's first column
    QList<quint64> resultRows; ///< of each result that has ended
    QList<QList<std::optional<QByteArray>>> rows; ///< of all results
};

void collect(Collected &collected, const RowBatch &batch)
{
    for (int row = 0; row < batch.rows(); ++row) {
        QList<std::optional<QByteArray>> values;
        for (int column = 0; column < batch.columns(); ++column) {
            const auto value = batch.value(row, column);
            values << (value ? std::optional(QByteArray(value->data(), static_cast<qsizetype>(value->size())))
                             : std::nullopt);
        }
        collected.rows << values;
    }
}

Collected runAll(Session &session, const QString &sql, RunLimits limits = {})
{
    Collected collected;
    RowSink sink;
    sink.columns = [&](const QList<Column> &columns) {
        collected.columns = columns;
        collected.names << columns.value(0).name;
    };
    sink.rows = [&](const RowBatch &batch) { collect(collected, batch); };
    sink.ended = [&](const StatementSummary &result) { collected.resultRows << result.rowCount; };
    collected.result = session.run(sql, sink, limits).result();
    return collected;
}

/// The only value of a statement that gives one, or its error's name.
QByteArray valueOf(Session &session, const QString &sql)
{
    const Collected collected = runAll(session, sql);
    if (!collected.result) {
        qWarning().noquote() << sql << collected.result.error().detail;
        return codeName(collected.result.error().code).toUtf8();
    }
    return collected.rows.value(0).value(0).value_or("NULL");
}

template <typename T>
QString codeOf(const Result<T> &result)
{
    return result ? u"no error"_s : codeName(result.error().code);
}

qint64 residentKilobytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const auto match = QRegularExpression(u"VmRSS:\\s+(\\d+)"_s).match(QString::fromLatin1(status.readAll()));
    return match.captured(1).toLongLong();
}

/// A port of 127.0.0.1 whose queue is full, so that the kernel drops whoever knocks: what a packet filter does.
class FilteredPort
{
public:
    FilteredPort()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        ::bind(m_listener, generic, size);
        ::listen(m_listener, 0);
        ::getsockname(m_listener, generic, &size);
        m_port = ntohs(address.sin_port);
        for (int &filler : m_fillers) {
            filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
            ::connect(filler, generic, size);
        }
    }
    ~FilteredPort()
    {
        for (const int filler : m_fillers)
            ::close(filler);
        ::close(m_listener);
    }
    FilteredPort(const FilteredPort &) = delete;
    FilteredPort &operator=(const FilteredPort &) = delete;
    std::uint16_t port() const { return m_port; }

private:
    int m_listener = -1;
    std::array<int, 4> m_fillers{};
    std::uint16_t m_port = 0;
};

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

    ConnectOptions options() const
    {
        ConnectOptions options;
        options.host = m_server.host;
        options.port = m_server.port;
        options.user = m_admin.user;
        options.authentication = Authentication::Password;
        options.password = std::make_shared<Secret>(m_admin.password.toStdString());
        options.tlsFiles.authorities = m_caFile;
        options.stopPatience *= slowness;
        return options;
    }

    ConnectOptions optionsFor(std::uint16_t port, TlsPolicy tls) const
    {
        ConnectOptions options = this->options();
        options.host = u"127.0.0.1"_s;
        options.port = port;
        options.tls = tls;
        options.timeouts.connect = 1s;
        return options;
    }

    std::shared_ptr<Session> opened(const ConnectOptions &options) const
    {
        Opened session = Session::open(options, {}).result();
        if (!session) {
            qWarning().noquote() << session.error().message << session.error().detail;
            return nullptr;
        }
        return *session;
    }
    std::shared_ptr<Session> opened() const { return opened(options()); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
        m_server = m_sandbox.server(u"writer"_s);
        m_admin = m_sandbox.description().admin;
        m_caFile = m_sandbox.description().caFile;
        QVERIFY(m_folder.isValid());
    }

    void cleanupTestCase() { QVERIFY(Worker::waitForAll(5s)); }

    // Logging in

    void aLoginReportsItsStepsInOrder()
    {
        QList<int> steps;
        Session::Hooks hooks;
        hooks.onStep = [&](Step step) { steps << int(step); };
        QCOMPARE(codeOf(Session::open(options(), hooks).result()), u"no error"_s);
        QCOMPARE(steps, (QList<int>{int(Step::LookUp), int(Step::Connect), int(Step::Tls),
                                    int(Step::Authenticate)}));
    }

    void aLoginKnowsItsServerWithoutAStatementOfOurs()
    {
        const auto session = opened();
        QVERIFY(session);
        QVERIFY(session->isOpen());
        QVERIFY2(session->info().version.contains(u"MariaDB"), qPrintable(session->info().version));
        QVERIFY2(session->info().tlsVersion.startsWith(u"TLSv1."), qPrintable(session->info().tlsVersion));
        QVERIFY(!session->info().tlsCipher.isEmpty());
        QVERIFY(session->info().tlsVerified);
        const auto questions = runAll(*session, u"show session status like 'Questions'"_s);
        QCOMPARE(codeOf(questions.result), u"no error"_s);
        QCOMPARE(questions.rows.value(0).value(1).value_or("NULL"),
                 QByteArray("4")); // Connector/C++’s three, and this one
        QCOMPARE(valueOf(*session, u"select connection_id()"_s),
                 QByteArray::number(session->info().connectionId));
    }

    void aWrongPasswordIsDenied()
    {
        ConnectOptions wrong = options();
        wrong.password = std::make_shared<Secret>("wrong");
        QCOMPARE(codeOf(Session::open(wrong, {}).result()), u"ServerDenied"_s);
    }

    void thePasswordOfTheEnvironmentIsNotUsed()
    {
        qputenv("MYSQL_PWD", m_admin.password.toUtf8());
        ConnectOptions none = options();
        none.password = nullptr;
        const auto result = Session::open(none, {}).result();
        qunsetenv("MYSQL_PWD");
        QCOMPARE(codeOf(result), u"ServerDenied"_s);
    }

    void theUsersMyCnfIsNotRead()
    {
        QFile file(m_folder.filePath(u".my.cnf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[client]\nrestricted-auth=none\ninit-command=select "
                   "bogus\nskip-ssl\n[client-mariadb]\nport=1\n");
        file.close();
        const QByteArray home = qgetenv("HOME");
        qputenv("HOME", m_folder.path().toUtf8());
        const auto session = opened();
        qputenv("HOME", home);
        QVERIFY(session);
        QVERIFY(!session->info().tlsCipher.isEmpty());
    }

    void aMissingSchemaIsNamed()
    {
        ConnectOptions wrong = options();
        wrong.schema = u"no_such_schema"_s;
        const auto result = Session::open(wrong, {}).result();
        QCOMPARE(codeOf(result), u"NotFound"_s);
        QVERIFY(result.error().message.contains(wrong.schema));
    }

    void localhostMeansTheNetwork()
    {
        ConnectOptions byName = options();
        byName.host = u"localhost"_s;
        byName.tls = TlsPolicy::Required;
        QVERIFY(opened(byName));
    }

    void manyLoginsAtOnceDoNotDisturbEachOther()
    {
        QList<QFuture<Opened>> futures;
        for (int index = 0; index < 12; ++index)
            futures << Session::open(options(), {});
        QSet<quint64> ids;
        for (QFuture<Opened> &future : futures) {
            QCOMPARE(codeOf(future.result()), u"no error"_s);
            ids << (*future.result())->info().connectionId;
        }
        QCOMPARE(ids.size(), 12);
    }

    // Nobody there

    void aHostThatDoesNotExistIsUnknown()
    {
        ConnectOptions wrong = options();
        wrong.host = u"no-such-host.invalid"_s;
        QCOMPARE(codeOf(Session::open(wrong, {}).result()), u"HostUnknown"_s);
    }

    void aClosedPortIsUnreachable()
    {
        QCOMPARE(codeOf(Session::open(optionsFor(1, TlsPolicy::Off), {}).result()), u"ServerUnreachable"_s);
    }

    void aFilteredPortIsUnreachableInTime()
    {
        const FilteredPort filtered;
        QElapsedTimer timer;
        timer.start();
        const auto result = Session::open(optionsFor(filtered.port(), TlsPolicy::Off), {}).result();
        QCOMPARE(codeOf(result), u"ServerUnreachable"_s);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void aSilentServerIsUnreachableInTime()
    {
        ScriptedServer silent([](Conversation &conversation) { conversation.waitForLeaving(); });
        QElapsedTimer timer;
        timer.start();
        const auto result = Session::open(optionsFor(silent.port(), TlsPolicy::Off), {}).result();
        QCOMPARE(codeOf(result), u"ServerUnreachable"_s);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void aCancelledLoginEndsAtOnce()
    {
        ScriptedServer silent([](Conversation &conversation) { conversation.waitForLeaving(); });
        ConnectOptions patient = optionsFor(silent.port(), TlsPolicy::Off);
        patient.timeouts.connect = 30s;
        std::stop_source stop;
        auto future = Session::open(patient, {}, stop.get_token());
        QTRY_COMPARE(silent.connections(), 1);
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        QCOMPARE(codeOf(future.result()), u"Cancelled"_s);
        QVERIFY(timer.elapsed() < 100);
    }

    void whatIsNoDatabaseIsSaidToBeNone()
    {
        ScriptedServer ssh([](Conversation &conversation) {
            conversation.sendRaw("SSH-2.0-OpenSSH_9.2\r\n");
            conversation.waitForLeaving();
        });
        const QString code = codeOf(Session::open(optionsFor(ssh.port(), TlsPolicy::Off), {}).result());
        QVERIFY2(code == u"ProtocolError" || code == u"ServerUnreachable", qPrintable(code));
    }

    // TLS

    void aServerWithoutTlsIsRefusedByEveryPolicyButOff_data()
    {
        QTest::addColumn<TlsPolicy>("policy");
        QTest::addColumn<QString>("code");
        QTest::newRow("verify identity") << TlsPolicy::VerifyIdentity << u"TlsMissing"_s;
        QTest::newRow("verify CA") << TlsPolicy::VerifyCa << u"TlsMissing"_s;
        QTest::newRow("required") << TlsPolicy::Required << u"TlsMissing"_s;
        QTest::newRow("off") << TlsPolicy::Off << u"ServerDenied"_s;
    }
    void aServerWithoutTlsIsRefusedByEveryPolicyButOff()
    {
        QFETCH(TlsPolicy, policy);
        QFETCH(QString, code);
        ScriptedServer plain([](Conversation &conversation) {
            conversation.greet();
            conversation.answer();
            conversation.switchTo("mysql_native_password", Bytes("abcdefghijklmnopqrst\0", 21));
            if (conversation.read())
                conversation.sendError(1045, "28000", "no");
        });
        const auto result = Session::open(optionsFor(plain.port(), policy), {}).result();
        QCOMPARE(codeOf(result), code);
    }

    void aCertificateIsJudgedByThePolicy_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<TlsPolicy>("policy");
        QTest::addColumn<QString>("code");
        // The server denies everybody once it has got through TLS.
        const auto identity = TlsPolicy::VerifyIdentity, chain = TlsPolicy::VerifyCa,
                   any = TlsPolicy::Required;
        QTest::newRow("good, identity") << u"good"_s << identity << u"ServerDenied"_s;
        QTest::newRow("self-signed, identity") << u"selfsigned"_s << identity << u"TlsUntrusted"_s;
        QTest::newRow("expired, identity") << u"expired"_s << identity << u"TlsExpired"_s;
        QTest::newRow("other host, identity") << u"otherhost"_s << identity << u"TlsHostMismatch"_s;
        QTest::newRow("good, chain") << u"good"_s << chain << u"ServerDenied"_s;
        QTest::newRow("self-signed, chain") << u"selfsigned"_s << chain << u"TlsUntrusted"_s;
        QTest::newRow("expired, chain") << u"expired"_s << chain << u"TlsExpired"_s;
        QTest::newRow("other host, chain") << u"otherhost"_s << chain << u"ServerDenied"_s;
        QTest::newRow("self-signed, required") << u"selfsigned"_s << any << u"ServerDenied"_s;
        QTest::newRow("expired, required") << u"expired"_s << any << u"ServerDenied"_s;
    }
    void aCertificateIsJudgedByThePolicy()
    {
        QFETCH(QString, certificate);
        QFETCH(TlsPolicy, policy);
        QFETCH(QString, code);
        const QString ca = makeCertificate(certificate);
        QVERIFY(!ca.isEmpty());
        const TlsServer server(m_folder.filePath(u"server.pem"_s), m_folder.filePath(u"server.key"_s));
        ConnectOptions wanted = optionsFor(server.port(), policy);
        wanted.tlsFiles.authorities = ca;
        wanted.timeouts.connect = 5s;
        const auto result = Session::open(wanted, {}).result();
        QCOMPARE(codeOf(result), code);
        QCOMPARE(server.sawLogin(), code == u"ServerDenied");
    }

    void aMissingCaFileIsSaidToBe()
    {
        ConnectOptions wrong = options();
        wrong.tlsFiles.authorities = u"/nonexistent/ca.pem"_s;
        QCOMPARE(codeOf(Session::open(wrong, {}).result()), u"FileInaccessible"_s);
    }

    // Statements

    void valuesArriveAsTheServerSentThem()
    {
        const auto session = opened();
        QVERIFY(session);
        QCOMPARE(valueOf(*session, u"set sql_mode = ''"_s), QByteArray("NULL"));
        const auto made = runAll(*session, uR"(create temporary table mysql.everything (
            tiny tinyint unsigned not null, big bigint, fixed decimal(10,2), floating double, bits bit(12),
            day date, moment datetime(3), span time, calendar year, chars varchar(20), body text, raw varbinary(10),
            pic blob, doc json, size enum('s','m'), flags set('a','b')) charset utf8mb4)"_s);
        QCOMPARE(codeOf(made.result), u"no error"_s);
        runAll(*session, uR"(insert into mysql.everything values (255, -1, 12.50, 0.5, b'101010101010',
            '0000-00-00', '2024-02-29 23:59:59.123', '-838:59:59', 2024, '€😀', '', x'00ff', x'0001', '{"a": 1}', 'm',
            'a,b'))"_s);
        const auto read = runAll(*session, u"select * from mysql.everything"_s);
        QCOMPARE(codeOf(read.result), u"no error"_s);
        QStringList types;
        for (const Column &column : read.columns)
            types << column.typeName;
        QCOMPARE(types.join(u' '), u"TINYINT UNSIGNED BIGINT DECIMAL DOUBLE BIT DATE DATETIME TIME YEAR "
                                   u"VARCHAR TEXT VARBINARY BLOB JSON "
                                   "ENUM SET"_s);
        QVERIFY(!read.columns.first().nullable);
        QVERIFY(read.columns.at(1).nullable);
        QCOMPARE(read.columns.first().table, u"everything"_s);
        QList<QByteArray> values;
        for (const auto &value : read.rows.value(0))
            values << value.value_or("NULL");
        QCOMPARE(values, (QList<QByteArray>{"255", "-1", "12.50", "0.5", QByteArray("\x0a\xaa", 2),
                                            "0000-00-00", "2024-02-29 23:59:59.123", "-838:59:59", "2024",
                                            "€😀", "", QByteArray("\0\xff", 2), QByteArray("\0\x01", 2),
                                            "{\"a\": 1}", "m", "a,b"}));
    }

    void nullIsNotAnEmptyText()
    {
        const auto session = opened();
        QVERIFY(session);
        const auto read = runAll(*session, u"select null, ''"_s);
        QVERIFY(!read.rows.value(0).value(0));
        QCOMPARE(read.rows.value(0).value(1), QByteArray(""));
    }

    void anUpdateTellsRowsAndWarnings()
    {
        const auto session = opened();
        QVERIFY(session);
        runAll(*session, u"set sql_mode = ''"_s);
        runAll(*session, u"create temporary table mysql.numbers (n tinyint)"_s);
        const auto inserted = runAll(*session, u"insert into mysql.numbers values (1), (2), (1000)"_s);
        QVERIFY(inserted.result);
        QVERIFY(!inserted.result->hasRows);
        QCOMPARE(inserted.result->rowCount, quint64{3});
        QCOMPARE(inserted.result->warnings, 1);
    }

    void aWrongStatementIsRefusedInTheServersWords()
    {
        const auto session = opened();
        QVERIFY(session);
        const auto result = runAll(*session, u"selct 1"_s).result;
        QCOMPARE(codeOf(result), u"StatementFailed"_s);
        QCOMPARE(result.error().native, 1064);
        QVERIFY(result.error().message.contains(u"selct"));
        QVERIFY(session->isOpen());
    }

    void aCallGivesEachOfItsResults()
    {
        const auto session = opened();
        QVERIFY(session);
        runAll(*session,
               u"create or replace procedure mysql.latchkey_three(out answer int) begin select 1 as a; "
               "select 2 as b union select 3; set answer = 42; select 4 as c limit 0; end"_s);
        const auto called = runAll(*session, u"call mysql.latchkey_three(@answer)"_s);
        runAll(*session, u"drop procedure mysql.latchkey_three"_s);
        QCOMPARE(codeOf(called.result), u"no error"_s);
        QCOMPARE(called.names, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(called.resultRows, (QList<quint64>{1, 2, 0}));
        QCOMPARE(called.rows.size(), 3);
        QCOMPARE(called.result->results, 3);
        QCOMPARE(called.result->rowCount, quint64{3});
        QVERIFY(called.result->hasRows);
        QCOMPARE(valueOf(*session, u"select @answer"_s), QByteArray("42"));
    }

    void aCallThatFailsHalfWayGivesWhatCameBefore()
    {
        const auto session = opened();
        QVERIFY(session);
        const auto failed = runAll(
            *session,
            u"begin not atomic select 1 as a; select 2 as b union select nothing from mysql.none; end"_s);
        QCOMPARE(codeOf(failed.result), u"StatementFailed"_s);
        QCOMPARE(failed.resultRows, (QList<quint64>{1}));
        QCOMPARE(valueOf(*session, u"select 5"_s), QByteArray("5"));
    }

    void aReadOnlySessionCannotWrite()
    {
        ConnectOptions readOnly = options();
        readOnly.readOnly = true;
        const auto session = opened(readOnly);
        QVERIFY(session);
        const auto result = runAll(*session, u"create table mysql.latchkey_never (n int)"_s).result;
        QCOMPARE(codeOf(result), u"StatementFailed"_s);
        QCOMPARE(result.error().native, 1792); // ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION
    }

    void localFilesAreNotGivenAway()
    {
        const auto session = opened();
        QVERIFY(session);
        runAll(*session, u"create temporary table mysql.lines (line text)"_s);
        const auto result =
            runAll(*session, u"load data local infile '/etc/passwd' into table mysql.lines"_s).result;
        QCOMPARE(codeOf(result), u"StatementFailed"_s);
        QCOMPARE(valueOf(*session, u"select count(*) from mysql.lines"_s), QByteArray("0"));
    }

    // Many rows

    void aMillionRowsPassInBoundedMemory()
    {
        const auto session = opened();
        QVERIFY(session);
        quint64 rows = 0;
        int largest = 0;
        int first = 0;
        const qint64 before = residentKilobytes();
        qint64 peak = before;
        RowSink sink;
        sink.rows = [&](const RowBatch &batch) {
            first = first == 0 ? batch.rows() : first;
            rows += static_cast<quint64>(batch.rows());
            largest = std::max(largest, batch.rows());
            if (rows % 16 == 0)
                peak = std::max(peak, residentKilobytes());
        };
        const auto result =
            session->run(u"select seq, repeat('x', 100) from mysql.seq_1_to_1000000"_s, sink).result();
        QCOMPARE(codeOf(result), u"no error"_s);
        QCOMPARE(rows, quint64{1'000'000});
        QCOMPARE(result->rowCount, rows);
        QCOMPARE(first, 1);
        QVERIFY(largest <= 1000);
#ifdef LATCHKEY_SANITIZED
        QSKIP("sanitizers keep freed memory");
#endif
        QVERIFY2(peak - before < 8 * 1024, qPrintable(QString::number(peak - before)));
    }

    void aLimitEndsTheRowsAndSaysSo()
    {
        const auto session = opened();
        QVERIFY(session);
        const auto limited = runAll(*session, u"select seq from mysql.seq_1_to_20000000"_s, {1500});
        QCOMPARE(codeOf(limited.result), u"no error"_s);
        QVERIFY(limited.result->truncated);
        QCOMPARE(limited.result->rowCount, quint64{1500});
        QCOMPARE(limited.rows.size(), 1500);
        QCOMPARE(valueOf(*session, u"select 7"_s), QByteArray("7"));
        const auto exact = runAll(*session, u"select seq from mysql.seq_1_to_1500"_s, {1500});
        QVERIFY(!exact.result->truncated);
    }

    void aProcedureRunsToItsEndWhateverTheLimit()
    {
        const auto session = opened();
        QVERIFY(session);
        const QString script =
            u"begin not atomic select seq from mysql.seq_1_to_%1; set @reached = %1; select 3; end"_s;
        for (const int rows : {1500, 1501, 200'000}) {
            const auto limited = runAll(*session, script.arg(rows), {1500});
            QCOMPARE(codeOf(limited.result), u"no error"_s);
            QCOMPARE(limited.result->truncated, rows > 1500);
            QCOMPARE(limited.resultRows, (QList<quint64>{1500, 1}));
            QCOMPARE(valueOf(*session, u"select @reached"_s), QByteArray::number(rows));
        }
    }

    void aProcedureBeyondItsLimitCanBeCancelled()
    {
        const auto session = opened();
        QVERIFY(session);
        std::stop_source stop;
        std::atomic<quint64> rows = 0;
        RowSink sink;
        sink.rows = [&](const RowBatch &batch) { rows += static_cast<quint64>(batch.rows()); };
        auto future =
            session->run(u"begin not atomic select seq from mysql.seq_1_to_20000000; select 2; end"_s, sink,
                         {100}, stop.get_token());
        QTRY_VERIFY(rows > 0);
        stop.request_stop();
        QCOMPARE(codeOf(future.result()), u"Cancelled"_s);
        QCOMPARE(valueOf(*session, u"select 7"_s), QByteArray("7"));
    }

    void aStatementStoppedBeforeItsTurnIsNeverSent()
    {
        const auto session = opened();
        QVERIFY(session);
        QCOMPARE(valueOf(*session, u"select @sent := 0"_s), QByteArray("0"));
        std::stop_source stopFirst;
        std::stop_source stopSecond;
        auto first =
            session->run(u"select seq from mysql.seq_1_to_20000000"_s, {}, {}, stopFirst.get_token());
        auto second = session->run(u"set @sent = 1"_s, {}, {}, stopSecond.get_token());
        stopSecond.request_stop();
        stopFirst.request_stop();
        QCOMPARE(codeOf(second.result()), u"Cancelled"_s);
        QCOMPARE(valueOf(*session, u"select @sent"_s), QByteArray("0"));
    }

    // Stopping

    void aSleepingStatementIsCancelledAtOnceAndOnTheServer()
    {
        const auto session = opened();
        const auto other = opened();
        QVERIFY(session && other);
        std::stop_source stop;
        auto future = session->run(u"select sleep(100) as cancel_me"_s, {}, {}, stop.get_token());
        const QString running =
            u"select count(*) from information_schema.processlist where info like '%cancel_me' and id = %1"_s
                .arg(session->info().connectionId);
        QTRY_COMPARE(valueOf(*other, running), QByteArray("1"));
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        QCOMPARE(codeOf(future.result()), u"Cancelled"_s);
        QVERIFY(timer.elapsed() < 50 * slowness);
        QCOMPARE(valueOf(*session, u"select 1"_s), QByteArray("1"));
        QVERIFY2(timer.elapsed() < 1500 * slowness, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(valueOf(*other, running), QByteArray("0"));
    }

    void cancellingDoesNotReadTheRestOfTwentyMillionRows()
    {
        const auto session = opened();
        QVERIFY(session);
        std::stop_source stop;
        std::atomic<quint64> rows = 0;
        RowSink sink;
        sink.rows = [&](const RowBatch &batch) { rows += static_cast<quint64>(batch.rows()); };
        auto future = session->run(u"select seq, repeat('x', 50) from mysql.seq_1_to_20000000"_s, sink, {},
                                   stop.get_token());
        QTRY_VERIFY(rows > 200);
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        QCOMPARE(codeOf(future.result()), u"Cancelled"_s);
        QVERIFY(timer.elapsed() < 50 * slowness);
        QCOMPARE(valueOf(*session, u"select 1"_s), QByteArray("1"));
        QVERIFY2(timer.elapsed() < 1500 * slowness, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(session->isOpen());
    }

    void aKillNeverHitsTheNextStatement()
    {
        const auto session = opened();
        QVERIFY(session);
        for (int round = 0; round < 20; ++round) {
            std::stop_source stop;
            auto future = session->run(u"select sleep(0.002)"_s, {}, {}, stop.get_token());
            callAfter(std::chrono::milliseconds(round % 5), [&stop] { stop.request_stop(); });
            future.waitForFinished();
            QTRY_VERIFY(stop.stop_requested());
            QCOMPARE(valueOf(*session, u"select sleep(0.01)"_s), QByteArray("0"));
        }
    }

    void aStreamKilledBySomebodyElseIsAnErrorNotAShortResult()
    {
        const auto session = opened();
        const auto other = opened();
        QVERIFY(session && other);
        auto seen = std::make_shared<std::binary_semaphore>(0);
        auto goOn = std::make_shared<std::binary_semaphore>(0);
        bool first = true;
        RowSink sink;
        sink.rows = [&, seen, goOn](const RowBatch &) {
            if (!std::exchange(first, false))
                return;
            seen->release();
            goOn->acquire();
        };
        auto future = session->run(u"select seq, repeat('x', 50) from mysql.seq_1_to_20000000"_s, sink);
        seen->acquire();
        valueOf(*other, u"kill query %1"_s.arg(session->info().connectionId));
        goOn->release();
        const auto result = future.result();
        QCOMPARE(codeOf(result), u"StatementFailed"_s);
        QCOMPARE(result.error().native, 1317); // ER_QUERY_INTERRUPTED
        QCOMPARE(valueOf(*session, u"select 1"_s), QByteArray("1"));
    }

    void aKilledConnectionIsALostSession()
    {
        const auto session = opened();
        const auto other = opened();
        QVERIFY(session && other);
        valueOf(*other, u"kill %1"_s.arg(session->info().connectionId));
        QCOMPARE(valueOf(*session, u"select 1"_s), QByteArray("SessionLost"));
        QVERIFY(!session->isOpen());
        QCOMPARE(valueOf(*session, u"select 1"_s), QByteArray("SessionLost"));
    }

    void droppingASessionKillsItsStatement()
    {
        auto session = opened();
        const auto other = opened();
        QVERIFY(session && other);
        const QString running = u"select count(*) from information_schema.processlist where id = %1"_s.arg(
            session->info().connectionId);
        auto future = session->run(u"select sleep(100)"_s, {});
        QTRY_COMPARE(valueOf(*other, running + u" and info like '%sleep(100)%'"_s), QByteArray("1"));
        QElapsedTimer timer;
        timer.start();
        session.reset();
        QVERIFY(timer.elapsed() < 50 * slowness);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(*other, running), QByteArray("0"), 3000 * slowness);
        QVERIFY(!future.result());
    }

    // Asking without logging in

    void aProbeTellsWhatTheServerSaysOfItself()
    {
        Profile profile;
        profile.host = m_server.host;
        profile.port = m_server.port;
        profile.tlsFiles.authorities = m_caFile;
        const auto report = probeServer(profile, m_admin.user).result();
        QCOMPARE(codeOf(report), u"no error"_s);
        QVERIFY(report->version.contains(u"MariaDB"));
        QVERIFY(report->tlsOffered);
        QVERIFY2(report->tlsVerified, qPrintable(report->tlsProblem));
        QVERIFY(!report->tlsCipher.isEmpty());
        QCOMPARE(report->plugin, u"mysql_native_password"_s);
        QVERIFY(report->spn.isEmpty());
    }

    void aProbeOfASilentServerEndsInTime()
    {
        ScriptedServer silent([](Conversation &conversation) { conversation.waitForLeaving(); });
        Profile profile;
        profile.host = u"127.0.0.1"_s;
        profile.port = silent.port();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(codeOf(probeServer(profile, u"alice"_s, {}, 300ms).result()), u"ServerUnreachable"_s);
        QVERIFY(timer.elapsed() < 1000);
    }

private:
    /// Writes server.pem and server.key; gives the file of the authority to check them with.
    QString makeCertificate(const QString &kind)
    {
        const QString certificate = m_folder.filePath(u"server.pem"_s);
        const QString key = m_folder.filePath(u"server.key"_s);
        const QString caFile = m_folder.filePath(u"ca.pem"_s);
        auto authority = sandbox::Authority::make(u"Test authority"_s);
        if (!authority || !authority->writeCertificate(caFile))
            return {};
        sandbox::CertificatePlan plan{u"server"_s, {u"127.0.0.1"_s, u"localhost"_s}, -48h, 48h};
        if (kind == u"expired")
            plan.validUntil = -24h;
        if (kind == u"otherhost")
            plan.hosts = {u"db.example.com"_s};
        const auto issued = kind == u"selfsigned" ? sandbox::issueSelfSigned(plan, certificate, key)
                                                  : authority->issue(plan, certificate, key);
        return issued ? caFile : QString();
    }

    Sandbox m_sandbox;
    sandbox::ServerDescription m_server;
    sandbox::AccountDescription m_admin;
    QString m_caFile;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SessionTest)
#include "sessiontest.moc"
