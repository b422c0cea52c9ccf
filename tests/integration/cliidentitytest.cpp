// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/clirunner.h"
#include "tests/integration/pseudoterminal.h"
#include "tests/support/kcmdaemons.h"
#include "tests/support/sandbox.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace latchkey::test;

namespace {

const QString corp = QStringLiteral("CORP.EXAMPLE.COM");
const QString firstPassword = QStringLiteral("first-Word1");

} // namespace

/// Signing in with everything that can be asked for, passwords, and every type of cache, as scripts and people at a
/// terminal see it.
class CliIdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void theOptionsAreTheTickets();
    void whatIsSwitchedOffIsNotInTheTicket();
    void wrongOptionsAreExplained_data();
    void wrongOptionsAreExplained();
    void theCacheCanBeChosen();
    void anEnterpriseNameIsTheKdcsToRead();
    void aCertificateThatCannotBeReadIsSaid();

    void thePasswordIsAskedAtTheTerminal();
    void aTypoAtTheTerminalCountsOnce();
    void anExpiredPasswordIsChangedAtTheTerminal();
    void ctrlCAtTheSecondQuestionRestoresTheEcho();
    void ctrlZAtAHiddenQuestionDoesNothing();
    void withoutATerminalTheQuestionIsNamed();

    void anExpiredPasswordIsChangedFromStandardInput();
    void anExpiredPasswordWithoutANewOneIsSaid();
    void aNewPasswordThatIsRefusedIsNotTriedAgain();

    void thePasswordIsChangedFromStandardInput();
    void thePasswordIsChangedAtTheTerminal();
    void aChangeThatFailsSaysWhy_data();
    void aChangeThatFailsSaysWhy();
    void aChangeNeedsSomebody();

    void everyTypeOfCacheIsSwitchedAndDestroyed_data();
    void everyTypeOfCacheIsSwitchedAndDestroyed();
    void aSingleFileCannotBeSwitched();
    void aPrincipalIsRenewedAndDestroyedByName();
    void whoHasTwoCachesIsDestroyedAltogether();

private:
    QString alice() const { return m_sandbox.principal(QStringLiteral("alice")); }
    QByteArray line(const QString &user) const { return m_sandbox.password(user).toUtf8() + '\n'; }
    Ended signIn(const QString &user, const QStringList &more = {});
    /// A user of one test's own, with a policy that wants long passwords.
    QString makeUser(const QByteArray &name, const QByteArray &options = {}) const;
    int failuresOf(const QString &user) const;
    QJsonArray tickets() { return m_cli->run({u"tickets"_qs, u"--json"_qs}).json().array(); }
    QString errorCode(const Ended &ended) const
    {
        return ended.json().object().value(u"error").toObject().value(u"code").toString();
    }
    /// Points the runs at an empty collection, or cache, of that type; else why it cannot be had.
    QString use(const QString &type);

    Sandbox m_sandbox;
    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<KcmDouble> m_kcm;
};

void CliIdentityTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
}

void CliIdentityTest::init()
{
    m_cli = std::make_unique<CliRunner>();
}

Ended CliIdentityTest::signIn(const QString &user, const QStringList &more)
{
    return m_cli->run(QStringList{u"sign-in"_qs, m_sandbox.principal(user), u"--password-stdin"_qs} + more,
                      line(user));
}

QString CliIdentityTest::makeUser(const QByteArray &name, const QByteArray &options) const
{
    if (!m_sandbox.administer(corp, "addpol -maxfailure 3 -minlength 8 -minclasses 2 strict\n"
                                    "addprinc -policy strict "
                                        + options + " -pw " + firstPassword.toUtf8() + ' ' + name + '\n'))
        return {};
    return QString::fromUtf8(name) + u'@' + corp;
}

/// What the KDC's log says; in the foreground it writes each line twice.
int CliIdentityTest::failuresOf(const QString &user) const
{
    QFile log(m_sandbox.folder() + u"/corp/log"_qs);
    if (!log.open(QIODevice::ReadOnly))
        return -1;
    int count = 0;
    for (const QByteArray &entry : log.readAll().split('\n'))
        count += entry.contains(user.toUtf8()) && entry.contains("PREAUTH_FAILED") ? 1 : 0;
    return count / 2;
}

void CliIdentityTest::theOptionsAreTheTickets()
{
    const Ended ended =
        signIn(u"alice"_qs, {u"--lifetime"_qs, u"1h30m"_qs, u"--renewable"_qs, u"2d"_qs, u"--forwardable"_qs,
                             u"--proxiable"_qs, u"--with-addresses"_qs, u"--canonicalize"_qs, u"--json"_qs});
    QVERIFY2(ended.code == 0, ended.errors.constData());
    const QJsonObject ticket = ended.json().object().value(u"tickets").toArray().first().toObject();
    const auto time = [&](const char *key) {
        return QDateTime::fromString(ticket.value(QLatin1String(key)).toString(), Qt::ISODate)
            .toSecsSinceEpoch();
    };
    QCOMPARE(time("end") - time("start"), 5400);
    QCOMPARE(time("renewUntil") - time("start"), 2 * 86'400);
    const QVariantList flags = ticket.value(u"flags").toArray().toVariantList();
    QVERIFY(flags.contains(u"forwardable"_qs) && flags.contains(u"proxiable"_qs));
}

void CliIdentityTest::whatIsSwitchedOffIsNotInTheTicket()
{
    const Ended ended = signIn(u"alice"_qs, {u"--renewable"_qs, u"0"_qs, u"--no-forwardable"_qs,
                                             u"--no-proxiable"_qs, u"--addressless"_qs, u"--json"_qs});
    QVERIFY2(ended.code == 0, ended.errors.constData());
    const QJsonObject ticket = ended.json().object().value(u"tickets").toArray().first().toObject();
    const QVariantList flags = ticket.value(u"flags").toArray().toVariantList();
    for (const QString &flag : {u"renewable"_qs, u"forwardable"_qs, u"proxiable"_qs})
        QVERIFY2(!flags.contains(flag), qPrintable(flag));
    QVERIFY(ticket.value(u"addresses").toArray().isEmpty());
}

void CliIdentityTest::wrongOptionsAreExplained_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    for (const char *word : {"10x", "-5h", "", "soon", "99999999999h"})
        QTest::newRow(word) << QStringList{u"--lifetime"_qs, QString::fromUtf8(word)}
                            << QByteArray("is no duration. Write it as 10h");
    QTest::newRow("renewable as word")
        << QStringList{u"--renewable"_qs, u"ever"_qs} << QByteArray("“ever” is no duration");
    QTest::newRow("no lifetime") << QStringList{u"--lifetime"_qs, u"0"_qs} << QByteArray("more than nothing");
    QTest::newRow("yes and no") << QStringList{u"--forwardable"_qs, u"--no-forwardable"_qs}
                                << QByteArray("--forwardable or --no-forwardable, not both");
    QTest::newRow("two caches") << QStringList{u"--ccache"_qs, u"FILE:/x"_qs, u"--private"_qs}
                                << QByteArray("--ccache or --private, not both");
    QTest::newRow("two proofs") << QStringList{u"--keytab"_qs, u"k"_qs, u"--certificate"_qs, u"c"_qs}
                                << QByteArray("--keytab or --certificate, not both");
    QTest::newRow("anchors alone") << QStringList{u"--anchors"_qs, u"ca.pem"_qs}
                                   << QByteArray("--anchors together with --certificate");
}

void CliIdentityTest::wrongOptionsAreExplained()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    const Ended ended = m_cli->run(QStringList{u"sign-in"_qs, alice()} + options);
    QVERIFY2(ended.errors.contains(says), ended.errors.constData());
    QCOMPARE(ended.code, 2);
}

void CliIdentityTest::theCacheCanBeChosen()
{
    const QString named = u"FILE:"_qs + m_cli->file(u"named"_qs);
    QCOMPARE(signIn(u"alice"_qs, {u"--ccache"_qs, named}).code, 0);
    QVERIFY(QFile::exists(m_cli->file(u"named"_qs)));
    QCOMPARE(signIn(u"alice"_qs, {u"--ccache"_qs, named}).code, 0);
    const Ended others = signIn(u"bob"_qs, {u"--ccache"_qs, named, u"--json"_qs});
    QCOMPARE(others.code, 7);
    QCOMPARE(errorCode(others), u"CacheUnusable"_qs);
    QVERIFY2(others.errors.contains(alice().toUtf8()), others.errors.constData());
    QCOMPARE(tickets(), QJsonArray());

    QCOMPARE(signIn(u"alice"_qs).code, 0);
    const Ended another = signIn(u"alice"_qs, {u"--new-ccache"_qs, u"--json"_qs});
    QCOMPARE(another.code, 0);
    QCOMPARE(another.json().object().value(u"private").toBool(), false);
    const Ended own = signIn(u"alice"_qs, {u"--private"_qs, u"--json"_qs});
    QCOMPARE(own.json().object().value(u"private").toBool(), true);
    QCOMPARE(tickets().size(), 3);
}

void CliIdentityTest::anEnterpriseNameIsTheKdcsToRead()
{
    const QString name = u"alice@corp.example.com@"_qs + corp;
    const QStringList words{u"sign-in"_qs, name, u"--password-stdin"_qs, u"--json"_qs};
    const Ended plain = m_cli->run(words, line(u"alice"_qs));
    QCOMPARE(plain.code, 2); // two realms in a name
    const Ended enterprise = m_cli->run(words + QStringList{u"--enterprise"_qs}, line(u"alice"_qs));
    QCOMPARE(errorCode(enterprise), u"UnknownPrincipal"_qs); // this realm has no such alias; it was looked up
    QVERIFY2(enterprise.errors.contains(name.toUtf8()), enterprise.errors.constData());
}

void CliIdentityTest::aCertificateThatCannotBeReadIsSaid()
{
    const Ended ended = m_cli->run({u"sign-in"_qs, alice(), u"--certificate"_qs,
                                    u"FILE:"_qs + m_cli->file(u"none.pem"_qs), u"--json"_qs});
    QCOMPARE(errorCode(ended), u"CertificateRefused"_qs);
    QCOMPARE(ended.code, 4);
    QVERIFY2(ended.errors.contains("none.pem"), ended.errors.constData());
}

void CliIdentityTest::thePasswordIsAskedAtTheTerminal()
{
    PseudoTerminal terminal;
    const auto process = m_cli->start({u"sign-in"_qs, alice()}, {}, terminal.controlling());
    QVERIFY2(terminal.waitForHidden(u"Password of %1: "_qs.arg(alice())), terminal.shown().constData());
    terminal.type(line(u"alice"_qs));
    const Ended ended = m_cli->finish(*process);
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QVERIFY(ended.output.startsWith("Signed in as " + alice().toUtf8()));
    QCOMPARE(terminal.shown(), u"Password of %1: \r\n"_qs.arg(alice()).toUtf8());
    QVERIFY(terminal.isEchoing());
}

void CliIdentityTest::aTypoAtTheTerminalCountsOnce()
{
    const QString user = makeUser("typist");
    PseudoTerminal terminal;
    const auto process = m_cli->start({u"sign-in"_qs, user}, {}, terminal.controlling());
    QVERIFY(terminal.waitForHidden(u"Password of "_qs));
    terminal.type("typo\n");
    QCOMPARE(m_cli->finish(*process).code, 4);
    QCOMPARE(terminal.shown().count("Password of "), 1);
    QCOMPARE(failuresOf(user), 1);
    QCOMPARE(m_cli->run({u"sign-in"_qs, user, u"--password-stdin"_qs}, "typo\n").code, 4);
    QCOMPARE(failuresOf(user), 2);
}

void CliIdentityTest::anExpiredPasswordIsChangedAtTheTerminal()
{
    const QString user = makeUser("worn", "-pwexpire \"2020-01-01 00:00:00\"");
    PseudoTerminal terminal;
    const auto process = m_cli->start({u"sign-in"_qs, user}, {}, terminal.controlling());
    const auto answer = [&](const QString &question, const QByteArray &text) {
        return terminal.waitForHidden(question) && (terminal.type(text + '\n'), true);
    };
    QVERIFY(answer(u"Password of %1: "_qs.arg(user), firstPassword.toUtf8()));
    QVERIFY(terminal.waitFor(u"New password for %1\r\n"_qs.arg(user)));
    QVERIFY(terminal.waitFor(u"has expired. Choose a new one"_qs));
    QVERIFY(answer(u"New password: "_qs, "one-Word11"));
    QVERIFY(answer(u"New password again: "_qs, "another-Word11"));
    QVERIFY(terminal.waitFor(u"The two new passwords differ."_qs));
    for (int i = 0; i < 2; ++i)
        QVERIFY(answer(i == 0 ? u"New password: "_qs : u"New password again: "_qs, "short"));
    QVERIFY(terminal.waitFor(u"at least 8 characters"_qs));
    QVERIFY(answer(u"New password: "_qs, "quite-new-Word"));
    QVERIFY(answer(u"New password again: "_qs, "quite-new-Word"));
    const Ended ended = m_cli->finish(*process);
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QCOMPARE(terminal.shown().count("Choose a new one"), 1); // not with every try
    QVERIFY(!terminal.shown().contains("quite-new-Word"));
    QCOMPARE(m_cli->run({u"sign-in"_qs, user, u"--password-stdin"_qs}, "quite-new-Word\n").code, 0);
}

void CliIdentityTest::ctrlCAtTheSecondQuestionRestoresTheEcho()
{
    const QString user = makeUser("giving-up", "-pwexpire \"2020-01-01 00:00:00\"");
    PseudoTerminal terminal;
    const auto process = m_cli->start({u"sign-in"_qs, user}, {}, terminal.controlling());
    QVERIFY(terminal.waitForHidden(u"Password of "_qs));
    terminal.type(firstPassword.toUtf8() + '\n');
    QVERIFY(terminal.waitForHidden(u"New password: "_qs));
    terminal.type("half\x03");
    const Ended ended = m_cli->finish(*process);
    QCOMPARE(ended.code, 130);
    QVERIFY2(ended.milliseconds < 1'000, qPrintable(QString::number(ended.milliseconds)));
    QVERIFY(terminal.isEchoing());
}

void CliIdentityTest::ctrlZAtAHiddenQuestionDoesNothing()
{
    PseudoTerminal terminal;
    const auto process = m_cli->start({u"sign-in"_qs, alice()}, {}, terminal.controlling());
    QVERIFY(terminal.waitForHidden(u"Password of "_qs));
    terminal.type(
        "\x1a\x1c"); // Ctrl+Z, Ctrl+Backslash: a stopped or dumped program would leave a mute terminal
    terminal.type(line(u"alice"_qs));
    const Ended ended = m_cli->finish(*process);
    QVERIFY2(ended.code == 0, ended.errors.constData());
}

void CliIdentityTest::withoutATerminalTheQuestionIsNamed()
{
    const auto process = m_cli->start({u"sign-in"_qs, alice(), u"--json"_qs}, {}, [] { setsid(); });
    const Ended ended = m_cli->finish(*process);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.errors.contains("“Password of " + alice().toUtf8() + "” is asked"),
             ended.errors.constData());
    QVERIFY(ended.errors.contains("--password-stdin"));
}

void CliIdentityTest::anExpiredPasswordIsChangedFromStandardInput()
{
    const QString user = makeUser("worn-by-script", "-pwexpire \"2020-01-01 00:00:00\"");
    const QStringList words{u"sign-in"_qs, user, u"--password-stdin"_qs};
    const Ended ended = m_cli->run(words, firstPassword.toUtf8() + "\nsecond-Word2\n");
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QCOMPARE(m_cli->run(words, "second-Word2\n").code, 0);
}

void CliIdentityTest::anExpiredPasswordWithoutANewOneIsSaid()
{
    const QString user = makeUser("late", "-pwexpire \"2020-01-01 00:00:00\"");
    const Ended ended = m_cli->run({u"sign-in"_qs, user, u"--password-stdin"_qs, u"--json"_qs},
                                   firstPassword.toUtf8() + '\n');
    QCOMPARE(errorCode(ended), u"PasswordExpired"_qs);
    QCOMPARE(ended.code, 4);
}

void CliIdentityTest::aNewPasswordThatIsRefusedIsNotTriedAgain()
{
    const QString user = makeUser("hasty", "-pwexpire \"2020-01-01 00:00:00\"");
    const Ended ended = m_cli->run({u"sign-in"_qs, user, u"--password-stdin"_qs, u"--json"_qs},
                                   firstPassword.toUtf8() + "\nshort\nsecond-Word2\n");
    QCOMPARE(errorCode(ended), u"PasswordRefused"_qs);
    QCOMPARE(ended.code, 4);
    QVERIFY2(ended.errors.contains("at least 8 characters"), ended.errors.constData());
}

void CliIdentityTest::thePasswordIsChangedFromStandardInput()
{
    const QString user = makeUser("changer");
    const Ended ended = m_cli->run({u"change-password"_qs, user, u"--password-stdin"_qs},
                                   firstPassword.toUtf8() + "\nsecond-Word2\n");
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QCOMPARE(ended.output, u"The password of %1 is changed.\n"_qs.arg(user).toUtf8());
    QCOMPARE(tickets(), QJsonArray()); // nobody is signed in by that
    QCOMPARE(m_cli->run({u"sign-in"_qs, user, u"--password-stdin"_qs}, "second-Word2\n").code, 0);
    const Ended own = m_cli->run({u"change-password"_qs, u"--password-stdin"_qs, u"--json"_qs},
                                 "second-Word2\nthird-Word3\n"); // whoever is signed in
    QCOMPARE(own.json().object().value(u"changed").toString(), user);
}

void CliIdentityTest::thePasswordIsChangedAtTheTerminal()
{
    const QString user = makeUser("typing-changer");
    PseudoTerminal terminal;
    const auto process = m_cli->start({u"change-password"_qs, user}, {}, terminal.controlling());
    const auto answer = [&](const QString &question, const QByteArray &text) {
        return terminal.waitForHidden(question) && (terminal.type(text + '\n'), true);
    };
    QVERIFY(answer(u"Password of %1: "_qs.arg(user), firstPassword.toUtf8()));
    QVERIFY(answer(u"New password: "_qs, "one-Word11"));
    QVERIFY(answer(u"New password again: "_qs, "another-Word11"));
    QVERIFY(terminal.waitFor(u"differ"_qs));
    QVERIFY(answer(u"New password: "_qs, "short"));
    QVERIFY(answer(u"New password again: "_qs, "short"));
    QVERIFY(terminal.waitFor(u"at least 8 characters"_qs));
    QVERIFY(answer(u"New password: "_qs, "quite-new-Word"));
    QVERIFY(answer(u"New password again: "_qs, "quite-new-Word"));
    const Ended ended = m_cli->finish(*process);
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QCOMPARE(m_cli->run({u"sign-in"_qs, user, u"--password-stdin"_qs}, "quite-new-Word\n").code, 0);
}

void CliIdentityTest::aChangeThatFailsSaysWhy_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const QByteArray first = firstPassword.toUtf8();
    QTest::newRow("policy") << QByteArray(first + "\nlowercase\n") << 4 << QByteArray("2 character classes");
    QTest::newRow("wrong password") << QByteArray("wrong\nsecond-Word2\n") << 4 << QByteArray("password");
    QTest::newRow("no new password") << QByteArray(first + '\n') << 2 << QByteArray("second");
    QTest::newRow("nothing") << QByteArray() << 2 << QByteArray("empty");
}

void CliIdentityTest::aChangeThatFailsSaysWhy()
{
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    const QString user = makeUser("unlucky-" + QByteArray::number(qHash(input)));
    const Ended ended = m_cli->run({u"change-password"_qs, user, u"--password-stdin"_qs}, input);
    QVERIFY2(ended.errors.contains(says), ended.errors.constData());
    QCOMPARE(ended.code, code);
    QCOMPARE(m_cli->run({u"sign-in"_qs, user, u"--password-stdin"_qs}, firstPassword.toUtf8() + '\n').code,
             0); // it is what it was
}

void CliIdentityTest::aChangeNeedsSomebody()
{
    QCOMPARE(m_cli->run({u"change-password"_qs, u"--password-stdin"_qs}, "a\nb\n").code, 3);
}

QString CliIdentityTest::use(const QString &type)
{
    if (type == u"FILE"_qs)
        m_cli->setVariable(u"KRB5CCNAME"_qs, u"FILE:"_qs + m_cli->file(u"default"_qs));
    if (type == u"KEYRING"_qs) {
        if (syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, nullptr) < 0)
            return u"this kernel or container has no session keyrings"_qs;
        m_cli->setVariable(u"KRB5CCNAME"_qs, u"KEYRING:session:latchkey"_qs);
    }
    if (type == u"KCM"_qs) {
        m_kcm = std::make_unique<KcmDouble>();
        QFile original(m_sandbox.description().krb5Config);
        QFile config(m_cli->file(u"krb5.conf"_qs));
        if (!original.open(QIODevice::ReadOnly) || !config.open(QIODevice::WriteOnly))
            return u"krb5.conf cannot be written"_qs;
        config.write(original.readAll().replace(
            "[libdefaults]\n", "[libdefaults]\n kcm_socket = " + m_kcm->socket().toUtf8() + '\n'));
        m_cli->setVariable(u"KRB5_CONFIG"_qs, config.fileName());
        m_cli->setVariable(u"KRB5CCNAME"_qs, u"KCM:"_qs);
    }
    return {};
}

void CliIdentityTest::everyTypeOfCacheIsSwitchedAndDestroyed_data()
{
    QTest::addColumn<QString>("type");
    for (const char *type : {"FILE", "DIR", "KEYRING", "KCM"})
        QTest::newRow(type) << QString::fromUtf8(type);
}

void CliIdentityTest::everyTypeOfCacheIsSwitchedAndDestroyed()
{
    QFETCH(QString, type);
    if (const QString problem = use(type); !problem.isEmpty())
        QSKIP(qPrintable(problem));
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    QCOMPARE(signIn(u"bob"_qs).code, 0);
    QCOMPARE(tickets().size(), 2);
    const auto principalAt = [this](int at) {
        return tickets().at(at).toObject().value(u"principal").toString();
    };
    QCOMPARE(tickets().first().toObject().value(u"type").toString(), type);
    QCOMPARE(principalAt(0), alice());
    if (type != u"FILE"_qs) {
        QCOMPARE(m_cli->run({u"switch"_qs, u"bob"_qs}).code, 0);
        QCOMPARE(principalAt(0), m_sandbox.principal(u"bob"_qs));
    }
    const QString service = u"krbtgt/%1@%1"_qs.arg(corp);
    const Ended one = m_cli->run({u"destroy"_qs, u"--service"_qs, service, u"--ccache"_qs,
                                  tickets().last().toObject().value(u"cache").toString(), u"--json"_qs});
    QVERIFY2(one.code == 0, one.errors.constData());
    QCOMPARE(one.json().object().value(u"destroyed").toInt(), 1);
    QCOMPARE(tickets().last().toObject().value(u"tickets").toArray().size(), 0);
    QCOMPARE(tickets().first().toObject().value(u"tickets").toArray().size(), 1);
    const Ended all = m_cli->run({u"destroy"_qs, u"--all"_qs, u"--json"_qs});
    QCOMPARE(all.json().object().value(u"destroyed").toInt(), 2);
    QCOMPARE(tickets(), QJsonArray());
    QCOMPARE(m_cli->run({u"destroy"_qs}).code, 3);
}

void CliIdentityTest::aSingleFileCannotBeSwitched()
{
    QCOMPARE(use(u"FILE"_qs), QString());
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    QCOMPARE(signIn(u"bob"_qs).code, 0);
    const Ended ended = m_cli->run({u"switch"_qs, u"bob"_qs, u"--json"_qs});
    QCOMPARE(errorCode(ended), u"CacheUnusable"_qs);
    QCOMPARE(ended.code, 7);
    QVERIFY2(ended.errors.contains("KRB5CCNAME"), ended.errors.constData()); // the way out
    QCOMPARE(m_cli->run({u"switch"_qs, u"carol"_qs}).code, 3);
}

// Whoever is the default one.
void CliIdentityTest::aPrincipalIsRenewedAndDestroyedByName()
{
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    QCOMPARE(signIn(u"bob"_qs).code, 0);
    const QString bob = m_sandbox.principal(u"bob"_qs);
    const auto principals = [this] {
        QStringList names;
        for (const QJsonValue &cache : tickets())
            names += cache.toObject().value(u"principal").toString();
        return names;
    };
    QCOMPARE(principals(), (QStringList{alice(), bob}));
    const Ended renewed = m_cli->run({u"renew"_qs, u"bob"_qs, u"--json"_qs});
    QCOMPARE(renewed.json().object().value(u"principal").toString(), bob);
    const QString service = u"krbtgt/%1@%1"_qs.arg(corp);
    const Ended tgt = m_cli->run({u"destroy"_qs, u"bob"_qs, u"--service"_qs, service, u"--json"_qs});
    QCOMPARE(tgt.json().object().value(u"destroyed").toInt(), 1); // not alice's
    QCOMPARE(m_cli->run({u"renew"_qs, u"alice"_qs}).code, 0);
    const Ended gone = m_cli->run({u"destroy"_qs, u"bob"_qs, u"--json"_qs});
    QCOMPARE(gone.json().object().value(u"destroyed").toInt(), 1);
    QCOMPARE(principals(), QStringList{alice()});

    for (const QString &command : {u"renew"_qs, u"destroy"_qs}) {
        const Ended nobody = m_cli->run({command, u"bob"_qs});
        QCOMPARE(nobody.code, 3);
        QVERIFY2(nobody.errors.contains("Nobody has signed in as " + bob.toUtf8()),
                 nobody.errors.constData());
        QCOMPARE(m_cli->run({command, u"alice"_qs, u"--ccache"_qs, u"FILE:/x"_qs}).code, 2);
    }
    QCOMPARE(m_cli->run({u"destroy"_qs, u"--all"_qs, u"alice"_qs}).code, 2);
    QCOMPARE(principals(), QStringList{alice()});
}

void CliIdentityTest::whoHasTwoCachesIsDestroyedAltogether()
{
    QCOMPARE(signIn(u"alice"_qs).code, 0);
    QCOMPARE(signIn(u"alice"_qs, {u"--private"_qs}).code, 0);
    QCOMPARE(signIn(u"bob"_qs).code, 0);
    const Ended unclear = m_cli->run({u"renew"_qs, u"alice"_qs});
    QCOMPARE(unclear.code, 2);
    for (int at : {0, 2}) { // the private one comes last
        const QString name = tickets().at(at).toObject().value(u"cache").toString();
        QVERIFY2(unclear.errors.contains(name.toUtf8()), unclear.errors.constData());
    }
    const Ended both = m_cli->run({u"destroy"_qs, u"alice"_qs, u"--json"_qs});
    QCOMPARE(both.json().object().value(u"destroyed").toInt(), 2);
    QCOMPARE(tickets().size(), 1);
}

QTEST_GUILESS_MAIN(CliIdentityTest)
#include "cliidentitytest.moc"
