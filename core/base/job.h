// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/worker.h"

#include <QFuture>
#include <QPromise>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

namespace latchkey {

/// What a piece of work sees of the job it does. A job is answered exactly once: with the work's value or error,
/// with Code::Cancelled the moment its stop token is stopped, or with a verdict when an expected answer is overdue.
/// libkrb5 and libmariadb calls can neither be interrupted nor given a time limit; so an answered job's work may go
/// on in its thread, and what it returns then is dropped.
/// Thread-safe.
class Job
{
public:
    virtual ~Job() = default;

    /// Already answered: whatever the work still does, nobody waits for it.
    bool isOver() const;
    /// The point of no return, called just before the work changes something others can see. True: the job can no
    /// longer be cancelled or overtaken by a verdict, and must go on. False: it is over, and must change nothing.
    [[nodiscard]] bool commit();
    /// Until answered() is called, the job ends with `verdict` when `limit` has passed.
    void expectAnswerWithin(std::chrono::milliseconds limit, Error verdict);
    void answered();

protected:
    /// Answers the job with `error` unless it is over or committed.
    void end(Error error);
    bool claimAnswer(); ///< true exactly once

private:
    friend class StopsJob;
    virtual void deliver(Error error) = 0;
    bool isStillExpected(unsigned long expectation) const;

    mutable std::mutex m_mutex;
    bool m_over = false;
    bool m_committed = false;
    unsigned long m_expectation =
        0; ///< counts expectAnswerWithin() and answered(), so that a late alarm knows
    Alarm m_alarm; ///< for the answer that is expected
    std::weak_ptr<Job> m_self;

    template <typename T>
    friend QFuture<Result<T>> startJob(Worker &, std::stop_token, std::function<Result<T>(Job &)>);
};

/// Calls Job::end(Cancelled) when the token is stopped.
class StopsJob
{
public:
    explicit StopsJob(std::weak_ptr<Job> job) : m_job(std::move(job)) { }
    void operator()() const;

private:
    std::weak_ptr<Job> m_job;
};

/// The answer to everything that was cancelled.
Error cancelledError();

template <typename T>
class PromisedJob final : public Job
{
public:
    QFuture<Result<T>> start()
    {
        m_promise.start();
        return m_promise.future();
    }
    void finish(Result<T> result)
    {
        if (claimAnswer())
            publish(std::move(result));
    }

private:
    void deliver(Error error) override { publish(std::move(error)); }
    void publish(Result<T> result)
    {
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    QPromise<Result<T>> m_promise;
};

/// Runs `work` on `worker` and answers through the future, on whatever thread ends the job. Continue with whenDone() to be
/// called on the thread of an object that may be gone by then, with `.then(f)` to be called on the thread that ends the
/// job; never with a context for then(), which must not go before the answer comes (Qt 6.4). Stopping `stop` answers
/// Cancelled at once. An exception that leaves `work` becomes Code::Internal.
template <typename T>
QFuture<Result<T>> startJob(Worker &worker, std::stop_token stop, std::function<Result<T>(Job &)> work)
{
    auto job = std::make_shared<PromisedJob<T>>();
    job->m_self = job;
    QFuture<Result<T>> future = job->start();
    auto stopping = std::make_shared<std::stop_callback<StopsJob>>(std::move(stop), StopsJob(job));
    worker.post([job, stopping, work = std::move(work)]() mutable {
        if (job->isOver())
            return;
        try {
            job->finish(work(*job));
        } catch (const std::exception &exception) {
            job->finish(Error{Error::Code::Internal, QString(), QString::fromUtf8(exception.what()), 0});
        }
    });
    return future;
}

/// The same on a thread of the job's own, for work that is bound to no thread and may hang in a library.
template <typename T>
QFuture<Result<T>> startJob(std::stop_token stop, std::function<Result<T>(Job &)> work)
{
    Worker worker;
    return startJob<T>(worker, std::move(stop), std::move(work));
}

} // namespace latchkey
