// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/catalogue/cataloguerefresh.h"

#include "core/catalogue/cataloguefetch.h"
#include "core/catalogue/cataloguewords.h"
#include "core/profile/formats/codec.h"
#include "core/profile/profilejson.h"

#include <optional>

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

/// What has come, and what is there now.
struct Saved
{
    Subscription subscription;
    bool isElsewhere = false; ///< the user has said meanwhile that the source is another: nothing was saved
};

/// `content`, if any, becomes the copy.
Result<Saved> save(const CatalogueFiles &files, const Subscription &asked,
                   const std::optional<QByteArray> &content, const QByteArray &etag, Instant now)
{
    Saved saved;
    auto noted = files.editOne(asked.id, [&](Subscription &subscription) -> Result<> {
        saved.isElsewhere = subscription.source != asked.source;
        if (saved.isElsewhere)
            return Ok{};
        if (content) {
            if (auto copied = files.saveCopy(asked.id, *content); !copied)
                return copied;
        }
        subscription.history = afterSuccess(now);
        subscription.etag = etag;
        subscription.problem.clear();
        return Ok{};
    });
    if (!noted)
        return std::move(noted).error();
    saved.subscription = *std::move(noted);
    return saved;
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

} // namespace

Result<Refreshed> refreshCatalogue(const CatalogueFiles &files, const QUuid &id, Job &job, const Clock &clock)
{
    const auto known = files.subscription(id);
    if (!known)
        return known.error();
    const bool hasCopy = files.hasCopy(id) && files.copy(id); // one that cannot be read is fetched again
    const FetchOutcome outcome = fetchCatalogue(*known, hasCopy, job);
    if (!job.commit())
        return cancelledError();
    if (!outcome.answer)
        return noteFailure(files, *known, outcome.answer.error(), outcome.retryAfter, clock());
    const Fetched &fetched = *outcome.answer;
    Refreshed refreshed{*known, !fetched.isUnchanged && !files.isCopy(id, fetched.content), 0};
    if (refreshed.isNew) {
        const auto count = countIn(fetched.content, *known);
        if (!count)
            return noteFailure(files, *known, count.error(), {}, clock());
        refreshed.profiles = *count;
    }
    const Instant now = clock();
    const auto saved = save(files, *known, refreshed.isNew ? std::optional(fetched.content) : std::nullopt,
                            fetched.etag, now);
    if (!saved)
        return noteFailure(files, *known, saved.error(), {}, now);
    if (saved->isElsewhere)
        return Refreshed{saved->subscription, false, 0};
    refreshed.subscription = saved->subscription;
    return refreshed;
}

} // namespace latchkey
