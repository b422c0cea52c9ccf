// SPDX-License-Identifier: GPL-2.0-or-later
// krb5.conf files as the real libkrb5 reads them, and Latchkey's own one in front of them.
#include "core/krb/overlay.h"
#include "core/krb/realmreader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace latchkey;
using namespace latchkey::krb;

namespace {

const QString corp = QStringLiteral("CORP.EXAMPLE.COM");
const QString aws = QStringLiteral("AWS.EXAMPLE.COM");

AuroraPlan onPremisesPlan()
{
    AuroraPlan plan;
    plan.directory = u"aws.example.com"_qs;
    plan.onPremises = u"corp.example.com"_qs;
    return plan;
}

} // namespace

class RealmConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everythingIsReadWithItsPlace();
    void theFirstFileWinsAndListsAdd();
    void includedFilesAreListedBelowTheirs();
    void aFolderBringsTheFilesThatLibkrb5Takes();
    void filesThatIncludeEachOtherAreSaid();
    void withoutAnyFileThereIsNothing();
    void aBrokenFileNamesItsLine_data();
    void aBrokenFileNamesItsLine();
    void aBrokenIncludeIsTheOneNamed();
    void aFileThatNobodyMayReadIsSaid();

    void theOverlayComesFirst();
    void theOverlayMayComeLater();
    void aFolderWithAColonCannotBeUsed();
    void theWizardsFileIsReadByLibkrb5();
    void whatIsThereAlreadyStays();
    void theSamePlanChangesNothing();
    void aSecondDirectoryIsAdded();
    void aFileThatChangedMeanwhileIsNotTouched();
    void aBrokenOverlayIsNotTouched();
    void theOverlayCanBeRemoved();
    void theSystemsFileStaysAsItIs();
    void aWrongPlanIsRefused();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString write(const QString &name, const QByteArray &text) const;
    static void use(const QStringList &files);
    QByteArray overlay() const;
    void applyPlan(const AuroraPlan &plan) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void RealmConfigTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("LATCHKEY_CONFIG_DIR", QFile::encodeName(path(u"own"_qs)));
    use({path(u"none.conf"_qs)});
}

QString RealmConfigTest::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    QDir().mkpath(QFileInfo(file).path());
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write");
    return file.fileName();
}

void RealmConfigTest::use(const QStringList &files)
{
    qputenv("KRB5_CONFIG", QFile::encodeName(files.join(u':')));
}

QByteArray RealmConfigTest::overlay() const
{
    QFile file(overlayFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void RealmConfigTest::applyPlan(const AuroraPlan &plan) const
{
    const auto change = overlayWith(plan);
    QVERIFY2(change, change ? "" : qPrintable(change.error().message + change.error().detail));
    const auto applied = apply(*change);
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().message + applied.error().detail));
}

void RealmConfigTest::everythingIsReadWithItsPlace()
{
    const QString file = write(u"krb5.conf"_qs, "# a comment\n"
                                                "[libdefaults]\n"
                                                "  default_realm = CORP.EXAMPLE.COM\n"
                                                "  dns_lookup_kdc = false\n"
                                                "[realms]\n"
                                                "  CORP.EXAMPLE.COM = {\n"
                                                "    kdc = dc1.corp.example.com\n"
                                                "    kdc = dc2.corp.example.com:8888\n"
                                                "    admin_server = dc1.corp.example.com\n"
                                                "  }\n"
                                                "[domain_realm]\n"
                                                "  .corp.example.com = CORP.EXAMPLE.COM\n"
                                                "[capaths]\n"
                                                "  CORP.EXAMPLE.COM = {\n"
                                                "    AWS.EXAMPLE.COM = HUB.EXAMPLE.COM\n"
                                                "    HUB.EXAMPLE.COM = .\n"
                                                "  }\n"
                                                "[appdefaults]\n"
                                                "  forwardable = true\n"
                                                "  mysql = {\n"
                                                "    destroy_tickets = true\n"
                                                "    CORP.EXAMPLE.COM = {\n"
                                                "      destroy_tickets = \"no, not here\"\n"
                                                "    }\n"
                                                "  }\n");
    use({file});
    const RealmConfig config = readRealmConfig();
    QVERIFY(!config.problem);
    QCOMPARE(config.files, (QList<ConfigFile>{{file}}));
    QCOMPARE(config.defaultRealm(), corp);
    QCOMPARE(config.libdefault(u"default_realm"_qs)->place, (Place{file, 3}));
    QVERIFY(!config.looksUpKdcs());
    const QList<Relation> kdcs{{u"kdc"_qs, u"dc1.corp.example.com"_qs, {file, 7}},
                               {u"kdc"_qs, u"dc2.corp.example.com:8888"_qs, {file, 8}}};
    QCOMPARE(config.realms.size(), 1);
    QCOMPARE(config.realms.first().kdcs(), kdcs);
    QCOMPARE(config.domains, (QList<Relation>{{u".corp.example.com"_qs, corp, {file, 12}}}));
    QCOMPARE(config.path(corp, aws), (QStringList{corp, u"HUB.EXAMPLE.COM"_qs, aws}));
    QCOMPARE(config.trustPath(corp, aws)->place, (Place{file, 15}));
    QVERIFY(config.trustPath(corp, u"HUB.EXAMPLE.COM"_qs)->via.isEmpty());
    QCOMPARE(
        config.appdefaults,
        (QList<Relation>{{u"forwardable"_qs, u"true"_qs, {file, 19}},
                         {u"mysql/destroy_tickets"_qs, u"true"_qs, {file, 21}},
                         {u"mysql/CORP.EXAMPLE.COM/destroy_tickets"_qs, u"no, not here"_qs, {file, 23}}}));
}

void RealmConfigTest::theFirstFileWinsAndListsAdd()
{
    const QString first = write(u"first.conf"_qs, "[libdefaults]\n default_realm = A.ORG\n"
                                                  "[realms]\n A.ORG = {\n  kdc = one\n }\n"
                                                  "[domain_realm]\n .org = A.ORG\n");
    const QString second = write(u"second.conf"_qs, "[libdefaults]\n default_realm = B.ORG\n"
                                                    "[realms]\n A.ORG = {\n  kdc = two\n }\n B.ORG = {\n }\n"
                                                    "[domain_realm]\n .org = B.ORG\n");
    const QString missing = path(u"missing.conf"_qs);
    use({first, missing, second});
    const RealmConfig config = readRealmConfig();
    QCOMPARE(config.files, (QList<ConfigFile>{{first}, {missing, 0, ConfigFile::State::Missing}, {second}}));
    QCOMPARE(config.defaultRealm(), u"A.ORG"_qs);
    QCOMPARE(config.libdefaults.size(), 1);
    QCOMPARE(config.realm(u"A.ORG"_qs)->kdcs(),
             (QList<Relation>{{u"kdc"_qs, u"one"_qs, {first, 5}}, {u"kdc"_qs, u"two"_qs, {second, 5}}}));
    QVERIFY(config.realm(u"B.ORG"_qs));
    QCOMPARE(config.domains, (QList<Relation>{{u".org"_qs, u"A.ORG"_qs, {first, 8}},
                                              {u".org"_qs, u"B.ORG"_qs, {second, 10}}}));
}

void RealmConfigTest::includedFilesAreListedBelowTheirs()
{
    const QString inner = write(u"inner"_qs, "[libdefaults]\n default_realm = A.ORG\n");
    const QString middle = write(u"middle"_qs, "include " + QFile::encodeName(inner) + "\n");
    const QString outer = write(u"outer"_qs, "# first\ninclude " + QFile::encodeName(middle)
                                                 + "\n[domain_realm]\n .org = A.ORG\n");
    use({outer});
    const RealmConfig config = readRealmConfig();
    QCOMPARE(config.files, (QList<ConfigFile>{{outer, 0}, {middle, 1}, {inner, 2}}));
    QCOMPARE(config.libdefault(u"default_realm"_qs)->place, (Place{inner, 2}));
    QCOMPARE(config.domains.first().place, (Place{outer, 4}));
}

void RealmConfigTest::aFolderBringsTheFilesThatLibkrb5Takes()
{
    const auto realm = [](const char *name) {
        return QByteArray("[realms]\n ") + name + " = {\n  kdc = x\n }\n";
    };
    const QString b = write(u"d/b.conf"_qs, realm("B"));
    const QString a = write(u"d/a_1"_qs, realm("A"));
    write(u"d/c.conf~"_qs, realm("C"));
    write(u"d/.d.conf"_qs, realm("D"));
    const QString outer = write(u"outer"_qs, "includedir " + QFile::encodeName(path(u"d"_qs)) + "\n");
    use({outer});
    const RealmConfig config = readRealmConfig();
    QCOMPARE(config.files, (QList<ConfigFile>{{outer, 0}, {a, 1}, {b, 1}}));
    QCOMPARE(config.realms.size(), 2);
    QCOMPARE(config.realm(u"B"_qs)->relations.first().place, (Place{b, 3}));
}

// libkrb5 itself would follow them until the process dies.
void RealmConfigTest::filesThatIncludeEachOtherAreSaid()
{
    const QString one = path(u"one"_qs);
    const QString other = write(u"other"_qs, "# back\ninclude " + QFile::encodeName(one) + "\n");
    write(u"one"_qs, "include " + QFile::encodeName(other) + "\n");
    use({one});
    const RealmConfig config = readRealmConfig();
    QVERIFY(config.problem);
    QCOMPARE(config.problem->code, Error::Code::ConfigBroken);
    QCOMPARE(config.problemPlace, (Place{other, 2}));
    QCOMPARE(config.files, (QList<ConfigFile>{{one, 0}, {other, 1}}));
}

void RealmConfigTest::withoutAnyFileThereIsNothing()
{
    const RealmConfig config = readRealmConfig();
    QVERIFY(!config.problem);
    QCOMPARE(config.files, (QList<ConfigFile>{{path(u"none.conf"_qs), 0, ConfigFile::State::Missing}}));
    QVERIFY(config.realms.isEmpty());
    QVERIFY(config.defaultRealm().isEmpty());
}

void RealmConfigTest::aBrokenFileNamesItsLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("a section that does not end") << QByteArray("# x\n[libdefaults\n") << 2;
    QTest::newRow("no equals sign") << QByteArray("[libdefaults]\n a = b\n default_realm\n[realms]\n") << 3;
    QTest::newRow("a space in a name") << QByteArray("[libdefaults]\n a b = c\n") << 2;
    QTest::newRow("a brace too much") << QByteArray("[realms]\n A = {\n }\n }\n") << 4;
    QTest::newRow("a brace too few") << QByteArray("[realms]\n A =\n kdc = x\n") << 3;
    QTest::newRow("a section within") << QByteArray("[realms]\n A = {\n[libdefaults]\n") << 3;
    QTest::newRow("an include of nothing") << QByteArray("[realms]\ninclude /nonexistent/x\n") << 2;
    QTest::newRow("the last line without an end") << QByteArray("[realms]\n}") << 2;
}

void RealmConfigTest::aBrokenFileNamesItsLine()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const QString file = write(u"broken.conf"_qs, text);
    use({write(u"good.conf"_qs, "[libdefaults]\n"), file});
    const RealmConfig config = readRealmConfig();
    QVERIFY(config.problem);
    QCOMPARE(config.problem->code, Error::Code::ConfigBroken);
    QCOMPARE(config.problemPlace, (Place{file, line}));
    QVERIFY(config.problem->message.contains(u"line %1 of “%2”"_qs.arg(line).arg(file)));
    QVERIFY(!config.problem->detail.isEmpty());
    QCOMPARE(config.files.at(1), (ConfigFile{file, 0, ConfigFile::State::Broken}));
}

void RealmConfigTest::aBrokenIncludeIsTheOneNamed()
{
    const QString inner = write(u"inner"_qs, "[realms]\n}\n");
    use({write(u"outer"_qs, "include " + QFile::encodeName(inner) + "\n")});
    QCOMPARE(readRealmConfig().problemPlace, (Place{inner, 2}));
}

void RealmConfigTest::aFileThatNobodyMayReadIsSaid()
{
    const QString file = write(u"secret.conf"_qs, "[libdefaults]\n default_realm = A.ORG\n");
    QVERIFY(QFile::setPermissions(file, {}));
    if (access(QFile::encodeName(file).constData(), R_OK) == 0)
        QSKIP("this user may read everything");
    use({file, write(u"good.conf"_qs, "[libdefaults]\n default_realm = B.ORG\n")});
    RealmConfig config = readRealmConfig();
    QVERIFY(!config.problem);
    QCOMPARE(config.files.first().state, ConfigFile::State::Unreadable);
    QCOMPARE(config.defaultRealm(), u"B.ORG"_qs);
    use({file});
    config = readRealmConfig();
    QVERIFY(config.problem);
    QVERIFY(config.problem->message.contains(u"permissions"_qs));
}

void RealmConfigTest::theOverlayComesFirst()
{
    const QString user = write(u"user.conf"_qs, "[libdefaults]\n default_realm = USER.ORG\n");
    write(u"own/krb5.conf"_qs, "[libdefaults]\n default_realm = OWN.ORG\n");
    use({user});
    useOverlay();
    QCOMPARE(qEnvironmentVariable("KRB5_CONFIG"), overlayFile() + u':' + user);
    useOverlay();
    QCOMPARE(qEnvironmentVariable("KRB5_CONFIG"), overlayFile() + u':' + user);
    const RealmConfig config = readRealmConfig();
    QCOMPARE(config.defaultRealm(), u"OWN.ORG"_qs);
    QVERIFY(config.files.first().isOverlay);
    QVERIFY(!config.files.last().isOverlay);
}

void RealmConfigTest::theOverlayMayComeLater()
{
    use({write(u"user.conf"_qs, "[libdefaults]\n default_realm = USER.ORG\n")});
    useOverlay();
    QCOMPARE(readRealmConfig().defaultRealm(), u"USER.ORG"_qs);
    QCOMPARE(readRealmConfig().files.first().state, ConfigFile::State::Missing);
    applyPlan(onPremisesPlan());
    QCOMPARE(readRealmConfig().defaultRealm(), corp);
}

void RealmConfigTest::aFolderWithAColonCannotBeUsed()
{
    qputenv("LATCHKEY_CONFIG_DIR", QFile::encodeName(path(u"a:b"_qs)));
    const QByteArray before = qgetenv("KRB5_CONFIG");
    useOverlay();
    QCOMPARE(qgetenv("KRB5_CONFIG"), before);
    const auto change = overlayWith(onPremisesPlan());
    QVERIFY(change);
    const auto applied = apply(*change);
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, Error::Code::FileInaccessible);
    QVERIFY(applied.error().message.contains(u"colon"_qs));
    QVERIFY(!QFile::exists(overlayFile()));
}

void RealmConfigTest::theWizardsFileIsReadByLibkrb5()
{
    useOverlay();
    AuroraPlan plan = onPremisesPlan();
    plan.directoryKdcs = {u"[2001:db8::1]:88"_qs, u"dc2.aws.example.com"_qs};
    applyPlan(plan);
    QVERIFY(overlay().startsWith("# Latchkey"));
    const QFile::Permissions others =
        QFile::ReadOther | QFile::WriteOther | QFile::ReadGroup | QFile::WriteGroup;
    QVERIFY(!(QFile::permissions(overlayFile()) & others));
    const RealmConfig config = readRealmConfig();
    QVERIFY(!config.problem);
    for (const ConfigSetting &setting : settingsOf(plan))
        QVERIFY2(!setting.values.isEmpty(), qPrintable(setting.names.join(u'/')));
    QCOMPARE(config.defaultRealm(), corp);
    QStringList kdcs;
    for (const Relation &kdc : config.realm(aws)->kdcs())
        kdcs += kdc.value;
    QCOMPARE(kdcs, plan.directoryKdcs);
    QCOMPARE(config.domains.size(), 7);
    QVERIFY(config.trustPath(corp, aws) && config.trustPath(corp, aws)->via.isEmpty());
}

void RealmConfigTest::whatIsThereAlreadyStays()
{
    useOverlay();
    write(u"own/krb5.conf"_qs, "# mine\n"
                               "[libdefaults]\n rdns = false\n default_realm = OLD.ORG\n"
                               "[realms]\n AWS.EXAMPLE.COM = {\n  kdc = old\n  kdc = older\n"
                               "  pkinit_anchors = FILE:/ca.pem\n }\n"
                               "[domain_realm]\n .old.org = OLD.ORG\n");
    applyPlan(onPremisesPlan());
    const RealmConfig config = readRealmConfig();
    QCOMPARE(config.libdefault(u"rdns"_qs)->value, u"false"_qs);
    QCOMPARE(config.defaultRealm(), corp);
    QCOMPARE(config.realm(aws)->kdcs().size(), 1);
    QCOMPARE(config.realm(aws)->named(u"pkinit_anchors"_qs).size(), 1);
    QCOMPARE(config.domains.size(), 8);
}

void RealmConfigTest::theSamePlanChangesNothing()
{
    applyPlan(onPremisesPlan());
    const auto again = overlayWith(onPremisesPlan());
    QVERIFY(again);
    QVERIFY(!again->changesAnything());
}

void RealmConfigTest::aSecondDirectoryIsAdded()
{
    useOverlay();
    applyPlan(onPremisesPlan());
    AuroraPlan second;
    second.directory = u"test.example.com"_qs;
    second.defaultRealm = AuroraPlan::DefaultRealm::Unchanged;
    applyPlan(second);
    const RealmConfig config = readRealmConfig();
    QCOMPARE(config.realms.size(), 3);
    QCOMPARE(config.defaultRealm(), corp);
    QCOMPARE(overlay().count("# Latchkey's"), 1);
}

void RealmConfigTest::aFileThatChangedMeanwhileIsNotTouched()
{
    const auto change = overlayWith(onPremisesPlan());
    QVERIFY(change);
    write(u"own/krb5.conf"_qs, "[libdefaults]\n");
    const auto applied = apply(*change);
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, Error::Code::FileInaccessible);
    QCOMPARE(overlay(), QByteArray("[libdefaults]\n"));
}

void RealmConfigTest::aBrokenOverlayIsNotTouched()
{
    write(u"own/krb5.conf"_qs, "[libdefaults\n");
    const auto change = overlayWith(onPremisesPlan());
    QVERIFY(!change);
    QCOMPARE(change.error().code, Error::Code::ConfigBroken);
    QVERIFY(change.error().message.contains(overlayFile()));
}

void RealmConfigTest::theOverlayCanBeRemoved()
{
    applyPlan(onPremisesPlan());
    const auto change = overlayRemoved();
    QVERIFY(change && change->changesAnything());
    QVERIFY(apply(*change));
    QVERIFY(!QFile::exists(overlayFile()));
    QVERIFY(!overlayRemoved()->changesAnything());
}

void RealmConfigTest::theSystemsFileStaysAsItIs()
{
    const QByteArray text = "[libdefaults]\n default_realm = A.ORG\n";
    const QString system = write(u"system.conf"_qs, text);
    use({system});
    useOverlay();
    applyPlan(onPremisesPlan());
    QFile file(system);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void RealmConfigTest::aWrongPlanIsRefused()
{
    const auto change = overlayWith({});
    QVERIFY(!change);
    QCOMPARE(change.error().code, Error::Code::InvalidInput);
}

QTEST_GUILESS_MAIN(RealmConfigTest)
#include "realmconfigtest.moc"
