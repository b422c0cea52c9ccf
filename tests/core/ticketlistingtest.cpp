// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/realmpath.h"
#include "core/krb/ticketjson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace latchkey;
using namespace latchkey::krb;
using namespace std::chrono_literals;

namespace {

const Instant noon{std::chrono::seconds(1'800'000'000)};
const Principal alice{{QStringLiteral("alice")}, QStringLiteral("A")};
constexpr std::uint32_t forwardable = 0x40000000;
constexpr std::uint32_t initial = 0x00400000;
constexpr std::int32_t aes256 = 18;
constexpr std::int32_t rc4 = 23;

/// "mysql/db@B"
Ticket ticket(const QString &service)
{
    Ticket made;
    made.client = alice;
    made.service = {service.section(QLatin1Char('@'), 0, 0).split(QLatin1Char('/')),
                    service.section(QLatin1Char('@'), 1)};
    made.startTime = noon - 1h;
    made.endTime = noon + 9h;
    made.sessionKeyType = aes256;
    made.ticketKeyType = aes256;
    return made;
}

QList<Ticket> tickets(const QStringList &services)
{
    QList<Ticket> all;
    for (const QString &service : services)
        all += ticket(service);
    return all;
}

Cache sample()
{
    Cache cache;
    cache.name = QStringLiteral("FILE:/tmp/x");
    cache.principal = alice;
    cache.isDefault = true;
    cache.defaultOrigin = DefaultOrigin{DefaultOrigin::Source::Environment, cache.name, false};
    Ticket tgt = ticket(QStringLiteral("krbtgt/A@A"));
    tgt.flags = forwardable | initial;
    tgt.renewUntil = noon + 24h;
    tgt.keyVersion = 3;
    tgt.size = 432;
    Ticket old = ticket(QStringLiteral("mysql/db@B"));
    old.endTime = noon - 1s;
    old.ticketKeyType = rc4;
    old.addresses = QStringList{QStringLiteral("192.0.2.1")};
    cache.tickets = {tgt, ticket(QStringLiteral("krbtgt/B@A")), old};
    cache.configuration = {{QStringLiteral("pa_type"), QStringLiteral("krbtgt/A@A"), QByteArray("2")},
                           {QStringLiteral("raw"), QString(), QByteArray("\0\1", 2)}};
    return cache;
}

QJsonObject asJson(const Cache &cache, const ListingScope &scope = {})
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(cacheAsJson(cache, noon, scope))).object();
}

} // namespace

/// What is said of tickets, without a KDC or a cache.
class TicketListingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePathGoesAlongTheTickets_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QStringList>("cache");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const char *service, const char *cache, const char *path) {
            QTest::newRow(name) << QString::fromUtf8(service)
                                << QString::fromUtf8(cache).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                                << QString::fromUtf8(path);
        };
        row("own realm", "mysql/db@A", "krbtgt/A@A", "A");
        row("own realm's TGT", "krbtgt/A@A", "krbtgt/A@A", "A");
        row("neighbour", "mysql/db@B", "krbtgt/A@A krbtgt/B@A", "A → B");
        row("the way's own ticket", "krbtgt/B@A", "krbtgt/A@A krbtgt/B@A", "A → B");
        row("over another realm", "mysql/db@C", "krbtgt/C@B krbtgt/A@A krbtgt/B@A", "A → B → C");
        row("the shorter way", "mysql/db@C", "krbtgt/B@A krbtgt/C@B krbtgt/C@A", "A → C");
        row("a circle", "mysql/db@C", "krbtgt/B@A krbtgt/A@B krbtgt/B@B", "A … C");
        row("gone tickets", "mysql/db@C", "krbtgt/A@A", "A … C");
    }
    void thePathGoesAlongTheTickets()
    {
        QFETCH(QString, service);
        QFETCH(QStringList, cache);
        QTEST(text(realmPath(ticket(service), tickets(cache))), "path");
    }

    void anotherClientsTicketsAreNoWay()
    {
        QList<Ticket> cache = tickets({QStringLiteral("krbtgt/B@A")});
        cache.first().client = {{QStringLiteral("bob")}, QStringLiteral("A")};
        QVERIFY(!realmPath(ticket(QStringLiteral("mysql/db@B")), cache).isComplete);
    }

    void theKindIsTold()
    {
        QCOMPARE(kindOf(ticket(QStringLiteral("krbtgt/A@A"))), TicketKind::SignIn);
        QCOMPARE(kindOf(ticket(QStringLiteral("krbtgt/B@A"))), TicketKind::CrossRealm);
        QCOMPARE(kindOf(ticket(QStringLiteral("krbtgt/B@B"))), TicketKind::CrossRealm);
        Ticket service = ticket(QStringLiteral("mysql/alias@A"));
        QCOMPARE(kindOf(service), TicketKind::Service);
        service.issuedFor = ticket(QStringLiteral("mysql/db@A")).service;
        QCOMPARE(kindOf(service), TicketKind::Referral);
    }

    void theDefaultSaysWhy_data()
    {
        QTest::addColumn<QString>("environment");
        QTest::addColumn<QString>("configured");
        QTest::addColumn<QString>("defaultName");
        QTest::addColumn<QString>("cache");
        QTest::addColumn<QString>("why");
        const QString none;
        const auto name = [](const char *text) { return QString::fromUtf8(text); };
        QTest::newRow("environment") << name("FILE:/x") << name("KCM:") << name("FILE:/x") << name("FILE:/x")
                                     << name("The environment variable KRB5CCNAME names “FILE:/x”.");
        QTest::newRow("no type is FILE") << name("/x") << none << name("/x") << name("FILE:/x")
                                         << name("The environment variable KRB5CCNAME names “FILE:/x”.");
        QTest::newRow("primary of the environment's")
            << name("DIR:/d") << none << name("DIR:/d") << name("DIR::/d/tkt1")
            << name("It is the primary cache of the collection “DIR:/d”, which the environment variable "
                    "KRB5CCNAME names.");
        QTest::newRow("krb5.conf") << none << name("FILE:/tmp/%{uid}") << name("FILE:/tmp/0")
                                   << name("FILE:/tmp/0")
                                   << name("default_ccache_name in krb5.conf names “FILE:/tmp/0”.");
        QTest::newRow("primary of krb5.conf's")
            << none << name("KCM:") << name("KCM:") << name("KCM:0:1")
            << name("It is the primary cache of the collection “KCM:”, which "
                    "default_ccache_name in krb5.conf names.");
        QTest::newRow("built-in")
            << none << none << name("FILE:/tmp/krb5cc_0") << name("FILE:/tmp/krb5cc_0")
            << name("“FILE:/tmp/krb5cc_0” is used where neither KRB5CCNAME nor krb5.conf names a cache.");
    }
    void theDefaultSaysWhy()
    {
        QFETCH(QString, environment);
        QFETCH(QString, configured);
        QFETCH(QString, defaultName);
        QFETCH(QString, cache);
        QTEST(sentence(defaultOrigin(environment, configured, defaultName, cache)), "why");
    }

    void everyFlagHasAMeaning()
    {
        const auto all = ticketFlags(0xFFFFFFFF);
        QCOMPARE(all.size(), 15);
        for (const TicketFlag &flag : all)
            QVERIFY(flag.meaning.endsWith(QLatin1Char('.')));
        QVERIFY(ticketFlags(0).isEmpty());
    }

    void theTextSaysEverything()
    {
        const QString said = ticketsAsText({sample()}, noon);
        for (const char *part :
             {"alice@A in FILE:/tmp/x (default)\n  The environment variable KRB5CCNAME names",
              "\n  krbtgt/A@A\n", "ticket-granting ticket\n", "9 h 0 min\n", "forwardable, initial\n",
              "aes256-cts-hmac-sha1-96, version 3\n", "432 byte", "\n  mysql/db@B\n", "A → B\n", "expired\n",
              "(weak)\n", "192.0.2.1\n"})
            QVERIFY2(said.contains(QString::fromUtf8(part)), part);
        QVERIFY(!said.contains(QStringLiteral("pa_type")));
        Cache expiring = sample();
        expiring.passwordExpires = noon + 24h;
        QVERIFY(
            ticketsAsText({expiring}, noon).contains(QStringLiteral("\n  The password expires 2027-01-16 ")));
        QCOMPARE(asJson(expiring).value(QLatin1String("passwordExpires")).toString(),
                 QStringLiteral("2027-01-16T08:00:00Z"));
    }

    void whatIsShownCanBeChosen()
    {
        const QString some = ticketsAsText({sample()}, noon, {.expired = false, .configuration = true});
        QVERIFY(!some.contains(QStringLiteral("mysql/db@B")));
        QVERIFY(some.contains(QStringLiteral("pa_type (krbtgt/A@A)  2\n")));
        QVERIFY(some.contains(QStringLiteral("0001\n")));
        const QJsonObject cache = asJson(sample(), {.expired = false, .configuration = true});
        QCOMPARE(cache.value(QLatin1String("tickets")).toArray().size(), 2);
        QCOMPARE(cache.value(QLatin1String("configuration")).toArray().size(), 2);
        QVERIFY(!asJson(sample()).contains(QLatin1String("configuration")));
    }

    void theJsonSaysEverything()
    {
        const QJsonObject cache = asJson(sample());
        QCOMPARE(
            cache.value(QLatin1String("defaultBecause")).toObject().value(QLatin1String("source")).toString(),
            QStringLiteral("KRB5CCNAME"));
        const QJsonObject last = cache.value(QLatin1String("tickets")).toArray().at(2).toObject();
        const QByteArray expected =
            R"({"addresses":["192.0.2.1"],"client":"alice@A","end":"2027-01-15T07:59:59Z","expired":true,"flags":[],)"
            R"("issuedFor":null,"keyVersion":0,"kind":"service","realms":["A","B"],"realmsComplete":true,)"
            R"("renewUntil":null,"service":"mysql/db@B","sessionKeyType":"aes256-cts-hmac-sha1-96",)"
            R"("sessionKeyWeak":false,"size":0,"start":"2027-01-15T07:00:00Z",)"
            R"("ticketKeyType":"arcfour-hmac","ticketKeyWeak":true})";
        QCOMPARE(QJsonDocument(last).toJson(QJsonDocument::Compact), expected);
    }

    void theJsonIsAsQtWritesIt_data()
    {
        QTest::addColumn<QJsonDocument::JsonFormat>("format");
        QTest::newRow("for people") << QJsonDocument::Indented;
        QTest::newRow("on one line") << QJsonDocument::Compact;
    }
    void theJsonIsAsQtWritesIt()
    {
        QFETCH(QJsonDocument::JsonFormat, format);
        Cache full = sample();
        full.passwordExpires = noon;
        full.tickets.first().issuedFor = Principal{{QStringLiteral("db\n/1")}, QStringLiteral("B")};
        Cache broken;
        broken.name = QStringLiteral("FILE:/tmp/ä\x01\"\\");
        broken.problem = Error{Error::Code::CacheUnusable, QStringLiteral("€"), {}, -5};
        QByteArray said;
        tellAsJson({full, broken}, noon, {.configuration = true}, format, [&said](std::string_view piece) {
            said += QByteArray::fromStdString(std::string(piece));
        });
        const QJsonDocument document = QJsonDocument::fromJson(said);
        QCOMPARE(document.array().size(), 2);
        QCOMPARE(said, document.toJson(format));
        const QByteArray one = QByteArray::fromStdString(ticketAsJson(full.tickets.first(), full, noon));
        QCOMPARE(one, QJsonDocument::fromJson(one).toJson());
    }

    void aLineBreakInACachesNameStaysOnItsLine()
    {
        Cache cache = sample();
        cache.name = QStringLiteral("FILE:/tmp/x\nmallory@A in FILE:/tmp/y");
        cache.defaultOrigin->named = cache.name;
        const QStringList lines = ticketsAsText({cache}, noon).split(QLatin1Char('\n'));
        QVERIFY(std::none_of(lines.begin(), lines.end(),
                             [](const QString &line) { return line.startsWith(QStringLiteral("mallory")); }));
    }
};

QTEST_GUILESS_MAIN(TicketListingTest)
#include "ticketlistingtest.moc"
