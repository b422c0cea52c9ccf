// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/walltimer.h"
#include "core/krb/renewalplan.h"

#include <QFuture>
#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>

#include <functional>

namespace latchkey::krb {

/// What automatic renewal has in mind for one cache.
struct RenewalOutlook
{
    std::optional<Instant> next; ///< the next attempt; none: it cannot or will not be renewed
    std::optional<Error> problem; ///< why the last attempt failed
    std::optional<Instant> signsInAgain{}; ///< with the keychain's password, when there is no next attempt

    friend bool operator==(const RenewalOutlook &, const RenewalOutlook &) = default;
};
using RenewalOutlooks = QMap<QString, RenewalOutlook>; ///< by the cache's full name

/// Keeps the tickets of every cache that it is given alive, as planRenewal() says, with one timer for all of them, and
/// says when one is about to end for good. It never asks for a password, sends nothing but renewals (TGS requests),
/// and has at most one under way for a cache. Lives on the thread that made it; never blocks.
class AutoRenewal : public QObject
{
    Q_OBJECT
public:
    /// KerberosService::renew(), or a test's.
    using Renew = std::function<QFuture<Result<Cache>>(const QString &cacheName)>;

    explicit AutoRenewal(Renew renew, Clock clock = systemNow, QObject *parent = nullptr);

    void setRules(const RenewalRules &rules);
    /// All there are, whenever one has changed.
    void setCaches(const QList<Cache> &caches);
    const RenewalOutlooks &outlooks() const { return m_outlooks; }

    /// What failed before may work now: tries again as soon as the rules allow.
    void networkChanged();
    /// Plans anew: the clock may have been set.
    void lookAgain();
    /// What signInAgainWanted() asked for did not work. It is asked for again only if nothing was refused: when the
    /// network has changed after the KDC was not reached, and after a while if the keychain was locked or silent.
    void noteSignInFailed(const QString &cacheName, const Error &why);

Q_SIGNALS:
    /// outlooks() differ from before.
    void planned();
    void renewed(const latchkey::krb::Cache &cache);
    void failed(const QString &cacheName, const latchkey::Error &error);
    /// The ticket ends then, and cannot be renewed (any more, or so far).
    void warning(const latchkey::krb::Principal &principal, latchkey::Instant end);
    /// Once for each ticket, also if a listing does not show it for a moment: its renewable life is over, and its user has
    /// asked for that.
    void signInAgainWanted(const QString &cacheName, const latchkey::krb::Ticket &tgt);

private:
    struct Entry
    {
        Principal principal;
        Ticket tgt;
        RenewalHistory history;
        double jitter = 0;
        std::optional<Error> problem;
        bool maySignInLater = false; ///< the attempt to sign in again has reached nobody
        bool networkCameMeanwhile = false; ///< while it was not known whether it would
    };
    /// A signal that waits until everything is planned: who hears it may bring other caches.
    using News = std::function<void()>;

    struct GoneEntry
    {
        Entry entry;
        Instant since;
    };

    Entry entryFor(const QString &cacheName, const Principal &principal, const Ticket &tgt) const;
    void keepForAWhile(const QMap<QString, Entry> &present);
    static void take(Entry &entry, const Ticket &tgt);
    void plan();
    std::optional<Instant> doWhatIsDue(const QString &cacheName, Entry &entry, QList<News> &news);
    void act(const QString &cacheName, Entry &entry, const RenewalStep &step, QList<News> &news);
    void oweSignIn(Entry &entry) const;
    void begin(const QString &cacheName, Entry &entry);
    void end(const QString &cacheName, const Ticket &old, const Result<Cache> &answer);
    static void note(Entry &entry, const Ticket &old, const Result<Cache> &answer);
    RenewalOutlooks look() const;

    Renew m_renew;
    Clock m_clock;
    RenewalRules m_rules;
    WallTimer m_timer;
    QMap<QString, Entry> m_entries;
    QMap<QString, GoneEntry>
        m_gone; ///< of caches that a listing has not shown, which may be for a moment only
    QSet<QString> m_underWay;
    QHash<QString, Instant> m_attempts; ///< kept when a cache goes, which may be for a moment only
    RenewalOutlooks m_outlooks;
};

} // namespace latchkey::krb
