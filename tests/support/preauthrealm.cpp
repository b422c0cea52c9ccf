// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/preauthrealm.h"

#include "app/sandbox/signals.h"

#include <QDir>
#include <QFile>

#include <csignal>

namespace latchkey::test {

namespace {

const QString realmName = QStringLiteral("PREAUTH.TEST");

bool hasKdcPlugin(const char *file)
{
    const QDir libraries(QStringLiteral("/usr/lib"));
    for (const QString &folder : libraries.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (QFile::exists(
                libraries.filePath(folder + QStringLiteral("/krb5/plugins/preauth/") + QLatin1String(file))))
            return true;
    return false;
}

/// A test's own signals are as they were when it has been set up.
class KeepsSignals
{
public:
    KeepsSignals() { sigprocmask(SIG_SETMASK, nullptr, &m_before); }
    ~KeepsSignals() { sigprocmask(SIG_SETMASK, &m_before, nullptr); }
    KeepsSignals(const KeepsSignals &) = delete;
    KeepsSignals &operator=(const KeepsSignals &) = delete;

private:
    sigset_t m_before = {};
};

} // namespace

QString PreauthRealm::missing()
{
    if (!hasKdcPlugin("pkinit.so"))
        return QStringLiteral("krb5-pkinit");
    return hasKdcPlugin("otp.so") ? QString() : QStringLiteral("krb5-otp");
}

bool PreauthRealm::makeCertificates()
{
    const QString users = QStringLiteral("users");
    const QString kdcs = QStringLiteral("kdcs");
    const QString other = QStringLiteral("other");
    PkinitCertificates &made = *m_certificates;
    return made.makeAuthority(users) && made.makeAuthority(kdcs)
           && made.issueForKdc(QStringLiteral("kdc"), kdcs)
           && made.issueForUser(QStringLiteral("paula"), QStringLiteral("paula"), users)
           && made.makeAuthority(other)
           && made.issueForUser(QStringLiteral("stranger"), QStringLiteral("paula"), other)
           && made.pack(QStringLiteral("paula"), QLatin1String(passphrase))
           && made.lockKey(QStringLiteral("paula"), QLatin1String(passphrase));
}

bool PreauthRealm::start()
{
    auto folder = sandbox::Folder::create({});
    if (!folder) {
        m_problem = folder.error().message;
        return false;
    }
    m_folder.emplace(*std::move(folder));
    m_certificates.emplace(m_folder->path(), realmName);
    if (!makeCertificates()) {
        m_problem = QStringLiteral("openssl made no certificates");
        return false;
    }
    const QString socket = m_folder->file(QStringLiteral("radius"));
    m_radius = std::make_unique<RadiusResponder>(socket);
    sandbox::RealmPlan plan;
    plan.name = realmName;
    plan.users = {{QStringLiteral("wanda"), password}};
    plan.trustKey = "a-master-password";
    plan.settings =
        "  pkinit_identity = FILE:" + QFile::encodeName(m_certificates->certificate(QStringLiteral("kdc")))
        + ',' + QFile::encodeName(m_certificates->key(QStringLiteral("kdc"))) + '\n' + trust("users")
        + trust("kdcs"); // its own too: it sends the chain
    plan.sections = "[otp]\n DEFAULT = {\n  server = " + QFile::encodeName(socket) + "\n }\n";
    plan.script = "addprinc -randkey WELLKNOWN/ANONYMOUS\n"
                  "addprinc -nokey +requires_preauth paula\n"
                  "addprinc -nokey +requires_preauth oscar\n"
                  "setstr oscar otp [{}]\n";
    const auto place = m_folder->makeFolder(QStringLiteral("kdc"));
    const KeepsSignals before;
    sandbox::Signals signals;
    auto realm = sandbox::Realm::start(plan, place ? *place : QString(), signals);
    if (!realm) {
        m_problem = realm.error().message + realm.error().detail;
        return false;
    }
    m_realm.emplace(*std::move(realm));
    return true;
}

QByteArray PreauthRealm::trust(const char *authority) const
{
    return "  pkinit_anchors = FILE:"
           + QFile::encodeName(m_certificates->certificate(QLatin1String(authority))) + '\n';
}

bool PreauthRealm::use(const QString &folder, const QByteArray &settings) const
{
    const QByteArray config =
        "[libdefaults]\n default_realm = PREAUTH.TEST\n dns_lookup_kdc = false\n"
        " dns_canonicalize_hostname = false\n rdns = false\n[realms]\n PREAUTH.TEST = {\n"
        "  kdc = 127.0.0.1:"
        + QByteArray::number(m_realm->kdcPort()) + '\n' + settings + " }\n";
    const QString file = folder + QStringLiteral("/krb5.conf");
    QFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(config) != config.size())
        return false;
    const QByteArray place = QFile::encodeName(folder);
    return qputenv("KRB5_CONFIG", QFile::encodeName(file))
           && qputenv("KRB5CCNAME", "FILE:" + place + "/default")
           && qputenv("LATCHKEY_RUNTIME_DIR", place + "/runtime");
}

QString PreauthRealm::principal(const QString &user) const
{
    return user + QLatin1Char('@') + realmName;
}

QByteArray PreauthRealm::log() const
{
    QFile file(m_folder->file(QStringLiteral("kdc/log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace latchkey::test
