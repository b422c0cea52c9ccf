// SPDX-License-Identifier: GPL-2.0-or-later
// What latchkey-cli says of the caches, beside what MIT's own klist says of them, field by field.
#include "tests/integration/cachetypes.h"
#include "tests/integration/clirunner.h"
#include "tests/integration/kerberosplace.h"
#include "tests/integration/klistoutput.h"
#include "tests/support/syntheticcache.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

#include <krb5/krb5.h>

using namespace latchkey;
using namespace latchkey::krb;
using namespace latchkey::test;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000; // ms
const QByteArray carol = "carol@CORP.EXAMPLE.COM";

/// Everything that a ticket can be, though no KDC of the sandbox gives it.
QList<SyntheticTicket> strangeTickets()
{
    constexpr int rc4 = 23;
    constexpr int des3 = 16;
    constexpr int aes128 = 17;
    QList<SyntheticTicket> tickets = manyTickets(12); // expired and weak ones among them
    SyntheticTicket bound{"krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM", 8h};
    bound.addresses = QStringList{QStringLiteral("192.0.2.7"), QStringLiteral("2001:db8::7")};
    bound.flags = TKT_FLG_FORWARDABLE | TKT_FLG_FORWARDED | TKT_FLG_PROXIABLE | TKT_FLG_RENEWABLE
                  | TKT_FLG_INITIAL | TKT_FLG_HW_AUTH | TKT_FLG_PRE_AUTH;
    tickets[0] = bound;
    SyntheticTicket proxy{"nfs/files.example.com@CORP.EXAMPLE.COM", 2h, aes128};
    proxy.flags = TKT_FLG_PROXY | TKT_FLG_OK_AS_DELEGATE | TKT_FLG_TRANSIT_POLICY_CHECKED;
    proxy.renewable.reset();
    proxy.ticketKeyType = rc4;
    SyntheticTicket later{"cifs/later.example.com@CORP.EXAMPLE.COM", 20h, des3};
    later.flags =
        TKT_FLG_MAY_POSTDATE | TKT_FLG_POSTDATED | TKT_FLG_INVALID | TKT_FLG_ANONYMOUS | TKT_FLG_ENC_PA_REP;
    later.renewable.reset();
    later.hasStart = false;
    SyntheticTicket plain{"http/plain.example.com@CORP.EXAMPLE.COM", 1h};
    plain.flags = 0;
    plain.renewable.reset();
    SyntheticTicket alias{"mysql/alias.example.com@CORP.EXAMPLE.COM", 1h};
    alias.issuedFor = "mysql/db1.example.com@AWS.EXAMPLE.COM";
    SyntheticTicket theirs{"host/odd\\/name\\@x@CORP.EXAMPLE.COM", 1h};
    theirs.client = "dave@AWS.EXAMPLE.COM";
    SyntheticTicket theirsToo = plain;
    theirsToo.service = "http/theirs.example.com@CORP.EXAMPLE.COM";
    theirsToo.client = theirs.client;
    return tickets + QList<SyntheticTicket>{proxy, later, plain, alias, theirs, theirsToo};
}

// More than is read at once, and a single one that is more than that.
QList<SyntheticTicket> longTickets()
{
    QList<SyntheticTicket> tickets = manyTickets(500);
    for (int i = 0; i < 9000; ++i)
        tickets[250].addresses += QStringLiteral("10.0.%1.%2").arg(i / 250).arg(i % 250);
    return tickets;
}

/// What is written by hand into a cache of this kind; nothing if a KDC fills it.
QList<SyntheticTicket> ticketsOf(const QString &kind)
{
    if (kind == QLatin1String("strange FILE"))
        return strangeTickets();
    return kind == QLatin1String("long FILE") ? longTickets() : QList<SyntheticTicket>();
}

QList<SyntheticNote> strangeNotes()
{
    const QByteArray tgt = "krbtgt/CORP.EXAMPLE.COM@CORP.EXAMPLE.COM";
    return {{"pa_type", "2", tgt},
            {"fast_avail", "yes", tgt},
            {"refresh_time", "1800000000"},
            {"long", QByteArray("The quick brown fox jumps over the lazy dog. ").repeated(4).trimmed()},
            {"raw", QByteArray("\0\1\xff", 3)}};
}

QString utc(const QDateTime &moment)
{
    return moment.toString(Qt::ISODate);
}

/// klist's letters for what --json says in words; it has none for the rest.
QString letters(const QJsonArray &words)
{
    static const QMap<QString, QChar> known{
        {QStringLiteral("forwardable"), u'F'},       {QStringLiteral("forwarded"), u'f'},
        {QStringLiteral("proxiable"), u'P'},         {QStringLiteral("proxy"), u'p'},
        {QStringLiteral("may-postdate"), u'D'},      {QStringLiteral("postdated"), u'd'},
        {QStringLiteral("invalid"), u'i'},           {QStringLiteral("renewable"), u'R'},
        {QStringLiteral("initial"), u'I'},           {QStringLiteral("hardware-authenticated"), u'H'},
        {QStringLiteral("pre-authenticated"), u'A'}, {QStringLiteral("transited-policy-checked"), u'T'},
        {QStringLiteral("ok-as-delegate"), u'O'},    {QStringLiteral("anonymous"), u'a'}};
    QString all;
    for (const QJsonValue &word : words) {
        if (word != QLatin1String("encrypted-pa-rep"))
            all += known.value(word.toString(), u'?');
    }
    return all;
}

QString sorted(QString text)
{
    std::sort(text.begin(), text.end());
    return text;
}

QString encryption(const QJsonObject &ticket, const QString &which)
{
    const bool weak = ticket.value(which + QStringLiteral("Weak")).toBool();
    return (weak ? QStringLiteral("DEPRECATED:") : QString())
           + ticket.value(which + QStringLiteral("Type")).toString();
}

/// The same text for the same ticket, whoever said it.
QString said(const KlistTicket &ticket)
{
    return QStringList{ticket.client,        ticket.service,
                       ticket.ticketServer,  utc(ticket.start),
                       utc(ticket.end),      ticket.renewUntil ? utc(*ticket.renewUntil) : QString(),
                       sorted(ticket.flags), ticket.sessionKey,
                       ticket.ticketKey,     ticket.addresses.join(u'+')}
        .join(u'|');
}

QString said(const QJsonObject &ticket)
{
    const auto text = [&ticket](const char *key) { return ticket.value(QLatin1String(key)).toString(); };
    QStringList addresses;
    for (const QJsonValue &address : ticket.value(QStringLiteral("addresses")).toArray())
        addresses += address.toString();
    return QStringList{text("client"),
                       text("service"),
                       text("issuedFor"),
                       text("start"),
                       text("end"),
                       text("renewUntil"),
                       sorted(letters(ticket.value(QStringLiteral("flags")).toArray())),
                       encryption(ticket, QStringLiteral("sessionKey")),
                       encryption(ticket, QStringLiteral("ticketKey")),
                       addresses.join(u'+')}
        .join(u'|');
}

QString said(const KlistNote &note)
{
    const bool isText =
        std::all_of(note.value.begin(), note.value.end(), [](char c) { return c >= ' ' && c <= '~'; });
    return QStringList{note.key, note.principal,
                       QString::fromLatin1(isText ? note.value : note.value.toHex())}
        .join(u'|');
}

QString said(const QJsonValue &note)
{
    const auto text = [object = note.toObject()](const char *key) {
        return object.value(QLatin1String(key)).toString();
    };
    return QStringList{text("key"), text("principal"), text("value")}.join(u'|');
}

/// A cache in lines, in the order in which they were told.
QStringList said(const KlistCache &cache)
{
    QStringList lines{cache.name + QLatin1Char('|') + cache.principal};
    for (const KlistTicket &ticket : cache.tickets)
        lines += said(ticket);
    for (const KlistNote &note : cache.notes)
        lines += said(note);
    return lines;
}

QStringList saidOfCache(const QJsonObject &cache)
{
    QStringList lines{cache.value(QStringLiteral("cache")).toString() + QLatin1Char('|')
                      + cache.value(QStringLiteral("principal")).toString()};
    for (const QJsonValue &ticket : cache.value(QStringLiteral("tickets")).toArray())
        lines += said(ticket.toObject());
    for (const QJsonValue &note : cache.value(QStringLiteral("configuration")).toArray())
        lines += said(note);
    return lines;
}

} // namespace

class KlistAgreementTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray klist()
    {
        QProcess process;
        process.start(QStringLiteral("klist"), {QStringLiteral("-ACefan")});
        return process.waitForFinished(patience) ? process.readAllStandardOutput() : QByteArray();
    }
    /// latchkey-cli in this process's environment.
    static QJsonArray cli()
    {
        CliRunner runner;
        for (const char *name : {"KRB5CCNAME", "LATCHKEY_RUNTIME_DIR"})
            runner.setVariable(QString::fromLatin1(name), qEnvironmentVariable(name));
        const QStringList arguments{QStringLiteral("tickets"), QStringLiteral("--json"),
                                    QStringLiteral("--all")};
        return runner.run(arguments).json().array();
    }
    /// What a KDC gives when all is asked for, and what none of the sandbox's gives.
    bool fill(const KerberosPlace &place, const QString &type) const
    {
        auto request = place.request(QStringLiteral("alice"));
        request.forwardable = true;
        request.proxiable = true;
        request.lifetime = 2h;
        request.renewableLifetime = 48h;
        const auto signedIn = m_kerberos.signIn(std::move(request)).result();
        if (!signedIn || !obtainServiceTicket(signedIn->name, writerSpn(m_sandbox), [](const QString &) {
                return true;
            }))
            return false;
        if (type == QLatin1String("FILE"))
            return true;
        // The kernel gives an ordinary user 20,000 bytes for keys.
        const qsizetype first = type == QLatin1String("KEYRING") ? strangeTickets().size() / 2 : 0;
        return place.signIn(QStringLiteral("bob"))
               && writeCache(newCache(type), carol, strangeTickets().sliced(first), strangeNotes());
    }
    /// The name of one more cache in the collection.
    static QString newCache(const QString &type)
    {
        const QString collection = qEnvironmentVariable("KRB5CCNAME");
        if (type == QLatin1String("DIR"))
            return QStringLiteral("DIR::") + collection.mid(4) + QStringLiteral("/tktcarol");
        if (type == QLatin1String("KEYRING"))
            return collection + QStringLiteral(":carol");
        return QStringLiteral("KCM:%1:77").arg(getuid());
    }

    Sandbox m_sandbox;
    KerberosService m_kerberos;
    CacheTypes m_types;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        qputenv("LC_ALL", "C"); // klist's; latchkey-cli makes it C.UTF-8
        QVERIFY2(m_sandbox.start(Sandbox::Parts::RealmsOnly), qPrintable(m_sandbox.problem()));
    }
    void cleanup()
    {
        QVERIFY2(Worker::waitForAll(30s), "a job's thread is left");
        m_types.end();
    }

    void bothSayTheSame_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"FILE", "strange FILE", "long FILE", "DIR", "KEYRING", "KCM", "KCM of sssd"})
            QTest::newRow(type) << QString::fromUtf8(type);
    }
    void bothSayTheSame()
    {
        QFETCH(QString, type);
        KerberosPlace place(m_sandbox);
        const QList<SyntheticTicket> written = ticketsOf(type);
        if (!written.isEmpty()) {
            QVERIFY(
                writeCache(QStringLiteral("FILE:") + place.defaultPath(), carol, written, strangeNotes()));
        } else {
            if (const QString problem = m_types.use(place, type); !problem.isEmpty())
                QSKIP(qPrintable(problem));
            QVERIFY(fill(place, type));
        }
        QString problem;
        const QByteArray output = klist();
        const auto theirs = parseKlist(output, &problem);
        QVERIFY2(theirs, qPrintable(QStringLiteral("klist says: ") + problem));
        if (!written.isEmpty()) {
            QCOMPARE(theirs->constFirst().tickets.size(), written.size());
            QCOMPARE(theirs->constFirst().notes.size(), strangeNotes().size());
        }
        const QJsonArray ours = cli();
        const bool isSingle = type.contains(QLatin1String("FILE"));
        QCOMPARE(theirs->size(), isSingle ? 1 : 3);
        QCOMPARE(ours.size(), theirs->size());
        for (qsizetype i = 0; i < theirs->size(); ++i)
            QCOMPARE(saidOfCache(ours.at(i).toObject()), said(theirs->at(i)));
        QVERIFY(m_kerberos.destroy(AllCaches{}).result());
    }

    void neitherSeesTheMemoryOfAnotherProgram()
    {
        const KerberosPlace place(m_sandbox);
        qputenv("KRB5CCNAME", "MEMORY:here");
        const auto cache = place.signIn(QStringLiteral("alice"));
        QVERIFY(cache && cache->type() == QLatin1String("MEMORY"));
        QCOMPARE(klist(), QByteArray());
        QCOMPARE(cli(), QJsonArray());
        QVERIFY(m_kerberos.destroy(AllCaches{}).result());
    }
};

QTEST_GUILESS_MAIN(KlistAgreementTest)
#include "klistagreementtest.moc"
