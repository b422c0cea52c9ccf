// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/clirunner.h"
#include "tests/integration/pseudoterminal.h"
#include "tests/support/kdcdoubles.h"
#include "tests/support/sandbox.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

#include <utility>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace latchkey::test;

namespace {

const QString writer = QStringLiteral("Sandbox/orders/writer");
const QString alice = QStringLiteral("alice@CORP.EXAMPLE.COM");
const QString carol = QStringLiteral("carol@AWS.EXAMPLE.COM");

QStringList query(const QString &profile, const QString &sql, const QStringList &more = {})
{
    return QStringList{QStringLiteral("query"), profile, QStringLiteral("-e"), sql} + more;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a core dump of the process would hold: every readable mapping that is not marked "dd" (do not dump).
QByteArray dumpOf(qint64 process)
{
    const QString folder = QStringLiteral("/proc/%1/").arg(process);
    QFile memory(folder + QLatin1String("mem"));
    if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    static const QRegularExpression mapping(
        QStringLiteral("^([0-9a-f]+)-([0-9a-f]+) (r...) [^\\n]*\\n(?:[A-Z][^\\n]*\\n)*?VmFlags:([^\\n]*)"),
        QRegularExpression::MultilineOption);
    QByteArray dump;
    auto found = mapping.globalMatch(QString::fromUtf8(contentOf(folder + QLatin1String("smaps"))));
    while (found.hasNext()) {
        const auto match = found.next();
        const qint64 begin = match.captured(1).toLongLong(nullptr, 16);
        const qint64 end = match.captured(2).toLongLong(nullptr, 16);
        if (!match.captured(4).contains(QLatin1String(" dd")) && memory.seek(begin))
            dump += memory.read(end - begin);
    }
    return dump;
}

/// A pipe that nobody has read from and that takes no byte more.
class FullPipe
{
public:
    enum class Writing { Waits, IsRefused };

    explicit FullPipe(Writing writing = Writing::Waits)
    {
        if (pipe2(m_ends, O_CLOEXEC) != 0)
            return;
        fcntl(m_ends[1], F_SETFL, O_NONBLOCK);
        const QByteArray chunk(4096, 'x');
        while (write(m_ends[1], chunk.constData(), 4096) > 0) { }
        fcntl(m_ends[1], F_SETFL, writing == Writing::Waits ? 0 : O_NONBLOCK);
    }
    ~FullPipe()
    {
        close(m_ends[0]);
        close(m_ends[1]);
    }
    FullPipe(const FullPipe &) = delete;
    FullPipe &operator=(const FullPipe &) = delete;
    int writeEnd() const { return m_ends[1]; }
    /// Until nobody writes any more.
    QByteArray takeAll()
    {
        close(std::exchange(m_ends[1], -1));
        QByteArray all;
        QByteArray chunk(4096, '\0');
        for (ssize_t got = 1; (got = read(m_ends[0], chunk.data(), 4096)) > 0;)
            all.append(chunk.constData(), got);
        return all;
    }

private:
    int m_ends[2] = {-1, -1};
};

/// The process sits in write() to its standard output.
bool isStuckWriting(qint64 process)
{
    const QString call = QStringLiteral("%1 0x%2 ").arg(SYS_write).arg(STDOUT_FILENO);
    return contentOf(QStringLiteral("/proc/%1/syscall").arg(process)).startsWith(call.toLatin1());
}

/// Ctrl+C. False if the program has ended: its number is 0 then, and a signal to 0 would end the whole test run.
bool interrupt(const QProcess &process)
{
    const auto number = static_cast<pid_t>(process.processId());
    return number > 0 && kill(number, SIGINT) == 0;
}

} // namespace

class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void profilesGoRoundThroughCommands();
    void everySettingOfAProfileHasAnOption();
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();
    void helpNeedsNothing();

    void signingInShowsTheTicketsAndDestroyingRemovesThem();
    void aKeytabSignsIn();
    void renewingAndSwitchingWork();
    void aFailedSignInChangesNothing();

    void theMainJobFromPasswordToRow();
    void twoIdentitiesWorkAtOnce();
    void theFirstVerifiedLoginPinsTheSpn();
    void formatsAreWhatTheManualSays_data();
    void formatsAreWhatTheManualSays();
    void severalStatementsRunUpToTheFirstError();
    void aProcedureGivesOneResultAfterTheOther();
    void aReaderThatLeavesEndsTheStatement();
    void aFullDiskIsSaid();
    void aProbeNeedsNoTicket();
    void thePasswordProfileTakesItsPasswordFromStandardInput();

    void ctrlCEndsASignInAtASilentKdc();
    void ctrlCEndsAStatement();
    void ctrlCEndsAPromptAndRestoresTheEcho();
    void anOutputThatIsNeverWaitedForLosesNothing();
    void ctrlCEndsOutputThatNobodyReads();

    void noPasswordIsInTheEnvironmentOrTheArguments();
    void noPasswordIsInADumpAfterSigningIn();

private:
    Ended signIn(const QString &user);
    void useSandboxProfiles();
    QByteArray passwordLine(const QString &user) const { return m_sandbox.password(user).toUtf8() + '\n'; }
    QString silentKdcConfig();

    Sandbox m_sandbox;
    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<SilentKdc> m_silent;
    QByteArray m_everything;
};

void CliTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
}

void CliTest::init()
{
    m_cli = std::make_unique<CliRunner>();
}

void CliTest::cleanup()
{
    m_everything += m_cli->everything();
    for (const QString &file : QDir(m_cli->file(u"config"_qs)).entryList(QDir::Files))
        m_everything += contentOf(m_cli->file(u"config/"_qs + file));
    m_silent.reset();
}

void CliTest::cleanupTestCase()
{
    QVERIFY(!m_everything.isEmpty());
    for (const auto &principal : m_sandbox.description().principals)
        QVERIFY2(!m_everything.contains(principal.password.toUtf8()), qPrintable(principal.name));
}

Ended CliTest::signIn(const QString &user)
{
    return m_cli->run({u"sign-in"_qs, m_sandbox.principal(user), u"--password-stdin"_qs}, passwordLine(user));
}

void CliTest::useSandboxProfiles()
{
    const QString name = u"profiles.json"_qs;
    QVERIFY(QFile::copy(QDir(m_sandbox.description().configDir).filePath(name),
                        m_cli->file(u"config/"_qs + name)));
}

QString CliTest::silentKdcConfig()
{
    m_silent = std::make_unique<SilentKdc>();
    const QString config = m_cli->file(u"silent.conf"_qs);
    const QString kdc = u"127.0.0.1:%1"_qs.arg(m_silent->port());
    const auto &description = m_sandbox.description();
    return writeConfigWithKdcs(description.krb5Config, description.usersRealm, {kdc}, config) ? config
                                                                                              : QString();
}

void CliTest::profilesGoRoundThroughCommands()
{
    const auto added = m_cli->run({u"profiles"_qs, u"add"_qs, u"Team / a \\/ b"_qs, u"--host"_qs,
                                   u"db1.example.com"_qs, u"--port"_qs, u"3307"_qs, u"--auth"_qs,
                                   u"gssapi"_qs, u"--ca"_qs, u"ca.pem"_qs, u"--read-only"_qs, u"--json"_qs});
    QCOMPARE(added.code, 0);
    const QJsonObject profile = added.json().object();
    QCOMPARE(profile.value(u"path").toString(), u"Team/a \\/ b"_qs);
    QCOMPARE(profile.value(u"caFile").toString(), m_cli->file(u"ca.pem"_qs));
    QCOMPARE(profile.value(u"readOnly").toBool(), true);

    const auto edited = m_cli->run({u"profiles"_qs, u"edit"_qs, u"a \\/ b"_qs, u"--spn"_qs, u"mysql/x@R"_qs,
                                    u"--rename"_qs, u"Team/c"_qs, u"--ca"_qs, QString(), u"--read-write"_qs});
    QCOMPARE(edited.code, 0);
    const QJsonObject shown =
        m_cli->run({u"profiles"_qs, u"show"_qs, u"Team/c"_qs, u"--json"_qs}).json().object();
    QCOMPARE(shown.value(u"id"), profile.value(u"id"));
    QCOMPARE(shown.value(u"spn").toString(), u"mysql/x@R"_qs);
    QCOMPARE(shown.value(u"caFile").toString(), QString());
    QCOMPARE(shown.value(u"readOnly").toBool(), false);
    QCOMPARE(m_cli->run({u"profiles"_qs, u"list"_qs, u"--json"_qs}).json().array().size(), 1);
    QVERIFY(m_cli->run({u"profiles"_qs, u"list"_qs}).output.contains("Team/c"));

    QCOMPARE(m_cli->run({u"profiles"_qs, u"remove"_qs, u"Team/c"_qs}).code, 0);
    QCOMPARE(m_cli->run({u"profiles"_qs, u"remove"_qs, u"Team/c"_qs}).code, 1);
    QCOMPARE(m_cli->run({u"profiles"_qs, u"list"_qs, u"--json"_qs}).json(), QJsonDocument(QJsonArray()));
}

void CliTest::everySettingOfAProfileHasAnOption()
{
    const auto json = [this](const QStringList &arguments) {
        return m_cli->run(arguments + QStringList{u"--json"_qs}).json().object();
    };
    const QStringList add{u"profiles"_qs,  u"add"_qs,
                          u"all"_qs,       u"--host"_qs,
                          u"h"_qs,         u"--endpoint"_qs,
                          u"reader"_qs,    u"--cache"_qs,
                          u"private"_qs,   u"--krb5-config"_qs,
                          u"krb5.conf"_qs, u"--auth"_qs,
                          u"automatic"_qs, u"--tls-version"_qs,
                          u"1.3"_qs,       u"--client-certificate"_qs,
                          u"c.pem"_qs,     u"--client-key"_qs,
                          u"k.pem"_qs,     u"--connect-timeout"_qs,
                          u"1m"_qs,        u"--answer-timeout"_qs,
                          u"5"_qs,         u"--keep-alive"_qs,
                          u"30s"_qs,       u"--idle-close"_qs,
                          u"1h"_qs,        u"--charset"_qs,
                          u"latin1"_qs,    u"--time-zone"_qs,
                          u"+01:00"_qs,    u"--variable"_qs,
                          u"a=1=2"_qs,     u"--variable"_qs,
                          u"b=x"_qs,       u"--statement"_qs,
                          u"select 1"_qs,  u"--statement"_qs,
                          u"select 2"_qs,  u"--guard"_qs,
                          u"on"_qs,        u"--tag"_qs,
                          u"blue"_qs,      u"--favourite"_qs};
    QJsonObject shown = json(add);
    const QJsonObject expected{
        {u"endpoint"_qs, u"reader"_qs},
        {u"cache"_qs, u"private"_qs},
        {u"kerberosConfig"_qs, m_cli->file(u"krb5.conf"_qs)},
        {u"authentication"_qs, u"automatic"_qs},
        {u"minimumTls"_qs, u"1.3"_qs},
        {u"clientCertificate"_qs, m_cli->file(u"c.pem"_qs)},
        {u"clientKey"_qs, m_cli->file(u"k.pem"_qs)},
        {u"connectTimeout"_qs, 60},
        {u"answerTimeout"_qs, 5},
        {u"keepAlive"_qs, 30},
        {u"idleClose"_qs, 3600},
        {u"characterSet"_qs, u"latin1"_qs},
        {u"timeZone"_qs, u"+01:00"_qs},
        {u"variables"_qs, QJsonObject{{u"a"_qs, u"1=2"_qs}, {u"b"_qs, u"x"_qs}}},
        {u"statements"_qs, QJsonArray{u"select 1"_qs, u"select 2"_qs}},
        {u"guard"_qs, u"on"_qs},
        {u"tags"_qs, QJsonArray{u"blue"_qs}},
        {u"favourite"_qs, true},
    };
    for (auto field = expected.begin(); field != expected.end(); ++field)
        QVERIFY2(shown.value(field.key()) == field.value(), qPrintable(field.key()));
    QVERIFY(m_cli->run({u"profiles"_qs, u"show"_qs, u"all"_qs}).output.contains("a=1=2; b=x"));

    const QStringList edit{u"profiles"_qs, u"edit"_qs,        u"all"_qs, u"--variable"_qs,
                           u"a="_qs,       u"--statement"_qs, QString(), u"--keep-alive"_qs,
                           QString(),      u"--auth"_qs,      QString(), u"--no-favourite"_qs};
    shown = json(edit);
    QCOMPARE(shown.value(u"variables"_qs).toObject(), (QJsonObject{{u"b"_qs, u"x"_qs}}));
    QCOMPARE(shown.value(u"statements"_qs).toArray(), QJsonArray());
    QCOMPARE(shown.value(u"keepAlive"_qs).toInt(), 0);
    QCOMPARE(shown.value(u"authentication"_qs).toString(), u"kerberos"_qs);
    QCOMPARE(shown.value(u"favourite"_qs).toBool(), false);
    QCOMPARE(m_cli->run({u"profiles"_qs, u"remove"_qs, u"all"_qs}).code, 0);
}

void CliTest::wrongUseIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nothing") << QStringList() << QByteArray("--help");
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_qs} << QByteArray("frobnicate");
    QTest::newRow("half a command") << QStringList{u"profiles"_qs} << QByteArray("--help");
    QTest::newRow("unknown option") << QStringList{u"tickets"_qs, u"--frob"_qs} << QByteArray("frob");
    QTest::newRow("name missing") << QStringList{u"profiles"_qs, u"show"_qs} << QByteArray("NAME");
    QTest::newRow("name too many") << QStringList{u"switch"_qs, u"a"_qs, u"b"_qs} << QByteArray("PRINCIPAL");
    QTest::newRow("no host") << QStringList{u"profiles"_qs, u"add"_qs, u"x"_qs} << QByteArray("host name");
    QTest::newRow("port as word") << QStringList{u"profiles"_qs, u"add"_qs,    u"x"_qs, u"--host"_qs,
                                                 u"h"_qs,        u"--port"_qs, u"y"_qs}
                                  << QByteArray("65535");
    QTest::newRow("TLS word") << QStringList{u"profiles"_qs, u"add"_qs,   u"x"_qs,   u"--host"_qs,
                                             u"h"_qs,        u"--tls"_qs, u"none"_qs}
                              << QByteArray("verify-identity");
    QTest::newRow("minimum TLS") << QStringList{u"profiles"_qs, u"add"_qs,           u"x"_qs, u"--host"_qs,
                                                u"h"_qs,        u"--tls-version"_qs, u"9"_qs}
                                 << QByteArray("1.3");
    QTest::newRow("duration") << QStringList{u"profiles"_qs, u"add"_qs,          u"x"_qs,   u"--host"_qs,
                                             u"h"_qs,        u"--keep-alive"_qs, u"long"_qs}
                              << QByteArray("duration");
    QTest::newRow("too long") << QStringList{u"profiles"_qs, u"add"_qs,          u"x"_qs, u"--host"_qs,
                                             u"h"_qs,        u"--idle-close"_qs, u"8d"_qs}
                              << QByteArray("week");
    QTest::newRow("variable") << QStringList{u"profiles"_qs, u"add"_qs,        u"x"_qs, u"--host"_qs,
                                             u"h"_qs,        u"--variable"_qs, u"=1"_qs}
                              << QByteArray("NAME=VALUE");
    QTest::newRow("no statement") << QStringList{u"query"_qs, u"x"_qs} << QByteArray("-e");
    QTest::newRow("blank statement") << query(u"x"_qs, u" ; -- nothing"_qs) << QByteArray("-e");
    QTest::newRow("format word") << query(u"x"_qs, u"select 1"_qs, {u"--format"_qs, u"xml"_qs})
                                 << QByteArray("tsv");
    QTest::newRow("two credentials") << QStringList{u"sign-in"_qs, u"a@R"_qs, u"--keytab"_qs, u"k"_qs,
                                                    u"--password-stdin"_qs}
                                     << QByteArray("not both");
    QTest::newRow("two targets") << QStringList{u"destroy"_qs, u"--all"_qs, u"--service"_qs, u"x"_qs}
                                 << QByteArray("--all alone");
    QTest::newRow("empty password") << QStringList{u"sign-in"_qs, u"a@R"_qs, u"--password-stdin"_qs}
                                    << QByteArray("empty");
}

void CliTest::wrongUseIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const auto ended = m_cli->run(arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.errors.startsWith("latchkey-cli: ") && ended.errors.contains(says),
             ended.errors.constData());
    QCOMPARE(ended.output, QByteArray());
    const auto asJson = m_cli->run(arguments + QStringList{u"--json"_qs});
    QCOMPARE(asJson.json().object().value(u"error").toObject().value(u"code").toString(), u"InvalidInput"_qs);
}

void CliTest::helpNeedsNothing()
{
    m_cli->setVariable(u"KRB5_CONFIG"_qs, u"/nonexistent"_qs);
    const auto all = m_cli->run({u"--help"_qs});
    QCOMPARE(all.code, 0);
    for (const char *command :
         {"profiles list", "profiles show", "profiles add", "profiles edit", "profiles remove", "tickets",
          "sign-in", "renew", "destroy", "switch", "query", "probe"}) {
        QVERIFY(all.output.contains(command));
        const auto one = m_cli->run(QString::fromLatin1(command).split(u' ') + QStringList{u"--help"_qs});
        QCOMPARE(one.code, 0);
        QVERIFY(one.output.startsWith(QByteArray("latchkey-cli ") + command));
    }
    QVERIFY(m_cli->run({u"--version"_qs}).output.startsWith("latchkey-cli "));
}

void CliTest::signingInShowsTheTicketsAndDestroyingRemovesThem()
{
    QCOMPARE(m_cli->run({u"tickets"_qs, u"--json"_qs}).json(), QJsonDocument(QJsonArray()));
    const auto signedIn = signIn(u"alice"_qs);
    QCOMPARE(signedIn.code, 0);
    QVERIFY(signedIn.output.startsWith("Signed in as alice@CORP.EXAMPLE.COM until "));
    const QJsonObject cache = m_cli->run({u"tickets"_qs, u"--json"_qs}).json().array().at(0).toObject();
    QCOMPARE(cache.value(u"principal").toString(), alice);
    QCOMPARE(cache.value(u"default").toBool(), true);
    const QJsonArray tickets = cache.value(u"tickets").toArray();
    QCOMPARE(tickets.size(), 1);
    QCOMPARE(tickets.at(0).toObject().value(u"service").toString(),
             u"krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM"_qs);
    QVERIFY(m_cli->run({u"tickets"_qs}).output.contains("krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM"));

    QCOMPARE(m_cli->run({u"destroy"_qs}).code, 0);
    QCOMPARE(m_cli->run({u"tickets"_qs, u"--json"_qs}).json(), QJsonDocument(QJsonArray()));
    QCOMPARE(m_cli->run({u"destroy"_qs}).code, 3);
    QCOMPARE(m_cli->run({u"renew"_qs}).code, 3);
}

void CliTest::aKeytabSignsIn()
{
    const auto &keytab = m_sandbox.description().keytabs.first();
    const auto ended =
        m_cli->run({u"sign-in"_qs, keytab.principal, u"--keytab"_qs, keytab.file, u"--json"_qs});
    QCOMPARE(ended.code, 0);
    QCOMPARE(ended.json().object().value(u"principal").toString(), keytab.principal);
    const auto refused = m_cli->run({u"sign-in"_qs, alice, u"--keytab"_qs, keytab.file});
    QCOMPARE(refused.code, 7);
}

void CliTest::renewingAndSwitchingWork()
{
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    QCOMPARE(signIn(u"bob"_qs).code, 0);
    const auto defaultPrincipal = [this] {
        const QJsonArray caches = m_cli->run({u"tickets"_qs, u"--json"_qs}).json().array();
        return caches.at(0).toObject().value(u"principal").toString();
    };
    QCOMPARE(defaultPrincipal(), alice);
    QCOMPARE(m_cli->run({u"switch"_qs, u"bob"_qs}).code, 0);
    QCOMPARE(defaultPrincipal(), m_sandbox.principal(u"bob"_qs));
    const auto renewed = m_cli->run({u"renew"_qs, u"--json"_qs});
    QCOMPARE(renewed.code, 0);
    QCOMPARE(renewed.json().object().value(u"principal").toString(), m_sandbox.principal(u"bob"_qs));
    const auto destroyed = m_cli->run({u"destroy"_qs, u"--all"_qs, u"--json"_qs});
    QCOMPARE(destroyed.json().object().value(u"destroyed").toInt(), 2);
}

void CliTest::aFailedSignInChangesNothing()
{
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const QByteArray before = m_cli->run({u"tickets"_qs, u"--json"_qs}).output;
    QCOMPARE(m_cli->run({u"sign-in"_qs, alice, u"--password-stdin"_qs}, "wrong\n").code, 4);
    QCOMPARE(m_cli->run({u"sign-in"_qs, carol, u"--password-stdin"_qs}, "wrong\n").code, 4);
    QCOMPARE(m_cli->run({u"tickets"_qs, u"--json"_qs}).output, before);
}

void CliTest::theMainJobFromPasswordToRow()
{
    useSandboxProfiles();
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const auto ended = m_cli->run(query(writer, u"select current_user(), @@version, @@server_id"_qs));
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QCOMPARE(ended.lines().size(), 2);
    QVERIFY(ended.lines().at(1).startsWith(u"alice@"_qs));

    const QJsonArray caches = m_cli->run({u"tickets"_qs, u"--json"_qs}).json().array();
    QStringList services;
    for (const QJsonValue &ticket : caches.at(0).toObject().value(u"tickets").toArray())
        services.append(ticket.toObject().value(u"service").toString());
    services.sort();
    QCOMPARE(services, (QStringList{u"krbtgt/AWS.EXAMPLE.COM@CORP.EXAMPLE.COM"_qs,
                                    u"krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM"_qs,
                                    m_sandbox.server(u"writer"_qs).spn}));

    QCOMPARE(m_cli->run({u"destroy"_qs, u"--all"_qs}).code, 0);
    const auto refused = m_cli->run(query(writer, u"select 1"_qs));
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.errors.contains("ign in"), refused.errors.constData());
}

void CliTest::twoIdentitiesWorkAtOnce()
{
    useSandboxProfiles();
    QCOMPARE(m_cli->run({u"profiles"_qs, u"edit"_qs, writer, u"--principal"_qs, alice}).code, 0);
    QCOMPARE(
        m_cli->run({u"profiles"_qs, u"edit"_qs, u"Sandbox/orders/reader"_qs, u"--principal"_qs, carol}).code,
        0);
    for (const QString &user : {u"bob"_qs, u"alice"_qs, u"carol"_qs}) // bob gets the default cache
        QCOMPARE(signIn(user).code, 0);
    const auto first =
        m_cli->start(query(writer, u"select current_user(), sleep(0.5)"_qs, {u"--no-header"_qs}));
    const auto second = m_cli->start(
        query(u"Sandbox/orders/reader"_qs, u"select current_user(), sleep(0.5)"_qs, {u"--no-header"_qs}));
    const auto asAlice = m_cli->finish(*first);
    const auto asCarol = m_cli->finish(*second);
    QVERIFY2(asAlice.output.startsWith("alice@"), asAlice.errors.constData());
    QVERIFY2(asCarol.output.startsWith("carol@"), asCarol.errors.constData());
    const QJsonObject bobs = m_cli->run({u"tickets"_qs, u"--json"_qs}).json().array().at(0).toObject();
    QCOMPARE(bobs.value(u"principal").toString(), m_sandbox.principal(u"bob"_qs));
    QCOMPARE(bobs.value(u"tickets").toArray().size(), 1);
}

void CliTest::theFirstVerifiedLoginPinsTheSpn()
{
    useSandboxProfiles();
    QCOMPARE(m_cli->run({u"profiles"_qs, u"edit"_qs, writer, u"--spn"_qs, QString()}).code, 0);
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const QString spn = m_sandbox.server(u"writer"_qs).spn;
    const auto first = m_cli->run(query(writer, u"select 1"_qs));
    QCOMPARE(first.code, 0);
    QVERIFY2(first.errors.contains(spn.toUtf8()), first.errors.constData());
    const QJsonObject shown = m_cli->run({u"profiles"_qs, u"show"_qs, writer, u"--json"_qs}).json().object();
    QCOMPARE(shown.value(u"spn").toString(), spn);
    QCOMPARE(m_cli->run(query(writer, u"select 1"_qs)).errors, QByteArray());
}

void CliTest::formatsAreWhatTheManualSays_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("tsv") << QStringList{}
                         << QByteArray("n\ttext\tnothing\tbytes\n7\ta\\tb\\\\c\\n\tNULL\t\xC3\x28\n");
    QTest::newRow("tsv, bare") << QStringList{u"--no-header"_qs}
                               << QByteArray("7\ta\\tb\\\\c\\n\tNULL\t\xC3\x28\n");
    QTest::newRow("csv") << QStringList{u"--format"_qs, u"csv"_qs}
                         << QByteArray("n,text,nothing,bytes\r\n7,\"a\tb\\c\n\",,\xC3\x28\r\n");
    QTest::newRow("json")
        << QStringList{u"--json"_qs}
        << QByteArray(
               "[\n{\"n\": 7, \"text\": \"a\\tb\\\\c\\n\", \"nothing\": null, \"bytes\": \"wyg=\"}\n]\n");
    QTest::newRow("table") << QStringList{u"--format"_qs, u"table"_qs}
                           << QByteArray("+---+----------+---------+--------+\n"
                                         "| n | text     | nothing | bytes  |\n"
                                         "+---+----------+---------+--------+\n"
                                         "| 7 | a\\tb\\c\\n | NULL    | 0xC328 |\n"
                                         "+---+----------+---------+--------+\n");
}

void CliTest::formatsAreWhatTheManualSays()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, output);
    useSandboxProfiles();
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const QString sql = u"select 7 as n, 'a\\tb\\\\c\\n' as text, null as nothing, x'C328' as bytes"_qs;
    const auto ended = m_cli->run(query(writer, sql, options));
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QCOMPARE(ended.output, output);
}

void CliTest::severalStatementsRunUpToTheFirstError()
{
    useSandboxProfiles();
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const auto ended =
        m_cli->run(query(writer, u"select 1 as a; select 2 as b; select nonsense; select 3 as c"_qs));
    QCOMPARE(ended.code, 1);
    QCOMPARE(ended.output, QByteArray("a\n1\nb\n2\n"));
    QVERIFY2(ended.errors.contains("nonsense"), ended.errors.constData());
    const auto changed = m_cli->run(query(writer, u"set @x = 1"_qs, {u"--json"_qs}));
    QCOMPARE(changed.output, QByteArray("{\"affectedRows\": 0, \"warnings\": 0}\n"));
}

void CliTest::aProcedureGivesOneResultAfterTheOther()
{
    useSandboxProfiles();
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const auto made = m_cli->run(query(
        writer,
        u"delimiter //\ncreate or replace procedure shop.latchkey_two() begin select 1 as a; select 2 as b "
        "union select 3; end//"_qs));
    QVERIFY2(made.code == 0, made.errors.constData());
    const QString call = u"call shop.latchkey_two()"_qs;
    QCOMPARE(m_cli->run(query(writer, call)).output, QByteArray("a\n1\nb\n2\n3\n"));
    const auto json = m_cli->run(query(writer, call, {u"--json"_qs}));
    QCOMPARE(QByteArray(json.output).replace(' ', "").replace('\n', ""),
             QByteArray("[{\"a\":1}][{\"b\":2},{\"b\":3}]"));
    m_cli->run(query(writer, u"drop procedure shop.latchkey_two"_qs));
}

void CliTest::aReaderThatLeavesEndsTheStatement()
{
    useSandboxProfiles();
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    int ends[2];
    QCOMPARE(pipe2(ends, O_CLOEXEC), 0);
    const auto process = m_cli->start(query(writer, u"select seq from seq_1_to_100000000"_qs), {},
                                      [writeEnd = ends[1]] { dup2(writeEnd, STDOUT_FILENO); });
    close(ends[1]);
    QByteArray some(100, '\0');
    QVERIFY(read(ends[0], some.data(), 100) > 0);
    close(ends[0]);
    const auto ended = m_cli->finish(*process);
    QCOMPARE(ended.code, 1);
    QVERIFY2(!ended.errors.contains("output"), ended.errors.constData()); // nobody is left to be told
}

void CliTest::aFullDiskIsSaid()
{
    const auto process = m_cli->start({u"--help"_qs}, {}, [] {
        const int full = open("/dev/full", O_WRONLY);
        dup2(full, STDOUT_FILENO);
    });
    const auto ended = m_cli->finish(*process);
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.errors.contains("could not be written"), ended.errors.constData());
}

void CliTest::aProbeNeedsNoTicket()
{
    useSandboxProfiles();
    const auto ended = m_cli->run({u"probe"_qs, writer, u"--json"_qs});
    QVERIFY2(ended.code == 0, ended.errors.constData());
    const QJsonObject report = ended.json().object();
    QCOMPARE(report.value(u"spn").toString(), m_sandbox.server(u"writer"_qs).spn);
    QCOMPARE(report.value(u"realm").toString(), m_sandbox.description().usersRealm);
    QCOMPARE(report.value(u"plugin").toString(), u"authentication_kerberos_client"_qs);
    QVERIFY(!report.value(u"version").toString().isEmpty());
    QCOMPARE(report.value(u"tls").toObject().value(u"verified").toBool(), true);
    QVERIFY(m_cli->run({u"probe"_qs, writer}).output.contains(m_sandbox.server(u"writer"_qs).spn.toUtf8()));
}

void CliTest::thePasswordProfileTakesItsPasswordFromStandardInput()
{
    useSandboxProfiles();
    QString secret;
    for (const auto &account : m_sandbox.server(u"writer"_qs).accounts)
        secret = account.password.isEmpty() ? secret : account.password;
    QVERIFY(!secret.isEmpty());
    QString name;
    for (const QJsonValue &profile : m_cli->run({u"profiles"_qs, u"list"_qs, u"--json"_qs}).json().array()) {
        if (profile.toObject().value(u"authentication").toString() == u"password"_qs)
            name = profile.toObject().value(u"path").toString();
    }
    const auto good =
        m_cli->run(query(name, u"select 1 as a"_qs, {u"--password-stdin"_qs}), secret.toUtf8() + '\n');
    QVERIFY2(good.code == 0, good.errors.constData());
    QCOMPARE(good.output, QByteArray("a\n1\n"));
    QCOMPARE(m_cli->run(query(name, u"select 1"_qs, {u"--password-stdin"_qs}), "wrong\n").code, 4);
}

void CliTest::ctrlCEndsASignInAtASilentKdc()
{
    m_cli->setVariable(u"KRB5_CONFIG"_qs, silentKdcConfig());
    const auto process =
        m_cli->start({u"sign-in"_qs, alice, u"--password-stdin"_qs}, passwordLine(u"alice"_qs));
    QVERIFY(process->waitForStarted());
    QTRY_VERIFY(m_silent->wasAsked());
    QVERIFY(interrupt(*process));
    const auto ended = m_cli->finish(*process);
    QCOMPARE(ended.code, 130);
    QVERIFY2(ended.milliseconds < 1'000, qPrintable(QString::number(ended.milliseconds)));
}

void CliTest::ctrlCEndsAStatement()
{
    useSandboxProfiles();
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const auto process = m_cli->start(query(writer, u"select 1 as a; select sleep(30)"_qs));
    QTRY_VERIFY(process->bytesAvailable() > 0 || process->state() == QProcess::NotRunning);
    QVERIFY(interrupt(*process));
    const auto ended = m_cli->finish(*process);
    QCOMPARE(ended.code, 130);
    QVERIFY2(ended.milliseconds < 1'000, qPrintable(QString::number(ended.milliseconds)));
}

void CliTest::ctrlCEndsAPromptAndRestoresTheEcho()
{
    PseudoTerminal terminal;
    QVERIFY(terminal.isEchoing());
    const auto process = m_cli->start({u"sign-in"_qs, alice}, {}, terminal.controlling());
    QTRY_VERIFY(!terminal.isEchoing());
    terminal.type("half\x03");
    QCOMPARE(m_cli->finish(*process).code, 130);
    QVERIFY(terminal.isEchoing());
}

void CliTest::ctrlCEndsOutputThatNobodyReads()
{
    const FullPipe pipe;
    const auto process = m_cli->start({u"--help"_qs}, {}, [&pipe] { dup2(pipe.writeEnd(), STDOUT_FILENO); });
    QTRY_VERIFY(isStuckWriting(process->processId()));
    QVERIFY(interrupt(*process));
    const auto ended = m_cli->finish(*process);
    QCOMPARE(ended.code, 130);
    QVERIFY2(ended.milliseconds < 1'000, qPrintable(QString::number(ended.milliseconds)));
}

void CliTest::anOutputThatIsNeverWaitedForLosesNothing()
{
    FullPipe pipe(FullPipe::Writing::IsRefused);
    const auto process = m_cli->start({u"--help"_qs}, {}, [&pipe] { dup2(pipe.writeEnd(), STDOUT_FILENO); });
    QVERIFY(process->waitForStarted());
    const QByteArray all = pipe.takeAll();
    QCOMPARE(m_cli->finish(*process).code, 0);
    QVERIFY2(all.contains("latchkey-cli") && all.contains("sign-in"), all.right(400).constData());
}

void CliTest::noPasswordIsInTheEnvironmentOrTheArguments()
{
    m_cli->setVariable(u"KRB5_CONFIG"_qs, silentKdcConfig());
    const auto process =
        m_cli->start({u"sign-in"_qs, alice, u"--password-stdin"_qs}, passwordLine(u"alice"_qs));
    QVERIFY(process->waitForStarted());
    QTRY_VERIFY(m_silent->wasAsked());
    const QString folder = u"/proc/%1/"_qs.arg(process->processId());
    const QByteArray visible = contentOf(folder + u"environ"_qs) + contentOf(folder + u"cmdline"_qs);
    QVERIFY(visible.contains("sign-in"));
    QVERIFY(!visible.contains(m_sandbox.password(u"alice"_qs).toUtf8()));
    process->kill();
    m_cli->finish(*process);
}

void CliTest::noPasswordIsInADumpAfterSigningIn()
{
    const FullPipe pipe; // holds the program at the report of its success
    const auto process =
        m_cli->start({u"sign-in"_qs, alice, u"--password-stdin"_qs}, passwordLine(u"alice"_qs),
                     [&pipe] { dup2(pipe.writeEnd(), STDOUT_FILENO); });
    QTRY_VERIFY_WITH_TIMEOUT(isStuckWriting(process->processId()), 20'000);
    const QByteArray dump = dumpOf(process->processId());
    if (dump.isEmpty())
        QSKIP("the memory of other processes cannot be read here");
    QVERIFY(dump.contains("Signed in as alice")); // it is the right moment, and the right memory
    QVERIFY(!dump.contains(m_sandbox.password(u"alice"_qs).toUtf8()));
    process->kill();
    m_cli->finish(*process);
}

QTEST_GUILESS_MAIN(CliTest)
#include "clitest.moc"
