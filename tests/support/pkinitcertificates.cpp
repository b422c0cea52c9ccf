// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/pkinitcertificates.h"

#include <QFile>
#include <QProcess>

namespace latchkey::test {

namespace {

constexpr int patience = 60'000; // ms

// The names are KRB5PrincipalNames (RFC 4556, 3.2.2), the key purposes those of 3.2.2 and 3.2.4.
constexpr const char *configuration = R"([req]
distinguished_name = name
prompt = no
[name]
CN = %1
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[kdc]
basicConstraints = CA:FALSE
keyUsage = digitalSignature,keyEncipherment,keyAgreement
extendedKeyUsage = 1.3.6.1.5.2.3.5
subjectAltName = otherName:1.3.6.1.5.2.2;SEQUENCE:kdc_name
[kdc_name]
realm = EXP:0,GeneralString:%2
name = EXP:1,SEQUENCE:kdc_principal
[kdc_principal]
type = EXP:0,INTEGER:2
string = EXP:1,SEQUENCE:kdc_strings
[kdc_strings]
first = GeneralString:krbtgt
second = GeneralString:%2
[user]
basicConstraints = CA:FALSE
keyUsage = digitalSignature,keyEncipherment,keyAgreement
extendedKeyUsage = 1.3.6.1.5.2.3.4
subjectAltName = otherName:1.3.6.1.5.2.2;SEQUENCE:user_name
[user_name]
realm = EXP:0,GeneralString:%2
name = EXP:1,SEQUENCE:user_principal
[user_principal]
type = EXP:0,INTEGER:1
string = EXP:1,SEQUENCE:user_strings
[user_strings]
only = GeneralString:%3
)";

bool openssl(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), arguments);
    const bool done = process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit
                      && process.exitCode() == 0;
    if (!done)
        qWarning("openssl: %s", process.readAll().constData());
    return done;
}

} // namespace

PkinitCertificates::PkinitCertificates(QString folder, QString realm)
    : m_folder(std::move(folder)), m_realm(std::move(realm))
{ }

QString PkinitCertificates::path(const QString &name, const char *ending) const
{
    return m_folder + QLatin1Char('/') + name + QLatin1String(ending);
}

bool PkinitCertificates::makeAuthority(const QString &name)
{
    return issue(name, QStringLiteral("authority"), name, {});
}

bool PkinitCertificates::issueForKdc(const QString &name, const QString &authority)
{
    return issue(name, QStringLiteral("kdc"), name, authority);
}

bool PkinitCertificates::issueForUser(const QString &name, const QString &user, const QString &authority)
{
    return issue(name, QStringLiteral("user"), user, authority);
}

bool PkinitCertificates::issue(const QString &name, const QString &section, const QString &user,
                               const QString &authority)
{
    QFile file(path(name, ".conf"));
    const QByteArray text = QString::fromLatin1(configuration).arg(name, m_realm, user).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
        return false;
    QStringList arguments{QStringLiteral("req"),
                          QStringLiteral("-x509"),
                          QStringLiteral("-newkey"),
                          QStringLiteral("rsa:2048"),
                          QStringLiteral("-nodes"),
                          QStringLiteral("-days"),
                          QStringLiteral("2"),
                          QStringLiteral("-config"),
                          file.fileName(),
                          QStringLiteral("-extensions"),
                          section,
                          QStringLiteral("-keyout"),
                          key(name),
                          QStringLiteral("-out"),
                          certificate(name)};
    if (!authority.isEmpty())
        arguments +=
            {QStringLiteral("-CA"), certificate(authority), QStringLiteral("-CAkey"), key(authority)};
    return openssl(arguments);
}

bool PkinitCertificates::join(const QStringList &names, const QString &target) const
{
    QByteArray all;
    for (const QString &name : names) {
        QFile file(certificate(name));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        all += file.readAll();
    }
    QFile joined(target);
    return joined.open(QIODevice::WriteOnly) && joined.write(all) == all.size() && joined.flush();
}

bool PkinitCertificates::pack(const QString &name, const QString &passphrase)
{
    return openssl({QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-in"),
                    certificate(name), QStringLiteral("-inkey"), key(name), QStringLiteral("-out"),
                    path(name, ".p12"), QStringLiteral("-passout"), QStringLiteral("pass:") + passphrase});
}

bool PkinitCertificates::lockKey(const QString &name, const QString &passphrase)
{
    return openssl({QStringLiteral("pkey"), QStringLiteral("-aes256"), QStringLiteral("-in"), key(name),
                    QStringLiteral("-out"), path(name, "-locked.key"), QStringLiteral("-passout"),
                    QStringLiteral("pass:") + passphrase});
}

} // namespace latchkey::test
