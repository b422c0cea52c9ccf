// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/cataloguefetch.h"

#include "core/base/atomicfile.h"
#include "core/catalogue/catalogueaddress.h"
#include "core/catalogue/cataloguewords.h"
#include "core/catalogue/httpsexchange.h"
#include "core/catalogue/weberror.h"
#include "core/catalogue/webproof.h"
#include "core/profile/profilejson.h"

#include <QDateTime>

#include <algorithm>

namespace latchkey {

namespace {

constexpr int mostRedirections = 5;
constexpr qsizetype longestEtag = 1024;

enum Status {
    Good = 200,
    NotModified = 304,
    Unauthorized = 401,
};

bool isRedirection(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Error tooManyRedirections(const QString &host)
{
    return {
        Error::Code::ProtocolError,
        CatalogueWords::tr(
            "The web server %1 led from one address to the next without an end. Tell whoever maintains the "
            "catalogue.")
            .arg(host),
        QString(), 0};
}

/// One that can be sent back: what a header may not hold, or nobody needs, is forgotten.
QByteArray harmlessEtag(const QByteArray &etag)
{
    const bool isFine = etag.size() <= longestEtag && std::all_of(etag.begin(), etag.end(), [](char each) {
                            return each > ' ' && each < '\x7f';
                        });
    return isFine ? etag : QByteArray();
}

/// The way from a subscription's address to an answer.
class Asking
{
public:
    Asking(const Subscription &subscription, bool hasCopy, const Job &job)
        : m_subscription(subscription), m_hasCopy(hasCopy), m_job(job)
    { }

    FetchOutcome run();

private:
    FetchOutcome follow(QUrl url);
    Result<HttpAnswer> ask(const QUrl &url, const QByteArray &authorization) const;
    Result<HttpAnswer> askWithProof(const QUrl &url);
    bool mayProve(const QUrl &url, const HttpAnswer &answer) const;
    FetchOutcome outcomeOf(const HttpAnswer &answer, const QUrl &url) const;

    const Subscription &m_subscription;
    const bool m_hasCopy;
    const Job &m_job;
    const QDeadlineTimer m_deadline{webLimit};
    QString m_home; ///< the host that a ticket may be shown to
    bool m_sentTicket = false;
};

Result<HttpAnswer> Asking::ask(const QUrl &url, const QByteArray &authorization) const
{
    HttpsRequest request{url, {}, m_subscription.authorities};
    if (const QByteArray etag = harmlessEtag(m_subscription.etag); m_hasCopy && !etag.isEmpty())
        request.headers.append({"If-None-Match", etag});
    if (!authorization.isEmpty())
        request.headers.append({"Authorization", authorization});
    return exchange(request, maxProfileFile, m_deadline, m_job);
}

Result<HttpAnswer> Asking::askWithProof(const QUrl &url)
{
    const auto proof = std::make_shared<WebProof>(url.host(), m_subscription.principal);
    const auto authorization = beginInTime(proof);
    if (!authorization)
        return authorization.error();
    m_sentTicket = true;
    auto answer = ask(url, *authorization);
    if (!answer || (answer->status() != Good && answer->status() != NotModified))
        return answer;
    if (auto proven = proof->finish(answer->headers("www-authenticate")); !proven)
        return std::move(proven).error();
    return answer;
}

bool Asking::mayProve(const QUrl &url, const HttpAnswer &answer) const
{
    return m_subscription.authentication == WebAuthentication::Negotiate && url.host() == m_home
           && answer.status() == Unauthorized && asksForNegotiate(answer.headers("www-authenticate"));
}

FetchOutcome Asking::outcomeOf(const HttpAnswer &answer, const QUrl &url) const
{
    if (answer.status() == NotModified && m_hasCopy)
        return {Fetched{true, {}, m_subscription.etag}, {}};
    if (answer.status() == Good)
        return {Fetched{false, answer.body(), harmlessEtag(answer.header("etag"))}, {}};
    return {webRefusal(answer.status(), url.host(), m_sentTicket),
            retryAfterFrom(answer.header("retry-after"), systemNow())};
}

FetchOutcome Asking::follow(QUrl url)
{
    for (int hop = 0; hop <= mostRedirections; ++hop) {
        m_sentTicket = false;
        auto answer = ask(url, {});
        if (answer && mayProve(url, *answer))
            answer = askWithProof(url);
        if (!answer)
            return {answer.error(), {}};
        if (!isRedirection(answer->status()))
            return outcomeOf(*answer, url);
        const auto next = redirected(url, answer->header("location"));
        if (!next)
            return {next.error(), {}};
        url = *next;
    }
    return {tooManyRedirections(url.host()), {}};
}

FetchOutcome Asking::run()
{
    const auto url = webAddress(m_subscription.source);
    if (!url)
        return {url.error(), {}};
    m_home = url->host();
    return follow(*url);
}

Result<Fetched> fetchFile(const QString &file)
{
    auto content = readWhole(file, maxProfileFile);
    if (!content)
        return std::move(content).error();
    if (!*content)
        return Error{
            Error::Code::NotFound,
            CatalogueWords::tr(
                "There is no file “%1”. Check that what it lies on is mounted, or ask whoever maintains "
                "the catalogue.")
                .arg(file),
            QString(), 0};
    return Fetched{false, **std::move(content), {}};
}

} // namespace

FetchOutcome fetchCatalogue(const Subscription &subscription, bool hasCopy, const Job &job)
{
    if (subscription.isFile())
        return {fetchFile(subscription.source), {}};
    return Asking(subscription, hasCopy, job).run();
}

std::optional<std::chrono::seconds> retryAfterFrom(const QByteArray &value, Instant now)
{
    constexpr qsizetype mostDigits = 9;
    const auto isDigit = [](char each) { return each >= '0' && each <= '9'; };
    if (!value.isEmpty() && std::all_of(value.begin(), value.end(), isDigit))
        return std::chrono::seconds(value.left(mostDigits).toLongLong());
    const QString text = QString::fromLatin1(value).replace(QLatin1String(" GMT"), QLatin1String(" +0000"));
    const QDateTime date = QDateTime::fromString(text, Qt::RFC2822Date);
    if (!date.isValid())
        return std::nullopt;
    const std::chrono::seconds left = Instant(std::chrono::seconds(date.toSecsSinceEpoch())) - now;
    return std::max(left, std::chrono::seconds(0));
}

} // namespace latchkey
