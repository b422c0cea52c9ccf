// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/signin.h"

namespace latchkey {

/// With what somebody signs in, as far as it may be remembered.
struct SignInWay
{
    enum class Kind { Password, Keytab, CertificateFile, SmartCard, AsAsked };
    Kind kind = Kind::Password;
    QString file{}; ///< the keytab, the certificate, or the smart card's module (empty: libkrb5's own)
    QString keyFile{}; ///< of a certificate; empty: in the same file
    QString anchors{}; ///< the authority that has issued the KDC's certificate; empty: krb5.conf says it

    friend bool operator==(const SignInWay &, const SignInWay &) = default;
};

/// Nothing is missing. Pure.
bool isComplete(const SignInWay &way);

/// A file that holds certificate and key together. Pure.
bool isPkcs12(const QString &path);

/// As libkrb5 spells it. Pure, but for a look whether the certificate's path is a folder.
krb::Certificate certificateOf(const SignInWay &way);

/// The name in files.
QString nameOf(SignInWay::Kind kind);
SignInWay::Kind kindOf(const QString &name); ///< Password if there is none of this name

} // namespace latchkey
