// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/cataloguerefresh.h"

#include "core/catalogue/cataloguefetch.h"
#include "core/catalogue/cataloguewords.h"
#include "core/profile/formats/codec.h"
#include "core/profile/profilejson.h"

namespace latchkey {

namespace {

Error tooMany(const Subscription &subscription)
{
    return {Error::Code::FileDamaged,
            CatalogueWords::tr("“%1” has more than 200,000 profiles, which no catalogue has. Check the "
                               "catalogue’s address.")
                .arg(subscription.source),
            QString(), 0};
}

/// Whether the content can be a catalogue, and how many profiles it has.
Result<qsizetype> countIn(const QByteArray &content, const Subscription &subscription)
{
    const auto document = readProfiles(content, subscription.source);
    if (!document)
        return document.error();
    if (document->profiles.size() > formats::maxConnections)
        return tooMany(subscription);
    return document->profiles.size();
}

Result<Subscription> noteSuccess(const CatalogueFiles &files, const Subscription &asked,
                                 const QByteArray &etag, Instant now)
{
    return files.editOne(asked.id, [&](Subscription &subscription) -> Result<> {
        if (subscription.source != asked.source)
            return Ok{}; // the user has said meanwhile that it is elsewhere
        subscription.history = afterSuccess(now);
        subscription.etag = etag;
        subscription.problem.clear();
        return Ok{};
    });
}

Error noteFailure(const CatalogueFiles &files, const Subscription &asked, Error failure,
                  std::optional<std::chrono::seconds> retryAfter, Instant now)
{
    const auto noted = files.editOne(asked.id, [&](Subscription &subscription) -> Result<> {
        if (subscription.source != asked.source)
            return Ok{};
        subscription.history = afterFailure(subscription.history, now, retryAfter);
        subscription.problem = failure.message;
        return Ok{};
    });
    if (!noted && failure.detail.isEmpty())
        failure.detail = noted.error().message;
    return failure;
}

/// Saves what has come as the copy, if it can be one.
Result<Refreshed> take(const CatalogueFiles &files, const Subscription &asked, const QByteArray &content)
{
    const auto count = countIn(content, asked);
    if (!count)
        return count.error();
    if (auto saved = files.saveCopy(asked.id, content); !saved)
        return std::move(saved).error();
    return Refreshed{asked, true, *count};
}

} // namespace

Result<Refreshed> refreshCatalogue(const CatalogueFiles &files, const QUuid &id, Job &job, const Clock &clock)
{
    const auto known = files.subscription(id);
    if (!known)
        return known.error();
    const FetchOutcome outcome = fetchCatalogue(*known, files.hasCopy(id), job);
    if (!job.commit())
        return cancelledError();
    if (!outcome.answer)
        return noteFailure(files, *known, outcome.answer.error(), outcome.retryAfter, clock());
    Result<Refreshed> refreshed = Refreshed{*known, false, 0};
    if (!outcome.answer->isUnchanged && !files.isCopy(id, outcome.answer->content))
        refreshed = take(files, *known, outcome.answer->content);
    if (!refreshed)
        return noteFailure(files, *known, refreshed.error(), {}, clock());
    auto noted = noteSuccess(files, *known, outcome.answer->etag, clock());
    if (!noted)
        return std::move(noted).error();
    refreshed->subscription = *noted;
    return refreshed;
}

} // namespace latchkey
