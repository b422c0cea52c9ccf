// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/connect/readinesserror.h"

#include <QCoreApplication>

namespace latchkey {

namespace {

struct ConnectorTexts
{
    Q_DECLARE_TR_FUNCTIONS(latchkey::Connector)
};

Error notInDefaultCache(const Readiness &readiness)
{
    return {Error::Code::CacheUnusable,
            ConnectorTexts::tr(
                "This profile connects as %1 with the default credential cache, but %1’s tickets are not in "
                "it. Make the cache of %1 the default one, or have the profile use the principal’s cache.")
                .arg(readiness.principal),
            QString(), 0};
}

Error notReady(const Readiness &readiness)
{
    switch (readiness.state) {
    case Readiness::State::Expired:
        return {Error::Code::TicketExpired,
                ConnectorTexts::tr("The ticket of %1 has expired. Sign in again, then connect.")
                    .arg(readiness.principal),
                QString(), 0};
    case Readiness::State::WrongPrincipal:
        return {Error::Code::NotSignedIn,
                ConnectorTexts::tr(
                    "This profile connects as %1, but somebody else is signed in. Sign in as %1; the other "
                    "tickets stay as they are.")
                    .arg(readiness.principal),
                QString(), 0};
    default:
        break;
    }
    const QString message =
        readiness.principal.isEmpty()
            ? ConnectorTexts::tr("Nobody is signed in. Sign in, then connect.")
            : ConnectorTexts::tr("%1 is not signed in. Sign in, then connect.").arg(readiness.principal);
    return {Error::Code::NotSignedIn, message, QString(), 0};
}

} // namespace

Error whyNotReady(const Readiness &ready, const QList<krb::Cache> &caches, CachePolicy policy)
{
    if (policy == CachePolicy::Default && ready.state == Readiness::State::WrongPrincipal)
        return notInDefaultCache(ready);
    for (const krb::Cache &cache : caches) {
        if (cache.isDefault && cache.problem && ready.state == Readiness::State::NeedsSignIn)
            return *cache.problem;
    }
    return notReady(ready);
}

} // namespace latchkey
