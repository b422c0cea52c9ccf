// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "app/cli/call.h"
#include "app/cli/mainloop.h"
#include "core/base/networkwatcher.h"
#include "core/krb/autorenewal.h"
#include "core/krb/followedcaches.h"
#include "core/krb/signingagain.h"

#include <QObject>
#include <QProcess>
#include <QSet>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <optional>

namespace latchkey::cli {

/// `renew --daemon`: keeps every cache's tickets renewed, or those of one, as krb::AutoRenewal plans it, and says on
/// standard error what it does, until a signal comes, nothing is left that could be renewed, or the command that was
/// given has ended: its exit code then is the program's.
class RenewalDaemon : public QObject
{
    Q_OBJECT
public:
    /// How, and for whom, to sign in again once renewing has come to its end; empty: never.
    struct SigningIn
    {
        std::function<QStringList()> principals;
        krb::SigningAgain::SignIn signIn;
    };

    RenewalDaemon(Call &call, krb::RenewalRules rules, SigningIn signingIn);

    /// Ok after SIGTERM, Cancelled after SIGINT and SIGHUP, NotSignedIn when nothing is left.
    Result<> run();

private:
    void takeCaches();
    QList<krb::Cache> chosen() const;
    void announce(const QList<krb::Cache> &caches);
    void tellRenewed(const krb::Cache &cache);
    void tellFailure(const QString &cacheName, const Error &error);
    void tellWarning(const krb::Principal &principal, Instant end);
    void followSigningIn(SigningIn how);
    void tellSignedIn(const krb::Cache &cache);
    void tellNotSignedIn(const krb::Principal &principal, const Error &why);
    bool isAnythingLeft() const;
    void endIfNothingIsLeft();

    void startCommand();
    void takeSignals();
    void take(const Signal &signal);

    QFuture<Result<krb::Cache>> renew(const QString &cacheName);
    /// What is to become of it, as a sentence with a space before it.
    QString prospect(const QString &cacheName) const;
    /// Of what goes well only where nobody else uses the terminal, or it is wanted.
    void tellProgress(const QString &sentence) const;
    static void tell(const QString &sentence);

    Call &m_call;
    MainLoop m_loop;
    krb::FollowedCaches m_caches;
    krb::RenewalRules m_rules;
    krb::AutoRenewal m_renewal;
    std::function<QStringList()> m_mayBeSignedIn;
    std::optional<krb::SigningAgain> m_signingAgain;
    NetworkWatcher m_network;
    QSocketNotifier m_signalled;
    QTimer m_grace; ///< a cache that is just being replaced may be missing for a moment
    QProcess m_command;
    QSet<QString> m_announced;
    QSet<QString> m_underWay; ///< as AutoRenewal has it
    bool m_isStarted = false;
};

} // namespace latchkey::cli
