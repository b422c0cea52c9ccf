// SPDX-License-Identifier: GPL-2.0-or-later
// What somebody sees who listens on the wire: a packet capture of logins, at the servers and at the KDCs.
#include "core/connect/connector.h"
#include "tests/integration/kerberosplace.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 15'000; // ms

/// A capture of everything on loopback, for as long as it lives.
class Capture
{
public:
    explicit Capture(const QString &file) : m_file(file)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"dumpcap"_s, {u"-q"_s, u"-i"_s, u"lo"_s, u"-w"_s, file});
    }
    ~Capture()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Capture(const Capture &) = delete;
    Capture &operator=(const Capture &) = delete;

    /// False: whoever runs this may not listen, as output() says.
    bool isListening()
    {
        while (!m_output.contains("File:")) {
            if (!m_process.waitForReadyRead(patience))
                return false;
            m_output += m_process.readAll();
        }
        return true;
    }
    QByteArray output() const { return m_output; }
    bool holds(const QByteArray &bytes) const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes);
    }

private:
    const QString m_file;
    QProcess m_process;
    QByteArray m_output;
};

} // namespace

class CaptureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.problem())); }
    void cleanup() { QVERIFY(Worker::waitForAll(std::chrono::milliseconds(patience))); }

    void noPasswordIsOnTheWire()
    {
        if (QStandardPaths::findExecutable(u"dumpcap"_s).isEmpty())
            QSKIP("dumpcap (Debian: wireshark-common) is not installed");
        const KerberosPlace place(m_sandbox);
        Capture capture(place.path(u"capture"_s));
        if (!capture.isListening())
            QSKIP(capture.output().constData());
        const auto account = accountWith(u"mysql_native_password"_s);

        QVERIFY(place.signIn(u"alice"_s));
        for (const QString &plugin :
             {u"authentication_kerberos"_s, u"gssapi"_s, u"mysql_native_password"_s}) {
            QVERIFY(logsIn(plugin, TlsPolicy::VerifyIdentity, u"under-tls-"_s + plugin));
            QVERIFY(logsIn(plugin, TlsPolicy::Off, u"in-clear-"_s + plugin));
            // It shows what is said in clear, so all that went before has been written.
            QTRY_VERIFY_WITH_TIMEOUT(capture.holds("in-clear-" + plugin.toLatin1()), patience);
        }
        QVERIFY(capture.holds("authentication_kerberos_client"));
        QVERIFY(!capture.holds("under-tls-"));
        QVERIFY(!capture.holds(m_sandbox.password(u"alice"_s).toUtf8()));
        QVERIFY(!capture.holds(account.password.toUtf8()));
    }

private:
    sandbox::AccountDescription accountWith(const QString &plugin) const
    {
        const auto accounts = m_sandbox.server(u"writer"_s).accounts;
        const auto found = std::find_if(accounts.begin(), accounts.end(),
                                        [&](const auto &account) { return account.plugin == plugin; });
        return found != accounts.end() ? *found : sandbox::AccountDescription();
    }

    /// And says a word that a listener finds where there is no encryption.
    bool logsIn(const QString &plugin, TlsPolicy tls, const QString &word) const
    {
        const auto server = m_sandbox.server(u"writer"_s);
        const auto account = accountWith(plugin);
        const bool isPassword = !account.password.isEmpty();
        Connector::Request request;
        request.profile.host = server.host;
        request.profile.port = server.port;
        request.profile.account = account.user;
        request.profile.authentication = isPassword              ? Authentication::Password
                                         : plugin == u"gssapi"_s ? Authentication::Gssapi
                                                                 : Authentication::Kerberos;
        request.profile.tls = tls;
        request.profile.tlsFiles.authorities = m_sandbox.description().caFile;
        if (isPassword)
            request.password = std::make_shared<const Secret>(account.password.toStdString());
        const auto session = Connector(m_kerberos).open(std::move(request)).result();
        return session && (*session)->run(u"select '%1'"_s.arg(word), {}).result();
    }

    Sandbox m_sandbox;
    krb::KerberosService m_kerberos;
};

QTEST_GUILESS_MAIN(CaptureTest)
#include "capturetest.moc"
