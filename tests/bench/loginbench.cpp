// SPDX-License-Identifier: GPL-2.0-or-later
// How long a login takes: connect, authenticate, `select 1`, with a warm service ticket. Ours, through Connector, beside
// plain libmariadb with MariaDB's own gssapi plugin, in turns within one run: `loginbench [ROUNDS]`. The peer is this
// program again, as a process of its own, because a process that has our plugins never loads MariaDB's.
#include "core/connect/connector.h"
#include "tests/bench/delayrelay.h"
#include "tests/support/sandbox.h"

#include <QCoreApplication>
#include <QTextStream>

#include <mysql.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>

using namespace latchkey;
using SteadyClock = std::chrono::steady_clock;
using Microseconds = std::chrono::microseconds;

namespace {

constexpr std::chrono::milliseconds roundTrip{40};
constexpr int relayRounds = 15;

struct Endpoint
{
    QString host;
    int port = 0;
    QString user;
    QString caFile; ///< empty: no TLS
};

// A session that goes is closed in the background; the next login is not to be timed beside that.
void waitUntilClosed()
{
    Worker::waitForAll(std::chrono::seconds(5));
}

// The peer

Microseconds plainLogin(const Endpoint &endpoint)
{
    const auto start = SteadyClock::now();
    MYSQL *mysql = mysql_init(nullptr);
    if (!endpoint.caFile.isEmpty()) {
        const my_bool verify = 1;
        mysql_optionsv(mysql, MYSQL_OPT_SSL_CA, endpoint.caFile.toUtf8().constData());
        mysql_optionsv(mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verify);
    }
    const unsigned tcp = MYSQL_PROTOCOL_TCP;
    mysql_optionsv(mysql, MYSQL_OPT_PROTOCOL, &tcp);
    const bool done =
        mysql_real_connect(mysql, endpoint.host.toUtf8().constData(), endpoint.user.toUtf8().constData(),
                           nullptr, nullptr, static_cast<unsigned>(endpoint.port), nullptr, 0)
        && mysql_query(mysql, "select 1") == 0;
    if (done)
        mysql_free_result(mysql_store_result(mysql));
    const auto took = std::chrono::duration_cast<Microseconds>(SteadyClock::now() - start);
    if (!done)
        std::fprintf(stderr, "peer: %s\n", mysql_error(mysql));
    mysql_close(mysql);
    return done ? took : Microseconds(-1);
}

// Reads "host port user caFile" lines, the last may be "-", and writes the microseconds.
int servePeer()
{
    QTextStream in(stdin);
    for (QString line = in.readLine(); !line.isNull(); line = in.readLine()) {
        const QStringList words = line.split(QLatin1Char(' '));
        const QString caFile = words.value(3) == QLatin1String("-") ? QString() : words.value(3);
        const auto took = plainLogin({words.value(0), words.value(1).toInt(), words.value(2), caFile});
        std::printf("%lld\n", static_cast<long long>(took.count()));
        std::fflush(stdout);
    }
    return 0;
}

class Peer
{
public:
    explicit Peer(const QString &program)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, {QStringLiteral("--peer")});
    }
    ~Peer()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    Microseconds login(const Endpoint &endpoint)
    {
        waitUntilClosed();
        const QString caFile = endpoint.caFile.isEmpty() ? QStringLiteral("-") : endpoint.caFile;
        m_process.write(QStringLiteral("%1 %2 %3 %4\n")
                            .arg(endpoint.host, QString::number(endpoint.port), endpoint.user, caFile)
                            .toUtf8());
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000))
                return Microseconds(-1);
        }
        return Microseconds(m_process.readLine().trimmed().toLongLong());
    }

private:
    QProcess m_process;
};

// Ours

// As the window does, which watches the caches.
Microseconds ourLogin(const krb::KerberosService &kerberos, const Endpoint &endpoint,
                      Authentication authentication, const QString &principal)
{
    Connector::Request request;
    request.profile.host = endpoint.host;
    request.profile.port = static_cast<std::uint16_t>(endpoint.port);
    request.profile.account = endpoint.user;
    request.profile.identity.principal = principal;
    request.profile.authentication = authentication;
    request.profile.tls = endpoint.caFile.isEmpty() ? TlsPolicy::Off : TlsPolicy::VerifyIdentity;
    request.profile.tlsFiles.authorities = endpoint.caFile;
    const auto caches = kerberos.caches().result();
    const Connector connector(kerberos, [&caches] { return caches ? std::optional(*caches) : std::nullopt; });
    waitUntilClosed();
    const auto start = SteadyClock::now();
    const auto session = connector.open(std::move(request)).result();
    if (!session) {
        std::fprintf(stderr, "ours: %s\n%s\n", qPrintable(session.error().message),
                     qPrintable(session.error().detail));
        return Microseconds(-1);
    }
    const auto answer = (*session)->run(QStringLiteral("select 1"), {}).result();
    return answer ? std::chrono::duration_cast<Microseconds>(SteadyClock::now() - start) : Microseconds(-1);
}

// Comparing

using Login = std::function<Microseconds()>;

Microseconds median(std::vector<Microseconds> times)
{
    std::sort(times.begin(), times.end());
    return times.empty() ? Microseconds(0) : times[times.size() / 2];
}

/// The medians of logins made in turns, the first being the peer's; nothing if one fails.
std::optional<std::vector<Microseconds>> inTurns(const std::vector<Login> &logins, int rounds)
{
    std::vector<std::vector<Microseconds>> times(logins.size());
    constexpr int warmUp = 3;
    for (int round = -warmUp; round < rounds; ++round) {
        for (std::size_t index = 0; index < logins.size(); ++index) {
            const Microseconds took = logins[index]();
            if (took.count() < 0)
                return std::nullopt;
            if (round >= 0)
                times[index].push_back(took);
        }
    }
    std::vector<Microseconds> medians;
    std::transform(times.begin(), times.end(), std::back_inserter(medians), median);
    return medians;
}

void printRatio(const char *what, Microseconds ours, Microseconds peer, double limit)
{
    const double ratio = static_cast<double>(ours.count()) / static_cast<double>(peer.count());
    std::printf("%-34s ours %7.3f ms   peer %7.3f ms   ratio %5.2f   limit %.1f   %s\n", what,
                static_cast<double>(ours.count()) / 1000, static_cast<double>(peer.count()) / 1000, ratio,
                limit, ratio <= limit ? "ok" : "OVER");
}

void printRoundTrips(const char *what, Microseconds ours, Microseconds peer)
{
    constexpr double limit = 4.0;
    const double more =
        static_cast<double>((ours - peer).count()) / static_cast<double>(Microseconds(roundTrip).count());
    std::printf("%-34s ours %7.1f ms   peer %7.1f ms   round trips more %5.2f   limit %.0f   %s\n", what,
                static_cast<double>(ours.count()) / 1000, static_cast<double>(peer.count()) / 1000, more,
                limit, more <= limit + 0.5 ? "ok" : "OVER");
}

QString accountOf(const sandbox::ServerDescription &server, const QString &plugin)
{
    for (const sandbox::AccountDescription &account : server.accounts) {
        if (account.plugin == plugin)
            return account.user;
    }
    return {};
}

struct Bench
{
    const krb::KerberosService &service;
    Peer &peer;
    QString principal;
    QString gssapiUser;
    QString kerberosUser;

    std::optional<std::vector<Microseconds>> measure(Endpoint endpoint, int rounds)
    {
        Endpoint gssapi = endpoint, kerberos = endpoint;
        gssapi.user = gssapiUser;
        kerberos.user = kerberosUser;
        return inTurns({[&] { return peer.login(gssapi); },
                        [&] { return ourLogin(service, gssapi, Authentication::Gssapi, principal); },
                        [&] { return ourLogin(service, kerberos, Authentication::Kerberos, principal); }},
                       rounds);
    }
};

int compare(Bench &bench, const Endpoint &server, int rounds)
{
    Endpoint plain = server;
    plain.caFile.clear();
    const auto withoutTls = bench.measure(plain, rounds);
    const auto withTls = bench.measure(server, rounds);
    test::DelayRelay relay(static_cast<std::uint16_t>(server.port), roundTrip);
    Endpoint far = server;
    far.port = relay.port();
    const auto remote = bench.measure(far, relayRounds);
    if (!withoutTls || !withTls || !remote)
        return 1;
    printRatio("gssapi, no TLS", (*withoutTls)[1], (*withoutTls)[0], 2.0);
    printRatio("authentication_kerberos, no TLS", (*withoutTls)[2], (*withoutTls)[0], 2.0);
    printRatio("gssapi, TLS", (*withTls)[1], (*withTls)[0], 1.5);
    printRatio("authentication_kerberos, TLS", (*withTls)[2], (*withTls)[0], 1.5);
    printRoundTrips("gssapi, TLS, 40 ms away", (*remote)[1], (*remote)[0]);
    printRoundTrips("authentication_kerberos, 40 ms away", (*remote)[2], (*remote)[0]);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(QLatin1String("--peer")))
        return servePeer();
    test::Sandbox sandbox;
    if (!sandbox.start()) {
        std::fprintf(stderr, "%s\n", qPrintable(sandbox.problem()));
        return 1;
    }
    const krb::KerberosService kerberos;
    const QString alice = sandbox.principal(QStringLiteral("alice"));
    krb::SignInRequest request;
    request.principal = alice;
    request.credential = Secret(sandbox.password(alice).toStdString());
    if (const auto signedIn = kerberos.signIn(std::move(request)).result(); !signedIn) {
        std::fprintf(stderr, "%s\n", qPrintable(signedIn.error().message));
        return 1;
    }
    const auto server = sandbox.server(QStringLiteral("writer"));
    Peer peer(QCoreApplication::applicationFilePath());
    Bench bench{kerberos, peer, alice, accountOf(server, QStringLiteral("gssapi")),
                accountOf(server, QStringLiteral("authentication_kerberos"))};
    const int rounds = arguments.value(1).toInt();
    return compare(bench, {server.host, server.port, {}, sandbox.description().caFile},
                   rounds > 0 ? rounds : 200);
}
