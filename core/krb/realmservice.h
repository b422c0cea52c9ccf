// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/overlay.h"
#include "core/krb/realmprobe.h"

namespace latchkey::krb {

/// What the window asks about realms. Every function returns at once and does its work on a thread of its own.
class RealmService
{
public:
    explicit RealmService(ProbeOptions options = {}) : m_options(std::move(options)) { }

    /// krb5.conf as it is now; what cannot be read is in its `problem`.
    QFuture<Result<RealmConfig>> config() const;
    QFuture<Result<RealmObservations>> observe(const RealmConfig &config, const QStringList &realms,
                                               std::stop_token stop) const;
    QFuture<Result<OverlayChange>> overlayWith(const AuroraPlan &plan) const;
    QFuture<Result<OverlayChange>> overlayRemoved() const;
    QFuture<Result<>> apply(const OverlayChange &change) const;

private:
    ProbeOptions m_options;
};

} // namespace latchkey::krb
