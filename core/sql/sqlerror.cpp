// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/sqlerror.h"

#include "core/profile/words.h"

#include <QCoreApplication>

#include <mysql.h>

#include <errmsg.h>
#include <mysqld_error.h>

namespace latchkey::sql {

namespace {

using Code = Error::Code;

// The packaged header has MariaDB's numbers; this one is MySQL 8's.
constexpr unsigned clientInteractionTimeout = 4031; // ER_CLIENT_INTERACTION_TIMEOUT

struct SqlErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::sql::Error)
};

QString nativeDetail(const NativeError &native)
{
    if (native.number == 0)
        return native.text;
    return QStringLiteral("%1 (%2): %3").arg(native.number).arg(native.state, native.text);
}

QString place(const ConnectOptions &options)
{
    return QStringLiteral("%1:%2").arg(options.host).arg(options.port);
}

QString spnRefused(const ConnectOptions &options, const QString &offered)
{
    if (options.pinnedSpn.isEmpty())
        return SqlErrorTexts::
            tr("The server %1 wants a ticket for the service “%2”. A database server is expected to be a "
               "service of the class “mysql” or “mariadb”, so no ticket was asked for and nothing was sent. "
               "If this really is the server’s name, enter it as the expected service (SPN) in the profile.")
                .arg(place(options), offered);
    return SqlErrorTexts::
        tr("The server %1 wants a ticket for the service “%2”, but the profile expects “%3”. No ticket was "
           "asked for and nothing was sent. If the server was renamed on purpose, change the expected "
           "service (SPN) in the profile to “%2”; if nobody told you of a change, do not connect, and tell "
           "the administrator.")
            .arg(place(options), offered, options.pinnedSpn);
}

Error ticketFailure(const gss::Failure &failure, const FailedLogin &login)
{
    const Code code =
        failure.kind == gss::Failure::Kind::NoCredential ? Code::NotSignedIn : Code::CacheUnusable;
    const QString spn = login.request ? QString::fromStdString(login.request->spn) : QString();
    const QString message =
        code == Code::NotSignedIn
            ? SqlErrorTexts::tr("There is no ticket of %1 to log in with. Sign in as %1 and connect again.")
                  .arg(login.principal)
            : SqlErrorTexts::tr(
                  "The ticket for the service “%1” could not be used. Sign in again; if that does not "
                  "help, the details say what Kerberos reported.")
                  .arg(spn);
    return {code, message, QString(), failure.krb5Code};
}

Error refusedPlugin(const ConnectOptions &options)
{
    if (!options.usesTickets() && options.tls == TlsPolicy::Off)
        return {
            Code::PluginRefused,
            SqlErrorTexts::tr(
                "The server %1 wants to authenticate “%2” in a way that is not safe without encryption, so "
                "the password was not sent. Turn on TLS in the profile.")
                .arg(place(options), options.user),
            QString(), 0};
    return {
        Code::PluginRefused,
        SqlErrorTexts::tr(
            "The server %1 wants to authenticate “%2” in another way than the profile says, so nothing was "
            "sent. Check the profile’s authentication method, and how the account was created on the "
            "server.")
            .arg(place(options), options.user),
        QString(), 0};
}

Error malformed(const ConnectOptions &options)
{
    return {
        Code::ProtocolError,
        SqlErrorTexts::tr(
            "What %1 sent makes no sense in a database login. Check host and port: another program may be "
            "listening there.")
            .arg(place(options)),
        QString(), 0};
}

Error lostInLogin(const ConnectOptions &options)
{
    return {
        Code::ServerUnreachable,
        SqlErrorTexts::tr(
            "The server %1 hung up while logging in. Check that it is running and not overloaded, then try "
            "again.")
            .arg(place(options)),
        QString(), 0};
}

Error realmMismatch(const FailedLogin &login, const ConnectOptions &options)
{
    const QString realm = login.request ? QString::fromStdString(login.request->realm) : QString();
    return {
        Code::RealmMismatch,
        SqlErrorTexts::tr(
            "The account “%1” on %2 belongs to the realm %3, but the ticket is of %4. Sign in as %1@%3, or "
            "choose the matching principal in the profile.")
            .arg(options.user, place(options), realm, login.principal),
        QString(), 0};
}

Error notProven(const ConnectOptions &options)
{
    return {
        Code::ServerNotProven,
        SqlErrorTexts::tr(
            "The server %1 could not prove that it holds the key of its service, so it may be another one "
            "in its place. Do not connect until the administrator has looked at it.")
            .arg(place(options)),
        QString(), 0};
}

Error ownFailure(const gss::Failure &failure, const FailedLogin &login, const ConnectOptions &options)
{
    using Kind = gss::Failure::Kind;
    switch (failure.kind) {
    case Kind::SpnRefused: {
        const QString offered = login.request ? QString::fromStdString(login.request->spn) : QString();
        return {Code::SpnRefused, spnRefused(options, offered), QString(), 0};
    }
    case Kind::PluginRefused:
        return refusedPlugin(options);
    case Kind::TlsMissing:
        return tlsMissing(place(options));
    case Kind::RealmMismatch:
        return realmMismatch(login, options);
    case Kind::NoCredential:
    case Kind::Ticket:
        return login.ticketFailure ? *login.ticketFailure : ticketFailure(failure, login);
    case Kind::ServerNotProven:
        return notProven(options);
    case Kind::Transport:
        return lostInLogin(options);
    case Kind::Malformed:
    case Kind::Stopped:
    case Kind::ProbeEnded:
        break;
    }
    return malformed(options);
}

Error denied(const FailedLogin &login, const ConnectOptions &options)
{
    if (!options.usesTickets())
        return {
            Code::ServerDenied,
            SqlErrorTexts::tr(
                "The server %1 does not let “%2” in: the password is wrong, or there is no such account for "
                "this computer. Type the password again, or ask the administrator.")
                .arg(place(options), options.user),
            QString(), 0};
    return {
        Code::ServerDenied,
        SqlErrorTexts::tr(
            "The server %1 does not let the account “%2” in with the ticket of %3. The usual causes: the "
            "account’s name or realm is spelled differently, upper and lower case included; the account is "
            "missing on the server; or the server’s clock or keytab is out of date. Compare the names, then "
            "ask the administrator to check the account and the keytab.")
            .arg(place(options), options.user, login.principal),
        QString(), 0};
}

Error deniedOtherwise(unsigned number, const ConnectOptions &options)
{
    switch (number) {
    case ER_HOST_NOT_PRIVILEGED:
        return {Code::ServerDenied,
                SqlErrorTexts::tr(
                    "The server %1 does not accept connections from this computer. Ask the administrator to "
                    "allow its address.")
                    .arg(place(options)),
                QString(), 0};
    case ER_BAD_DB_ERROR:
        return {
            Code::NotFound,
            SqlErrorTexts::tr(
                "The server %1 has no schema “%2”, or “%3” may not see it. Correct the profile’s schema or "
                "leave it empty.")
                .arg(place(options), options.schema, options.user),
            QString(), 0};
    case ER_DBACCESS_DENIED_ERROR:
        return {Code::ServerDenied,
                SqlErrorTexts::tr(
                    "“%3” may not use the schema “%2” on %1. Leave the profile’s schema empty, or ask the "
                    "administrator for the privilege.")
                    .arg(place(options), options.schema, options.user),
                QString(), 0};
    case ER_MUST_CHANGE_PASSWORD:
    case ER_MUST_CHANGE_PASSWORD_LOGIN:
        return {
            Code::ServerDenied,
            SqlErrorTexts::tr("The password of “%2” on %1 has expired. Ask the administrator for a new one.")
                .arg(place(options), options.user),
            QString(), 0};
    default:
        return {Code::ServerDenied,
                SqlErrorTexts::tr("The server %1 does not let “%2” in. The details hold its reason.")
                    .arg(place(options), options.user),
                QString(), 0};
    }
}

Error busyServer(unsigned number, const ConnectOptions &options)
{
    if (number == ER_HOST_IS_BLOCKED)
        return {Code::ServerUnreachable,
                SqlErrorTexts::tr(
                    "The server %1 has blocked this computer after many broken connections. Ask the "
                    "administrator to run FLUSH HOSTS.")
                    .arg(place(options)),
                QString(), 0};
    return {
        Code::ServerUnreachable,
        SqlErrorTexts::tr(
            "The server %1 has no connection left. Close sessions that are not needed, or try again later.")
            .arg(place(options)),
        QString(), 0};
}

Error unreachable(const ConnectOptions &options)
{
    return {
        Code::ServerUnreachable,
        SqlErrorTexts::tr(
            "No database server answers at %1. Check host and port, that the server is running, and that no "
            "firewall or missing VPN is in the way.")
            .arg(place(options)),
        QString(), 0};
}

Error untrusted(const ConnectOptions &options)
{
    return {Code::TlsUntrusted,
            SqlErrorTexts::tr("No trustworthy encrypted connection to %1 could be made. Nothing was sent.")
                .arg(place(options)),
            QString(), 0};
}

Error byNumber(const FailedLogin &login, const ConnectOptions &options)
{
    switch (login.native.number) {
    case ER_ACCESS_DENIED_ERROR:
    case ER_ACCESS_DENIED_NO_PASSWORD_ERROR:
        return denied(login, options);
    case ER_CON_COUNT_ERROR:
    case ER_TOO_MANY_USER_CONNECTIONS:
    case ER_USER_LIMIT_REACHED:
    case ER_HOST_IS_BLOCKED:
        return busyServer(login.native.number, options);
    case CR_CONNECTION_ERROR:
    case CR_CONN_HOST_ERROR:
        return unreachable(options);
    case CR_UNKNOWN_HOST:
        return hostUnknown(options.host, QString(), 0);
    case CR_SERVER_GONE_ERROR:
    case CR_SERVER_LOST:
    case CR_SERVER_LOST_EXTENDED:
        return lostInLogin(options);
    case CR_SSL_CONNECTION_ERROR:
        return login.offersTls ? untrusted(options) : tlsMissing(place(options));
    case CR_AUTH_PLUGIN_CANNOT_LOAD:
    case CR_PLUGIN_NOT_ALLOWED:
        return refusedPlugin(options);
    default:
        break;
    }
    const bool fromClient = login.native.number == 0
                            || (login.native.number >= CR_MIN_ERROR && login.native.number <= CR_MAX_ERROR);
    return fromClient ? malformed(options) : deniedOtherwise(login.native.number, options);
}

} // namespace

Error loginError(const FailedLogin &login, const ConnectOptions &options)
{
    Error error = login.failure ? ownFailure(*login.failure, login, options) : byNumber(login, options);
    QStringList words;
    if (login.failure && !login.failure->text.empty())
        words << QString::fromStdString(login.failure->text);
    if (const QString native = nativeDetail(login.native); !native.isEmpty())
        words << native;
    words.removeDuplicates();
    error.detail = words.join(QLatin1Char('\n'));
    if (error.native == 0)
        error.native = static_cast<int>(login.native.number);
    return error;
}

Error statementError(const NativeError &native)
{
    const int number = static_cast<int>(native.number);
    switch (native.number) {
    case CR_SERVER_GONE_ERROR:
    case CR_SERVER_LOST:
    case CR_SERVER_LOST_EXTENDED:
    case CR_SSL_CONNECTION_ERROR: // the end of an encrypted connection
    case ER_SERVER_SHUTDOWN:
    case ER_CONNECTION_KILLED:
    case clientInteractionTimeout:
        return {
            Code::SessionLost,
            SqlErrorTexts::tr(
                "The connection to the server is gone: it was stopped, restarted, or the network broke. What "
                "the last statement did is not known. Connect again, and check before repeating it."),
            nativeDetail(native), number};
    case ER_QUERY_INTERRUPTED:
        return {Code::StatementFailed,
                SqlErrorTexts::tr(
                    "Somebody else stopped the statement on the server (KILL QUERY or a time limit). Run it "
                    "again if that was not meant."),
                nativeDetail(native), number};
    default:
        return {Code::StatementFailed,
                SqlErrorTexts::tr("The server refuses the statement with error %1: %2")
                    .arg(number)
                    .arg(native.text),
                nativeDetail(native), number};
    }
}

Error tlsMissing(const QString &host)
{
    return {
        Code::TlsMissing,
        SqlErrorTexts::tr(
            "The server %1 offers no encryption (TLS), but the profile demands it, so nothing was sent. Ask "
            "the administrator to switch TLS on; only if the network in between is trusted, allow "
            "unencrypted connections in the profile.")
            .arg(host),
        QString(), 0};
}

Error tlsTooOld(const ConnectOptions &options)
{
    return {Code::TlsMissing,
            SqlErrorTexts::tr(
                "The server %1 offers no encryption as new as TLS %2, which the profile demands, so the "
                "session was not opened. Ask the administrator to switch it on, or accept an older version "
                "in the profile.")
                .arg(place(options), word(options.minimumTls)),
            QString(), 0};
}

Error clientCertificateUnusable(const QString &file)
{
    return {Code::TlsUntrusted,
            SqlErrorTexts::tr(
                "No encrypted connection could be made with the client certificate “%1”: the server does not "
                "accept it, or its key does not belong to it or has a passphrase. Nothing was sent. Check "
                "both files in the profile.")
                .arg(file),
            QString(), 0};
}

Error hostUnknown(const QString &host, const QString &detail, int native)
{
    return {Code::HostUnknown,
            SqlErrorTexts::tr("The host “%1” is not known. Check the spelling, the network and the VPN.")
                .arg(host),
            detail, native};
}

Error serverSilent(const ConnectOptions &options)
{
    return {
        Code::ServerUnreachable,
        SqlErrorTexts::tr(
            "%1 has not answered in %n second(s). Check host and port, that the server is running, and that "
            "no firewall or missing VPN is in the way.",
            nullptr, static_cast<int>(options.timeouts.connect.count()))
            .arg(place(options)),
        QString(), 0};
}

} // namespace latchkey::sql
