// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/krb/ticket.h"

#include <QSet>

#include <chrono>
#include <optional>

namespace latchkey::krb {

/// How tickets are kept alive and when people are told.
struct RenewalRules
{
    bool renews = true;
    int renewAtPercent = 50; ///< of the ticket's life
    std::chrono::seconds minimumInterval{60}; ///< between two attempts for one cache, whatever happened
    std::chrono::seconds longestRetry{15
                                      * 60}; ///< what the wait after a failure, doubled each time, stops at
    QList<std::chrono::seconds> warnBefore{std::chrono::minutes(15), std::chrono::minutes(5)}; ///< the end
    QSet<QString> signsInAgain{}; ///< principals whose users keep the password in the keychain for that

    friend bool operator==(const RenewalRules &, const RenewalRules &) = default;
};

/// What has been done for one cache so far. All but the last attempt is about the ticket that is there now.
struct RenewalHistory
{
    std::optional<Instant> lastAttempt{};
    int failures = 0; ///< since the last success
    bool refused = false; ///< asking again gives the same answer
    std::optional<std::chrono::seconds> warnedBefore{}; ///< the shortest of the rules' that is given
    bool askedToSignIn = false;
    std::optional<Instant> lastSignIn{};
    int keychainFailures = 0; ///< how often signing in again found the keychain shut, and so asked no KDC
    std::optional<Instant>
        signInOwed{}; ///< from when on another attempt may be made, as the last one sent no password
    std::optional<Instant> renewedAt{}; ///< the attempt that brought the ticket

    friend bool operator==(const RenewalHistory &, const RenewalHistory &) = default;
};

struct RenewalStep
{
    enum class Kind { Nothing, Renew, Warn, SignInAgain };
    Kind kind = Kind::Nothing;
    Instant at{}; ///< not before `now`; equal to it: due
    std::chrono::seconds before{}; ///< Warn and SignInAgain: what RenewalHistory::warnedBefore becomes

    friend bool operator==(const RenewalStep &, const RenewalStep &) = default;
};

/// What is to be done next for the ticket, and when. `jitter` (0 to 1, one value for each attempt) spreads what would
/// otherwise happen at the same moment everywhere. Pure.
///
/// - Renew when half of the ticket's life is over; after a failure, again after RenewalRules::minimumInterval, twice
///   that, …, and once shortly before the end; after a success not before a quarter of what it gained is over. Never
///   when nothing is to be gained: not renewable, refused, over.
/// - Warn before the end of what cannot be renewed, or has just failed to be. A warning that is overdue comes once.
/// - SignInAgain takes the place of the first warning, once for each ticket, so that a wrong password locks no account. What
///   sent no password comes again when it is owed.
///
/// If the caller enters each attempt in the history, then there is at least minimumInterval between two attempts (60 an
/// hour at most; 7 in the first hour of an outage and 4 in each that follows), plus one for each time that the clock is
/// set back: a last attempt in the future says nothing.
RenewalStep planRenewal(const Ticket &tgt, const RenewalHistory &history, const RenewalRules &rules,
                        double jitter, Instant now);

/// After so many failures in a row. `jitter` as above. Pure.
std::chrono::seconds waitAfter(int failures, const RenewalRules &rules, double jitter);

/// When the next attempt to renew is due, whatever else comes before; none: nothing is to be gained. Pure.
std::optional<Instant> nextRenewal(const Ticket &tgt, const RenewalHistory &history,
                                   const RenewalRules &rules, double jitter, Instant now);

/// When signing in again is due, if renewing has come to its end; none: nobody has asked for it, or it was tried. Pure.
std::optional<Instant> nextSignIn(const Ticket &tgt, const RenewalHistory &history, const RenewalRules &rules,
                                  Instant now);

} // namespace latchkey::krb
