// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/krb/handles.h"
#include "core/krb/principal.h"

#include <functional>
#include <optional>

namespace latchkey {
class Job;
}

namespace latchkey::krb {

/// Listens to what libkrb5 and the KDCs say to each other through one context, while this object lives.
class KdcDialogue
{
public:
    /// `onWait(realm)` is called whenever a wait for a KDC of `realm` begins anew: before a request, and after a reply
    /// because libkrb5 looks up KDCs (which may take as long) before it sends the next one. False: give up.
    using OnWait = std::function<bool(const QString &realm)>;

    KdcDialogue(krb5_context context, OnWait onWait);
    /// Bounds `job`, which must outlive this object, by kdcPatience for each answer of a KDC. What the verdict's `native`
    /// says, judged() explains.
    KdcDialogue(krb5_context context, Job &job);
    ~KdcDialogue();
    KdcDialogue(const KdcDialogue &) = delete;
    KdcDialogue &operator=(const KdcDialogue &) = delete;

    /// What a KDC said no to last.
    struct Refusal
    {
        krb5_error_code code = 0;
        QString realm; ///< of the KDC
        std::optional<Principal> service; ///< whose ticket was wanted
    };
    const std::optional<Refusal> &refusal() const { return m_refusal; }
    /// The last answer of a KDC was no refusal.
    bool wasGranted() const { return m_granted; }
    /// `error` as it is, but for KdcUnreachable because of silence after a KDC has answered something: its `native` is
    /// ETIMEDOUT then, because the next request may have brought the password to one, which may have counted it.
    Error judged(Error error) const;
    /// For the one attempt that follows, with a password that is known to be right: a KDC that finds it wrong may be a
    /// replica that has not heard of it, and then the primary one is asked too.
    void allowPrimary();
    /// Whose KDC was sent a request last; empty if none was.
    const QString &lastRealm() const { return m_lastRealm; }

private:
    static krb5_error_code beforeSending(krb5_context context, void *self, const krb5_data *realm,
                                         const krb5_data *message, krb5_data **newMessage,
                                         krb5_data **newReply) noexcept;
    static krb5_error_code afterReceiving(krb5_context context, void *self, krb5_error_code code,
                                          const krb5_data *realm, const krb5_data *message,
                                          const krb5_data *reply, krb5_data **newReply) noexcept;
    krb5_error_code mayAsk(const QString &realm);
    krb5_error_code hear(const krb5_data &reply, const QString &realm);
    void note(const krb5_error &error, const QString &realm);
    bool waitsOn(Job &job, const QString &realm) const;

    krb5_context m_context;
    OnWait m_onWait;
    std::optional<Refusal> m_refusal;
    bool m_granted = false;
    bool m_wasHeard = false;
    bool m_mayAskPrimary = false;
    QString m_lastRealm;
};

} // namespace latchkey::krb
