// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/integration/wrongcertificate.h"

#include "app/sandbox/certificates.h"

namespace latchkey::test {

namespace {

using namespace std::chrono_literals;

sandbox::CertificatePlan planned(Wrong wrong)
{
    sandbox::CertificatePlan plan{QStringLiteral("server"), {QStringLiteral("127.0.0.1")}};
    if (wrong == Wrong::OtherHost)
        plan.hosts = {QStringLiteral("db2.example.com")};
    if (wrong == Wrong::Expired) {
        plan.validFrom = -48h;
        plan.validUntil = -24h;
    }
    return plan;
}

} // namespace

std::optional<CertificateFiles> makeWrongCertificate(Wrong wrong, const QString &folder)
{
    const CertificateFiles files{folder + QStringLiteral("/server.pem"),
                                 folder + QStringLiteral("/server.key"),
                                 folder + QStringLiteral("/trusted.pem")};
    const auto trusted = sandbox::Authority::make(QStringLiteral("Test authority"));
    const auto stranger = sandbox::Authority::make(QStringLiteral("Another authority"));
    if (!trusted || !stranger || !trusted->writeCertificate(files.trusted))
        return std::nullopt;
    const sandbox::CertificatePlan plan = planned(wrong);
    const auto issued =
        wrong == Wrong::SelfSigned
            ? sandbox::issueSelfSigned(plan, files.certificate, files.key)
            : (wrong == Wrong::OfStranger ? stranger : trusted)->issue(plan, files.certificate, files.key);
    if (!issued)
        return std::nullopt;
    return files;
}

} // namespace latchkey::test
