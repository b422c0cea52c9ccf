// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/webserver.h"

#include "app/sandbox/ports.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

namespace latchkey::test {

namespace {

constexpr int patience = 30'000; // ms
constexpr int portAttempts = 5; // another process may take a port first

bool write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray replaced(QByteArray text, const QList<std::pair<QByteArray, QByteArray>> &values)
{
    for (const auto &[name, value] : values)
        text.replace('%' + name + '%', value);
    return text;
}

constexpr const char *nginxConfig = R"(daemon off;
master_process off;
pid %folder%/pid;
error_log %folder%/log;
events { }
http {
 log_format requests escape=none '$status|$body_bytes_sent|$request_uri|$http_if_none_match|$http_authorization|$http_cookie';
 access_log %folder%/requests requests;
 client_body_temp_path %folder%/t1;
 proxy_temp_path %folder%/t2;
 fastcgi_temp_path %folder%/t3;
 uwsgi_temp_path %folder%/t4;
 scgi_temp_path %folder%/t5;
 server {
  listen 127.0.0.1:%port% ssl;
  ssl_certificate %certificate%;
  ssl_certificate_key %key%;
  root %folder%/files;
%lines%
 }
}
)";

// Debian's own modules; one process with some threads.
constexpr const char *apacheConfig = R"(ServerRoot %folder%
ServerName localhost
Listen 127.0.0.1:%port%
PidFile %folder%/pid
DefaultRuntimeDir %folder%
Mutex file:%folder%
ErrorLog %folder%/log
LogLevel info
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authn_core_module /usr/lib/apache2/modules/mod_authn_core.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule authz_user_module /usr/lib/apache2/modules/mod_authz_user.so
LoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so
LoadModule auth_gssapi_module /usr/lib/apache2/modules/mod_auth_gssapi.so
%user%
DocumentRoot %folder%/files
SSLEngine on
SSLCertificateFile %certificate%
SSLCertificateKeyFile %key%
<Location />
 AuthType GSSAPI
 AuthName team
 GssapiCredStore keytab:%keytab%
 Require valid-user
</Location>
)";

/// As root Apache insists on working as somebody else, who must be able to read its files.
QByteArray userLines()
{
    return geteuid() == 0 ? "User www-data\nGroup www-data" : QByteArray();
}

bool giveAway(const QString &folder)
{
    const passwd *user = geteuid() == 0 ? getpwnam("www-data") : nullptr;
    if (user == nullptr)
        return geteuid() != 0;
    QStringList all{folder};
    for (const QString &name : QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        all.append(folder + QLatin1Char('/') + name);
    return std::all_of(all.begin(), all.end(), [user](const QString &each) {
        return chown(QFile::encodeName(each).constData(), user->pw_uid, user->pw_gid) == 0;
    });
}

} // namespace

QString WebServer::missing()
{
    if (!sandbox::findProgram(QStringLiteral("nginx"), QString()))
        return QStringLiteral("nginx-light");
    if (!sandbox::findProgram(QStringLiteral("apache2"), QString()))
        return QStringLiteral("apache2-bin");
    const bool hasModule = QFile::exists(QStringLiteral("/usr/lib/apache2/modules/mod_auth_gssapi.so"));
    return hasModule ? QString() : QStringLiteral("libapache2-mod-auth-gssapi");
}

bool WebServer::startNginx(const WebCertificate &files, const QByteArray &lines)
{
    const auto program = sandbox::findProgram(QStringLiteral("nginx"), QStringLiteral("nginx-light"));
    if (!program || !QDir(m_folder.path()).mkpath(QStringLiteral("files")))
        return false;
    const QByteArray folder = QFile::encodeName(m_folder.path());
    m_command = {*program,
                 {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-c"), file(QStringLiteral("config")),
                  QStringLiteral("-e"), file(QStringLiteral("log"))},
                 {},
                 {},
                 file(QStringLiteral("output")),
                 {}};
    for (int attempt = 0; attempt < portAttempts; ++attempt) {
        m_port = sandbox::freePort();
        const QByteArray config =
            replaced(nginxConfig, {{"lines", lines},
                                   {"folder", folder},
                                   {"port", QByteArray::number(m_port)},
                                   {"certificate", QFile::encodeName(files.certificate)},
                                   {"key", QFile::encodeName(files.key)}});
        if (write(file(QStringLiteral("config")), config) && start())
            return true;
    }
    return false;
}

bool WebServer::startApache(const WebCertificate &files, const QString &keytab, const QString &realm)
{
    const auto program = sandbox::findProgram(QStringLiteral("apache2"), QStringLiteral("apache2-bin"));
    if (!program || !QDir(m_folder.path()).mkpath(QStringLiteral("files")))
        return false;
    const QString ownKeytab = file(QStringLiteral("keytab"));
    const QString krb5Config = file(QStringLiteral("krb5.conf"));
    if (!QFile::copy(keytab, ownKeytab)
        || !write(krb5Config,
                  "[libdefaults]\n default_realm = " + realm.toUtf8() + "\n dns_lookup_kdc = false\n"))
        return false;
    m_command = {*program,
                 {QStringLiteral("-X"), QStringLiteral("-f"), file(QStringLiteral("config"))},
                 {{"KRB5_CONFIG", QFile::encodeName(krb5Config)}, {"KRB5RCACHENAME", "none:"}},
                 {},
                 file(QStringLiteral("output")),
                 {}};
    for (int attempt = 0; attempt < portAttempts; ++attempt) {
        m_port = sandbox::freePort();
        const QByteArray config =
            replaced(apacheConfig, {{"folder", QFile::encodeName(m_folder.path())},
                                    {"port", QByteArray::number(m_port)},
                                    {"certificate", QFile::encodeName(files.certificate)},
                                    {"key", QFile::encodeName(files.key)},
                                    {"keytab", QFile::encodeName(ownKeytab)},
                                    {"user", userLines()}});
        if (write(file(QStringLiteral("config")), config) && giveAway(m_folder.path()) && start())
            return true;
    }
    return false;
}

bool WebServer::start()
{
    auto child = sandbox::Child::start(m_command);
    if (!child)
        return false;
    m_child = std::move(*child);
    const bool hasEnded =
        !QTest::qWaitFor([this] { return m_child->exitCode() || sandbox::isListening(m_port); }, patience);
    return !hasEnded && !m_child->exitCode();
}

void WebServer::stop()
{
    m_child.reset();
}

bool WebServer::startAgain()
{
    stop();
    return start();
}

QString WebServer::problem() const
{
    return sandbox::endOfLog(file(QStringLiteral("log"))) + sandbox::endOfLog(file(QStringLiteral("output")));
}

QString WebServer::url(const QString &path, const QString &host) const
{
    return QStringLiteral("https://%1:%2/%3").arg(host).arg(m_port).arg(path);
}

bool WebServer::put(const QString &name, const QByteArray &content)
{
    return write(file(QStringLiteral("files/") + name), content);
}

bool WebServer::putZeros(const QString &name, qint64 size)
{
    QFile zeros(file(QStringLiteral("files/") + name));
    return zeros.open(QIODevice::WriteOnly) && zeros.resize(size);
}

QList<QByteArray> WebServer::requests() const
{
    QFile log(file(QStringLiteral("requests")));
    if (!log.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = log.readAll().split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

} // namespace latchkey::test
