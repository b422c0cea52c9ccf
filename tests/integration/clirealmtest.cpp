// SPDX-License-Identifier: GPL-2.0-or-later
// latchkey-cli realm, as scripts use it.
#include "app/sandbox/ports.h"
#include "tests/integration/clirunner.h"
#include "tests/support/kdcdoubles.h"
#include "tests/support/sandbox.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;

namespace {

QJsonObject first(const QJsonObject &object, const QString &list)
{
    return object.value(list).toArray().first().toObject();
}

} // namespace

class CliRealmTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void theConfigurationIsPrinted();
    void theConfigurationIsPrintedAsJson();
    void aHealthyRealmIsSaidToBeSo();
    void aKdcThatIsDownEndsWith5();
    void aSilentKdcEndsWith5InTime();
    void aRealmThatNobodyKnowsEndsWith5();
    void aBrokenFileEndsWith7AndNamesTheLine();
    void warningsEndWith0();
    void onlyTheRealmNamedIsChecked();

    void theOverlayIsOnlyPrintedAtFirst();
    void theOverlayIsWrittenAndWorks();
    void theOverlayIsRemoved();
    void theOverlayAsJson();
    void wrongUseIsExplained_data();
    void wrongUseIsExplained();

private:
    Ended realm(const QStringList &arguments) { return m_cli->run(QStringList{u"realm"_qs} + arguments); }
    QString overlay() const { return m_cli->file(u"config/krb5.conf"_qs); }
    QString useKdcs(const QStringList &kdcs);
    QString useConfig(const QByteArray &text);
    QStringList trustArguments() const;
    QString kdc(const QString &realm) const { return u"127.0.0.1:%1"_qs.arg(m_sandbox.kdc(realm).port); }

    Sandbox m_sandbox;
    QString m_users;
    QString m_services;
    std::unique_ptr<CliRunner> m_cli;
};

void CliRealmTest::initTestCase()
{
    QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
    m_users = m_sandbox.description().usersRealm;
    m_services = m_sandbox.description().servicesRealm;
}

void CliRealmTest::init()
{
    m_cli = std::make_unique<CliRunner>();
}

QString CliRealmTest::useKdcs(const QStringList &kdcs)
{
    const QString config = m_cli->file(u"krb5.conf"_qs);
    if (!writeConfigWithKdcs(m_sandbox.description().krb5Config, m_users, kdcs, config))
        qFatal("cannot write");
    m_cli->setVariable(u"KRB5_CONFIG"_qs, config);
    return config;
}

QString CliRealmTest::useConfig(const QByteArray &text)
{
    QFile file(m_cli->file(u"krb5.conf"_qs));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write");
    m_cli->setVariable(u"KRB5_CONFIG"_qs, file.fileName());
    return file.fileName();
}

QStringList CliRealmTest::trustArguments() const
{
    return {u"overlay"_qs,       u"--aurora"_qs,    m_services.toLower(),    u"--kdc"_qs, kdc(m_services),
            u"--on-premises"_qs, m_users.toLower(), u"--on-premises-kdc"_qs, kdc(m_users)};
}

void CliRealmTest::theConfigurationIsPrinted()
{
    const Ended ended = realm({u"show"_qs});
    QCOMPARE(ended.code, 0);
    const QString text = QString::fromUtf8(ended.output);
    QVERIFY2(text.contains(u"  %1  Latchkey’s own part, not there\n  %2\n"_qs.arg(
                 overlay(), m_sandbox.description().krb5Config)),
             ended.output.constData());
    QVERIFY(text.contains(u"  %1  default\n    kdc  %2  ["_qs.arg(m_users, kdc(m_users))));
    QVERIFY(text.contains(u"default_realm  %1  ["_qs.arg(m_users)));
}

void CliRealmTest::theConfigurationIsPrintedAsJson()
{
    const QJsonObject json = realm({u"show"_qs, u"--json"_qs}).json().object();
    QCOMPARE(json.value(u"defaultRealm"_qs).toString(), m_users);
    QCOMPARE(json.value(u"realms"_qs).toArray().size(), 2);
    QVERIFY(first(json, u"files"_qs).value(u"overlay"_qs).toBool());
    QCOMPARE(first(json, u"libdefaults"_qs).value(u"file"_qs).toString(), m_sandbox.description().krb5Config);
}

void CliRealmTest::aHealthyRealmIsSaidToBeSo()
{
    const Ended ended = realm({u"check"_qs, m_users, m_services});
    QCOMPARE(ended.code, 0);
    QCOMPARE(ended.output, "Nothing is wrong with " + m_users.toUtf8() + ", " + m_services.toUtf8() + ".\n");
    QVERIFY(ended.errors.isEmpty());
    const QJsonObject json = realm({u"check"_qs, u"--json"_qs}).json().object();
    QCOMPARE(json.value(u"findings"_qs).toArray(), QJsonArray());
    QCOMPARE(json.value(u"checked"_qs).toArray(), QJsonArray{m_users});
    QString udp;
    for (const auto &one : json.value(u"realms"_qs).toArray())
        if (one[u"realm"_qs].toString() == m_users)
            udp = first(one.toObject(), u"kdcs"_qs).value(u"udp"_qs).toString();
    QCOMPARE(udp, u"answers"_qs);
}

void CliRealmTest::aKdcThatIsDownEndsWith5()
{
    useKdcs({u"127.0.0.1:%1"_qs.arg(sandbox::freePort())});
    const Ended ended = realm({u"check"_qs});
    QCOMPARE(ended.code, 5);
    QVERIFY(ended.output.startsWith("Error: No KDC of " + m_users.toUtf8() + " answers: "));
    QVERIFY(ended.output.contains("nothing listens there"));
    QVERIFY(ended.output.contains("/krb5.conf:"));
    QVERIFY(ended.errors.contains("1 error"));
    const QJsonObject finding = first(realm({u"check"_qs, u"--json"_qs}).json().object(), u"findings"_qs);
    QCOMPARE(finding.value(u"severity"_qs).toString(), u"error"_qs);
    QCOMPARE(finding.value(u"code"_qs).toString(), u"KdcUnreachable"_qs);
    QVERIFY(finding.value(u"line"_qs).toInt() > 0);
}

void CliRealmTest::aSilentKdcEndsWith5InTime()
{
    const SilentKdc silent;
    useKdcs({u"127.0.0.1:%1"_qs.arg(silent.port())});
    const Ended ended = realm({u"check"_qs});
    QCOMPARE(ended.code, 5);
    QVERIFY(ended.output.contains("nothing comes back"));
    QVERIFY2(ended.milliseconds < 5000, qPrintable(QString::number(ended.milliseconds)));
}

void CliRealmTest::aRealmThatNobodyKnowsEndsWith5()
{
    const Ended ended = realm({u"check"_qs, u"NOWHERE.EXAMPLE.COM"_qs});
    QCOMPARE(ended.code, 5);
    QVERIFY2(ended.output.startsWith("Error: No KDC of NOWHERE.EXAMPLE.COM is known"),
             ended.output.constData());
}

void CliRealmTest::aBrokenFileEndsWith7AndNamesTheLine()
{
    const QString file = useConfig("[libdefaults]\n default_realm = A.ORG\n[realms\n");
    const Ended ended = realm({u"check"_qs});
    QCOMPARE(ended.code, 7);
    QVERIFY2(ended.output.contains("line 3 of “" + file.toUtf8() + "”"), ended.output.constData());
    const Ended shown = realm({u"show"_qs});
    QCOMPARE(shown.code, 7);
    QVERIFY(shown.output.contains("makes no sense to libkrb5"));
    QVERIFY(shown.errors.contains("line 3"));
}

void CliRealmTest::warningsEndWith0()
{
    useConfig("[libdefaults]\n dns_lookup_kdc = false\n[realms]\n " + m_users.toUtf8()
              + " = {\n  kdc = " + kdc(m_users).toUtf8() + "\n }\n");
    const Ended ended = realm({u"check"_qs, m_users});
    QCOMPARE(ended.code, 0);
    QVERIFY2(ended.output.startsWith("Warning: There is no default realm"), ended.output.constData());
}

void CliRealmTest::onlyTheRealmNamedIsChecked()
{
    useKdcs({u"127.0.0.1:%1"_qs.arg(sandbox::freePort())});
    QCOMPARE(realm({u"check"_qs, m_services}).code, 0);
    QCOMPARE(realm({u"check"_qs, u"--all"_qs}).code, 5);
}

void CliRealmTest::theOverlayIsOnlyPrintedAtFirst()
{
    const Ended ended = realm(trustArguments());
    QCOMPARE(ended.code, 0);
    const QString text = QString::fromUtf8(ended.output);
    QVERIFY2(text.contains(u"+ [domain_realm]\n"_qs), ended.output.constData());
    QVERIFY(text.contains(u"+     .rds.amazonaws.com = %1\n"_qs.arg(m_services)));
    for (const QString &line : ended.lines())
        QVERIFY2(line.startsWith(u"+ "), qPrintable(line));
    QVERIFY(ended.errors.contains("not changed yet"));
    QVERIFY(!QFile::exists(overlay()));
}

void CliRealmTest::theOverlayIsWrittenAndWorks()
{
    m_cli->setVariable(u"KRB5_CONFIG"_qs, u"/nonexistent/krb5.conf"_qs);
    QCOMPARE(m_cli
                 ->run({u"sign-in"_qs, m_sandbox.principal(u"alice"_qs), u"--password-stdin"_qs},
                       m_sandbox.password(u"alice"_qs).toUtf8() + '\n')
                 .code,
             5);
    const Ended written = realm(trustArguments() + QStringList{u"--write"_qs});
    QCOMPARE(written.code, 0);
    QVERIFY(written.errors.contains("is changed"));
    QVERIFY(QFile::exists(overlay()));
    const Ended again = realm(trustArguments() + QStringList{u"--write"_qs});
    QCOMPARE(again.code, 0);
    QVERIFY(again.errors.contains("says this already"));
    const Ended signedIn = m_cli->run({u"sign-in"_qs, u"alice"_qs, u"--password-stdin"_qs},
                                      m_sandbox.password(u"alice"_qs).toUtf8() + '\n');
    QVERIFY2(signedIn.code == 0, signedIn.errors.constData());
    const Ended checked = realm({u"check"_qs});
    QVERIFY2(checked.code == 0, checked.output.constData());
    QCOMPARE(checked.output,
             "Nothing is wrong with " + m_users.toUtf8() + ", " + m_services.toUtf8() + ".\n");
}

void CliRealmTest::theOverlayIsRemoved()
{
    QCOMPARE(realm(trustArguments() + QStringList{u"--write"_qs}).code, 0);
    const Ended printed = realm({u"overlay"_qs, u"--remove"_qs});
    QCOMPARE(printed.code, 0);
    QVERIFY(printed.output.startsWith("- "));
    QVERIFY(QFile::exists(overlay()));
    QCOMPARE(realm({u"overlay"_qs, u"--remove"_qs, u"--write"_qs}).code, 0);
    QVERIFY(!QFile::exists(overlay()));
}

void CliRealmTest::theOverlayAsJson()
{
    const QJsonObject json =
        realm(trustArguments() + QStringList{u"--json"_qs, u"--write"_qs}).json().object();
    QCOMPARE(json.value(u"file"_qs).toString(), overlay());
    QVERIFY(json.value(u"changes"_qs).toBool());
    QVERIFY(json.value(u"written"_qs).toBool());
    QVERIFY(json.value(u"diff"_qs).toArray().contains(u"+ [capaths]"_qs));
}

void CliRealmTest::wrongUseIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing") << QStringList{} << u"Give --aurora DOMAIN or --remove"_qs;
    QTest::newRow("both") << QStringList{u"--aurora"_qs, u"a.org"_qs, u"--remove"_qs}
                          << u"Give --aurora DOMAIN or --remove"_qs;
    QTest::newRow("no domain") << QStringList{u"--aurora"_qs, u"a"_qs} << u"“a” is not a DNS domain"_qs;
    QTest::newRow("no KDC") << QStringList{u"--aurora"_qs, u"a.org"_qs, u"--kdc"_qs, u"88"_qs}
                            << u"“88” is not the address of a KDC"_qs;
    QTest::newRow("which realm") << QStringList{u"--aurora"_qs, u"a.org"_qs, u"--default-realm"_qs, u"x"_qs}
                                 << u"--default-realm takes"_qs;
}

void CliRealmTest::wrongUseIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    const Ended ended = realm(QStringList{u"overlay"_qs} + arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY2(QString::fromUtf8(ended.errors).contains(sentence), ended.errors.constData());
}

QTEST_GUILESS_MAIN(CliRealmTest)
#include "clirealmtest.moc"
