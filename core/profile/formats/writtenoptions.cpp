// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/writtenoptions.h"

#include "core/profile/formats/clientoptions.h"
#include "core/profile/formats/loosevalues.h"
#include "core/profile/profilewords.h"

#include <algorithm>

namespace latchkey::formats {

namespace {

/// Collects options for writing.
class Writing
{
public:
    void add(const char *name, const QString &value, bool isCommon = true)
    {
        if (!value.isEmpty())
            m_options.append({QLatin1String(name), value, isCommon});
    }
    void addSwitch(const char *name) { m_options.append({QLatin1String(name), std::nullopt, true}); }
    void addForeign(const Profile &profile, const QJsonObject &options, Remarks &remarks);
    bool has(const QString &name) const
    {
        return std::any_of(m_options.begin(), m_options.end(), [&name](const WrittenOption &option) {
            return option.name == name || option.name == QLatin1String("loose-") + name;
        });
    }
    QList<WrittenOption> take() { return std::move(m_options); }

private:
    QList<WrittenOption> m_options;
};

// What is foreign was once read, but may also come from a profile file that somebody else wrote.
void Writing::addForeign(const Profile &profile, const QJsonObject &options, Remarks &remarks)
{
    for (auto option = options.begin(); option != options.end(); ++option) {
        const QString name = option.key();
        const bool isName = !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar character) {
            return character.unicode() < 0x80
                   && (character.isLetterOrNumber() || character == QLatin1Char('-'));
        });
        if (!isName || has(name) || isFieldOption(name) || isSecretName(name))
            continue;
        if (isRiskyOption(name)) {
            remarks.add(atConnection(profile.path(), name),
                        ProfileWords::tr("The option “%1” can make the program run something or reach files, "
                                         "so it has not been written. Add it yourself if it is yours.")
                            .arg(name));
            continue;
        }
        if (option->isString())
            m_options.append({name, option->toString(), false});
        else if (option->toBool())
            m_options.append({name, std::nullopt, false});
    }
}

const char *modeOf(TlsPolicy policy)
{
    switch (policy) {
    case TlsPolicy::VerifyIdentity:
        return "VERIFY_IDENTITY";
    case TlsPolicy::VerifyCa:
        return "VERIFY_CA";
    case TlsPolicy::Required:
        return "REQUIRED";
    case TlsPolicy::Off:
        return "DISABLED";
    }
    Q_UNREACHABLE();
}

// The programs of MariaDB do not know ssl-mode.
void writeMariaDbTls(const Profile &profile, Writing &writing, Remarks &remarks)
{
    if (profile.tls == TlsPolicy::Off)
        return writing.addSwitch("skip-ssl");
    writing.addSwitch("ssl");
    if (profile.tls == TlsPolicy::Required)
        return writing.addSwitch("disable-ssl-verify-server-cert");
    writing.addSwitch("ssl-verify-server-cert");
    if (profile.tls == TlsPolicy::VerifyCa)
        remarks.add(atConnection(profile.path(), QStringLiteral("tls")),
                    ProfileWords::tr("MariaDB's programs check the server's name too or nothing; the "
                                     "stricter of the two has been written."));
}

void writeTls(const Profile &profile, OptionDialect dialect, Writing &writing, Remarks &remarks)
{
    const bool isMariaDb =
        dialect == OptionDialect::MariaDb
        || (dialect == OptionDialect::ByAuthentication && profile.authentication == Authentication::Gssapi);
    if (isMariaDb)
        writeMariaDbTls(profile, writing, remarks);
    else
        writing.add("ssl-mode", QLatin1String(modeOf(profile.tls)));
    writing.add("ssl-ca", profile.tlsFiles.authorities);
    writing.add("ssl-cert", profile.tlsFiles.certificate);
    writing.add("ssl-key", profile.tlsFiles.key);
    if (profile.minimumTls == TlsVersion::Tls12)
        writing.add("tls-version", QStringLiteral("TLSv1.2,TLSv1.3"));
    else if (profile.minimumTls == TlsVersion::Tls13)
        writing.add("tls-version", QStringLiteral("TLSv1.3"));
}

void writeAuthentication(const Profile &profile, Writing &writing, Remarks &remarks)
{
    const QJsonObject foreign = profile.foreign.value(QLatin1String("mysql")).toObject();
    const QString mode = QStringLiteral("plugin-authentication-kerberos-client-mode");
    if (profile.authentication == Authentication::Kerberos)
        writing.add("default-auth", QStringLiteral("authentication_kerberos_client"));
    else if (profile.authentication == Authentication::Gssapi)
        writing.add("default-auth", QStringLiteral("auth_gssapi_client"));
    else if (profile.authentication == Authentication::Automatic)
        writing.add("loose-plugin-authentication-kerberos-client-mode",
                    foreign.value(mode).toString(QStringLiteral("GSSAPI")), false);
    if (profile.authentication == Authentication::KeychainPassword)
        remarks.add(atConnection(profile.path(), QStringLiteral("authentication")),
                    ProfileWords::tr("That the password is kept in the keychain is not written; the other "
                                     "program asks for it."));
}

void writeSession(const Profile &profile, Writing &writing)
{
    if (profile.timeouts.connect != Timeouts{}.connect)
        writing.add("connect-timeout", QString::number(profile.timeouts.connect.count()), false);
    writing.add("default-character-set", profile.session.characterSet);
    const char *name = "init-command";
    for (const QString &statement : profile.session.statements) {
        writing.add(name, statement, false);
        name = "init-command-add";
    }
}

/// Without what would make it another way to authenticate.
QJsonObject foreignOf(const Profile &profile)
{
    QJsonObject options = profile.foreign.value(QLatin1String("mysql")).toObject();
    if (profile.usesTickets())
        options.remove(QLatin1String("default-auth"));
    else if (!options.contains(QLatin1String("default-auth")))
        options.remove(QLatin1String("plugin-authentication-kerberos-client-mode"));
    return options;
}

} // namespace

QList<WrittenOption> optionsOf(const Profile &profile, Remarks &remarks, OptionDialect dialect)
{
    Writing writing;
    writing.add("host", profile.host);
    writing.add("port", QString::number(profile.port));
    writing.add("user", profile.account);
    writing.add("database", profile.schema, false);
    writeAuthentication(profile, writing, remarks);
    writeTls(profile, dialect, writing, remarks);
    writeSession(profile, writing);
    writing.addForeign(profile, foreignOf(profile), remarks);
    return writing.take();
}

} // namespace latchkey::formats
