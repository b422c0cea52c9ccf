// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/clirunner.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace latchkey::test;

namespace {

const QString fixtures = QStringLiteral(LATCHKEY_FORMATS "/");

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int count(const Ended &ended, const char *action)
{
    return ended.json().object().value(QLatin1String(action)).toInt(-1);
}

} // namespace

class CliImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void importingExportingAndImportingAgainChangesNothing_data();
    void importingExportingAndImportingAgainChangesNothing();
    void aDryRunSavesNothing();
    void standardInputIsAFileToo();
    void riskyThingsAreTakenWhenAllowed();
    void anExportIsForItsOwnerOnly();
    void foldersAreExportedByName();
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();
    void noSecretGoesThrough();
    void theAwsCommandIsAskedAndItsClustersComeIn();
    void whatTheAwsCommandComplainsOfIsPassedOn_data();
    void whatTheAwsCommandComplainsOfIsPassedOn();

private:
    bool writeAws(const QByteArray &script) const;
    QByteArray profiles() const { return contentOf(m_cli->file(u"config/profiles.json"_qs)); }

    std::unique_ptr<CliRunner> m_cli;
};

void CliImportTest::init()
{
    m_cli = std::make_unique<CliRunner>();
}

void CliImportTest::importingExportingAndImportingAgainChangesNothing_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("connections");
    QTest::newRow("workbench") << u"workbench-connections.xml"_qs << u"workbench"_qs << 5;
    QTest::newRow("dbeaver") << u"dbeaver-data-sources.json"_qs << u"dbeaver"_qs << 4; // one is a folder
    QTest::newRow("latchkey") << u"workbench-connections.xml"_qs << u"latchkey"_qs << 5;
}

void CliImportTest::importingExportingAndImportingAgainChangesNothing()
{
    QFETCH(QString, file);
    QFETCH(QString, format);
    QFETCH(int, connections);
    const auto first = m_cli->run({u"import"_qs, fixtures + file, u"--json"_qs});
    QVERIFY2(first.code == 0, first.errors.constData());
    QCOMPARE(count(first, "create"), connections);
    const QByteArray before = profiles();
    QVERIFY(!before.isEmpty());
    const auto exported = m_cli->run({u"export"_qs, u"--format"_qs, format});
    QVERIFY2(exported.code == 0, exported.errors.constData());
    const auto again = m_cli->run({u"import"_qs, u"-"_qs, u"--json"_qs}, exported.output);
    QVERIFY2(again.code == 0, again.errors.constData());
    QCOMPARE(count(again, "create"), 0);
    QVERIFY2(count(again, "change") == 0, again.output.constData());
    QCOMPARE(profiles(), before);
}

void CliImportTest::aDryRunSavesNothing()
{
    const auto ended = m_cli->run(
        {u"import"_qs, fixtures + u"workbench-old.xml"_qs, u"--dry-run"_qs, u"--into"_qs, u"Old"_qs});
    QCOMPARE(ended.code, 0);
    QVERIFY(ended.output.contains("create  Old/Old one"));
    QVERIFY(ended.output.contains("--dry-run"));
    QVERIFY(ended.errors.contains("“Bad port”, port"));
    QVERIFY(profiles().isEmpty());
}

void CliImportTest::standardInputIsAFileToo()
{
    const auto ended = m_cli->run({u"import"_qs, u"--format"_qs, u"workbench"_qs},
                                  contentOf(fixtures + u"workbench-old.xml"_qs));
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QVERIFY(ended.output.contains("2 new"));
}

void CliImportTest::riskyThingsAreTakenWhenAllowed()
{
    const QString file = fixtures + u"workbench-connections.xml"_qs;
    const auto careful = m_cli->run({u"import"_qs, file});
    QVERIFY(careful.errors.contains("--allow krb5-conf") && careful.errors.contains("--allow tls"));
    QVERIFY(careful.output.contains("Left out: variables, krb5-conf."));
    QVERIFY(!profiles().contains("kerberosConfig") && !profiles().contains("\"tls\": \"off\""));
    const auto allowed = m_cli->run({u"import"_qs, file, u"--allow"_qs, u"krb5-conf,tls"_qs, u"--json"_qs});
    QVERIFY(count(allowed, "change") > 0);
    QVERIFY(profiles().contains("/etc/krb5-aws.conf") && profiles().contains("\"tls\": \"off\""));
    QVERIFY(!profiles().contains("sql_mode"));
    m_cli->run({u"import"_qs, file, u"--allow"_qs, u"all"_qs});
    QVERIFY(profiles().contains("\"sql_mode\""));
}

void CliImportTest::anExportIsForItsOwnerOnly()
{
    m_cli->run({u"import"_qs, fixtures + u"workbench-old.xml"_qs});
    const QString file = m_cli->file(u"out.json"_qs);
    const auto ended =
        m_cli->run({u"export"_qs, u"Old one"_qs, u"--format"_qs, u"dbeaver"_qs, u"--output"_qs, file});
    QVERIFY2(ended.code == 0, ended.errors.constData());
    QCOMPARE(ended.output, QByteArray());
    QVERIFY(contentOf(file).contains("old.example.com") && !contentOf(file).contains("old2.example.com"));
    QCOMPARE(QFileInfo(file).permissions()
                 & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

void CliImportTest::foldersAreExportedByName()
{
    m_cli->run({u"import"_qs, fixtures + u"workbench-connections.xml"_qs});
    const auto ended = m_cli->run({u"export"_qs, u"Production"_qs, u"--format"_qs, u"latchkey"_qs});
    QCOMPARE(ended.json().object().value(u"profiles").toArray().size(), 2);
}

void CliImportTest::wrongUseIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const QString file = fixtures + u"workbench-old.xml"_qs;
    QTest::newRow("format") << QStringList{u"import"_qs, file, u"--format"_qs, u"word"_qs} << 2
                            << QByteArray("workbench");
    QTest::newRow("risk") << QStringList{u"import"_qs, file, u"--allow"_qs, u"word"_qs} << 2
                          << QByteArray("statements");
    QTest::newRow("no file") << QStringList{u"import"_qs, u"/nonexistent"_qs} << 7
                             << QByteArray("/nonexistent");
    QTest::newRow("no format") << QStringList{u"export"_qs} << 2 << QByteArray("--format");
    QTest::newRow("nothing") << QStringList{u"import"_qs} << 2 << QByteArray("no format");
    QTest::newRow("region alone") << QStringList{u"import"_qs, file, u"--region"_qs, u"eu-west-1"_qs} << 2
                                  << QByteArray("--aws only");
    QTest::newRow("two sources") << QStringList{u"import"_qs, u"--aws"_qs, file} << 2
                                 << QByteArray("not both");
    QTest::newRow("no profile") << QStringList{u"export"_qs, u"x"_qs, u"--format"_qs, u"latchkey"_qs} << 1
                                << QByteArray("“x”");
}

void CliImportTest::wrongUseIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    const auto ended = m_cli->run(arguments);
    QCOMPARE(ended.code, code);
    QVERIFY2(ended.errors.contains(says), ended.errors.constData());
    QVERIFY(profiles().isEmpty());
}

void CliImportTest::noSecretGoesThrough()
{
    for (const char *name : {"workbench-connections.xml", "dbeaver-data-sources.json"}) {
        QVERIFY(contentOf(fixtures + QLatin1String(name)).contains("MARKER"));
        QCOMPARE(
            m_cli->run({u"import"_qs, fixtures + QLatin1String(name), u"--allow"_qs, u"all"_qs, u"--json"_qs})
                .code,
            0);
        QCOMPARE(m_cli->run({u"import"_qs, fixtures + QLatin1String(name), u"--verbose"_qs}).code, 0);
    }
    for (const char *format : {"latchkey", "workbench", "dbeaver"})
        QCOMPARE(m_cli->run({u"export"_qs, u"--format"_qs, QLatin1String(format)}).code, 0);
    QVERIFY(!profiles().contains("MARKER"));
    QVERIFY(!m_cli->everything().contains("MARKER"));
}

/// A double of the aws command, found first.
bool CliImportTest::writeAws(const QByteArray &script) const
{
    const QString bin = m_cli->file(u"bin"_qs);
    QFile aws(bin + u"/aws"_qs);
    if (!QDir().mkpath(bin) || !aws.open(QIODevice::WriteOnly) || aws.write("#!/bin/sh\n" + script) < 0)
        return false;
    m_cli->setVariable(u"PATH"_qs, bin + QLatin1Char(':') + qEnvironmentVariable("PATH"));
    return aws.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void CliImportTest::theAwsCommandIsAskedAndItsClustersComeIn()
{
    const QByteArray calls = QFile::encodeName(m_cli->file(u"calls"_qs));
    QVERIFY(writeAws("echo \"$* pager=$AWS_PAGER.\" >> '" + calls
                     + "'\ncase \"$2\" in\ndescribe-db-clusters) cat '"
                     + QFile::encodeName(fixtures + u"aws-clusters.json"_qs)
                     + "' ;;\ndescribe-db-instances) echo '{\"DBInstances\": []}' ;;\n"
                       "*) echo '{\"DBClusterEndpoints\": []}' ;;\nesac\n"));
    const auto first = m_cli->run({u"import"_qs, u"--aws"_qs, u"--region"_qs, u"us-east-1"_qs,
                                   u"--aws-profile"_qs, u"dba"_qs, u"--json"_qs});
    QVERIFY2(first.code == 0, first.errors.constData());
    QCOMPARE(count(first, "create"), 9); // two folders, seven endpoints
    const QByteArray asked = contentOf(m_cli->file(u"calls"_qs));
    QCOMPARE(asked.count('\n'), 3);
    QVERIFY2(
        asked.contains("rds describe-db-clusters --output json --profile dba --region us-east-1 pager=."),
        asked.constData());
    const auto again = m_cli->run({u"import"_qs, u"--aws"_qs, u"--json"_qs});
    QVERIFY2(again.code == 0, again.errors.constData());
    QCOMPARE(count(again, "create"), 0);
    QCOMPARE(count(again, "change"), 0);
}

void CliImportTest::whatTheAwsCommandComplainsOfIsPassedOn_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("advice");
    // Each as Debian's awscli 2.9.19 says it.
    QTest::newRow("no region") << QByteArray(
        "You must specify a region. You can also configure your region by "
        "running \"aws configure\".")
                               << 253 << QByteArray("Name a region, and sign in");
    QTest::newRow("no credentials") << QByteArray(
        "Unable to locate credentials. You can configure credentials "
        "by running \"aws configure\".")
                                    << 253 << QByteArray("sign in with “aws configure”");
    QTest::newRow("no such profile") << QByteArray("The config profile (nope) could not be found") << 255
                                     << QByteArray("Check its profile");
    QTest::newRow("not permitted") << QByteArray(
        "An error occurred (AccessDenied) when calling the DescribeDBClusters operation: User "
        "is not authorized") << 254 << QByteArray("rds:Describe*");
}

void CliImportTest::whatTheAwsCommandComplainsOfIsPassedOn()
{
    QFETCH(QByteArray, words);
    QFETCH(int, code);
    QFETCH(QByteArray, advice);
    QVERIFY(writeAws("echo >&2\necho '" + words + "' >&2\nexit " + QByteArray::number(code) + '\n'));
    const auto ended = m_cli->run({u"import"_qs, u"--aws"_qs});
    QVERIFY(ended.code != 0);
    QVERIFY2(ended.errors.contains(words), ended.errors.constData());
    QVERIFY2(ended.errors.contains(advice), ended.errors.constData());
    QVERIFY(profiles().isEmpty());
}

QTEST_GUILESS_MAIN(CliImportTest)
#include "cliimporttest.moc"
