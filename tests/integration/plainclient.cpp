// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/plainclient.h"

#include <QProcess>

#include <mysql.h>

namespace latchkey::test {

struct PlainClient::Handle
{
    MYSQL *mysql = mysql_init(nullptr);
    Handle() = default;
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    ~Handle() { mysql_close(mysql); }

    template <typename T>
    void set(mysql_option option, const T &value)
    {
        mysql_optionsv(mysql, option, &value);
    }
    void set(mysql_option option, const char *value) { mysql_optionsv(mysql, option, value); }
};

PlainClient::PlainClient() = default;

LoginResult PlainClient::login(gss::Exchange &exchange)
{
    m_handle = std::make_shared<Handle>();
    const gss::PluginChoice choice = gss::pluginChoice(exchange.method, exchange.requireTls);
    m_handle->set(MYSQL_DEFAULT_AUTH, choice.defaultAuth);
    m_handle->set(MARIADB_OPT_RESTRICTED_AUTH, choice.restrictedAuth);
    const gss::ActiveExchange active(exchange);
    return connect();
}

LoginResult PlainClient::loginUnrestricted()
{
    m_handle = std::make_shared<Handle>();
    return connect();
}

LoginResult PlainClient::connect()
{
    m_handle->set(MYSQL_OPT_CONNECT_TIMEOUT, timeoutSeconds);
    m_handle->set(MYSQL_OPT_LOCAL_INFILE, static_cast<unsigned>(localFiles));
    if (!caFile.isEmpty()) {
        m_handle->set(MYSQL_OPT_SSL_CA, caFile.toUtf8().constData());
        m_handle->set(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, my_bool{1});
    }
    MYSQL *mysql = m_handle->mysql;
    const bool loggedIn = mysql_real_connect(mysql, "127.0.0.1", user.toUtf8().constData(),
                                             password.toUtf8().constData(), nullptr, port, nullptr, 0)
                          != nullptr;
    return {loggedIn, mysql_errno(mysql), QString::fromUtf8(mysql_sqlstate(mysql)),
            QString::fromUtf8(mysql_error(mysql))};
}

QString PlainClient::query(const QString &sql)
{
    MYSQL *mysql = m_handle->mysql;
    if (mysql_query(mysql, sql.toUtf8().constData()) != 0)
        return QString::fromUtf8(mysql_error(mysql));
    mysql_free_result(mysql_store_result(mysql));
    return {};
}

QString kinit(const QString &principal, const QString &password, const QString &cacheName,
              const QStringList &options)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("kinit"), QStringList(options)
                                               << QStringLiteral("-c") << cacheName << principal);
    process.write(password.toUtf8() + '\n');
    process.closeWriteChannel();
    if (!process.waitForFinished(30000))
        return QStringLiteral("kinit did not end: ") + process.errorString();
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAll());
}

ProgramResult runProgram(const QString &program, const QStringList &arguments,
                         const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(30000))
        return {-1, {}, process.errorString()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace latchkey::test
