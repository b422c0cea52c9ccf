// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/formats/remarks.h"

#include <QMap>

#include <array>
#include <optional>
#include <string_view>

namespace latchkey::formats {

/// The options of the programs mysql and mariadb that say how to connect, as option files, command lines and URIs
/// share them. Names are those of the programs, "-" and "_" are the same.
class ClientOptions
{
public:
    struct Option
    {
        std::optional<QString> value; ///< nothing: the option stands alone
        QString place;
    };

    /// A later one goes before an earlier one of the same name. A password is remarked on and not taken.
    void set(const QString &name, const std::optional<QString> &value, const QString &place,
             Remarks &remarks);
    bool isEmpty() const { return m_options.isEmpty(); }
    /// Fills the profile: its fields, and `foreign` under "mysql" with the rest.
    void applyTo(Profile &profile, Remarks &remarks) const;
    /// Which of fieldsOfOptions there is no option for.
    Unsaid unsaid() const;

private:
    const Option *find(const char *name) const;
    QString text(const char *name) const;
    void applyPlace(Profile &profile, Remarks &remarks) const;
    void applyAuthentication(Profile &profile, Remarks &remarks) const;
    void applyTls(Profile &profile, Remarks &remarks) const;
    void applyTlsVersion(Profile &profile, Remarks &remarks) const;
    void applySession(Profile &profile, Remarks &remarks) const;
    void keepForeign(Profile &profile, Remarks &remarks) const;

    QMap<QString, Option> m_options; ///< by name
    QList<QString> m_statements; ///< of init-command and init-command-add
};

/// Whether a field of a profile holds the option; all others are foreign.
bool isFieldOption(const QString &name);
/// Whether the option, or one that it is short for, makes a program load or run something, execute statements, or reach
/// files: never to be written for somebody who has only imported it.
bool isRiskyOption(const QString &name);
/// Keys of profilefields.h that these options hold.
inline constexpr std::array<std::string_view, 12> fieldsOfOptions{
    "port",   "account",           "schema",    "authentication", "tls",          "minimumTls",
    "caFile", "clientCertificate", "clientKey", "connectTimeout", "characterSet", "statements",
};

} // namespace latchkey::formats
