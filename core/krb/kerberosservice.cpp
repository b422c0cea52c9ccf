// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/kerberosservice.h"

#include "core/base/job.h"
#include "core/krb/cache.h"
#include "core/krb/defaultcache.h"
#include "core/krb/login.h"
#include "core/krb/realmnames.h"
#include "core/krb/removal.h"
#include "core/krb/renewal.h"

#include <QCoreApplication>

namespace latchkey::krb {

namespace {

// A cache may be in another program's hands, such as KCM's.
Error cachesSilent()
{
    return {Error::Code::CacheUnusable,
            QCoreApplication::translate(
                "latchkey::krb",
                "The credential caches cannot be listed because they did not answer within %1 "
                "seconds. Check the program that keeps them, such as sssd-kcm, and the file "
                "system that they are on.")
                .arg(QString::number(static_cast<double>(kdcPatience.count()) / 1000)),
            QString(), 0};
}

} // namespace

QFuture<Result<QList<Cache>>> KerberosService::caches() const
{
    Worker worker;
    return caches(worker);
}

QFuture<Result<QList<Cache>>> KerberosService::caches(Worker &worker) const
{
    return startJob<QList<Cache>>(worker, {}, [](Job &job) {
        job.expectAnswerWithin(kdcPatience, cachesSilent());
        return listCaches();
    });
}

QFuture<Result<Principal>> KerberosService::principalNamed(QString text) const
{
    return startJob<Principal>({}, [text = std::move(text)](Job &) { return Principal::parse(text); });
}

QFuture<Result<QStringList>> KerberosService::realms() const
{
    return startJob<QStringList>({}, [](Job &) { return realmNames(); });
}

QFuture<Result<Cache>> KerberosService::signIn(SignInRequest request, std::stop_token stop) const
{
    // Shared, because work must be copyable and a secret is not. The last copy goes with the job, on its thread.
    auto shared = std::make_shared<const SignInRequest>(std::move(request));
    return startJob<Cache>(stop, [shared, stop](Job &job) { return logIn(*shared, job, stop); });
}

QFuture<Result<>> KerberosService::changePassword(QString principal, Secret old, Secret replacement,
                                                  std::stop_token stop) const
{
    struct Change
    {
        QString principal;
        Secret old;
        Secret replacement;
    };
    auto shared =
        std::make_shared<const Change>(Change{std::move(principal), std::move(old), std::move(replacement)});
    return startJob<Ok>(std::move(stop), [shared](Job &job) {
        return krb::changePassword(shared->principal, shared->old, shared->replacement, job);
    });
}

QFuture<Result<Cache>> KerberosService::renew(QString cacheName, std::stop_token stop) const
{
    return startJob<Cache>(std::move(stop),
                           [name = std::move(cacheName)](Job &job) { return renewTickets(name, job); });
}

QFuture<Result<int>> KerberosService::destroy(DestroyTarget target) const
{
    return startJob<int>({}, [target = std::move(target)](Job &job) -> Result<int> {
        if (!job.commit())
            return cancelledError();
        return removeTarget(target);
    });
}

QFuture<Result<>> KerberosService::makeDefault(QString cacheName) const
{
    return startJob<Ok>({}, [name = std::move(cacheName)](Job &job) -> Result<> {
        if (!job.commit())
            return cancelledError();
        return switchTo(name);
    });
}

} // namespace latchkey::krb
