// SPDX-License-Identifier: GPL-2.0-or-later
#include "ui/signinway.h"

#include <QFileInfo>

#include <array>
#include <utility>

namespace latchkey {

namespace {

using Kind = SignInWay::Kind;

constexpr std::array names{
    std::pair{Kind::Password, "password"},
    std::pair{Kind::Keytab, "keytab"},
    std::pair{Kind::CertificateFile, "certificate"},
    std::pair{Kind::SmartCard, "smart-card"},
    std::pair{Kind::AsAsked, "as-asked"},
};

bool hasPrefix(const QString &identity)
{
    for (const char *prefix : {"FILE:", "PKCS12:", "PKCS11:", "DIR:", "ENV:"})
        if (identity.startsWith(QLatin1String(prefix)))
            return true;
    return false;
}

bool hasEnding(const QString &path, const char *ending)
{
    return path.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
}

QString identityOf(const QString &path, const QString &keyFile)
{
    if (hasPrefix(path))
        return path; // typed as libkrb5 spells it
    if (isPkcs12(path))
        return QStringLiteral("PKCS12:") + path;
    if (QFileInfo(path).isDir())
        return QStringLiteral("DIR:") + path;
    const QString both = keyFile.isEmpty() ? path : path + QLatin1Char(',') + keyFile;
    return QStringLiteral("FILE:") + both;
}

QString anchorsOf(const QString &path)
{
    if (path.isEmpty() || hasPrefix(path))
        return path;
    return (QFileInfo(path).isDir() ? QStringLiteral("DIR:") : QStringLiteral("FILE:")) + path;
}

} // namespace

bool isPkcs12(const QString &path)
{
    return hasEnding(path, ".p12") || hasEnding(path, ".pfx");
}

bool isComplete(const SignInWay &way)
{
    const bool needsFile = way.kind == Kind::Keytab || way.kind == Kind::CertificateFile;
    return !needsFile || !way.file.isEmpty();
}

krb::Certificate certificateOf(const SignInWay &way)
{
    if (way.kind == Kind::SmartCard)
        return {QStringLiteral("PKCS11:") + way.file, anchorsOf(way.anchors)};
    return {identityOf(way.file, way.keyFile), anchorsOf(way.anchors)};
}

QString nameOf(SignInWay::Kind kind)
{
    for (const auto &[candidate, name] : names)
        if (candidate == kind)
            return QLatin1String(name);
    return {};
}

SignInWay::Kind kindOf(const QString &name)
{
    for (const auto &[kind, candidate] : names)
        if (name == QLatin1String(candidate))
            return kind;
    return Kind::Password;
}

} // namespace latchkey
