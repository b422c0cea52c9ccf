// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/signingagain.h"

#include "core/base/whendone.h"
#include "core/krb/autorenewal.h"

#include <krb5/krb5.h>

namespace latchkey::krb {

SignInRequest requestForSuccessor(const QString &cacheName, const Ticket &tgt)
{
    SignInRequest request;
    request.principal = tgt.client.text();
    request.cache = NamedCache{cacheName};
    if (tgt.renewUntil)
        request.renewableLifetime = *tgt.renewUntil - tgt.authTime;
    request.forwardable = (tgt.flags & TKT_FLG_FORWARDABLE) != 0;
    request.proxiable = (tgt.flags & TKT_FLG_PROXIABLE) != 0;
    return request;
}

SigningAgain::SigningAgain(AutoRenewal &renewal, SignIn signIn, QObject *parent)
    : QObject(parent), m_renewal(renewal), m_signIn(std::move(signIn))
{
    connect(&m_renewal, &AutoRenewal::signInAgainWanted, this, &SigningAgain::begin);
}

void SigningAgain::begin(const QString &cacheName, const Ticket &tgt)
{
    if (m_underWay.contains(cacheName))
        return;
    m_underWay.insert(cacheName);
    whenDone(m_signIn(requestForSuccessor(cacheName, tgt)), this,
             [this, cacheName, tgt](const Result<Cache> &answer) { end(cacheName, tgt, answer); });
}

void SigningAgain::end(const QString &cacheName, const Ticket &tgt, const Result<Cache> &answer)
{
    m_underWay.remove(cacheName);
    if (answer) {
        m_told.remove(cacheName);
        Q_EMIT signedIn(*answer);
        return;
    }
    m_renewal.noteSignInFailed(cacheName, answer.error());
    const auto told = std::pair(tgt.endTime, answer.error().code);
    if (m_told.value(cacheName) == told)
        return;
    m_told.insert(cacheName, told);
    Q_EMIT failed(cacheName, tgt.client, answer.error());
}

} // namespace latchkey::krb
