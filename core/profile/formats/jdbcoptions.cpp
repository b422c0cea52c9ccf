// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/profile/formats/jdbcoptions.h"

#include "core/profile/formats/loosevalues.h"
#include "core/profile/profilewords.h"

#include <array>

namespace latchkey::formats {

namespace {

struct Equal
{
    const char *property; ///< in lower case
    const char *option;
};

/// Whose values mean the same.
constexpr std::array equals{
    Equal{"user", "user"},
    Equal{"tlsversions", "tls-version"},
    Equal{"enabledtlsprotocols", "tls-version"},
    Equal{"enabledsslprotocolsuites", "tls-version"},
    Equal{"serversslcert", "ssl-ca"},
};

struct Mode
{
    const char *word; ///< of sslMode, in lower case
    const char *mode;
};

constexpr std::array modes{
    Mode{"disabled", "DISABLED"},
    Mode{"disable", "DISABLED"},
    Mode{"preferred", "PREFERRED"},
    Mode{"required", "REQUIRED"},
    Mode{"trust", "REQUIRED"},
    Mode{"verify_ca", "VERIFY_CA"},
    Mode{"verify-ca", "VERIFY_CA"},
    Mode{"verify_identity", "VERIFY_IDENTITY"},
    Mode{"verify-full", "VERIFY_IDENTITY"},
};

std::optional<QString> modeFrom(const QString &value)
{
    for (const Mode &mode : modes) {
        if (value.toLower() == QLatin1String(mode.word))
            return QLatin1String(mode.mode);
    }
    return std::nullopt;
}

/// The option that the property is, if there is one.
std::optional<std::pair<QString, QString>> optionFor(const QString &key, const QString &value)
{
    for (const Equal &equal : equals) {
        if (key == QLatin1String(equal.property))
            return std::pair(QString(QLatin1String(equal.option)), value);
    }
    const auto truth = truthFrom(value);
    if (key == QLatin1String("sslmode")) {
        if (const auto mode = modeFrom(value))
            return std::pair(QStringLiteral("ssl-mode"), *mode);
    } else if (key == QLatin1String("usessl") && truth) {
        return std::pair(QStringLiteral("ssl"), *truth ? QStringLiteral("1") : QStringLiteral("0"));
    } else if (key == QLatin1String("verifyservercertificate") && truth) {
        return std::pair(QStringLiteral("ssl-verify-server-cert"),
                         *truth ? QStringLiteral("1") : QStringLiteral("0"));
    } else if (key == QLatin1String("connecttimeout")) {
        if (const auto time = millisecondsFrom(value))
            return std::pair(QStringLiteral("connect-timeout"), QString::number(time->count()));
    } else if (key == QLatin1String("serviceprincipalname")) {
        return std::pair(QStringLiteral("default-auth"), QStringLiteral("auth_gssapi_client"));
    } else if (key.contains(QLatin1String("authenticationplugin"))
               && value.contains(QLatin1String("kerberos"), Qt::CaseInsensitive)) {
        return std::pair(QStringLiteral("default-auth"), QStringLiteral("authentication_kerberos_client"));
    }
    return std::nullopt;
}

} // namespace

void setJdbcProperty(ClientOptions &options, const QString &name, const QString &value, const QString &place,
                     Remarks &remarks)
{
    const QString key = name.toLower();
    if (isSecretName(key))
        return options.set(QStringLiteral("password"), value, place, remarks);
    if (const auto option = optionFor(key, value))
        return options.set(option->first, option->second, place, remarks);
    remarks.add(place, ProfileWords::tr("The property “%1” has no equal in Latchkey, or its value is not "
                                        "understood. It has been left out.")
                           .arg(name.left(80)));
}

} // namespace latchkey::formats
