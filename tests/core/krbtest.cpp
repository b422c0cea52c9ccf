// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/kerberosservice.h"
#include "core/krb/krberror.h"
#include "core/krb/watchplaces.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace latchkey;
using namespace latchkey::krb;

namespace {

struct FreeContext
{
    void operator()(krb5_context context) const { krb5_free_context(context); }
};
using TestContext = std::unique_ptr<_krb5_context, FreeContext>;

TestContext makeContext()
{
    krb5_context context = nullptr;
    return TestContext(krb5_init_context(&context) == 0 ? context : nullptr);
}

// What libkrb5 makes of a principal's text: its parts joined by '|', or "malformed".
QString parsedByLibrary(krb5_context context, const QString &text)
{
    PrincipalHandle principal;
    if (krb5_parse_name_flags(context, text.toUtf8().constData(), KRB5_PRINCIPAL_PARSE_REQUIRE_REALM,
                              into(principal, context))
        != 0)
        return QStringLiteral("malformed");
    QStringList parts;
    const auto add = [&parts](const krb5_data &data) {
        parts += QString::fromUtf8(data.data, static_cast<qsizetype>(data.length));
    };
    for (krb5_int32 i = 0; i < principal->length; ++i)
        add(principal->data[i]);
    add(principal->realm);
    return parts.join(QLatin1Char('|'));
}

QString unparsedByLibrary(krb5_context context, const QString &text)
{
    PrincipalHandle principal;
    if (krb5_parse_name(context, text.toUtf8().constData(), into(principal, context)) != 0)
        return {};
    NameHandle name;
    if (krb5_unparse_name(context, principal.get(), into(name, context)) != 0)
        return {};
    return QString::fromUtf8(name.get());
}

} // namespace

class KrbUnitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile config(m_dir.filePath(QStringLiteral("krb5.conf")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("[libdefaults]\n default_realm = DEFAULT.TEST\n dns_lookup_kdc = false\n");
        config.close();
        qputenv("KRB5_CONFIG", config.fileName().toUtf8());
        m_context = makeContext();
        QVERIFY(m_context);
    }

    void aPrincipalIsReadAsLibkrb5ReadsIt_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"alice@CORP.TEST",
                                 "mysql/db1.test@R",
                                 "a/b/c@R",
                                 R"(a\/b@R)",
                                 R"(a\@b@R)",
                                 R"(a\\b@R)",
                                 R"(a\tb\n\b@R)",
                                 R"(\a\l@R)",
                                 "a@R@S",
                                 "a@R/s",
                                 R"(a@R\/s)",
                                 R"(a@R\@s)",
                                 "a@R\\",
                                 "a\\",
                                 "/@R",
                                 "a/@R",
                                 "/b@R",
                                 "ärger@R",
                                 "a b@R",
                                 R"(a\0b@R)"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void aPrincipalIsReadAsLibkrb5ReadsIt()
    {
        QFETCH(QString, text);
        const auto principal = Principal::parse(text);
        const QString ours =
            principal ? (principal->components + QStringList{principal->realm}).join(QLatin1Char('|'))
                      : QStringLiteral("malformed");
        QCOMPARE(ours, parsedByLibrary(m_context.get(), text));
        if (principal) {
            QCOMPARE(principal->text(), unparsedByLibrary(m_context.get(), text));
            QCOMPARE(*Principal::parse(principal->text()), *principal);
        }
    }

    void aMissingRealmIsTheDefaultRealm()
    {
        const auto principal = Principal::parse(QStringLiteral("  alice "));
        QVERIFY(principal);
        QCOMPARE(principal->text(), QStringLiteral("alice@DEFAULT.TEST"));
    }

    void whatIsNoPrincipalIsRefusedByName_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "   ", "@R", "a@R@S", "alice@", "a\\"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void whatIsNoPrincipalIsRefusedByName()
    {
        QFETCH(QString, text);
        const auto principal = Principal::parse(text);
        QVERIFY(!principal);
        QCOMPARE(principal.error().code, Error::Code::InvalidInput);
        QVERIFY(principal.error().message.contains(QStringLiteral("“%1”").arg(text.trimmed())));
    }

    void flagsAreNamedInTheOrderOfTheRfc()
    {
        QCOMPARE(flagNames(0), QStringList());
        QCOMPARE(flagNames(TKT_FLG_PRE_AUTH | TKT_FLG_FORWARDABLE | TKT_FLG_INITIAL | TKT_FLG_RENEWABLE)
                     .join(QLatin1Char(' ')),
                 QStringLiteral("forwardable renewable initial pre-authenticated"));
    }

    void oldEncryptionTypesAreWeak_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("weak");
        QTest::newRow("AES-256") << 18 << QStringLiteral("aes256-cts-hmac-sha1-96") << false;
        QTest::newRow("AES-256 SHA-2") << 20 << QStringLiteral("aes256-cts-hmac-sha384-192") << false;
        QTest::newRow("3DES") << 16 << QStringLiteral("des3-cbc-sha1") << true;
        QTest::newRow("RC4") << 23 << QStringLiteral("arcfour-hmac") << true;
        QTest::newRow("DES") << 3 << QStringLiteral("des-cbc-md5") << true;
        QTest::newRow("unheard of") << 4711 << QStringLiteral("etype 4711") << false;
    }
    void oldEncryptionTypesAreWeak()
    {
        QFETCH(int, number);
        QTEST(encryptionType(number).weak, "weak");
        // libkrb5 forgets names of types that it has dropped, and Debian's 1.20 has dropped DES.
        if (const QString name = encryptionType(number).name; !name.startsWith(QLatin1String("etype")))
            QTEST(name, "name");
        if (number == 18 || number == 23 || number == 4711)
            QTEST(encryptionType(number).name, "name");
    }

    void theOwnRealmsLastingTicketGrantsTickets()
    {
        const Principal alice{{QStringLiteral("alice")}, QStringLiteral("A")};
        const auto ticket = [&alice](const char *service, int end) {
            Ticket made;
            made.client = alice;
            made.service = *Principal::parse(QLatin1String(service));
            made.endTime = Instant(std::chrono::seconds(end));
            return made;
        };
        Cache cache;
        QVERIFY(!cache.ticketGranting());
        cache.tickets = {ticket("mysql/db@A", 9), ticket("krbtgt/B@A", 9)};
        QVERIFY(!cache.ticketGranting());
        cache.tickets += {ticket("krbtgt/A@A", 5), ticket("krbtgt/A@A", 7), ticket("krbtgt/A@A", 6)};
        QVERIFY(cache.ticketGranting());
        QCOMPARE(cache.ticketGranting()->endTime, Instant(std::chrono::seconds(7)));
    }

    void eachRefusalHasItsCodeAndNamesWhomItConcerns_data()
    {
        QTest::addColumn<int>("native");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("names");
        const auto row = [](int native, const char *code, const char *names) {
            QTest::addRow("%d %s", native, code)
                << native << QString::fromUtf8(code) << QString::fromUtf8(names);
        };
        row(KRB5KDC_ERR_PREAUTH_FAILED, "BadPassword", "alice@R");
        row(KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN, "UnknownPrincipal", "alice@R");
        row(KRB5KDC_ERR_CLIENT_REVOKED, "AccountLocked", "alice@R");
        row(KRB5KDC_ERR_KEY_EXP, "PasswordExpired", "alice@R");
        row(KRB5KDC_ERR_NAME_EXP, "AccountExpired", "alice@R");
        row(KRB5KDC_ERR_POLICY, "KdcPolicy", "THE.REALM");
        row(KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN, "ServiceUnknown", "mysql/db@R");
        row(KRB5KRB_AP_ERR_SKEW, "ClockSkew", "THE.REALM");
        row(KRB5_KDCREP_SKEW, "ClockSkew", "THE.REALM");
        row(KRB5KRB_AP_ERR_TKT_EXPIRED, "TicketExpired", "alice@R");
        row(KRB5KRB_AP_ERR_TKT_NYV, "ClockSkew", "THE.REALM");
        row(KRB5_KDC_UNREACH, "KdcUnreachable", "THE.REALM");
        row(KRB5_REALM_UNKNOWN, "RealmUnknown", "THE.REALM");
        row(KRB5_REALM_CANT_RESOLVE, "KdcUnreachable", "THE.REALM");
        row(KRB5KDC_ERR_ETYPE_NOSUPP, "EncryptionUnsupported", "THE.REALM");
        row(KRB5_CONFIG_ETYPE_NOSUPP, "EncryptionUnsupported", "alice@R");
        row(KRB5_CC_NOTFOUND, "NotSignedIn", "FILE:/cache");
        row(KRB5_FCC_NOFILE, "NotSignedIn", "FILE:/cache");
        row(KRB5_FCC_PERM, "CacheUnusable", "FILE:/cache");
        row(KRB5_CC_FORMAT, "CacheUnusable", "FILE:/cache");
        row(KRB5_KCM_NO_SERVER, "CacheUnusable", "FILE:/cache");
        row(ENOSPC, "CacheUnusable", "no room");
        row(EDQUOT, "CacheUnusable", "quota");
        row(KRB5_CC_IO, "CacheUnusable", "FILE:/cache");
        row(KRB5KRB_AP_ERR_BADVERSION, "Internal", "Details");
    }
    void eachRefusalHasItsCodeAndNamesWhomItConcerns()
    {
        QFETCH(int, native);
        QFETCH(QString, names);
        const Error error = krbError(m_context.get(), native, "the_call",
                                     {.principal = QStringLiteral("alice@R"),
                                      .realm = QStringLiteral("THE.REALM"),
                                      .service = QStringLiteral("mysql/db@R"),
                                      .place = QStringLiteral("FILE:/cache")});
        QTEST(codeName(error.code), "code");
        QVERIFY2(error.message.contains(names), qUtf8Printable(error.message));
        QVERIFY2(!error.message.contains(QLatin1Char('%')), qUtf8Printable(error.message));
        QCOMPARE(error.native, native);
        QVERIFY(error.detail.startsWith(QStringLiteral("the_call: ")));
        QVERIFY(error.detail.endsWith(QStringLiteral("(%1)").arg(native)));
    }

    void whatGssSaysOfATicketHasTheSameSentences()
    {
        const auto explained = [](int code) {
            return explainTicketFailure(code, QStringLiteral("FILE:/cache"), QStringLiteral("alice@R"),
                                        QStringLiteral("mysql/db@SERVICES.REALM"));
        };
        const auto skew = explained(KRB5KRB_AP_ERR_SKEW);
        QVERIFY(skew && skew->code == Error::Code::ClockSkew && skew->native == KRB5KRB_AP_ERR_SKEW);
        QVERIFY2(skew->message.contains(QStringLiteral("SERVICES.REALM")), qUtf8Printable(skew->message));
        const auto unknown = explained(KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN);
        QVERIFY(unknown && unknown->code == Error::Code::ServiceUnknown);
        QVERIFY(unknown->message.contains(QStringLiteral("mysql/db@SERVICES.REALM")));
        QCOMPARE(explained(KRB5KRB_AP_ERR_TKT_EXPIRED)->code, Error::Code::TicketExpired);
        QCOMPARE(explained(KRB5_FCC_PERM)->code, Error::Code::CacheUnusable);
        QVERIFY(!explained(KRB5KRB_AP_ERR_BAD_INTEGRITY)); // no password was typed
        QVERIFY(!explained(KRB5KRB_AP_ERR_BADVERSION));
        QVERIFY(!explained(0));
    }

    void aSilentKdcIsNamedByItsRealm()
    {
        const Error error = kdcSilent(QStringLiteral("CORP.TEST"));
        QCOMPARE(error.code, Error::Code::KdcUnreachable);
        QVERIFY(error.message.contains(QStringLiteral("CORP.TEST")));
        QVERIFY(error.message.contains(QStringLiteral("4.5")));
    }

    void aFileCacheIsWatchedInItsFolder()
    {
        const QString file = m_dir.filePath(QStringLiteral("krb5cc_1"));
        const auto places = watchPlaces({QStringLiteral("FILE:") + file, file});
        QCOMPARE(places.keys(), QStringList{m_dir.path()});
        const WatchedNames names = places.first();
        QVERIFY(names.match(QStringLiteral("krb5cc_1")));
        QVERIFY(!names.match(QStringLiteral("krb5cc_1.Ab12Cd")));
        QVERIFY(!names.match(QStringLiteral("tkt")));
    }

    void aDirCollectionIsWatchedAsAWhole()
    {
        const auto places = watchPlaces({QStringLiteral("DIR::") + m_dir.filePath(QStringLiteral("tkt1")),
                                         QStringLiteral("DIR:") + m_dir.path()});
        QCOMPARE(places.keys(), QStringList{m_dir.path()});
        QVERIFY(places.first().match(QStringLiteral("tktNew")));
        QVERIFY(places.first().match(QStringLiteral("primary")));
        QVERIFY(!places.first().match(QStringLiteral("other")));
    }

    void aMissingFolderIsAwaitedFromAbove()
    {
        const auto places = watchPlaces({QStringLiteral("DIR:") + m_dir.filePath(QStringLiteral("a/b"))});
        QCOMPARE(places.keys(), QStringList{m_dir.path()});
        QVERIFY(places.first().match(QStringLiteral("a")));
        QVERIFY(!places.first().match(QStringLiteral("tkt")));
    }

    void typesWithoutFoldersHaveNoPlace()
    {
        QVERIFY(watchPlaces({QStringLiteral("KCM:0:1"), QStringLiteral("KEYRING:session:x"), QString()})
                    .isEmpty());
    }

private:
    QTemporaryDir m_dir;
    TestContext m_context;
};

QTEST_GUILESS_MAIN(KrbUnitTest)
#include "krbtest.moc"
