// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/clientoptions.h"

#include "core/profile/formats/loosevalues.h"
#include "core/profile/profilewords.h"

#include <algorithm>
#include <array>
#include <string>

namespace latchkey::formats {

namespace {

constexpr qsizetype maxForeign = 64; ///< options of one profile without an equal here

QString notUnderstood(const QString &name)
{
    return ProfileWords::tr("The value of “%1” is not understood, so it has been left out.").arg(name);
}

/// "skip-ssl" and "disable-ssl" say "ssl=0", "enable-ssl" says "ssl=1"; "loose-" says nothing to us.
void unwrap(QString &name, std::optional<QString> &value)
{
    name.replace(QLatin1Char('_'), QLatin1Char('-'));
    if (name.startsWith(QLatin1String("loose-")))
        name = name.sliced(6);
    const qsizetype dash = name.indexOf(QLatin1Char('-'));
    const QString prefix = name.first(std::max<qsizetype>(dash, 0));
    const QString rest = name.sliced(dash + 1);
    if (value || (rest != QLatin1String("ssl") && rest != QLatin1String("ssl-verify-server-cert")))
        return;
    if (prefix == QLatin1String("skip") || prefix == QLatin1String("disable"))
        value = QStringLiteral("0");
    else if (prefix == QLatin1String("enable"))
        value = QStringLiteral("1");
    else
        return;
    name = rest;
}

bool isFalse(const ClientOptions::Option &option)
{
    return option.value && truthFrom(*option.value) == false;
}

} // namespace

bool isFieldOption(const QString &name)
{
    constexpr std::array known{"host",
                               "port",
                               "user",
                               "database",
                               "ssl",
                               "ssl-ca",
                               "ssl-cert",
                               "ssl-key",
                               "ssl-mode",
                               "ssl-verify-server-cert",
                               "tls-version",
                               "connect-timeout",
                               "default-character-set"};
    return std::any_of(known.begin(), known.end(),
                       [&name](auto word) { return name == QLatin1String(word); });
}

bool isRiskyOption(const QString &name)
{
    constexpr std::array risky{"plugin-dir", "defaults-file", "defaults-extra-file", "login-path",
                               "tee",        "pager",         "local-infile",        "load-data-local-dir",
                               "execute",    "init-command",  "init-command-add"};
    QString plain = name;
    for (const char *prefix : {"loose-", "enable-"}) {
        if (plain.startsWith(QLatin1String(prefix)))
            plain.remove(0, static_cast<qsizetype>(std::char_traits<char>::length(prefix)));
    }
    return std::any_of(risky.begin(), risky.end(), [&plain](auto word) {
        return QLatin1String(word).startsWith(
            plain, Qt::CaseInsensitive); // the programs know them by their beginning
    });
}

void ClientOptions::set(const QString &name, const std::optional<QString> &value, const QString &place,
                        Remarks &remarks)
{
    QString plain = name;
    std::optional<QString> said = value;
    unwrap(plain, said);
    if (isSecretName(plain)) {
        if (said && !said->isEmpty())
            remarks.add(place, ProfileWords::tr(
                                   "There is a password, which has not been taken. Latchkey asks for it when "
                                   "it connects."));
        return;
    }
    if (plain == QLatin1String("init-command"))
        m_statements.clear();
    if (plain.startsWith(QLatin1String("init-command"))) {
        if (said && !said->trimmed().isEmpty())
            m_statements.append(*said);
        return;
    }
    m_options.insert(plain, {said, place});
}

const ClientOptions::Option *ClientOptions::find(const char *name) const
{
    const auto found = m_options.find(QLatin1String(name));
    return found == m_options.end() ? nullptr : &*found;
}

QString ClientOptions::text(const char *name) const
{
    const Option *option = find(name);
    return option ? option->value.value_or(QString()) : QString();
}

void ClientOptions::applyTo(Profile &profile, Remarks &remarks) const
{
    applyPlace(profile, remarks);
    applyAuthentication(profile, remarks);
    applyTls(profile, remarks);
    applyTlsVersion(profile, remarks);
    applySession(profile, remarks);
    keepForeign(profile, remarks);
}

Unsaid ClientOptions::unsaid() const
{
    struct Field
    {
        std::string_view key;
        std::initializer_list<const char *> options;
    };
    Unsaid missing;
    for (const Field &field : std::initializer_list<Field>{
             {"port", {"port"}},
             {"account", {"user"}},
             {"schema", {"database"}},
             {"authentication", {"default-auth", "plugin-authentication-kerberos-client-mode"}},
             {"tls", {"ssl-mode", "ssl", "ssl-verify-server-cert"}},
             {"minimumTls", {"tls-version"}},
             {"caFile", {"ssl-ca"}},
             {"clientCertificate", {"ssl-cert"}},
             {"clientKey", {"ssl-key"}},
             {"connectTimeout", {"connect-timeout"}},
             {"characterSet", {"default-character-set"}}}) {
        const auto isThere = [this](const char *option) { return find(option) != nullptr; };
        if (std::none_of(field.options.begin(), field.options.end(), isThere))
            missing.append(field.key);
    }
    // What is not understood says nothing either.
    if (find("port") && !portFrom(text("port")))
        missing.append("port");
    if (find("connect-timeout") && !secondsFrom(text("connect-timeout")))
        missing.append("connectTimeout");
    if (m_statements.isEmpty())
        missing.append("statements");
    return missing;
}

void ClientOptions::applyPlace(Profile &profile, Remarks &remarks) const
{
    profile.host = text("host");
    profile.account = text("user");
    profile.schema = text("database");
    if (const Option *option = find("port")) {
        if (const auto port = portFrom(text("port")))
            profile.port = *port;
        else
            remarks.add(option->place, notUnderstood(QStringLiteral("port")));
    }
}

void ClientOptions::applyAuthentication(Profile &profile, Remarks &remarks) const
{
    const QString plugin = text("default-auth");
    if (plugin == QLatin1String("authentication_kerberos_client"))
        profile.authentication = Authentication::Kerberos;
    else if (plugin == QLatin1String("auth_gssapi_client"))
        profile.authentication = Authentication::Gssapi;
    else if (plugin.isEmpty() && find("plugin-authentication-kerberos-client-mode"))
        profile.authentication = Authentication::Automatic;
    else
        profile.authentication = Authentication::Password;
    const Option *mode = find("plugin-authentication-kerberos-client-mode");
    if (mode && mode->value.value_or(QString()).compare(QLatin1String("GSSAPI"), Qt::CaseInsensitive) != 0)
        remarks.add(
            mode->place,
            ProfileWords::tr("Tickets of the Windows logon (SSPI) are not there on this computer: Latchkey "
                             "uses those of the credential cache."));
}

void ClientOptions::applyTls(Profile &profile, Remarks &remarks) const
{
    profile.tlsFiles = {text("ssl-ca"), text("ssl-cert"), text("ssl-key")};
    const Option *mode = find("ssl-mode");
    const Option *ssl = find("ssl");
    const Option *verified = find("ssl-verify-server-cert");
    if (mode) {
        const QString word = mode->value.value_or(QString()).toUpper();
        if (word == QLatin1String("DISABLED"))
            profile.tls = TlsPolicy::Off;
        else if (word == QLatin1String("REQUIRED") || word == QLatin1String("PREFERRED"))
            profile.tls = TlsPolicy::Required;
        else if (word == QLatin1String("VERIFY_CA"))
            profile.tls = TlsPolicy::VerifyCa;
        else if (word != QLatin1String("VERIFY_IDENTITY"))
            remarks.add(mode->place, notUnderstood(QStringLiteral("ssl-mode")));
        if (word == QLatin1String("PREFERRED"))
            remarks.add(
                mode->place,
                ProfileWords::tr(
                    "“ssl-mode” says to go on without TLS where the server has none. Latchkey never does "
                    "that by itself: TLS is required."));
    } else if (ssl && isFalse(*ssl)) {
        profile.tls = TlsPolicy::Off;
    } else if (verified && isFalse(*verified)) {
        profile.tls = TlsPolicy::Required;
    }
}

void ClientOptions::applyTlsVersion(Profile &profile, Remarks &remarks) const
{
    const Option *option = find("tls-version");
    if (!option)
        return;
    QString versions = option->value.value_or(QString());
    if (versions.startsWith(QLatin1Char('[')) && versions.endsWith(QLatin1Char(']')))
        versions = versions.sliced(1, versions.size() - 2);
    bool is12 = false;
    bool is13 = false;
    bool isOlder = false;
    for (const QString &version : versions.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        is12 |= version.trimmed() == QLatin1String("TLSv1.2");
        is13 |= version.trimmed() == QLatin1String("TLSv1.3");
        isOlder |=
            version.trimmed() == QLatin1String("TLSv1.1") || version.trimmed() == QLatin1String("TLSv1");
    }
    if (isOlder)
        profile.minimumTls = TlsVersion::Any;
    else if (is12)
        profile.minimumTls = TlsVersion::Tls12;
    else if (is13)
        profile.minimumTls = TlsVersion::Tls13;
    else
        remarks.add(option->place, notUnderstood(QStringLiteral("tls-version")));
}

void ClientOptions::applySession(Profile &profile, Remarks &remarks) const
{
    profile.session.characterSet = text("default-character-set");
    profile.session.statements = m_statements;
    const Option *option = find("connect-timeout");
    if (!option)
        return;
    if (const auto time = secondsFrom(text("connect-timeout")))
        profile.timeouts.connect = *time;
    else
        remarks.add(option->place, notUnderstood(QStringLiteral("connect-timeout")));
}

void ClientOptions::keepForeign(Profile &profile, Remarks &remarks) const
{
    QJsonObject kept;
    for (auto option = m_options.begin(); option != m_options.end(); ++option) {
        const QString &name = option.key();
        const bool isOurPlugin =
            name == QLatin1String("default-auth") && profile.authentication != Authentication::Password;
        if (isFieldOption(name) || isOurPlugin || name.isEmpty())
            continue;
        if (kept.size() >= maxForeign) {
            remarks.add(option->place,
                        ProfileWords::tr("There are too many options; the others have been left out."));
            break;
        }
        kept.insert(name, option->value ? QJsonValue(*option->value) : QJsonValue(true));
        if (name != QLatin1String("plugin-authentication-kerberos-client-mode"))
            remarks.add(option->place,
                        ProfileWords::tr("The option “%1” has no equal in Latchkey. It has no effect, and "
                                         "is kept for exporting.")
                            .arg(name.first(std::min<qsizetype>(name.size(), 80))));
    }
    if (!kept.isEmpty())
        profile.foreign.insert(QLatin1String("mysql"), kept);
}

} // namespace latchkey::formats
