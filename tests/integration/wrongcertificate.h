// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace latchkey::test {

/// What is wrong with a certificate for 127.0.0.1.
enum class Wrong { OtherHost, Expired, SelfSigned, OfStranger };

struct CertificateFiles
{
    QString certificate;
    QString key;
    QString trusted; ///< the authority that the client trusts
};

/// Makes the files in `folder`; nothing if that failed.
std::optional<CertificateFiles> makeWrongCertificate(Wrong wrong, const QString &folder);

} // namespace latchkey::test
