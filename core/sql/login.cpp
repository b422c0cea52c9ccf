// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/cppconnconnection.h"
#include "core/sql/databasepassword.h"
#include "core/sql/serverdefaults.h"
#include "core/sql/sessionsetup.h"
#include "core/sql/tlsreason.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <mysql.h>

#include <errmsg.h>
#include <netdb.h>
#include <sys/socket.h>

namespace latchkey::sql {

namespace {

struct LoginTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::sql::Connection)
};

constexpr unsigned long clientSsl = 1UL << 11; // capability flag CLIENT_SSL

gss::Method methodOf(Authentication authentication)
{
    switch (authentication) {
    case Authentication::Gssapi:
        return gss::Method::Gssapi;
    case Authentication::Automatic:
        return gss::Method::Ticket;
    case Authentication::Password:
    case Authentication::KeychainPassword:
        return gss::Method::Password;
    case Authentication::Kerberos:
        break;
    }
    return gss::Method::Kerberos;
}

QString fromLibrary(const char *text)
{
    return text ? QString::fromUtf8(text) : QString();
}

bool isUnreadable(const QString &file)
{
    const QFileInfo info(file);
    return !file.isEmpty() && !(info.isFile() && info.isReadable());
}

/// What TLS needs of the user's files, and cannot have: libmariadb would say it in English.
std::optional<Error> unreadableFile(const ConnectOptions &options)
{
    const TlsFiles &files = options.tlsFiles;
    const bool verifies = options.tls == TlsPolicy::VerifyIdentity || options.tls == TlsPolicy::VerifyCa;
    const auto error = [](const QString &message) {
        return Error{Error::Code::FileInaccessible, message, QString(), 0};
    };
    if (verifies && !files.authorities.isEmpty() && !QFileInfo(files.authorities).isReadable())
        return error(
            LoginTexts::tr(
                "The CA file “%1” cannot be read, so the server could not be verified. Choose another "
                "file in the profile, or correct its permissions.")
                .arg(files.authorities));
    if (options.tls == TlsPolicy::Off)
        return std::nullopt;
    if (isUnreadable(files.certificate))
        return error(
            LoginTexts::tr("The client certificate “%1” cannot be read, so the server was not spoken to. "
                           "Choose another file in the profile, or correct its permissions.")
                .arg(files.certificate));
    if (isUnreadable(files.key))
        return error(
            LoginTexts::tr(
                "The key “%1” of the client certificate cannot be read, so the server was not spoken to. "
                "Choose another file in the profile, or correct its permissions.")
                .arg(files.key));
    return std::nullopt;
}

/// One login, from the name of the host to the open connection.
class Login
{
public:
    Login(const ConnectOptions &options, LoginObserver &observer, const std::shared_ptr<CutOff> &cutOff)
        : m_options(options), m_observer(observer), m_cutOff(cutOff)
    {
        m_exchange.method = methodOf(options.authentication);
        m_exchange.spnPolicy.pinned = options.pinnedSpn.toStdString();
        m_exchange.requireTls = options.tls != TlsPolicy::Off;
        m_exchange.cacheName = options.cacheName.toStdString();
        m_exchange.clientPrincipal = options.principal.toStdString();
        m_exchange.prepare = [this](const gss::ServerRequest &request, gss::Exchange &exchange) {
            return prepare(request, exchange);
        };
        m_exchange.onStage = [this](gss::Stage stage) { reached(stage); };
    }

    Result<LoggedIn> run()
    {
        if (auto problem = unreadableFile(m_options))
            return *std::move(problem);
        m_observer.onStep(Step::LookUp);
        if (auto problem = lookUp())
            return *std::move(problem);
        m_observer.onStep(Step::Connect);
        if (auto problem = connect())
            return *std::move(problem);
        return finish();
    }

private:
    // libmariadb looks the name up again; that answer comes from the resolver's memory, and only an own look tells an
    // unknown host from one that does not answer.
    std::optional<Error> lookUp() const
    {
        addrinfo hints{};
        hints.ai_socktype = SOCK_STREAM;
        addrinfo *found = nullptr;
        const int code = ::getaddrinfo(m_options.host.toUtf8().constData(), nullptr, &hints, &found);
        if (code == 0) {
            ::freeaddrinfo(found);
            return std::nullopt;
        }
        return hostUnknown(m_options.host, QString::fromLocal8Bit(::gai_strerror(code)), code);
    }

    std::optional<Error> connect()
    {
        if (const auto problem = libraryProblem())
            return Error{Error::Code::Internal, QString(), QString::fromStdString(*problem), 0};
        auto connected = connectWithConnector(m_options, m_exchange, m_cutOff);
        if (auto *connection = std::get_if<std::unique_ptr<Connection>>(&connected)) {
            m_connection = std::move(*connection);
            return std::nullopt;
        }
        m_cutOff->detach(); // or the server waits on
        return explain(std::get<NativeError>(connected));
    }

    Error explain(const NativeError &native) const
    {
        if (m_unprepared)
            return *m_unprepared;
        FailedLogin login;
        login.native = native;
        login.request = m_exchange.request;
        login.failure = m_exchange.failure;
        login.ticketFailure = explainTicketFailure();
        login.principal = QString::fromStdString(m_exchange.clientPrincipal);
        login.offersTls = m_offersTls;
        Error error = loginError(login, m_options);
        const bool wasTls = native.number == CR_SSL_CONNECTION_ERROR && m_offersTls;
        if (!wasTls || m_observer.isAbandoned())
            return error;
        auto reason = findTlsReason(m_options, patience());
        if (!reason && !m_options.tlsFiles.certificate.isEmpty())
            reason = clientCertificateUnusable(m_options.tlsFiles.certificate);
        if (!reason)
            return error;
        reason->detail += QLatin1Char('\n') + error.detail;
        return *std::move(reason);
    }

    std::chrono::seconds patience() const
    {
        const auto limit = m_options.timeouts.connect;
        return limit.count() != 0 ? limit : Timeouts().connect;
    }

    std::optional<Error> explainTicketFailure() const
    {
        using Kind = gss::Failure::Kind;
        const auto &failure = m_exchange.failure;
        const bool isOfTicket =
            failure && (failure->kind == Kind::Ticket || failure->kind == Kind::NoCredential);
        return isOfTicket ? m_observer.explainTicketFailure(m_exchange) : std::nullopt;
    }

    std::optional<gss::Failure> prepare(const gss::ServerRequest &request, gss::Exchange &exchange)
    {
        m_unprepared = m_observer.prepare(request, exchange);
        if (m_unprepared)
            return gss::Failure{gss::Failure::Kind::Stopped, m_unprepared->message.toStdString(), 0, 0};
        m_observer.onStep(Step::Authenticate);
        return std::nullopt;
    }

    void reached(gss::Stage stage)
    {
        if (stage == gss::Stage::Connected)
            greeted();
        else if (stage == gss::Stage::Switched)
            m_observer.onStep(Step::Ticket);
    }

    // The library was given no password yet, so it has none to send to a server that never comes to our plugin (too old
    // to switch plugins, and unencrypted). It gets it here, where the server has offered the encryption that the policy
    // demands.
    void greeted()
    {
        st_mysql *handle = m_exchange.handle;
        m_cutOff->attach(mysql_get_socket(handle));
        m_offersTls = (handle->server_capabilities & clientSsl) != 0;
        mysql_optionsv(handle, MARIADB_OPT_RESTRICTED_AUTH,
                       gss::pluginChoice(m_exchange.method, m_exchange.requireTls).restrictedAuth);
        const bool mayTell = m_offersTls || m_options.tls == TlsPolicy::Off;
        const bool hasPassword = m_options.password != nullptr;
        tellPassword(handle, hasPassword && mayTell ? m_options.password->view() : std::string_view());
        keepServerDefaults(handle);
        if (m_options.tls != TlsPolicy::Off)
            m_observer.onStep(Step::Tls);
        if (m_exchange.method == gss::Method::Password)
            m_observer.onStep(Step::Authenticate);
    }

    Result<LoggedIn> finish()
    {
        st_mysql *handle = m_exchange.handle;
        if (!handle) // the server let us in without asking our plugin
            return explain({});
        forgetPassword(handle);
        sendAsItIs(handle);
        LoggedIn done{std::move(m_connection), describe(handle)};
        if (m_options.tls != TlsPolicy::Off && done.info.tlsCipher.isEmpty())
            return tlsMissing(m_options.host);
        if (isOlder(done.info.tlsVersion, m_options.minimumTls))
            return tlsTooOld(m_options);
        if (auto problem = setUpSession(*done.connection, m_options.session, m_options.readOnly,
                                        transactionVariable(handle, QStringLiteral("read_only"))))
            return *std::move(problem);
        return done;
    }

    ServerInfo describe(st_mysql *handle) const
    {
        ServerInfo info;
        info.version = fromLibrary(mysql_get_server_info(handle));
        info.connectionId = mysql_thread_id(handle);
        info.tlsCipher = fromLibrary(mysql_get_ssl_cipher(handle));
        if (!info.tlsCipher.isEmpty()) {
            const char *version = nullptr;
            if (mariadb_get_infov(handle, MARIADB_CONNECTION_TLS_VERSION, &version) == 0)
                info.tlsVersion = fromLibrary(version);
            info.tlsVerified = m_options.tls == TlsPolicy::VerifyIdentity;
        }
        info.user = m_options.user;
        if (m_exchange.request) {
            info.spn = QString::fromStdString(m_exchange.request->spn);
            info.realm = QString::fromStdString(m_exchange.request->realm);
            info.principal = QString::fromStdString(m_exchange.clientPrincipal);
            info.plugin = info.realm.isEmpty() ? QStringLiteral("auth_gssapi_client")
                                               : QStringLiteral("authentication_kerberos_client");
        }
        return info;
    }

    const ConnectOptions &m_options;
    LoginObserver &m_observer;
    const std::shared_ptr<CutOff> &m_cutOff;
    gss::Exchange m_exchange;
    std::unique_ptr<Connection> m_connection;
    std::optional<Error> m_unprepared;
    bool m_offersTls = true;
};

} // namespace

Result<LoggedIn> logIn(const ConnectOptions &options, LoginObserver &observer,
                       const std::shared_ptr<CutOff> &cutOff)
{
    return Login(options, observer, cutOff).run();
}

} // namespace latchkey::sql
