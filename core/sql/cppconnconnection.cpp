// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/sql/cppconnconnection.h"

#include "core/sql/resultstream.h"
#include "core/sql/sqlerror.h"

#include <mysql.h>

#include <cppconn/exception.h>
#include <cppconn/statement.h>
#include <mysql_connection.h>
#include <mysql_driver.h>

namespace latchkey::sql {

namespace {

constexpr const char *noPlugins = "/nonexistent"; // so that no server can have a plugin loaded by naming it
constexpr const char *systemAuthorities = "/etc/ssl/certs";

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
    if (options.minimumTls != TlsVersion::Any)
        map["OPT_TLS_VERSION"] =
            ::sql::SQLString(options.minimumTls == TlsVersion::Tls13 ? "TLSv1.3" : "TLSv1.2,TLSv1.3");
    if (!options.tlsFiles.certificate.isEmpty()) {
        map["sslCert"] = ::sql::SQLString(options.tlsFiles.certificate.toStdString());
        map["sslKey"] = ::sql::SQLString(options.tlsFiles.key.toStdString());
    }
    if (options.tls == TlsPolicy::Required)
        return;
    if (options.tls == TlsPolicy::VerifyIdentity)
        map["sslVerify"] = true;
    if (!options.tlsFiles.authorities.isEmpty())
        map["sslCA"] = ::sql::SQLString(options.tlsFiles.authorities.toStdString());
    else if (options.tls == TlsPolicy::VerifyCa)
        map["sslCAPath"] = ::sql::SQLString(systemAuthorities);
}

// Not a secret: the login replaces it as soon as the server has greeted. An empty one would have libmariadb look into
// MYSQL_PWD, and send that to a server which never comes to our plugin.
constexpr const char *noPassword = "-";

::sql::ConnectOptionsMap connectorOptions(const ConnectOptions &options, const gss::Exchange &exchange)
{
    ::sql::ConnectOptionsMap map;
    map["hostName"] = ::sql::SQLString(hostUri(options));
    map["userName"] = ::sql::SQLString(options.user.toStdString());
    map["password"] = ::sql::SQLString(noPassword);
    if (!options.schema.isEmpty())
        map["schema"] = ::sql::SQLString(options.schema.toStdString());
    map["OPT_CONNECT_TIMEOUT"] = static_cast<int>(options.timeouts.connect.count());
    map["OPT_LOCAL_INFILE"] = 0;
    map["OPT_CHARSET_NAME"] = ::sql::SQLString("utf8mb4");
    map["defaultAuth"] = ::sql::SQLString(gss::pluginChoice(exchange.method).defaultAuth);
    // MySQL's and MariaDB's newer password plugins are files.
    if (exchange.method != gss::Method::Password)
        map["pluginDir"] = ::sql::SQLString(noPlugins);
    setTls(map, options);
    return map;
}

NativeError caught(const ::sql::SQLException &exception)
{
    return {static_cast<unsigned>(exception.getErrorCode()), QString::fromStdString(exception.getSQLState()),
            QString::fromUtf8(exception.what())};
}

using ConnectorHandle = std::unique_ptr<::sql::Connection>;

class CppConnConnection final : public Connection
{
public:
    CppConnConnection(ConnectorHandle connector, st_mysql *handle, std::shared_ptr<CutOff> cutOff)
        : m_connector(std::move(connector)), m_handle(handle), m_cutOff(std::move(cutOff))
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

    Result<Answer> execute(const QString &sql) override
    {
        m_stream.reset();
        try {
            m_statement.reset(m_connector->createStatement());
            const bool hasRows = m_statement->execute(::sql::SQLString(sql.toStdString()));
            return hasRows ? beginRows() : withoutRows();
        } catch (const ::sql::SQLException &exception) {
            return statementError(caught(exception));
        }
    }

    Result<bool> fetch(RowBatch &batch) override { return m_stream ? m_stream->fetch(batch) : false; }
    int fetchArrived(RowBatch &batch, int most) override
    {
        return m_stream ? m_stream->fetchArrived(batch, most) : 0;
    }

    Result<std::optional<Answer>> nextAnswer() override
    {
        m_stream.reset();
        noteChanges();
        if (!mysql_more_results(m_handle))
            return std::optional<Answer>();
        if (mysql_next_result(m_handle) != 0)
            return statementError(nativeError(m_handle));
        auto next = mysql_field_count(m_handle) != 0 ? beginRows() : withoutRows();
        return next ? Result<std::optional<Answer>>(*std::move(next)) : next.error();
    }

    std::optional<Error> ping() override
    {
        m_stream.reset();
        return mysql_ping(m_handle) == 0 ? std::nullopt
                                         : std::optional(statementError(nativeError(m_handle)));
    }

    int warnings() const override { return static_cast<int>(mysql_warning_count(m_handle)); }

    ConnectionStatus status() const override
    {
        return {(m_handle->server_status & SERVER_STATUS_IN_TRANS) != 0,
                (m_handle->server_status & SERVER_STATUS_AUTOCOMMIT) != 0, QString::fromUtf8(m_handle->db),
                m_variables};
    }

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
    // Of the answer that has just been read; the library forgets it with the next. Names and values alternate.
    void noteChanges()
    {
        const char *data = nullptr;
        std::size_t size = 0;
        QString name;
        const auto text = [&] { return QString::fromUtf8(data, static_cast<qsizetype>(size)); };
        int none = mysql_session_track_get_first(m_handle, SESSION_TRACK_SYSTEM_VARIABLES, &data, &size);
        while (none == 0) {
            name = text();
            none = mysql_session_track_get_next(m_handle, SESSION_TRACK_SYSTEM_VARIABLES, &data, &size);
            if (none == 0)
                m_variables.insert(name, text());
            none =
                none || mysql_session_track_get_next(m_handle, SESSION_TRACK_SYSTEM_VARIABLES, &data, &size);
        }
    }

    ConnectorHandle m_connector;
    st_mysql *m_handle; // the connector's
    std::shared_ptr<CutOff> m_cutOff;
    std::unique_ptr<::sql::Statement> m_statement;
    std::optional<ResultStream> m_stream;
    QMap<QString, QString> m_variables;
};

} // namespace

std::optional<std::string> libraryProblem()
{
    return library().problem;
}

std::variant<std::unique_ptr<Connection>, NativeError>
connectWithConnector(const ConnectOptions &options, gss::Exchange &exchange, std::shared_ptr<CutOff> cutOff)
{
    const gss::ActiveExchange active(exchange);
    try {
        auto map = connectorOptions(options, exchange);
        ConnectorHandle connector(library().driver->connect(map));
        return std::make_unique<CppConnConnection>(std::move(connector), exchange.handle, std::move(cutOff));
    } catch (const ::sql::SQLException &exception) {
        return caught(exception);
    }
}

} // namespace latchkey::sql
