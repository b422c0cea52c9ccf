// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/walltimer.h"
#include "core/krb/autorenewal.h"
#include "core/krb/cachewatcher.h"
#include "core/krb/kerberosservice.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace latchkey {

/// Who is signed in, as the window knows it: the caches as last listed, listed again when something changes or ends.
/// Everything that shows or changes tickets in the window goes through here. Nothing of Kerberos is touched before
/// start().
class Identities : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this object.
    Identities(const krb::KerberosService &kerberos, krb::CacheWatcher &watcher, Clock clock,
               QObject *parent = nullptr);

    void start();
    /// Looks again now, at what cannot be watched too.
    void refresh();

    bool isKnown() const { return m_known; }
    /// The last look failed; what caches() says is from before.
    bool hasProblem() const { return m_problem.has_value(); }
    /// Something is being renewed through here.
    bool isRenewing() const { return m_renewing > 0; }
    const QList<krb::Cache> &caches() const { return m_caches; }
    /// What automatic renewal has in mind for a cache.
    krb::RenewalOutlook outlook(const QString &cacheName) const { return m_outlooks.value(cacheName); }
    const krb::RenewalOutlooks &outlooks() const { return m_outlooks; }
    void setOutlooks(const krb::RenewalOutlooks &outlooks);
    Instant now() const { return m_clock(); }
    /// What other programs use; nullptr if there is none or it is empty.
    const krb::Cache *defaultCache() const;

    QFuture<Result<krb::Cache>> signIn(krb::SignInRequest request, std::stop_token stop) const;
    QFuture<Result<>> changePassword(const QString &principal, Secret old, Secret replacement,
                                     std::stop_token stop) const;
    /// Who is meant by what was typed, with the realm.
    QFuture<Result<krb::Principal>> principalNamed(const QString &typed) const
    {
        return m_kerberos.principalNamed(typed);
    }
    /// Those that krb5.conf knows, the default one first.
    QFuture<Result<QStringList>> realms() const { return m_kerberos.realms(); }
    void renew(const QString &cacheName);
    /// For what renews by itself: isRenewing() knows of it, and nothing is said.
    QFuture<Result<krb::Cache>> keepRenewed(const QString &cacheName);
    /// `then`, if given, says what was destroyed; only a failure is told here, too.
    void destroy(krb::DestroyTarget target, std::function<void(const Result<int> &destroyed)> then = {});
    void makeDefault(const krb::Cache &cache);

Q_SIGNALS:
    /// caches() differ from before, a ticket's time is over, or the clock was set or has gone on in a suspend.
    void changed();
    void renewingChanged();
    void outlooksChanged();
    /// Something that nobody asked for is worth a sentence in the status bar.
    void noted(const QString &sentence);
    /// Something that was asked for here did not work, or the caches cannot be listed, which is tried again: they are as
    /// before then.
    void failed(const latchkey::Error &error);
    /// Something that was asked for here is done: a sentence for the status bar.
    void done(const QString &sentence);

private:
    void countRenewing(int step);
    void list();
    void take(Result<QList<krb::Cache>> listed);
    void tryAgainAfter(const Error &error);
    void timeHasGoneOn();
    void waitForNextEnd();
    void report(const Error *error, const QString &sentence);

    const krb::KerberosService &m_kerberos;
    krb::CacheWatcher &m_watcher;
    Clock m_clock;
    QList<krb::Cache> m_caches;
    krb::RenewalOutlooks m_outlooks;
    bool m_known = false;
    bool m_listing = false;
    bool m_again = false;
    int m_renewing = 0;
    WallTimer m_nextEnd;
    QTimer m_retry;
    std::optional<Error> m_problem; ///< why the caches could not be listed the last time
};

} // namespace latchkey
