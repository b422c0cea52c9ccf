// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/realmprobe.h"

#include "core/base/job.h"

#include <vector>

namespace latchkey::krb {

namespace {

using namespace std::chrono_literals;

constexpr auto namePatience = 1800ms; ///< for the DNS, and for resolving a KDC's name
constexpr std::size_t mostKdcs = 96; ///< at a time: each has a thread

struct Kdc
{
    QString realm;
    KdcAddress address;
    Place place;
};

/// What an unanswered question looks like.
Error unanswered()
{
    return {Error::Code::KdcUnreachable, QString(), QStringLiteral("no answer in time"), 0};
}

QList<Kdc> writtenKdcs(const RealmConfig &config, const QString &realm)
{
    QList<Kdc> kdcs;
    const Realm *written = config.realm(realm);
    if (!written)
        return kdcs;
    for (const Relation &kdc : written->kdcs())
        if (const auto address = KdcAddress::parse(kdc.value))
            kdcs.append({realm, *address, kdc.place});
    return kdcs;
}

QList<Kdc> namedKdcs(const KdcLookup &lookup)
{
    QList<Kdc> kdcs;
    for (const SrvRecord &record : lookup.records)
        kdcs.append({lookup.realm, {record.host, record.port}, {}});
    return kdcs;
}

QList<KdcLookup> lookUpAll(const QStringList &realms, const ProbeOptions &options,
                           const std::stop_token &stop)
{
    std::vector<QFuture<Result<KdcLookup>>> asked;
    for (const QString &realm : realms)
        asked.push_back(startJob<KdcLookup>(stop, [realm, server = options.nameServer](Job &job) {
            job.expectAnswerWithin(namePatience, unanswered());
            return Result<KdcLookup>(lookUpKdcs(realm, server));
        }));
    QList<KdcLookup> lookups;
    for (qsizetype index = 0; index < realms.size(); ++index) {
        auto answer = asked[static_cast<std::size_t>(index)].result();
        lookups.append(answer ? *answer : KdcLookup{realms.at(index), KdcLookup::State::Failed, {}});
    }
    return lookups;
}

QFuture<Result<KdcObservation>> startProbe(const Kdc &kdc, const ProbeOptions &options,
                                           const std::stop_token &stop)
{
    return startJob<KdcObservation>(stop, [kdc, options](Job &job) {
        job.expectAnswerWithin(namePatience + options.patience, unanswered());
        return probeKdc(kdc.realm, kdc.address, options.clock, options.patience, job);
    });
}

/// Only a name that nobody resolves keeps a probe from ending by itself.
KdcObservation observed(const Kdc &kdc, Result<KdcObservation> answer)
{
    KdcObservation seen{kdc.realm, kdc.address, kdc.place, KdcAnswer::NameSilent, KdcAnswer::NameSilent, {}};
    if (answer)
        seen = *std::move(answer);
    seen.place = kdc.place;
    return seen;
}

QList<KdcObservation> probeAll(const QList<Kdc> &kdcs, const ProbeOptions &options,
                               const std::stop_token &stop)
{
    std::vector<QFuture<Result<KdcObservation>>> asked;
    QList<KdcObservation> seen;
    for (const Kdc &kdc : kdcs)
        if (asked.size() < mostKdcs)
            asked.push_back(startProbe(kdc, options, stop));
    for (qsizetype index = 0; index < kdcs.size(); ++index) {
        const Kdc &kdc = kdcs.at(index);
        const auto place = static_cast<std::size_t>(index);
        seen.append(place < asked.size() ? observed(kdc, asked[place].result())
                                         : KdcObservation{kdc.realm, kdc.address, kdc.place});
    }
    return seen;
}

RealmObservations observe(const RealmConfig &config, const QStringList &realms, const ProbeOptions &options,
                          const std::stop_token &stop)
{
    RealmObservations seen;
    QList<Kdc> kdcs;
    QStringList unwritten;
    for (const QString &realm : realms) {
        kdcs += writtenKdcs(config, realm);
        const Realm *written = config.realm(realm);
        if (config.looksUpKdcs() && (!written || written->kdcs().isEmpty()))
            unwritten += realm;
    }
    seen.lookups = lookUpAll(unwritten, options, stop);
    for (const KdcLookup &lookup : std::as_const(seen.lookups))
        kdcs += namedKdcs(lookup);
    if (options.asksKdcs)
        seen.kdcs = probeAll(kdcs, options, stop);
    return seen;
}

} // namespace

QFuture<Result<RealmObservations>> observeRealms(RealmConfig config, QStringList realms, ProbeOptions options,
                                                 std::stop_token stop)
{
    const auto work = [config = std::move(config), realms = std::move(realms), options = std::move(options),
                       stop](Job &) -> Result<RealmObservations> {
        auto seen = observe(config, realms, options, stop);
        // The probes hear of the stop too, and may be over before this job does.
        if (stop.stop_requested())
            return cancelledError();
        return seen;
    };
    return startJob<RealmObservations>(stop, work);
}

} // namespace latchkey::krb
