// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/cli/renewaldaemon.h"

#include "app/cli/text.h"
#include "core/base/hardening.h"
#include "core/base/job.h"
#include "core/krb/ownconfig.h"

#include <algorithm>

#include <csignal>

namespace latchkey::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto grace = 5s;
// As shells say it.
constexpr auto notStarted = static_cast<ExitCode>(127);
constexpr int killedBySignal = 128;

Error nothingLeft()
{
    return {Error::Code::NotSignedIn,
            Text::tr("No ticket is left that can be renewed. Sign in with “latchkey-cli sign-in PRINCIPAL "
                     "--renewable 7d”."),
            QString(), 0};
}

} // namespace

RenewalDaemon::RenewalDaemon(Call &call, krb::RenewalRules rules, SigningIn signingIn)
    : m_call(call), m_rules(std::move(rules)),
      m_renewal([this](const QString &cacheName) { return renew(cacheName); }),
      m_signalled(call.interruption.descriptor(), QSocketNotifier::Read)
{
    m_grace.setSingleShot(true);
    m_grace.setInterval(grace);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        if (!isAnythingLeft())
            m_loop.end(nothingLeft());
    });
    connect(&m_signalled, &QSocketNotifier::activated, this, &RenewalDaemon::takeSignals);
    for (const auto news : {&NetworkWatcher::changed, &NetworkWatcher::linkCame})
        connect(&m_network, news, &m_renewal, &krb::AutoRenewal::networkChanged);
    connect(&m_caches, &krb::FollowedCaches::changed, this, &RenewalDaemon::takeCaches);
    connect(&m_caches, &krb::FollowedCaches::failed, this, [this](const Error &error) {
        if (m_isStarted)
            tell(error.message);
        else
            m_loop.end(error);
    });
    connect(&m_renewal, &krb::AutoRenewal::renewed, this, &RenewalDaemon::tellRenewed);
    connect(&m_renewal, &krb::AutoRenewal::failed, this, &RenewalDaemon::tellFailure);
    connect(&m_renewal, &krb::AutoRenewal::warning, this, &RenewalDaemon::tellWarning);
    connect(&m_renewal, &krb::AutoRenewal::planned, this, &RenewalDaemon::endIfNothingIsLeft);
    if (signingIn.signIn)
        followSigningIn(std::move(signingIn));
    m_renewal.setRules(m_rules);
}

void RenewalDaemon::followSigningIn(SigningIn how)
{
    m_mayBeSignedIn = std::move(how.principals);
    m_signingAgain.emplace(m_renewal, std::move(how.signIn));
    connect(&*m_signingAgain, &krb::SigningAgain::signedIn, this, &RenewalDaemon::tellSignedIn);
    connect(&*m_signingAgain, &krb::SigningAgain::failed, this,
            [this](const QString &, const krb::Principal &principal, const Error &why) {
                tellNotSignedIn(principal, why);
            });
}

void RenewalDaemon::tellSignedIn(const krb::Cache &cache)
{
    const krb::Ticket *ticket = cache.ticketGranting();
    if (cache.principal && ticket)
        tellProgress(Text::tr("Signed in again as %1 until %2, in %3.")
                         .arg(cache.principal->text(), localTime(ticket->endTime), cache.name));
    m_caches.lookAgain();
}

void RenewalDaemon::tellNotSignedIn(const krb::Principal &principal, const Error &why)
{
    tell(Text::tr("It was not possible to sign in again as %1.").arg(principal.text()) + QLatin1Char(' ')
         + why.message);
    endIfNothingIsLeft();
}

Result<> RenewalDaemon::run()
{
    m_call.interruption.takeOver();
    m_network.start(); // without it, an outage is waited for as the plan says
    m_caches.start();
    return m_loop.run();
}

void RenewalDaemon::takeCaches()
{
    const QList<krb::Cache> caches = chosen();
    if (m_mayBeSignedIn) { // somebody may have told the keychain of one since
        const QStringList principals = m_mayBeSignedIn();
        m_rules.signsInAgain = {principals.begin(), principals.end()};
        m_renewal.setRules(m_rules);
    }
    m_renewal.setCaches(caches);
    announce(caches);
    if (!std::exchange(m_isStarted, true)) {
        if (!isAnythingLeft())
            m_loop.end(nothingLeft());
        else if (!m_call.names.isEmpty())
            startCommand();
    }
    endIfNothingIsLeft();
}

// --ccache has become this process's default cache.
QList<krb::Cache> RenewalDaemon::chosen() const
{
    QList<krb::Cache> caches = m_caches.caches();
    if (m_call.has("ccache"))
        caches.removeIf([](const krb::Cache &cache) { return !cache.isDefault; });
    return caches;
}

void RenewalDaemon::announce(const QList<krb::Cache> &caches)
{
    QSet<QString> present;
    for (const krb::Cache &cache : caches) {
        const krb::Ticket *ticket = cache.ticketGranting();
        if (!cache.principal || !ticket)
            continue;
        present.insert(cache.name);
        if (m_announced.contains(cache.name))
            continue;
        if (const QString remark = krb::configRemark(cache); !remark.isEmpty())
            tell(remark);
        tellProgress(Text::tr("The ticket of %1 in %2 ends at %3.")
                         .arg(cache.principal->text(), cache.name, localTime(ticket->endTime))
                     + prospect(cache.name));
    }
    for (const QString &name : std::as_const(m_announced)) {
        if (!present.contains(name))
            tellProgress(Text::tr("The tickets in %1 are gone.").arg(name));
    }
    m_announced = present;
}

void RenewalDaemon::tellRenewed(const krb::Cache &cache)
{
    m_underWay.remove(cache.name);
    const krb::Ticket *ticket = cache.ticketGranting();
    if (cache.principal && ticket)
        tellProgress(Text::tr("The ticket of %1 in %2 is renewed until %3.")
                         .arg(cache.principal->text(), cache.name, localTime(ticket->endTime))
                     + prospect(cache.name));
    endIfNothingIsLeft();
}

void RenewalDaemon::tellFailure(const QString &cacheName, const Error &error)
{
    m_underWay.remove(cacheName);
    tell(Text::tr("The ticket in %1 was not renewed.").arg(cacheName) + QLatin1Char(' ') + error.message
         + prospect(cacheName));
    endIfNothingIsLeft();
}

void RenewalDaemon::tellWarning(const krb::Principal &principal, Instant end)
{
    tell(Text::tr("The ticket of %1 ends at %2. Sign in again before that.")
             .arg(principal.text(), localTime(end)));
}

bool RenewalDaemon::isAnythingLeft() const
{
    const auto &outlooks = m_renewal.outlooks();
    return !m_underWay.isEmpty() || (m_signingAgain && m_signingAgain->isUnderWay())
           || std::any_of(outlooks.begin(), outlooks.end(), [](const krb::RenewalOutlook &outlook) {
                  return outlook.next || outlook.signsInAgain;
              });
}

// A command goes on without: it may not need its tickets any more.
void RenewalDaemon::endIfNothingIsLeft()
{
    if (isAnythingLeft()) {
        m_grace.stop();
    } else if (m_isStarted && m_call.names.isEmpty() && !m_grace.isActive()) {
        m_grace.start();
        m_caches.lookAgain();
    }
}

void RenewalDaemon::startCommand()
{
    m_command.setProcessChannelMode(QProcess::ForwardedChannels);
    m_command.setInputChannelMode(QProcess::ForwardedInputChannel);
    m_command.setChildProcessModifier([mask = m_call.interruption.maskBefore()] {
        pthread_sigmask(SIG_SETMASK, &mask, nullptr);
        restoreCoreLimit();
    });
    connect(&m_command, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        m_call.code = static_cast<ExitCode>(status == QProcess::CrashExit ? killedBySignal + code : code);
        m_loop.end(Ok{});
    });
    connect(&m_command, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        note(Text::tr("The command “%1” cannot be started. Check its name and its permissions.")
                 .arg(m_call.names.first()));
        m_call.code = notStarted;
        m_loop.end(Ok{});
    });
    m_command.start(m_call.names.first(), m_call.names.sliced(1));
}

void RenewalDaemon::takeSignals()
{
    if (const auto signal = m_call.interruption.next())
        take(*signal);
}

// With a command it is the command that decides when to end.
void RenewalDaemon::take(const Signal &signal)
{
    const auto process = static_cast<pid_t>(m_command.processId());
    if (process > 0) {
        if (!signal.isTerminals) // else it has got it already
            ::kill(process, signal.number);
    } else if (signal.number == SIGTERM) {
        m_loop.end(Ok{});
    } else {
        m_loop.end(cancelledError());
    }
}

QFuture<Result<krb::Cache>> RenewalDaemon::renew(const QString &cacheName)
{
    m_underWay.insert(cacheName);
    return m_call.kerberos.renew(cacheName);
}

QString RenewalDaemon::prospect(const QString &cacheName) const
{
    if (m_underWay.contains(cacheName))
        return QLatin1Char(' ') + Text::tr("It is being renewed.");
    const krb::RenewalOutlook outlook = m_renewal.outlooks().value(cacheName);
    if (!outlook.next && outlook.signsInAgain)
        return QLatin1Char(' ')
               + Text::tr("It cannot be renewed any more; Latchkey signs in again at %1.")
                     .arg(localTime(*outlook.signsInAgain));
    return QLatin1Char(' ')
           + (outlook.next ? Text::tr("It is to be renewed at %1.").arg(localTime(*outlook.next))
                           : Text::tr("It cannot be renewed any more."));
}

void RenewalDaemon::tellProgress(const QString &sentence) const
{
    if (m_call.names.isEmpty() || m_call.verbose)
        tell(sentence);
}

void RenewalDaemon::tell(const QString &sentence)
{
    note(localTime(systemNow()) + QLatin1Char(' ') + sentence);
}

} // namespace latchkey::cli
