// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/webproof.h"

#include "core/base/job.h"
#include "core/catalogue/cataloguewords.h"

#include <algorithm>

namespace latchkey {

namespace {

const QByteArray scheme = "negotiate";

/// GSS_S_NO_CRED (RFC 2744, 3.9.1), whose header belongs to core/gss.
bool isWithoutTicket(const gss::GssStatus &status)
{
    constexpr std::uint32_t routineErrors = 0x00ff0000;
    constexpr std::uint32_t noCredential = 7U << 16U;
    return (status.major & routineErrors) == noCredential;
}

constexpr std::chrono::milliseconds kdcLimit{4500};

Error kdcsSilent(const QString &host)
{
    return {Error::Code::KdcUnreachable,
            CatalogueWords::tr(
                "The web server %1 wants to know who asks for the catalogue, but no KDC gave a ticket for it "
                "within %2 seconds. Check the network and the VPN; the catalogue is asked for again later.")
                .arg(host, QString::number(static_cast<double>(kdcLimit.count()) / 1000)),
            QString(), 0};
}

Error notProven(const QString &host, const QString &detail)
{
    return {Error::Code::ServerNotProven,
            CatalogueWords::tr(
                "The web server %1 took the ticket, but did not prove that it is the one that the ticket is "
                "for, so its catalogue was not taken. Tell the administrator of the web server.")
                .arg(host),
            detail, 0};
}

std::span<const unsigned char> bytesOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const unsigned char *>(bytes.constData()),
            static_cast<std::size_t>(bytes.size())};
}

bool isNegotiate(const QByteArray &challenge)
{
    return challenge.left(challenge.indexOf(' ') < 0 ? challenge.size() : challenge.indexOf(' ')).toLower()
           == scheme;
}

} // namespace

Error WebProof::failed(const gss::GssStatus &status) const
{
    const QString words = QString::fromStdString(status.text);
    if (isWithoutTicket(status))
        return {
            Error::Code::NotSignedIn,
            m_principal.isEmpty()
                ? CatalogueWords::tr(
                      "The web server %1 wants to know who asks for the catalogue, and nobody is signed in. "
                      "Sign in, then refresh the catalogue.")
                      .arg(m_host)
                : CatalogueWords::tr("The web server %1 wants to know who asks for the catalogue, and %2 is "
                                     "not signed in. Sign in as %2, then refresh the catalogue.")
                      .arg(m_host, m_principal),
            words, status.minor};
    return {Error::Code::ServiceUnknown,
            CatalogueWords::tr(
                "There is no ticket to be had for the web server %1, which wants to know who asks for the "
                "catalogue. Check that you are signed in and that the realm knows the service HTTP/%1.")
                .arg(m_host),
            words, status.minor};
}

Result<QByteArray> WebProof::begin()
{
    auto target = gss::importService("HTTP", m_host.toStdString());
    if (const auto *status = std::get_if<gss::GssStatus>(&target))
        return failed(*status);
    gss::CredentialHandle credential;
    if (!m_principal.isEmpty()) {
        auto acquired = gss::acquireCredential({}, m_principal.toStdString(), gss::Mechanism::Spnego);
        if (const auto *status = std::get_if<gss::GssStatus>(&acquired))
            return failed(*status);
        credential = std::get<gss::CredentialHandle>(std::move(acquired));
    }
    m_negotiation = std::make_unique<gss::Negotiation>(std::get<gss::NameHandle>(std::move(target)),
                                                       std::move(credential), gss::Mechanism::Spnego);
    const auto step = m_negotiation->next({});
    if (const auto *status = std::get_if<gss::GssStatus>(&step))
        return failed(*status);
    const auto &token = std::get<gss::Negotiator::Step>(step).token;
    const QByteArrayView bytes(token.data(), static_cast<qsizetype>(token.size()));
    return "Negotiate " + bytes.toByteArray().toBase64();
}

Result<QByteArray> beginInTime(const std::shared_ptr<WebProof> &proof)
{
    return startJob<QByteArray>({},
                                [proof](Job &asking) {
                                    asking.expectAnswerWithin(kdcLimit, kdcsSilent(proof->host()));
                                    return proof->begin();
                                })
        .result();
}

Result<> WebProof::finish(const QList<QByteArray> &challenges)
{
    const auto answer = std::find_if(challenges.begin(), challenges.end(), isNegotiate);
    if (answer == challenges.end())
        return notProven(m_host, QStringLiteral("no WWW-Authenticate: Negotiate in the answer"));
    const QByteArray token = QByteArray::fromBase64(answer->mid(scheme.size()).trimmed());
    const auto step = m_negotiation->next(bytesOf(token));
    if (const auto *status = std::get_if<gss::GssStatus>(&step))
        return notProven(m_host, QString::fromStdString(status->text));
    if (!std::get<gss::Negotiator::Step>(step).complete || !m_negotiation->mutual())
        return notProven(m_host, QStringLiteral("the exchange is not complete"));
    return Ok{};
}

bool asksForNegotiate(const QList<QByteArray> &challenges)
{
    return std::any_of(challenges.begin(), challenges.end(), isNegotiate);
}

} // namespace latchkey
