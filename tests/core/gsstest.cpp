// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/gss/authswitch.h"
#include "core/gss/clientplugin.h"
#include "core/gss/credentialcache.h"
#include "core/gss/principalname.h"
#include "core/gss/printable.h"
#include "core/gss/spnpolicy.h"
#include "core/gss/tickettext.h"
#include "tests/support/scriptedserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <krb5.h>

#include <thread>

using namespace latchkey;
using namespace latchkey::gss;
using test::Bytes;
using test::fromHex;
using test::kerberosSwitchData;

namespace {

std::vector<unsigned char> raw(const Bytes &bytes)
{
    return {bytes.begin(), bytes.end()};
}

/// A krb5 context and the caches that a test makes with it.
class Krb5
{
public:
    Krb5() { krb5_init_context(&m_context); }
    Krb5(const Krb5 &) = delete;
    Krb5 &operator=(const Krb5 &) = delete;
    ~Krb5() { krb5_free_context(m_context); }

    bool makeCache(const std::string &name, const std::string &principalName) const
    {
        krb5_ccache cache = nullptr;
        krb5_principal principal = nullptr;
        std::string mark = "ours";
        krb5_data data{0, static_cast<unsigned>(mark.size()), mark.data()};
        const bool made = krb5_cc_resolve(m_context, name.c_str(), &cache) == 0
                          && krb5_parse_name(m_context, principalName.c_str(), &principal) == 0
                          && krb5_cc_initialize(m_context, cache, principal) == 0
                          && krb5_cc_set_config(m_context, cache, nullptr, "mark", &data) == 0;
        krb5_free_principal(m_context, principal);
        if (cache != nullptr)
            krb5_cc_close(m_context, cache);
        return made;
    }

    /// Whether the cache has what makeCache() has put in.
    bool hasMark(const std::string &name) const
    {
        krb5_ccache cache = nullptr;
        krb5_data data{};
        if (krb5_cc_resolve(m_context, name.c_str(), &cache) != 0)
            return false;
        const bool has = krb5_cc_get_config(m_context, cache, nullptr, "mark", &data) == 0;
        krb5_free_data_contents(m_context, &data);
        krb5_cc_close(m_context, cache);
        return has;
    }

private:
    krb5_context m_context = nullptr;
};

const std::string goodSpn = "mysql/db1.corp.example.com@CORP.EXAMPLE.COM";

} // namespace

class GssTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_files.isValid());
        qputenv("KRB5_CONFIG", "/dev/null");
    }

    // The switch packets

    void theKerberosSwitchIsRead_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("spn");
        QTest::addColumn<QString>("realm");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const Bytes &packet, const char *spn, const char *realm,
                            const char *problem) {
            QTest::newRow(name) << QByteArray::fromStdString(packet) << QString::fromUtf8(spn)
                                << QString::fromUtf8(realm) << QString::fromUtf8(problem);
        };
        row("documented",
            fromHex("2c00 "
                    "6d7973716c5f736572766963652f6b65726265726f735f617574685f686f7374404d5953514c2e4c4f43414c"
                    "0b00 4d5953514c2e4c4f43414c"),
            "mysql_service/kerberos_auth_host@MYSQL.LOCAL", "MYSQL.LOCAL", "");
        row("captured",
            fromHex("1800 6d7973716c2f6c6f63616c686f7374404d54522e54455354 0800 4d54522e54455354"),
            "mysql/localhost@MTR.TEST", "MTR.TEST", "");
        row("bytes behind the realm", fromHex("0300 612f62 0100 52 00 ffff"), "a/b", "R", "");
        row("empty realm", fromHex("0300 612f62 0000"), "a/b", "", "");
        row("no realm at all", fromHex("0300 612f62"), "", "", "realm length at offset 5");
        row("half a realm length", fromHex("0300 612f62 01"), "", "", "realm length at offset 5");
        row("realm too long", fromHex("0300 612f62 0200 52"), "", "", "realm length 2 at offset 5");
        row("empty packet", {}, "", "", "SPN length at offset 0");
        row("one byte", fromHex("03"), "", "", "SPN length at offset 0");
        row("empty SPN", fromHex("0000 0100 52"), "", "", "the SPN is empty");
        row("SPN too long", fromHex("2c01 61"), "", "", "SPN length 300 at offset 0");
        row("length that is negative if signed", fromHex("0080 61"), "", "", "SPN length 32768");
        row("longest length", fromHex("ffff 61"), "", "", "SPN length 65535");
        row("length in the other byte order",
            fromHex("0018 6d7973716c2f6c6f63616c686f7374404d54522e54455354"), "", "", "SPN length 6144");
        row("NUL in the SPN", fromHex("0500 612f620063 0100 52"), "", "", "NUL");
        row("NUL in the realm", fromHex("0300 612f62 0200 5200"), "", "", "NUL");
    }
    void theKerberosSwitchIsRead()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, spn);
        QFETCH(QString, realm);
        QFETCH(QString, problem);
        const auto parsed = parseKerberosSwitch(raw(packet.toStdString()));
        if (problem.isEmpty()) {
            QVERIFY(std::holds_alternative<KerberosSwitch>(parsed));
            QCOMPARE(std::get<KerberosSwitch>(parsed),
                     (KerberosSwitch{spn.toStdString(), realm.toStdString()}));
        } else {
            QVERIFY(std::holds_alternative<Malformed>(parsed));
            const QString reason = QString::fromStdString(std::get<Malformed>(parsed).reason);
            QVERIFY2(reason.contains(problem), qPrintable(reason));
        }
    }

    void theLongestSwitchIsRead()
    {
        const std::string spn(65535, 'a');
        const std::string realm(65535, 'R');
        const auto parsed = parseKerberosSwitch(raw(kerberosSwitchData(spn, realm)));
        QCOMPARE(std::get<KerberosSwitch>(parsed), (KerberosSwitch{spn, realm}));
    }

    void theGssapiSwitchIsRead_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QString>("spn");
        QTest::addColumn<QString>("mechanism");
        QTest::newRow("name and empty mechanism") << QByteArray("m/h@R\0\0", 7) << "m/h@R"
                                                  << "";
        QTest::newRow("name and mechanism") << QByteArray("m/h@R\0Kerberos\0", 15) << "m/h@R"
                                            << "Kerberos";
        QTest::newRow("mechanism without an end") << QByteArray("m/h@R\0Kerb", 10) << "m/h@R"
                                                  << "Kerb";
        QTest::newRow("no mechanism") << QByteArray("m/h@R\0", 6) << "m/h@R"
                                      << "";
        QTest::newRow("no end at all") << QByteArray("m/h@R") << "m/h@R"
                                       << "";
        QTest::newRow("bytes behind") << QByteArray("m/h@R\0K\0xx", 10) << "m/h@R"
                                      << "K";
        QTest::newRow("empty packet") << QByteArray() << ""
                                      << "";
        QTest::newRow("empty name") << QByteArray("\0Kerberos\0", 10) << ""
                                    << "";
    }
    void theGssapiSwitchIsRead()
    {
        QFETCH(QByteArray, packet);
        QFETCH(QString, spn);
        QFETCH(QString, mechanism);
        const auto parsed = parseGssapiSwitch(raw(packet.toStdString()));
        QCOMPARE(std::holds_alternative<Malformed>(parsed), spn.isEmpty());
        if (!spn.isEmpty())
            QCOMPARE(std::get<GssapiSwitch>(parsed),
                     (GssapiSwitch{spn.toStdString(), mechanism.toStdString()}));
    }

    // Names and policy

    void principalNamesAreReadAsKrb5Does_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"alice",     "alice@R", "mysql/h@R", "a\\@b@R",   "a\\/b/c@R", "a\\\\b@R", "a\\nb",
              "a\\tb\\bc", "\\@",     "a//b",      "/",         "a@",        "@R",       "a@b@c",
              "a\\",       "a@R\\@S", "a@R/S",     "m\\ysql/h", "a/b/c/d@R", "x@y\\",    ""})
            QTest::newRow(text) << QByteArray(text);
    }
    void principalNamesAreReadAsKrb5Does()
    {
        QFETCH(QByteArray, text);
        const auto ours = parsePrincipalName(text.toStdString());
        const int flags =
            ours && ours->realm ? 0 : KRB5_PRINCIPAL_PARSE_IGNORE_REALM; // no default realm is needed
        krb5_context context = nullptr;
        QCOMPARE(krb5_init_context(&context), 0);
        krb5_principal principal = nullptr;
        const bool refused = krb5_parse_name_flags(context, text.constData(), flags, &principal) != 0;
        if (refused) {
            QVERIFY(!ours);
        } else {
            QVERIFY(ours);
            QCOMPARE(static_cast<int>(ours->components.size()), principal->length);
            for (int i = 0; i < principal->length; ++i)
                QCOMPARE(ours->components[static_cast<std::size_t>(i)],
                         std::string(principal->data[i].data, principal->data[i].length));
            if (ours->realm)
                QCOMPARE(*ours->realm, std::string(principal->realm.data, principal->realm.length));
        }
        krb5_free_principal(context, principal);
        krb5_free_context(context);
    }

    void thePolicyAllowsOnlyDatabases_data()
    {
        QTest::addColumn<QByteArray>("spn");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, const QByteArray &spn, bool allowed) {
            QTest::newRow(name) << spn << allowed;
        };
        row("mysql", "mysql/db1.corp@CORP", true);
        row("mariadb", "mariadb/db1.corp@CORP", true);
        row("any case", "MySQL/db1", true);
        row("no realm", "mysql/db1", true);
        row("three components", "mysql/db1/CORP@CORP", true);
        row("escape that changes nothing", "m\\ysql/db1", true);
        row("domain controller", "ldap/dc1.corp@CORP", false);
        row("file server", "cifs/files@CORP", false);
        row("ticket granting", "krbtgt/CORP@CORP", false);
        row("longer class", "mysqlx/db1@CORP", false);
        row("shorter class", "mysq/db1@CORP", false);
        row("no host", "mysql@CORP", false);
        row("empty host", "mysql/@CORP", false);
        row("empty class", "/db1@CORP", false);
        row("class with an escaped slash", "mysql\\/db1@CORP", false);
        row("class hidden behind an escape", "ldap\\/mysql/db1", false);
        row("host of AD's other form", "mysql@db1", false);
        row("empty realm", "mysql/db1@", false);
        row("two realms", "mysql/db1@A@B", false);
        row("open escape", "mysql/db1\\", false);
        row("NUL", QByteArray("mysql/db1\0@CORP", 15), false);
        row("escaped NUL", "mysql/db1\\0", false);
        row("newline", "mysql/db1\n@CORP", false);
        row("escaped newline", "mysql/db1\\n@CORP", false);
        row("delete character", "mysql/db1\x7f", false);
        row("empty", "", false);
        row("longest", "mysql/" + QByteArray(1018, 'a'), true);
        row("too long", "mysql/" + QByteArray(1019, 'a'), false);
    }
    void thePolicyAllowsOnlyDatabases()
    {
        QFETCH(QByteArray, spn);
        QFETCH(bool, allowed);
        const auto refusal = SpnPolicy().refusal(spn.toStdString());
        QVERIFY2(refusal.has_value() != allowed, refusal.value_or("allowed").c_str());
        QVERIFY(!refusal || !refusal->empty());
    }

    void aPinnedSpnIsTheOnlyOne()
    {
        SpnPolicy policy;
        policy.pinned = "mysql/db1@CORP";
        QVERIFY(!policy.refusal("mysql/db1@CORP"));
        for (const char *other : {"mysql/db1@corp", "mysql/db1", "MYSQL/db1@CORP", "mysql/db1@CORP ",
                                  "mysql/db2@CORP", "mysql/d\\b1@CORP", ""})
            QVERIFY2(policy.refusal(other), other);
        policy.pinned = "HTTP/proxy@CORP"; // the user's own word
        QVERIFY(!policy.refusal("HTTP/proxy@CORP"));
        QVERIFY(policy.refusal("mysql/db1@CORP"));
    }

    // Caches

    void theDefaultCacheNamesTheAccount_data()
    {
        QTest::addColumn<QByteArray>("principal");
        QTest::addColumn<QByteArray>("account");
        QTest::newRow("plain") << QByteArray("alice@CORP") << QByteArray("alice");
        QTest::newRow("case stays") << QByteArray("Alice@CORP") << QByteArray("Alice");
        QTest::newRow("two components") << QByteArray("alice/admin@CORP") << QByteArray("alice/admin");
        QTest::newRow("enterprise name")
            << QByteArray("alice\\@corp.com@CORP") << QByteArray("alice@corp.com");
    }
    void theDefaultCacheNamesTheAccount()
    {
        QFETCH(QByteArray, principal);
        QFETCH(QByteArray, account);
        const QByteArray name = "FILE:" + m_files.filePath(QStringLiteral("default")).toUtf8();
        qputenv("KRB5CCNAME", name);
        QVERIFY(Krb5().makeCache(name.toStdString(), principal.toStdString()));
        QCOMPARE(defaultAccount(), std::optional(account.toStdString()));
    }

    void withoutACacheNobodyIsNamed()
    {
        qputenv("KRB5CCNAME", "FILE:" + m_files.filePath(QStringLiteral("absent")).toUtf8());
        QVERIFY(!defaultAccount());
        QVERIFY(!PrivateCache::copyOf({}));
        QVERIFY(!cacheOf("alice", "CORP"));
    }

    void aPrincipalsCacheIsFoundInTheCollection()
    {
        const std::string folder = m_files.path().toStdString();
        qputenv("KRB5CCNAME", QByteArray::fromStdString("DIR:" + folder));
        const Krb5 krb5;
        QVERIFY(krb5.makeCache("DIR::" + folder + "/tktbob", "bob@CORP"));
        QVERIFY(krb5.makeCache("DIR::" + folder + "/tktalice", "alice@CORP"));
        QCOMPARE(cacheOf("alice", "CORP"), std::optional("DIR::" + folder + "/tktalice"));
        QCOMPARE(cacheOf("bob", "CORP"), std::optional("DIR::" + folder + "/tktbob"));
        for (const auto &[user, realm] : {std::pair{"alice", "AWS"},
                                          {"Alice", "CORP"},
                                          {"alice@CORP", "CORP"},
                                          {"", "CORP"},
                                          {"alice", ""},
                                          {"alice\\", "CORP"}})
            QVERIFY2(!cacheOf(user, realm), user);
    }

    void aPrivateCopyGoesWithItsObject()
    {
        const Krb5 krb5;
        const std::string original = "FILE:" + m_files.filePath(QStringLiteral("original")).toStdString();
        QVERIFY(krb5.makeCache(original, "alice@CORP"));
        std::string name;
        {
            const auto copy = PrivateCache::copyOf(original);
            QVERIFY(copy);
            name = copy->name();
            QVERIFY2(name.starts_with("MEMORY:"), name.c_str());
            QVERIFY(krb5.hasMark(name));
        }
        QVERIFY(!krb5.hasMark(name));
        QVERIFY(krb5.hasMark(original));
    }

    void appdefaultsAreReadFromKrb5Conf()
    {
        QVERIFY(!readAppdefaults().destroyTickets);
        QVERIFY(readAppdefaults().serviceClasses.empty());
        QFile file(m_files.filePath(QStringLiteral("krb5.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "[appdefaults]\n mysql = {\n  destroy_tickets = yes\n  service_classes = aurora  db\n }\n");
        file.close();
        qputenv("KRB5_CONFIG", file.fileName().toUtf8());
        QVERIFY(readAppdefaults().destroyTickets);
        QCOMPARE(readAppdefaults().serviceClasses, (std::vector<std::string>{"aurora", "db"}));
        qputenv("KRB5_CONFIG", "/dev/null");
    }

    void aBrokenKrb5ConfIsNoCrash()
    {
        QFile file(m_files.filePath(QStringLiteral("broken.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[libdefaults\n");
        file.close();
        qputenv("KRB5_CONFIG", file.fileName().toUtf8());
        QVERIFY(!readAppdefaults().destroyTickets);
        QVERIFY(!defaultAccount());
        QVERIFY(!cacheOf("alice", "CORP"));
        QVERIFY(!PrivateCache::copyOf({}));
        qputenv("KRB5_CONFIG", "/dev/null");
    }

    // Texts

    void noCacheAndNoTicketAreNoCredential()
    {
        QCOMPARE(ticketFailure({0x70000, KRB5_FCC_NOFILE, "x"}, goodSpn).kind, Failure::Kind::NoCredential);
        QCOMPARE(ticketFailure({0x70000, KRB5_CC_NOTFOUND, "x"}, goodSpn).kind, Failure::Kind::NoCredential);
        QCOMPARE(ticketFailure({0x70000, 0, "x"}, goodSpn).kind, Failure::Kind::NoCredential);
        QCOMPARE(ticketFailure({0xB0000, KRB5KRB_AP_ERR_TKT_EXPIRED, "x"}, goodSpn).kind,
                 Failure::Kind::Ticket);
        QCOMPARE(ticketFailure({0xD0000, KRB5_KDC_UNREACH, "x"}, goodSpn).krb5Code,
                 std::int32_t{KRB5_KDC_UNREACH});
    }

    void hostileNamesAreShownHarmlessly()
    {
        QCOMPARE(printable("mysql/a\x1b[31m\n\xff"), std::string("mysql/a?[31m??"));
        QCOMPARE(printable(std::string(1000, 'a')).size(), std::size_t{128});
        QCOMPARE(clipped("äöü", 3), std::string_view("ä"));
        QCOMPARE(clipped("abc", 3), std::string_view("abc"));
    }

    // Registration

    void thePluginsAreRegisteredOnceWhoeverAsks()
    {
        std::vector<std::thread> threads;
        std::atomic<int> refused = 0;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { refused += registerClientPlugins().has_value(); });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(refused.load(), 0);
        QVERIFY(!registerClientPlugins());
    }

private:
    QTemporaryDir m_files;
};

QTEST_GUILESS_MAIN(GssTest)
#include "gsstest.moc"
