// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/realmobservation.h"

#include "core/krb/realmwords.h"

#include <algorithm>

namespace latchkey::krb {

QString words(KdcAnswer answer)
{
    switch (answer) {
    case KdcAnswer::NotAsked:
    case KdcAnswer::Serves:
        return {};
    case KdcAnswer::WrongRealm:
        return RealmWords::tr("it is no KDC of this realm");
    case KdcAnswer::Strange:
        return RealmWords::tr("what answers is no KDC");
    case KdcAnswer::Refused:
        return RealmWords::tr("nothing listens there");
    case KdcAnswer::Silent:
        return RealmWords::tr("nothing comes back");
    case KdcAnswer::NoRoute:
        return RealmWords::tr("the network does not lead there");
    case KdcAnswer::NameUnknown:
        return RealmWords::tr("there is no host of that name");
    case KdcAnswer::NameSilent:
        return RealmWords::tr("the name service does not answer");
    }
    return {};
}

QList<SeenTrust> trustsIn(const QList<Cache> &caches)
{
    QList<SeenTrust> trusts;
    for (const Cache &cache : caches)
        for (const Ticket &ticket : cache.tickets)
            if (kindOf(ticket) == TicketKind::CrossRealm)
                trusts.append({ticket.service.realm, ticket.service.components.value(1)});
    return trusts;
}

QStringList realmsIn(const QList<Cache> &caches)
{
    QStringList realms;
    for (const Cache &cache : caches)
        if (cache.principal)
            realms += cache.principal->realm;
    realms.removeDuplicates();
    return realms;
}

void RealmObservations::take(const QList<Cache> &caches)
{
    trusts = trustsIn(caches);
    users = realmsIn(caches);
}

QList<KdcObservation> RealmObservations::kdcsOf(const QString &realm) const
{
    QList<KdcObservation> found;
    std::copy_if(kdcs.begin(), kdcs.end(), std::back_inserter(found),
                 [&](const KdcObservation &one) { return one.realm == realm; });
    return found;
}

const KdcLookup *RealmObservations::lookup(const QString &realm) const
{
    const auto found = std::find_if(lookups.begin(), lookups.end(),
                                    [&](const KdcLookup &one) { return one.realm == realm; });
    return found != lookups.end() ? &*found : nullptr;
}

} // namespace latchkey::krb
