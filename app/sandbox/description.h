// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <cstdint>

namespace latchkey::sandbox {

struct KdcDescription
{
    QString realm;
    QString host;
    std::uint16_t port = 0;
    qint64 pid = 0;
};

struct PrincipalDescription
{
    QString name; ///< with the realm
    QString password; ///< empty: signs in with a keytab
    QString note; ///< what is special about it, for people
};

struct KeytabDescription
{
    QString principal;
    QString file;
};

struct AccountDescription
{
    QString user;
    QString plugin; ///< authentication_kerberos, gssapi or mysql_native_password
    QString realm; ///< of the only principal that may use the account; empty for a password
    QString password; ///< of mysql_native_password only
};

struct ServerDescription
{
    QString name; ///< "writer" or "reader"
    QString host;
    std::uint16_t port = 0;
    QString spn;
    qint64 pid = 0;
    QList<AccountDescription> accounts;
};

/// What a running sandbox offers, as sandbox.json says it.
struct Description
{
    QString krb5Config;
    QString cacheName; ///< the default credential cache: what KRB5CCNAME is set to
    QString caFile;
    QString configDir;
    QString runtimeDir;
    QString usersRealm;
    QString servicesRealm;
    QList<KdcDescription> kdcs;
    QList<PrincipalDescription> principals;
    QList<KeytabDescription> keytabs;
    QList<ServerDescription> servers;
    AccountDescription admin; ///< may do everything on every server; for tests that change settings

    QJsonObject toJson() const;
    static Description fromJson(const QJsonObject &json);
};

/// What a person needs to try things out, passwords included.
QString overview(const Description &description, const QString &file);

/// The variables that make programs use the sandbox, `file` being sandbox.json.
QList<std::pair<QByteArray, QByteArray>> clientEnvironment(const Description &description,
                                                           const QString &file);

} // namespace latchkey::sandbox
