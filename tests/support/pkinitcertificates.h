// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <QStringList>

namespace latchkey::test {

/// Certificates for PKINIT (RFC 4556), made by the openssl program in a folder, a ".pem" and a ".key" each.
class PkinitCertificates
{
public:
    PkinitCertificates(QString folder, QString realm);

    /// An authority of this name; false if openssl failed.
    bool makeAuthority(const QString &name);
    bool issueForKdc(const QString &name, const QString &authority);
    bool issueForUser(const QString &name, const QString &user, const QString &authority);
    /// NAME.p12 of what is there as NAME.pem, with a passphrase.
    bool pack(const QString &name, const QString &passphrase);
    /// NAME-locked.key of what is there as NAME.key, with a passphrase.
    bool lockKey(const QString &name, const QString &passphrase);

    /// Writes the certificates into one file.
    bool join(const QStringList &names, const QString &target) const;

    QString certificate(const QString &name) const { return path(name, ".pem"); }
    QString key(const QString &name) const { return path(name, ".key"); }

private:
    QString path(const QString &name, const char *ending) const;
    bool issue(const QString &name, const QString &section, const QString &user, const QString &authority);

    QString m_folder;
    QString m_realm;
};

} // namespace latchkey::test
