// SPDX-License-Identifier: GPL-2.0-or-later
// A team's catalogue on the command line.
#include "app/sandbox/certificates.h"
#include "core/profile/profilejson.h"
#include "tests/integration/clirunner.h"
#include "tests/support/webserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::Literals::StringLiterals;

class CliCatalogueTest : public QObject
{
    Q_OBJECT

private:
    Ended run(const QStringList &arguments) { return m_runner.run(arguments); }

    CliRunner m_runner;
    WebServer m_server;
    QString m_authority;

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString package = WebServer::missing(); !package.isEmpty())
            QSKIP(qPrintable(u"install "_s + package));
        m_authority = m_runner.file(u"authority.pem"_s);
        const WebCertificate files{m_runner.file(u"server.pem"_s), m_runner.file(u"server.key"_s)};
        const auto authority = sandbox::Authority::make(u"Test authority"_s);
        QVERIFY(authority && authority->writeCertificate(m_authority));
        QVERIFY(authority->issue({u"server"_s, {u"127.0.0.1"_s}}, files.certificate, files.key));
        QVERIFY2(m_server.startNginx(files), qPrintable(m_server.problem()));
        ProfileDocument document;
        Profile profile;
        profile.name = u"writer"_s;
        profile.host = u"127.0.0.1"_s;
        profile.port = 1;
        profile.tls = TlsPolicy::Off;
        document.profiles = {profile};
        QVERIFY(m_server.put(u"team.json"_s, writeProfiles(document)));
    }

    void aCatalogueIsAddedListedUsedAndRemoved()
    {
        const QString url = m_server.url(u"team.json"_s);
        const Ended added = run({u"catalogue"_s, u"add"_s, u"Team"_s, url, u"--ca"_s, m_authority});
        QVERIFY2(added.code == 0, added.errors.constData());
        QVERIFY2(added.errors.contains("--allow tls"), added.errors.constData());
        const Ended listed = run({u"catalogue"_s, u"list"_s, u"--json"_s});
        QCOMPARE(listed.json().array().at(0)[u"profiles"_s].toInt(), 1);
        QCOMPARE(listed.json().array().at(0)[u"source"_s].toString(), url);
        QVERIFY(run({u"profiles"_s, u"list"_s}).output.contains("Team/writer"));
        const Ended shown = run({u"profiles"_s, u"show"_s, u"Team/writer"_s, u"--json"_s});
        QCOMPARE(shown.json()[u"tls"_s].toString(), u"verify-identity"_s);
        QCOMPARE(run({u"probe"_s, u"Team/writer"_s}).code, 5);
        QCOMPARE(run({u"catalogue"_s, u"refresh"_s}).code, 0);
        QCOMPARE(run({u"catalogue"_s, u"remove"_s, u"Team"_s}).code, 0);
        QCOMPARE(run({u"profiles"_s, u"show"_s, u"Team/writer"_s}).code, 1);
        QCOMPARE(run({u"catalogue"_s, u"remove"_s, u"Team"_s}).code, 1);
    }

    void whatIsOnesOwnCanBeEdited()
    {
        QCOMPARE(
            run({u"catalogue"_s, u"add"_s, u"Team"_s, m_server.url(u"team.json"_s), u"--ca"_s, m_authority})
                .code,
            0);
        const QStringList edit{u"profiles"_s, u"edit"_s, u"Team/writer"_s};
        QCOMPARE(run(edit + QStringList{u"--principal"_s, u"me@CORP.EXAMPLE.COM"_s}).code, 0);
        const Ended refused = run(edit + QStringList{u"--host"_s, u"elsewhere"_s});
        QCOMPARE(refused.code, 2);
        QVERIFY(refused.errors.contains("comes from a catalogue"));
        QCOMPARE(run({u"profiles"_s, u"remove"_s, u"Team/writer"_s}).code, 2);
        // What is said of the subscription changes, what is one's own stays.
        QCOMPARE(run({u"catalogue"_s, u"add"_s, u"Team"_s, m_server.url(u"team.json"_s), u"--ca"_s,
                      m_authority, u"--allow"_s, u"tls"_s, u"--principal"_s, u"bob@CORP.EXAMPLE.COM"_s})
                     .code,
                 0);
        const QJsonValue listed = run({u"catalogue"_s, u"list"_s, u"--json"_s}).json().array().at(0);
        QCOMPARE(listed[u"principal"_s].toString(), u"bob@CORP.EXAMPLE.COM"_s);
        QVERIFY(listed[u"negotiate"_s].toBool());
        const Ended shown = run({u"profiles"_s, u"show"_s, u"Team/writer"_s, u"--json"_s});
        QCOMPARE(shown.json()[u"principal"_s].toString(), u"me@CORP.EXAMPLE.COM"_s);
        QCOMPARE(shown.json()[u"tls"_s].toString(), u"off"_s);
        QCOMPARE(run({u"catalogue"_s, u"remove"_s, u"Team"_s}).code, 0);
    }

    void whatCannotBeHadIsNotAdded()
    {
        const Ended http = run({u"catalogue"_s, u"add"_s, u"Team"_s, u"http://127.0.0.1/team.json"_s});
        QCOMPARE(http.code, 2);
        QVERIFY(http.errors.contains("is not encrypted"));
        QCOMPARE(run({u"catalogue"_s, u"add"_s, u"Team"_s, m_server.url(u"team.json"_s)}).code, 6);
        QCOMPARE(run({u"catalogue"_s, u"list"_s, u"--json"_s}).json().array().size(), 0);
    }
};

QTEST_GUILESS_MAIN(CliCatalogueTest)
#include "clicataloguetest.moc"
