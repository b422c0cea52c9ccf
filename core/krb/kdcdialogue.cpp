// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/krb/kdcdialogue.h"

#include "core/base/job.h"
#include "core/krb/kerberosservice.h"
#include "core/krb/nativeprincipal.h"

#include <cerrno>

namespace latchkey::krb {

namespace {

QString realmName(const krb5_data &realm)
{
    return QString::fromUtf8(realm.data, static_cast<qsizetype>(realm.length));
}

// C code is above the hooks: nothing may be thrown into it.
template <typename Hook>
krb5_error_code guarded(const Hook &hook) noexcept
{
    try {
        return hook();
    } catch (...) {
        return ENOMEM;
    }
}

} // namespace

KdcDialogue::KdcDialogue(krb5_context context, OnWait onWait)
    : m_context(context), m_onWait(std::move(onWait))
{
    krb5_set_kdc_send_hook(context, &KdcDialogue::beforeSending, this);
    krb5_set_kdc_recv_hook(context, &KdcDialogue::afterReceiving, this);
}

KdcDialogue::KdcDialogue(krb5_context context, Job &job)
    : KdcDialogue(context, [this, &job](const QString &realm) { return waitsOn(job, realm); })
{ }

KdcDialogue::~KdcDialogue()
{
    krb5_set_kdc_send_hook(m_context, nullptr, nullptr);
    krb5_set_kdc_recv_hook(m_context, nullptr, nullptr);
}

krb5_error_code KdcDialogue::beforeSending(krb5_context, void *self, const krb5_data *realm,
                                           const krb5_data *, krb5_data **, krb5_data **) noexcept
{
    return guarded([&] { return static_cast<KdcDialogue *>(self)->mayAsk(realmName(*realm)); });
}

krb5_error_code KdcDialogue::afterReceiving(krb5_context, void *self, krb5_error_code code,
                                            const krb5_data *realm, const krb5_data *, const krb5_data *reply,
                                            krb5_data **) noexcept
{
    if (code != 0)
        return code;
    return guarded([&] { return static_cast<KdcDialogue *>(self)->hear(*reply, realmName(*realm)); });
}

void KdcDialogue::allowPrimary()
{
    m_mayAskPrimary = true;
}

krb5_error_code KdcDialogue::mayAsk(const QString &realm)
{
    // A password that one KDC found wrong is not tried at the primary KDC as well, as libkrb5 would do: each attempt
    // counts towards locking the account.
    if (m_refusal && m_refusal->code == KRB5KDC_ERR_PREAUTH_FAILED && !m_mayAskPrimary)
        return KRB5KDC_ERR_PREAUTH_FAILED;
    m_lastRealm = realm;
    return m_onWait(realm) ? 0 : KRB5_KDC_UNREACH;
}

krb5_error_code KdcDialogue::hear(const krb5_data &reply, const QString &realm)
{
    m_wasHeard = true;
    ReplyErrorHandle error;
    m_granted = krb5_rd_error(m_context, &reply, into(error, m_context)) != 0;
    if (!m_granted)
        note(*error, realm);
    return m_onWait(realm) ? 0 : KRB5_KDC_UNREACH;
}

void KdcDialogue::note(const krb5_error &error, const QString &realm)
{
    // The protocol's numbers (RFC 4120, 7.5.9) are offsets into libkrb5's table.
    m_refusal = Refusal{static_cast<krb5_error_code>(ERROR_TABLE_BASE_krb5 + static_cast<long>(error.error)),
                        realm, error.server ? std::optional(fromNative(error.server)) : std::nullopt};
}

Error KdcDialogue::judged(Error error) const
{
    const bool isSilence = error.native == KRB5_KDC_UNREACH || error.native == KRB5_REALM_CANT_RESOLVE;
    if (m_wasHeard && isSilence)
        error.native = ETIMEDOUT;
    return error;
}

bool KdcDialogue::waitsOn(Job &job, const QString &realm) const
{
    if (job.isOver())
        return false;
    job.expectAnswerWithin(kdcPatience, judged(kdcSilent(realm)));
    return true;
}

} // namespace latchkey::krb
