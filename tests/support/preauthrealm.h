// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/sandbox/folder.h"
#include "app/sandbox/realm.h"
#include "tests/support/pkinitcertificates.h"
#include "tests/support/radiusresponder.h"

#include <memory>
#include <optional>

namespace latchkey::test {

/// A realm of a test's own, PREAUTH.TEST, whose KDC takes more than passwords: certificates (PKINIT), anonymous clients,
/// and one-time passwords (by RADIUS, under FAST). Start it from the main thread. Its users:
///   paula, who has a certificate and no password; oscar, who has a token and no password; wanda, who has a password.
class PreauthRealm
{
public:
    /// The Debian package that must be installed; empty if all are.
    static QString missing();

    /// Blocks until the KDC answers; false: problem() says why.
    bool start();
    QString problem() const { return m_problem; }

    /// Points this process at the realm, with a default cache and Latchkey's own in `folder`. `settings` are more lines
    /// for the realm's section of krb5.conf.
    bool use(const QString &folder, const QByteArray &settings = {}) const;
    /// Where the certificates are: paula, and stranger, who is paula by an authority that the KDC does not know.
    const PkinitCertificates &certificates() const { return *m_certificates; }
    /// A line for use(): trust this authority: "users", which has issued paula's certificate, "kdcs" or "other".
    QByteArray trust(const char *authority) const;
    RadiusResponder &radius() { return *m_radius; }
    QString principal(const QString &user) const;
    QByteArray log() const; ///< what the KDC has said so far

    static constexpr const char *password = "one-Word-of-wanda"; ///< wanda's
    static constexpr const char *passphrase = "open-sesame"; ///< of paula.p12 and paula-locked.key

private:
    bool makeCertificates();

    QString m_problem;
    std::optional<sandbox::Folder> m_folder;
    std::optional<PkinitCertificates> m_certificates;
    std::unique_ptr<RadiusResponder> m_radius; // the KDC goes first
    std::optional<sandbox::Realm> m_realm;
};

} // namespace latchkey::test
