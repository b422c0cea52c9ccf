// SPDX-License-Identifier: GPL-2.0-or-later
// The databases of an AWS account as Debian's own aws command lists them, from a service that a double stands for.
#include "tests/integration/clirunner.h"
#include "tests/integration/rdsdouble.h"

#include <QFile>
#include <QJsonObject>
#include <QTest>

using namespace latchkey::test;

namespace {

const QString region = QStringLiteral("eu-central-1");
const QString command = QStringLiteral("/usr/bin/aws");

/// As the service answers a question that is called `action`.
QByteArray response(const QByteArray &action, const QByteArray &result)
{
    return "<" + action + "Response xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\"><" + action + "Result>"
           + result + "</" + action + "Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></"
           + action + "Response>";
}

QByteArray cluster(const QByteArray &name, const QByteArray &engine, const QByteArray &more = {})
{
    const QByteArray domain = "c1abcdefghij.eu-central-1.rds.amazonaws.com";
    return "<DBCluster><DBClusterIdentifier>" + name
           + "</DBClusterIdentifier><Status>available</Status><Engine>" + engine
           + "</Engine><Port>3306</Port><Endpoint>" + name + ".cluster-" + domain
           + "</Endpoint><ReaderEndpoint>" + name + ".cluster-ro-" + domain
           + "</ReaderEndpoint><DBClusterArn>arn:aws:rds:eu-central-1:123456789012:cluster:" + name
           + "</DBClusterArn>" + more + "</DBCluster>";
}

const QByteArray withKerberos =
    "<DomainMemberships><DomainMembership><Domain>d-1234567890</Domain><Status>kerberos-enabled</Status>"
    "<FQDN>corp.example.com</FQDN></DomainMembership></DomainMemberships>";

/// Two clusters of MySQL on two pages, and one of another engine.
RdsDouble::Answer account(const QByteArray &question)
{
    if (question.contains("Action=DescribeDBClusterEndpoints"))
        return {200, response("DescribeDBClusterEndpoints", "<DBClusterEndpoints/>")};
    if (question.contains("Action=DescribeDBInstances"))
        return {200, response("DescribeDBInstances", "<DBInstances/>")};
    if (question.contains("Marker=second"))
        return {200, response("DescribeDBClusters", "<DBClusters>" + cluster("billing", "aurora-mysql")
                                                        + cluster("ledger", "aurora-postgresql")
                                                        + "</DBClusters>")};
    return {200, response("DescribeDBClusters", "<Marker>second</Marker><DBClusters>"
                                                    + cluster("orders", "aurora-mysql", withKerberos)
                                                    + "</DBClusters>")};
}

RdsDouble::Answer refusal(const QByteArray &)
{
    return {403,
            "<ErrorResponse xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\"><Error><Type>Sender</Type>"
            "<Code>AccessDenied</Code><Message>User: dba is not authorized to perform this</Message></Error>"
            "<RequestId>1</RequestId></ErrorResponse>"};
}

int count(const Ended &ended, const char *action)
{
    return ended.json().object().value(QLatin1String(action)).toInt(-1);
}

} // namespace

class AwsCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void everyPageOfTheAccountComesIn();
    void whatAwsRefusesIsSaid();
    void whoIsNotSignedInIsToldHow();

private:
    void serve(RdsDouble::Talk talk);
    Ended import() const
    {
        return m_cli->run({u"import"_qs, u"--aws"_qs, u"--region"_qs, region, u"--json"_qs});
    }
    QByteArray profiles() const
    {
        QFile file(m_cli->file(u"config/profiles.json"_qs));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<RdsDouble> m_service;
};

void AwsCommandTest::initTestCase()
{
    if (!QFile::exists(command))
        QSKIP("The package awscli is not installed.");
}

void AwsCommandTest::init()
{
    m_service.reset();
    m_cli = std::make_unique<CliRunner>();
    m_cli->setVariable(u"PATH"_qs, u"/usr/bin:/bin"_qs); // Debian's command, whatever else is there
    m_cli->setVariable(u"AWS_CONFIG_FILE"_qs, m_cli->file(u"aws-config"_qs));
    m_cli->setVariable(u"AWS_SHARED_CREDENTIALS_FILE"_qs, m_cli->file(u"aws-credentials"_qs));
    m_cli->setVariable(u"AWS_EC2_METADATA_DISABLED"_qs, u"true"_qs);
    for (const QString &name : {u"AWS_PROFILE"_qs, u"AWS_SESSION_TOKEN"_qs, u"AWS_ACCESS_KEY_ID"_qs,
                                u"AWS_SECRET_ACCESS_KEY"_qs, u"NO_PROXY"_qs, u"no_proxy"_qs})
        m_cli->setVariable(name, {});
}

/// To somebody who is signed in.
void AwsCommandTest::serve(RdsDouble::Talk talk)
{
    m_service = std::make_unique<RdsDouble>(m_cli->folder(), region, std::move(talk));
    QVERIFY(m_service->isReady());
    m_cli->setVariable(u"HTTPS_PROXY"_qs, m_service->proxy());
    m_cli->setVariable(u"AWS_CA_BUNDLE"_qs, m_service->authorityFile());
    m_cli->setVariable(u"AWS_ACCESS_KEY_ID"_qs, u"AKIAEXAMPLE"_qs);
    m_cli->setVariable(u"AWS_SECRET_ACCESS_KEY"_qs, u"MARKER-secret"_qs);
}

void AwsCommandTest::everyPageOfTheAccountComesIn()
{
    serve(account);
    const Ended first = import();
    QVERIFY2(first.code == 0, first.errors.constData());
    QVERIFY2(count(first, "create") == 6, first.output.constData()); // two folders, two endpoints each
    QVERIFY2(first.output.contains("aurora-postgresql"), first.output.constData()); // why it is left out
    const QByteArray saved = profiles();
    for (const char *host :
         {"orders.cluster-c1", "orders.cluster-ro-c1", "billing.cluster-c1", "corp.example.com"})
        QVERIFY2(saved.contains(host), host);
    QVERIFY(!saved.contains("ledger"));
    QCOMPARE(m_service->questions().size(), 4); // one of them for the second page
    const Ended again = import();
    QVERIFY2(again.code == 0, again.errors.constData());
    QCOMPARE(count(again, "create") + count(again, "change"), 0);
    QCOMPARE(profiles(), saved);
    QVERIFY(!saved.contains("MARKER") && !m_cli->everything().contains("MARKER"));
}

void AwsCommandTest::whatAwsRefusesIsSaid()
{
    serve(refusal);
    const Ended ended = import();
    QVERIFY(ended.code != 0);
    QVERIFY2(ended.errors.contains("is not authorized to perform this"), ended.errors.constData());
    QVERIFY2(ended.errors.contains("rds:Describe*"), ended.errors.constData());
    QVERIFY(profiles().isEmpty());
}

void AwsCommandTest::whoIsNotSignedInIsToldHow()
{
    const Ended ended = import();
    QVERIFY(ended.code != 0);
    QVERIFY2(ended.errors.contains("sign in with “aws configure”"), ended.errors.constData());
}

QTEST_GUILESS_MAIN(AwsCommandTest)
#include "awscommandtest.moc"
