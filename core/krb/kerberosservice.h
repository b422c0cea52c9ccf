// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/worker.h"
#include "core/krb/signin.h"
#include "core/krb/ticket.h"

#include <QFuture>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <variant>

namespace latchkey::krb {

/// How long a KDC of one realm may keep us waiting for one answer before the verdict is "no KDC of REALM answers".
/// libkrb5 itself goes on for 18 to 27 s.
inline constexpr std::chrono::milliseconds kdcPatience{4500};

/// What destroy() removes.
struct AllCaches
{ };
struct OneCache
{
    QString name;
};
/// Exactly this one, in this cache.
struct OneTicket
{
    QString cacheName;
    QByteArray id; ///< Ticket::id
};
/// The tickets for an SPN.
struct ServiceTickets
{
    QString service;
    QString cacheName = {}; ///< empty: in every cache
};
using DestroyTarget = std::variant<AllCaches, OneCache, OneTicket, ServiceTickets>;

/// The user's Kerberos identities: the libkrb5 collection plus Latchkey's own (a DIR collection in the runtime folder).
/// Every function returns at once, does its work on a thread of its own with a krb5_context of its own, answers within
/// kdcPatience for each KDC asked, and can be cancelled (Code::Cancelled, at once, and nothing has changed).
/// Thread-safe.
class KerberosService
{
public:
    /// Every cache with its tickets, the default one first, then as the collection orders them, Latchkey's own last.
    QFuture<Result<QList<Cache>>> caches() const;
    /// The same on `worker`, so that what follows there is not handed over from thread to thread.
    QFuture<Result<QList<Cache>>> caches(Worker &worker) const;

    /// Principal::parse(), which may read krb5.conf.
    QFuture<Result<Principal>> principalNamed(QString text) const;

    /// The realms that krb5.conf has a section for, the default one first.
    QFuture<Result<QStringList>> realms() const;

    /// Gets a TGT into a MEMORY cache, and only then moves it to where it belongs: the cache that was chosen, or
    /// (AutomaticCache) the cache that holds this principal already; else the default cache if it is empty; else a new
    /// one in the collection where its type has collections; else one in Latchkey's own. No other principal's cache is
    /// ever touched. An expired password is changed on the way if the request's prompter has a new one. A password is
    /// sent to one KDC once, so that a typo counts once. While a person thinks, no time limit runs. Gives the cache.
    QFuture<Result<Cache>> signIn(SignInRequest request, std::stop_token stop = {}) const;

    /// PasswordRefused with the realm's own words if the new password breaks its policy. Cancelling, or a verdict, while
    /// the password server is asked may come too late: the password then is changed.
    QFuture<Result<>> changePassword(QString principal, Secret old, Secret replacement,
                                     std::stop_token stop = {}) const;

    /// Renews the TGT of the cache, keeping its service tickets. TicketExpired or NotRenewable if it cannot be.
    QFuture<Result<Cache>> renew(QString cacheName, std::stop_token stop = {}) const;

    /// Gives how many caches (or, for OneTicket and ServiceTickets, tickets) were removed. In files nothing can be read of
    /// what was removed: FILE and DIR caches are overwritten, the keys of single tickets too.
    QFuture<Result<int>> destroy(DestroyTarget target) const;

    /// Makes this cache (Cache::name) the default one. NotSignedIn if it holds nobody, CacheUnusable where its type has no
    /// such notion (FILE).
    QFuture<Result<>> makeDefault(QString cacheName) const;
};

/// Blocking, for the thread that is just connecting: makes sure that `cacheName` holds a valid ticket for `spn`, asking
/// the KDCs if needed; no other cache is looked at. The error has libkrb5's exact reason. `onKdcWait(realm)` is called
/// whenever a wait for a KDC of `realm` begins anew (before a request, and after a reply while libkrb5 looks up the
/// next KDC), and with an empty realm when all waiting is over, so that the caller can bound each wait by kdcPatience.
/// It is not called if the ticket was there, which takes about 0.1 ms. When it returns false, nobody wants the ticket
/// any more: no KDC is asked again, no ticket for `spn` is stored, and the answer is Cancelled. `config`: a krb5.conf that
/// goes before the usual ones.
Result<> obtainServiceTicket(const QString &cacheName, const QString &spn,
                             const std::function<bool(const QString &realm)> &onKdcWait,
                             const QString &config = {});

/// Blocking: drops the cached ticket for `spn`, so that the next login fetches a fresh one (after a key rotation on
/// the server). True if there was one.
Result<bool> forgetServiceTicket(const QString &cacheName, const QString &spn);

/// What `code` (a krb5_error_code) says when GSS, and not this room, failed to use or to get the ticket of `principal`
/// for `spn` in `cacheName`. Nothing if that code has no sentence, or one that only fits a sign-in.
std::optional<Error> explainTicketFailure(int code, const QString &cacheName, const QString &principal,
                                          const QString &spn);

/// The verdict when no KDC of `realm` answered in time.
Error kdcSilent(const QString &realm);

} // namespace latchkey::krb
