// SPDX-License-Identifier: GPL-2.0-or-later
// The only file that knows Connector/C++. It makes the connection and sends the statements; what it cannot tell (thread
// id, cipher, how a stream of rows ended) is asked of the libmariadb handle underneath.
#include "core/sql/connection.h"
#include "core/sql/resultstream.h"
#include "core/sql/sqlerror.h"
#include "core/sql/tlsreason.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <mysql.h>

#include <cppconn/exception.h>
#include <cppconn/statement.h>
#include <errmsg.h>
#include <mysql_connection.h>
#include <mysql_driver.h>
#include <netdb.h>
#include <sys/socket.h>

#include <cstdlib>
#include <cstring>

namespace latchkey::sql {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::sql::Connection)
};

constexpr const char *noPlugins = "/nonexistent"; // so that no server can have a plugin loaded by naming it
constexpr const char *systemAuthorities = "/etc/ssl/certs";
constexpr unsigned long clientSsl = 1UL << 11; // capability flag CLIENT_SSL

/// Connector/C++'s driver and our plugins in libmariadb, set up once for the process.
struct Library
{
    ::sql::Driver *driver = ::sql::mysql::get_driver_instance();
    std::optional<std::string> problem = gss::registerClientPlugins();
};

const Library &library()
{
    static const Library instance;
    return instance;
}

gss::Method methodOf(Authentication authentication)
{
    switch (authentication) {
    case Authentication::Gssapi:
        return gss::Method::Gssapi;
    case Authentication::Password:
        return gss::Method::Password;
    case Authentication::Kerberos:
        break;
    }
    return gss::Method::Kerberos;
}

// "tcp://": without it, libmariadb takes "localhost" for the Unix socket.
std::string hostUri(const ConnectOptions &options)
{
    const std::string host = options.host.toStdString();
    const bool isIpv6 = host.find(':') != std::string::npos;
    return "tcp://" + (isIpv6 ? "[" + host + "]" : host) + ":" + std::to_string(options.port);
}

// Only sslVerify makes libmariadb refuse a server without TLS; for the policies without a host check, the plugin looks
// whether the connection is encrypted before anything secret is said.
void setTls(::sql::ConnectOptionsMap &map, const ConnectOptions &options)
{
    if (options.tls == TlsPolicy::Off)
        return;
    map["sslEnforce"] = true;
    if (options.tls == TlsPolicy::Required)
        return;
    if (options.tls == TlsPolicy::VerifyIdentity)
        map["sslVerify"] = true;
    if (!options.caFile.isEmpty())
        map["sslCA"] = ::sql::SQLString(options.caFile.toStdString());
    else if (options.tls == TlsPolicy::VerifyCa)
        map["sslCAPath"] = ::sql::SQLString(systemAuthorities);
}

::sql::ConnectOptionsMap connectorOptions(const ConnectOptions &options)
{
    ::sql::ConnectOptionsMap map;
    map["hostName"] = ::sql::SQLString(hostUri(options));
    map["userName"] = ::sql::SQLString(options.user.toStdString());
    map["password"] = ::sql::SQLString(); // see Login::reached()
    if (!options.schema.isEmpty())
        map["schema"] = ::sql::SQLString(options.schema.toStdString());
    map["OPT_CONNECT_TIMEOUT"] = static_cast<int>(options.connectTimeout.count());
    map["OPT_LOCAL_INFILE"] = 0;
    map["OPT_CHARSET_NAME"] = ::sql::SQLString("utf8mb4");
    map["defaultAuth"] = ::sql::SQLString(gss::pluginChoice(methodOf(options.authentication)).defaultAuth);
    // MySQL's and MariaDB's newer password plugins are files.
    if (options.authentication != Authentication::Password)
        map["pluginDir"] = ::sql::SQLString(noPlugins);
    setTls(map, options);
    return map;
}

/// libmariadb frees user and password with free(), so they are replaced with malloc's strings.
void replaceOwned(char *&owned, std::string_view value)
{
    auto *copy = static_cast<char *>(std::malloc(value.size() + 1));
    if (!copy)
        return;
    std::memcpy(copy, value.data(), value.size());
    copy[value.size()] = '\0';
    if (owned)
        explicit_bzero(owned, std::strlen(owned));
    std::free(owned);
    owned = copy;
}

QString fromLibrary(const char *text)
{
    return text ? QString::fromUtf8(text) : QString();
}

using ConnectorHandle = std::unique_ptr<::sql::Connection>;

class CppConnConnection final : public Connection
{
public:
    CppConnConnection(ConnectorHandle connector, st_mysql *handle, ServerInfo info,
                      std::shared_ptr<CutOff> cutOff)
        : m_connector(std::move(connector)), m_handle(handle), m_info(std::move(info)),
          m_cutOff(std::move(cutOff))
    { }
    ~CppConnConnection() override
    {
        if (m_stream && !m_stream->isRead())
            m_cutOff->cut(); // freeing the stream would read it to its end
        m_stream.reset();
        m_statement.reset();
        m_connector.reset();
        m_cutOff->detach();
    }
    CppConnConnection(const CppConnConnection &) = delete;
    CppConnConnection &operator=(const CppConnConnection &) = delete;

    const ServerInfo &info() const override { return m_info; }

    Result<Answer> execute(const QString &sql) override
    {
        m_stream.reset();
        try {
            m_statement.reset(m_connector->createStatement());
            const bool hasRows = m_statement->execute(::sql::SQLString(sql.toStdString()));
            return hasRows ? beginRows() : withoutRows();
        } catch (const ::sql::SQLException &exception) {
            return statementError({static_cast<unsigned>(exception.getErrorCode()),
                                   QString::fromStdString(exception.getSQLState()),
                                   QString::fromUtf8(exception.what())});
        }
    }

    Result<bool> fetch(RowBatch &batch) override { return m_stream ? m_stream->fetch(batch) : false; }

    Result<int> skipResults() override
    {
        m_stream.reset();
        int skipped = 0;
        while (mysql_more_results(m_handle)) {
            if (mysql_next_result(m_handle) != 0)
                return statementError(nativeError(m_handle));
            if (mysql_field_count(m_handle) == 0)
                continue;
            ++skipped;
            auto next = ResultStream::begin(m_handle);
            if (!next)
                return next.error();
            m_stream = std::move(*next);
            if (auto problem = dropRows())
                return *std::move(problem);
        }
        return skipped;
    }

    int warnings() const override { return static_cast<int>(mysql_warning_count(m_handle)); }

private:
    Result<Answer> beginRows()
    {
        auto stream = ResultStream::begin(m_handle);
        if (!stream)
            return stream.error();
        m_stream = std::move(*stream);
        return Answer{m_stream->columns(), 0, 0};
    }
    Result<Answer> withoutRows() const { return Answer{{}, mysql_affected_rows(m_handle), warnings()}; }
    std::optional<Error> dropRows()
    {
        for (;;) {
            RowBatch dropped(static_cast<int>(m_stream->columns().size()));
            const auto more = m_stream->fetch(dropped);
            if (!more)
                return more.error();
            if (!*more)
                return std::nullopt;
        }
    }

    ConnectorHandle m_connector;
    st_mysql *m_handle; // the connector's
    ServerInfo m_info;
    std::shared_ptr<CutOff> m_cutOff;
    std::unique_ptr<::sql::Statement> m_statement;
    std::optional<ResultStream> m_stream;
};

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

    Result<std::unique_ptr<Connection>> run()
    {
        if (auto problem = unreadableCa())
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
    std::optional<Error> unreadableCa() const
    {
        const bool needed =
            m_options.tls == TlsPolicy::VerifyIdentity || m_options.tls == TlsPolicy::VerifyCa;
        if (!needed || m_options.caFile.isEmpty() || QFileInfo(m_options.caFile).isReadable())
            return std::nullopt;
        return Error{
            Error::Code::FileInaccessible,
            Texts::tr("The CA file “%1” cannot be read, so the server could not be verified. Choose another "
                      "file in the profile, or correct its permissions.")
                .arg(m_options.caFile),
            QString(), 0};
    }

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
        if (library().problem)
            return Error{Error::Code::Internal, QString(), QString::fromStdString(*library().problem), 0};
        const gss::ActiveExchange active(m_exchange);
        try {
            auto map = connectorOptions(m_options);
            m_connector.reset(library().driver->connect(map));
            return std::nullopt;
        } catch (const ::sql::SQLException &exception) {
            m_cutOff->detach(); // or the server waits on
            return explain({static_cast<unsigned>(exception.getErrorCode()),
                            QString::fromStdString(exception.getSQLState()),
                            QString::fromUtf8(exception.what())});
        }
    }

    Error explain(const NativeError &native) const
    {
        if (m_unprepared)
            return *m_unprepared;
        FailedLogin login;
        login.native = native;
        login.request = m_exchange.request;
        login.failure = m_exchange.failure;
        login.principal = QString::fromStdString(m_exchange.clientPrincipal);
        login.offersTls = m_offersTls;
        Error error = loginError(login, m_options);
        if (native.number == CR_SSL_CONNECTION_ERROR && m_offersTls && !m_observer.isAbandoned()) {
            if (auto reason = findTlsReason(m_options, m_options.connectTimeout)) {
                reason->detail += QLatin1Char('\n') + error.detail;
                return *std::move(reason);
            }
        }
        return error;
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

    // The library was given no password, so it has none to send to a server that never comes to our plugin (too old to
    // switch plugins, and unencrypted), and it does not take one from MYSQL_PWD. It gets it here, where the server has
    // offered the encryption that the policy demands.
    void greeted()
    {
        st_mysql *handle = m_exchange.handle;
        m_cutOff->attach(mysql_get_socket(handle));
        m_offersTls = (handle->server_capabilities & clientSsl) != 0;
        mysql_optionsv(handle, MARIADB_OPT_RESTRICTED_AUTH,
                       gss::pluginChoice(m_exchange.method).restrictedAuth);
        const bool mayTell = m_offersTls || m_options.tls == TlsPolicy::Off;
        const bool hasPassword = m_options.authentication == Authentication::Password && m_options.password;
        replaceOwned(handle->passwd,
                     hasPassword && mayTell ? m_options.password->view() : std::string_view());
        if (m_options.tls != TlsPolicy::Off)
            m_observer.onStep(Step::Tls);
        if (m_options.authentication == Authentication::Password)
            m_observer.onStep(Step::Authenticate);
    }

    Result<std::unique_ptr<Connection>> finish()
    {
        st_mysql *handle = m_exchange.handle;
        if (!handle) // the server let us in without asking our plugin
            return explain({});
        replaceOwned(handle->passwd, {});
        ServerInfo info = describe(handle);
        if (m_options.tls != TlsPolicy::Off && info.tlsCipher.isEmpty())
            return tlsMissing(m_options.host);
        std::unique_ptr<Connection> connection =
            std::make_unique<CppConnConnection>(std::move(m_connector), handle, std::move(info), m_cutOff);
        if (m_options.readOnly) {
            const auto answer = connection->execute(QStringLiteral("SET SESSION TRANSACTION READ ONLY"));
            if (!answer)
                return answer.error();
        }
        return connection;
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
            info.plugin = QString::fromLatin1(gss::pluginChoice(m_exchange.method).defaultAuth);
        }
        return info;
    }

    const ConnectOptions &m_options;
    LoginObserver &m_observer;
    const std::shared_ptr<CutOff> &m_cutOff;
    gss::Exchange m_exchange;
    ConnectorHandle m_connector;
    std::optional<Error> m_unprepared;
    bool m_offersTls = true;
};

} // namespace

Result<std::unique_ptr<Connection>> logIn(const ConnectOptions &options, LoginObserver &observer,
                                          const std::shared_ptr<CutOff> &cutOff)
{
    return Login(options, observer, cutOff).run();
}

} // namespace latchkey::sql
