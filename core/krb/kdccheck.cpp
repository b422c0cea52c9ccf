// SPDX-License-Identifier: GPL-2.0-or-later
// Whether each realm has a KDC, and what was seen of them.
#include "core/krb/realmcheck.h"

#include "core/krb/realmwords.h"

#include <algorithm>

namespace latchkey::krb {

namespace {

using Severity = Finding::Severity;
using Code = Error::Code;

QString withReason(const KdcObservation &kdc)
{
    return RealmWords::tr("%1 (%2)").arg(kdc.address.text(), words(kdc.better()));
}

Finding noKdc(const RealmConfig &config, const KdcLookup *lookup, const QString &realm)
{
    const bool isSilent = lookup && lookup->state == KdcLookup::State::Failed;
    const QString sentence =
        isSilent ? RealmWords::tr("No KDC of %1 is known: krb5.conf names none, and the DNS did not answer.")
                       .arg(realm)
        : config.looksUpKdcs()
            ? RealmWords::tr("No KDC of %1 is known: neither krb5.conf nor the DNS names one.").arg(realm)
            : RealmWords::tr("No KDC of %1 is known: krb5.conf names none and says not to ask the DNS.")
                  .arg(realm);
    return {Severity::Error,
            Code::RealmUnknown,
            realm,
            sentence,
            isSilent ? RealmWords::tr("Check the network and the VPN, or name the KDCs in [realms].")
                     : RealmWords::tr("Check the realm’s spelling, or name its KDCs in [realms]."),
            {}};
}

Finding noAddress(const QString &realm, const Relation &kdc)
{
    return {Severity::Error,
            Code::ConfigBroken,
            realm,
            RealmWords::tr("“%1” is not the address of a KDC, so libkrb5 finds no KDC of %2 at all.")
                .arg(kdc.value, realm),
            RealmWords::tr("Write a host name, with “:port” behind it if it is not 88."),
            kdc.place};
}

Finding noneAnswers(const QString &realm, const QList<KdcObservation> &kdcs)
{
    QStringList reasons;
    for (const KdcObservation &kdc : kdcs)
        reasons += withReason(kdc);
    return {
        Severity::Error,
        Code::KdcUnreachable,
        realm,
        RealmWords::tr("No KDC of %1 answers: %2.").arg(realm, reasons.join(QStringLiteral(", "))),
        RealmWords::tr("Check the network and the VPN, that port 88 is open by UDP and TCP, and the KDCs in "
                       "krb5.conf."),
        kdcs.first().place};
}

Finding oneFails(const KdcObservation &kdc)
{
    const bool isWrong = kdc.better() == KdcAnswer::WrongRealm;
    return {isWrong ? Severity::Error : Severity::Warning,
            isWrong ? Code::RealmUnknown : Code::KdcUnreachable,
            kdc.realm,
            isWrong ? RealmWords::tr("%1 says that it is no KDC of %2.").arg(kdc.address.text(), kdc.realm)
                    : RealmWords::tr(
                          "One of several KDCs of %1 does not answer: %2. Whoever asks it first waits.")
                          .arg(kdc.realm, withReason(kdc)),
            RealmWords::tr("Remove it from krb5.conf, or put it behind the others, unless it is back soon."),
            kdc.place};
}

Finding noTcp(const KdcObservation &kdc)
{
    return {Severity::Warning,
            Code::KdcUnreachable,
            kdc.realm,
            RealmWords::tr(
                "%1 answers by UDP but not by TCP: %2. Tickets with many groups are too large for UDP.")
                .arg(kdc.address.text(), words(kdc.tcp)),
            RealmWords::tr("Have port %1 opened for TCP too.").arg(QString::number(kdc.address.port)),
            kdc.place};
}

Finding noUdp(const KdcObservation &kdc)
{
    return {
        Severity::Note,
        Code::KdcUnreachable,
        kdc.realm,
        RealmWords::tr("%1 answers by TCP but not by UDP: %2. libkrb5 tries UDP first and waits a second.")
            .arg(kdc.address.text(), words(kdc.udp)),
        RealmWords::tr("Set udp_preference_limit = 1 in [libdefaults], or have the port opened for UDP too."),
        kdc.place};
}

/// In words, for people: 90 s are "1 min 30 s".
QString span(std::chrono::seconds length)
{
    const auto seconds = length.count() % 60;
    const auto minutes = length.count() / 60 % 60;
    const auto hours = length.count() / 3600;
    if (hours > 0)
        return RealmWords::tr("%1 h %2 min").arg(hours).arg(minutes);
    return minutes > 0 ? RealmWords::tr("%1 min %2 s").arg(minutes).arg(seconds)
                       : RealmWords::tr("%1 s").arg(seconds);
}

Finding clockIsOff(const KdcObservation &kdc, const RealmConfig &config)
{
    const QString much = span(std::chrono::abs(*kdc.clockOffset));
    const QString limit = span(config.clockSkew());
    const bool isAhead = *kdc.clockOffset > std::chrono::seconds(0);
    return {config.adjustsClock() ? Severity::Warning : Severity::Error,
            Code::ClockSkew,
            kdc.realm,
            isAhead ? RealmWords::tr("The clock of %1 is %2 ahead of this computer’s; Kerberos tolerates %3.")
                          .arg(kdc.address.text(), much, limit)
                    : RealmWords::tr("The clock of %1 is %2 behind this computer’s; Kerberos tolerates %3.")
                          .arg(kdc.address.text(), much, limit),
            RealmWords::tr("Let both set their clocks by NTP."),
            kdc.place};
}

void checkAnswers(const KdcObservation &kdc, const RealmConfig &config, bool othersAnswer,
                  QList<Finding> &findings)
{
    if (!kdc.answers()) {
        if (othersAnswer)
            findings.append(oneFails(kdc));
        return;
    }
    if (kdc.tcp != KdcAnswer::Serves)
        findings.append(noTcp(kdc));
    if (kdc.udp != KdcAnswer::Serves)
        findings.append(noUdp(kdc));
    if (kdc.clockOffset && std::chrono::abs(*kdc.clockOffset) > config.clockSkew())
        findings.append(clockIsOff(kdc, config));
}

void checkRealm(const RealmConfig &config, const RealmObservations &seen, const QString &realm,
                QList<Finding> &findings)
{
    if (const Realm *written = config.realm(realm))
        for (const Relation &kdc : written->kdcs())
            if (!KdcAddress::parse(kdc.value))
                findings.append(noAddress(realm, kdc));
    if (!hasKdc(config, seen, realm)) {
        // Of a realm that only [domain_realm] names, checkDomains() speaks.
        const bool isMapped = !config.realm(realm) && config.mappedRealms().contains(realm);
        if (!isMapped || realm == config.defaultRealm())
            findings.append(noKdc(config, seen.lookup(realm), realm));
        return;
    }
    QList<KdcObservation> kdcs;
    for (const KdcObservation &kdc : seen.kdcsOf(realm))
        if (kdc.wasAsked())
            kdcs.append(kdc);
    const auto answers = [](const KdcObservation &kdc) { return kdc.answers(); };
    const bool anyAnswers = std::any_of(kdcs.begin(), kdcs.end(), answers);
    if (!kdcs.isEmpty() && !anyAnswers)
        findings.append(noneAnswers(realm, kdcs));
    for (const KdcObservation &kdc : std::as_const(kdcs))
        checkAnswers(kdc, config, anyAnswers, findings);
}

} // namespace

QList<Finding> checkKdcs(const RealmConfig &config, const RealmObservations &seen, const QStringList &scope)
{
    QList<Finding> findings;
    for (const QString &realm : scope)
        checkRealm(config, seen, realm, findings);
    return findings;
}

} // namespace latchkey::krb
