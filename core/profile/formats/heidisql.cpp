// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/heidisql.h"

#include "core/profile/formats/gathering.h"
#include "core/profile/formats/heidisqlsettings.h"
#include "core/profile/formats/loosevalues.h"
#include "core/profile/formats/textinput.h"
#include "core/profile/profilewords.h"

#include <array>

namespace latchkey::formats {

namespace {

constexpr std::array<std::string_view, 12> fieldsOfHeidiSql{
    "port",      "account",       "schema",    "authentication", "tls",   "caFile", "clientCertificate",
    "clientKey", "answerTimeout", "keepAlive", "colour",         "notes",
};

/// TNetType of HeidiSQL's dbconnection.pas.
enum class Net {
    TcpIp = 0,
    NamedPipe = 1,
    SshTunnel = 2,
    ProxySqlAdmin = 11,
    Rds = 16,
};

bool isMySql(int net)
{
    return net == int(Net::TcpIp) || net == int(Net::NamedPipe) || net == int(Net::SshTunnel)
           || net == int(Net::ProxySqlAdmin) || net == int(Net::Rds);
}

/// A session into a profile.
class SessionConversion
{
public:
    SessionConversion(const HeidiSession &session, Gathering &found)
        : m_session(session), m_found(found), m_name(session.path.join(QLatin1Char('/')))
    { }

    void convert()
    {
        if (isFolder())
            return; // it is there by what is in it
        const int net = text("NetType").toInt();
        if (!isMySql(net))
            return m_found.skip(place());
        m_profile = blankProfile();
        m_profile.folder = m_session.path;
        m_profile.name = m_profile.folder.takeLast();
        m_profile.host = net == int(Net::NamedPipe) ? QString() : text("Host");
        if (net == int(Net::SshTunnel))
            remark("NetType", ProfileWords::tr("HeidiSQL connects through SSH, which Latchkey does not. "
                                               "Check that the host can be reached from here."));
        convertAccount();
        convertTls();
        convertTimes();
        convertLook();
        tellOfRest();
        m_found.add(std::move(m_profile), m_session.path.join(QLatin1Char('\\')), place());
    }

private:
    bool isFolder() const
    {
        const auto says = [this](const char *name) {
            return m_session.settings.contains(QLatin1String(name));
        };
        return truthFrom(text("Folder")).value_or(false)
               || !(says("Host") || says("User") || says("NetType"));
    }

    QString place() const { return atLine(m_session.line) + QLatin1String(", ") + atConnection(m_name); }
    QString text(const char *name) const { return m_session.settings.value(QLatin1String(name)); }

    void remark(const char *name, const QString &message)
    {
        m_found.remark(atConnection(m_name, QLatin1String(name)), message);
    }

    void notUnderstood(const char *name)
    {
        remark(name, ProfileWords::tr("The value is not understood, so it has been left out."));
    }

    void convertAccount()
    {
        m_profile.account = text("User");
        if (const QString port = text("Port"); !port.isEmpty()) {
            if (const auto number = portFrom(port))
                m_profile.port = *number;
            else
                notUnderstood("Port");
        }
        m_profile.authentication = truthFrom(text("WindowsAuth")).value_or(false) ? Authentication::Automatic
                                                                                  : Authentication::Password;
        const QStringList schemas = text("Databases").split(QLatin1Char(';'), Qt::SkipEmptyParts);
        if (!schemas.isEmpty())
            m_profile.schema = schemas.first().trimmed();
        if (schemas.size() > 1)
            remark("Databases", ProfileWords::tr("There are several databases; the first one has been "
                                                 "taken."));
    }

    void convertTls()
    {
        m_profile.tlsFiles = {text("SSL_CA"), text("SSL_Cert"), text("SSL_Key")};
        if (truthFrom(text("SSL_Active")) == false) {
            m_profile.tls = TlsPolicy::Off;
            return;
        }
        const QString verification = text("SSL_Verification");
        if (verification == QLatin1String("0"))
            m_profile.tls = TlsPolicy::Required;
        else if (verification == QLatin1String("1"))
            m_profile.tls = TlsPolicy::VerifyCa;
        else if (!verification.isEmpty() && verification != QLatin1String("2"))
            notUnderstood("SSL_Verification");
    }

    void convertTimes()
    {
        convertTime("QueryTimeout", m_profile.timeouts.answer);
        convertTime("KeepAlive", m_profile.timeouts.keepAlive);
    }

    void convertTime(const char *name, std::chrono::seconds &time)
    {
        const QString value = text(name);
        if (value.isEmpty())
            return;
        if (const auto seconds = secondsFrom(value))
            time = *seconds;
        else
            notUnderstood(name);
    }

    // Delphi's TColor: 0x00BBGGRR, with other bits set for colours of the system.
    void convertLook()
    {
        m_profile.notes = text("Comment");
        bool isNumber = false;
        const int colour = text("TreeBackground").toInt(&isNumber);
        if (isNumber && colour >= 0 && colour <= 0xFFFFFF)
            m_profile.colour = QStringLiteral("#%1%2%3")
                                   .arg(colour & 0xFF, 2, 16, QLatin1Char('0'))
                                   .arg(colour >> 8 & 0xFF, 2, 16, QLatin1Char('0'))
                                   .arg(colour >> 16 & 0xFF, 2, 16, QLatin1Char('0'));
    }

    void tellOfRest()
    {
        if (!text("StartupScriptFilename").isEmpty())
            remark("StartupScriptFilename",
                   ProfileWords::tr("HeidiSQL runs a file of statements at the beginning. Latchkey runs no "
                                    "files; put what is needed into the profile's statements."));
        if (!text("SSL_Cipher").isEmpty())
            remark("SSL_Cipher", ProfileWords::tr("The list of ciphers has not been taken: the system's "
                                                  "policy decides."));
        if (truthFrom(text("Compressed")).value_or(false))
            remark("Compressed", ProfileWords::tr("Latchkey does not compress."));
        if (truthFrom(text("CleartextPluginEnabled")).value_or(false))
            remark("CleartextPluginEnabled",
                   ProfileWords::tr("Latchkey never sends a password as clear text."));
        if (truthFrom(text("LocalTimeZone")).value_or(false))
            remark("LocalTimeZone",
                   ProfileWords::tr("HeidiSQL sets the session's time zone to the computer's. Enter one in "
                                    "the profile if it is needed."));
    }

    const HeidiSession &m_session;
    Gathering &m_found;
    QString m_name;
    Profile m_profile;
};

Result<Content> readHeidiSql(QByteArrayView text, const QString & /*file*/)
{
    const auto plain = normalised(text);
    if (!plain)
        return plain.error();
    Gathering found(QStringLiteral("heidisql"));
    for (const HeidiSession &session : heidiSessions(*plain, found.remarks()))
        SessionConversion(session, found).convert();
    return found.take();
}

bool recognisesHeidiSql(QByteArrayView text)
{
    const QByteArray beginning = normalisedBeginning(text);
    return beginning.left(beginning.indexOf('\n')).contains("<|||>");
}

} // namespace

const Codec heidiSql{"heidisql", "HeidiSQL", fieldsOfHeidiSql, recognisesHeidiSql, readHeidiSql, nullptr};

} // namespace latchkey::formats
