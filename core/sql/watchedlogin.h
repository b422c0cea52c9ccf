// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/sql/connection.h"
#include "core/sql/session.h"

#include <atomic>
#include <memory>

namespace latchkey::sql {

/// A login that somebody waits for: bounds it, and gives up when nobody waits any more. The references must outlive it.
class WatchedLogin final : public LoginObserver, public Waiting
{
public:
    WatchedLogin(Job &job, const ConnectOptions &options, const Session::Hooks &hooks,
                 std::shared_ptr<CutOff> cutOff);
    ~WatchedLogin() override;
    WatchedLogin(const WatchedLogin &) = delete;
    WatchedLogin &operator=(const WatchedLogin &) = delete;

    void onStep(Step step) override;
    std::optional<Error> prepare(const gss::ServerRequest &request, gss::Exchange &exchange) override;
    std::optional<Error> explainTicketFailure(const gss::Exchange &exchange) override;
    bool isAbandoned() const override;

    bool forKdc(std::chrono::milliseconds limit, Error verdict) override;
    void forServer() override;

private:
    Job &m_job;
    const ConnectOptions &m_options;
    const Session::Hooks &m_hooks;
    std::shared_ptr<CutOff> m_cutOff;
    std::shared_ptr<std::atomic<int>> m_waits = std::make_shared<std::atomic<int>>(0);
};

} // namespace latchkey::sql
