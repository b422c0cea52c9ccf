// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/kdcaddress.h"
#include "core/krb/realmconfig.h"
#include "core/krb/srvrecord.h"
#include "core/krb/ticket.h"

#include <algorithm>

namespace latchkey::krb {

/// What came back when a KDC was asked for something by one transport, the better the earlier.
enum class KdcAnswer {
    NotAsked,
    Serves, ///< it answers as a KDC of that realm does
    WrongRealm, ///< it is a KDC, but says it is none of that realm
    Strange, ///< not what a KDC says
    Refused, ///< nothing listens there
    Silent,
    NoRoute,
    NameUnknown,
    NameSilent, ///< whoever resolves names did not answer
};

/// Why a KDC is of no use, as a part of a sentence; empty if it is.
QString words(KdcAnswer answer);

struct KdcObservation
{
    QString realm;
    KdcAddress address;
    Place place{}; ///< in krb5.conf; nowhere: the DNS named it
    KdcAnswer udp = KdcAnswer::NotAsked;
    KdcAnswer tcp = KdcAnswer::NotAsked;
    std::optional<std::chrono::seconds> clockOffset{}; ///< the KDC's time less ours, where it told

    bool answers() const { return udp == KdcAnswer::Serves || tcp == KdcAnswer::Serves; }
    /// Of both transports, the one that came further.
    KdcAnswer better() const { return std::min(udp, tcp); }
    bool wasAsked() const { return udp != KdcAnswer::NotAsked || tcp != KdcAnswer::NotAsked; }

    friend bool operator==(const KdcObservation &, const KdcObservation &) = default;
};

/// What the DNS says of a realm's KDCs, asked as libkrb5 asks it: _kerberos._udp and _kerberos._tcp.
struct KdcLookup
{
    enum class State { Found, None, Failed };

    QString realm;
    State state = State::Failed;
    QList<SrvRecord> records{}; ///< each host and port once

    friend bool operator==(const KdcLookup &, const KdcLookup &) = default;
};

/// A step of trust that tickets in the caches have been through.
struct SeenTrust
{
    QString from;
    QString to;

    friend bool operator==(const SeenTrust &, const SeenTrust &) = default;
};

QList<SeenTrust> trustsIn(const QList<Cache> &caches);
/// Of everybody who has tickets.
QStringList realmsIn(const QList<Cache> &caches);

/// What was seen of the world; what is not in here was not looked at.
struct RealmObservations
{
    QList<KdcObservation> kdcs{};
    QList<KdcLookup> lookups{};
    QList<SeenTrust> trusts{};
    QStringList users{}; ///< the realms of whoever has tickets

    /// Takes over what tickets tell.
    void take(const QList<Cache> &caches);
    QList<KdcObservation> kdcsOf(const QString &realm) const;
    const KdcLookup *lookup(const QString &realm) const;

    friend bool operator==(const RealmObservations &, const RealmObservations &) = default;
};

} // namespace latchkey::krb
