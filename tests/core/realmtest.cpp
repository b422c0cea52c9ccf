// SPDX-License-Identifier: GPL-2.0-or-later
// Realms as values: what is read, what is wrong with it, what is planned.
#include "core/krb/auroraplan.h"
#include "core/krb/configincludes.h"
#include "core/krb/configrows.h"
#include "core/krb/realmcheck.h"

#include <QJsonArray>
#include <QTest>

using namespace latchkey;
using namespace latchkey::krb;
using namespace std::chrono_literals;

namespace {

const QString corp = QStringLiteral("CORP.EXAMPLE.COM");
const QString aws = QStringLiteral("AWS.EXAMPLE.COM");
const QString file = QStringLiteral("/etc/krb5.conf");

Relation relation(const QString &name, const QString &value, int line = 1)
{
    return {name, value, {file, line}};
}

/// Two realms with a KDC each, their hosts, and a direct trust: nothing is wrong with it.
RealmConfig goodConfig()
{
    RealmConfig config;
    config.files = {{file}};
    config.libdefaults = {relation(u"default_realm"_qs, corp, 2)};
    config.realms = {{corp, {relation(u"kdc"_qs, u"dc.corp.example.com"_qs, 5)}},
                     {aws, {relation(u"kdc"_qs, u"dc.aws.example.com:8888"_qs, 8)}}};
    config.domains = {relation(u".corp.example.com"_qs, corp, 11),
                      relation(u".rds.amazonaws.com"_qs, aws, 12)};
    config.trustPaths = {{corp, aws, {}, {file, 15}}};
    return config;
}

const QStringList both{corp, aws};

KdcObservation observed(const QString &realm, KdcAnswer udp, KdcAnswer tcp)
{
    const QString host = realm == corp ? u"dc.corp.example.com"_qs : u"dc.aws.example.com"_qs;
    return {realm, {host, static_cast<std::uint16_t>(realm == corp ? 88 : 8888)}, {file, 5}, udp, tcp, {}};
}

RealmObservations seenKdcs(const QList<KdcObservation> &kdcs)
{
    RealmObservations seen;
    seen.kdcs = kdcs;
    return seen;
}

/// "error RealmUnknown /etc/krb5.conf:3 The sentence. The fix."
QString line(const Finding &finding)
{
    QStringList parts{severityName(finding.severity), codeName(finding.code), text(finding.place),
                      finding.sentence, finding.fix};
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

QStringList lines(const QList<Finding> &findings)
{
    QStringList all;
    for (const Finding &finding : findings)
        all += line(finding);
    return all;
}

QStringList check(const RealmConfig &config, const RealmObservations &seen = {},
                  const QStringList &scope = both)
{
    return lines(checkRealms(config, seen, scope));
}

QString settingsText(const AuroraPlan &plan)
{
    QString text;
    for (const ConfigSetting &setting : settingsOf(plan))
        text += setting.names.join(QLatin1Char('/')) + u" = "_qs + setting.values.join(u", "_qs)
                + QLatin1Char('\n');
    return text;
}

} // namespace

Q_DECLARE_METATYPE(latchkey::krb::KdcAnswer)

class RealmTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includesAreFound_data();
    void includesAreFound();
    void fileNamesAreTakenAsLibkrb5Does();
    void kdcAddressesAreReadAsLibkrb5Does_data();
    void kdcAddressesAreReadAsLibkrb5Does();

    void aPathIsWhatCapathsSay();
    void settingsHaveLibkrb5sDefaults();
    void theRealmsInUseAreOurs();

    void nothingIsSaidOfAGoodConfiguration();
    void aBrokenFileIsTheOnlyFinding();
    void anUnreadableFileIsSaid();
    void aMissingDefaultRealmIsSaid();
    void lowerCaseIsSaid();
    void lowerCaseOfAKnownRealmIsAnError();
    void aRealmWithoutKdcIsSaid();
    void aKdcThatIsNoAddressIsSaid();
    void whatTheDnsNamesCounts();
    void aDomainOfAnUnknownRealmIsSaid();
    void contradictingDomainsAreSaid();
    void anotherFileMayOverrule();
    void overlappingDomainsAreNoted();
    void upperCaseHostsAreSaid();
    void aHopWithoutKdcIsSaid();
    void anAssumedTrustIsNotedUnlessItWasSeen();
    void everyRealmThatSomebodyIsFromNeedsAWay();

    void answersBecomeFindings_data();
    void answersBecomeFindings();
    void oneOfSeveralMayFail();
    void clocksThatAreOffAreSaid();
    void otherRealmsAreNotSpokenOf();
    void theWorstComesFirst();

    void plansBecomeSettings();
    void plansAreChecked_data();
    void plansAreChecked();
    void whatWasTypedIsTidied();

    void rowsShowTheConfiguration();
    void rowsShowWhatKdcsSaid();
    void jsonHasPlaces();
};

void RealmTest::includesAreFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<Include>>("expected");
    QTest::newRow("none") << QByteArray("[libdefaults]\n a = b\n") << QList<Include>{};
    QTest::newRow("both kinds") << QByteArray("include /a\r\n[x]\nincludedir \t/b c\n")
                                << QList<Include>{{"/a", false, 1}, {"/b c", true, 3}};
    QTest::newRow("not in the first column") << QByteArray(" include /a\n#include /b\n") << QList<Include>{};
    QTest::newRow("without a path") << QByteArray("include\ninclude \nincludedirs /a") << QList<Include>{};
    QTest::newRow("without an end") << QByteArray("include /a") << QList<Include>{{"/a", false, 1}};
}

void RealmTest::includesAreFound()
{
    QFETCH(QByteArray, text);
    QTEST(includesOf(text), "expected");
}

void RealmTest::fileNamesAreTakenAsLibkrb5Does()
{
    for (const char *name : {"a", "realm-1_x", "corp.conf", "a b.conf"})
        QVERIFY2(isIncludedName(name), name);
    for (const char *name : {"", ".hidden", ".a.conf", "corp.conf~", "corp.conf.rpmsave", "a b"})
        QVERIFY2(!isIncludedName(name), name);
}

void RealmTest::kdcAddressesAreReadAsLibkrb5Does_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &entry, const QString &expected) {
        QTest::newRow(qPrintable(entry)) << entry << expected;
    };
    row(u"dc.example.com"_qs, u"dc.example.com:88"_qs);
    row(u"dc.example.com:8888"_qs, u"dc.example.com:8888"_qs);
    row(u"10.0.0.1:1"_qs, u"10.0.0.1:1"_qs);
    row(u"[2001:db8::1]"_qs, u"[2001:db8::1]:88"_qs);
    row(u"[2001:db8::1]:750"_qs, u"[2001:db8::1]:750"_qs);
    row(u"https://proxy.example.com/KdcProxy"_qs, u"proxy.example.com:443"_qs);
    for (const char *wrong : {"", "88", ":88", "dc:", "dc:0", "dc:x", "dc:70000", "a b", "a;b\"", "[::1",
                              "[]", "[::1]88", "2001:db8::1", "https://", "dc{", "dc*"})
        row(QString::fromLatin1(wrong), {});
}

void RealmTest::kdcAddressesAreReadAsLibkrb5Does()
{
    QFETCH(QString, entry);
    const auto address = KdcAddress::parse(entry);
    QTEST(address ? address->text() : QString(), "expected");
}

void RealmTest::aPathIsWhatCapathsSay()
{
    RealmConfig config = goodConfig();
    QCOMPARE(config.path(corp, aws), (QStringList{corp, aws}));
    QCOMPARE(config.path(corp, corp), QStringList{corp});
    config.trustPaths.first().via = {u"HUB"_qs};
    QCOMPARE(config.path(corp, aws), (QStringList{corp, u"HUB"_qs, aws}));
    QCOMPARE(config.path(aws, corp), (QStringList{aws, corp}));
}

void RealmTest::settingsHaveLibkrb5sDefaults()
{
    RealmConfig config;
    QVERIFY(config.looksUpKdcs());
    QVERIFY(config.adjustsClock());
    QCOMPARE(config.clockSkew(), 300s);
    config.libdefaults = {relation(u"dns_fallback"_qs, u"no"_qs), relation(u"kdc_timesync"_qs, u"0"_qs),
                          relation(u"clockskew"_qs, u"60"_qs)};
    QVERIFY(!config.looksUpKdcs());
    QVERIFY(!config.adjustsClock());
    QCOMPARE(config.clockSkew(), 60s);
    config.libdefaults.append(relation(u"dns_lookup_kdc"_qs, u"True"_qs));
    QVERIFY(config.looksUpKdcs());
}

void RealmTest::theRealmsInUseAreOurs()
{
    RealmConfig config = goodConfig();
    config.realms.append({u"OTHER.ORG"_qs, {relation(u"kdc"_qs, u"dc.other.org"_qs)}});
    QCOMPARE(realmsInUse(config, {}), both);
    QCOMPARE(realmsInUse(config, {u"MINE.ORG"_qs}), (QStringList{corp, u"MINE.ORG"_qs, aws}));
    config.libdefaults.clear();
    QCOMPARE(realmsInUse(config, {}), (QStringList{corp, aws, u"OTHER.ORG"_qs}));
    const QString own = u"/home/alice/.config/latchkey/krb5.conf"_qs;
    config.files.prepend({own, 0, ConfigFile::State::Read, true});
    config.realms.last().relations.first().place.file = own;
    QCOMPARE(realmsInUse(config, {}), QStringList{u"OTHER.ORG"_qs});
}

void RealmTest::nothingIsSaidOfAGoodConfiguration()
{
    QCOMPARE(check(goodConfig()), QStringList());
    QCOMPARE(check(goodConfig(), seenKdcs({observed(corp, KdcAnswer::Serves, KdcAnswer::Serves)})),
             QStringList());
}

void RealmTest::aBrokenFileIsTheOnlyFinding()
{
    RealmConfig config;
    config.problem = Error{Error::Code::ConfigBroken, u"Line 3."_qs, u"detail"_qs, 7};
    config.problemPlace = {file, 3};
    QCOMPARE(check(config), QStringList{u"error ConfigBroken /etc/krb5.conf:3 Line 3."_qs});
}

void RealmTest::anUnreadableFileIsSaid()
{
    RealmConfig config = goodConfig();
    config.files.append({u"/etc/secret.conf"_qs, 0, ConfigFile::State::Unreadable});
    config.files.append({u"/etc/none.conf"_qs, 0, ConfigFile::State::Missing});
    QCOMPARE(check(config),
             QStringList{u"warning FileInaccessible /etc/secret.conf “/etc/secret.conf” cannot be "
                         "read, so libkrb5 passes over it. Check who owns the file and its "
                         "permissions."_qs});
}

void RealmTest::aMissingDefaultRealmIsSaid()
{
    RealmConfig config = goodConfig();
    config.libdefaults.clear();
    QCOMPARE(
        check(config),
        QStringList{u"warning InvalidInput There is no default realm, so a name without a realm cannot be "
                    "used. Set default_realm in [libdefaults], or type names with their realm."_qs});
}

void RealmTest::lowerCaseIsSaid()
{
    RealmConfig config = goodConfig();
    config.realms.append({u"Test.example.com"_qs, {relation(u"kdc"_qs, u"dc"_qs, 20)}});
    QCOMPARE(
        check(config, {}, both + QStringList{u"Test.example.com"_qs}),
        QStringList{u"warning RealmUnknown /etc/krb5.conf:20 The realm “Test.example.com” has lower-case "
                    "letters. Active Directory’s realms are in upper case, and case counts. Write "
                    "“TEST.EXAMPLE.COM”."_qs});
}

void RealmTest::lowerCaseOfAKnownRealmIsAnError()
{
    RealmConfig config = goodConfig();
    config.domains[1].value = aws.toLower();
    QCOMPARE(check(config),
             QStringList{u"error RealmUnknown /etc/krb5.conf:12 “aws.example.com” is another realm "
                         "than “AWS.EXAMPLE.COM”, because case counts, and only the latter is "
                         "known. Write “AWS.EXAMPLE.COM”."_qs});
}

void RealmTest::aRealmWithoutKdcIsSaid()
{
    RealmConfig config = goodConfig();
    config.realms.first().relations.clear();
    QCOMPARE(check(config), QStringList()); // the DNS may know
    RealmObservations seen;
    seen.lookups = {{corp, KdcLookup::State::None, {}}};
    QCOMPARE(check(config, seen),
             QStringList{u"error RealmUnknown No KDC of CORP.EXAMPLE.COM is known: neither "
                         "krb5.conf nor the DNS names one. Check the realm’s spelling, or "
                         "name its KDCs in [realms]."_qs});
    seen.lookups.first().state = KdcLookup::State::Failed;
    QVERIFY(check(config, seen).value(0).contains(u"the DNS did not answer"_qs));
    config.libdefaults.append(relation(u"dns_lookup_kdc"_qs, u"false"_qs));
    QVERIFY(check(config).value(0).contains(u"says not to ask the DNS"_qs));
}

void RealmTest::aKdcThatIsNoAddressIsSaid()
{
    RealmConfig config = goodConfig();
    config.realms.first().relations.append(relation(u"kdc"_qs, u"dc2:port"_qs, 6));
    QCOMPARE(check(config),
             QStringList{u"error ConfigBroken /etc/krb5.conf:6 “dc2:port” is not the address of a "
                         "KDC, so libkrb5 finds no KDC of CORP.EXAMPLE.COM at all. Write a host "
                         "name, with “:port” behind it if it is not 88."_qs});
}

void RealmTest::whatTheDnsNamesCounts()
{
    RealmConfig config = goodConfig();
    config.realms.clear();
    RealmObservations seen;
    seen.lookups = {{corp, KdcLookup::State::Found, {{u"dc"_qs, 88}}},
                    {aws, KdcLookup::State::Found, {{u"dc"_qs, 88}}}};
    QCOMPARE(check(config, seen), QStringList());
}

void RealmTest::aDomainOfAnUnknownRealmIsSaid()
{
    RealmConfig config = goodConfig();
    config.libdefaults.append(relation(u"dns_lookup_kdc"_qs, u"false"_qs));
    config.domains.append(relation(u".old.example.com"_qs, u"OLD.EXAMPLE.COM"_qs, 13));
    const QString said =
        u"RealmUnknown /etc/krb5.conf:13 “.old.example.com” is mapped to OLD.EXAMPLE.COM, of which "
        "no KDC is known. Correct the realm, or name its KDCs in [realms]."_qs;
    QCOMPARE(check(config), QStringList{u"warning "_qs + said});
    QCOMPARE(check(config, {}, both + QStringList{u"OLD.EXAMPLE.COM"_qs}).value(0), u"error "_qs + said);
}

void RealmTest::contradictingDomainsAreSaid()
{
    RealmConfig config = goodConfig();
    config.domains.append(relation(u".rds.amazonaws.com"_qs, corp, 13));
    config.domains.append(relation(u"corp.example.com"_qs, aws, 14));
    QCOMPARE(
        check(config),
        (QStringList{u"warning RealmMismatch /etc/krb5.conf:13 “.rds.amazonaws.com” is mapped to "
                     "AWS.EXAMPLE.COM and to CORP.EXAMPLE.COM; libkrb5 takes the first. Remove the line that "
                     "is wrong."_qs,
                     u"warning RealmMismatch /etc/krb5.conf:14 The host “corp.example.com” is mapped to "
                     "AWS.EXAMPLE.COM, but the hosts below it, “.corp.example.com”, to CORP.EXAMPLE.COM. Map "
                     "both to the same realm, unless this is really meant."_qs}));
}

void RealmTest::anotherFileMayOverrule()
{
    RealmConfig config = goodConfig();
    config.domains.append({u".rds.amazonaws.com"_qs, corp, {u"/etc/other.conf"_qs, 1}});
    QCOMPARE(check(config), QStringList());
}

void RealmTest::overlappingDomainsAreNoted()
{
    RealmConfig config = goodConfig();
    config.domains.append(relation(u".db.corp.example.com"_qs, aws, 13));
    QCOMPARE(check(config),
             QStringList{u"note RealmMismatch /etc/krb5.conf:13 Hosts in “.db.corp.example.com” "
                         "belong to AWS.EXAMPLE.COM, all others in “.corp.example.com” to "
                         "CORP.EXAMPLE.COM: the longest name that fits counts."_qs});
}

void RealmTest::upperCaseHostsAreSaid()
{
    RealmConfig config = goodConfig();
    config.domains.append(relation(u".Corp.Example.org"_qs, corp, 13));
    QCOMPARE(check(config),
             QStringList{u"warning RealmMismatch /etc/krb5.conf:13 “.Corp.Example.org” fits no host, "
                         "because libkrb5 writes host names in lower case. Write "
                         "“.corp.example.org”."_qs});
}

void RealmTest::aHopWithoutKdcIsSaid()
{
    RealmConfig config = goodConfig();
    config.libdefaults.append(relation(u"dns_lookup_kdc"_qs, u"false"_qs));
    config.trustPaths.first().via = {u"HUB.EXAMPLE.COM"_qs};
    QCOMPARE(check(config),
             QStringList{u"error NoTrust /etc/krb5.conf:15 The way from CORP.EXAMPLE.COM to "
                         "AWS.EXAMPLE.COM goes through HUB.EXAMPLE.COM, of which no KDC is known. "
                         "Name the KDCs of HUB.EXAMPLE.COM in [realms], or correct the way in "
                         "[capaths]."_qs});
}

void RealmTest::anAssumedTrustIsNotedUnlessItWasSeen()
{
    RealmConfig config = goodConfig();
    config.trustPaths.clear();
    QCOMPARE(check(config),
             QStringList{u"note NoTrust [capaths] says nothing of the way from CORP.EXAMPLE.COM to "
                         "AWS.EXAMPLE.COM, so libkrb5 expects that AWS.EXAMPLE.COM trusts "
                         "CORP.EXAMPLE.COM directly, or that the KDCs know the way. If the way goes "
                         "through other realms, name them in [capaths]; if it is direct, "
                         "“CORP.EXAMPLE.COM = { AWS.EXAMPLE.COM = . }” says so."_qs});
    RealmObservations seen;
    seen.trusts = {{corp, aws}};
    QCOMPARE(check(config, seen), QStringList());
}

void RealmTest::everyRealmThatSomebodyIsFromNeedsAWay()
{
    const QString partners = u"PARTNERS.EXAMPLE.COM"_qs;
    RealmConfig config = goodConfig();
    config.realms.append(config.realms.first());
    config.realms.last().name = partners;
    RealmObservations seen;
    const QStringList scope{corp, aws, partners};
    QCOMPARE(check(config, seen, scope), QStringList()); // nobody is from there
    seen.users = {partners};
    const QStringList found = check(config, seen, scope);
    QVERIFY2(!found.filter(u"the way from PARTNERS.EXAMPLE.COM to AWS.EXAMPLE.COM"_qs).isEmpty(),
             qPrintable(found.join(u'\n')));
    QVERIFY(found.filter(u"the way from CORP.EXAMPLE.COM to AWS"_qs).isEmpty());
}

void RealmTest::answersBecomeFindings_data()
{
    QTest::addColumn<KdcAnswer>("udp");
    QTest::addColumn<KdcAnswer>("tcp");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, KdcAnswer udp, KdcAnswer tcp, const QString &expected) {
        QTest::newRow(name) << udp << tcp << expected;
    };
    using A = KdcAnswer;
    const QString unreachable =
        u"error KdcUnreachable /etc/krb5.conf:5 No KDC of CORP.EXAMPLE.COM answers: dc.corp.example.com:88 "
        u"(%1). "
        "Check the network and the VPN, that port 88 is open by UDP and TCP, and the KDCs in krb5.conf."_qs;
    row("answers", A::Serves, A::Serves, {});
    row("not asked", A::NotAsked, A::NotAsked, {});
    row("silent", A::Silent, A::Silent, unreachable.arg(u"nothing comes back"_qs));
    row("refused", A::Refused, A::Refused, unreachable.arg(u"nothing listens there"_qs));
    row("half refused", A::Silent, A::Refused, unreachable.arg(u"nothing listens there"_qs));
    row("no route", A::NoRoute, A::NoRoute, unreachable.arg(u"the network does not lead there"_qs));
    row("unknown", A::NameUnknown, A::NameUnknown, unreachable.arg(u"there is no host of that name"_qs));
    row("no name service", A::NameSilent, A::NameSilent,
        unreachable.arg(u"the name service does not answer"_qs));
    row("no KDC", A::Strange, A::Refused, unreachable.arg(u"what answers is no KDC"_qs));
    row("wrong realm", A::WrongRealm, A::WrongRealm, unreachable.arg(u"it is no KDC of this realm"_qs));
    row("no TCP", A::Serves, A::Refused,
        u"warning KdcUnreachable /etc/krb5.conf:5 dc.corp.example.com:88 answers by UDP but not by TCP: "
        u"nothing "
        "listens there. Tickets with many groups are too large for UDP. Have port 88 opened for TCP too."_qs);
    row("no UDP", A::Silent, A::Serves,
        u"note KdcUnreachable /etc/krb5.conf:5 dc.corp.example.com:88 answers by TCP but not by UDP: nothing "
        u"comes "
        "back. libkrb5 tries UDP first and waits a second. Set udp_preference_limit = 1 in [libdefaults], or "
        "have "
        "the port opened for UDP too."_qs);
}

void RealmTest::answersBecomeFindings()
{
    QFETCH(KdcAnswer, udp);
    QFETCH(KdcAnswer, tcp);
    QFETCH(QString, expected);
    const QStringList said = check(goodConfig(), seenKdcs({observed(corp, udp, tcp)}));
    QCOMPARE(said, expected.isEmpty() ? QStringList() : QStringList{expected});
}

void RealmTest::oneOfSeveralMayFail()
{
    KdcObservation other = observed(corp, KdcAnswer::Silent, KdcAnswer::Silent);
    other.address.host = u"dc2"_qs;
    other.place.line = 6;
    const auto good = observed(corp, KdcAnswer::Serves, KdcAnswer::Serves);
    QCOMPARE(check(goodConfig(), seenKdcs({good, other})),
             QStringList{
                 u"warning KdcUnreachable /etc/krb5.conf:6 One of several KDCs of CORP.EXAMPLE.COM does not "
                 "answer: dc2:88 (nothing comes back). Whoever asks it first waits. Remove it from "
                 "krb5.conf, or put it behind the others, unless it is back soon."_qs});
    other.udp = KdcAnswer::WrongRealm;
    QVERIFY(check(goodConfig(), seenKdcs({good, other})).value(0).startsWith(u"error RealmUnknown"_qs));
}

void RealmTest::clocksThatAreOffAreSaid()
{
    RealmConfig config = goodConfig();
    KdcObservation kdc = observed(corp, KdcAnswer::Serves, KdcAnswer::Serves);
    kdc.clockOffset = 300s;
    QCOMPARE(check(config, seenKdcs({kdc})), QStringList());
    kdc.clockOffset = 450s;
    QCOMPARE(
        check(config, seenKdcs({kdc})),
        QStringList{
            u"warning ClockSkew /etc/krb5.conf:5 The clock of dc.corp.example.com:88 is 7 min 30 s ahead "
            "of this computer’s; Kerberos tolerates 5 min 0 s. Let both set their clocks by NTP."_qs});
    kdc.clockOffset = -2h;
    config.libdefaults.append(relation(u"kdc_timesync"_qs, u"0"_qs));
    QVERIFY(
        check(config, seenKdcs({kdc}))
            .value(0)
            .startsWith(u"error ClockSkew /etc/krb5.conf:5 The clock of dc.corp.example.com:88 is 2 h 0 min "
                        "behind"_qs));
}

void RealmTest::otherRealmsAreNotSpokenOf()
{
    RealmConfig config = goodConfig();
    config.realms.append({u"bad.org"_qs, {relation(u"kdc"_qs, u"88"_qs)}});
    config.domains.append(relation(u".Bad.org"_qs, u"bad.org"_qs));
    QCOMPARE(check(config), QStringList());
    QVERIFY(!check(config, {}, {u"bad.org"_qs}).isEmpty());
}

void RealmTest::theWorstComesFirst()
{
    RealmConfig config = goodConfig();
    config.trustPaths.clear();
    config.domains.append(relation(u".Corp.Example.org"_qs, corp));
    const auto findings =
        checkRealms(config, seenKdcs({observed(aws, KdcAnswer::Silent, KdcAnswer::Silent)}), both);
    QCOMPARE(findings.size(), 3);
    QCOMPARE(findings.at(0).severity, Finding::Severity::Error);
    QCOMPARE(findings.at(1).severity, Finding::Severity::Warning);
    QCOMPARE(findings.at(2).severity, Finding::Severity::Note);
}

void RealmTest::plansBecomeSettings()
{
    AuroraPlan plan;
    plan.directory = u"aws.example.com"_qs;
    QCOMPARE(settingsText(plan), u"libdefaults/default_realm = AWS.EXAMPLE.COM\n"
                                 "realms/AWS.EXAMPLE.COM/kdc = aws.example.com\n"
                                 "realms/AWS.EXAMPLE.COM/admin_server = aws.example.com\n"
                                 "domain_realm/.aws.example.com = AWS.EXAMPLE.COM\n"
                                 "domain_realm/aws.example.com = AWS.EXAMPLE.COM\n"_qs);
    plan.onPremises = u"corp.example.com"_qs;
    plan.onPremisesKdcs = {u"dc1.corp.example.com:8888"_qs, u"dc2.corp.example.com"_qs};
    QCOMPARE(settingsText(plan),
             u"libdefaults/default_realm = CORP.EXAMPLE.COM\n"
             "realms/AWS.EXAMPLE.COM/kdc = aws.example.com\n"
             "realms/AWS.EXAMPLE.COM/admin_server = aws.example.com\n"
             "domain_realm/.aws.example.com = AWS.EXAMPLE.COM\n"
             "domain_realm/aws.example.com = AWS.EXAMPLE.COM\n"
             "realms/CORP.EXAMPLE.COM/kdc = dc1.corp.example.com:8888, dc2.corp.example.com\n"
             "realms/CORP.EXAMPLE.COM/admin_server = dc1.corp.example.com\n"
             "domain_realm/.corp.example.com = CORP.EXAMPLE.COM\n"
             "domain_realm/corp.example.com = CORP.EXAMPLE.COM\n"
             "domain_realm/.rds.amazonaws.com = AWS.EXAMPLE.COM\n"
             "domain_realm/.amazonaws.com.cn = AWS.EXAMPLE.COM\n"
             "domain_realm/.amazon.com = AWS.EXAMPLE.COM\n"
             "capaths/CORP.EXAMPLE.COM/AWS.EXAMPLE.COM = .\n"_qs);
    plan.defaultRealm = AuroraPlan::DefaultRealm::Directory;
    QVERIFY(settingsText(plan).startsWith(u"libdefaults/default_realm = AWS.EXAMPLE.COM\n"_qs));
    plan.defaultRealm = AuroraPlan::DefaultRealm::Unchanged;
    QVERIFY(!settingsText(plan).contains(u"default_realm"_qs));
}

void RealmTest::plansAreChecked_data()
{
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("onPremises");
    QTest::addColumn<QString>("kdc");
    QTest::addColumn<int>("problems");
    const auto row = [](const QString &directory, const QString &onPremises, const QString &kdc,
                        int problems) {
        QTest::addRow("%s|%s|%s", qPrintable(directory), qPrintable(onPremises), qPrintable(kdc))
            << directory << onPremises << kdc << problems;
    };
    row(u"aws.example.com"_qs, {}, {}, 0);
    row(u"aws.example.com"_qs, u"corp.example.com"_qs, u"10.0.0.1:88"_qs, 0);
    row({}, {}, {}, 1);
    row(u"example"_qs, {}, {}, 1);
    row(u"-a.example.com"_qs, {}, {}, 1);
    row(u"a..com"_qs, {}, {}, 1);
    row(u"a b.com"_qs, {}, {}, 1);
    row(u"a.com = {"_qs, {}, {}, 1);
    row(u"a.com\nb.com"_qs, {}, {}, 1);
    row(QString(58, u'a') + u".com"_qs, {}, {}, 1);
    row(QString(57, u'a') + u".com"_qs, {}, {}, 0);
    row(u"aws.example.com"_qs, u"aws.example.com"_qs, {}, 1);
    row(u"aws.example.com"_qs, u""_qs, {}, 1);
    row(u"aws.example.com"_qs, u"corp"_qs, u"a b"_qs, 2);
    row(u"aws.example.com"_qs, {}, u"dc\n}"_qs, 1);
}

void RealmTest::plansAreChecked()
{
    QFETCH(QString, directory);
    QFETCH(QString, onPremises);
    QFETCH(QString, kdc);
    AuroraPlan plan;
    plan.directory = directory;
    if (!onPremises.isNull())
        plan.onPremises = onPremises;
    if (!kdc.isEmpty())
        plan.directoryKdcs = {kdc};
    QTEST(static_cast<int>(problemsOf(plan).size()), "problems");
}

void RealmTest::whatWasTypedIsTidied()
{
    AuroraPlan typed;
    typed.directory = u" AWS.Example.com. "_qs;
    typed.directoryKdcs = {u" dc "_qs, u" "_qs};
    const AuroraPlan plan = tidied(typed);
    QCOMPARE(plan.directory, u"aws.example.com"_qs);
    QCOMPARE(plan.directoryKdcs, QStringList{u"dc"_qs});
    QVERIFY(!plan.hasTrust());
    QCOMPARE(plan.usersRealm(), aws);
}

void RealmTest::rowsShowTheConfiguration()
{
    RealmConfig config = goodConfig();
    config.files = {
        {u"/own/krb5.conf"_qs, 0, ConfigFile::State::Missing, true}, {file}, {u"/etc/krb5.conf.d/a"_qs, 1}};
    config.realms.append({u"DNS.ORG"_qs});
    config.trustPaths.append({aws, corp, {u"HUB"_qs}, {}});
    config.appdefaults = {relation(u"mysql/destroy_tickets"_qs, u"true"_qs, 20)};
    QCOMPARE(configAsText(configRows(config, {})),
             u"Files in effect\n"
             "  /own/krb5.conf  Latchkey’s own part, not there\n"
             "  /etc/krb5.conf\n"
             "    /etc/krb5.conf.d/a  included\n"
             "\n"
             "Realms\n"
             "  CORP.EXAMPLE.COM  default\n"
             "    kdc  dc.corp.example.com  [/etc/krb5.conf:5]\n"
             "  AWS.EXAMPLE.COM\n"
             "    kdc  dc.aws.example.com:8888  [/etc/krb5.conf:8]\n"
             "  DNS.ORG\n"
             "    kdc  from the DNS\n"
             "\n"
             "Hosts and their realms\n"
             "  .corp.example.com → CORP.EXAMPLE.COM  [/etc/krb5.conf:11]\n"
             "  .rds.amazonaws.com → AWS.EXAMPLE.COM  [/etc/krb5.conf:12]\n"
             "\n"
             "Ways between realms\n"
             "  CORP.EXAMPLE.COM → AWS.EXAMPLE.COM  direct  "
             "[/etc/krb5.conf:15]\n"
             "  AWS.EXAMPLE.COM → HUB → CORP.EXAMPLE.COM\n"
             "\n"
             "Settings\n"
             "  default_realm  CORP.EXAMPLE.COM  [/etc/krb5.conf:2]\n"
             "\n"
             "Settings of programs\n"
             "  mysql/destroy_tickets  true  [/etc/krb5.conf:20]\n"_qs);
}

void RealmTest::rowsShowWhatKdcsSaid()
{
    RealmConfig config = goodConfig();
    KdcObservation good = observed(corp, KdcAnswer::Serves, KdcAnswer::Serves);
    good.clockOffset = 3s;
    RealmObservations seen =
        seenKdcs({good,
                  observed(aws, KdcAnswer::Serves, KdcAnswer::Refused),
                  {u"DNS.ORG"_qs, {u"dc.dns.org"_qs}, {}, KdcAnswer::Silent, KdcAnswer::Silent, {}}});
    seen.lookups = {{u"DNS.ORG"_qs, KdcLookup::State::Found, {{u"dc.dns.org"_qs, 88}}}};
    const auto rows = configRows(config, seen).at(1).children;
    const auto kdc = [&](int realm) { return rows.at(realm).children.first(); };
    QCOMPARE(kdc(0).value, u"dc.corp.example.com – answers, its clock 3 s ahead"_qs);
    QCOMPARE(kdc(0).state, ConfigRow::State::Good);
    QCOMPARE(kdc(1).value, u"dc.aws.example.com:8888 – answers by UDP only"_qs);
    QCOMPARE(kdc(1).state, ConfigRow::State::Warning);
    QCOMPARE(rows.at(2).name, u"DNS.ORG"_qs);
    QCOMPARE(kdc(2).value, u"dc.dns.org:88 – nothing comes back"_qs);
    QCOMPARE(kdc(2).state, ConfigRow::State::Bad);
    QCOMPARE(kdc(2).place.file, u"DNS"_qs);
}

void RealmTest::jsonHasPlaces()
{
    const QJsonObject json =
        configAsJson(goodConfig(), seenKdcs({observed(corp, KdcAnswer::Serves, KdcAnswer::Silent)}));
    const QJsonObject realm = json.value(u"realms"_qs).toArray().first().toObject();
    QCOMPARE(realm.value(u"realm"_qs).toString(), corp);
    const QJsonObject kdc = realm.value(u"relations"_qs).toArray().first().toObject();
    QCOMPARE(kdc.value(u"value"_qs).toString(), u"dc.corp.example.com"_qs);
    QCOMPARE(kdc.value(u"line"_qs).toInt(), 5);
    const QJsonObject seen = realm.value(u"kdcs"_qs).toArray().first().toObject();
    QCOMPARE(seen.value(u"udp"_qs).toString(), u"answers"_qs);
    QCOMPARE(seen.value(u"tcp"_qs).toString(), u"silent"_qs);
    QCOMPARE(seen.value(u"from"_qs).toString(), u"file"_qs);
}

QTEST_APPLESS_MAIN(RealmTest)
#include "realmtest.moc"
