// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/realmservice.h"

#include "core/krb/realmreader.h"

namespace latchkey::krb {

QFuture<Result<RealmConfig>> RealmService::config() const
{
    return startJob<RealmConfig>({}, [](Job &) { return Result<RealmConfig>(readRealmConfig()); });
}

QFuture<Result<RealmObservations>> RealmService::observe(const RealmConfig &config, const QStringList &realms,
                                                         std::stop_token stop) const
{
    return observeRealms(config, realms, m_options, std::move(stop));
}

QFuture<Result<OverlayChange>> RealmService::overlayWith(const AuroraPlan &plan) const
{
    return startJob<OverlayChange>({}, [plan](Job &) { return krb::overlayWith(plan); });
}

QFuture<Result<OverlayChange>> RealmService::overlayRemoved() const
{
    return startJob<OverlayChange>({}, [](Job &) { return krb::overlayRemoved(); });
}

QFuture<Result<>> RealmService::apply(const OverlayChange &change) const
{
    return startJob<Ok>({}, [change](Job &) { return krb::apply(change); });
}

} // namespace latchkey::krb
