// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/secrets/keychainstore.h"

#include "core/base/job.h"
#include "core/secrets/keychainerror.h"
#include "core/secrets/keychainjobs.h"
#include "core/secrets/secretservice.h"

namespace latchkey::secrets {

namespace {

using Code = Error::Code;
using State = Sight::State;

/// What one call works with, on its own thread.
struct Work
{
    Key key;
    KeychainStore::Limits limits;
    std::stop_token stop;

    Error error(Code code) const { return keychainError(code, key); }

    Result<Sight> look(Job &job) const
    {
        job.expectAnswerWithin(limits.answer, error(Code::KeychainSilent));
        return lookInKeychain(key, limits.answer);
    }

    /// For the job that follows: longer if the user may be asked first.
    Patience patience(Job &job, bool mayAsk) const
    {
        const auto limit = mayAsk ? limits.unlocking : limits.answer;
        job.expectAnswerWithin(limit, error(Code::KeychainSilent));
        return {limit, stop};
    }
};

/// How the state of `sight` after a write or removal answers for it.
Result<> confirmed(const Work &work, const Sight &sight, bool isDone, bool wasOpen)
{
    if (!sight.isExact || isDone)
        return Ok{};
    return work.error(wasOpen ? Code::KeychainFailed : Code::KeychainRefused);
}

Result<SharedSecret> readNow(const Work &work, Unlocking unlocking, Job &job)
{
    const auto sight = work.look(job);
    if (!sight)
        return sight.error();
    // A store that hides its entries while it is locked (KeePassXC) has none to show.
    if (sight->entry == State::None)
        return work.error(sight->collection == State::Locked ? Code::KeychainLocked : Code::NotFound);
    const bool isLocked = sight->entry == State::Locked;
    if (isLocked && unlocking == Unlocking::Never)
        return work.error(Code::KeychainLocked);
    auto secret = readEntry(work.key, work.patience(job, isLocked));
    if (!secret && secret.error().code == Code::NotFound && sight->isExact && isLocked)
        return work.error(Code::KeychainRefused); // it is there: it was seen
    return secret;
}

Result<> writeNow(const Work &work, const SharedSecret &secret, Job &job)
{
    const auto before = work.look(job);
    if (!before)
        return before.error();
    const bool wasOpen = before->collection == State::Open;
    if (auto written = writeEntry(work.key, secret, work.patience(job, !wasOpen)); !written)
        return written;
    const auto after = work.look(job);
    if (!after)
        return after.error();
    return confirmed(work, *after, after->entry == State::Open, wasOpen);
}

Result<> removeNow(const Work &work, Job &job)
{
    const auto before = work.look(job);
    if (!before)
        return before.error();
    if (before->entry == State::None) {
        if (before->collection == State::Locked)
            return work.error(Code::KeychainLocked);
        return Ok{};
    }
    const bool wasOpen = before->entry == State::Open;
    auto removed = removeEntry(work.key, work.patience(job, !wasOpen));
    if (!removed && removed.error().code != Code::NotFound)
        return removed;
    const auto after = work.look(job);
    if (!after)
        return after.error();
    return confirmed(work, *after, after->entry == State::None, wasOpen);
}

} // namespace

QFuture<Result<SharedSecret>> KeychainStore::read(Key key, Unlocking unlocking, std::stop_token stop)
{
    Work work{std::move(key), m_limits, stop};
    return startJob<SharedSecret>(std::move(stop), [work = std::move(work), unlocking](Job &job) {
        return readNow(work, unlocking, job);
    });
}

QFuture<Result<>> KeychainStore::write(Key key, Secret secret, std::stop_token stop)
{
    Work work{std::move(key), m_limits, stop};
    // Shared, because work must be copyable and a secret is not.
    auto shared = std::make_shared<const Secret>(std::move(secret));
    return startJob<Ok>(std::move(stop),
                        [work = std::move(work), shared](Job &job) { return writeNow(work, shared, job); });
}

QFuture<Result<>> KeychainStore::remove(Key key, std::stop_token stop)
{
    Work work{std::move(key), m_limits, stop};
    return startJob<Ok>(std::move(stop), [work = std::move(work)](Job &job) { return removeNow(work, job); });
}

} // namespace latchkey::secrets
