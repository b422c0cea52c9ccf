// SPDX-License-Identifier: GPL-2.0-or-later
// The database's own client, as "latchkey-cli client" and as the window opens it in a terminal, on real servers.
#include "tests/integration/clirunner.h"
#include "tests/support/program.h"
#include "tests/support/sandbox.h"
#include "ui/logindialog.h"
#include "ui/profileactions.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QTreeView>

using namespace latchkey;
using namespace latchkey::test;

namespace {

constexpr int patience = 15'000; // ms
const QString writer = QStringLiteral("Sandbox/orders/writer");

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ClientProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theCommandBecomesTheClientWithTheProfilesTicket();
    void aProfileWithPlaceholdersIsOpenedAsWhoTheyStandFor();
    void theCommandLogsInByGssapiToo();
    void aReadOnlyProfileCannotWriteInTheClient();
    void withoutATicketTheCommandSaysWhoHasToSignIn();
    void theCommandCanBePrinted();
    void theClientHearsEverySignal();
    void theWindowSignsInAndOpensATerminal();
    void withoutATerminalTheCommandCanBeCopied();

private:
    Ended client(const QString &profile, const QString &sql)
    {
        return m_cli->run(
            {u"client"_qs, profile, u"--"_qs, u"--skip-column-names"_qs, u"--execute="_qs + sql});
    }
    void signIn(const QString &user);
    QString makeTerminal();
    void chooseWriter(Program &program);

    Sandbox m_sandbox;
    std::unique_ptr<CliRunner> m_cli;
    QTemporaryDir m_folder;
    QByteArray m_path = qgetenv("PATH");
};

void ClientProgramTest::initTestCase()
{
#ifdef LATCHKEY_SANITIZED
    QSKIP("a program without the sanitizer cannot load a plugin that has it");
#endif
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem()));
}

void ClientProgramTest::init()
{
    const QString name = u"profiles.json"_qs;
    m_cli = std::make_unique<CliRunner>();
    QVERIFY(QFile::copy(QDir(m_sandbox.description().configDir).filePath(name),
                        m_cli->file(u"config/"_qs + name)));
}

void ClientProgramTest::cleanup()
{
    qputenv("PATH", m_path);
    qunsetenv("TERMINAL");
}

void ClientProgramTest::signIn(const QString &user)
{
    const auto signedIn = m_cli->run({u"sign-in"_qs, m_sandbox.principal(user), u"--password-stdin"_qs},
                                     m_sandbox.password(user).toUtf8() + '\n');
    QVERIFY2(signedIn.code == 0, signedIn.errors.constData());
}

/// One that runs what it is given with a statement on its standard input, and keeps what is said. Gives the file of that.
QString ClientProgramTest::makeTerminal()
{
    const QString said = m_folder.filePath(u"said"_qs);
    QFile script(m_folder.filePath(u"terminal"_qs));
    if (!script.open(QIODevice::WriteOnly))
        return {};
    script.write("#!/bin/sh\nshift\necho 'select current_user()' | \"$@\" > '" + QFile::encodeName(said)
                 + ".new' 2>&1\nmv '" + QFile::encodeName(said) + ".new' '" + QFile::encodeName(said)
                 + "'\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("TERMINAL", QFile::encodeName(script.fileName()));
    return said;
}

void ClientProgramTest::chooseWriter(Program &program)
{
    QTRY_VERIFY_WITH_TIMEOUT(program.profileRow(u"writer"_qs).isValid(), patience);
    program.tree("profiles")->setCurrentIndex(program.profileRow(u"writer"_qs));
    QVERIFY(program.window().profileActions().terminalAction()->isEnabled());
}

void ClientProgramTest::theCommandBecomesTheClientWithTheProfilesTicket()
{
    signIn(u"alice"_qs);
    signIn(u"bob"_qs);
    const auto switched = m_cli->run({u"switch"_qs, m_sandbox.principal(u"bob"_qs)});
    QVERIFY2(switched.code == 0, switched.errors.constData());
    const Ended ended = client(writer, u"select current_user()"_qs);
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QCOMPARE(ended.output, QByteArray("alice@%\n"));
}

void ClientProgramTest::aProfileWithPlaceholdersIsOpenedAsWhoTheyStandFor()
{
    signIn(u"alice"_qs);
    const auto edited =
        m_cli->run({u"profiles"_qs, u"edit"_qs, writer, u"--principal"_qs, u"alice@${REALM}"_qs});
    QVERIFY2(edited.code == 0, edited.errors.constData());
    const Ended ended = client(writer, u"select current_user()"_qs);
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QCOMPARE(ended.output, QByteArray("alice@%\n"));
    m_cli->setVariable(u"KRB5_CONFIG"_qs, u"/dev/null"_qs); // no realm is the default
    const Ended refused = client(writer, u"select 1"_qs);
    QVERIFY(refused.code != 0);
    QVERIFY2(refused.errors.contains("default_realm"), refused.errors.constData());
}

void ClientProgramTest::theCommandLogsInByGssapiToo()
{
    signIn(u"alice"_qs);
    const Ended ended = client(u"Sandbox/orders/MariaDB GSSAPI"_qs, u"select current_user()"_qs);
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QVERIFY2(ended.output.startsWith("alice_gssapi@"), ended.output.constData());
}

void ClientProgramTest::aReadOnlyProfileCannotWriteInTheClient()
{
    signIn(u"alice"_qs);
    QCOMPARE(
        m_cli->run({u"profiles"_qs, u"edit"_qs, writer, u"--read-only"_qs, u"--time-zone"_qs, u"+03:00"_qs})
            .code,
        0);
    const Ended zone = client(writer, u"select @@time_zone"_qs);
    QCOMPARE(zone.output, QByteArray("+03:00\n"));
    const Ended ended = client(writer, u"create table shop.never (a int)"_qs);
    QVERIFY(ended.code != 0);
    QVERIFY2(ended.errors.contains("1792"),
             ended.errors.constData()); // ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION
}

void ClientProgramTest::withoutATicketTheCommandSaysWhoHasToSignIn()
{
    const Ended ended = client(writer, u"select 1"_qs);
    QCOMPARE(ended.code, 3);
    QVERIFY2(ended.errors.contains(m_sandbox.principal(u"alice"_qs).toUtf8()), ended.errors.constData());
}

void ClientProgramTest::theClientHearsEverySignal()
{
    const QTemporaryDir folder;
    QFile double_(folder.filePath(u"mariadb"_qs)); // no sh, which lets every signal through by itself
    QVERIFY(double_.open(QIODevice::WriteOnly));
    double_.write("#!/usr/bin/perl\nopen(F, '/proc/self/status'); while (<F>) { print if /^SigBlk/ }\n");
    double_.close();
    QVERIFY(double_.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    signIn(u"alice"_qs);
    m_cli->setVariable(u"PATH"_qs, folder.path() + u':' + qEnvironmentVariable("PATH"));
    const Ended ended = m_cli->run({u"client"_qs, writer});
    QVERIFY2(ended.output.startsWith("SigBlk:\t0000000000000000"), ended.output.constData());
}

void ClientProgramTest::theCommandCanBePrinted()
{
    signIn(u"alice"_qs);
    const Ended ended = m_cli->run({u"client"_qs, writer, u"--print"_qs});
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QVERIFY2(ended.output.startsWith("env KRB5CCNAME=DIR:"), ended.output.constData());
    QProcess shell;
    shell.start(u"sh"_qs, {u"-c"_qs, QString::fromUtf8(ended.output.trimmed())
                                         + u" --skip-column-names --execute='select current_user()'"_qs});
    QVERIFY(shell.waitForFinished(patience));
    QCOMPARE(shell.readAllStandardOutput(), QByteArray("alice@%\n"));
}

void ClientProgramTest::theWindowSignsInAndOpensATerminal()
{
    QCOMPARE(QProcess::execute(u"kdestroy"_qs, {u"-qA"_qs}), 0);
    const QString said = makeTerminal();
    Program program;
    QVERIFY(program.waitUntilKnown());
    chooseWriter(program);
    program.window().profileActions().terminalAction()->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(program.loginDialog() != nullptr, patience);
    QTest::keyClicks(program.passwordField(), m_sandbox.password(u"alice"_qs));
    QTest::keyClick(program.passwordField(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(said), patience);
    const QByteArray answer = contentOf(said);
    QVERIFY2(answer.contains("alice@%"), answer.constData());
}

void ClientProgramTest::withoutATerminalTheCommandCanBeCopied()
{
    const QString client = QStandardPaths::findExecutable(u"mariadb"_qs);
    QVERIFY(!client.isEmpty());
    QTemporaryDir alone;
    QVERIFY(QFile::link(client, alone.filePath(u"mariadb"_qs)));
    qputenv("PATH", QFile::encodeName(alone.path()));
    Program program;
    QVERIFY(program.waitUntilKnown());
    chooseWriter(program);
    program.window().profileActions().terminalAction()->trigger();
    QTRY_VERIFY2(program.windowSentence().contains(u"TERMINAL"), qPrintable(program.windowSentence()));
    for (auto *button : program.window().findChildren<QPushButton *>())
        if (button->isVisible() && button->text().contains(u"Copy the command"))
            QTest::mouseClick(button, Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(u"env KRB5CCNAME="_qs), qPrintable(copied));
}

QTEST_MAIN(ClientProgramTest)
#include "clientprogramtest.moc"
