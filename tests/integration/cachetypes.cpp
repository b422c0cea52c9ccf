// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/cachetypes.h"

#include <QFile>

#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace latchkey::test {

namespace {

bool useOwnKeyring()
{
    return syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, nullptr) >= 0
           && qputenv("KRB5CCNAME", "KEYRING:session:latchkey");
}

} // namespace

QString CacheTypes::use(KerberosPlace &place, const QString &type)
{
    if (type == QStringLiteral("DIR"))
        return qputenv("KRB5CCNAME", "DIR:" + QFile::encodeName(place.ownFolder()) + "2") ? QString() : type;
    if (type == QStringLiteral("MEMORY"))
        qputenv("KRB5CCNAME", "MEMORY:default");
    if (type == QStringLiteral("KEYRING") && !useOwnKeyring())
        return QStringLiteral("this kernel or container has no session keyrings");
    if (type == QStringLiteral("KCM")) {
        m_double = std::make_unique<KcmDouble>();
        return place.useKcm(m_double->socket()) ? QString() : QStringLiteral("krb5.conf cannot be written");
    }
    return type == QStringLiteral("KCM of sssd") ? useSssd(place) : QString();
}

QString CacheTypes::useSssd(KerberosPlace &place)
{
    m_sssd = std::make_unique<SssdKcm>();
    return m_sssd->start() && place.useKcm(m_sssd->socket()) ? QString() : m_sssd->problem();
}

void CacheTypes::end()
{
    m_double.reset();
    m_sssd.reset();
}

} // namespace latchkey::test
