// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/profile/profilestore.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <chrono>

namespace latchkey::test {

inline const QString rightToLeft = QStringLiteral("قاعدة البيانات");
inline const QString emoji = QStringLiteral("🐬 prod ✓");

inline Profile named(const QString &path)
{
    Profile profile;
    profile.folder = splitPath(path);
    profile.name = profile.folder.takeLast();
    profile.host = QStringLiteral("db1.example.com");
    return profile;
}

/// A profile in which no field has its default.
inline Profile fullProfile()
{
    Profile profile = named(QStringLiteral("Production / orders / writer"));
    profile.port = 3307;
    profile.account = QStringLiteral("alice");
    profile.schema = QStringLiteral("shop");
    profile.authentication = Authentication::Gssapi;
    profile.identity = {QStringLiteral("alice@CORP.EXAMPLE.COM"), QStringLiteral("/etc/alice.keytab"),
                        CachePolicy::Private};
    profile.pinnedSpn = QStringLiteral("mysql/db1.example.com@EXAMPLE.COM");
    profile.tls = TlsPolicy::VerifyCa;
    profile.tlsFiles.authorities = QStringLiteral("/etc/ssl/own.pem");
    profile.endpoint = Endpoint::Writer;
    profile.kerberosConfig = QStringLiteral("/etc/krb5-aws.conf");
    profile.minimumTls = TlsVersion::Tls13;
    profile.tlsFiles.certificate = QStringLiteral("/etc/ssl/alice.pem");
    profile.tlsFiles.key = QStringLiteral("/etc/ssl/alice.key");
    profile.timeouts = {std::chrono::seconds(5), std::chrono::seconds(60), std::chrono::seconds(30),
                        std::chrono::seconds(3600)};
    profile.session = {QStringLiteral("latin1"),
                       QStringLiteral("+01:00"),
                       {{QStringLiteral("sql_mode"), QStringLiteral("ANSI")}},
                       {QStringLiteral("SET @a = 1"), QStringLiteral("CALL begin()")}};
    profile.environment = Environment::Production;
    profile.guard = Guard::Off;
    profile.readOnly = true;
    profile.favourite = true;
    profile.tags = {QStringLiteral("eu"), QStringLiteral("🐬 tag")};
    profile.origin = QStringLiteral("workbench:647AEE55");
    profile.foreign = {{QStringLiteral("workbench"), QJsonObject{{QStringLiteral("kerberosMode"), 1}}}};
    profile.colour = QStringLiteral("#c0392b");
    profile.notes = QStringLiteral("first\nsecond \"quoted\" \\ \t");
    profile.unknown = {{QStringLiteral("futureSetting"),
                        QJsonObject{{QStringLiteral("depth"), QJsonArray{1, 2.5, QJsonValue::Null, true}}}}};
    return profile;
}

/// An edit's answer, once its store has adopted it.
template <typename T>
Result<T> settled(const QFuture<Result<T>> &edit)
{
    const Result<T> result = edit.result();
    QCoreApplication::sendPostedEvents();
    return result;
}

inline QByteArray contentOf(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

inline void writeFile(const QString &file, const QByteArray &content)
{
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(content), content.size());
}

inline QByteArray document(const QByteArray &profiles)
{
    return R"({"format": "latchkey-profiles", "version": 1, "profiles": [)" + profiles + "]}";
}

inline QStringList paths(const ProfileStore &store)
{
    QStringList all;
    for (const Profile &profile : store.profiles())
        all.append(profile.path());
    return all;
}

} // namespace latchkey::test
